"""What a superior or an assessor said of somebody is theirs: it neither goes nor moves to facts that they never saw."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from kijun.web.people.actions import Wish, change_record
from kijun.web.people.models import Entry, Revision
from tests.web.cast import Cast, client_of, record_of
from tests.web.people.typed import form_url, text_of, url

pytestmark = pytest.mark.django_db
BAND = "itss/v3-2011/customer-service/hardware/5/size/1"
REASON = "Twelve sites in three prefectures."
FACTS: dict[str, Any] = {
    "id": "one",
    "title": "Branch rollout",
    "fields": ["hardware"],
    "activities": ["hardware-installation", "fault-repair"],
    "role": "responsible",
    "from": "2015-04-01",
    "until": "2018-03-31",
    "outcome": "succeeded",
}
RATING = {"item": "customer-service/hardware/technology", "level": 2, "day": "2026-04-01"}


@pytest.fixture
def client(cast: Cast) -> Client:
    return client_of(cast.person)


@pytest.fixture
def entry(cast: Cast) -> Entry:
    """Give an engagement of which an assessor recognised that it equals something."""
    claim = {**FACTS, "equivalences": [{"to": BAND, "decision": "claimed"}]}
    done = change_record(
        record_of(cast.person), [Wish(list="engagements", body=claim)], author=cast.person, kind="added"
    )
    assert done.revision
    key = done.keys[0]
    sent = {"to": BAND, "decision": "grant", "reason": REASON, "based_on": done.revision.number}
    client_of(cast.assessor).post(f"/people/{cast.person.key}/record/claims/{key}/", sent)
    found = Entry.objects.get(key=key)
    assert decision(found) == "recognised"
    return found


def decision(entry: Entry) -> str:
    entry.refresh_from_db()
    (found,) = entry.body["equivalences"]
    return str(found["decision"])


def save(client: Client, cast: Cast, entry: Entry, **typed: object) -> Any:
    form = client.get(form_url(cast.person, entry)).context["form"]
    shown = {name: form[name].value() or "" for name in form.fields}
    shown = {name: "on" if value is True else value for name, value in shown.items()}
    return client.post(form_url(cast.person, entry), {**shown, "based_on": entry.revised, **typed}, follow=True)


@pytest.mark.parametrize(
    "typed", [{"role": "member"}, {"until": "2019-03-31"}, {"project": "other"}, {"activities": ["fault-repair"]}]
)
def test_a_recognised_equivalence_is_a_claim_again_once_the_facts_are_others(
    cast: Cast, client: Client, entry: Entry, typed: dict[str, object]
) -> None:
    page = text_of(save(client, cast, entry, **typed))
    assert decision(entry) == "claimed"
    assert "What was recognised is a claim again" in page
    (claim,) = entry.body["equivalences"]
    assert set(claim) == {"to", "decision", "reason"}
    assert REASON in claim["reason"]
    assert "Recognised by Assessor" in claim["reason"]
    assert f"claims/{entry.key}/" in client_of(cast.assessor).get("/people/claims/").content.decode()


@pytest.mark.parametrize("typed", [{}, {"title_en": "Rollout to branches"}, {"masked": ["title"]}])
def test_another_title_and_what_is_kept_back_leave_a_recognition_alone(
    cast: Cast, client: Client, entry: Entry, typed: dict[str, object]
) -> None:
    page = text_of(save(client, cast, entry, **typed))
    assert decision(entry) == "recognised"
    assert "claim again" not in page


def test_undoing_brings_back_the_facts_together_with_their_recognition_and_no_others(
    cast: Cast, client: Client, entry: Entry
) -> None:
    save(client, cast, entry, role="member")
    number = record_of(cast.person).number
    client.post(url("undo", cast.person, number=number))
    assert decision(entry) == "recognised"
    assert entry.body["role"] == "responsible"
    client.post(url("undo", cast.person, number=number + 1))
    assert (decision(entry), entry.body["role"]) == ("claimed", "member")


def test_a_file_with_other_facts_does_not_inherit_a_recognition(cast: Cast, client: Client, entry: Entry) -> None:
    other = {**FACTS, "role": "member", "equivalences": entry.body["equivalences"]}
    plain = {"employee": "E-1", "name": "Person", "engagements": [other]}
    file = SimpleUploadedFile("me.json", json.dumps(plain).encode())
    client.post(url("import", cast.person), {"file": file})
    assert "equivalence becomes a claim" in text_of(client.get(url("import_review", cast.person)))
    client.post(url("import_confirm", cast.person), {"number": record_of(cast.person).number})
    assert (decision(entry), entry.body["role"]) == ("claimed", "member")


def test_a_form_cannot_decide(cast: Cast, client: Client, entry: Entry) -> None:
    other = BAND.replace("/5/", "/4/")
    forged = {
        "equivalence": [other],
        "decision": "recognised",
        "equivalences": json.dumps([{"to": other, "decision": "recognised", "by": "A", "reason": "R"}]),
        "by": "Assessor",
        "reason": "because",
        "awaits": "",
        "author": str(cast.assessor.pk),
    }
    save(client, cast, entry, **forged)
    entry.refresh_from_db()
    assert [each["decision"] for each in entry.body["equivalences"]] == ["recognised", "claimed"]
    assert "by" not in entry.body["equivalences"][1]
    assert Revision.objects.latest("pk").author == cast.person


@pytest.mark.parametrize("by", ["superior", "assessor"])
def test_a_person_cannot_remove_what_others_rated(cast: Cast, client: Client, by: str) -> None:
    holder = {"superior": cast.superior, "assessor": cast.assessor}[by]
    wish = Wish(list="ratings", body={**RATING, "by": by})
    (key,) = change_record(record_of(cast.person), [wish], author=holder, kind="added").keys
    assert client.post(url("remove", cast.person, key=key)).status_code == 404
    assert client.post(f"/people/{cast.person.key}/skills/entries/{key}/remove/").status_code == 403
    assert client.post(url("undo", cast.person, number=record_of(cast.person).number)).status_code == 403
    assert Entry.objects.filter(key=key).exists()


def test_a_rating_of_another_with_blanks_around_the_word_waits_for_them_too(cast: Cast, client: Client) -> None:
    plain = {"employee": "E-1", "name": "Person", "ratings": [{**RATING, "level": 7, "by": " superior "}]}
    client.post(url("import", cast.person), {"file": SimpleUploadedFile("me.json", json.dumps(plain).encode())})
    client.post(url("import_confirm", cast.person), {"number": record_of(cast.person).number})
    assert Entry.objects.get(list="ratings").awaits == "superior"


def test_whoever_no_longer_stands_beside_a_person_decides_nothing(cast: Cast, entry: Entry) -> None:
    cast.person.appointments.update(until="2026-01-01T00:00:00Z")
    for holder in (cast.superior, cast.assessor):
        client = client_of(holder)
        for address in (
            url("record", cast.person),
            f"/people/{cast.person.key}/record/claims/{entry.key}/?to={BAND}",
            f"/people/{cast.person.key}/map/",
            f"/people/{cast.person.key}/skills/",
        ):
            assert client.get(address).status_code == 404, address
        number = record_of(cast.person).number
        assert client.post(url("decision_undo", cast.person, number=number)).status_code == 404
        assert client.post(f"/people/{cast.person.key}/skills/undo/{number}/").status_code == 404


def test_an_assessor_who_is_none_any_more_decides_nothing(cast: Cast, entry: Entry) -> None:
    cast.assessor.is_assessor = False
    cast.assessor.save()
    client = client_of(cast.assessor)
    assert client.get(f"/people/{cast.person.key}/record/claims/{entry.key}/?to={BAND}").status_code == 404
    assert "Branch rollout" not in client.get("/people/claims/").content.decode()
