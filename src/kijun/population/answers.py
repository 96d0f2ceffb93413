"""What do the facts of a person answer, for each block of cells?

What was gathered stands as the answers do, or is put at the bits of all cells that ask it, read twice: surely, and possibly. A
list that is not declared complete leaves open what it does not hold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import or_
from typing import Final

import ibis.expr.types as ir

from kijun.criteria import Years
from kijun.population.both import HOW, moved, number, together, word_of
from kijun.population.gathered import Gathered
from kijun.population.holdings import any_areas, is_any_area
from kijun.population.places import bits_of
from kijun.population.questions import Projects, Question

_OF_LISTS: Final[dict[str, Callable[[Question], bool]]] = {
    "engagements": lambda question: isinstance(question, tuple | Projects | Years),
    "expertise": is_any_area,
}
"""The lists whose answers stand as they were gathered, and the questions about each."""


def enough_columns(row: ir.Table, gathered: Gathered) -> dict[str, ir.IntegerValue]:
    """Return for each block the words that say of what there are projects enough."""
    columns: dict[str, ir.IntegerValue] = {}
    for block, lanes in zip(gathered.asked.blocks, gathered.lanes, strict=True):
        for how in HOW:
            counts = [row[f"{block.name}_{how}_projects_{word}"] for word in range(lanes.words)]
            columns |= {f"{block.name}_{how}_enough_{place}": each for place, each in enumerate(lanes.enough(counts))}
    return columns


def answers_of(row: ir.Table, place: int, gathered: Gathered) -> dict[str, ir.IntegerValue]:
    """Return the answers of a block, from a row that has the flags as well: `block_0_sure_answers_0` and so on."""
    writer = _Writer(row, gathered, place)
    return {
        f"{writer.block.name}_{how}_answers_{word}": together(or_, list(writer.word(how, word)) or [number(0)])
        for word in range(writer.block.words)
        for how in HOW
    }


class _Writer:
    """Puts the answers of a block at their bits."""

    def __init__(self, row: ir.Table, gathered: Gathered, place: int) -> None:
        self._row = row
        self._gathered = gathered
        self.block = gathered.asked.blocks[place]
        self._engagements = gathered.asked.engagements[place]
        self._projects = gathered.lanes[place].bits()
        self._masks = self.block.masks()
        self._areas = any_areas(self.block)

    def word(self, how: str, word: int) -> Iterator[ir.IntegerValue]:
        """Yield what is put together to a word of answers."""
        yield from self._of_engagements(how, word)
        yield from self._of_areas(how, word)
        yield from self._of_projects(how, word)
        yield from self._of_leaves(how, word)
        if how == "possible":
            yield from self._opened(word)

    def _of_engagements(self, how: str, word: int) -> Iterator[ir.IntegerValue]:
        name = self.block.name
        if word in self._engagements.words:
            yield self._row[f"{name}_{how}_{word}"]
        if any(word in mask for mask in self._engagements.alone.values()):
            yield self._row[f"{how}_years_{name}_{word}"]

    def _of_areas(self, how: str, word: int) -> Iterator[ir.IntegerValue]:
        for plane, area in self._areas.items():
            its, low = self.block.at(plane)
            if its == word:
                yield moved(self._row[f"{how}_{area.name}"], low)

    def _of_projects(self, how: str, word: int) -> Iterator[ir.IntegerValue]:
        for projects, (its, bit) in self._projects.items():
            enough = self._row[f"{self.block.name}_{how}_enough_{its}"] & number(1 << bit)
            for seat in bits_of(self._masks[projects].get(word, 0)):
                yield moved(enough, seat - bit) if seat > bit else enough >> (bit - seat)

    def _of_leaves(self, how: str, word: int) -> Iterator[ir.IntegerValue]:
        for place, leaf in enumerate(self._gathered.asked.leaves):
            mask = self._masks.get(leaf, {}).get(word, 0)
            if mask and not is_any_area(leaf):
                yield self._row[f"{how}_leaf_{place}"] & number(mask)

    def _opened(self, word: int) -> Iterator[ir.IntegerValue]:
        """Yield the bits that a list leaves open which is not complete."""
        for name, is_of_list in _OF_LISTS.items():
            mask = 0
            for question, its in self._masks.items():
                mask |= its.get(word, 0) if is_of_list(question) else 0
            if mask:
                yield word_of([(~self._row[f"all_{name}"], mask)])
