"""Does the API say what the command line says, and do plans, skills, passport and accounts go through it?"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client

from kijun.exchange.as_json.judgement import dump_judgement
from kijun.judgement.record_judgement import judge_editions
from kijun.web.library.queries import current_editions
from kijun.web.people.queries import read_record
from tests.web.api.caller import Caller
from tests.web.api.ground import FIELD, ITEM, MENTORING, SKILL
from tests.web.cast import Cast, give_record, record_of
from tests.web.doors import CELL

pytestmark = pytest.mark.django_db
ON = "2026-04-01"


@pytest.fixture
def own(cast: Cast) -> str:
    give_record(cast.person)
    return f"people/{cast.person.key}"


@pytest.fixture
def caller(cast: Cast) -> Caller:
    return Caller(cast.person)


def test_a_judgement_is_the_one_of_the_command_line(caller: Caller, own: str, cast: Cast) -> None:
    person = read_record(record_of(cast.person)).person
    judged = judge_editions(current_editions(), person, on=date.fromisoformat(ON))
    wanted = dump_judgement(judged, [CELL], has_proofs=True)
    told = caller.get(f"{own}/cells/{CELL}", on=ON)
    assert told["cells"] == wanted["cells"]
    assert caller.get(f"{own}/judgement", on=ON)["levels"] == dump_judgement(judged, [], has_proofs=False)["levels"]
    assert caller.get(f"{own}/levels", on=ON)["levels"] == caller.get(f"{own}/judgement", on=ON)["levels"]


def test_a_day_or_an_edition_that_there_is_not_is_told_in_the_words_of_the_pages(caller: Caller, own: str) -> None:
    for name, value in (("on", "2026-13-01"), ("edition", "itss/v9"), ("recorded", "2199-01-01")):
        answer = caller.ask("GET", f"{own}/judgement", **{name: value})
        assert (answer.status_code, answer.json()["problems"][0]["where"]) == (422, ["query", name])


def test_the_library_is_read_by_its_paths(caller: Caller) -> None:
    kinds = {
        "itss/v3-2011": "edition",
        "itss/v3-2011/customer-service": "category",
        "itss/v3-2011/customer-service/hardware": "field",
        CELL: "cell",
        f"{CELL}/size": "part",
        ITEM: "item",
    }
    assert {path: caller.get(f"library/{path}")["kind"] for path in kinds} == kinds
    assert caller.get("library/search", q="ハードウェア")["items"][0]["name"]["en"].startswith("Hardware")
    assert caller.get("library/comparison", path="customer-service/hardware/5")["changes"]
    assert caller.ask("GET", "library/itss/v3-2011/customer-service/hardware/99").status_code == 404


def test_an_engagement_is_tried_without_being_recorded(caller: Caller, own: str) -> None:
    body = next(each["body"] for each in caller.get(f"{own}/record/entries", list="engagements")["items"])
    told = caller.send("POST", f"{own}/could-count", {"body": {**body, "id": "tried"}})
    assert told["cells"]
    assert all(each["name"]["ja"] for each in told["cells"])


def test_a_plan_is_kept_changed_given_up_and_taken_up_again(caller: Caller, own: str) -> None:
    cell = caller.get(f"{own}/map")["nearest"][0]
    [proposal, *_more] = caller.get(f"{own}/plans/proposals", cell=cell)
    plan = caller.send("POST", f"{own}/plans", {"cell": cell, "seen": proposal["seen"], "name": "Next"})
    path = f"{own}/plans/{plan['key']}"
    later = {"based_on": plan["number"], "name": "After next", "note": "Soon."}
    changed = caller.send("PATCH", path, later)
    assert (changed["name"], changed["number"]) == ("After next", plan["number"] + 1)
    assert caller.ask("PATCH", path, later).status_code == 409
    for act, state in (("withdrawn", "withdrawn"), ("reopened", "current"), ("anew", "current")):
        number = caller.get(path)["number"]
        assert caller.send("POST", f"{path}/acts", {"act": act, "based_on": number})["state"] == state
    assert caller.ask("POST", f"{path}/acts", {"act": "reached", "based_on": 1}).status_code == 409
    assert caller.ask("POST", f"{own}/plans", {"cell": cell, "seen": "0" * 16}).status_code == 409


def test_what_if_tells_what_would_come_of_it_and_is_kept_only_where_asked(caller: Caller, own: str) -> None:
    assumed = {"mentoring": [MENTORING]}
    assert caller.send("POST", f"{own}/what-if", {"additions": assumed})["items"][0]["words"]["en"]
    assert caller.get(f"{own}/what-ifs")["total"] == 0
    kept = caller.send("POST", f"{own}/what-ifs", {"name": "Mentor", "additions": assumed})
    path = f"{own}/what-ifs/{kept['key']}"
    assert caller.send("PUT", path, {"name": "Mentor two", "additions": assumed})["name"] == "Mentor two"
    assert caller.get(f"{path}/outcome", on=ON)["on"] == ON
    caller.send("DELETE", path)
    assert caller.ask("GET", path).status_code == 404


def test_an_assumption_that_cannot_be_read_is_told_with_its_place(caller: Caller, own: str) -> None:
    answer = caller.ask("POST", f"{own}/what-if", {"additions": {"mentoring": [{"whom": 3}], "nonsense": []}})
    assert answer.status_code == 422
    assert all(each["where"][:2] == ["body", "additions"] for each in answer.json()["problems"])


def test_who_rates_follows_from_the_key(cast: Cast, own: str) -> None:
    for who, by in (("person", "self"), ("superior", "superior"), ("assessor", "assessor")):
        caller = Caller(getattr(cast, who))
        caller.send("POST", f"{own}/ratings", {"ratings": [{"item": SKILL, "level": 4, "note": who}]})
        newest = caller.get(f"{own}/ratings", item=SKILL)["items"][0]
        assert (newest["by"], newest["note"]) == (by, who)
    answer = Caller(cast.person).ask(
        "POST", f"{own}/ratings", {"by": "assessor", "ratings": [{"item": SKILL, "level": 4}]}
    )
    assert answer.status_code == 403
    matrix = Caller(cast.superior).get(f"{own}/skills", field=FIELD, level=5)["matrices"][0]
    rated = next(each for each in matrix["items"] if each["key"] == SKILL)
    assert rated["ratings"]["superior"]["level"] == 4


def test_a_rating_of_a_day_to_come_or_of_no_item_is_refused(caller: Caller, own: str) -> None:
    for given, name in (
        ({"item": SKILL, "level": 4, "day": "2199-01-01"}, "day"),
        ({"item": "a/b/c", "level": 4}, "item"),
    ):
        answer = caller.ask("POST", f"{own}/ratings", {"ratings": [given]})
        assert (answer.status_code, answer.json()["problems"][0]["where"][-1]) == (422, name)


def test_knowledge_is_said_of_items_that_there_are(caller: Caller, own: str) -> None:
    answer = caller.ask("PUT", f"{own}/knowledge", {"item": SKILL, "known": ["nonsense"]})
    assert answer.json()["problems"][0]["where"] == ["body", "known", "0"]
    assert caller.send("PUT", f"{own}/knowledge", {"item": SKILL, "known": []})["revision"]


def test_a_passport_is_drawn_and_given_by_a_link_that_is_told_once(caller: Caller, own: str) -> None:
    assert caller.ask("GET", f"{own}/passport.pdf").content.startswith(b"%PDF")
    link = caller.send("POST", f"{own}/passport/links", {"purpose": "An interview", "days": 7, "languages": "en"})
    visitor = Client()
    address = link["address"].removeprefix("http://testserver")
    assert visitor.get(address).status_code == 200
    [told] = caller.get(f"{own}/passport/links")["items"]
    assert "address" not in told
    assert told["opened"] == 1
    caller.send("DELETE", f"{own}/passport/links/{link['key']}")
    assert visitor.get(address).status_code == 404
    assert caller.ask("PATCH", f"{own}/passport/links/{link['key']}", {"days": 3}).status_code == 409


def test_an_administrator_keeps_accounts_and_reads_no_record(cast: Cast) -> None:
    keeper = Caller(cast.administrator)
    wanted = {"name": "New Person", "email": "new.person@example.com", "reason": "Hired."}
    made = keeper.send("POST", "accounts", wanted)
    assert "/welcome/" in made["link"]
    assert keeper.ask("POST", "accounts", wanted).json()["problems"][0]["where"] == ["body", "email"]
    path = f"accounts/{made['key']}"
    led = keeper.send("PUT", f"{path}/superior", {"superior": cast.superior.key})
    assert led["superior"] == cast.superior.key
    assert keeper.ask("PUT", f"{path}/superior", {"superior": made["key"]}).status_code == 422
    assessed = keeper.send("POST", f"{path}/assessors", {"assessor": cast.assessor.key})
    assert assessed["assessors"] == [cast.assessor.key]
    assert keeper.send("DELETE", f"{path}/assessors/{cast.assessor.key}")["assessors"] == []
    assert keeper.send("POST", f"{path}/close", {})["is_active"] is False
    assert keeper.send("POST", f"{path}/reopen", {})["is_active"] is True
    assert keeper.ask("GET", f"people/{made['key']}/record").status_code == 404
    actions = [each["action"] for each in keeper.get("trail", limit=3)["items"]]
    assert actions[0] == "account.reactivated"
    me = f"accounts/{cast.administrator.key}"
    assert keeper.ask("PATCH", me, {"is_administrator": False}).json()["problems"][0]["code"] == "refused"


def test_nobody_else_keeps_accounts_whatever_the_scopes_of_their_key(cast: Cast) -> None:
    told: dict[str, Any] = {name: Caller(user).ask("GET", "accounts").status_code for name, user in cast.each().items()}
    assert {name for name, status in told.items() if status == 200} == {"administrator"}


def test_a_long_list_comes_in_bounded_pieces(caller: Caller, own: str) -> None:
    first = caller.get(f"{own}/record/entries", limit=2)
    rest = caller.get(f"{own}/record/entries", limit=100, offset=2)
    assert len(first["items"]) == 2
    assert len(rest["items"]) == first["total"] - 2
    assert caller.ask("GET", f"{own}/record/entries", limit=101).status_code == 422
