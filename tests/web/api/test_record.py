"""What becomes of a record that a program reads and writes?"""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kijun.catalogue.shipped import EXAMPLES
from tests.web.api.caller import Caller
from tests.web.api.ground import MENTORING
from tests.web.cast import HARDWARE, Cast, give_record, plain_example

pytestmark = pytest.mark.django_db
ENGAGEMENT = plain_example()["engagements"][0]


@pytest.fixture
def own(cast: Cast) -> str:
    return f"people/{cast.person.key}"


@pytest.fixture
def caller(cast: Cast) -> Caller:
    return Caller(cast.person)


def test_an_entry_is_added_read_changed_removed_and_brought_back(caller: Caller, own: str) -> None:
    [key] = caller.send("POST", f"{own}/record/entries", {"list": "mentoring", "body": MENTORING})["keys"]
    entry = caller.get(f"{own}/record/entries/{key}")
    assert entry["body"] == MENTORING
    changed = {"body": {**MENTORING, "whom": "another"}, "based_on": entry["revised"]}
    revision = caller.send("PUT", f"{own}/record/entries/{key}", changed)["revision"]
    removed = caller.send("DELETE", f"{own}/record/entries/{key}", based_on=revision)
    assert caller.get(f"{own}/record")["record"].get("mentoring") is None
    caller.send("POST", f"{own}/record/revisions/{removed['revision']}/undo", {"reason": "It was right."})
    assert caller.get(f"{own}/record")["record"]["mentoring"] == [{**MENTORING, "whom": "another"}]
    kinds = [each["kind"] for each in caller.get(f"{own}/record/revisions", entry=key)["items"]]
    assert kinds == ["undone", "removed", "edited", "added"]


def test_what_somebody_changed_since_is_not_written_over(caller: Caller, own: str) -> None:
    [key] = caller.send("POST", f"{own}/record/entries", {"list": "mentoring", "body": MENTORING})["keys"]
    seen = caller.get(f"{own}/record/entries/{key}")["revised"]
    caller.send("PUT", f"{own}/record/entries/{key}", {"body": {**MENTORING, "whom": "another"}, "based_on": seen})
    late = caller.ask("PUT", f"{own}/record/entries/{key}", {"body": MENTORING, "based_on": seen})
    assert late.status_code == 409
    assert late.json()["conflicts"] == [{"entry": key, "revised": seen + 1, "body": {**MENTORING, "whom": "another"}}]


def test_a_dry_run_checks_and_changes_nothing(caller: Caller, own: str) -> None:
    wanted = {"list": "mentoring", "body": MENTORING}
    assert caller.send("POST", f"{own}/record/entries", wanted, dry_run="true")["revision"] is None
    assert caller.get(f"{own}/record/entries", list="mentoring")["total"] == 0


def test_a_wrong_entry_is_told_in_the_words_of_the_command_line(caller: Caller, own: str) -> None:
    body = {**ENGAGEMENT, "role": "team-lead"}
    answer = caller.ask("POST", f"{own}/record/entries", {"list": "engagements", "body": body})
    [problem] = answer.json()["problems"]
    assert answer.status_code == 422
    assert problem["code"].startswith("K")
    assert problem["where"] == ["body", "body", "role"]
    assert "team-lead" in problem["expected"]


def test_a_person_claims_an_equivalence_and_only_their_assessor_decides_it(cast: Cast, own: str) -> None:
    person, assessor = Caller(cast.person), Caller(cast.assessor)
    to = "size/customer-service/hardware/5"
    for decision in ("recognised", "refused"):
        claim = {"to": to, "decision": decision, "by": "me", "reason": "so", "day": "2026-01-01"}
        body = {**ENGAGEMENT, "equivalences": [claim]}
        answer = person.ask("POST", f"{own}/record/entries", {"list": "engagements", "body": body})
        assert answer.json()["problems"][0]["where"] == ["body", "body", "equivalences"]
    give_record(cast.person)
    claimed = next(each for each in assessor.get("claims")["items"] if each["to"])
    entry, wanted = (
        claimed["entry"],
        {"decision": "granted", "reason": "I saw it.", "based_on": claimed["entry"]["revised"]},
    )
    path = f"{own}/record/entries/{entry['key']}/decision"
    wanted["to"] = claimed["to"][0]
    assert person.ask("POST", path, wanted).status_code == 403
    assert Caller(cast.other_assessor).ask("POST", path, wanted).status_code == 404
    assessor.send("POST", path, wanted)
    decided = person.get(f"{own}/record/entries/{entry['key']}")
    settled = next(each for each in decided["body"]["equivalences"] if each["to"] == wanted["to"])
    assert (settled["decision"], settled["by"]) == ("recognised", "Assessor")
    dropped = {"body": {**decided["body"], "equivalences": []}, "based_on": decided["revised"]}
    assert person.ask("PUT", f"{own}/record/entries/{entry['key']}", dropped).status_code == 422


