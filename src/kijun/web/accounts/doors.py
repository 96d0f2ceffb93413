"""Which of allauth's pages are open here?

Those that are named below, and no other: what a later version of it brings stays closed until somebody opens it. Addresses are
vouched for by whoever invites or by the provider, so its pages for changing and confirming them are none of ours.
"""

from __future__ import annotations

from typing import Final

from allauth.account.urls import urlpatterns as account
from allauth.mfa.urls import urlpatterns as factors
from allauth.socialaccount.providers.openid_connect.urls import urlpatterns as provider
from allauth.socialaccount.urls import urlpatterns as outside
from allauth.usersessions.urls import urlpatterns as sessions
from django.contrib.auth.decorators import login_not_required
from django.urls import URLPattern, include, path

from kijun.web.accounts.views.entrance import sign_up

_OPEN: Final = {
    "account_login",
    "account_logout",
    "account_inactive",
    "account_reauthenticate",
    "account_change_password",
    "account_set_password",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
}


def _open_to_all(door: URLPattern) -> URLPattern:
    """Return a door through which people may go who are not signed in: allauth forgets to say so of this page."""
    if door.name == "socialaccount_login_error":
        login_not_required(door.callback)
    return door


urlpatterns = [
    path("signup/", sign_up, name="account_signup"),
    *(door for door in account if isinstance(door, URLPattern) and door.name in _OPEN),
    path("2fa/", include(factors)),
    path("3rdparty/", include([_open_to_all(door) for door in outside])),
    *provider,
    path("sessions/", include(sessions)),
]
