"""What is asked for a second factor? allauth's forms, in our words."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.core import context, ratelimit
from allauth.mfa.base import forms as theirs
from allauth.mfa.totp.forms import ActivateTOTPForm
from django.utils.translation import gettext_lazy as _

from kijun.web.accounts.forms.entrance import say

_CODE = _("Code of the app, or a recovery code")
_COUNTED = "second_factor"


class _Counted(theirs.BaseAuthenticateForm):  # type: ignore[misc]
    """A code, of which only some may be tried: six digits are soon all tried otherwise."""

    def clean_code(self) -> str:
        """Count the attempt by the account, whatever it comes from; the right code begins the count anew."""
        key = f"second-factor-{self.user.pk}"
        if not ratelimit.consume(context.request, action=_COUNTED, key=key):
            raise get_adapter().validation_error("too_many_login_attempts")
        code: str = super().clean_code()
        ratelimit.clear(context.request, action=_COUNTED, key=key)
        return code


class Authenticate(_Counted, theirs.AuthenticateForm):  # type: ignore[misc]
    """The code at the sign-in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Label the fields."""
        super().__init__(*args, **kwargs)
        say(self, code=_CODE)


class Reauthenticate(_Counted, theirs.ReauthenticateForm):  # type: ignore[misc]
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
