"""How does somebody open an account by themselves, without being told who else has one?

Everybody gets the same page and a letter: with a link to open the account, or, where there is one, that there is. The link holds
what was entered, sealed, and works until the account is there or a day has passed.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from django.core import signing
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import override

from kijun.web.accounts.joining import Newcomer
from kijun.web.accounts.letters import send_letter
from kijun.web.accounts.models import User

LASTS: Final = timedelta(days=1)
_SALT = "kijun.sign-up"
_FIELDS = ("email", "name", "language", "employee")


def send_link(request: HttpRequest, given: Mapping[str, str]) -> None:
    """Send the letter to the address that somebody gave."""
    with override(given["language"]):
        if User.objects.filter(email__iexact=given["email"]).exists():
            there = request.build_absolute_uri(reverse("account_login"))
            send_letter("accounts/letters/has_account", given["email"], {"name": given["name"], "url": there})
            return
        sealed = signing.dumps({field: given[field] for field in _FIELDS}, salt=_SALT, compress=True)
        there = request.build_absolute_uri(reverse("accounts:open_account", kwargs={"sealed": sealed}))
        send_letter("accounts/letters/open_account", given["email"], {"name": given["name"], "url": there})


def newcomer_of(sealed: str) -> Newcomer | None:
    """Return who asked for a link, None where it no longer opens anything."""
    try:
        given = signing.loads(sealed, salt=_SALT, max_age=LASTS)
    except signing.BadSignature:
        return None
    if User.objects.filter(email__iexact=given["email"]).exists():
        return None
    return Newcomer(**{field: given[field] for field in _FIELDS})
