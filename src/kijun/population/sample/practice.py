"""In which fields do people work, and which printed cell does their work at a stage of their career resemble?

Taken from the editions as they stand: no field, level or number is named here. A field of which no cell prints an activity is
nobody's occupation; its cells say what beginners of every field do.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kijun.criteria import AllOf, Amount, Once, Reaches, Recognised, Times, Trait, Unspecified, Years
from kijun.criteria.walk import walk
from kijun.framework.edition import Edition
from kijun.framework.policy import choose
from kijun.framework.resolve import ResolvedCell, ResolvedEdition, resolve_edition


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedItem:
    """A skill item by the name that a record gives it, and by that which all fields share, if they do.

    `levels` are the lowest and the highest at which a proficiency is printed.
    """

    name: str
    shared_name: str
    levels: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldOfWork:
    """A field with its printed cells by level, those of the newest edition first.

    `is_named` says that engagements name the fields that they belong to. `claimable` are the bands and cells to which something may be
    said to be equivalent. `items` are the skill items that are rated.
    """

    id: str
    category: str
    is_named: bool
    cells: Mapping[int, tuple[ResolvedCell, ...]]
    claimable: tuple[str, ...]
    items: tuple[RatedItem, ...]

    @property
    def lowest(self) -> int:
        """The lowest printed level."""
        return min(self.cells)

    @property
    def highest(self) -> int:
        """The highest printed level."""
        return max(self.cells)

    def cells_at(self, stage: int) -> tuple[ResolvedCell, ...]:
        """Return the cells of the highest printed level up to a stage; below all of them, those of the lowest."""
        return self.cells[max((level for level in self.cells if level <= stage), default=self.lowest)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """What the editions offer to draw from: fields, beginners' cells by level, and the numbers printed of each measure.

    `examinations` are those printed, with the level of the cell, lowest first.
    """

    editions: tuple[Edition, ...]
    fields: tuple[FieldOfWork, ...]
    beginners: Mapping[int, tuple[ResolvedCell, ...]]
    thresholds: Mapping[str, tuple[int, ...]]
    examinations: tuple[tuple[int, str], ...]

    @property
    def stages(self) -> int:
        """How many stages a career can have."""
        return max(field.highest for field in self.fields)


def practice_of(editions: Sequence[Edition]) -> Practice:
    """Return what the editions offer, the newest first, each under its own answers to what the standard leaves open."""
    newest_first = sorted(editions, key=lambda edition: -edition.order)
    resolved = [resolve_edition(edition, choose(edition.points, {})) for edition in newest_first]
    worked, beginners = _cells(resolved)
    basics = tuple(item for path in beginners for item in _items(path, newest_first))
    fields = tuple(_field(path, cells, newest_first, basics) for path, cells in worked.items())
    every = [cell for one in resolved for cell in one.cells.values()]
    asked = {(cell.indicator.level, cell.indicator.exam) for cell in every if cell.indicator.exam is not None}
    return Practice(
        editions=tuple(newest_first),
        fields=fields,
        beginners=_by_level(cell for cells in beginners.values() for cell in cells),
        thresholds=_thresholds(every),
        examinations=tuple(sorted(asked)),
    )


def _cells(resolved: Iterable[ResolvedEdition]) -> tuple[dict[str, list[ResolvedCell]], dict[str, list[ResolvedCell]]]:
    """Return the cells of the fields that people work in, and those of beginners, both by category and field."""
    found: dict[str, list[ResolvedCell]] = {}
    for edition in resolved:
        for cell in edition.cells.values():
            found.setdefault(f"{cell.indicator.category}/{cell.indicator.field}", []).append(cell)
    worked = {path: cells for path, cells in found.items() if any(map(_has_activities, cells))}
    return worked, {path: cells for path, cells in found.items() if path not in worked}


def _has_activities(cell: ResolvedCell) -> bool:
    asked = cell.indicator.responsibility
    return asked is not None and asked.activities is not None


def _items(path: str, editions: Sequence[Edition]) -> tuple[RatedItem, ...]:
    """Return the skill items of a field, category/field, in all editions."""
    found: dict[str, RatedItem] = {}
    for item in (item for edition in editions for item in edition.skills.values()):
        if f"{item.category}/{item.field}" == path and item.levels and item.key not in found:
            shared = f"{item.category}/{item.id}" if item.is_common else item.key
            found[item.key] = RatedItem(name=item.key, shared_name=shared, levels=(item.levels[0], item.levels[-1]))
    return tuple(found.values())


def _field(path: str, cells: list[ResolvedCell], editions: list[Edition], basics: tuple[RatedItem, ...]) -> FieldOfWork:
    category, _, name = path.partition("/")
    return FieldOfWork(
        id=name,
        category=category,
        is_named=any(
            edition.categories[category].is_field_named for edition in editions if category in edition.categories
        ),
        cells=_by_level(cells),
        claimable=_claimable(cells),
        items=_items(path, editions) or basics,
    )


def _by_level(cells: Iterable[ResolvedCell]) -> dict[int, tuple[ResolvedCell, ...]]:
    found: dict[int, tuple[ResolvedCell, ...]] = {}
    for cell in cells:
        found[cell.indicator.level] = (*found.get(cell.indicator.level, ()), cell)
    return dict(sorted(found.items()))


def _thresholds(cells: Iterable[ResolvedCell]) -> dict[str, tuple[int, ...]]:
    printed: dict[str, set[int]] = {}
    for cell in cells:
        for part in cell.parts.values():
            for node in walk(part.criterion):
                if isinstance(node, Amount) and node.at_least is not None:
                    printed.setdefault(node.measure, set()).add(node.at_least)
    return {measure: tuple(sorted(numbers)) for measure, numbers in sorted(printed.items())}


def trait_of(cell: ResolvedCell) -> Trait:
    """Return what an engagement must be like to count for the highest slot, or for the years, of a cell."""
    part = cell.parts.get("responsibility") or cell.parts.get("complexity")
    criterion = None if part is None else part.criterion
    while isinstance(criterion, AllOf):
        criterion = criterion.of[0]
    if isinstance(criterion, Times):
        return criterion.slots[0].trait
    return criterion.trait if isinstance(criterion, Years | Once) else Unspecified()


def _claimable(cells: Iterable[ResolvedCell]) -> tuple[str, ...]:
    found = (node for cell in cells for node in walk(trait_of(cell)))
    return tuple(dict.fromkeys(min(node.as_one_of) for node in found if isinstance(node, Recognised)))


def own_way(reaches: Reaches) -> Trait:
    """Return what the cell of the level itself asks, not those above it."""
    return reaches.ways[0].trait
