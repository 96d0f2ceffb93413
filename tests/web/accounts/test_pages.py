"""Does every page that needs no record keep to one language, and to the policy?"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client

from kijun.web.accounts.actions import first_run_token, new_link
from kijun.web.accounts.models import Consent, User
from tests.web.accounts.test_first_run import ACCOUNT
from tests.web.cast import Cast, client_of

pytestmark = pytest.mark.django_db
OUTSIDE = (
    "/accounts/login/",
    "/accounts/password/reset/",
    "/accounts/password/reset/done/",
    "/accounts/password/reset/key/1-set-password/",
    "/accounts/password/reset/key/done/",
    "/accounts/inactive/",
    "/accounts/signup/",
    "/accounts/3rdparty/login/cancelled/",
    "/accounts/3rdparty/login/error/",
    "/sign-up/sent/",
    "/sign-up/x/",
    "/welcome/x/",
    "/first-run/",
)
INSIDE = (
    "/settings/",
    "/settings/tokens/",
    "/consent/",
    "/first-run/done/",
    "/accounts/logout/",
    "/accounts/password/set/",
    "/accounts/2fa/",
    "/accounts/sessions/",
    "/accounts/3rdparty/",
    "/administration/",
    "/administration/?q=zzz",
    "/administration/people/invite/",
    "/administration/organisation/",
    "/administration/trail/",
    "/administration/trail/?who=zzz",
)
Words = Callable[[str], str]
_OWN = re.compile(
    r"[\w.]*@?example\.com|Example Works|Administrator|Asia/Tokyo|Tokyo|Person|Superior|Assessor|Other|Steward|Outsider"
)


def _japanese(client: Client) -> Client:
    client.cookies["kijun_language"] = "ja"
    return client


def _checked(page: str, words: Words) -> None:
    assert words(_OWN.sub("", page)) == ""
    assert '<html lang="ja"' in page
    assert not re.search(r"<style|<script(?![^>]* src=)|\sstyle=|\son\w+=", page), "the policy would stop it"


@pytest.mark.parametrize("path", OUTSIDE)
def test_a_page_outside_is_japanese_throughout(cast: Cast, client: Client, path: str, words: Words) -> None:
    _checked(_japanese(client).get(path).content.decode(), words)


@pytest.mark.parametrize("path", INSIDE)
def test_a_page_inside_is_japanese_throughout(cast: Cast, path: str, words: Words) -> None:
    User.objects.update(language="ja")
    _checked(client_of(cast.administrator).get(path).content.decode(), words)


def test_an_account_and_its_forms_with_mistakes_are_japanese_throughout(cast: Cast, words: Words) -> None:
    User.objects.update(language="ja")
    client, there = client_of(cast.administrator), f"/administration/people/{cast.person.key}/"
    new_link(cast.person, actor=cast.administrator, reason="")
    _checked(client.get(there).content.decode(), words)
    for path, given in (
        (there, {}),
        (there + "superior/", {"superior-who": "0"}),
        (there + "superior/", {"superior-who": cast.person.email}),
        (there + "assessors/", {"assessor-who": cast.superior.email}),
        ("/administration/people/invite/", {}),
        ("/settings/", {"time_zone": "0"}),
        ("/settings/tokens/", {}),
    ):
        answer = client.post(path, given)
        assert answer.status_code == 422, path
        _checked(answer.content.decode(), words)


def test_the_link_to_an_account_is_shown_in_japanese_throughout(cast: Cast, words: Words) -> None:
    User.objects.update(language="ja")
    answer = client_of(cast.administrator).post(f"/administration/people/{cast.person.key}/link/")
    _checked(answer.content.decode(), words)


def test_the_notice_is_japanese_before_anybody_agreed(cast: Cast, words: Words) -> None:
    User.objects.update(language="ja")
    Consent.objects.all().delete()
    _checked(client_of(cast.person).get("/consent/").content.decode(), words)


def test_the_first_run_is_japanese_throughout(client: Client, words: Words) -> None:
    _japanese(client)
    _checked(client.get("/first-run/").content.decode(), words)
    _checked(client.post("/first-run/", {"token": "0"}).content.decode(), words)
    client.post("/first-run/", {"token": first_run_token() or ""})
    _checked(client.get("/first-run/").content.decode(), words)
    _checked(client.post("/first-run/", {"password": "1", "again": "2"}).content.decode(), words)
    entered = client.post("/first-run/", ACCOUNT)
    assert entered.status_code == 302, entered.content.decode()
    _checked(client.get("/first-run/organisation/").content.decode(), words)


def test_the_forms_of_the_entrance_are_japanese_with_mistakes_too(cast: Cast, client: Client, words: Words) -> None:
    _japanese(client)
    for path, given in (
        ("/accounts/login/", {}),
        ("/accounts/login/", {"login": "1@example.com", "password": "1"}),
        ("/accounts/password/reset/", {"email": "1"}),
    ):
        _checked(client.post(path, given).content.decode(), words)
    cast.person.set_password("a long walk by the river")
    cast.person.language = "ja"
    cast.person.save()
    inside = client_of(cast.person)
    given = {"oldpassword": "1", "password1": "2", "password2": "3"}
    _checked(inside.post("/accounts/password/change/", given).content.decode(), words)
