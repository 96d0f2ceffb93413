"""Is the company of the demonstration whole, in order, and does it show everything that a career map can say?"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kijun.catalogue.installed import shipped_editions
from kijun.catalogue.record_file import load_record, read_record_text
from kijun.catalogue.record_words import words_of
from kijun.catalogue.yaml_tree import Tree, parse_tree
from kijun.evidence import Person
from kijun.evidence.words import Words
from kijun.judgement.record_judgement import MARK_NAMES, RecordJudgement, judge_editions

DEMO = Path(__file__).parents[3] / "src" / "kijun" / "web" / "demo"
RECORDS = sorted((DEMO / "records").glob("*.yaml"))
DAY = date(2026, 11, 21)
"""The day that the company is made for."""

HARDWARE, SOFTWARE, FACILITY = (
    f"itss/v3-2011/customer-service/{field}" for field in ("hardware", "software", "facility-management")
)
SOFTWARE_2008, FACILITY_2008 = (
    f"itss/v3-2008/customer-service/{field}" for field in ("software", "facility-management")
)
CONSULTING, PRODUCT, MEDIA = (
    f"itss/v3-2008/sales/{field}" for field in ("consulting-sales", "product-sales", "sales-via-media")
)
REACHED: Mapping[str, Mapping[str, int]] = {
    "A-001": {},
    "A-002": {SOFTWARE: 3, SOFTWARE_2008: 3},
    "A-101": {HARDWARE: 5, SOFTWARE: 5},
    "A-102": {HARDWARE: 6, SOFTWARE: 6},
    "A-103": {HARDWARE: 4},
    "A-104": {HARDWARE: 3},
    "A-105": {},
    "A-106": {},
    "A-111": {FACILITY: 6, FACILITY_2008: 5},
    "A-112": {SOFTWARE: 4, SOFTWARE_2008: 3},
    "A-113": {FACILITY: 3, FACILITY_2008: 3},
    "A-201": {CONSULTING: 6, PRODUCT: 4},
    "A-202": {CONSULTING: 4, PRODUCT: 3},
    "A-203": {MEDIA: 4},
}


def plain(file: Path) -> Any:
    tree = parse_tree(file.read_text(encoding="utf-8"), str(file))
    assert isinstance(tree, Tree), tree
    assert tree.problems == ()
    return tree.root


@cache
def company() -> Any:
    return plain(DEMO / "company.yaml")


@cache
def people() -> Mapping[str, Any]:
    return {person["employee"]: person for person in company()["people"]}


@cache
def record(employee: str) -> Any:
    return plain(DEMO / "records" / f"{employee}.yaml")


@cache
def words() -> Words:
    return words_of(shipped_editions())


@cache
def judged(employee: str) -> RecordJudgement:
    person = load_record(DEMO / "records" / f"{employee}.yaml", words(), today=DAY).person
    assert isinstance(person, Person)
    return judge_editions(shipped_editions(), person, on=DAY)


def entry_of(employee: str, entry: str) -> Any:
    """Return the entry of a record that "<list>/<id or number>" names; a KeyError or IndexError says that there is none."""
    listed, _, name = entry.partition("/")
    entries = record(employee)[listed]
    return {each["id"]: each for each in entries}[name] if listed == "engagements" else entries[int(name)]


def last_day_of(body: Any) -> date:
    """Return the last day that an entry of a record names itself; the first one of an engagement that is running."""
    own = next((body[key] for key in ("until", "day", "since", "from") if key in body), None)
    decided = [each["day"] for each in body.get("equivalences", []) if "day" in each]
    return max(date.fromisoformat(day) for day in [own, *decided] if day is not None)


def recorded() -> Iterator[tuple[str, str, date]]:
    for employee, entries in company()["history"]["recorded"].items():
        for each in entries:
            yield employee, each["entry"], date.fromisoformat(each["day"])


def marks(employee: str) -> set[str]:
    return {
        edition.mark_at(field, level)
        for edition in judged(employee).editions
        for _, field in edition.edition.edition.fields()
        for level in edition.edition.edition.levels
    }


@pytest.mark.parametrize("file", RECORDS, ids=lambda file: file.stem)
def test_every_record_loads_and_only_the_unfinished_one_has_months_without_a_day(file: Path) -> None:
    loaded = load_record(file, words(), today=DAY)
    assert loaded.person is not None
    assert {problem.code for problem in loaded.problems} == ({"K202"} if file.stem == "A-113" else set())


def test_there_is_one_person_for_every_record_with_the_same_name_and_team() -> None:
    teams = {team["id"]: team["name"]["ja"] for team in company()["teams"]}
    assert {file.stem for file in RECORDS} == set(people())
    assert len(people()) == len(company()["people"]) == 14
    for employee, person in people().items():
        own = record(employee)
        assert own["employee"] == employee
        assert own["name"] == {"text": person["name"], "reading": person["reading"]}
        assert own["team"] == teams[person["team"]]


def test_addresses_are_no_ones_and_differ() -> None:
    addresses = [person["email"] for person in people().values()]
    assert all(address.endswith("@example.com") for address in addresses)
    assert len(set(addresses)) == len(addresses)


def test_the_roles_are_held_by_as_many_as_a_small_company_has() -> None:
    roles = [role for person in people().values() for role in person["roles"]]
    assert sorted(roles) == ["administrator", "assessor", "assessor", "steward"]
    assert [person["language"] for person in people().values()].count("en") == 3
    assert {person["language"] for person in people().values()} == {"ja", "en"}


def test_superiors_are_people_of_the_company_and_nobody_is_above_themselves() -> None:
    superiors = {person["superior"] for person in people().values()} - {None}
    assert superiors == {"A-101", "A-201"}
    for employee in people():
        above, seen = people()[employee]["superior"], {employee}
        while above is not None:
            assert above not in seen
            seen.add(above)
            above = people()[above]["superior"]


def test_assessors_hold_the_role_and_nobody_assesses_themselves() -> None:
    for employee, person in people().items():
        assert employee not in person["assessors"]
        assert all("assessor" in people()[assessor]["roles"] for assessor in person["assessors"])


def test_what_was_put_on_record_exists_and_had_happened_by_then() -> None:
    for employee, entry, day in recorded():
        assert last_day_of(entry_of(employee, entry)) <= day <= DAY, (employee, entry)
    named = [(employee, entry) for employee, entry, _ in recorded()]
    assert len(set(named)) == len(named)


def test_five_records_grew_on_three_days_or_more() -> None:
    days: dict[str, set[date]] = {}
    for employee, _, day in recorded():
        days.setdefault(employee, set()).add(day)
    assert sum(len(each) >= 3 for each in days.values()) >= 5


def test_a_correction_follows_what_it_corrects_and_what_stood_before_could_be_read() -> None:
    first = {(employee, entry): day for employee, entry, day in recorded()}
    for correction in company()["history"]["corrections"]:
        employee, entry, before = correction["employee"], correction["entry"], correction["before"]
        assert first[employee, entry] < date.fromisoformat(correction["day"]) <= DAY
        assert set(correction["reason"]) == {"ja", "en"}
        assert before != entry_of(employee, entry)
        assert before["id"] == entry_of(employee, entry)["id"]
        text = json.dumps({**record(employee), "engagements": [before]})
        assert read_record_text(text, "before.json", words(), today=DAY).problems == ()


def test_plans_are_kept_for_cells_that_are_printed_and_still_open() -> None:
    for plan in company()["plans"]:
        cell = judged(plan["employee"]).cell(plan["cell"])
        assert cell is not None
        assert cell.mark != "met"
        assert date.fromisoformat(plan["kept_on"]) <= DAY


def test_a_link_shows_somebodys_passport_and_masks_what_can_be_masked() -> None:
    for link in company()["links"]:
        assert date.fromisoformat(link["made_on"]) <= DAY < date.fromisoformat(link["expires_on"])
        assert set(link["purpose"]) == set(link["languages"]) == {"ja", "en"}
        for engagement, facts in link["masked"].items():
            assert entry_of(link["employee"], f"engagements/{engagement}")
            assert set(facts) <= {"title", "customers", "amounts", "sites", "conditions"}


def test_assessors_find_claims_to_decide_and_claims_decided() -> None:
    decisions = [
        equivalence["decision"]
        for employee in people()
        for engagement in record(employee).get("engagements", [])
        for equivalence in engagement.get("equivalences", [])
    ]
    assert sorted(decisions) == ["claimed", "claimed", "recognised", "refused"]


def test_every_mark_of_a_career_map_occurs() -> None:
    assert set().union(*(marks(employee) for employee in people())) == set(MARK_NAMES)


@pytest.mark.parametrize("employee", REACHED)
def test_the_levels_reached_are_those_that_were_meant(employee: str) -> None:
    reached = {
        field: levels.highest_met
        for edition in judged(employee).editions
        for field, levels in edition.levels.items()
        if levels.highest_met is not None
    }
    assert reached == REACHED[employee]


def test_a_hole_below_the_level_reached_occurs() -> None:
    assert judged("A-101").editions[0].levels[HARDWARE].holes == (3,)
