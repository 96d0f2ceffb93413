"""Does the record show what is on record, to whom it may, and help where nothing is?"""

from __future__ import annotations

import pytest
from django.urls import reverse

from kijun.web.people.actions import Wish, change_record
from kijun.web.people.models import Entry
from tests.web.cast import Cast, client_of, give_record, record_of
from tests.web.people.typed import add, entries, text_of, url

pytestmark = pytest.mark.django_db


def test_the_record_shows_its_engagements_over_time_and_every_list(cast: Cast) -> None:
    give_record(cast.person)
    page = text_of(client_of(cast.person).get(url("record", cast.person)))
    assert "7 engagements, 1 still running" in page
    assert page.count('<rect class="bar') == 7
    assert page.count('<rect class="bar failed"') == 1
    for words in (
        "Kotori Railway",
        "Guides others",
        "Reading the signs of a fault",
        "Applied IT Engineer",
        "20 ratings",
    ):
        assert words in page


def test_the_record_speaks_japanese(cast: Cast) -> None:
    cast.person.language = "ja"
    cast.person.save()
    give_record(cast.person)
    page = text_of(client_of(cast.person).get(url("record", cast.person)))
    for words in ("案件を記録", "専門性", "編集", "複製", "履歴", "削除", "2023年10月2日から", "漏れはありませんか"):
        assert words in page


def test_nobody_is_asked_for_more_than_a_few_rows_at_a_time(
    cast: Cast, django_assert_max_num_queries: pytest.FixtureRequest
) -> None:
    give_record(cast.person)
    client = client_of(cast.person)
    client.get(url("record", cast.person))
    with django_assert_max_num_queries(8):  # type: ignore[operator]  # a context manager of pytest-django
        client.get(url("record", cast.person))


@pytest.mark.parametrize("who", ["superior", "assessor"])
def test_a_superior_and_an_assessor_read_it_and_find_nothing_to_press(cast: Cast, who: str) -> None:
    give_record(cast.person)
    page = text_of(client_of(cast.each()[who]).get(url("record", cast.person)))
    assert "Kotori Railway" in page
    for words in ("Duplicate", "Remove", "Record an engagement", url("engagement_new", cast.person)):
        assert words not in page


def test_an_empty_record_says_what_to_do_first(cast: Cast) -> None:
    page = text_of(client_of(cast.person).get(url("record", cast.person)))
    assert "Three things to do first" in page
    assert "Load an example" in page
    read = text_of(client_of(cast.superior).get(url("record", cast.person)))
    assert "Nothing is on record yet" in read
    assert "Load an example" not in read


def test_the_example_fills_an_empty_record_and_one_click_takes_it_back(cast: Cast) -> None:
    client = client_of(cast.person)
    page = client.post(url("example", cast.person), follow=True)
    assert "An example is on record." in text_of(page)
    assert len(entries(cast.person, "engagements")) == 7
    client.post(url("undo", cast.person, number=2))
    assert [entry.list for entry in entries(cast.person)] == ["head"]


def test_in_the_example_nobody_else_has_said_anything(cast: Cast) -> None:
    client_of(cast.person).post(url("example", cast.person))
    claims = [each for entry in entries(cast.person, "engagements") for each in entry.body.get("equivalences", [])]
    assert {each["decision"] for each in claims} == {"claimed"}
    waiting = {
        (entry.body.get("by", "assessor"), entry.awaits) for entry in entries(cast.person, "ratings", "confirmations")
    }
    assert waiting <= {("self", ""), ("superior", "superior"), ("assessor", "assessor")}


def test_the_example_does_not_mix_with_what_is_on_record(cast: Cast) -> None:
    client = client_of(cast.person)
    add(client, cast.person)
    page = client.post(url("example", cast.person))
    assert page.status_code == 409
    assert "The record is not empty" in text_of(page)
    assert len(entries(cast.person)) == 2


def test_an_entry_with_something_wrong_is_marked_and_says_what(cast: Cast) -> None:
    give_record(cast.person)
    (_head, *rest) = Entry.objects.filter(record=record_of(cast.person), list="qualifications") | Entry.objects.filter(
        record=record_of(cast.person), list="head"
    )
    Entry.objects.filter(pk=rest[0].pk).update(body={"examination": "AP", "day": "2011-13-16"})
    record = record_of(cast.person)
    change = record.revisions.get(number=2).changes.get(key=rest[0].key)
    change.after = {**(change.after or {}), "body": {"examination": "AP", "day": "2011-13-16"}}
    change.save()
    record.opened_at = record.opened_at.replace(year=2020)
    record.save()
    page = text_of(client_of(cast.person).get(url("record", cast.person)))
    assert "does not count" in page
    assert "K108" in page
    assert "1 entry is left out of every judgement" in page


def test_an_entry_that_waits_says_for_whom(cast: Cast) -> None:
    wish = Wish(list="mentoring", body={"whom": "Aoki", "since": "2020-04-01"}, awaits="assessor")
    change_record(record_of(cast.person), [wish], author=cast.person, kind="imported")
    page = text_of(client_of(cast.person).get(url("record", cast.person)))
    assert "waits for the assessor" in page


def test_the_list_of_people_leads_to_ones_own_record_for_now(cast: Cast) -> None:
    page = client_of(cast.person).get(reverse("people:people"))
    assert page.status_code in {200, 302}
