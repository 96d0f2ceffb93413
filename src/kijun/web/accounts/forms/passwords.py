"""When is a new password good?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kijun.web.accounts.models import User

RULES = _("At least 12 characters, not one of the well-known passwords, and not like your name or address.")


class NewPassword(forms.Form):
    """A password, twice. `person` is whose it will be: it may not be like their name."""

    password = forms.CharField(
        label=_("Password"),
        strip=False,
        max_length=256,
        help_text=RULES,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=_("Password, once more"),
        strip=False,
        max_length=256,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, person: User | None = None, **kwargs: Any) -> None:
        """Keep whose password it will be."""
        super().__init__(*args, **kwargs)
        self.person = person

    def whose(self) -> User | None:
        """Return whose password it will be."""
        return self.person

    def clean(self) -> dict[str, Any]:
        """Say what is wrong with the password where it is entered."""
        given = super().clean() or self.cleaned_data
        password, again = given.get("password"), given.get("again")
        if password:
            try:
                validate_password(password, self.whose())
            except ValidationError as weak:
                self.add_error("password", weak)
        if password and again and password != again:
            self.add_error("again", _("This is another password than the first. Enter the same one twice."))
        return given
