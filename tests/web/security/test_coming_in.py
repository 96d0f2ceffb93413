"""Who is not let in, however they try; and who is out at once, wherever they were in."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret, hotp_value, yield_hotp_counters_from_time
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from kijun.web.accounts.actions import Newcomer, invite, make_token, new_link
from kijun.web.accounts.models import Consent, Invitation, User
from kijun.web.accounts.tokens import token_of
from tests.web.cast import Cast, client_of, give_record

pytestmark = pytest.mark.django_db
PASSWORD = "a long walk by the river"
ADDRESS = "person@example.com"


@pytest.fixture(autouse=True)
def _nothing_counted() -> None:
    cache.clear()


@pytest.fixture
def person(cast: Cast) -> User:
    cast.person.set_password(PASSWORD)
    cast.person.save()
    return cast.person


def sign_in(client: Client, *, password: str = PASSWORD, **headers: str) -> Any:
    return client.post("/accounts/login/", {"login": ADDRESS, "password": password}, headers=headers)


def is_in(client: Client) -> bool:
    return client.get("/settings/").status_code == 200


def turn_on_codes(person: User) -> str:
    secret: str = generate_totp_secret()
    TOTP.activate(person, secret)
    return secret


def code_of(secret: str) -> str:
    return f"{hotp_value(secret, next(iter(yield_hotp_counters_from_time()))):06d}"


def test_codes_of_one_account_cannot_be_tried_from_many_places(person: User) -> None:
    secret = turn_on_codes(person)
    assert Authenticator.objects.filter(user=person).exists()
    wrong = "000000" if code_of(secret) != "000000" else "111111"
    for place in range(10):
        client = Client(REMOTE_ADDR=f"203.0.113.{place}")
        sign_in(client)
        assert "not right" in client.post("/accounts/2fa/authenticate/", {"code": wrong}).content.decode()
    client = Client(REMOTE_ADDR="203.0.113.99")
    sign_in(client)
    said = client.post("/accounts/2fa/authenticate/", {"code": code_of(secret)}).content.decode()
    assert "Too many attempts" in said
    assert not is_in(client)


def test_the_right_code_begins_the_count_anew(person: User) -> None:
    secret = turn_on_codes(person)
    client = Client()
    sign_in(client)
    for _attempt in range(9):
        client.post("/accounts/2fa/authenticate/", {"code": "abc"})
    client.post("/accounts/2fa/authenticate/", {"code": code_of(secret)})
    assert is_in(client)
    sign_in(again := Client())
    for _attempt in range(9):
        assert "not right" in again.post("/accounts/2fa/authenticate/", {"code": "abc"}).content.decode()


@pytest.mark.parametrize("way_in", ["invitation", "reset"])
def test_no_other_way_in_goes_round_the_second_factor(person: User, cast: Cast, way_in: str) -> None:
    turn_on_codes(person)
    client = Client()
    if way_in == "invitation":
        secret = new_link(person, actor=cast.administrator)
        client.post(f"/welcome/{secret}/", {"password": "another long walk there", "again": "another long walk there"})
    else:
        client.post("/accounts/password/reset/", {"email": ADDRESS})
        link = next(word for word in str(mail.outbox[-1].body).split() if "/reset/key/" in word)
        there = client.get(link, follow=True).redirect_chain[-1][0]
        client.post(there, {"password1": "another long walk there", "password2": "another long walk there"})
    assert not is_in(client)


@pytest.mark.parametrize(
    "spelt", ["PERSON@example.com", " person@example.com ", "Person@EXAMPLE.com", "\u3000person@example.com"]
)
def test_another_spelling_of_the_address_gives_no_further_attempts(person: User, spelt: str) -> None:
    client = Client()
    for _attempt in range(5):
        sign_in(client, password="wrong")
    answer = client.post("/accounts/login/", {"login": spelt, "password": PASSWORD})
    assert answer.status_code == 429
    assert not is_in(client)


@pytest.mark.parametrize("header", ["X-Forwarded-For", "X-Real-IP", "Forwarded", "Client-IP", "X-Client-IP"])
def test_what_a_request_says_of_its_own_place_gives_no_further_attempts(person: User, header: str) -> None:
    client = Client()
    for attempt in range(5):
        sign_in(client, password="wrong", **{header: f"198.51.100.{attempt}"})
    assert sign_in(client, **{header: "198.51.100.77"}).status_code == 429


def test_whoever_has_no_account_is_answered_as_somebody_who_has_one(person: User) -> None:
    answers = []
    for address in (ADDRESS, "nobody@example.com"):
        wrong = Client().post("/accounts/login/", {"login": address, "password": "wrong"}).content.decode()
        reset = Client().post("/accounts/password/reset/", {"email": address})
        shown = wrong[wrong.index("<main") :].replace(address, "")
        answers.append((shown[: shown.index("csrfmiddlewaretoken")], reset.status_code, reset.headers["Location"]))
    assert answers[0] == answers[1]


def test_a_closed_account_is_out_at_once(person: User, cast: Cast) -> None:
    give_record(person)
    client = Client()
    sign_in(client)
    assert is_in(client)
    _token, secret = make_token(person, "program", ["record:read"], 30)
    made = client.post(f"/people/{person.key}/passport/links/new/", {"purpose": "p", "days": 5, "state": "live"})
    address = made.context["address"].removeprefix("http://testserver")
    assert Client().get(address).status_code == 200
    client_of(cast.administrator).post(f"/administration/people/{person.key}/close/")
    assert not is_in(client)
    assert token_of(secret) is None
    assert Client().get(address).status_code == 404
    assert Client().get("/api/account", headers={"Authorization": f"Bearer {secret}"}).status_code in (401, 404)
    sign_in(again := Client())
    assert not is_in(again)
    assert client_of(cast.superior).get(f"/people/{person.key}/record/").status_code == 404


def test_the_session_is_another_one_after_signing_in_and_none_after_signing_out(person: User) -> None:
    client = Client()
    client.get("/accounts/login/")
    session = client.session
    session["before"] = 1
    session.save()
    planted = str(session.session_key)
    client.cookies["kijun_session"] = planted
    sign_in(client)
    assert client.cookies["kijun_session"].value != planted
    cookie = client.cookies["kijun_session"]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")
    stolen = Client()
    stolen.cookies["kijun_session"] = cookie.value
    assert is_in(stolen)
    client.post("/accounts/logout/")
    assert not is_in(stolen)


def test_another_password_ends_the_other_sessions(person: User) -> None:
    first, second = Client(), Client()
    sign_in(first)
    sign_in(second)
    changed = {"oldpassword": PASSWORD, "password1": "another long walk there", "password2": "another long walk there"}
    first.post("/accounts/password/change/", changed)
    assert not is_in(second)


def test_a_link_that_invites_works_once_and_not_for_ever(cast: Cast) -> None:
    given = {"password": "another long walk there", "again": "another long walk there"}
    someone, secret = invite(Newcomer(email="new@example.com", name="New", language="en"), actor=cast.administrator)
    assert Client().post(f"/welcome/{secret}/", given).status_code == 302
    assert Client().post(f"/welcome/{secret}/", given).status_code == 404
    _other, late = invite(Newcomer(email="late@example.com", name="Late", language="en"), actor=cast.administrator)
    Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert Client().get(f"/welcome/{late}/").status_code == 404
    someone.refresh_from_db()
    assert someone.check_password("another long walk there")


def test_nobody_gets_past_the_notice(cast: Cast) -> None:
    Consent.objects.all().delete()
    cache.clear()
    client = client_of(cast.person)
    own = f"/people/{cast.person.key}"
    for address in (
        f"{own}/map/",
        f"{own}/record/",
        f"{own}/record/export/zip/",
        f"{own}/passport/passport.pdf",
        "/library/",
    ):
        assert client.get(address, headers={"HX-Request": "true"}).headers.get("Location") == "/consent/", address
    assert client.post(f"{own}/record/draft/?form=head-new", {"name": "x"}).headers["Location"] == "/consent/"


def test_the_demonstration_is_nowhere_else(cast: Cast) -> None:
    client = Client()
    assert client.post("/demo/sign-in/", {"person": cast.administrator.key}).status_code == 404
    assert not is_in(client)


def test_a_change_needs_the_token_of_the_page(person: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    own = f"/people/{person.key}"
    for address in (
        f"{own}/record/draft/?form=engagements-new",
        f"{own}/record/engagements/new/",
        f"{own}/record/engagements/could-count/",
        f"{own}/record/erase/",
        f"{own}/record/import/",
        f"{own}/passport/links/new/",
        "/settings/",
        "/settings/tokens/",
        "/language/",
        "/theme/",
        "/accounts/logout/",
        "/accounts/password/change/",
    ):
        assert client.post(address, headers={"HX-Request": "true"}).status_code == 403, address
    sent = '{"answers": [["title_en", "x"]]}'
    draft = f"{own}/record/draft/?form=engagements-new"
    assert client.post(draft, sent, content_type="application/json").status_code == 403


def test_a_host_that_is_not_ours_is_not_answered(person: User) -> None:
    client = Client(headers={"host": "evil.example"})
    assert client.post("/accounts/password/reset/", {"email": ADDRESS}).status_code == 400
    assert not mail.outbox


def test_a_browser_says_about_itself_what_it_likes(person: User) -> None:
    assert sign_in(client := Client(), **{"User-Agent": "x" * 20_000 + "<script>"}).status_code == 302
    assert "<script>" not in client.get("/accounts/sessions/").content.decode()
