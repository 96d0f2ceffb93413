"""Which rules, filled areas and pieces of text are drawn on a page?

Thin rectangles, lines, outlines and thin pictures are rules; broader rectangles are filled areas. What a shape means is left
to `rules` and `fills`; letters are left to `letters`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from ctypes import byref, c_float, c_int, c_uint
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final

from pypdfium2 import raw

from kijun.documents.printed import Box
from kijun.documents.readers.pdf.frame import IDENTITY, Frame, Matrix, moved, times
from kijun.documents.readers.pdf.outline import outlines

THIN: Final = 4.0
_SIMPLE: Final = 5
"""So many segments has a rectangle; its bounds tell it all where it is thin."""
_MOST_SEGMENTS: Final = 2_000
_MOST_OBJECTS: Final = 1_000_000
_DEEPEST: Final = 12
_OPAQUE: Final = 128
_BOUNDS: Final = 1e12
_TURNED: Final = 0.05

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled area; its colour is None where only the drawn page tells it: a pattern, a shading, a picture."""

    box: Box
    colour: Colour | None


@dataclass(slots=True)
class Shapes:
    """What is drawn on a page, in the order of drawing."""

    rules: list[tuple[Box, Colour | None]] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    has_hidden: bool = False
    has_turned: bool = False
    has_pictures: bool = False
    count: int = 0


def find_shapes(page: Any, frame: Frame) -> Shapes:  # noqa: ANN401  # a handle of PDFium
    """Return what is drawn on a page, forms inside of it included."""
    drawing = _Drawing(frame)
    for index in range(raw.FPDFPage_CountObjects(page)):
        drawing.add(raw.FPDFPage_GetObject(page, index), IDENTITY, 0)
    return drawing.shapes


