"""Can somebody ask what would be, and does the record stay as it is?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kijun.web.audit.models import Event
from kijun.web.people.queries import plain_of
from kijun.web.plans.models import WhatIf
from tests.web.cast import Cast, client_of, give_record, make_person, record_of
from tests.web.plans.kept import FACILITY_3, answers, keep, page_of, url

pytestmark = pytest.mark.django_db
Most = Callable[[int], Any]
TEXT = """\
contributions:
  - {kind: book, title: Maintenance, day: 2027-04-01}
"""
ENGAGEMENT = {
    "called": "A new data centre",
    "fields_": "facility-management",
    "role": "responsible",
    "from": "2026-12-01",
    "until": "2028-11-30",
    "outcome": "succeeded",
    "activities": ["facility-design"],
    "conditions": ["around-the-clock"],
    "measure": "computer_rooms",
    "amount": "3",
}


def begin(cast: Cast, **changes: str) -> WhatIf:
    answer = client_of(cast.person).post(url(cast.person, "what-if/"), {"name": "What if", **changes})
    assert answer.status_code == 302, answer.content.decode()
    return WhatIf.objects.latest("pk")


def address(cast: Cast, what_if: WhatIf, rest: str = "") -> str:
    return url(cast.person, f"what-if/{what_if.key}/{rest}")


def test_somebody_who_assumes_nothing_is_told_how_to_begin(cast: Cast) -> None:
    page = page_of(client_of(cast.person), url(cast.person, "what-if/"))
    assert "You assume nothing yet" in page


def test_the_steps_of_a_kept_plan_are_tried_without_touching_the_record(cast: Cast) -> None:
    give_record(cast.person)
    before = plain_of(record_of(cast.person))
    plan = keep(cast.person)
    what_if = begin(cast, name="Try it", plan=plan.key)
    page = page_of(client_of(cast.person), address(cast, what_if))
    assert "Assumed, not on record." in page
    assert "new engagement" in page
    assert "Facility Management, level 3" in page
    assert page.count("unknown (") >= 1
    record = record_of(cast.person)
    record.refresh_from_db()
    assert plain_of(record) == before
    assert Event.objects.filter(action="what_if.kept", about=cast.person, detail={}).exists()


def test_the_steps_of_a_goal_are_tried_before_anything_is_kept(cast: Cast) -> None:
    client = client_of(cast.person)
    seen = answers(page_of(client, url(cast.person, f"goal/{FACILITY_3}/")))["seen"]
    what_if = begin(cast, goal=FACILITY_3, seen=seen)
    assert set(what_if.body) == {"engagements", "expertise"}
    assert client.post(url(cast.person, "what-if/"), {"name": "A", "goal": "itss/nothing/1"}).status_code == 404
    assert client.post(url(cast.person, "what-if/"), {"name": "A", "plan": "nothing"}).status_code == 404


def test_what_lies_ahead_is_judged_on_the_day_on_which_it_is_there(cast: Cast) -> None:
    what_if = begin(cast, text=TEXT)
    client = client_of(cast.person)
    assert "as of 1 April 2027" in page_of(client, address(cast, what_if))
    assert "not counted yet on this day" in page_of(client, address(cast, what_if, "?on=2027-03-31"))


def test_a_text_that_cannot_be_read_says_where_and_why(cast: Cast) -> None:
    client = client_of(cast.person)
    answer = client.post(url(cast.person, "what-if/"), {"name": "A", "text": "contributions:\n  - {kind: bok}\n"})
    assert answer.status_code == 422
    assert "line 2" in answer.content.decode()
    assert client.post(url(cast.person, "what-if/"), {"name": " "}).status_code == 422
    assert not WhatIf.objects.exists()


def test_an_engagement_is_put_together_in_a_form(cast: Cast) -> None:
    what_if = begin(cast)
    client = client_of(cast.person)
    form = address(cast, what_if, "add/engagement/")
    assert "Conditions" in page_of(client, form)
    assert client.post(form, ENGAGEMENT).status_code == 302
    assert client.post(form, ENGAGEMENT).status_code == 302
    what_if.refresh_from_db()
    assert [each["id"] for each in what_if.body["engagements"]] == ["what-if-1", "what-if-2"]
    assert what_if.body["engagements"][0]["sizes"] == {"computer_rooms": 3}
    assert "A new data centre" in page_of(client, address(cast, what_if))


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        ("expertise", {"area": "service-level-management", "degree": "guides-others", "since": "2027-04"}),
        ("contribution", {"kind": "book", "called": "Maintenance", "day": "2027-04-01"}),
        ("mentoring", {"whom": "a junior", "since": "2027-01-01"}),
        ("qualification", {"examination": "AP", "day": "2027-06-01"}),
    ],
)
def test_other_evidence_is_put_together_in_a_form(cast: Cast, kind: str, given: dict[str, str]) -> None:
    what_if = begin(cast)
    client = client_of(cast.person)
    form = address(cast, what_if, f"add/{kind}/")
    assert client.get(form).status_code == 200
    assert client.post(form, {}).status_code == 422
    assert client.post(form, given).status_code == 302
    page = page_of(client, address(cast, what_if))
    assert "Nothing is assumed yet" not in page


def test_what_is_wrong_is_said_at_its_field_in_the_words_of_the_command_line(cast: Cast) -> None:
    what_if = begin(cast)
    answer = client_of(cast.person).post(
        address(cast, what_if, "add/engagement/"), {**ENGAGEMENT, "until": "2025-01-01", "from": "someday"}
    )
    assert answer.status_code == 422
    assert 'href="#id_from"' in answer.content.decode()


def test_one_thing_is_left_out_again(cast: Cast) -> None:
    what_if = begin(cast, text=TEXT)
    client = client_of(cast.person)
    client.post(address(cast, what_if, "leave-out/"), {"list": "contributions", "position": "9"})
    client.post(address(cast, what_if, "leave-out/"), {"list": "contributions", "position": "x"})
    what_if.refresh_from_db()
    assert what_if.body
    client.post(address(cast, what_if, "leave-out/"), {"list": "contributions", "position": "0"})
    what_if.refresh_from_db()
    assert what_if.body == {}
    assert "No cell would be judged otherwise" in page_of(client, address(cast, what_if))


def test_what_does_not_go_with_the_record_is_shown_and_not_counted(cast: Cast) -> None:
    what_if = begin(cast)
    WhatIf.objects.filter(pk=what_if.pk).update(body={"engagements": [{"id": "gone", "until": "2027-01-01"}]})
    page = page_of(client_of(cast.person), address(cast, what_if))
    assert "gone" in page
    assert 'class="error"' in page


def test_a_what_if_is_renamed_saved_as_a_file_and_forgotten(cast: Cast) -> None:
    what_if = begin(cast, text=TEXT)
    client = client_of(cast.person)
    client.post(address(cast, what_if, "name/"), {"name": "Book"})
    client.post(address(cast, what_if, "name/"), {"name": ""})
    assert "Book" in page_of(client, url(cast.person, "what-if/"))
    file = client.get(address(cast, what_if, "what-if.yaml"))
    assert "kind: book" in file.content.decode()
    assert client.post(address(cast, what_if, "forget/")).status_code == 302
    assert client.get(address(cast, what_if)).status_code == 404


@pytest.mark.parametrize("rest", ["", "what-if.yaml", "add/mentoring/"])
def test_nobody_but_the_person_sees_what_is_assumed(cast: Cast, rest: str) -> None:
    what_if = begin(cast)
    found = {name: client_of(user).get(address(cast, what_if, rest)).status_code for name, user in cast.each().items()}
    assert found == {
        "person": 200,
        "superior": 403,
        "assessor": 403,
        "steward": 404,
        "administrator": 404,
        "outsider": 404,
        "other_assessor": 404,
    }


def test_wrong_methods_and_unknown_addresses_are_refused(cast: Cast) -> None:
    what_if = begin(cast)
    client = client_of(cast.person)
    assert client.post(address(cast, what_if)).status_code == 405
    assert client.get(address(cast, what_if, "forget/")).status_code == 405
    assert client.get(address(cast, what_if, "add/nothing/")).status_code == 404
    other = make_person("Somebody Else")
    assert client_of(other).get(url(other, f"what-if/{what_if.key}/")).status_code == 404


@pytest.mark.parametrize("rest", ["", "add/engagement/"])
def test_a_page_asks_the_database_little(cast: Cast, rest: str, django_assert_max_num_queries: Most) -> None:
    give_record(cast.person)
    what_if = begin(cast, text=TEXT)
    client = client_of(cast.person)
    with django_assert_max_num_queries(8):
        assert client.get(address(cast, what_if, rest)).status_code == 200


@pytest.mark.parametrize(
    ("rest", "words"),
    [("", "仮定です。経歴にはありません。"), ("add/engagement/", "仮定する"), ("add/expertise/", "専門性の領域")],
)
def test_pages_speak_japanese(cast: Cast, rest: str, words: str) -> None:
    what_if = begin(cast, text=TEXT)
    cast.person.language = "ja"
    cast.person.save()
    page = page_of(client_of(cast.person), address(cast, what_if, rest))
    assert words in page
    assert "Assume" not in page
