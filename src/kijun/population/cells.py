"""Which parts, which cells and which level of each field does a person have, by the answers of a block?

One operation is done for all cells of a block at once, since the answers of each cell stand at its place in every plane.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import and_, or_

import ibis
import ibis.expr.types as ir

from kijun.framework.resolve import ResolvedEdition
from kijun.population.blocks import CELL, EXAMINATION, Block
from kijun.population.both import moved, number, together
from kijun.population.places import ALL_ONES
from kijun.population.questions import Shape


def verdict_words(block: Block, answers: Sequence[ir.IntegerValue]) -> dict[int, ir.IntegerValue]:
    """Return the words of a block that hold verdicts on its cells and their parts, from the words of its answers."""
    planes = {plane: _plane(block, plane, answers) for plane in block.asked}
    made = {part: _part(shapes, planes) for part, shapes in block.shapes.items()}
    parts = {part: made[part] if part in made else planes[plane] for part, plane in block.results.items() if part}
    of_planes = {block.results[part]: found for part, found in made.items()}
    of_planes[block.results[CELL]] = _cells(block, parts)
    words = {}
    for word, told in block.told.items():
        behind = {plane: low for plane in of_planes for its, low in [block.at(plane)] if its == word}
        as_answered = told & ~sum(block.all_cells << low for low in behind.values())
        found = [answers[word] & number(as_answered)] if as_answered else []
        words[word] = together(or_, [*found, *(moved(of_planes[plane], low) for plane, low in behind.items())])
    return words


def _plane(block: Block, plane: int, answers: Sequence[ir.IntegerValue]) -> ir.IntegerValue:
    """Return the answers of a plane at the lowest bits; above them stands what is in other planes."""
    word, low = block.at(plane)
    return answers[word] >> low if low else answers[word]


def _part(
    shapes: Mapping[Shape, tuple[int, tuple[int, ...]]], planes: Mapping[int, ir.IntegerValue]
) -> ir.IntegerValue:
    found = [
        _holds(shape, iter([planes[plane] for plane in asked])) & number(cells)
        for shape, (cells, asked) in shapes.items()
    ]
    return together(or_, found)


def _holds(shape: Shape, answers: Iterator[ir.IntegerValue]) -> ir.IntegerValue:
    if shape.kind == "one":
        return next(answers)
    found = [_holds(each, answers) for each in shape.of]
    if shape.kind == "all":
        return together(and_, found or [number(ALL_ONES)])
    return together(or_, found or [number(0)])


def _cells(block: Block, parts: Mapping[str, ir.IntegerValue]) -> ir.IntegerValue:
    """Return the cells of which all parts that decide hold, or the examination where it satisfies the cell."""
    everyone = block.all_cells
    holds = [
        parts[part] | number(everyone & ~deciding) if deciding != everyone else parts[part]
        for part, deciding in block.deciding.items()
        if deciding
    ]
    found = together(and_, [*holds, number(everyone)])
    if block.satisfied_by_examination:
        found = found | (parts[EXAMINATION] & number(block.satisfied_by_examination))
    return found


def field_levels(
    edition: ResolvedEdition, has_one: Callable[[Sequence[str]], ir.BooleanValue]
) -> dict[str, ir.IntegerValue]:
    """Return the highest level of each field that has a cell; `has_one` says whether one of some cells holds.

    A ladder (policy levels.imply) ends below the first cell that is missed.
    """
    is_ladder = edition.policy["levels.imply"] == "ladder"
    fields: dict[str, dict[int, str]] = {}
    for path, cell in edition.cells.items():
        fields.setdefault(cell.indicator.field_path, {})[cell.indicator.level] = path
    highest = _below_the_first_missed if is_ladder else _highest
    return {field: highest(dict(sorted(cells.items())), has_one) for field, cells in fields.items()}


def _below_the_first_missed(
    cells: Mapping[int, str], has_one: Callable[[Sequence[str]], ir.BooleanValue]
) -> ir.IntegerValue:
    levels = [ibis.null("int8"), *(ibis.literal(level, "int8") for level in cells)]
    missed = [(~has_one([path]), below) for path, below in zip(cells.values(), levels, strict=False)]
    return ibis.cases(*missed, else_=levels[-1])


def _highest(cells: Mapping[int, str], has_one: Callable[[Sequence[str]], ir.BooleanValue]) -> ir.IntegerValue:
    """Return the highest level, asking first whether there is any, since most people have none in most fields."""
    lowest, *higher = cells
    held = [(has_one([cells[level]]), ibis.literal(level, "int8")) for level in reversed(higher)]
    return ibis.cases((~has_one([*cells.values()]), ibis.null("int8")), *held, else_=ibis.literal(lowest, "int8"))
