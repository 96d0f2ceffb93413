"""Does an edition give its fields and cells in order?"""

from __future__ import annotations

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
