"""What waits for a superior's or an assessor's word is decided by them alone, with a reason, and can be taken back by them."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from kijun.web.accounts.models import Appointment
from kijun.web.audit.models import Event
from kijun.web.people.actions import Wish, change_record
from kijun.web.people.claims import waiting_entries
from kijun.web.people.models import Entry, Revision
from tests.web.cast import Cast, client_of, record_of

pytestmark = pytest.mark.django_db
BAND = "itss/v3-2011/customer-service/hardware/5/size/1"
CELL = "itss/v3-2011/customer-service/hardware/5"
REASON = "Twelve sites in three prefectures."


def put(cast: Cast, list_: str, body: dict[str, Any], awaits: str = "") -> str:
    wish = Wish(list=list_, body=body, awaits=awaits)
    outcome = change_record(record_of(cast.person), [wish], author=cast.person, kind="added")
    assert outcome.revision is not None, outcome.faults
    return outcome.keys[0]


def claimed(cast: Cast, *equivalences: dict[str, Any], name: str = "one") -> str:
    body = {
        "id": name,
        "title": "Branch rollout",
        "fields": ["hardware"],
        "activities": ["hardware-installation"],
        "role": "responsible",
        "from": "2015-04-01",
        "until": "2018-03-31",
        "outcome": "succeeded",
        "equivalences": list(equivalences or ({"to": BAND, "decision": "claimed"},)),
    }
    return put(cast, "engagements", body)


def rated(cast: Cast, by: str) -> str:
    body = {"item": "customer-service/hardware/technology", "level": 4, "by": by, "day": "2026-04-01"}
    return put(cast, "ratings", body, awaits=by)


def at(cast: Cast, key: str) -> str:
    return f"/people/{cast.person.key}/record/claims/{key}/"


def decide(cast: Cast, key: str, who: str = "assessor", **given: Any) -> Any:
    entry = Entry.objects.get(key=key)
    sent = {"to": BAND, "decision": "grant", "reason": REASON, "based_on": entry.revised, **given}
    return client_of(cast.each()[who]).post(at(cast, key), sent)


def equivalences(key: str) -> Any:
    return Entry.objects.get(key=key).body["equivalences"]


def undo_url(cast: Cast) -> str:
    number = Revision.objects.filter(record=record_of(cast.person)).latest("number").number
    return f"/people/{cast.person.key}/record/decisions/{number}/undo/"


def text(response: Any) -> str:
    return str(response.content.decode())


def test_an_assessor_finds_what_is_claimed_with_its_facts_and_effect(cast: Cast) -> None:
    key = claimed(cast)
    client = client_of(cast.assessor)
    page = text(client.get("/people/claims/"))
    assert "Branch rollout" in page
    assert at(cast, key) in page
    page = text(client.get(at(cast, key), {"to": BAND}))
    for said in ("Branch rollout", "1 April 2015", "What it would change", "Recognise"):
        assert said in page


@pytest.mark.parametrize(("decision", "kept"), [("grant", "recognised"), ("refuse", "refused")])
def test_a_decision_stands_in_the_record_with_who_why_and_when(cast: Cast, decision: str, kept: str) -> None:
    key = claimed(cast)
    assert decide(cast, key, decision=decision).status_code == 302
    today = timezone.localdate().isoformat()
    expected = {"to": BAND, "decision": kept, "by": "Assessor", "reason": REASON, "day": today}
    assert equivalences(key) == [expected]
    revision = Revision.objects.filter(record=record_of(cast.person)).latest("number")
    assert (revision.kind, revision.author, revision.reason) == ("decided", cast.assessor, REASON)
    history = text(client_of(cast.person).get(f"/people/{cast.person.key}/record/history/"))
    assert REASON in history
    assert "Assessor" in history


def test_the_reason_is_not_told_to_those_who_read_the_trail(cast: Cast) -> None:
    decide(cast, claimed(cast))
    event = Event.objects.get(action="record.decided")
    assert (event.actor, event.about, event.reason) == (cast.assessor, cast.person, "")
    assert REASON not in str(event.detail)


def test_of_several_claims_only_the_one_that_was_read_is_decided(cast: Cast) -> None:
    other = BAND.replace("/5/", "/4/")
    key = claimed(cast, {"to": other, "decision": "claimed"}, {"to": BAND, "decision": "claimed"})
    decide(cast, key)
    assert [each["decision"] for each in equivalences(key)] == ["claimed", "recognised"]


def test_the_assessor_takes_a_decision_back_and_nobody_else_does(cast: Cast) -> None:
    key = claimed(cast)
    decide(cast, key)
    url = undo_url(cast)
    assert client_of(cast.person).post(url).status_code == 403
    assert client_of(cast.superior).post(url).status_code == 403
    assert client_of(cast.other_assessor).post(url).status_code == 404
    assert equivalences(key)[0]["decision"] == "recognised"
    assert client_of(cast.assessor).post(url).status_code == 302
    assert equivalences(key) == [{"to": BAND, "decision": "claimed"}]


def test_the_person_does_not_bring_a_decision_back_that_the_assessor_took_back(cast: Cast) -> None:
    key = claimed(cast)
    decide(cast, key)
    client_of(cast.assessor).post(undo_url(cast))
    number = Revision.objects.filter(record=record_of(cast.person)).latest("number").number
    url = f"/people/{cast.person.key}/record/history/{number}/undo/"
    assert client_of(cast.person).post(url).status_code == 403
    assert equivalences(key)[0]["decision"] == "claimed"


def test_a_decision_on_what_was_changed_since_is_not_taken_back(cast: Cast) -> None:
    key = claimed(cast)
    decide(cast, key)
    url = undo_url(cast)
    entry = Entry.objects.get(key=key)
    wish = Wish(key=key, list="engagements", body={**entry.body, "title": "Another name"})
    change_record(record_of(cast.person), [wish], author=cast.person, kind="edited")
    assert client_of(cast.assessor).post(url).status_code == 409
    assert equivalences(key)[0]["decision"] == "recognised"


def test_whoever_no_longer_assesses_takes_nothing_back(cast: Cast) -> None:
    key = claimed(cast)
    decide(cast, key)
    url = undo_url(cast)
    Appointment.objects.filter(holder=cast.assessor).update(until=timezone.now())
    assert client_of(cast.assessor).post(url).status_code == 404
    assert equivalences(key)[0]["decision"] == "recognised"


def test_nobody_undoes_as_a_decision_what_is_none(cast: Cast) -> None:
    claimed(cast)
    assert client_of(cast.assessor).post(undo_url(cast)).status_code == 403


@pytest.mark.parametrize(
    ("who", "status"),
    [("person", 403), ("superior", 403), ("outsider", 404), ("other_assessor", 404), ("administrator", 404)],
)
def test_a_claim_is_decided_by_the_assessor_of_the_person_alone(cast: Cast, who: str, status: int) -> None:
    key = claimed(cast)
    assert client_of(cast.each()[who]).get(at(cast, key), {"to": BAND}).status_code == status
    assert decide(cast, key, who).status_code == status
    assert equivalences(key)[0]["decision"] == "claimed"


def test_an_assessor_who_is_none_any_more_decides_nothing(cast: Cast) -> None:
    key = claimed(cast)
    cast.assessor.is_assessor = False
    cast.assessor.save()
    assert decide(cast, key).status_code == 404


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"reason": ""}, 422),
        ({"reason": "   "}, 422),
        ({"decision": ""}, 422),
        ({"decision": "recognised"}, 422),
        ({"reason": "x" * 2000}, 422),
        ({"based_on": "x"}, 422),
        ({"based_on": "0"}, 409),
        ({"based_on": ""}, 409),
        ({"to": "itss/elsewhere"}, 404),
        ({"to": ""}, 404),
    ],
)
def test_a_forged_decision_changes_nothing(cast: Cast, given: dict[str, str], status: int) -> None:
    key = claimed(cast)
    number = record_of(cast.person).number
    assert decide(cast, key, **given).status_code == status
    assert record_of(cast.person).number == number


def test_what_was_decided_is_not_decided_again(cast: Cast) -> None:
    key = claimed(cast)
    decide(cast, key)
    response = decide(cast, key, decision="refuse")
    assert response.status_code == 404
    assert "Nothing waits here any more" in text(response)


@pytest.mark.parametrize("role", ["superior", "assessor"])
def test_a_rating_that_waits_counts_once_it_is_confirmed(cast: Cast, role: str) -> None:
    key = rated(cast, role)
    other = "assessor" if role == "superior" else "superior"
    assert decide(cast, key, other, to="").status_code == 403
    assert at(cast, key) in text(client_of(cast.each()[role]).get("/people/claims/"))
    assert at(cast, key) not in text(client_of(cast.each()[other]).get("/people/claims/"))
    assert decide(cast, key, role, to="").status_code == 302
    assert Entry.objects.get(key=key).awaits == ""
    client_of(cast.each()[role]).post(undo_url(cast))
    assert Entry.objects.get(key=key).awaits == role


def test_a_rating_that_is_refused_goes_and_comes_back_when_that_is_undone(cast: Cast) -> None:
    key = rated(cast, "superior")
    assert decide(cast, key, "superior", to="", decision="refuse").status_code == 302
    assert not Entry.objects.filter(key=key).exists()
    client_of(cast.superior).post(undo_url(cast))
    assert Entry.objects.get(key=key).awaits == "superior"


def test_a_confirmation_that_waits_becomes_the_word_of_who_confirms_it(cast: Cast) -> None:
    body = {"cell": CELL, "decision": "confirmed", "by": "Elsewhere", "reason": "it fits", "day": "2020-01-01"}
    key = put(cast, "confirmations", body, awaits="assessor")
    decide(cast, key, to="")
    entry = Entry.objects.get(key=key)
    assert (entry.awaits, entry.body["by"], entry.body["reason"]) == ("", "Assessor", REASON)


def confirm(cast: Cast, who: str = "assessor", **given: str) -> Any:
    sent = {"cell": CELL, "decision": "confirmed", "reason": REASON, "day": "", **given}
    url = f"/people/{cast.person.key}/record/confirm/"
    return client_of(cast.each()[who]).post(url, sent)


def test_an_assessor_confirms_the_circumstances_of_a_cell(cast: Cast) -> None:
    url = f"/people/{cast.person.key}/record/confirm/"
    page = text(client_of(cast.assessor).get(url, {"cell": CELL, "back": "/library/"}))
    assert "Hardware" in page
    assert 'name="back" value="/library/"' in page
    assert confirm(cast, day="2026年4月1日", back="/library/")["Location"] == "/library/"
    (entry,) = Entry.objects.filter(record=record_of(cast.person), list="confirmations")
    expected = {"cell": CELL, "decision": "confirmed", "by": "Assessor", "reason": REASON, "day": "2026-04-01"}
    assert (entry.body, entry.awaits) == (expected, "")
    confirm(cast, day="2026-04-01", decision="refused")
    (entry,) = Entry.objects.filter(record=record_of(cast.person), list="confirmations")
    assert entry.body["decision"] == "refused"


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"reason": ""}, 422),
        ({"decision": "claimed"}, 422),
        ({"day": "yesterday"}, 422),
        ({"cell": "itss/nowhere"}, 404),
        ({"cell": ""}, 404),
    ],
)
def test_a_word_on_a_cell_needs_all_of_it(cast: Cast, given: dict[str, str], status: int) -> None:
    assert confirm(cast, **given).status_code == status
    assert not Entry.objects.filter(list="confirmations").exists()


@pytest.mark.parametrize(
    ("who", "status"), [("person", 403), ("superior", 403), ("outsider", 404), ("other_assessor", 404)]
)
def test_nobody_else_confirms_a_cell(cast: Cast, who: str, status: int) -> None:
    assert confirm(cast, who).status_code == status
    assert not Entry.objects.filter(list="confirmations").exists()


def test_a_way_back_that_leads_elsewhere_is_not_taken(cast: Cast) -> None:
    assert confirm(cast, back="//evil.example/")["Location"] == f"/people/{cast.person.key}/record/"


def test_wrong_methods_are_refused(cast: Cast) -> None:
    key = claimed(cast)
    client = client_of(cast.assessor)
    assert client.post("/people/claims/").status_code == 405
    assert client.put(at(cast, key)).status_code == 405
    assert client.get(undo_url(cast)).status_code == 405
    assert client.get(at(cast, "nobody")).status_code == 404


def test_whoever_has_nobody_finds_nothing_and_is_told_so_in_both_languages(cast: Cast) -> None:
    for language, words in (("en", "Nothing waits for you"), ("ja", "確認待ちのものはありません")):
        type(cast.person).objects.update(language=language)
        assert words in text(client_of(cast.outsider).get("/people/claims/"))


def test_a_text_that_speaks_of_a_claim_is_none(cast: Cast) -> None:
    claimed(cast, {"to": BAND, "decision": "refused", "by": "A", "reason": 'it was "claimed", but not so'})
    assert not waiting_entries(cast.assessor).exists()


def test_the_page_speaks_japanese(cast: Cast) -> None:
    key = claimed(cast)
    type(cast.person).objects.update(language="ja")
    page = text(client_of(cast.assessor).get(at(cast, key), {"to": BAND}))
    assert "認定する" in page
    assert "認めない" in page


def test_many_claims_ask_no_more_of_the_database(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(15):
        claimed(cast, name=f"number-{number}")
    client = client_of(cast.assessor)
    with django_assert_max_num_queries(12):
        client.get("/people/claims/")
    key = Entry.objects.filter(list="engagements")[0].key
    with django_assert_max_num_queries(14):
        client.get(at(cast, key), {"to": BAND})
