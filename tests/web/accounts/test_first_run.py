"""How is an installation set up?"""

from __future__ import annotations

import stat

import pytest
from django.conf import settings
from django.test import Client

from kijun.web.accounts.actions import Newcomer, first_run_token, found
from kijun.web.accounts.models import Organisation, User
from kijun.web.audit.models import Event
from kijun.web.people.queries import head_of
from tests.web.cast import Cast, record_of

pytestmark = pytest.mark.django_db
PASSWORD = "a long walk by the river"
ACCOUNT = {
    "name": "Yumi Sasaki",
    "email": "yumi@example.com",
    "language": "en",
    "password": PASSWORD,
    "again": PASSWORD,
}


def _text(client: Client, path: str, **headers: str) -> str:
    return client.get(path, headers=headers).content.decode()


def test_every_page_leads_to_the_first_run_while_nobody_administers(client: Client) -> None:
    for path in ("/", "/accounts/login/", "/library/", "/settings/", "/administration/"):
        assert client.get(path).headers["Location"] == "/first-run/", path


def test_without_the_token_the_page_says_where_it_is(client: Client) -> None:
    assert "terminal" in _text(client, "/first-run/", accept_language="en")
    assert "ターミナル" in _text(client, "/first-run/", accept_language="ja")
    assert client.post("/first-run/", ACCOUNT).status_code == 200
    assert not User.objects.exists()


def test_only_the_digest_of_the_token_is_kept_and_only_for_its_owner() -> None:
    token = first_run_token()
    place = settings.DATA / "first-run"
    assert token
    assert token not in place.read_text("ascii")
    assert stat.S_IMODE(place.stat().st_mode) == 0o600


def test_a_new_start_makes_a_new_token_and_the_one_before_opens_nothing(client: Client) -> None:
    before, after = first_run_token() or "", first_run_token() or ""
    assert client.get("/first-run/", {"token": before}).status_code == 403
    assert client.get("/first-run/", {"token": after}).status_code == 302


def test_three_steps_make_the_administrator_the_organisation_and_their_record(client: Client) -> None:
    client.get("/first-run/", {"token": first_run_token() or ""})
    assert client.post("/first-run/", ACCOUNT).headers["Location"] == "/first-run/organisation/"
    assert not User.objects.exists(), "nothing is made before the last step"
    answer = client.post("/first-run/organisation/", {"name": "Example Works", "offers_sign_up": "on"})
    assert answer.headers["Location"] == "/first-run/done/"
    person = User.objects.get()
    assert person.is_administrator
    assert person.check_password(PASSWORD)
    assert Organisation.objects.get().offers_sign_up
    assert head_of(record_of(person)) == {"employee": person.key, "name": "Yumi Sasaki"}
    assert set(Event.objects.values_list("action", flat=True)) >= {"organisation.founded", "account.made"}
    assert "kijun is ready" in _text(client, "/first-run/done/")
    assert client.get("/").headers["Location"] == "/consent/"


def test_the_token_is_used_up(client: Client) -> None:
    token = first_run_token() or ""
    assert found(Newcomer(email="a@example.com", name="A", language="en"), organisation="Example", offers_sign_up=False)
    answer = client.get("/first-run/", {"token": token})
    assert answer.status_code == 403
    assert "set up already" in answer.content.decode()
    assert client.get("/first-run/organisation/").headers["Location"] == "/first-run/"
    assert first_run_token() is None
    assert not (settings.DATA / "first-run").exists()


def test_two_who_set_up_at_once_make_one_administrator() -> None:
    first = Newcomer(email="a@example.com", name="A", language="en")
    second = Newcomer(email="b@example.com", name="B", language="en")
    assert found(first, organisation="Example", offers_sign_up=False)
    assert found(second, organisation="Example", offers_sign_up=False) is None
    assert User.objects.count() == 1


def test_what_is_wrong_is_said_at_its_field(client: Client) -> None:
    client.get("/first-run/", {"token": first_run_token() or ""})
    weak = client.post("/first-run/", ACCOUNT | {"password": "short", "again": "shorter"})
    assert weak.status_code == 422
    page = weak.content.decode()
    assert "12" in page
    assert "Enter the same one twice" in page
    like = client.post("/first-run/", ACCOUNT | {"password": "yumi@example.com", "again": "yumi@example.com"})
    assert like.status_code == 422


def test_after_a_new_start_a_session_with_the_token_before_goes_back(client: Client) -> None:
    client.get("/first-run/", {"token": first_run_token() or ""})
    client.post("/first-run/", ACCOUNT)
    first_run_token()
    assert client.post("/first-run/organisation/", {"name": "Example"}).headers["Location"] == "/first-run/"
    assert not User.objects.exists()


def test_the_first_run_is_over_for_everybody_else(cast: Cast, client: Client) -> None:
    assert "set up already" in _text(client, "/first-run/", accept_language="en")
    assert client.get("/first-run/done/").status_code == 302
    client.force_login(cast.person, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.get("/first-run/done/").status_code == 403
