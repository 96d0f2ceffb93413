"""Is it told what changed since last time or a chosen day, in which cells, and why?"""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from kijun.web.accounts.models import User
from kijun.web.judgements.models import Visit
from kijun.web.people.actions import Wish, change_record
from kijun.web.people.models import Entry, Revision
from tests.web.cast import Cast, client_of, make_person, plain_example, record_of
from tests.web.judgements.records import HARDWARE_SIX, RAIL, give_whole, grown_record, words_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("cast")]
MOST_QUERIES = 10
"""Of a page that nobody made yet, and that has to read an old state of the record."""


def page(person: User, name: str, query: str = "", *, viewer: User | None = None, status: int = 200) -> str:
    """Return what a page about a person says."""
    answer = client_of(viewer or person).get(f"{reverse(f'judgements:{name}', args=(person.key,))}{query}")
    assert answer.status_code == status
    return words_of(answer)


def remove_railway(person: User) -> None:
    """Take the work for the railway off the record."""
    record = record_of(person)
    entry = next(each for each in Entry.objects.filter(record=record, list="engagements") if each.body["id"] == RAIL)
    wish = Wish(key=entry.key, list="engagements", body=None)
    assert change_record(record, [wish], author=person, kind=Revision.Kind.REMOVED).revision


def a_day_passes(days: int = 1) -> None:
    """Set every visit back, and the revisions with them, as if that many days went by."""
    ago = timedelta(days=days)
    Visit.objects.update(seen_at=F("seen_at") - ago)
    Revision.objects.update(at=F("at") - ago)
    for visit in Visit.objects.all():
        visit.on -= ago
        visit.save()


def test_the_first_visit_has_nothing_to_compare_with(cast: Cast) -> None:
    give_whole(cast.person)
    assert "This is your first visit" in page(cast.person, "changes")
    assert "Since" not in page(cast.person, "map")


def test_an_entry_that_was_removed_is_told_as_the_reason(cast: Cast) -> None:
    give_whole(cast.person)
    page(cast.person, "map")
    a_day_passes()
    remove_railway(cast.person)
    said = page(cast.person, "changes")
    assert "Hardware, level 6: met → not met" in said
    assert "responsibility: met → not met · because of Kotori Railway: running the traffic control system" in said
    assert "Engagements: Kotori Railway: running the traffic control system removed" in said
    assert "because time went by" not in said
    beside = page(cast.person, "map")
    assert "Hardware, level 6: met → not met" in beside
    assert "What changed, and why" in beside


def test_the_cell_that_changed_is_marked_on_the_map(cast: Cast) -> None:
    give_whole(cast.person)
    page(cast.person, "map")
    a_day_passes()
    remove_railway(cast.person)
    url = reverse("judgements:cell", args=(cast.person.key, HARDWARE_SIX))
    answer = client_of(cast.person).get(reverse("judgements:map", args=(cast.person.key,)))
    assert f'<a href="{url}" class="changed">' in answer.content.decode()


def test_what_changed_stays_in_sight_during_a_visit_and_is_old_at_the_next(cast: Cast) -> None:
    give_whole(cast.person)
    page(cast.person, "map")
    a_day_passes()
    remove_railway(cast.person)
    for _ in range(2):
        assert "met → not met" in page(cast.person, "map")
    a_day_passes()
    assert "No cell is judged otherwise than at your last visit." in page(cast.person, "map")


def test_a_change_during_a_visit_is_told_at_once(cast: Cast) -> None:
    give_whole(cast.person)
    page(cast.person, "map")
    a_day_passes()
    page(cast.person, "map")
    remove_railway(cast.person)
    assert "met → not met" in page(cast.person, "map")
    visit = Visit.objects.get()
    assert (visit.previous_number, visit.number) == (visit.number - 1, record_of(cast.person).number)
    assert str(visit) == "Person: Person"


def test_everybody_is_told_since_their_own_visit(cast: Cast) -> None:
    give_whole(cast.person)
    page(cast.person, "map")
    a_day_passes()
    remove_railway(cast.person)
    assert "This is your first visit" in page(cast.person, "changes", viewer=cast.superior)
    assert "met → not met" in page(cast.person, "changes")


