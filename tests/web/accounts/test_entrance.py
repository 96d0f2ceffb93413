"""Who comes in, and who does not?"""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from kijun.web.accounts.models import Organisation, User
from kijun.web.accounts.queries import organisation
from kijun.web.audit.models import Event
from kijun.web.people.models import Record
from tests.web.cast import Cast, client_of

pytestmark = pytest.mark.django_db
PASSWORD = "a long walk by the river"


@pytest.fixture
def person(cast: Cast) -> User:
    cast.person.set_password(PASSWORD)
    cast.person.save()
    return cast.person


def _sign_in(client: Client, **given: str) -> Any:
    return client.post("/accounts/login/", {"login": "person@example.com", "password": PASSWORD} | given)


def _link(pattern: str) -> str:
    found = re.search(pattern, str(mail.outbox[-1].body))
    assert found, mail.outbox[-1].body
    return found[0]


def test_somebody_signs_in_by_their_address_in_any_case_and_out(client: Client, person: User) -> None:
    assert _sign_in(client, login="PERSON@example.com").headers["Location"] == "/"
    assert client.get("/settings/").status_code == 200
    assert client.get("/accounts/logout/").status_code == 200
    client.post("/accounts/logout/")
    assert client.get("/settings/").headers["Location"].startswith("/accounts/login/")


@pytest.mark.parametrize(("language", "words"), [("en", "Forgot the password?"), ("ja", "パスワードを忘れた場合")])
def test_the_sign_in_speaks_the_language_of_the_browser(cast: Cast, client: Client, language: str, words: str) -> None:
    assert words in client.get("/accounts/login/", headers={"accept-language": language}).content.decode()


def test_after_five_wrong_passwords_the_account_is_closed_for_a_quarter_of_an_hour(
    client: Client, person: User
) -> None:
    for spelling in ("person@example.com", "Person@example.com", "person@EXAMPLE.com", " person@example.com"):
        assert _sign_in(client, login=spelling, password="another long walk").status_code == 200
    closed = _sign_in(client, password="another long walk")
    assert closed.status_code == 429
    assert "15 minutes" in closed.content.decode()
    assert closed.headers["Retry-After"] == "900"
    assert _sign_in(client).status_code == 429, "the right password does not open it meanwhile"
    assert Event.objects.filter(action="account.locked", about=person).exists()


def test_a_lock_out_is_said_in_japanese_too(cast: Cast, client: Client) -> None:
    client.cookies["kijun_language"] = "ja"
    answers = [_sign_in(client, login="nobody@example.com", password="x") for _ in range(5)]
    assert answers[-1].status_code == 429
    assert "15分" in answers[-1].content.decode()


def test_an_address_without_an_account_is_answered_as_one_with_a_wrong_password(client: Client, person: User) -> None:
    def answers(address: str) -> list[tuple[int, str]]:
        found = [_sign_in(Client(), login=address, password="another long walk") for _ in range(5)]
        return [(each.status_code, _plain(each.content.decode(), address)) for each in found]

    assert answers("person@example.com") == answers("nobody@example.com")


def test_asking_for_a_new_password_tells_nobody_who_has_an_account(client: Client, person: User) -> None:
    known = client.post("/accounts/password/reset/", {"email": person.email})
    unknown = client.post("/accounts/password/reset/", {"email": "nobody@example.com"})
    assert (known.status_code, known.headers["Location"]) == (unknown.status_code, unknown.headers["Location"])
    assert [letter.to for letter in mail.outbox] == [[person.email], ["nobody@example.com"]]
    assert "no open account" in str(mail.outbox[1].body)


def test_a_new_password_is_set_by_the_link_once(client: Client, person: User) -> None:
    client.post("/accounts/password/reset/", {"email": person.email})
    link = _link(r"http://testserver(\S+)").removeprefix("http://testserver")
    form = client.get(link).headers["Location"]
    assert "Set a new password" in client.get(form).content.decode()
    other = "over the hills and far away"
    done = client.post(form, {"password1": other, "password2": other}, follow=True)
    assert "The new password is set" in done.content.decode()
    assert _sign_in(Client(), password=other).headers["Location"] == "/"
    assert "can no longer be used" in Client().get(link, follow=True).content.decode()
    assert Event.objects.filter(action="password.reset", about=person).exists()


