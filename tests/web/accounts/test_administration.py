"""What does an administrator do, and what is refused?"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from kijun.web.accounts.models import Appointment, Invitation, User
from kijun.web.accounts.queries import assessors_of, organisation, superior_of
from kijun.web.audit.models import Event
from kijun.web.people.queries import head_of
from tests.web.cast import Cast, client_of, make_person, record_of

pytestmark = pytest.mark.django_db
Bounded = Callable[..., AbstractContextManager[None]]
PASSWORD = "a long walk by the river"
NEW = {
    "name": "New Person",
    "email": "new@example.com",
    "employee": "E-77",
    "language": "ja",
    "reason": "joined in April",
}
READ = ("", "people/invite/", "people/suggestions/", "organisation/", "trail/", "trail.csv")
WRITE = ("superior/", "assessors/", "close/", "reopen/", "link/", "link/withdraw/")


@pytest.fixture
def client(cast: Cast) -> Client:
    return client_of(cast.administrator)


def _at(user: User, rest: str = "") -> str:
    return f"/administration/people/{user.key}/{rest}"


def _account(user: User, **given: str) -> dict[str, str]:
    facts = {"name": user.name, "email": user.email, "language": user.language}
    held = {flag: "on" for flag in ("is_assessor", "is_steward", "is_administrator") if getattr(user, flag)}
    return facts | held | given


@pytest.mark.parametrize("path", READ)
def test_only_administrators_see_the_administration(cast: Cast, path: str) -> None:
    expected = {role: 200 if role == "administrator" else 403 for role in cast.each()}
    got = {role: client_of(user).get(f"/administration/{path}").status_code for role, user in cast.each().items()}
    assert got == expected
    assert Client().get(f"/administration/{path}").status_code == 302


def test_only_administrators_see_and_change_an_account(cast: Cast) -> None:
    for role, user in cast.each().items():
        if role != "administrator":
            assert client_of(user).get(_at(cast.person)).status_code == 403, role
            for rest in ("", *WRITE, f"assessors/{cast.assessor.key}/dismiss/"):
                assert client_of(user).post(_at(cast.person, rest)).status_code == 403, (role, rest)


def test_an_account_that_there_is_not_is_not_found_and_acts_are_posted(client: Client, cast: Cast) -> None:
    assert client.get("/administration/people/nobody/").status_code == 404
    for rest in WRITE:
        assert client.post(f"/administration/people/nobody/{rest}").status_code == 404
        assert client.get(_at(cast.person, rest)).status_code == 405
    assert client.post(_at(cast.person, "assessors/nobody/dismiss/")).status_code == 404


@pytest.mark.parametrize(
    ("path", "english", "japanese"),
    [
        ("", "People and accounts", "利用者とアカウント"),
        ("people/invite/", "Employee number", "社員番号"),
        ("organisation/", "Name of the organisation", "組織の名前"),
        ("trail/", "Who did what", "操作記録"),
    ],
)
def test_the_administration_speaks_both_languages(
    client: Client, cast: Cast, path: str, english: str, japanese: str
) -> None:
    assert english in client.get(f"/administration/{path}").content.decode()
    User.objects.filter(pk=cast.administrator.pk).update(language="ja")
    assert japanese in client.get(f"/administration/{path}").content.decode()


def test_no_page_asks_more_of_the_database_when_there_are_more_people(
    client: Client, cast: Cast, django_assert_max_num_queries: Bounded
) -> None:
    for n in range(30):
        Appointment.objects.create(person=make_person(f"Another {n}"), holder=cast.superior, role="superior")
    for path in ("/administration/", _at(cast.person), "/administration/trail/", "/administration/organisation/"):
        with django_assert_max_num_queries(13):
            client.get(path)
    assert "1 to 25 of 37" in client.get("/administration/").content.decode()
    assert client.get("/administration/?page=2").content.decode().count("<tr>") == 13


def test_people_are_found_by_name_address_and_state(client: Client, cast: Cast) -> None:
    def found(**query: str) -> set[str]:
        page = client.get("/administration/", query).content.decode()
        return set(re.findall(r'/">([^<]+)</a></th>', page))

    assert found(q="ｓｕｐｅｒ") == {"Superior"}
    assert found(q="other@") == set()
    assert found(state="steward") == {"Steward"}
    User.objects.filter(pk=cast.outsider.pk).update(is_active=False)
    assert found(state="closed") == {"Outsider"}
    assert "Nobody is found" in client.get("/administration/", {"q": "zzz"}).content.decode()
    options = client.get("/administration/people/suggestions/", {"assessor-who": "asses"}).content.decode()
    assert "assessor@example.com" in options
    assert "superior@example.com" not in options


def test_an_invited_person_gets_an_account_a_record_and_a_link_that_works_once(client: Client) -> None:
    page = client.post("/administration/people/invite/", NEW)
    assert "no-store" in page.headers["Cache-Control"]
    link = re.search(r"/welcome/[\w-]+/", page.content.decode())
    assert link
    person = User.objects.get(email="new@example.com")
    assert head_of(record_of(person)) == {"employee": "E-77", "name": "New Person"}
    assert link[0] in str(mail.outbox[0].body)
    assert "様" in str(mail.outbox[0].body)
    guest = Client()
    assert "ようこそ" in guest.get(link[0]).content.decode()
    assert guest.post(link[0], {"password": "short", "again": "short"}).status_code == 422
    assert guest.post(link[0], {"password": PASSWORD, "again": PASSWORD}).headers["Location"] == "/"
    assert guest.get("/").headers["Location"] == "/consent/"
    assert Client().get(link[0]).status_code == 404
    assert Event.objects.get(action="account.invited").reason == "joined in April"


def test_an_address_that_is_taken_is_said_to_the_administrator(client: Client, cast: Cast) -> None:
    answer = client.post("/administration/people/invite/", NEW | {"email": "PERSON@example.com"})
    assert answer.status_code == 422
    assert "Another account has this address" in answer.content.decode()


def test_a_link_ends_after_seven_days_when_it_is_withdrawn_and_when_there_is_a_new_one(
    client: Client, cast: Cast
) -> None:
    def link() -> str:
        found = re.search(r"/welcome/[\w-]+/", client.post(_at(cast.person, "link/")).content.decode())
        assert found
        return found[0]

    first, second = link(), link()
    assert Client().get(first).status_code == 404
    assert Client().get(second).status_code == 200
    Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert Client().get(second).status_code == 404
    third = link()
    assert "is open until" in client.get(_at(cast.person)).content.decode()
    client.post(_at(cast.person, "link/withdraw/"))
    assert Client().get(third).status_code == 404
    assert "ask your administrator for a new link" in Client().get(third).content.decode()


def test_without_a_mail_server_the_link_is_handed_over(client: Client, settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
    assert "no mail server" in client.get("/administration/people/invite/").content.decode()
    client.post("/administration/people/invite/", NEW)
    assert mail.outbox == []


def test_a_mail_server_that_does_not_answer_stops_nobody(client: Client, settings: Any) -> None:
    settings.EMAIL_BACKEND, settings.EMAIL_PORT = "django.core.mail.backends.smtp.EmailBackend", 1
    page = client.post("/administration/people/invite/", NEW).content.decode()
    assert "did not take the letter" in page
    assert "/welcome/" in page


def test_an_account_is_changed_with_before_after_and_reason(client: Client, cast: Cast) -> None:
    client.post(_at(cast.person), _account(cast.person, is_assessor="on", name="Person Two", reason="asked for"))
    event = Event.objects.get(action="account.changed")
    assert event.detail == {
        "name": {"before": "Person", "after": "Person Two"},
        "is_assessor": {"before": False, "after": True},
    }
    assert (event.actor, event.about, event.reason) == (cast.administrator, cast.person, "asked for")
    page = client.get(_at(cast.person)).content.decode()
    assert "Person → Person Two" in page
    assert client.post(_at(cast.person), {"name": ""}).status_code == 422


def test_the_last_administrator_stays(client: Client, cast: Cast) -> None:
    me = cast.administrator
    wanted = _account(me)
    del wanted["is_administrator"]
    for answer in (client.post(_at(me), wanted), client.post(_at(me, "close/"))):
        assert answer.status_code == 422
        assert "Nobody else administers" in answer.content.decode()
    client.post(_at(cast.steward), _account(cast.steward, is_administrator="on"))
    assert client.post(_at(me), wanted).status_code == 302
    assert client.get("/administration/").status_code == 403


def test_a_closed_account_signs_in_nowhere_until_it_is_opened_again(client: Client, cast: Cast) -> None:
    theirs = client_of(cast.person)
    client.post(_at(cast.person, "close/"), {"reason": "left"})
    assert theirs.get("/settings/").status_code == 302
    assert Event.objects.get(action="account.deactivated").reason == "left"
    assert client.post(_at(cast.person, "link/")).status_code == 404
    assert "Open the account again" in client.get(_at(cast.person)).content.decode()
    client.post(_at(cast.person, "reopen/"))
    assert client_of(cast.person).get("/settings/").status_code == 200


def test_a_superior_is_named_by_address_or_name_and_nobody_by_nothing(client: Client, cast: Cast) -> None:
    client.post(_at(cast.person, "superior/"), {"superior-who": "OUTSIDER@example.com", "superior-reason": "new team"})
    assert superior_of(cast.person) == cast.outsider
    event = Event.objects.get(action="superior.named")
    assert (event.detail, event.reason) == ({"before": "Superior", "after": "Outsider"}, "new team")
    client.post(_at(cast.person, "superior/"), {"superior-who": "Superior"})
    assert superior_of(cast.person) == cast.superior
    client.post(_at(cast.person, "superior/"), {"superior-who": ""})
    assert superior_of(cast.person) is None
    assert Appointment.objects.filter(person=cast.person, role="superior").count() == 3, "ended ones are kept"


def test_nobody_stands_above_themselves_by_no_detour(client: Client, cast: Cast) -> None:
    client.post(_at(cast.superior, "superior/"), {"superior-who": cast.outsider.email})
    answer = client.post(_at(cast.outsider, "superior/"), {"superior-who": cast.person.email})
    assert answer.status_code == 422
    assert "Outsider → Person → Superior → Outsider" in answer.content.decode()
    alone = client.post(_at(cast.person, "superior/"), {"superior-who": cast.person.email})
    assert "Nobody stands above themselves" in alone.content.decode()
    assert superior_of(cast.outsider) is None


def test_who_is_meant_must_be_one(client: Client, cast: Cast) -> None:
    User.objects.filter(pk=cast.outsider.pk).update(name="Superior")
    answer = client.post(_at(cast.person, "superior/"), {"superior-who": "Superior"})
    assert answer.status_code == 422
    assert "outsider@example.com" in answer.content.decode()
    nobody = client.post(_at(cast.person, "superior/"), {"superior-who": "Who"})
    assert "Nobody here is called" in nobody.content.decode()


def test_assessors_are_appointed_and_dismissed(client: Client, cast: Cast) -> None:
    refused = client.post(_at(cast.person, "assessors/"), {"assessor-who": cast.outsider.email})
    assert refused.status_code == 422
    assert "is no assessor" in refused.content.decode()
    client.post(_at(cast.person, "assessors/"), {"assessor-who": cast.other_assessor.email})
    assert set(assessors_of(cast.person)) == {cast.assessor, cast.other_assessor}
    client.post(_at(cast.person, f"assessors/{cast.assessor.key}/dismiss/"))
    assert assessors_of(cast.person) == [cast.other_assessor]
    assert set(Event.objects.values_list("action", flat=True)) >= {"assessor.appointed", "assessor.dismissed"}
    User.objects.filter(pk=cast.assessor.pk).update(is_active=False)
    closed = client.post(_at(cast.person, "assessors/"), {"assessor-who": cast.assessor.email})
    assert "is closed" in closed.content.decode()


def test_the_organisation_is_changed(client: Client) -> None:
    assert client.post("/administration/organisation/", {"name": ""}).status_code == 422
    client.post("/administration/organisation/", {"name": "Other Works", "offers_sign_up": "on", "reason": "merger"})
    here = organisation()
    assert here
    assert (here.name, here.offers_sign_up) == ("Other Works", True)
    assert Event.objects.get(action="organisation.changed").reason == "merger"


def test_an_administrator_sees_no_record(client: Client, cast: Cast) -> None:
    page = client.get(_at(cast.person)).content.decode()
    assert f'"/people/{cast.person.key}/' not in page
