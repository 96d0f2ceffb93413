"""What does somebody decide about their own account?"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from kijun.web.accounts.actions import make_token
from kijun.web.accounts.models import Consent, Token, User
from kijun.web.accounts.queries import NOTICE, token_of
from kijun.web.audit.models import Event
from tests.web.cast import Cast, client_of

pytestmark = pytest.mark.django_db
Bounded = Callable[..., AbstractContextManager[None]]
SETTINGS = {"name": "Person", "language": "en", "time_zone": "Asia/Tokyo", "theme": "auto"}
PAGES = ("/settings/", "/settings/tokens/", "/consent/", "/accounts/2fa/", "/accounts/sessions/", "/accounts/3rdparty/")


def _said(client: Client, path: str) -> str:
    return client.get(path).content.decode()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_of_ones_own_is_for_whoever_is_signed_in(cast: Cast, path: str) -> None:
    for role, user in cast.each().items():
        assert client_of(user).get(path).status_code == 200, role
    assert Client().get(path).headers["Location"].startswith("/accounts/login/")


@pytest.mark.parametrize("path", PAGES)
def test_a_page_of_ones_own_asks_the_database_little(
    cast: Cast, path: str, django_assert_max_num_queries: Bounded
) -> None:
    client = client_of(cast.person)
    client.get(path)
    with django_assert_max_num_queries(13):
        client.get(path)


@pytest.mark.parametrize(
    ("path", "english", "japanese"),
    [
        ("/settings/", "Time zone", "タイムゾーン"),
        ("/settings/tokens/", "Keys to the API", "APIキー"),
        ("/consent/", "Who sees it", "見える人"),
        ("/accounts/2fa/", "Two steps", "2段階認証"),
        ("/accounts/sessions/", "Devices", "サインイン中の端末"),
        ("/accounts/password/set/", "Set a password", "パスワードを設定する"),
    ],
)
def test_a_page_speaks_both_languages(cast: Cast, path: str, english: str, japanese: str) -> None:
    client = client_of(cast.person)
    assert english in _said(client, path)
    User.objects.filter(pk=cast.person.pk).update(language="ja")
    assert japanese in _said(client, path)


def test_settings_are_saved_and_another_name_is_on_the_trail(cast: Cast) -> None:
    wanted = {"name": "Somebody Else", "language": "ja", "time_zone": "europe/berlin", "theme": "dark"}
    page = client_of(cast.person).post("/settings/", wanted, follow=True).content.decode()
    assert 'lang="ja" data-theme="dark"' in page
    assert "設定を保存しました" in page
    cast.person.refresh_from_db()
    assert (cast.person.name, cast.person.time_zone) == ("Somebody Else", "Europe/Berlin")
    (event,) = Event.objects.filter(action="account.changed")
    assert event.detail == {"name": {"before": "Person", "after": "Somebody Else"}}


def test_a_time_zone_that_there_is_not_is_refused_with_an_example(cast: Cast) -> None:
    answer = client_of(cast.person).post("/settings/", SETTINGS | {"time_zone": "Nowhere"})
    assert answer.status_code == 422
    assert "Asia/Tokyo" in answer.content.decode()


def test_the_language_is_that_of_the_browser_until_somebody_signs_in(cast: Cast, client: Client) -> None:
    answer = client.post("/language/", {"language": "ja", "next": "/accounts/login/"})
    assert answer.headers["Location"] == "/accounts/login/"
    assert "サインイン" in _said(client, "/accounts/login/")
    signed_in = client_of(cast.person)
    signed_in.post("/language/", {"language": "ja", "next": "/settings/"})
    assert User.objects.get(pk=cast.person.pk).language == "ja"


@pytest.mark.parametrize("wanted", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)", ""])
def test_nobody_is_led_elsewhere(cast: Cast, client: Client, wanted: str) -> None:
    assert client.post("/language/", {"language": "ja", "next": wanted}).headers["Location"] == "/"
    assert client_of(cast.person).post("/theme/", {"theme": "dark", "next": wanted}).headers["Location"] == "/"


def test_a_language_or_a_theme_that_there_is_not_changes_nothing(cast: Cast) -> None:
    client = client_of(cast.person)
    client.post("/language/", {"language": "xx"})
    client.post("/theme/", {"theme": "pink"})
    cast.person.refresh_from_db()
    assert (cast.person.language, cast.person.theme) == ("en", "auto")
    assert client.get("/language/").status_code == 405
    assert client.get("/theme/").status_code == 405


def test_whoever_has_not_agreed_reads_the_notice_first(cast: Cast) -> None:
    Consent.objects.filter(person=cast.person).delete()
    client = client_of(cast.person)
    assert client.get("/settings/").headers["Location"] == "/consent/"
    assert "I have read this and agree" in _said(client, "/consent/")
    assert client.post("/consent/", {"next": "/settings/"}).headers["Location"] == "/settings/"
    given = Consent.objects.get(person=cast.person)
    assert (given.notice, given.language) == (NOTICE, "en")
    assert Event.objects.filter(action="consent.given", about=cast.person).count() == 1
    client.post("/consent/")
    assert Consent.objects.filter(person=cast.person).count() == 1
    assert "You agreed on" in _said(client, "/consent/")


def test_a_key_is_shown_once_and_opens_until_it_is_withdrawn(cast: Cast) -> None:
    client = client_of(cast.person)
    page = client.post("/settings/tokens/", {"name": "Mirror", "scopes": ["plan:read", "record:read"], "days": "30"})
    secret = page.content.decode().partition("<code>kijun_")[2].partition("<")[0]
    assert "no-store" in page.headers["Cache-Control"]
    found = token_of(f"kijun_{secret}")
    assert found
    assert (found.owner, found.scopes) == (cast.person, ["record:read", "plan:read"])
    assert secret not in _said(client, "/settings/tokens/")
    assert "Mirror" in _said(client, "/settings/tokens/")
    client.post(f"/settings/tokens/{found.pk}/withdraw/")
    assert token_of(f"kijun_{secret}") is None
    assert [*Event.objects.order_by("pk").values_list("action", flat=True)][-2:] == ["token.made", "token.withdrawn"]


def test_a_key_of_somebody_else_is_none_of_ones_business(cast: Cast) -> None:
    token, _ = make_token(cast.person, "Mirror", ["record:read"], 30)
    for role in ("outsider", "superior", "assessor", "administrator"):
        assert client_of(cast.each()[role]).post(f"/settings/tokens/{token.pk}/withdraw/").status_code == 404
    assert client_of(cast.person).get(f"/settings/tokens/{token.pk}/withdraw/").status_code == 405


def test_a_key_without_a_scope_is_not_made(cast: Cast) -> None:
    answer = client_of(cast.person).post("/settings/tokens/", {"name": "Mirror", "scopes": ["all"], "days": "9000"})
    assert answer.status_code == 422
    assert not Token.objects.exists()


def test_a_key_opens_nothing_when_it_is_too_old_or_its_owner_is_gone(cast: Cast) -> None:
    token, secret = make_token(cast.person, "Mirror", ["record:read"], 30)
    assert token_of("kijun_nothing") is None
    Token.objects.filter(pk=token.pk).update(expires_at=timezone.now())
    assert token_of(secret) is None
    Token.objects.filter(pk=token.pk).update(expires_at=None)
    assert token_of(secret)
    User.objects.filter(pk=cast.person.pk).update(is_active=False)
    assert token_of(secret) is None


def test_when_a_key_was_used_is_written_once_a_minute(cast: Cast, django_assert_num_queries: Bounded) -> None:
    token, secret = make_token(cast.person, "Mirror", ["record:read"], 30)
    token_of(secret)
    with django_assert_num_queries(1):
        token_of(secret)
    Token.objects.filter(pk=token.pk).update(used_at=timezone.now() - timedelta(minutes=2))
    with django_assert_num_queries(2):
        token_of(secret)
