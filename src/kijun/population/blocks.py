"""Which cells stand side by side, and where does what each of them asks stand?

A block has some cells, and each of its cells has a place, the same in every plane. A plane holds one answer of each cell: to
a question that its criterion asks, or whether a part of it holds. As many planes as there is room for stand in a word, so that
one operation is done for all cells at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from kijun.criteria import Criterion, Years
from kijun.framework.resolve import ResolvedCell, ResolvedEdition
from kijun.population.places import BITS, Mask
from kijun.population.questions import ONE, Question, Shape, demands_of, questions_of, shape_of

CELLS: Final = 20
"""So many cells at most stand in a block, so that three planes have room in a word."""
EXAMINATION: Final = "minimum_by_examination"
CELL: Final = None
"""The name under which the verdict of a cell itself stands, beside those of its parts."""
_Asked = tuple[str, int]
"""A part, and which of its questions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Some cells and their planes.

    `asked` are the planes of questions: for the place of each cell that has one, its question. `results` are the planes of the
    verdicts on parts and on the cell. A part that is put together of several answers has its shapes: for each the cells that
    have it, and the planes of its answers.
    """

    name: str
    cells: tuple[str, ...]
    asked: Mapping[int, Mapping[int, Question]]
    results: Mapping[str | None, int]
    shapes: Mapping[str, Mapping[Shape, tuple[int, tuple[int, ...]]]]
    deciding: Mapping[str, int]
    satisfied_by_examination: int

    @property
    def all_cells(self) -> int:
        """A bit for each cell."""
        return (1 << len(self.cells)) - 1

    def at(self, plane: int) -> tuple[int, int]:
        """Return the word of a plane, and the lowest bit of it."""
        word, place = divmod(plane, BITS // len(self.cells))
        return word, place * len(self.cells)

    def bit(self, plane: int, cell: int) -> tuple[int, int]:
        """Return the word and the bit at which a plane holds the answer of a cell."""
        word, low = self.at(plane)
        return word, low + cell

    def masks(self) -> dict[Question, Mask]:
        """Return for each question the bits at which its answer stands: a bit for each cell that asks it."""
        found: dict[Question, dict[int, int]] = {}
        for plane, of in self.asked.items():
            for cell, question in of.items():
                word, bit = self.bit(plane, cell)
                masks = found.setdefault(question, {})
                masks[word] = masks.get(word, 0) | (1 << bit)
        return dict(found)

    @property
    def words(self) -> int:
        """How many words all planes take."""
        return 1 + self.at(max([*self.asked, *self.results.values()]))[0]

    @property
    def told(self) -> Mask:
        """The bits of verdicts, word by word; a word that has none is not written."""
        masks: dict[int, int] = {}
        for plane in self.results.values():
            word, low = self.at(plane)
            masks[word] = masks.get(word, 0) | (self.all_cells << low)
        return masks

    def verdicts(self) -> Iterator[tuple[tuple[str, str | None], tuple[int, int]]]:
        """Yield each cell with a part of it, or CELL, and the word and the bit of its verdict."""
        for part, plane in self.results.items():
            for place, path in enumerate(self.cells):
                yield (path, part), self.bit(plane, place)


def blocks_of(editions: Sequence[ResolvedEdition]) -> tuple[Block, ...]:
    """Return the blocks of all cells of the editions, the cells of a field together as far as there is room.

    Cells that count any work, whatever its field and activities, stand together at the end: then few people have a row for
    most blocks.
    """
    of_fields: list[dict[str, ResolvedCell]] = []
    of_any: dict[str, ResolvedCell] = {}
    for field in _fields(editions):
        if any(map(_counts_any_work, field.values())):
            of_any |= field
        else:
            of_fields.append(field)
    groups: list[dict[str, ResolvedCell]] = [{}]
    for field in (*of_fields, of_any):
        if groups[-1] and len(groups[-1]) + len(field) > CELLS:
            groups.append({})
        for path, cell in field.items():
            if len(groups[-1]) == CELLS:
                groups.append({})
            groups[-1][path] = cell
    return tuple(block_of(f"block_{number}", group) for number, group in enumerate(groups) if group)


def criteria_of(cell: ResolvedCell) -> dict[str, Criterion]:
    """Return the criterion of each part of a cell, and that of the minimum by examination."""
    found = {name: part.criterion for name, part in cell.parts.items()}
    return found if cell.examination is None else {**found, EXAMINATION: cell.examination.criterion}


def _fields(editions: Sequence[ResolvedEdition]) -> Iterator[dict[str, ResolvedCell]]:
    for edition in editions:
        for _, cells in groupby(edition.cells.items(), key=lambda each: each[1].indicator.field_path):
            yield dict(cells)


def _counts_any_work(cell: ResolvedCell) -> bool:
    questions = (question for criterion in criteria_of(cell).values() for question in questions_of(criterion))
    return any(
        clause.fields is None and clause.activities is None
        for question in questions
        for clause, _ in demands_of(question)
    )


def block_of(name: str, cells: Mapping[str, ResolvedCell]) -> Block:
    """Return a block of some cells, by their paths."""
    criteria = [criteria_of(cell) for cell in cells.values()]
    parts = list(dict.fromkeys(part for found in criteria for part in found))
    asked: dict[_Asked, dict[int, Question]] = {}
    for place, found in enumerate(criteria):
        for part, criterion in found.items():
            for number, question in enumerate(questions_of(criterion)):
                asked.setdefault((part, number), {})[place] = question
    is_direct = {part: all(shape_of(found[part]) == ONE for found in criteria if part in found) for part in parts}
    planes = {what: plane for plane, what in enumerate(_in_order(asked, is_direct))}
    return Block(
        name=name,
        cells=tuple(cells),
        asked={planes[what]: of for what, of in asked.items()},
        results={CELL: planes[CELL], **{part: planes[(part, 0) if is_direct[part] else part] for part in parts}},
        shapes={part: _shapes(part, criteria, planes) for part in parts if not is_direct[part]},
        deciding={
            part: _bits(part in cell.deciding for cell in cells.values()) for part in parts if part != EXAMINATION
        },
        satisfied_by_examination=_bits(
            cell.examination is not None and cell.does_examination_satisfy for cell in cells.values()
        ),
    )


def _in_order(
    asked: Mapping[_Asked, Mapping[int, Question]], is_direct: Mapping[str, bool]
) -> Iterator[_Asked | str | None]:
    """Yield the planes: first those of engagements, which are gathered as they stand, last those that hold no verdict."""
    first = [what for what, of in asked.items() if any(isinstance(each, tuple | Years) for each in of.values())]
    yield from first
    yield CELL
    yield from (part for part, direct in is_direct.items() if not direct)
    for direct in (True, False):
        yield from (what for what in asked if what not in first and is_direct[what[0]] is direct)


def _shapes(
    part: str, criteria: Sequence[Mapping[str, Criterion]], planes: Mapping[_Asked | str | None, int]
) -> dict[Shape, tuple[int, tuple[int, ...]]]:
    of = [shape_of(found[part]) if part in found else None for found in criteria]
    return {
        shape: (
            _bits(each == shape for each in of),
            tuple(planes[part, number] for number in range(shape.questions)),
        )
        for shape in dict.fromkeys(of)
        if shape is not None
    }


def _bits(flags: Iterable[bool]) -> int:
    return sum(1 << place for place, flag in enumerate(flags) if flag)
