"""Small tables and cells made by hand, and what a relation over them says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from itertools import count
from typing import Any, Final

import ibis
import pyarrow as pa
from hypothesis import Phase
from hypothesis import strategies as st

import kijun.population.engines  # its options are those under which relations are written
from kijun.criteria import AllOf, AnyOf, Areas, Confirmed, Criterion, Kinds, Mentors, Passed, Rated, Trait
from kijun.framework.indicator import Indicator
from kijun.framework.policy import choose
from kijun.framework.resolve import ResolvedCell, ResolvedEdition, ResolvedPart, resolve_edition
from kijun.population.blocks import CELLS, Block, block_of
from kijun.population.demands import AskedOfEngagements, Way, asked_of_engagements, demands_at
from kijun.population.tables import TABLES, columns_of
from tests.builders import V3_2011, cell, clause, edition, once, or_above, rooms, sites, times, years

assert kijun.population.engines.__doc__
AS_DRAWN: Final = (Phase.explicit, Phase.generate)
"""An example that fails is shown as it was drawn: to make it smaller, a database would be asked for minutes."""
_NUMBERS: Final = count()
_NOTHING: Final = {"bool": False, "string": "", "date": None}
_KINDS: Final = {
    "bool": pa.bool_(),
    "int8": pa.int8(),
    "int16": pa.int16(),
    "int32": pa.int32(),
    "int64": pa.int64(),
    "date": pa.date32(),
    "string": pa.string(),
}


@cache
def _database() -> Any:
    return ibis.duckdb.connect(threads=1)


def rows_of(name: str, *rows: Mapping[str, object], measures: tuple[str, ...] = ()) -> Any:
    """Return a table of the published schema; what a row leaves out is empty, or nothing where it cannot be empty."""
    columns = columns_of(TABLES[name], measures)
    nothing = {each.name: None if each.can_be_empty else _NOTHING.get(each.kind, 0) for each in columns}
    schema = pa.schema([pa.field(each.name, _KINDS[each.kind]) for each in columns])
    assert all(row.keys() <= nothing.keys() for row in rows), "a column that the table does not have"
    return stored(pa.Table.from_pylist([nothing | dict(row) for row in rows], schema=schema))


def stored(rows: pa.Table) -> Any:
    """Return rows as a table of the database."""
    return _database().create_table(f"by_hand_{next(_NUMBERS)}", rows, temp=True)


def words(rows: list[dict[str, Any]], **kinds: pa.DataType) -> Any:
    """Return rows whose columns hold words of 64 bits, but for those whose type is said."""
    return stored(pa.Table.from_pylist(rows, pa.schema([(name, kinds.get(name, pa.int64())) for name in rows[0]])))


def told(relation: Any) -> list[dict[str, Any]]:
    """Return the rows of a relation, in the order of their columns; what is empty comes first."""
    found: list[dict[str, Any]] = _database().to_pyarrow(relation).to_pylist()
    return sorted(found, key=lambda row: [(value is not None, value) for value in row.values()])


def held_in(word: int, count_of_bits: int) -> list[bool]:
    """Return whether each of the lowest bits of a word is set."""
    return [bool(word >> place & 1) for place in range(count_of_bits)]


@cache
def _indicator() -> Indicator:
    return cell("customer-service/hardware/5").indicator


def cell_of(**parts: Criterion) -> ResolvedCell:
    """Return a cell that has these parts, all of which decide."""
    return ResolvedCell(
        indicator=_indicator(),
        parts={name: ResolvedPart(criterion=each, policies=()) for name, each in parts.items()},
        deciding=tuple(parts),
        examination=None,
        does_examination_satisfy=False,
        policies=(),
    )


def block_asking(*criteria: Criterion) -> Block:
    """Return a block in which each criterion is what one cell asks, as its complexity: the cells are c0, c1 and so on."""
    return block_of("block_0", {f"c{number}": cell_of(complexity=each) for number, each in enumerate(criteria)})


def asked_for(*criteria: Criterion) -> AskedOfEngagements:
    """Return what these criteria ask of engagements."""
    return asked_of_engagements(block_asking(*criteria))


def ways_for(*traits: Trait) -> tuple[Way, ...]:
    """Return the ways to have some traits, asked for by one clause, each at a bit of its own."""
    return demands_at({(clause(), trait): {0: 1 << place} for place, trait in enumerate(traits)}).ways


_MENTORS: Final = Mentors()
EACH_KIND: Final[tuple[Criterion, ...]] = (
    *(once(rooms(1)), once(rooms(2)), once(sites(1))),
    *(years(3, rooms(1)), years(5, rooms(1)), years(3, sites(4))),
    *(times((5, rooms(2))), times((5, rooms(2)), (5, rooms(2))), times((5, rooms(3)), (4, sites(2)))),
    *(Areas(at_least=number, of=("a", "b"), degree=or_above("guides-others"), reach=None) for number in (1, 2)),
    *(Kinds(at_least=number, of=("book", "patent"), subject="hardware", within_years=None) for number in (1, 2)),
    *(_MENTORS, Passed(any_of=("AP",), within_years=None)),
    *(Confirmed(cell="house/a/b/3", circumstances=()), Rated(of=("house/a",), at_least=1, level=3, by=("assessor",))),
)
"""Criteria of every kind: such as ask one question and such as ask several, of every list."""


def criteria_drawn() -> st.SearchStrategy[Criterion]:
    """Generate criteria, and criteria of criteria."""
    leaves: st.SearchStrategy[Criterion] = st.sampled_from(EACH_KIND)
    return st.recursive(leaves, _some_of, max_leaves=5)


def _some_of(criteria: st.SearchStrategy[Criterion]) -> st.SearchStrategy[Criterion]:
    of = st.lists(criteria, max_size=3).map(tuple)
    return st.builds(AllOf, of=of) | st.builds(AnyOf, of=of)


@st.composite
def cells_drawn(draw: st.DrawFn) -> dict[str, ResolvedCell]:
    """Generate the cells of a block, from one to as many as there may be, with parts that not every cell has."""
    how_many = draw(st.sampled_from((1, 2, CELLS)) | st.integers(1, CELLS))
    names = st.sampled_from(("responsibility", "complexity", "size", "expertise", "succession", "mentoring"))
    parts = st.dictionaries(names, criteria_drawn(), min_size=1)
    return {f"c{number}": draw(_with_parts(parts)) for number in range(how_many)}


@st.composite
def _with_parts(draw: st.DrawFn, parts: st.SearchStrategy[dict[str, Criterion]]) -> ResolvedCell:
    made = cell_of(**draw(parts))
    examination = draw(st.none() | criteria_drawn())
    return replace(
        made,
        deciding=tuple(name for name in made.parts if draw(st.booleans())),
        examination=None if examination is None else ResolvedPart(criterion=examination, policies=()),
        does_examination_satisfy=draw(st.booleans()),
    )


@cache
def _shipped() -> ResolvedEdition:
    printed = edition(V3_2011)
    return resolve_edition(printed, choose(printed.points, {}))


def edition_of(**fields: Mapping[str, ResolvedCell]) -> ResolvedEdition:
    """Return an edition that has these fields and no other; a cell is called by its field and its name there."""
    cells = {f"{field}/{name}": made for field, of in fields.items() for name, made in of.items()}
    placed = {path: replace(made, indicator=replace(made.indicator, path=path)) for path, made in cells.items()}
    return replace(_shipped(), cells=placed)
