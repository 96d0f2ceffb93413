"""Which level and upright rules does a page have, where a rule may be drawn in pieces, dashes or dots?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kijun.documents.printed import Box
from kijun.documents.readers.pdf.shapes import Fill, Shapes

_SAME: Final = 1.6
"""Pieces that lie so near to each other across are one rule."""
_GAP: Final = 3.5
_DASH: Final = 12.0
_DASH_GAP: Final = 9.0
_SHORTEST: Final = 8.0
_PALE: Final = 250
_MOST_PIECES: Final = 100_000
_MOST_AREAS: Final = 1_000


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight rule: where it lies across, and from where to where it goes."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of a page, those that are level and those that are upright."""

    level: tuple[Rule, ...]
    upright: tuple[Rule, ...]


def find_rules(shapes: Shapes) -> Rules:
    """Return the rules of a page; a drawing of very many pieces has none."""
    pieces = [
        box for box, colour in shapes.rules if not _is_pale(colour) or _is_on_colour(box, shapes.fills[:_MOST_AREAS])
    ]
    if len(pieces) > _MOST_PIECES:
        return Rules((), ())
    level = [
        Rule((top + bottom) / 2, left, right)
        for left, top, right, bottom in pieces
        if right - left >= bottom - top - _SAME
    ]
    upright = [
        Rule((left + right) / 2, top, bottom)
        for left, top, right, bottom in pieces
        if bottom - top >= right - left - _SAME
    ]
    return Rules((*_whole(level),), (*_whole(upright),))


def _is_pale(colour: tuple[int, int, int] | None) -> bool:
    return colour is not None and min(colour) >= _PALE


def _is_on_colour(box: Box, fills: Iterable[Fill]) -> bool:
    """Return whether a white rule can be seen: where it parts filled areas."""
    across, down = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return any(
        fill.box[0] <= across <= fill.box[2] and fill.box[1] <= down <= fill.box[3] and not _is_pale(fill.colour)
        for fill in fills
    )


def _whole(pieces: list[Rule]) -> Iterable[Rule]:
    """Return pieces joined to rules; what stays too short is no rule."""
    for together in _near(pieces):
        at = sum(piece.at for piece in together) / len(together)
        start, end, last = together[0].start, together[0].end, together[0]
        for piece in together[1:]:
            if piece.start > end + _allowed(last, piece):
                if end - start >= _SHORTEST:
                    yield Rule(at, start, end)
                start, end = piece.start, piece.end
            end, last = max(end, piece.end), piece
        if end - start >= _SHORTEST:
            yield Rule(at, start, end)


def _allowed(before: Rule, after: Rule) -> float:
    is_dashed = max(before.end - before.start, after.end - after.start) <= _DASH
    return _DASH_GAP if is_dashed else _GAP


def _near(pieces: list[Rule]) -> Iterable[list[Rule]]:
    """Return pieces that lie in one line, each line from its start to its end."""
    together: list[Rule] = []
    for piece in sorted(pieces, key=lambda rule: rule.at):
        if together and piece.at > together[0].at + _SAME:
            yield sorted(together, key=lambda rule: rule.start)
            together = []
        together.append(piece)
    if together:
        yield sorted(together, key=lambda rule: rule.start)
