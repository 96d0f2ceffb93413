"""Is every fact of an entry said in words, in the language of the page?"""

from __future__ import annotations

from typing import Any

import pytest
from django.utils.translation import override

from kijun.web.people.changes import differences
from kijun.web.people.describe import lines_of, say_period, say_recorded, title_of
from kijun.web.people.states import ALL_LISTS
from tests.web.cast import HARDWARE, plain_example

FULL: dict[str, Any] = {
    "id": "core",
    "title": {"ja": "勘定系", "en": "Core banking"},
    "project": "core",
    "fields": ["hardware", "software"],
    "activities": ["fault-repair"],
    "role": "responsible",
    "from": "2019-04",
    "until": "2022-03-31",
    "outcome": "succeeded",
    "conditions": ["multi-vendor"],
    "conditions_complete": True,
    "sizes": {"annual_contract_value_yen": "120,000,000", "computer_rooms": 3, "customers": "whole-industry"},
    "market": [{"scope": "companies", "count": 3, "employees": 3000}, {"scope": "departments"}],
    "equivalences": [
        {
            "to": "itss/v3-2011/customer-service/hardware/5/size/1",
            "decision": "recognised",
            "by": "T",
            "reason": "r",
            "day": "2020-01-01",
        },
        {"to": "gone/1", "decision": "claimed"},
    ],
    "masked": ["title", "sites"],
}


def said(language: str, body: dict[str, Any] = FULL) -> dict[str, str]:
    with override(language):
        return {line.label: line.value for line in lines_of("engagements", body)}


def test_an_engagement_is_said_in_english() -> None:
    lines = said("en")
    assert lines["Specialty fields"] == "Hardware, Software"
    assert lines["First day"] == "2019-04"
    assert lines["Last day"] == "31 March 2022"
    assert lines["No other condition held"] == "yes"
    assert lines["Annual contract value"] == "JPY 120 million"
    assert lines["Customers served"] == "A whole industry"
    assert lines["Market"] == "Companies: 3, each with 3000 employees / Departments: 1"
    assert "level 5" in lines["Equivalence"]
    assert "recognised · T · r · 1 January 2020" in lines["Equivalence"]
    assert "gone/1 · claimed, not decided yet" in lines["Equivalence"]
    assert lines["Title in Japanese"] == "勘定系"


def test_an_engagement_is_said_in_japanese() -> None:
    lines = said("ja")
    assert lines["専門分野"] == "ハードウェア、ソフトウェア"
    assert lines["開始日"] == "2019年4月"
    assert lines["年間契約金額"] == "1億2,000万円"
    assert not [value for value in lines.values() if value in {"responsible", "succeeded", "multi-vendor"}]


@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_entry_of_an_example_has_a_name_and_lines(language: str) -> None:
    plain = plain_example(HARDWARE)
    with override(language):
        for list_ in ALL_LISTS:
            for body in plain.get(list_, []):
                assert title_of(list_, body)
                assert all(line.label and line.value for line in lines_of(list_, body))


def test_what_no_installed_standard_knows_is_said_as_it_is_written() -> None:
    lines = said(
        "en", {"role": "gone", "from": "once", "conditions": ["lost"], "sizes": {"racks": 3, "computer_rooms": "x"}}
    )
    assert set(lines.values()) >= {"gone", "once", "lost", "x"}


def test_names_of_entries_that_are_no_engagements() -> None:
    with override("en"):
        assert title_of("head", {}) == "Person"
        assert title_of("knowledge", {"item": "gone"}) == "gone"
        assert title_of("confirmations", {"cell": "itss/x"}) == "itss/x"
        assert title_of("attachments", {"name": "letter.pdf"}) == "letter.pdf"
        assert title_of("contributions", {"kind": "book"}) == "Book"
        assert title_of("engagements", {"id": "core"}) == "core"


def test_a_period_says_whether_it_goes_on() -> None:
    with override("en"):
        assert say_period({"from": "2019-04-01", "until": "2020-03-31"}) == "1 April 2019 to 31 March 2020"
        assert say_period({"from": "令和2年4月1日"}) == "since 1 April 2020"
        assert say_recorded("soon") == "soon"
    with override("ja"):
        assert say_period({"from": "2019-04-01"}) == "2019年4月1日から"


def test_what_differs_is_told_fact_by_fact() -> None:
    with override("en"):
        found = differences("mentoring", {"whom": "A", "since": "2020-01"}, {"whom": "A"})
        assert [(each.label, each.before, each.after) for each in found] == [("Since", "2020-01", "")]
        assert differences("mentoring", {"since": "2020-01"}, {"since": "2020年1月"}) == []
        assert [each.after for each in differences("mentoring", None, {"whom": "A"})] == ["A"]
