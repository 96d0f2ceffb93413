"""A file does what its dry run said, counts only what is the person's own to say, and comes out as it went in."""

from __future__ import annotations

import io
import json
import re
import zipfile
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from kijun.catalogue.record_yaml import dump_record
from kijun.exchange.workbook import incoming
from kijun.web.library.queries import editions
from kijun.web.people.actions import Wish, change_record
from kijun.web.people.importing import forget_old_uploads
from kijun.web.people.models import Draft, Entry, Revision
from kijun.web.people.own_data import record_file
from tests.web.cast import Cast, client_of, give_record, plain_example, record_of

pytestmark = pytest.mark.django_db
CLAIMED = {"to": "itss/v3-2011/customer-service/hardware/5/size/1", "decision": "claimed"}
RECOGNISED = {**CLAIMED, "decision": "recognised", "by": "A. Ssessor", "reason": "twelve sites", "day": "2020-01-01"}


def engagement(**facts: Any) -> dict[str, Any]:
    return {
        "id": "one",
        "title": "One",
        "fields": ["hardware"],
        "activities": ["hardware-installation"],
        "role": "leader",
        "from": "2015-04-01",
        "until": "2018-03-31",
        "outcome": "succeeded",
        **facts,
    }


def file(**lists: Any) -> dict[str, Any]:
    return {"employee": "E-9", "name": "Somebody", **lists}


def at(cast: Cast, then: str = "") -> str:
    return f"/people/{cast.person.key}/record/import/{then}"


def hand_in(client: Client, cast: Cast, plain: object, name: str = "me.yaml") -> Any:
    data = plain if isinstance(plain, bytes) else dump_record(plain).encode()  # type: ignore[arg-type]
    return client.post(at(cast), {"file": SimpleUploadedFile(name, data)})


def bring_in(client: Client, cast: Cast, plain: object, name: str = "me.yaml", **options: str) -> Any:
    assert hand_in(client, cast, plain, name).status_code == 302
    return confirm(client, cast, **options)


def confirm(client: Client, cast: Cast, **options: str) -> Any:
    number = re.search(r'name="number" value="(\d+)"', text(client.get(at(cast, "review/"), options)))
    assert number, "the dry run offers to import"
    return client.post(at(cast, "confirm/"), {"number": number[1], **options})


def text(response: Any) -> str:
    return str(response.content.decode())


def bodies(cast: Cast, list_: str) -> list[dict[str, Any]]:
    return [entry.body for entry in Entry.objects.filter(record=record_of(cast.person), list=list_)]


@pytest.fixture
def client(cast: Cast) -> Client:
    return client_of(cast.person)


def test_what_the_dry_run_shows_is_done_as_one_revision(cast: Cast, client: Client) -> None:
    hand_in(client, cast, file(engagements=[engagement()]))
    page = text(client.get(at(cast, "review/")))
    assert "One" in page
    assert "Nothing has been changed yet" in page
    assert bodies(cast, "engagements") == []
    before = record_of(cast.person).number
    assert confirm(client, cast)["Location"] == f"/people/{cast.person.key}/record/"
    assert bodies(cast, "engagements") == [engagement()]
    revision = Revision.objects.filter(record=record_of(cast.person)).latest("number")
    assert (revision.number, revision.kind, revision.reason) == (before + 1, "imported", "me.yaml")
    client.post(f"/people/{cast.person.key}/record/history/{revision.number}/undo/")
    assert bodies(cast, "engagements") == []


def test_an_export_imported_into_an_empty_record_gives_an_equal_record(cast: Cast, client: Client) -> None:
    plain = {key: value for key, value in plain_example().items() if key not in ("ratings", "$schema")}
    for each in plain["engagements"]:
        each.pop("equivalences", None)
    bring_in(client, cast, plain, head="on")
    exported = record_file(record_of(cast.person))
    assert exported == plain
    for form, name in (("yaml", "r.yaml"), ("json", "r.json"), ("xlsx", "r.xlsx")):
        out = client.get(f"/people/{cast.person.key}/record/export/{form}/").content
        client.post(f"/people/{cast.person.key}/record/erase/", {"word": "erase"})
        assert bodies(cast, "engagements") == []
        bring_in(client, cast, out, name, head="on")
        assert record_file(record_of(cast.person)) == exported


