"""Does a second factor protect an account, and do recovery codes open it?"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import hotp_value, yield_hotp_counters_from_time
from django.test import Client

from kijun.web.accounts.models import User
from kijun.web.audit.models import Event
from tests.web.cast import Cast

pytestmark = pytest.mark.django_db
PASSWORD = "a long walk by the river"


@pytest.fixture
def client(cast: Cast) -> Client:
    cast.person.set_password(PASSWORD)
    cast.person.save()
    client = Client()
    _sign_in(client)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    return client


def _sign_in(client: Client) -> Any:
    return client.post("/accounts/login/", {"login": "person@example.com", "password": PASSWORD})


def _code(secret: str) -> str:
    value = hotp_value(secret, next(iter(yield_hotp_counters_from_time())))
    return f"{value:06d}"


def _turn_on(client: Client) -> str:
    page = client.get("/accounts/2fa/totp/activate/").content.decode()
    secret = re.search(r"<code>(\w+)</code>", page)
    assert secret
    assert 'src="data:image/svg+xml' in page
    client.post("/accounts/2fa/totp/activate/", {"code": _code(secret[1])})
    return secret[1]


def test_a_code_of_the_app_is_asked_for_once_it_is_on(client: Client, cast: Cast) -> None:
    wrong = client.post("/accounts/2fa/totp/activate/", {"code": "000"})
    assert "This code is not right" in wrong.content.decode()
    _turn_on(client)
    assert Event.objects.filter(action="factor.added", about=cast.person).exists()
    other = Client()
    assert _sign_in(other).headers["Location"] == "/accounts/2fa/authenticate/"
    assert other.get("/settings/").status_code == 302, "the password alone does not open the account"
    assert "Second step" in other.get("/accounts/2fa/authenticate/").content.decode()
    assert "not right" in other.post("/accounts/2fa/authenticate/", {"code": "000000"}).content.decode()


def test_a_recovery_code_opens_the_account_once(client: Client) -> None:
    _turn_on(client)
    codes = re.findall(r"<li><code>([^<]+)</code>", client.get("/accounts/2fa/recovery-codes/").content.decode())
    assert len(codes) == 10
    for expected in (302, 200):
        other = Client()
        _sign_in(other)
        assert other.post("/accounts/2fa/authenticate/", {"code": codes[0]}).status_code == expected
    assert "9 codes are left" in client.get("/accounts/2fa/").content.decode()
    page = client.post("/accounts/2fa/recovery-codes/generate/", follow=True).content.decode()
    assert len(re.findall(r"<li><code>([^<]+)</code>", page)) == 10
    assert codes[1] not in page


def test_the_app_is_turned_off_again(client: Client, cast: Cast) -> None:
    _turn_on(client)
    assert "password alone" in client.get("/accounts/2fa/totp/deactivate/").content.decode()
    client.post("/accounts/2fa/totp/deactivate/")
    assert _sign_in(Client()).headers["Location"] == "/"
    assert Event.objects.filter(action="factor.removed", about=cast.person).exists()


def test_what_protects_an_account_is_changed_by_whoever_knows_the_password(client: Client, cast: Cast) -> None:
    client = Client()
    _sign_in(client)
    answer = client.get("/accounts/2fa/totp/activate/")
    assert answer.headers["Location"].startswith("/accounts/reauthenticate/")
    there = answer.headers["Location"]
    assert "Confirm that it is you" in client.get(there).content.decode()
    assert "not your password" in client.post(there, {"password": "no"}).content.decode()
    assert client.post(there, {"password": PASSWORD}).headers["Location"] == "/accounts/2fa/totp/activate/"


@pytest.mark.parametrize("path", ["totp/activate/", "", "recovery-codes/", "recovery-codes/generate/"])
def test_the_pages_speak_japanese(client: Client, cast: Cast, path: str, words: Callable[[str], str]) -> None:
    if path.startswith("recovery"):
        _turn_on(client)
    User.objects.filter(pk=cast.person.pk).update(language="ja")
    assert words(client.get(f"/accounts/2fa/{path}").content.decode()) == ""
