"""Does everything go that belongs to what a company drops, and nothing else?"""

from __future__ import annotations

from pathlib import Path

from kijun.catalogue.installed import open_edition
from kijun.framework.edition import Edition
from tests.builders import V3_2008, V3_2011
from tests.tailoring import change, tailored

SKILLS = "customer-service/hardware/skills"


def overview(edition: Edition, field: str | None) -> dict[str, list[str]]:
    """Return what the overview lists for a field: knowledge items by skill item."""
    groups = edition.skill_areas["customer-service"].groups
    return {
        item.item: [each.id for each in item.knowledge]
        for group in groups
        if group.field == field
        for item in group.items
    }


def test_a_specific_item_leaves_the_overview_a_common_one_stays_for_the_other_fields(tmp_path: Path) -> None:
    own = tailored(tmp_path, change("drop", f"{SKILLS}/fault-repair"), change("drop", f"{SKILLS}/leadership"))
    before = open_edition(V3_2011)
    assert "fault-repair" in overview(before, "hardware")
    assert "fault-repair" not in overview(own, "hardware")
    assert overview(own, None) == overview(before, None)


def test_a_common_item_leaves_the_overview_with_the_last_field_that_has_it(tmp_path: Path) -> None:
    fields = ("hardware", "software", "facility-management")
    own = tailored(tmp_path, *(change("drop", f"customer-service/{field}/skills/leadership") for field in fields))
    assert overview(open_edition(V3_2011), None).keys() - overview(own, None).keys() == {"leadership"}


def test_a_knowledge_item_leaves_the_overview_with_the_last_item_that_has_it(tmp_path: Path) -> None:
    before = open_edition(V3_2011)
    item = "system-maintenance-management"
    path = f"skills/{item}/knowledge/remote-maintenance"
    one = tailored(tmp_path / "one", change("drop", f"customer-service/hardware/{path}"))
    every = tailored(
        tmp_path / "every",
        *(
            change("drop", f"customer-service/{field.id}/{path}")
            for _, field in before.fields()
            if f"{field.path}/skills/{item}" in before.skills
            and any(each.id == "remote-maintenance" for each in before.skills[f"{field.path}/skills/{item}"].knowledge)
        ),
    )
    listed = [overview(each, None)[item] for each in (before, one, every)]
    assert ["remote-maintenance" in each for each in listed] == [True, True, False]


def test_all_skill_items_of_a_field_can_be_dropped_at_once(tmp_path: Path) -> None:
    own = tailored(tmp_path, change("drop", SKILLS))
    assert own.items_of("acme/v1/customer-service/hardware") == []
    assert len(own.items_of("acme/v1/customer-service/software")) == 11
    assert overview(own, "hardware") == {}


def test_a_dropped_field_may_leave_a_category_with_one(tmp_path: Path) -> None:
    own = tailored(
        tmp_path, change("drop", "sales/product-sales"), change("drop", "sales/sales-via-media"), parent=V3_2008
    )
    assert [field.id for field in own.categories["sales"].fields] == ["consulting-sales"]
    assert {cell.field for cell in own.indicators.values() if cell.category == "sales"} == {"consulting-sales"}
    assert [flag.id for flag in own.flags.values() if flag.id in own.categories["sales"].flags and flag.is_change]


def test_a_clause_whose_activities_are_dropped_asks_for_none(tmp_path: Path) -> None:
    own = tailored(tmp_path, change("drop", "customer-service/hardware/3/responsibility/activities"))
    asked = own.indicators["acme/v1/customer-service/hardware/3"].responsibility
    assert asked is not None
    assert asked.activities is None