def test_looking_again_writes_nothing_within_the_hour(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    give_whole(cast.person)
    page(cast.person, "map")
    before = Visit.objects.get().seen_at
    page(cast.person, "map")
    assert Visit.objects.get().seen_at == before
    a_day_passes()
    page(cast.person, "map")
    assert Visit.objects.get().previous_at == before - timedelta(days=1)
    client, url = client_of(cast.person), reverse("judgements:map", args=(cast.person.key,))
    with django_assert_max_num_queries(6):
        client.get(url)


def test_asking_about_another_day_is_no_visit(cast: Cast) -> None:
    give_whole(cast.person)
    page(cast.person, "map", "?on=2026-04-01")
    assert not Visit.objects.exists()


def test_a_day_can_be_chosen_to_look_back_to(cast: Cast) -> None:
    said = page(grown_record(), "changes", "?since=2024-02-29")
    assert "Since the end of 29 February 2024" in said
    assert "Hardware, level 6:" in said
    assert "because of Kotori Railway: running the traffic control system" in said


def test_what_time_did_is_told_apart_from_what_the_record_did() -> None:
    person = grown_record()
    said = page(person, "changes", "?since=2024-03-01")
    assert "Hardware, level 6: not met → met responsibility: not met → met · because time went by" in said
    assert "Nothing was entered, changed or removed." in said


def test_a_standard_that_is_read_otherwise_is_told_as_the_reason(cast: Cast) -> None:
    give_whole(cast.person)
    page(cast.person, "map")
    visit = Visit.objects.get()
    visit.told["cells"].pop(HARDWARE_SIX)
    visit.save()
    a_day_passes()
    said = page(cast.person, "changes")
    assert "because the standard or its policies changed in this installation" in said


def test_a_list_that_was_declared_complete_is_a_reason(cast: Cast) -> None:
    record = give_whole(cast.person)
    page(cast.person, "map")
    a_day_passes()
    head = Entry.objects.get(record=record, list="head")
    body = {**head.body, "complete": ["engagements"]}
    change_record(
        record_of(cast.person), [Wish(key=head.key, list="head", body=body)], author=cast.person, kind="edited"
    )
    assert "because of the declaration that the list of expertise is complete" in page(cast.person, "changes")


def test_each_kind_of_entry_is_told_by_its_name(cast: Cast) -> None:
    record = give_whole(cast.person)
    page(cast.person, "map")
    a_day_passes()
    plain = plain_example()
    lists = ("expertise", "contributions", "mentoring", "qualifications", "ratings")
    wishes = [Wish(list=each, body=plain[each][0]) for each in lists]
    confirmation = {"cell": HARDWARE_SIX, "decision": "confirmed", "by": "A", "reason": "seen", "day": "2026-01-05"}
    wishes.append(Wish(list="confirmations", body=confirmation))
    assert change_record(record, wishes, author=cast.person, kind="added").revision
    said = page(cast.person, "changes")
    attachment = {"name": "paper.pdf"}
    wish = Wish(list="attachments", body=attachment)
    assert change_record(record_of(cast.person), [wish], author=cast.person, kind="added").revision
    assert "Attachments: Attachments added" in page(cast.person, "changes")
    for words in ("Expertise: Improvement proposals on hardware service added", "Qualifications: Applied IT Engineer"):
        assert words in said


@pytest.mark.parametrize("name", ["map", "changes"])
def test_what_changed_is_told_in_japanese_without_english(name: str) -> None:
    person = make_person("花子", language="ja")
    give_whole(person)
    page(person, "map")
    a_day_passes()
    remove_railway(person)
    said = page(person, name)
    assert "責任性: 満たす → 満たさない · 理由となる記録: ことり鉄道 運行管理システムの運用" in said
    assert re.findall(r"[A-Za-z]{3,}", said.replace("ITSS", "")) == []


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("?since=soon", "“soon” is not a day"),
        ("?since=2199-01-01", "Choose a day before today"),
        ("?since=2020-01-01", "On 1 January 2020 there was no record yet"),
    ],
)
def test_a_day_that_cannot_be_compared_is_said_with_what_to_do(query: str, words: str) -> None:
    assert words in page(grown_record(), "changes", query, status=422)


@pytest.mark.parametrize("name", ["map", "changes"])
def test_the_queries_are_bounded_where_an_old_state_is_read(
    cast: Cast, name: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    give_whole(cast.person)
    page(cast.person, "map")
    a_day_passes()
    remove_railway(cast.person)
    page(cast.person, "map", "?on=2026-01-01")
    Visit.objects.update(previous_at=F("seen_at"), previous_number=F("number"), previous_on=F("on"))
    Visit.objects.update(seen_at=timezone.now(), number=record_of(cast.person).number, on=timezone.localdate())
    client = client_of(cast.person)
    with django_assert_max_num_queries(MOST_QUERIES):
        client.get(reverse(f"judgements:{name}", args=(cast.person.key,)))
    with django_assert_max_num_queries(6):
        client.get(reverse(f"judgements:{name}", args=(cast.person.key,)))
