"""Can somebody take back, confirm and undo what is theirs, and nothing else?"""

from __future__ import annotations

from typing import Any

import pytest
from django.http import HttpResponse

from kijun.web.accounts.models import User
from kijun.web.people.models import Entry, Revision
from tests.web.cast import Cast, client_of, give_record
from tests.web.skills.pages import TECHNOLOGY, item_of, knowledge, newest, page, put, ratings

pytestmark = pytest.mark.django_db
KNOWN = ("latest-it-market-trends", "internet-technologies")


def send(viewer: User, address: str, **facts: Any) -> HttpResponse:
    return client_of(viewer).post(address, facts)  # type: ignore[return-value]


def remove(viewer: User, cast: Cast, entry: Entry) -> HttpResponse:
    return send(viewer, page(cast.person, "remove", key=entry.key))


def decide(viewer: User, cast: Cast, entry: Entry, decision: str, **facts: str) -> HttpResponse:
    return send(viewer, page(cast.person, "decide", key=entry.key), decision=decision, **facts)


def state(viewer: User, cast: Cast, *known: str, item: str = TECHNOLOGY, **facts: str) -> HttpResponse:
    return send(viewer, page(cast.person, "knowledge", item=item), known=known, **{"scope": "field", **facts})


def test_ones_own_rating_can_be_removed_and_the_removal_undone(cast: Cast) -> None:
    entry = put(cast.person)
    assert remove(cast.person, cast, entry).status_code == 302
    assert ratings(cast.person) == []
    answer = send(cast.person, page(cast.person, "undo", number=newest(cast.person).number))
    assert answer.headers["Location"] == item_of(cast.person)
    assert [each["level"] for each in ratings(cast.person)] == [4]


def test_an_assessor_removes_what_they_gave(cast: Cast) -> None:
    entry = put(cast.person, by="assessor", author=cast.assessor)
    assert remove(cast.assessor, cast, entry).status_code == 302
    assert ratings(cast.person) == []


@pytest.mark.parametrize(
    ("by", "author", "viewer", "status"),
    [
        ("assessor", "assessor", "person", 403),
        ("superior", "superior", "person", 403),
        ("self", "person", "assessor", 403),
        ("self", "person", "superior", 403),
        ("superior", "superior", "assessor", 403),
        ("assessor", "other_assessor", "assessor", 403),
        ("self", "person", "outsider", 404),
        ("assessor", "other_assessor", "other_assessor", 404),
        ("self", "person", "administrator", 404),
    ],
)
def test_nobody_removes_what_another_gave(cast: Cast, by: str, author: str, viewer: str, status: int) -> None:
    entry = put(cast.person, by=by, author=cast.each()[author])
    assert remove(cast.each()[viewer], cast, entry).status_code == status
    assert len(ratings(cast.person)) == 1


def test_only_ratings_are_removed_here(cast: Cast) -> None:
    head = Entry.objects.get(record__owner=cast.person, list="head")
    assert remove(cast.person, cast, head).status_code == 404


@pytest.mark.parametrize(("by", "role"), [("assessor", "assessor"), ("superior", "superior")])
def test_a_rating_that_waits_counts_once_its_role_confirms_it(cast: Cast, by: str, role: str) -> None:
    entry = put(cast.person, by=by, awaits=by, note="From the old system")
    html = client_of(cast.each()[role]).get(item_of(cast.person)).content.decode()
    assert f"This rating waits for the word of the {role}" in html
    assert decide(cast.each()[role], cast, entry, "confirm").status_code == 302
    assert [(each["by"], each["awaits"]) for each in ratings(cast.person)] == [(by, "")]
    last = newest(cast.person)
    assert (last.kind, last.author) == (Revision.Kind.DECIDED, cast.each()[role])


def test_a_rating_is_refused_with_a_reason_that_the_person_can_read(cast: Cast) -> None:
    entry = put(cast.person, by="assessor", awaits="assessor")
    assert decide(cast.assessor, cast, entry, "refuse", reason="Never given").status_code == 302
    assert ratings(cast.person) == []
    assert (newest(cast.person).kind, newest(cast.person).reason) == (Revision.Kind.DECIDED, "Never given")


def test_refusing_asks_for_a_reason(cast: Cast) -> None:
    entry = put(cast.person, by="assessor", awaits="assessor")
    answer = decide(cast.assessor, cast, entry, "refuse", reason=" ")
    assert answer.status_code == 422
    assert "Say why you refuse it" in answer.content.decode()
    assert len(ratings(cast.person)) == 1


def test_an_unknown_decision_changes_nothing(cast: Cast) -> None:
    entry = put(cast.person, by="assessor", awaits="assessor")
    assert decide(cast.assessor, cast, entry, "perhaps").status_code == 422
    assert ratings(cast.person)[0]["awaits"] == "assessor"


@pytest.mark.parametrize(
    ("viewer", "status"), [("person", 403), ("superior", 403), ("outsider", 404), ("other_assessor", 404)]
)
def test_nobody_else_confirms(cast: Cast, viewer: str, status: int) -> None:
    entry = put(cast.person, by="assessor", awaits="assessor")
    assert decide(cast.each()[viewer], cast, entry, "confirm").status_code == status
    assert ratings(cast.person)[0]["awaits"] == "assessor"


def test_what_waits_for_nobody_cannot_be_decided(cast: Cast) -> None:
    entry = put(cast.person, by="assessor", author=cast.assessor)
    assert decide(cast.assessor, cast, entry, "refuse", reason="No").status_code == 404