def test_one_s_own_export_changes_nothing_and_costs_no_decision(cast: Cast, client: Client) -> None:
    give_record(cast.person)
    out = client.get(f"/people/{cast.person.key}/record/export/yaml/").content
    number = record_of(cast.person).number
    hand_in(client, cast, out)
    for options in ({}, {"everything": "on", "head": "on"}):
        assert "There is nothing to import" in text(client.get(at(cast, "review/"), options))
    client.post(at(cast, "confirm/"), {"number": number, "everything": "on", "head": "on"})
    assert record_of(cast.person).number == number


def test_what_is_not_in_the_file_stays_unless_the_file_is_everything(cast: Cast, client: Client) -> None:
    bring_in(client, cast, file(engagements=[engagement(), engagement(id="two")], mentoring=[mentoring()]))
    bring_in(client, cast, file(engagements=[engagement(id="two", role="member")]))
    assert [each["id"] for each in bodies(cast, "engagements")] == ["one", "two"]
    assert bodies(cast, "engagements")[1]["role"] == "member"
    bring_in(client, cast, file(engagements=[engagement(id="two")]), everything="on")
    assert [each["id"] for each in bodies(cast, "engagements")] == ["two"]
    assert bodies(cast, "mentoring") == []


def mentoring() -> dict[str, str]:
    return {"whom": "two juniors", "since": "2020-04-01"}


def test_the_effect_on_the_map_is_shown_before(cast: Cast, client: Client) -> None:
    hand_in(client, cast, plain_example(), "example.yaml")
    page = text(client.get(at(cast, "review/")))
    assert 'class="mark met"' in page
    assert "What it does to the career map" in page


def test_head_and_number_of_the_file_are_taken_only_where_asked(cast: Cast, client: Client) -> None:
    hand_in(client, cast, file(engagements=[engagement()], team="Team 1"))
    assert "differs, and is not taken over" in text(client.get(at(cast, "review/")))
    confirm(client, cast)
    (head,) = bodies(cast, "head")
    assert (head["name"], head["team"]) == ("Person", "Team 1")
    bring_in(client, cast, file(engagements=[engagement()]), head="on")
    (head,) = bodies(cast, "head")
    assert (head["employee"], head["name"], head["team"]) == ("E-9", "Somebody", "Team 1")


def test_what_others_are_said_to_have_given_waits_for_them(cast: Cast, client: Client) -> None:
    rating = {"item": "customer-service/hardware/technology", "level": 5, "day": "2026-04-01"}
    cell = "itss/v3-2011/customer-service/hardware/5"
    word = {"cell": cell, "decision": "confirmed", "by": "A", "reason": "it fits", "day": "2026-04-01"}
    ratings = [{**rating, "by": by} for by in ("self", "superior", "assessor")]
    hand_in(
        client, cast, file(ratings=ratings, confirmations=[word], engagements=[engagement(equivalences=[RECOGNISED])])
    )
    page = text(client.get(at(cast, "review/")))
    for said in ("waits for the superior", "waits for an assessor", "equivalence becomes a claim", "3 entries are"):
        assert said in page
    confirm(client, cast)
    held = Entry.objects.filter(record=record_of(cast.person))
    assert [(each.body["by"], each.awaits) for each in held.filter(list="ratings")] == [
        ("self", ""),
        ("superior", "superior"),
        ("assessor", "assessor"),
    ]
    assert held.get(list="confirmations").awaits == "assessor"
    (claim,) = held.get(list="engagements").body["equivalences"]
    assert claim["decision"] == "claimed"
    assert "by" not in claim
    assert "recognised by A. Ssessor, because: twelve sites" in claim["reason"]