def test_another_password_needs_the_present_one(client: Client, person: User) -> None:
    _sign_in(client)
    other = "over the hills and far away"
    wrong = client.post("/accounts/password/change/", {"oldpassword": "no", "password1": other, "password2": other})
    assert "not your present password" in wrong.content.decode()
    client.post("/accounts/password/change/", {"oldpassword": PASSWORD, "password1": other, "password2": other})
    person.refresh_from_db()
    assert person.check_password(other)
    assert Event.objects.filter(action="password.changed", about=person).exists()


def test_a_closed_account_does_not_open(client: Client, person: User) -> None:
    _sign_in(client)
    User.objects.filter(pk=person.pk).update(is_active=False)
    assert client.get("/settings/").headers["Location"].startswith("/accounts/login/")
    assert _sign_in(Client()).headers["Location"] == "/accounts/inactive/"
    assert "closed" in client.get("/accounts/inactive/").content.decode()


def test_other_devices_are_signed_out(client: Client, person: User) -> None:
    other = Client()
    _sign_in(other)
    _sign_in(client)
    client.get("/settings/")
    assert "this one" in client.get("/accounts/sessions/").content.decode()
    client.post("/accounts/sessions/")
    assert client.get("/settings/").status_code == 200
    assert other.get("/settings/").status_code == 302


def test_nobody_opens_an_account_where_people_are_invited(cast: Cast, client: Client) -> None:
    answer = client.get("/accounts/signup/")
    assert answer.status_code == 403
    assert "invites you" in answer.content.decode()
    assert client.post("/accounts/signup/", {}).status_code == 403


@pytest.fixture
def offered(cast: Cast) -> Organisation:
    here = organisation()
    assert here
    here.offers_sign_up = True
    here.save()
    return here


NEW = {"name": "New Person", "email": "new@example.com", "language": "en", "employee": "E-77"}


def test_somebody_opens_an_account_by_the_link_to_their_address_once(offered: Organisation, client: Client) -> None:
    assert client.post("/accounts/signup/", NEW).headers["Location"] == "/sign-up/sent/"
    assert client.get("/sign-up/sent/").status_code == 200
    assert not User.objects.filter(email=NEW["email"]).exists(), "an address is proved before it has an account"
    link = _link(r"/sign-up/\S+/")
    assert client.get(link).status_code == 200
    assert client.post(link, {"password": PASSWORD, "again": "other"}).status_code == 422
    assert client.post(link, {"password": PASSWORD, "again": PASSWORD}).headers["Location"] == "/"
    person = User.objects.get(email=NEW["email"])
    assert person.check_password(PASSWORD)
    assert Record.objects.filter(owner=person).exists()
    assert Client().get(link).status_code == 404
    assert Client().get("/sign-up/anything/").status_code == 404


def test_opening_an_account_tells_nobody_who_has_one(offered: Organisation, client: Client, person: User) -> None:
    fresh = client.post("/accounts/signup/", NEW)
    taken = client.post("/accounts/signup/", NEW | {"email": person.email})
    assert (fresh.status_code, fresh.headers["Location"]) == (taken.status_code, taken.headers["Location"])
    assert "already" in mail.outbox[-1].subject
    assert User.objects.filter(email__iexact=person.email).count() == 1


def test_the_pages_of_the_library_that_are_not_ours_are_closed(cast: Cast) -> None:
    for path in ("/accounts/email/", "/accounts/confirm-email/", "/accounts/login/code/confirm/"):
        assert client_of(cast.person).get(path).status_code == 404, path


def test_the_demonstration_lets_one_look_around_as_anybody(cast: Cast, client: Client, settings: Any) -> None:
    assert client.post("/demo/sign-in/", {"person": cast.person.key}).status_code == 404
    assert "Look around as" not in client.get("/accounts/login/", headers={"accept-language": "en"}).content.decode()
    settings.IS_DEMO = True
    assert (
        "Look around as Superior" in client.get("/accounts/login/", headers={"accept-language": "en"}).content.decode()
    )
    assert client.post("/demo/sign-in/", {"person": "nobody"}).status_code == 404
    assert client.post("/demo/sign-in/", {"person": cast.superior.key}).headers["Location"] == "/"
    assert "Superior" in client.get("/settings/").content.decode()
    assert client.get("/demo/sign-in/").status_code == 405


def _plain(page: str, address: str) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"|"X-CSRFToken": "\w+"', "", page.replace(address, ""))
