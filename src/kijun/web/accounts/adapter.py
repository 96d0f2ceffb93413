"""Where does signing in differ here from what allauth does by itself?"""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from kijun.web.accounts.joining import welcome
from kijun.web.accounts.models import User
from kijun.web.audit.actions import note

_MISMATCH = _("The address and the password do not go together. Check both; capital letters matter in the password.")
_LATER = _("Too many attempts. Wait a few minutes, then try again.")


def username_of(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str:
    """Return of which account an attempt is counted: the address in one case, however it was typed."""
    given = (credentials or {}).get("email") or request.POST.get("login") or ""
    if not given and isinstance(request.user, User):
        given = request.user.email
    return str(given).strip().lower()


class Accounts(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts with a password. Whoever opens one by themselves does so by a link to their address: see views/sign_up."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("This account is closed. Ask your administrator."),
        "email_password_mismatch": _MISMATCH,
        "invalid_login": _MISMATCH,
        "too_many_login_attempts": _LATER,
        "rate_limited": _LATER,
        "enter_current_password": _("This is not your present password."),
        "incorrect_password": _("This is not your password."),
        "invalid_password_reset": _("This link no longer works. Ask for a new one."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Whether allauth's own form makes accounts: no."""
        return False

    def new_user(self, request: HttpRequest) -> User:
        """Return an account that is not saved, in the language of the page."""
        return User(language=_language())

    def set_password(self, user: User, password: str) -> None:
        """Keep another password, and tell in the same transaction whether its owner knew the one before."""
        action = "password.changed" if isinstance(context.request.user, User) else "password.reset"
        with transaction.atomic():
            super().set_password(user, password)
            note(action, actor=user, about=user)

    def reauthenticate(self, user: User, password: str) -> bool:
        """Whether a password is that of the account that is signed in; attempts are counted as at the sign-in."""
        found = self.authenticate(context.request, email=user.email, password=password)
        return found is not None and found.pk == user.pk

    def respond_email_verification_sent(self, request: HttpRequest, user: User | None) -> HttpResponse:
        """Go back to the sign-in: addresses are vouched for by whoever invited, or by the provider."""
        return redirect("account_login")


class Factors(DefaultMFAAdapter):  # type: ignore[misc]
    """Second factors: the words are ours, and the white behind the picture."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("This code is not right, or it is too old. Enter the one that the app shows now."),
        "cannot_generate_recovery_codes": _("Turn the authenticator app on first; recovery codes come with it."),
    }

    def build_totp_svg(self, url: str) -> str:
        """Return the picture on white: a camera does not read it on a dark page."""
        before, svg, drawn = super().build_totp_svg(url).partition("<svg")
        head, closed, rest = drawn.partition(">")
        return f'{before}{svg}{head}{closed}<rect width="100%" height="100%" fill="#fff"/>{rest}'


class Outside(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Accounts of the organisation's provider: whom it knows may come in, and becomes a person with a record at once."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Whether somebody whom the provider knows gets an account: yes, the organisation chose the provider."""
        return True

    def populate_user(self, request: HttpRequest, sociallogin: Any, data: dict[str, Any]) -> User:
        """Take the name and the address that the provider gives."""
        user: User = super().populate_user(request, sociallogin, data)
        parts = " ".join(str(data[part]) for part in ("first_name", "last_name") if data.get(part))
        user.name = str(data.get("name") or parts or user.email.partition("@")[0])[:120]
        return user

    def save_user(self, request: HttpRequest, sociallogin: Any, form: Any = None) -> User:
        """Save an account that came by the provider, and open its record in the same transaction."""
        with transaction.atomic():
            user: User = super().save_user(request, sociallogin, form)
            if not user.name:
                user.name = user.email.partition("@")[0]
                user.save(update_fields=["name"])
            welcome(user, actor=None)
        return user


def _language() -> str:
    return "ja" if (get_language() or "ja").startswith("ja") else "en"