def test_a_decision_made_here_is_neither_changed_nor_removed_by_a_file(cast: Cast, client: Client) -> None:
    refused = {**RECOGNISED, "decision": "refused", "reason": "too few"}
    rated = {"item": "customer-service/hardware/technology", "level": 2, "by": "superior", "day": "2026-04-01"}
    wishes = [
        Wish(list="engagements", body=engagement(equivalences=[refused])),
        Wish(list="ratings", body=rated),
    ]
    change_record(record_of(cast.person), wishes, author=cast.superior, kind="added")
    bring_in(
        client,
        cast,
        file(engagements=[engagement(equivalences=[RECOGNISED], role="member")], ratings=[{**rated, "level": 5}]),
        everything="on",
    )
    (kept,) = bodies(cast, "engagements")
    assert (kept["role"], kept["equivalences"]) == ("member", [refused])
    ratings = Entry.objects.filter(record=record_of(cast.person), list="ratings")
    assert {(each.body["level"], each.awaits) for each in ratings} == {(2, ""), (5, "superior")}


def test_every_problem_is_told_at_once_with_its_place(cast: Cast, client: Client) -> None:
    wrong = file(engagements=[engagement(role="boss", outcome="fine"), {"id": "x"}])
    response = hand_in(client, cast, wrong)
    page = text(response)
    assert response.status_code == 422
    for said in ("me.yaml:8:", "K104", "K102", "boss", "fine"):
        assert said in page
    assert not Draft.objects.exists()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("me.yaml", b"employee: [", "K006"),
        ("me.yaml", b"", "id_file_error"),
        ("me.yaml", "氏名".encode("shift_jis"), "K004"),
        ("me.yaml", b'employee: "a\\0"\nname: b', "K112"),
        ("me.yaml", b"a: &x [1]\nb: *x", "K007"),
        ("me.json", b'{"employee": "\\ud800", "name": "x"}', "K006"),
        ("me.json", b"[" * 100_000, "K011"),
        ("me.yaml", b"- just\n- a list\n", "K1"),
        ("me.xlsx", b"not a workbook", "K400"),
        ("me.xlsx", b"PK\x03\x04 damaged", "K400"),
        ("me.html", b"<html>", ".yaml, .yml, .json, .xlsx"),
        ("../../me", b"x", ".yaml, .yml, .json, .xlsx"),
    ],
)
def test_what_cannot_be_read_is_said_and_nothing_waits(
    cast: Cast, client: Client, name: str, data: bytes, said: str
) -> None:
    response = hand_in(client, cast, data, name)
    assert response.status_code == 422
    assert said in text(response)
    assert not Draft.objects.exists()


def test_a_workbook_that_would_unpack_without_end_is_refused(cast: Cast, client: Client) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 20_000_000)
    response = hand_in(client, cast, out.getvalue(), "bomb.xlsx")
    assert response.status_code == 422
    assert "K402" in text(response)


