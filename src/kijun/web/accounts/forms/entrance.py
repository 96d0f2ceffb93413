"""What is asked of somebody who signs in, or who changes a password? allauth's forms, in our words."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as theirs
from django import forms
from django.utils.translation import gettext_lazy as _

from kijun.web.accounts.forms.passwords import RULES

ADDRESS = _("E-mail address")
PASSWORD = _("Password")
AGAIN = _("Password, once more")


def say(form: forms.Form, **words: Any) -> None:
    """Give the fields of a form our labels; a placeholder that repeats the label is taken away, and so is help that is not ours."""
    for name, field in form.fields.items():
        field.widget.attrs.pop("placeholder", None)
        field.help_text = ""
        if name in words:
            field.label = words[name]


class SignIn(theirs.LoginForm):  # type: ignore[misc]
    """The sign-in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Label the fields."""
        super().__init__(*args, **kwargs)
        say(self, login=ADDRESS, password=PASSWORD, remember=_("Stay signed in on this device"))
        self.fields["login"].widget.attrs["autocomplete"] = "username"


class ChangePassword(theirs.ChangePasswordForm):  # type: ignore[misc]
    """Another password, by whoever knows the present one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Label the fields."""
        super().__init__(*args, **kwargs)
        say(
            self, oldpassword=_("Present password"), password1=_("New password"), password2=_("New password, once more")
        )
        self.fields["password1"].help_text = RULES


class SetPassword(theirs.SetPasswordForm):  # type: ignore[misc]
    """A first password, for whoever came in by the organisation's provider."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Label the fields."""
        super().__init__(*args, **kwargs)
        say(self, password1=PASSWORD, password2=AGAIN)
        self.fields["password1"].help_text = RULES


class AskReset(theirs.ResetPasswordForm):  # type: ignore[misc]
    """To which address a link goes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Label the fields."""
        super().__init__(*args, **kwargs)
        say(self, email=ADDRESS)


class ResetPassword(theirs.ResetPasswordKeyForm):  # type: ignore[misc]
    """Another password, by whoever has the link."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Label the fields."""
        super().__init__(*args, **kwargs)
        say(self, password1=_("New password"), password2=_("New password, once more"))
        self.fields["password1"].help_text = RULES


class Reauthenticate(theirs.ReauthenticateForm):  # type: ignore[misc]
    """The password once more, before something that matters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Label the fields."""
        super().__init__(*args, **kwargs)
        say(self, password=PASSWORD)
