"""Is a table without a heading put to its field only where the document tells it, in whatever order its pages are?"""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kijun.documents.skill_fields import Filed, Unfiled, file_blocks

_SPELLINGS = {"屋外": "outdoor", "屋内": "indoor", "屋内配線": "wiring"}
_OVERVIEW = [
    ("順序", 0),
    ("はしご", 1),
    ("応対", 1),
    ("図面", 2),
    ("応対", 2),
    ("配線図", 3),
]


def _block(item: str, title: str = "", *, headed: str | None = None, is_specific: bool = True) -> Unfiled:
    return Unfiled(headed=headed, titles=(title,) if title else (), items=(item,), is_specific=is_specific)


_TABLES = (
    _block("順序", "屋外班責任者", is_specific=False),
    _block("はしご", "屋外班責任者"),
    _block("応対", "班責任者"),
    _block("順序", "屋内班責任者", is_specific=False),
    _block("図面", "屋内班責任者"),
    _block("応対", "班責任者"),
    _block("順序", "屋内配線班責任者", is_specific=False),
    _block("配線図", "屋内配線班責任者"),
)
_RIGHT = ("outdoor", "outdoor", "outdoor", "indoor", "indoor", "indoor", "wiring", "wiring")


def _fields(*blocks: Unfiled) -> list[str | None]:
    return [each.field for each in file_blocks(blocks, _SPELLINGS, _OVERVIEW)]


def test_titles_name_the_field_and_a_specific_item_goes_with_the_tables_before_it() -> None:
    assert _fields(*_TABLES) == [*_RIGHT]
    assert file_blocks(_TABLES, _SPELLINGS, _OVERVIEW)[2] == Filed(field="outdoor", certainty="inferred")


def test_what_the_overview_does_not_confirm_is_asked() -> None:
    assert [each.field for each in file_blocks(_TABLES, _SPELLINGS, [])] == [
        field if "応対" not in table.items else None for field, table in zip(_RIGHT, _TABLES, strict=True)
    ]


@given(st.permutations(range(len(_TABLES))))
def test_tables_out_of_order_are_never_put_to_a_wrong_field(order: list[int]) -> None:
    for field, position in zip(_fields(*(_TABLES[at] for at in order)), order, strict=True):
        if "応対" not in _TABLES[position].items:
            assert field == _RIGHT[position]
        elif field is not None:
            assert field in ("outdoor", "indoor")


@given(st.integers(0, len(_TABLES) - 1), st.integers(0, len(_TABLES) - 1))
def test_one_table_out_of_its_place_is_never_put_to_a_field_twice(position: int, place: int) -> None:
    moved = [*_TABLES]
    moved.insert(place, moved.pop(position))
    told = [field for field, block in zip(_fields(*moved), moved, strict=True) if "応対" in block.items and field]
    assert len(told) == len(set(told))


def test_a_heading_names_the_field_unless_the_titles_name_another_one() -> None:
    told = file_blocks(
        [_block("順序", "班責任者", headed="indoor"), _block("図面", "屋外班責任者", headed="indoor")], _SPELLINGS, []
    )
    assert told == [
        Filed(field="indoor", certainty="printed"),
        Filed(field=None, certainty="asked", rivals=("indoor", "outdoor")),
    ]


def test_a_heading_that_few_tables_have_is_that_of_a_page_before_them() -> None:
    blocks = [
        _block("順序", "屋外班責任者", headed="wiring"),
        _block("はしご", "屋外班責任者"),
        _block("応対", "屋外班責任者"),
    ]
    assert _fields(*blocks) == ["outdoor", "outdoor", "outdoor"]
    lone = [
        _block("応対", "班責任者", headed="wiring"),
        *(_block("順序", "屋外班責任者"), _block("はしご", "屋外班責任者")),
    ]
    assert _fields(*lone)[0] is None
