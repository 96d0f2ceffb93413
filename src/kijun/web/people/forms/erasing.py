"""How does somebody say, beyond doubt, that their record is to be erased?"""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import get_adapter
from django import forms
from django.utils.translation import gettext as _

from kijun.web.accounts.models import User


class EraseForm(forms.Form):
    """The password once more; whoever has none types the word that is shown."""

    use_required_attribute = False

    def __init__(self, *args: Any, viewer: User, **kwargs: Any) -> None:
        """Ask for the one that this account can give."""
        super().__init__(*args, **kwargs)
        self.viewer = viewer
        self.word = _("erase")
        if viewer.has_usable_password():
            widget = forms.PasswordInput(attrs={"autocomplete": "current-password"})
            self.fields["password"] = forms.CharField(label=_("Your password"), strip=False, widget=widget)
        else:
            self.fields["word"] = forms.CharField(
                label=_("Type “%(word)s”") % {"word": self.word},
                max_length=40,
                widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
            )

    def clean_password(self) -> str:
        """Ask whether it is the password; wrong ones are counted as at the sign-in."""
        if not get_adapter().reauthenticate(self.viewer, self.cleaned_data["password"]):
            raise forms.ValidationError(_("This is not your password. Nothing was erased."))
        return ""

    def clean_word(self) -> str:
        """Ask whether it is the word."""
        if self.cleaned_data["word"].strip().lower() != self.word:
            told = {"word": self.word}
            raise forms.ValidationError(_("Type the word “%(word)s”. Nothing was erased.") % told)
        return self.word
