"""Is a new thing put where its path says, whole, and cited to its own line?"""

from __future__ import annotations

from pathlib import Path

import pytest

from kijun.catalogue.edition_folder import load_edition
from kijun.text import Text
from tests.builders import V3_2008
from tests.tailoring import change, tailored, write_overlay

HARDWARE = "customer-service/hardware"


def line_of(folder: Path, words: str) -> int:
    """Return the line of the overlay that holds some words."""
    lines = (folder / "overlay.yaml").read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if words in line)


def test_each_part_of_a_new_cell_is_cited_to_the_line_where_it_stands(tmp_path: Path) -> None:
    asked = {"at_least": 1, "of": ["book"], "subject": "customer-service-management-technique"}
    own = tailored(tmp_path, change("add", f"{HARDWARE}/7", {"succession": asked, "mentoring": True}))
    cell = own.indicators[f"acme/v1/{HARDWARE}/7"]
    assert cell.cited("succession/at_least").line == line_of(tmp_path, '"succession"')
    assert cell.cited("mentoring").line == line_of(tmp_path, '"mentoring"')
    assert str(cell.citation) == f"acme/v1:{line_of(tmp_path, HARDWARE)}"


def test_each_knowledge_item_and_proficiency_is_cited_to_its_line(tmp_path: Path) -> None:
    item = {
        "name": "Cloud",
        "knowledge": [{"id": "contracts", "name": "Contracts"}, {"id": "care", "name": "Care"}],
        "proficiencies": [{"level": 3, "ability": "supports-policy-and-carries-out-maintenance"}],
    }
    own = tailored(tmp_path, change("add", f"{HARDWARE}/skills/cloud", item))
    found = own.skills[f"acme/v1/{HARDWARE}/skills/cloud"]
    assert [each.citation.document for each in found.knowledge] == ["acme/v1", "acme/v1"]
    assert found.knowledge[0].citation.line < found.knowledge[1].citation.line < found.proficiencies[3].citation.line


def test_what_a_category_or_a_field_may_have_is_added_by_its_own_name(tmp_path: Path) -> None:
    write_overlay(tmp_path / "acme", [change("drop", "customer-service/answers_for")])
    own = tailored(
        tmp_path / "tokyo",
        change("add", "customer-service/answers_for", {"ja": "品質", "en": "Quality"}),
        change("drop", f"{HARDWARE}/summary"),
        parent="../acme",
        identity="acme/tokyo",
    )
    assert own.categories["customer-service"].answers_for == Text(ja="品質", en="Quality")
    field = next(field for _, field in own.fields() if field.id == "hardware")
    assert field.summary == field.name
    again = tailored(
        tmp_path / "shibuya",
        change("add", f"{HARDWARE}/summary", "Hardware of all kinds"),
        parent="../tokyo",
        identity="acme/shibuya",
    )
    assert next(field for _, field in again.fields()).summary.en == "Hardware of all kinds"


def test_words_of_every_kind_can_be_added(tmp_path: Path) -> None:
    own = tailored(
        tmp_path,
        change("add", "vocabulary/measures/bots", {"name": "Bots", "unit": "bots", "most": 100}),
        change("add", "vocabulary/facts/firms", {"name": "Firms", "employees": True}),
        change("add", "vocabulary/scopes/firms", {"name": "Firms", "counted": ["firms"]}),
        change(
            "add", "vocabulary/customers/served/the-city", {"name": "The city", "reach": "whole-region-or-industry"}
        ),
        change("add", f"{HARDWARE}/5/size/3", {"any_of": [{"bots": {"at_least": 5}}]}),
        change("add", f"{HARDWARE}/5/responsibility/market/1", {"scope": "firms", "count": 2}),
        change("add", f"{HARDWARE}/5/responsibility/circumstances/answers-for", {"of": ["stable-service"]}),
    )
    cell = own.indicators[f"acme/v1/{HARDWARE}/5"]
    assert cell.size is not None
    assert cell.size[2].any_of[0].bounds["bots"].at_least == 5
    assert cell.responsibility is not None
    assert [each.scope for each in cell.responsibility.market] == ["firms"]
    assert "answers-for" in [each.kind for each in cell.responsibility.circumstances]
    assert own.vocabulary.terms["customers"]["the-city"].of == "whole-region-or-industry"


def test_an_empty_place_is_filled(tmp_path: Path) -> None:
    own = tailored(tmp_path, change("add", f"{HARDWARE}/5/exam", "AP"))
    cell = own.indicators[f"acme/v1/{HARDWARE}/5"]
    assert (cell.exam, cell.cited("exam").document) == ("AP", "acme/v1")


def test_a_part_that_a_cell_does_not_have_can_be_added(tmp_path: Path) -> None:
    asked = {"at_least": 1, "of": ["book"], "subject": "customer-service-management-technique"}
    own = tailored(tmp_path, change("add", f"{HARDWARE}/3/succession", asked))
    cell = own.indicators[f"acme/v1/{HARDWARE}/3"]
    assert cell.succession is not None
    assert cell.cited("succession/at_least").document == "acme/v1"


def test_a_skill_item_that_is_set_as_a_whole_keeps_its_name_and_place(tmp_path: Path) -> None:
    own = tailored(tmp_path, change("set", f"{HARDWARE}/skills/negotiation", {"name": "Bargaining"}))
    item = own.skills[f"acme/v1/{HARDWARE}/skills/negotiation"]
    assert (item.name.en, item.is_common, item.knowledge) == ("Bargaining", True, ())


def test_a_list_of_words_or_numbers_takes_one_more(tmp_path: Path) -> None:
    own = tailored(
        tmp_path,
        change("add", f"{HARDWARE}/5/complexity/must_include/multi-vendor"),
        change("set", "customer-service/facility-management/6/responsibility/at_least", 4),
        change("add", "customer-service/facility-management/6/responsibility/slots/4", 5),
        change("drop", "customer-service/facility-management/5/responsibility/slots/2"),
        change("set", "customer-service/facility-management/5/responsibility/at_least", 2),
    )
    facility = "acme/v1/customer-service/facility-management"
    slots = [own.indicators[f"{facility}/{level}"].responsibility for level in (6, 5)]
    assert [len(each.slots or ()) for each in slots if each] == [4, 2]


@pytest.mark.parametrize(
    "path", ["vocabulary/colours/red", "vocabulary/colours", "customer-service/hardware/5/level/x"]
)
def test_nothing_is_added_where_no_such_thing_can_be(path: str, tmp_path: Path) -> None:
    found = load_edition(write_overlay(tmp_path, [change("add", path, {"name": "x"})])).problems
    assert [problem.code for problem in found] == ["K302"]


def test_an_edition_without_skills_can_be_given_some(tmp_path: Path) -> None:
    own = tailored(
        tmp_path,
        change("add", "sales/consulting-sales/skills/listening", {"name": "Listening", "knowledge": []}),
        change("add", "vocabulary/abilities/listens", {"name": "listens"}),
        parent=V3_2008,
    )
    assert [item.id for item in own.items_of("acme/v1/sales/consulting-sales")] == ["listening"]
    assert str(own.skill_areas["sales"].category) == "sales"
