"""What holds whatever somebody does to their record, in whatever order?"""

from __future__ import annotations

import secrets
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kijun.web.accounts.models import User
from kijun.web.people.models import Change, Entry, Revision
from kijun.web.people.queries import states_of
from kijun.web.people.states import in_order
from tests.web.cast import Cast, client_of, make_person, record_of
from tests.web.people.typed import ENGAGEMENT, OTHERWISE, SMALL, entries, form_url, url

pytestmark = pytest.mark.django_db
LISTS = ("engagements", *SMALL)
ACTS = st.lists(
    st.tuples(
        st.sampled_from(["add", "edit", "remove", "undo", "undo again"]), st.sampled_from(LISTS), st.integers(0, 9)
    ),
    max_size=8,
)


def held(person: User) -> dict[str, tuple[str, dict[str, Any]]]:
    return {entry.key: (entry.list, entry.body) for entry in entries(person)}


def folded(person: User) -> dict[str, tuple[str, dict[str, Any]]]:
    """Return the state that the changes come to, from the first to the last."""
    found: dict[str, tuple[str, dict[str, Any]]] = {}
    for change in Change.objects.filter(revision__record=record_of(person)).order_by("revision__number", "pk"):
        before = found.pop(change.key, None)
        assert before == ((change.before["list"], change.before["body"]) if change.before else None)
        if change.after:
            found[change.key] = (change.after["list"], change.after["body"])
    return found


def do(person: User, act: str, list_: str, number: int) -> None:
    client = client_of(person)
    typed = SMALL.get(list_, ENGAGEMENT)
    there = entries(person, list_)
    if act == "add":
        where = url("engagement_new", person) if list_ == "engagements" else url("entry_new", person, list=list_)
        client.post(where, typed)
    elif act in {"undo", "undo again"}:
        newest = Revision.objects.filter(record=record_of(person))[: number + 1]
        client.post(url("undo", person, number=newest[0 if act == "undo" else len(newest) - 1].number))
    elif there:
        entry = there[number % len(there)]
        if act == "edit":
            changes = OTHERWISE.get(list_, {"title_en": f"Core {number}"})
            client.post(form_url(person, entry), {**typed, **changes, "based_on": entry.revised})
        else:
            client.post(url("remove", person, key=entry.key), {"based_on": entry.revised})


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=ACTS)
def test_the_changes_come_to_what_is_on_record(cast: Cast, acts: list[tuple[str, str, int]]) -> None:
    person = make_person(f"Person {secrets.token_hex(6)}")
    for act in acts:
        do(person, *act)
        assert folded(person) == held(person)
    record = record_of(person)
    read = [(state.key, state.list, state.body) for state in in_order(states_of(record))]
    assert read == [(each.key, each.list, each.body) for each in Entry.objects.filter(record=record)]
    moments = list(Revision.objects.filter(record=record).order_by("number").values_list("number", "at"))
    assert [number for number, _at in moments] == list(range(1, record.number + 1))
    assert [at for _number, at in moments] == sorted(at for _number, at in moments)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=ACTS, last=st.tuples(st.sampled_from(["add", "edit", "remove"]), st.sampled_from(LISTS), st.integers(0, 9)))
def test_undoing_an_undoing_restores(cast: Cast, acts: list[tuple[str, str, int]], last: tuple[str, str, int]) -> None:
    person = make_person(f"Person {secrets.token_hex(6)}")
    for act in acts:
        do(person, *act)
    before, number = held(person), record_of(person).number
    do(person, *last)
    after = held(person)
    if record_of(person).number > number:
        do(person, "undo", "", 0)
        assert held(person) == before
        do(person, "undo", "", 0)
        assert held(person) == after
