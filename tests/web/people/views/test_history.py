"""Can everything that happened to a record be read, and taken back?"""

from __future__ import annotations

import pytest

from kijun.web.people.actions import Wish, change_record
from kijun.web.people.models import Entry
from kijun.web.people.views.history import ON_A_PAGE
from tests.web.cast import Cast, client_of, give_record, record_of
from tests.web.people.typed import ENGAGEMENT, add, entries, form_url, text_of, url

pytestmark = pytest.mark.django_db


def test_the_history_says_who_changed_what_and_what_it_was_before(cast: Cast) -> None:
    client, person = client_of(cast.person), cast.person
    entry = add(client, person, peak_persons="40")
    client.post(
        form_url(person, entry),
        {**ENGAGEMENT, "role": "leader", "until": "2022-06", "peak_persons": "50", "based_on": entry.revised},
    )
    page = client.get(url("history", person))
    newest = page.context["acts"][0]
    assert (newest.revision.kind, newest.revision.author_name) == ("edited", "Person")
    (changed,) = newest.changes
    assert (changed.kind, changed.list, changed.title) == ("changed", "Engagements", "Core banking")
    assert [(each.label, each.before, each.after) for each in changed.differences] == [
        ("Role", "Person responsible", "Leader"),
        ("Last day", "31 March 2022", "2022-06"),
        ("Persons at the peak", "40 persons", "50 persons"),
    ]
    for words in ("<del>40 persons</del>", "<ins>50 persons</ins>", "revision 3", "revision 1"):
        assert words in text_of(page)


def test_the_history_speaks_japanese(cast: Cast) -> None:
    cast.person.language = "ja"
    cast.person.save()
    client = client_of(cast.person)
    entry = add(client, cast.person)
    client.post(form_url(cast.person, entry), {**ENGAGEMENT, "outcome": "carried-out", "based_on": entry.revised})
    page = text_of(client.get(url("history", cast.person)))
    for words in ("変更はすべて残ります", "成功裡の遂行", "実施", "元に戻す", "変更3"):
        assert words in page


def test_an_entry_has_a_history_of_its_own_also_when_it_is_gone(cast: Cast) -> None:
    client, person = client_of(cast.person), cast.person
    entry = add(client, person)
    add(client, person, "mentoring")
    client.post(url("remove", person, key=entry.key))
    page = client.get(url("entry_history", person, key=entry.key))
    assert [act.revision.number for act in page.context["acts"]] == [4, 2]
    assert "History of Core banking" in text_of(page)
    assert client.get(url("entry_history", person, key="0123456789ab")).status_code == 404


def test_a_long_history_has_pages(cast: Cast, django_assert_max_num_queries: pytest.FixtureRequest) -> None:
    client, person = client_of(cast.person), cast.person
    for number in range(ON_A_PAGE + 2):
        add(client, person, "mentoring", whom=f"Junior {number}")
    client.get(url("record", person))
    with django_assert_max_num_queries(9):  # type: ignore[operator]  # a context manager of pytest-django
        first = client.get(url("history", person))
    assert len(first.context["acts"]) == ON_A_PAGE
    last = client.get(f"{url('history', person)}?page=2")
    assert [act.revision.number for act in last.context["acts"]] == [3, 2, 1]
    assert client.get(f"{url('history', person)}?page=none").status_code == 200


def test_many_entries_of_one_act_are_folded(cast: Cast) -> None:
    give_record(cast.person)
    page = text_of(client_of(cast.person).get(url("history", cast.person)))
    assert "43 entries" in page


def test_what_was_changed_since_stands_in_the_way_of_undoing(cast: Cast) -> None:
    client, person = client_of(cast.person), cast.person
    entry = add(client, person)
    client.post(form_url(person, entry), {**ENGAGEMENT, "role": "leader", "based_on": entry.revised})
    page = client.post(url("undo", person, number=2))
    assert page.status_code == 409
    assert [act.revision.number for act in page.context["acts"]] == [3]
    assert "Undo these first" in text_of(page)
    assert record_of(person).number == 3


def test_a_removal_that_was_undone_is_not_undone_over_what_was_written_since(cast: Cast) -> None:
    client, person = client_of(cast.person), cast.person
    entry = add(client, person)
    client.post(url("remove", person, key=entry.key))
    client.post(url("undo", person, number=3))
    back = entries(person, "engagements")[0]
    client.post(form_url(person, back), {**ENGAGEMENT, "role": "leader", "based_on": back.revised})
    assert client.post(url("undo", person, number=3)).status_code == 409
    assert entries(person, "engagements")[0].body["role"] == "leader"


def test_the_opening_of_a_record_cannot_be_taken_back(cast: Cast) -> None:
    client, person = client_of(cast.person), cast.person
    assert url("undo", person, number=1) not in text_of(client.get(url("history", person)))
    assert client.post(url("undo", person, number=1)).status_code == 403


def test_a_revision_that_there_is_not_cannot_be_undone(cast: Cast) -> None:
    assert client_of(cast.person).post(url("undo", cast.person, number=99)).status_code == 404


def test_undoing_leads_back_to_where_it_was_pressed(cast: Cast) -> None:
    client, person = client_of(cast.person), cast.person
    add(client, person)
    answer = client.post(url("undo", person, number=2), {"back": url("history", person)})
    assert answer.headers["Location"] == url("history", person)
    page = text_of(client.get(url("history", person)))
    assert "Undone." in page
    assert "undone by revision 3" in page
    client.post(url("undo", person, number=3))
    assert "Done again." in text_of(client.get(url("history", person)))


def test_a_superior_reads_the_history_and_cannot_undo(cast: Cast) -> None:
    add(client_of(cast.person), cast.person)
    page = text_of(client_of(cast.superior).get(url("history", cast.person)))
    assert "Core banking" in page
    assert url("undo", cast.person, number=2) not in page


def test_what_an_assessor_said_is_not_the_persons_to_take_back(cast: Cast) -> None:
    record = record_of(cast.person)
    rating = {"item": "customer-service/hardware/technology", "level": 4, "by": "assessor", "day": "2026-04-01"}
    done = change_record(record, [Wish(list="ratings", body=rating)], author=cast.assessor, kind="added")
    assert done.revision is not None
    address = url("undo", cast.person, number=done.revision.number)
    assert address not in text_of(client_of(cast.person).get(url("history", cast.person)))
    assert client_of(cast.person).post(address).status_code == 403
    assert Entry.objects.filter(record=record, list="ratings").exists()