def test_a_superior_reads_and_does_not_write(cast: Cast, own: str) -> None:
    superior = Caller(cast.superior)
    assert superior.get(f"{own}/record")["revision"] == 1
    wanted = {"list": "mentoring", "body": MENTORING}
    assert superior.ask("POST", f"{own}/record/entries", wanted).status_code == 403


def test_a_file_is_brought_in_after_a_dry_run_and_what_others_said_waits(caller: Caller, own: str) -> None:
    content = (EXAMPLES / HARDWARE).read_bytes()
    for dry_run in ("true", "false"):
        file = SimpleUploadedFile("me.yaml", content)
        answer = caller.client.post(f"/api/{own}/record/imports?dry_run={dry_run}", {"file": file})
        assert answer.status_code == 200, answer.content
        assert (answer.json()["revision"] is None) is (dry_run == "true")
    told = answer.json()
    assert {each["awaits"] for each in told["parts"] if each["list"] == "confirmations"} <= {"assessor"}
    assert caller.get(f"{own}/record")["record"]["engagements"]


def test_a_file_that_cannot_be_used_is_told_with_its_lines(caller: Caller, own: str) -> None:
    file = SimpleUploadedFile("me.yaml", b"employee: E-1\nnam: X\n")
    answer = caller.client.post(f"/api/{own}/record/imports", {"file": file})
    assert answer.status_code == 422
    assert any(each["where"] == ["file", "me.yaml:2:1"] for each in answer.json()["problems"])


def test_a_file_stands_behind_an_entry_and_can_be_loaded_down(caller: Caller, own: str) -> None:
    [key] = caller.send("POST", f"{own}/record/entries", {"list": "mentoring", "body": MENTORING})["keys"]
    file = SimpleUploadedFile("note.txt", b"It is done.")
    made = caller.client.post(f"/api/{own}/record/entries/{key}/attachments?note=proof", {"file": file}).json()
    [held] = caller.get(f"{own}/record/attachments")["items"]
    assert (held["key"], held["entry"], held["note"]) == (made["keys"][0], key, "proof")
    loaded = caller.ask("GET", f"{own}/record/attachments/{held['key']}/content")
    assert b"".join(loaded) == b"It is done."
    assert loaded.headers["Content-Disposition"].startswith("attachment")
    caller.send("DELETE", f"{own}/record/attachments/{held['key']}")
    assert caller.get(f"{own}/record/attachments")["total"] == 0


def test_a_program_in_the_skin_of_a_file_is_not_kept(caller: Caller, own: str) -> None:
    [key] = caller.send("POST", f"{own}/record/entries", {"list": "mentoring", "body": MENTORING})["keys"]
    for name, content in (("a.html", b"<script>"), ("a.txt", b"\x7fELF\x02\x01"), ("a.pdf", b"text")):
        file = SimpleUploadedFile(name, content)
        answer = caller.client.post(f"/api/{own}/record/entries/{key}/attachments", {"file": file})
        assert answer.status_code == 422, name


def test_what_was_on_record_is_read_by_its_day_and_a_day_before_that_is_told(caller: Caller, own: str) -> None:
    answer = caller.ask("GET", f"{own}/record", recorded="1999-01-01")
    assert answer.status_code == 422
    assert answer.json()["problems"][0]["where"] == ["query", "recorded"]


def test_the_record_comes_out_as_it_goes_in(caller: Caller, cast: Cast, own: str) -> None:
    give_record(cast.person)
    out: dict[str, Any] = json.loads(caller.ask("GET", f"{own}/record/export/record.json").content)
    assert out["engagements"] == plain_example()["engagements"]
    assert caller.ask("GET", f"{own}/record/export/record.xlsx").content.startswith(b"PK")