def test_a_decision_on_what_was_changed_meanwhile_is_not_made(cast: Cast) -> None:
    entry = put(cast.person, by="assessor", awaits="assessor")
    assert decide(cast.assessor, cast, entry, "confirm", based_on=str(entry.revised - 1)).status_code == 422
    assert ratings(cast.person)[0]["awaits"] == "assessor"


def test_the_person_can_take_back_what_they_brought_in(cast: Cast) -> None:
    entry = put(cast.person, by="assessor", awaits="assessor")
    assert remove(cast.person, cast, entry).status_code == 302
    assert ratings(cast.person) == []


def test_a_refusal_can_be_undone_by_whoever_refused(cast: Cast) -> None:
    entry = put(cast.person, by="assessor", awaits="assessor")
    decide(cast.assessor, cast, entry, "refuse", reason="A slip")
    address = page(cast.person, "undo", number=newest(cast.person).number)
    assert send(cast.person, address).status_code == 403
    assert send(cast.superior, address).status_code == 403
    assert send(cast.outsider, address).status_code == 404
    assert send(cast.assessor, address).status_code == 302
    assert ratings(cast.person)[0]["awaits"] == "assessor"


def test_only_ratings_and_knowledge_are_undone_here(cast: Cast) -> None:
    give_record(cast.person)
    assert send(cast.person, page(cast.person, "undo", number=newest(cast.person).number)).status_code == 403


def test_a_confirmation_is_not_undone_by_the_person(cast: Cast) -> None:
    entry = put(cast.person, by="assessor", awaits="assessor")
    decide(cast.assessor, cast, entry, "confirm")
    assert send(cast.person, page(cast.person, "undo", number=newest(cast.person).number)).status_code == 403


def test_what_was_changed_since_is_not_undone(cast: Cast) -> None:
    client = client_of(cast.person)
    form = {"level": "3", "day": "2026-04-01", "scope": "field"}
    client.post(item_of(cast.person), form)
    first = newest(cast.person).number
    client.post(item_of(cast.person), {**form, "level": "5"})
    answer = client.post(page(cast.person, "undo", number=first), follow=True)
    assert "It could not be undone" in answer.content.decode()
    assert [each["level"] for each in ratings(cast.person)] == [5]


def test_there_is_nothing_to_undo_where_there_is_no_such_revision(cast: Cast) -> None:
    assert send(cast.person, page(cast.person, "undo", number=999)).status_code == 404


def test_knowledge_is_the_whole_of_it_once_it_is_said(cast: Cast) -> None:
    assert (
        "Nothing is recorded yet: unknown, not none."
        in client_of(cast.person).get(item_of(cast.person)).content.decode()
    )
    assert state(cast.person, cast, *KNOWN).status_code == 302
    assert knowledge(cast.person) == [*KNOWN]
    html = client_of(cast.superior).get(item_of(cast.person)).content.decode()
    assert "Said by Person" in html
    assert "not known" in html


def test_saying_it_again_replaces_it_and_nothing_chosen_says_none(cast: Cast) -> None:
    state(cast.person, cast, *KNOWN)
    state(cast.person, cast, KNOWN[0])
    assert knowledge(cast.person) == [KNOWN[0]]
    state(cast.person, cast)
    assert knowledge(cast.person) == []


def test_a_statement_can_be_taken_back_and_is_unknown_again(cast: Cast) -> None:
    state(cast.person, cast, *KNOWN)
    state(cast.person, cast, *KNOWN, forget="1")
    assert knowledge(cast.person) is None
    state(cast.person, cast, forget="1")
    assert knowledge(cast.person) is None


def test_a_common_item_can_be_said_for_all_fields(cast: Cast) -> None:
    state(cast.person, cast, *KNOWN, scope="all")
    assert knowledge(cast.person, "customer-service/technology") == [*KNOWN]
    assert "It was said once for all fields." in client_of(cast.person).get(item_of(cast.person)).content.decode()


def test_knowledge_that_only_another_edition_has_stays_said(cast: Cast) -> None:
    state(cast.person, cast, "cloud-computing", *KNOWN)
    older = page(cast.person, "knowledge", item=TECHNOLOGY) + "?edition=itss/v3-2008"
    send(cast.person, older, known=[KNOWN[0]], scope="field")
    assert knowledge(cast.person) == [KNOWN[0], "cloud-computing"]


@pytest.mark.parametrize(("viewer", "status"), [("superior", 403), ("assessor", 403), ("outsider", 404)])
def test_only_the_person_says_what_they_know(cast: Cast, viewer: str, status: int) -> None:
    assert state(cast.each()[viewer], cast, *KNOWN).status_code == status
    assert knowledge(cast.person) is None


def test_a_knowledge_item_that_the_item_does_not_have_is_refused(cast: Cast) -> None:
    answer = state(cast.person, cast, "alchemy")
    assert answer.status_code == 422
    assert "alchemy is not one of the available choices" in answer.content.decode()


def test_knowledge_of_no_item_is_nowhere(cast: Cast) -> None:
    assert state(cast.person, cast, item="no/such/item").status_code == 404


@pytest.mark.parametrize("name", ["remove", "decide", "knowledge", "undo"])
def test_they_are_only_sent(cast: Cast, name: str) -> None:
    own = {"key": put(cast.person).key}
    named: dict[str, dict[str, Any]] = {"knowledge": {"item": TECHNOLOGY}, "undo": {"number": 1}}
    of = named.get(name, own)
    assert client_of(cast.person).get(page(cast.person, name, **of)).status_code == 405
