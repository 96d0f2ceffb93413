"""Can people come in by the provider of their organisation?"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from allauth.socialaccount.models import SocialAccount, SocialLogin
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from kijun.web.accounts.models import User
from kijun.web.accounts.oidc import Provider, find_provider
from kijun.web.people.queries import head_of
from tests.web.cast import Cast, record_of

GIVEN = {"issuer": "https://id.example.com/realms/works/", "client": "kijun", "secret": "s", "name": "Works ID"}
ENVIRONMENT = {f"KIJUN_OIDC_{key.upper()}": value for key, value in GIVEN.items()}


def test_a_provider_is_read_from_the_environment_or_from_the_data_folder(tmp_path: Path) -> None:
    assert find_provider({}, tmp_path) is None
    (tmp_path / "oidc.json").write_text(json.dumps(GIVEN), "utf-8")
    expected = Provider(issuer="https://id.example.com/realms/works", client="kijun", secret="s", name="Works ID")
    assert find_provider(ENVIRONMENT, tmp_path / "nowhere") == expected
    assert find_provider({}, tmp_path) == expected
    assert expected.origin == "https://id.example.com"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "no JSON"),
        ("[]", "an object of texts"),
        ('{"issuer": 1}', "an object of texts"),
        ('{"issuer": "https://id.example", "client": "a", "secret": "b", "isuer": "c"}', "holds isuer"),
        ('{"issuer": "https://id.example"}', '"client" in '),
        ('{"issuer": "id.example", "client": "a", "secret": "b"}', "begins with https://"),
    ],
)
def test_a_mistake_says_where_it_is_and_what_was_expected(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "oidc.json").write_text(text, "utf-8")
    with pytest.raises(ValueError, match=r"oidc\.json") as fault:
        find_provider({}, tmp_path)
    assert words in str(fault.value)


def test_the_policy_of_the_pages_lets_the_form_lead_to_the_provider(tmp_path: Path) -> None:
    script = (
        "from kijun.web import settings as s;"
        "print(s.CONTENT_SECURITY_POLICY['DIRECTIVES']['form-action'], s.SOCIALACCOUNT_PROVIDERS)"
    )
    environment = os.environ | ENVIRONMENT | {"KIJUN_DATA": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True)
    assert "https://id.example.com'" in done.stdout
    assert "https://id.example.com/realms/works'" in done.stdout


@pytest.fixture
def provider(cast: Cast, settings: Any) -> Provider:
    found = find_provider(ENVIRONMENT, Path())
    assert found
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [found.as_app()]}}
    policy = settings.CONTENT_SECURITY_POLICY
    directives = policy["DIRECTIVES"] | {"form-action": ["'self'", found.origin]}
    settings.CONTENT_SECURITY_POLICY = policy | {"DIRECTIVES": directives}
    return found


@pytest.mark.django_db
def test_the_sign_in_offers_the_provider_where_there_is_one(cast: Cast, client: Client) -> None:
    assert "Sign in with" not in client.get("/accounts/login/", headers={"accept-language": "en"}).content.decode()


@pytest.mark.django_db
def test_the_button_is_a_form_that_the_policy_lets_through(provider: Provider, client: Client) -> None:
    answer = client.get("/accounts/login/", headers={"accept-language": "en"})
    assert "Sign in with Works ID" in answer.content.decode()
    assert 'action="/accounts/oidc/organisation/login/' in answer.content.decode()
    assert "form-action 'self' https://id.example.com" in answer.headers["Content-Security-Policy"]
    assert client.get("/accounts/oidc/other/login/").status_code == 404


def _come_in(facts: dict[str, Any]) -> HttpRequest:
    """Do what happens after the provider answered with these facts about somebody."""
    from allauth.core import context  # noqa: PLC0415  # after Django is set up
    from allauth.socialaccount.adapter import get_adapter  # noqa: PLC0415
    from allauth.socialaccount.internal.flows.login import complete_login  # noqa: PLC0415

    request = RequestFactory().get("/accounts/oidc/organisation/login/callback/")
    request.user = AnonymousUser()
    SessionMiddleware(lambda _: HttpResponse()).process_request(request)
    MessageMiddleware(lambda _: HttpResponse()).process_request(request)
    with context.request_context(request):
        login: SocialLogin = (
            get_adapter().get_provider(request, "organisation").sociallogin_from_response(request, facts)
        )
        login.state = {"process": "login"}
        complete_login(request, login)
    return request


@pytest.mark.django_db
def test_whoever_comes_for_the_first_time_gets_an_account_and_a_record(provider: Provider) -> None:
    facts = {"sub": "1", "email": "new@example.com", "email_verified": True, "name": "New Person"}
    request = _come_in(facts)
    person = User.objects.get(email="new@example.com")
    assert request.user == person
    assert head_of(record_of(person)) == {"employee": person.key, "name": "New Person"}
    assert not person.has_usable_password()
    _come_in(facts)
    assert User.objects.filter(email="new@example.com").count() == 1


@pytest.mark.django_db
def test_whoever_was_invited_is_who_comes_with_the_address_that_the_provider_verified(
    provider: Provider, cast: Cast
) -> None:
    request = _come_in({"sub": "2", "email": "Person@example.com", "email_verified": True, "name": "P"})
    assert request.user == cast.person
    assert SocialAccount.objects.get().user == cast.person


@pytest.mark.django_db
def test_an_address_that_the_provider_did_not_verify_opens_nobodys_account(provider: Provider, cast: Cast) -> None:
    request = _come_in({"sub": "3", "email": cast.person.email, "email_verified": False, "name": "P"})
    assert not request.user.is_authenticated
    assert not SocialAccount.objects.exists()