class _Drawing:
    """The shapes that were met so far, and what PDFium writes its answers into."""

    def __init__(self, frame: Frame) -> None:
        self.shapes = Shapes()
        self._frame = frame
        self._bounds = [c_float() for _ in range(4)]
        self._bounds_at = [byref(each) for each in self._bounds]
        self._colour = [c_uint() for _ in range(4)]
        self._colour_at = [byref(each) for each in self._colour]
        self._mode, self._stroke = c_int(), c_int()
        self._matrix = raw.FS_MATRIX()

    def add(self, drawn: Any, matrix: Matrix, depth: int) -> None:  # noqa: ANN401
        self.shapes.count += 1
        if self.shapes.count > _MOST_OBJECTS:
            return
        kind = raw.FPDFPageObj_GetType(drawn)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            self._add_text(drawn, matrix)
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            self._add_path(drawn, matrix)
        elif kind == raw.FPDF_PAGEOBJ_FORM:
            self._add_form(drawn, matrix, depth)
        elif kind in {raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING}:
            self.shapes.has_pictures = True
            self._add_area(self._seen(drawn, matrix), None)

    def _add_text(self, drawn: Any, matrix: Matrix) -> None:  # noqa: ANN401
        if raw.FPDFTextObj_GetTextRenderMode(drawn) in {
            raw.FPDF_TEXTRENDERMODE_INVISIBLE,
            raw.FPDF_TEXTRENDERMODE_CLIP,
        }:
            self.shapes.has_hidden = True
        _, b, c, _, _, _ = times(self._matrix_of(drawn), matrix)
        if self._frame.quarters or abs(b) > _TURNED or abs(c) > _TURNED:
            self.shapes.has_turned = True

    def _add_form(self, drawn: Any, matrix: Matrix, depth: int) -> None:  # noqa: ANN401
        if depth >= _DEEPEST:
            return
        inner = times(self._matrix_of(drawn), matrix)
        for index in range(max(raw.FPDFFormObj_CountObjects(drawn), 0)):
            if self.shapes.count > _MOST_OBJECTS:
                return  # forms within forms can be made to hold more than anybody can read
            self.add(raw.FPDFFormObj_GetObject(drawn, index), inner, depth + 1)

    def _add_path(self, drawn: Any, matrix: Matrix) -> None:  # noqa: ANN401
        raw.FPDFPath_GetDrawMode(drawn, byref(self._mode), byref(self._stroke))
        is_filled, is_stroked = self._mode.value != raw.FPDF_FILLMODE_NONE, bool(self._stroke.value)
        box = self._seen(drawn, matrix) if is_filled or is_stroked else None
        if box is None:
            return
        count = raw.FPDFPath_CountSegments(drawn)
        if count <= _SIMPLE and min(box[2] - box[0], box[3] - box[1]) <= THIN:
            self._add_rule(box, self._fill(drawn) if is_filled else self._line(drawn))
        elif count <= _MOST_SEGMENTS:
            inner = times(self._matrix_of(drawn), matrix)
            found = [*outlines(drawn, count, inner, self._frame)]
            areas = [outline.area for outline in found if outline.area] if is_filled else []
            is_frame = any(_holds(one, other) for one, other in pairwise(areas))
            for outline in found:
                if is_filled and outline.area and not is_frame:
                    self._add_area(outline.area, self._fill(drawn))
                elif is_filled and is_frame:
                    for edge in outline.edges:
                        self._add_rule(edge, self._fill(drawn))
                if is_stroked and self._line(drawn) is not _CLEAR:
                    for edge in outline.edges:
                        self._add_rule(edge, self._line(drawn))

    def _add_area(self, box: Box | None, colour: Colour | _Clear | None) -> None:
        if box is None or isinstance(colour, _Clear):
            return
        if min(box[2] - box[0], box[3] - box[1]) <= THIN:
            self._add_rule(box, colour)
        else:
            self.shapes.fills.append(Fill(box, colour))

    def _add_rule(self, box: Box, colour: Colour | _Clear | None) -> None:
        if not isinstance(colour, _Clear):
            self.shapes.rules.append((box, colour))

    def _seen(self, drawn: Any, matrix: Matrix) -> Box | None:  # noqa: ANN401
        if not raw.FPDFPageObj_GetBounds(drawn, *self._bounds_at):
            return None
        left, bottom, right, top = (each.value for each in self._bounds)
        box = self._frame.seen(*moved((left, bottom, right, top), matrix))
        if not all(math.isfinite(each) and abs(each) < _BOUNDS for each in box):
            return None
        across, down = self._frame.width, self._frame.height
        left, top, right, bottom = max(box[0], 0), max(box[1], 0), min(box[2], across), min(box[3], down)
        return (left, top, right, bottom) if left <= right and top <= bottom else None

    def _fill(self, drawn: Any) -> Colour | _Clear | None:  # noqa: ANN401
        return self._asked(raw.FPDFPageObj_GetFillColor, drawn)

    def _line(self, drawn: Any) -> Colour | _Clear | None:  # noqa: ANN401
        return self._asked(raw.FPDFPageObj_GetStrokeColor, drawn)

    def _asked(self, ask: Any, drawn: Any) -> Colour | _Clear | None:  # noqa: ANN401
        if not ask(drawn, *self._colour_at):
            return None
        red, green, blue, alpha = (each.value for each in self._colour)
        return (red, green, blue) if alpha >= _OPAQUE else _CLEAR

    def _matrix_of(self, drawn: Any) -> Matrix:  # noqa: ANN401
        found = self._matrix
        if not raw.FPDFPageObj_GetMatrix(drawn, byref(found)):
            return IDENTITY
        return found.a, found.b, found.c, found.d, found.e, found.f


class _Clear:
    """What is drawn without being seen."""


_CLEAR: Final = _Clear()


def _holds(one: Box, other: Box) -> bool:
    """Return whether one of two areas lies in the other: together they are a frame, and not filled."""
    return any(
        a[0] <= b[0] + 1 and a[1] <= b[1] + 1 and a[2] >= b[2] - 1 and a[3] >= b[3] - 1
        for a, b in ((one, other), (other, one))
    )


def spots(box: Box, across: int, down: int) -> Iterator[tuple[float, float]]:
    """Return points spread evenly over a box, none of them near its edges."""
    left, top, right, bottom = box
    for row in range(down):
        for column in range(across):
            yield (
                left + (right - left) * (column + 1) / (across + 1),
                top + (bottom - top) * (row + 1) / (down + 1),
            )