def test_a_file_that_is_too_large_is_refused(cast: Cast, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kijun.web.people.forms.importing.MOST_IMPORTED", 10)
    assert hand_in(client, cast, file()).status_code == 422


def test_the_workbook_that_is_offered_can_be_read_in_both_languages(cast: Cast) -> None:
    for language, sheet in (("ja", "案件"), ("en", "Engagements")):
        type(cast.person).objects.update(language=language)
        response = client_of(cast.person).get("/people/workbook/")
        read = incoming.read(response.content, editions())
        assert any(sheet in name for name in read.sheets), read.sheets


def test_a_record_that_changed_meanwhile_is_shown_again(cast: Cast, client: Client) -> None:
    hand_in(client, cast, file(engagements=[engagement()]))
    number = record_of(cast.person).number
    change_record(record_of(cast.person), [Wish(list="mentoring", body=mentoring())], author=cast.person, kind="added")
    response = client.post(at(cast, "confirm/"), {"number": number})
    assert response.status_code == 409
    assert "The record has changed" in text(response)
    assert bodies(cast, "engagements") == []
    confirm(client, cast)
    assert len(bodies(cast, "engagements")) == 1


def test_what_would_be_wrong_together_with_the_record_is_told(cast: Cast, client: Client) -> None:
    area = {"area": "service-level-management", "degree": "knows-basics"}
    known = {"item": "customer-service/hardware/technology", "known": []}
    bring_in(client, cast, file(knowledge=[known], expertise=[area]))
    draft_body = {"name": "me.yaml", "number": record_of(cast.person).number, "record": file(knowledge=[known, known])}
    Draft.objects.create(
        author=cast.person, record=record_of(cast.person), form="import", body=draft_body, saved_at=timezone.now()
    )
    page = text(client.get(at(cast, "review/")))
    assert "Together with the record it would be wrong" in page
    number = record_of(cast.person).number
    assert client.post(at(cast, "confirm/"), {"number": number}).status_code == 422
    assert record_of(cast.person).number == number


def test_an_upload_waits_a_day_for_its_owner_alone(cast: Cast, client: Client) -> None:
    hand_in(client, cast, file(engagements=[engagement()]))
    assert client_of(cast.superior).get(at(cast, "review/")).status_code == 403
    own = f"/people/{cast.outsider.key}/record/import/review/"
    assert client_of(cast.outsider).get(own).status_code == 302
    Draft.objects.update(saved_at=timezone.now() - timedelta(hours=25))
    assert client.get(at(cast, "review/")).status_code == 302
    assert client.post(at(cast, "confirm/"), {"number": record_of(cast.person).number}).status_code == 302
    assert bodies(cast, "engagements") == []
    forget_old_uploads()
    assert not Draft.objects.exists()


def test_a_draft_that_says_to_be_an_import_is_none(cast: Cast, client: Client) -> None:
    Draft.objects.create(
        author=cast.person,
        record=record_of(cast.person),
        form="import",
        body={"answers": [["record", "x"]]},
        saved_at=timezone.now(),
    )
    assert client.get(at(cast, "review/")).status_code == 302
    assert client.get(at(cast)).status_code == 200


def test_what_waits_can_be_discarded(cast: Cast, client: Client) -> None:
    hand_in(client, cast, file(engagements=[engagement()]))
    assert "me.yaml" in text(client.get(at(cast)))
    client.post(at(cast, "discard/"))
    assert not Draft.objects.exists()


@pytest.mark.parametrize(
    ("who", "status"), [("superior", 403), ("assessor", 403), ("outsider", 404), ("administrator", 404)]
)
def test_nobody_else_imports(cast: Cast, who: str, status: int) -> None:
    client = client_of(cast.each()[who])
    assert client.get(at(cast)).status_code == status
    assert hand_in(client, cast, file()).status_code == status
    for then in ("confirm/", "discard/"):
        assert client.post(at(cast, then)).status_code == status


def test_an_attachment_cannot_be_written_into_a_file(cast: Cast, client: Client) -> None:
    forged = [{"entry": "x", "name": "y.pdf", "media_type": "application/pdf", "size": 1, "sha256": "0" * 64}]
    assert hand_in(client, cast, file(attachments=forged)).status_code == 422


def test_wrong_methods_are_refused(cast: Cast, client: Client) -> None:
    assert client.post(at(cast, "review/")).status_code == 405
    assert client.get(at(cast, "confirm/")).status_code == 405
    assert client.get(at(cast, "discard/")).status_code == 405
    assert client.put(at(cast)).status_code == 405


def test_the_pages_speak_japanese(cast: Cast) -> None:
    type(cast.person).objects.update(language="ja")
    client = client_of(cast.person)
    assert "何が変わるかを見る" in text(client.get(at(cast)))
    hand_in(client, cast, file(engagements=[engagement()]))
    assert "取り込むと次のように変わります" in text(client.get(at(cast, "review/")))


def test_a_dry_run_asks_few_rows(
    cast: Cast, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    hand_in(client, cast, json.dumps(plain_example()).encode(), "example.json")
    with django_assert_max_num_queries(14):
        client.get(at(cast, "review/"))
