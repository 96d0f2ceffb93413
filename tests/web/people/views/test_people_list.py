"""The list holds those whose records somebody may see, with the role and the levels, and nobody else."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from kijun.web.accounts.models import Appointment, User
from kijun.web.people.actions import Wish, change_record
from kijun.web.people.models import Entry
from tests.web.cast import Cast, client_of, give_record, make_person, record_of

pytestmark = pytest.mark.django_db


def people(user: User, **asked: str) -> Any:
    return client_of(user).get("/people/", asked)


def text(response: Any) -> str:
    return str(response.content.decode())


@pytest.mark.parametrize(("who", "role"), [("superior", "superior"), ("assessor", "assessor")])
def test_one_sees_whom_one_leads_or_assesses_and_where_they_stand(cast: Cast, who: str, role: str) -> None:
    give_record(cast.person)
    page = text(people(cast.each()[who]))
    for said in (
        "Person",
        role,
        "Hardware",
        "Level 6",
        f"/people/{cast.person.key}/record/",
        f"/people/{cast.person.key}/map/",
    ):
        assert said in page
    for other in ("Outsider", "Steward", "Other Assessor"):
        assert other not in page


@pytest.mark.parametrize("who", ["person", "outsider", "administrator", "steward", "other_assessor"])
def test_whoever_may_see_nobody_is_led_to_their_own_record(cast: Cast, who: str) -> None:
    user = cast.each()[who]
    assert people(user)["Location"] == f"/people/{user.key}/record/"


def test_an_appointment_that_ended_and_an_account_that_is_closed_are_not_listed(cast: Cast) -> None:
    Appointment.objects.filter(holder=cast.superior).update(until=timezone.now())
    assert people(cast.superior).status_code == 302
    User.objects.filter(pk=cast.person.pk).update(is_active=False)
    assert people(cast.assessor).status_code == 302


def test_whoever_is_no_assessor_any_more_sees_nobody(cast: Cast) -> None:
    User.objects.filter(pk=cast.assessor.pk).update(is_assessor=False)
    assert people(cast.assessor).status_code == 302


def test_one_is_found_by_name_number_and_team_in_either_width(cast: Cast) -> None:
    head = Entry.objects.get(record=record_of(cast.person), list="head")
    wish = Wish(key=head.key, list="head", body={**head.body, "team": "基盤サービス1課"})
    change_record(record_of(cast.person), [wish], author=cast.person, kind="edited")
    for words in ("pers", "ｐｅｒｓｏｎ", f"E-{cast.person.pk}", "基盤", "person 1課"):
        assert "Person" in text(people(cast.superior, q=words)), words
    page = text(people(cast.superior, q="nobody<b>"))
    assert "Nobody is found" in page
    assert "<b>" not in page


@pytest.mark.parametrize("words", ["%", "_", "x" * 5000, "'; drop table", "\ud800".encode("utf-8", "replace").decode()])
def test_any_words_can_be_searched_for(cast: Cast, words: str) -> None:
    assert people(cast.superior, q=words).status_code == 200


def test_the_page_says_how_much_waits(cast: Cast) -> None:
    body = {"item": "customer-service/hardware/technology", "level": 4, "by": "superior", "day": "2026-04-01"}
    wish = Wish(list="ratings", body=body, awaits="superior")
    change_record(record_of(cast.person), [wish], author=cast.person, kind="added")
    assert "1 entry waits for your word" in text(people(cast.superior))
    assert "waits for your word" not in text(people(cast.assessor))


def test_it_speaks_japanese_and_takes_no_post(cast: Cast) -> None:
    User.objects.update(language="ja")
    give_record(cast.person)
    page = text(people(cast.superior))
    for said in ("到達レベル", "あなたの役割", "上司"):
        assert said in page
    assert client_of(cast.superior).post("/people/").status_code == 405


def test_many_people_are_shown_in_pages_and_ask_no_more_of_the_database(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(45):
        person = make_person(f"Member {number:02}")
        Appointment.objects.create(person=person, holder=cast.superior, role="superior")
    client = client_of(cast.superior)
    with django_assert_max_num_queries(34):
        page = text(client.get("/people/"))
    assert "Member 19" in page
    assert "Member 20" not in page
    with django_assert_max_num_queries(14):
        client.get("/people/")
    assert "Member 20" in text(client.get("/people/", {"page": "2"}))
