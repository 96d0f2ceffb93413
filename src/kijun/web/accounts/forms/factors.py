"""What is asked for a second factor? allauth's forms, in our words."""

from __future__ import annotations

from typing import Any

from allauth.mfa.base import forms as theirs
from allauth.mfa.totp.forms import ActivateTOTPForm
from django.utils.translation import gettext_lazy as _

from kijun.web.accounts.forms.entrance import say

_CODE = _("Code of the app, or a recovery code")


class Authenticate(theirs.AuthenticateForm):  # type: ignore[misc]
    """The code at the sign-in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Label the fields."""
        super().__init__(*args, **kwargs)
        say(self, code=_CODE)


class Reauthenticate(theirs.ReauthenticateForm):  # type: ignore[misc]
    """The code once more, before something that matters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Label the fields."""
        super().__init__(*args, **kwargs)
        say(self, code=_CODE)


class Activate(ActivateTOTPForm):  # type: ignore[misc]
    """The first code of an app."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Label the fields."""
        super().__init__(*args, **kwargs)
        say(self, code=_("Code that the app shows"))
        self.fields["code"].widget.attrs["inputmode"] = "numeric"
