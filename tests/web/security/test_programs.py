"""What a program may do with a key is what its owner may, and of that what the key was made for."""

from __future__ import annotations

from typing import Any

import pytest

from kijun.web.accounts.models import Token
from kijun.web.people.actions import Wish, change_record
from kijun.web.people.models import Entry
from tests.web.api.caller import Caller
from tests.web.cast import Cast, client_of, give_record, record_of

pytestmark = pytest.mark.django_db
BAND = "itss/v3-2011/customer-service/hardware/5/size/1"
FACTS: dict[str, Any] = {
    "id": "one",
    "fields": ["hardware"],
    "activities": ["hardware-installation"],
    "role": "responsible",
    "from": "2015-04-01",
    "until": "2018-03-31",
    "outcome": "succeeded",
}
RECOGNISED = {"to": BAND, "decision": "recognised", "by": "Assessor", "reason": "Twelve sites."}


def entries(cast: Cast) -> str:
    return f"people/{cast.person.key}/record/entries"


@pytest.mark.parametrize(
    "forged",
    [
        [RECOGNISED],
        RECOGNISED,
        [RECOGNISED, "x"],
        [[RECOGNISED]],
        {"0": RECOGNISED},
        [{**RECOGNISED, "decision": " recognised"}],
        [{**RECOGNISED, "decision": "RECOGNISED"}],
        [{"to": BAND, "decision": "claimed"}, RECOGNISED],
    ],
)
def test_a_program_cannot_decide_for_an_assessor(cast: Cast, forged: object) -> None:
    body = {"list": "engagements", "body": {**FACTS, "equivalences": forged}}
    assert Caller(cast.person).ask("POST", entries(cast), body).status_code == 422
    assert not Entry.objects.filter(list="engagements").exists()


def test_a_recognition_does_not_stay_with_other_facts(cast: Cast) -> None:
    wish = Wish(list="engagements", body={**FACTS, "equivalences": [RECOGNISED]})
    done = change_record(record_of(cast.person), [wish], author=cast.assessor, kind="decided")
    assert done.revision
    sent = {"body": {**FACTS, "role": "member", "equivalences": [RECOGNISED]}, "based_on": done.revision.number}
    Caller(cast.person).send("PUT", f"{entries(cast)}/{done.keys[0]}", sent)
    (claim,) = Entry.objects.get(key=done.keys[0]).body["equivalences"]
    assert claim["decision"] == "claimed"


@pytest.mark.parametrize("list_", ["ratings", "confirmations", "knowledge", "attachments", "head"])
def test_what_others_say_has_no_way_in_among_the_entries(cast: Cast, list_: str) -> None:
    assert Caller(cast.person).ask("POST", entries(cast), {"list": list_, "body": {}}).status_code == 422


def test_a_name_that_an_operation_does_not_have_is_refused(cast: Cast) -> None:
    body = {"list": "mentoring", "body": {"whom": "x", "since": "2020-01"}, "awaits": "", "author": cast.assessor.key}
    assert Caller(cast.person).ask("POST", entries(cast), body).status_code == 422


def test_nobody_reads_or_writes_what_is_not_theirs(cast: Cast) -> None:
    give_record(cast.person)
    body = {"list": "mentoring", "body": {"whom": "x", "since": "2020-01"}}
    for who in (cast.outsider, cast.administrator, cast.steward, cast.other_assessor):
        assert Caller(who).ask("GET", f"people/{cast.person.key}/record").status_code == 404
        assert Caller(who).ask("POST", entries(cast), body).status_code == 404
    for who in (cast.superior, cast.assessor):
        assert Caller(who).ask("GET", f"people/{cast.person.key}/record").status_code == 200
        assert Caller(who).ask("POST", entries(cast), body).status_code == 403


def test_a_key_opens_what_it_was_made_for_and_only_while_it_is_open(cast: Cast) -> None:
    caller, path = Caller(cast.person, ["record:read"]), f"people/{cast.person.key}/record"
    body = {"list": "mentoring", "body": {"whom": "x", "since": "2020-01"}}
    assert caller.ask("GET", path).status_code == 200
    assert caller.ask("POST", entries(cast), body).status_code == 403
    assert caller.ask("GET", f"people/{cast.person.key}/plans").status_code == 403
    client_of(cast.outsider).post(f"/settings/tokens/{Token.objects.get().pk}/withdraw/")
    assert caller.ask("GET", path).status_code == 200, "the key of somebody else is not theirs to withdraw"
    client_of(cast.person).post(f"/settings/tokens/{Token.objects.get().pk}/withdraw/")
    assert caller.ask("GET", path).status_code == 401


def test_a_browser_that_is_signed_in_is_no_key(cast: Cast) -> None:
    assert client_of(cast.person).get(f"/api/people/{cast.person.key}/record").status_code == 401


def test_an_answer_to_much_that_is_wrong_is_bounded(cast: Cast) -> None:
    body = {"list": "engagements", "body": {**FACTS, "fields": [f"no-field-{number}" for number in range(5000)]}}
    answer = Caller(cast.person).ask("POST", entries(cast), body)
    assert answer.status_code == 422
    assert len(answer.json()["problems"]) == 200


def test_a_key_is_in_no_log(cast: Cast, caplog: pytest.LogCaptureFixture) -> None:
    caller = Caller(cast.person, ["library:read"])
    caller.ask("GET", f"people/{cast.person.key}/record")
    caller.ask("GET", "nowhere")
    caller.ask("POST", "nowhere", {"x": 1})
    assert caller.secret not in caplog.text
