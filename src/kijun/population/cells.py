"""Which parts, which cells and which level of each field does a person have, by the answers?

Answers stand side by side in words, each word twice: for what surely holds and for what possibly does. So that all of some
questions are answered by yes is asked of a whole word at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import or_

import ibis
import ibis.expr.types as ir

from kijun.criteria import AllOf, AnyOf, Criterion
from kijun.framework.resolve import ResolvedCell, ResolvedEdition
from kijun.population.answers import Piece, Question, questions_of
from kijun.population.both import HOW, every, number, some, together
from kijun.population.places import ALL_ONES, BITS

EXAMINATION = "minimum_by_examination"
Bit = tuple[int, int]
"""A word, and a bit of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The words that hold the answers, as columns `sure_answers_0`, `possible_answers_0` and so on, and whose bit is which."""

    columns: Mapping[str, ir.IntegerValue]
    bits: Mapping[Question, Bit]
    words: int

    def missing(self, row: ir.Table) -> dict[str, ir.IntegerValue]:
        """Return the columns `sure_missing_0` and so on of a row that has the answers: what is not answered by yes."""
        return {
            f"{how}_missing_{word}": number(ALL_ONES) - row[f"{how}_answers_{word}"]
            for word in range(self.words)
            for how in HOW
        }

    def bit_of(self, criterion: Criterion) -> Bit | None:
        """Return the bit that answers for a whole criterion, where there is one."""
        if isinstance(criterion, AllOf | AnyOf):
            return self.bit_of(criterion.of[0]) if len(criterion.of) == 1 else None
        questions = questions_of(criterion)
        return self.bits[questions[0]] if len(questions) == 1 else None

    def holds(self, criterion: Criterion, how: str, row: ir.Table) -> ir.BooleanValue:
        """Return whether a criterion holds on a row that has the columns: no bit that it needs is missing."""
        masks: dict[int, int] = {}
        choices = []
        for each in _apart(criterion):
            if isinstance(each, AnyOf):
                choices.append(some(self.holds(one, how, row) for one in each.of))
            else:
                for word, bit in (self.bits[question] for question in questions_of(each)):
                    masks[word] = masks.get(word, 0) | (1 << bit)
        missing = [row[f"{how}_missing_{word}"] & number(mask) for word, mask in sorted(masks.items())]
        return every([*([together(or_, missing) == number(0)] if missing else []), *choices])


def _apart(criterion: Criterion) -> Iterator[Criterion]:
    """Yield the criteria of which all must hold."""
    if isinstance(criterion, AllOf):
        for each in criterion.of:
            yield from _apart(each)
    else:
        yield criterion


def answers_of(pieces: Iterable[Piece]) -> Answers:
    """Return the answers of all pieces, each in the first word that has room for it."""
    words: list[list[tuple[int, Piece]]] = []
    bits: dict[Question, Bit] = {}
    for piece in pieces:
        place = next((n for n, word in enumerate(words) if _used(word) + piece.width <= BITS), len(words))
        if place == len(words):
            words.append([])
        low = _used(words[place])
        words[place].append((low, piece))
        bits |= {question: (place, low + bit) for question, bit in piece.of.items()}
    columns = {
        f"{how}_answers_{place}": together(or_, [getattr(piece, how) * number(1 << low) for low, piece in word])
        for place, word in enumerate(words)
        for how in HOW
    }
    return Answers(columns=columns, bits=bits, words=len(words))


def _used(word: Sequence[tuple[int, Piece]]) -> int:
    return sum(piece.width for _, piece in word)


def criteria_of(cell: ResolvedCell) -> dict[str, Criterion]:
    """Return the criterion of each part of a cell, and that of the minimum by examination."""
    found = {name: part.criterion for name, part in cell.parts.items()}
    return found if cell.examination is None else {**found, EXAMINATION: cell.examination.criterion}


def criterion_of(cell: ResolvedCell) -> Criterion:
    """Return the criterion of a cell: all parts that decide, or the examination where it satisfies the cell."""
    parts = AllOf(of=tuple(cell.parts[name].criterion for name in cell.deciding))
    if cell.examination is not None and cell.does_examination_satisfy:
        return AnyOf(of=(parts, cell.examination.criterion))
    return parts


def field_levels(edition: ResolvedEdition, holds: Mapping[str, ir.BooleanValue]) -> dict[str, ir.IntegerValue]:
    """Return the highest level of each field that has a cell; `holds` says of each cell whether it does.

    A ladder (policy levels.imply) ends below the first cell that is missed.
    """
    is_ladder = edition.policy["levels.imply"] == "ladder"
    fields: dict[str, list[tuple[int, ir.BooleanValue]]] = {}
    for path, cell in edition.cells.items():
        fields.setdefault(cell.indicator.field_path, []).append((cell.indicator.level, holds[path]))
    return {
        field: _highest(sorted(cells, key=lambda cell: cell[0]), is_ladder=is_ladder) for field, cells in fields.items()
    }


def _highest(cells: Sequence[tuple[int, ir.BooleanValue]], *, is_ladder: bool) -> ir.IntegerValue:
    none = ibis.null("int8")
    if is_ladder:
        levels = [none, *(ibis.literal(level, "int8") for level, _ in cells)]
        missed = [(~holds, levels[place]) for place, (_, holds) in enumerate(cells)]
        return ibis.cases(*missed, else_=levels[-1])
    return ibis.cases(*((holds, ibis.literal(level, "int8")) for level, holds in reversed(cells)), else_=none)
