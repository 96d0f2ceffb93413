"""Is a company's own standard judged by what the company asks, and by nothing else?"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from kijun.catalogue.edition_folder import load_edition
from kijun.catalogue.installed import open_edition
from kijun.catalogue.record_words import words_of
from kijun.evidence import Person
from kijun.framework.edition import Edition
from kijun.judgement import CellJudgement
from kijun.verdict import MET, NOT_MET, Verdict
from tests.builders import V3_2008, V3_2011, contribution, engagement
from tests.docs.pages import DOCS, blocks
from tests.people import facility, facility_six, hardware_five, sale, seller
from tests.strategies import people
from tests.tailoring import WHY, answer, change, judged, tailored, verdict

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "standards" / "acme"
HARDWARE = "customer-service/hardware"


def test_a_lowered_threshold_is_met_by_who_just_reaches_it(tmp_path: Path) -> None:
    own = tailored(tmp_path, change("set", f"{HARDWARE}/5/succession/at_least", 2))
    two = hardware_five(contributions=(contribution("book"), contribution("patent")))
    one = hardware_five(contributions=(contribution("book"),))
    parent = open_edition(V3_2011)
    assert [verdict(each, f"{HARDWARE}/5", two) for each in (parent, own)] == [NOT_MET, MET]
    assert verdict(own, f"{HARDWARE}/5", one, "succession") is NOT_MET


def test_a_raised_threshold_is_missed_by_a_day(tmp_path: Path) -> None:
    own = tailored(tmp_path, change("set", f"{HARDWARE}/5/responsibility/at_least", 4))
    served = {"customers": "whole-industry", "start": "2019-04-01"}
    enough = hardware_five(engagement("core", **served, end="2023-03-31"))
    short = hardware_five(engagement("core", **served, end="2023-03-30"))
    assert [verdict(own, f"{HARDWARE}/5", each) for each in (enough, short)] == [MET, NOT_MET]
    assert verdict(open_edition(V3_2011), f"{HARDWARE}/5", short) is MET


def test_a_number_of_a_size_band_is_changed_by_the_path_that_show_prints(tmp_path: Path) -> None:
    path = "customer-service/facility-management/6/size/1/computer_rooms/at_least"
    own = tailored(tmp_path, change("set", path, 6))
    five, six = facility_six(), facility_six(facility("hub", sizes={"computer_rooms": 6}))
    cell = "customer-service/facility-management/6"
    assert verdict(open_edition(V3_2011), cell, five, "size") is MET
    assert [verdict(own, cell, each, "size") is MET for each in (five, six)] == [False, True]


def test_a_dropped_field_is_gone_with_all_that_is_its_own(tmp_path: Path) -> None:
    own = tailored(tmp_path, change("drop", "customer-service/facility-management"))
    assert [field.id for _, field in own.fields()] == ["hardware", "software", "common"]
    assert not [path for path in (*own.indicators, *own.skills) if "facility" in path]
    groups = own.skill_areas["customer-service"].groups
    assert "facility-management" not in [group.field for group in groups]
    assert not [each for flag in own.flags.values() for each in flag.touches if "/facility-management/" in each]


def test_a_dropped_category_leaves_the_other(tmp_path: Path) -> None:
    own = tailored(tmp_path, change("drop", "customer-service"), parent=V3_2008)
    assert [*own.categories] == ["sales"]
    assert {cell.category for cell in own.indicators.values()} == {"sales"}
    assert (dict(own.skills), dict(own.skill_areas)) == ({}, {})


def test_without_a_cell_the_lower_ones_are_no_longer_reached_through_it(tmp_path: Path) -> None:
    only_six = hardware_five(
        engagement("core", customers="nationwide", conditions=("multi-vendor", "cross-platform"), sizes={})
    )
    hard = change("set", f"{HARDWARE}/5/complexity/of", ["new-technology", "mission-critical"])
    with_six = tailored(tmp_path / "with", hard, change("set", f"{HARDWARE}/5/size/2/complexity_at_least", 2))
    without = tailored(
        tmp_path / "without",
        hard,
        change("set", f"{HARDWARE}/5/size/2/complexity_at_least", 2),
        change("drop", f"{HARDWARE}/6"),
    )
    assert verdict(with_six, f"{HARDWARE}/5", only_six, "complexity") is MET
    assert verdict(without, f"{HARDWARE}/5", only_six, "complexity") is NOT_MET
    assert f"{HARDWARE}/6" not in judged(without, only_six)


def test_a_dropped_part_decides_no_longer(tmp_path: Path) -> None:
    own = tailored(tmp_path, change("drop", f"{HARDWARE}/5/succession"))
    person = hardware_five(contributions=())
    assert verdict(open_edition(V3_2011), f"{HARDWARE}/5", person) is NOT_MET
    assert verdict(own, f"{HARDWARE}/5", person) is MET
    assert "succession" not in judged(own, person)[f"{HARDWARE}/5"].parts


def test_an_added_word_counts_where_it_is_added(tmp_path: Path) -> None:
    own = tailored(
        tmp_path,
        change("add", "vocabulary/conditions/zero-trust", {"name": {"ja": "ゼロトラスト", "en": "Zero trust"}}),
        change("add", f"{HARDWARE}/5/complexity/of/zero-trust"),
    )
    served = engagement("core", customers="whole-industry", conditions=("multi-vendor", "zero-trust"))
    assert verdict(own, f"{HARDWARE}/5", hardware_five(served)) is MET
    assert verdict(own, "customer-service/software/5", hardware_five(served), "complexity") is NOT_MET
    assert "zero-trust" in words_of([own]).of["condition"]


def test_a_cell_is_added_and_judged(tmp_path: Path) -> None:
    asked = {"at_least": 3, "of": ["book", "patent", "community"], "subject": "customer-service-management-technique"}
    own = tailored(tmp_path, change("add", f"{HARDWARE}/7", {"succession": asked, "mentoring": True}))
    assert verdict(own, f"{HARDWARE}/7", hardware_five()) is MET
    assert verdict(own, f"{HARDWARE}/7", hardware_five(contributions=(contribution("book"),))) is NOT_MET


def test_a_cell_that_the_source_lacks_is_missing_no_more_once_the_company_writes_it(tmp_path: Path) -> None:
    own = tailored(tmp_path, change("add", f"{HARDWARE}/6", {"mentoring": True}), parent=V3_2008)
    field = next(field for _, field in own.fields() if field.id == "hardware")
    assert field.missing_from_source == {3, 4}
    assert verdict(own, f"{HARDWARE}/6", hardware_five()) is MET


def test_a_cell_can_be_replaced_as_a_whole(tmp_path: Path) -> None:
    own = tailored(tmp_path, change("set", f"{HARDWARE}/5", {"mentoring": True}))
    assert [*judged(own, hardware_five())[f"{HARDWARE}/5"].parts] == ["mentoring"]


def new_field() -> dict[str, Any]:
    """Return a field with two cells and a skill item."""
    clause = {"outcome": "succeeded", "activities": {"any_of": ["fault-repair"]}}
    conditions = {"of": ["multi-vendor", "around-the-clock"], **clause}
    return {
        "name": {"ja": "セキュリティ", "en": "Security"},
        "cells": [
            {"level": 4, "complexity": {"at_least": 2, **conditions}},
            {"level": 3, "complexity": {"at_least": 1, **conditions}, "mentoring": True},
        ],
        "skills": [
            {
                "id": "watching",
                "name": {"ja": "監視", "en": "Watching"},
                "knowledge": [{"id": "signs", "name": {"ja": "兆候", "en": "Signs"}}],
                "proficiencies": [{"level": 3, "ability": "supports-policy-and-carries-out-maintenance"}],
            }
        ],
    }


def test_a_whole_field_is_added_with_its_cells_and_skills(tmp_path: Path) -> None:
    own = tailored(tmp_path, change("add", "customer-service/security", new_field()))
    both = hardware_five()
    assert [cell.level for cell in own.cells_of("acme/v1/customer-service/security")] == [3, 4]
    assert verdict(own, "customer-service/security/4", both) is MET
    one = hardware_five(engagement("core", conditions=("multi-vendor",)))
    assert [verdict(own, f"customer-service/security/{level}", one) for level in (3, 4)] == [MET, NOT_MET]
    item = own.items_of("acme/v1/customer-service/security")[0]
    assert (item.key, item.levels, item.headed) == ("customer-service/security/watching", (3,), (3,))


def test_a_category_is_added_with_its_fields(tmp_path: Path) -> None:
    category = {
        "name": {"ja": "警備", "en": "Guarding"},
        "summary": {"ja": "守る。", "en": "Guards."},
        "fields": [{"id": "security", **new_field()}],
    }
    own = tailored(tmp_path, change("add", "guarding", category))
    assert [*own.categories] == ["customer-service", "levels-1-2", "guarding"]
    assert verdict(own, "guarding/security/4", hardware_five()) is MET
    assert [item.path for item in own.items_of("acme/v1/guarding/security")] == [
        "acme/v1/guarding/security/skills/watching"
    ]


def test_skill_and_knowledge_items_come_and_go(tmp_path: Path) -> None:
    parent = open_edition(V3_2011)
    skills = f"{HARDWARE}/skills"
    own = tailored(
        tmp_path,
        change("add", f"{skills}/cloud", {"name": "Cloud", "knowledge": [{"id": "contracts", "name": "Contracts"}]}),
        change("drop", f"{skills}/negotiation"),
        change("add", f"{skills}/leadership/knowledge/coaching-teams", {"name": "Coaching teams"}),
        change("drop", f"{skills}/system-maintenance-management/knowledge/remote-maintenance"),
        change("drop", f"{skills}/technology/proficiencies/3"),
        change(
            "add", f"{skills}/technology/proficiencies/2", {"ability": "supports-policy-and-carries-out-maintenance"}
        ),
    )
    before = [item.id for item in parent.items_of(f"{V3_2011}/{HARDWARE}")]
    items = {item.id: item for item in own.items_of(f"acme/v1/{HARDWARE}")}
    assert [*items] == [*(each for each in before if each != "negotiation"), "cloud"]
    assert items["cloud"].path == f"acme/v1/{skills}/cloud"
    assert "coaching-teams" in [each.id for each in items["leadership"].knowledge]
    assert "remote-maintenance" not in [each.id for each in items["system-maintenance-management"].knowledge]
    assert (3 in items["technology"].headed, 2 in items["technology"].levels) == (False, True)
    assert items["negotiation" if "negotiation" in items else "cloud"].is_common is False


def test_the_overview_keeps_a_common_item_that_other_fields_still_have(tmp_path: Path) -> None:
    own = tailored(
        tmp_path,
        change("drop", f"{HARDWARE}/skills/negotiation"),
        change("add", f"{HARDWARE}/skills/cloud", {"name": "Cloud"}),
    )
    groups = {group.field: [item.item for item in group.items] for group in own.skill_areas["customer-service"].groups}
    assert "negotiation" in groups[None]
    assert "cloud" in groups["hardware"]


def test_all_skill_items_decide_where_the_company_says_so(tmp_path: Path) -> None:
    own = tailored(tmp_path, policy=[answer("proficiency.decides", "all-items")])
    assert verdict(own, f"{HARDWARE}/5", hardware_five()) is not MET


def test_the_companys_answers_are_the_default_of_its_standard(tmp_path: Path) -> None:
    own = tailored(tmp_path, policy=[answer("bands.floor", "literal"), answer("evidence.window", "2")])
    assert (own.points["bands.floor"].default, own.points["bands.floor"].reason.en) == ("literal", WHY["en"])
    assert str(own.points["bands.floor"].chosen).startswith("acme/v1:")
    assert own.points["levels.imply"] == open_edition(V3_2011).points["levels.imply"]
    assert verdict(own, f"{HARDWARE}/5", hardware_five(), "responsibility") is NOT_MET


@pytest.mark.parametrize("parent", [V3_2011, V3_2008])
def test_an_overlay_without_changes_holds_what_its_parent_holds(parent: str, tmp_path: Path) -> None:
    own, its = tailored(tmp_path, parent=parent), open_edition(parent)
    assert (own.standard, own.order, own.levels) == ("acme", its.order, its.levels)
    moved = {f"acme/v1{path.removeprefix(parent)}": cell for path, cell in its.indicators.items()}
    assert own.indicators.keys() == moved.keys()
    assert all(replace(cell, path=path) == own.indicators[path] for path, cell in moved.items())
    assert [replace(item, path="") for item in own.skills.values()] == [
        replace(item, path="") for item in its.skills.values()
    ]
    assert all(own is not None for own in own.inherited.values())


@given(person=people())
def test_an_overlay_without_changes_judges_like_its_parent(
    person: Person, tmp_path_factory: pytest.TempPathFactory
) -> None:
    for parent in (V3_2011, V3_2008):
        own = _unchanged(parent, tmp_path_factory)
        found = {path: (cell.verdict, *_parts(cell)) for path, cell in judged(own, person).items()}
        assert found == {
            path: (cell.verdict, *_parts(cell)) for path, cell in judged(open_edition(parent), person).items()
        }


_UNCHANGED: dict[str, Edition] = {}


def _unchanged(parent: str, folders: pytest.TempPathFactory) -> Edition:
    if parent not in _UNCHANGED:
        _UNCHANGED[parent] = tailored(folders.mktemp("acme"), parent=parent)
    return _UNCHANGED[parent]


def _parts(cell: CellJudgement) -> list[Verdict]:
    return [part.verdict for part in cell.parts.values()]


def test_sales_people_are_judged_by_a_tailored_sales_standard(tmp_path: Path) -> None:
    path = "sales/consulting-sales/5"
    own = tailored(tmp_path, change("drop", "customer-service"), change("drop", f"{path}/size"), parent=V3_2008)
    small = seller(*(sale(name, sizes={}) for name in ("one", "two", "three")))
    assert verdict(open_edition(V3_2008), path, small) is not MET
    assert "size" not in judged(own, small)[path].parts


def test_the_example_of_the_docs_is_sound() -> None:
    loaded = load_edition(EXAMPLE)
    assert loaded.problems == ()
    assert loaded.edition is not None
    assert loaded.edition.parent == V3_2011


@pytest.mark.parametrize("page", ["tailor-a-standard.md", "tailor-a-standard.ja.md"])
def test_the_docs_show_the_example_as_it_is(page: str) -> None:
    shown = next(block for block in blocks(DOCS / "how-to" / page) if block.info == "yaml acme/overlay.yaml")
    assert shown.body == (EXAMPLE / "overlay.yaml").read_text(encoding="utf-8")
