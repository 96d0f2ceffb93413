"""Does an edition give its fields and cells in order?"""

from __future__ import annotations

from dataclasses import replace

from kijun.text import Text, same
from tests.framework.small import edition


def test_fields_come_with_their_category_in_printed_order() -> None:
    assert [(category.id, field.id) for category, field in edition().fields()] == [
        ("service", "alpha"),
        ("service", "beta"),
        ("sales", "gamma"),
    ]


def test_the_cells_of_a_field_come_lowest_level_first_without_those_that_are_not_printed() -> None:
    cells = edition().cells_of("acme/1/service/alpha")
    assert [cell.path for cell in cells] == ["acme/1/service/alpha/2", "acme/1/service/alpha/3"]
    assert edition().cells_of("acme/1/service/none") == []


def test_a_cell_is_called_by_its_field_and_its_level_which_stands_alone_above_a_map() -> None:
    small = edition()
    _, field = next(small.fields())
    named = replace(small, level_names={2: Text(ja="中級", en="Middle")})
    assert small.cell_name(field, 2).en == f"{field.name.en}, level 2"
    assert named.cell_name(field, 2) == Text(ja=f"{field.name.ja} 中級", en=f"{field.name.en}, middle")
    assert (small.cell_heading(2), named.cell_heading(2).en, named.cell_heading(3)) == (same("2"), "Middle", same("3"))


def test_the_levels_of_a_field_are_said_with_the_names_that_they_have() -> None:
    named = replace(edition(), level_names={2: Text(ja="中級", en="Middle")})
    assert edition().levels_of("acme/1/service/alpha") == same("2 3")
    assert named.levels_of("acme/1/service/alpha") == Text(ja="2 中級、3", en="2 Middle, 3")
