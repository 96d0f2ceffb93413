"""What becomes of a row that cannot be used, of its neighbours, and of the person?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tests.exchange.workforce.collected import (
    ITEM,
    aside_in,
    codes_in,
    collected,
    engagement,
    headed,
    people_in,
    record,
    write_tables,
)

CELL = "itss/v3-2011/customer-service/hardware/5"


def row(employee: str, table: str, facts: Mapping[str, str]) -> list[str]:
    """Return the cells of a row, each under the key that a record has for it."""
    return [employee, *(facts.get(".".join(map(str, column.path)), "") for column in headed(table))]


def rating(**changes: str) -> dict[str, str]:
    return {"item": ITEM, "level": "4", "by": "superior", "day": "2024-04-01", **changes}


def in_tables(tmp_path: Path, changes: Mapping[str, Sequence[Sequence[str]]], **of_record: object) -> Path:
    """Collect one person with further rows, and return the workforce."""
    collected(tmp_path / "out", write_tables(tmp_path / "in", [record("E1", **of_record)], changes=changes))
    return tmp_path / "out"


def test_a_list_that_lacks_a_row_is_no_longer_complete(tmp_path: Path) -> None:
    out = in_tables(tmp_path, {"contributions": [row("E1", "contributions", {"kind": "bok", "day": "2020-01-01"})]})
    person = people_in(out)["E1"]
    assert codes_in(out) == [("contributions.csv", 3, ["K415"])]
    assert [each.kind for each in person.contributions] == ["book"]
    assert person.complete == {"engagements", "expertise", "mentoring", "qualifications", "ratings"}
    assert aside_in(out)[0]["raw"][1] == "bok"
    assert aside_in(out)[0]["problems"][0]["suggestion"] == "book"


@pytest.mark.parametrize(
    ("table", "facts", "code", "lacking"),
    [
        ("engagements", {"id": "x", "from": "2020-13-45"}, "K414", "engagements"),
        ("expertise", {"area": "main-it-components", "since": "soon"}, "K108", "expertise"),
        ("mentoring", {"whom": "sato", "since": "2020-02-30"}, "K108", "mentoring"),
        ("qualifications", {"examination": "AP"}, "K414", "qualifications"),
        ("market", {"engagement": "bank", "scope": "companies", "count": "-3"}, "K106", "engagements"),
        ("market", {"engagement": "bank", "scope": "companies", "count": "nan"}, "K103", "engagements"),
        ("market", {"engagement": "bamk", "scope": "companies"}, "K417", "engagements"),
        ("equivalences", {"engagement": "bank", "decision": "recognised"}, "K212", "engagements"),
        ("ratings", {"item": ITEM, "level": "99", "by": "self", "day": "2020-01-01"}, "K220", "ratings"),
    ],
)
def test_each_table_says_what_is_wrong_with_a_row(
    tmp_path: Path, table: str, facts: Mapping[str, str], code: str, lacking: str
) -> None:
    out = in_tables(tmp_path, {table: [row("E1", table, facts)]})
    (name, _, codes) = codes_in(out)[0]
    assert (name, code in codes) == (f"{table}.csv", True)
    assert len(codes_in(out)) == 1
    assert lacking not in people_in(out)["E1"].complete


def test_an_engagement_takes_what_belongs_to_it_along(tmp_path: Path) -> None:
    bad = engagement("dock", role="captain", market=[{"scope": "companies"}], equivalences=[{"decision": "claimed"}])
    out = in_tables(tmp_path, {}, engagements=[engagement("bank"), bad])
    assert [each.id for each in people_in(out)["E1"].engagements] == ["bank"]
    assert codes_in(out) == [
        ("engagements.csv", 3, ["K415"]),
        ("market.csv", 2, ["K644"]),
        ("equivalences.csv", 2, ["K644"]),
    ]


def test_two_engagements_of_one_id_do_not_share_what_belongs_to_one(tmp_path: Path) -> None:
    twice = [engagement("bank"), engagement("bank", market=[{"scope": "companies"}])]
    out = in_tables(tmp_path, {}, engagements=twice)
    (kept,) = people_in(out)["E1"].engagements
    assert kept.market is None
    assert codes_in(out) == [("engagements.csv", 3, ["K105"]), ("market.csv", 2, ["K644"])]


def test_a_rating_that_cannot_be_read_leaves_no_older_one_in_its_place(tmp_path: Path) -> None:
    other = "customer-service/hardware/project-management"
    ratings = [rating(), rating(item=other), rating(day="2025-99", level="2")]
    out = in_tables(tmp_path, {"ratings": [row("E1", "ratings", each) for each in ratings]})
    assert [each.item for each in people_in(out)["E1"].ratings] == [other]
    assert codes_in(out) == [("ratings.csv", 2, ["K643"]), ("ratings.csv", 4, ["K108"])]


def test_a_rating_of_nobody_knows_what_leaves_none(tmp_path: Path) -> None:
    ratings = [rating(), rating(item="customer-service/hardware/nothing-of-the-kind")]
    out = in_tables(tmp_path, {"ratings": [row("E1", "ratings", each) for each in ratings]})
    assert people_in(out)["E1"].ratings == ()
    assert codes_in(out) == [("ratings.csv", 2, ["K643"]), ("ratings.csv", 3, ["K415"])]


def test_a_refusal_that_cannot_be_read_leaves_no_confirmation(tmp_path: Path) -> None:
    word = {"cell": CELL, "decision": "confirmed", "by": "tanaka", "reason": "seen", "day": "2024-04-01"}
    rows = [word, {**word, "decision": "refused", "day": "2025-04-31"}]
    out = in_tables(tmp_path, {"confirmations": [row("E1", "confirmations", each) for each in rows]})
    assert people_in(out)["E1"].confirmations == ()


def test_a_claim_that_cannot_be_read_leaves_no_other_on_that_engagement(tmp_path: Path) -> None:
    claims = [{"engagement": "bank", "decision": "claimed"}, {"engagement": "bank", "decision": "refused"}]
    claims.append({"engagement": "port", "decision": "claimed"})
    out = in_tables(tmp_path, {"equivalences": [row("E1", "equivalences", each) for each in claims]})
    assert [len(each.equivalences) for each in people_in(out)["E1"].engagements] == [0, 1]


def test_a_person_whose_own_row_is_wrong_is_set_aside_whole(tmp_path: Path) -> None:
    records = [record("E1"), record("E2", complete=["everything"])]
    out = tmp_path / "out"
    collected(out, write_tables(tmp_path / "in", records))
    assert [*people_in(out)] == ["E1"]
    assert codes_in(out)[0] == ("people.csv", 3, ["K415"])
    assert {code for _, _, codes in codes_in(out)[1:] for code in codes} == {"K642"}


def test_rows_of_nobody_are_set_aside(tmp_path: Path) -> None:
    mentoring = {"whom": "sato", "since": "2020-04"}
    rows = [row("E9", "mentoring", mentoring), row("  ", "mentoring", mentoring)]
    out = in_tables(
        tmp_path, {"mentoring": rows, "people": [row("", "people", {"employee": "E1", "name.text": "x"})[1:]]}
    )
    assert codes_in(out) == [
        ("people.csv", 3, ["K640"]),
        ("mentoring.csv", 3, ["K641"]),
        ("mentoring.csv", 4, ["K414"]),
    ]
    assert people_in(out)["E1"].name.written == "山田 花子"


def test_what_stands_beside_the_columns_is_not_overlooked(tmp_path: Path) -> None:
    out = in_tables(tmp_path, {"mentoring": [[*row("E1", "mentoring", {"whom": "a", "since": "2020-04"}), "", "x"]]})
    assert codes_in(out) == [("mentoring.csv", 3, ["K413"])]


def test_nothing_and_something_is_a_contradiction(tmp_path: Path) -> None:
    out = in_tables(tmp_path, {"mentoring": [row("E1", "mentoring", {"whom": "(なし)"})]})
    assert codes_in(out) == [("mentoring.csv", 3, ["K418"])]


def test_a_thousand_bad_rows_hide_none(tmp_path: Path) -> None:
    bad = [row("E1", "contributions", {"kind": f"no-{n}", "day": "never"}) for n in range(1200)]
    good = row("E1", "contributions", {"kind": "patent", "day": "2020-01-01"})
    out = in_tables(tmp_path, {"contributions": [*bad, good]})
    assert len(aside_in(out)) == 1200
    assert [each.kind for each in people_in(out)["E1"].contributions] == ["book", "patent"]
