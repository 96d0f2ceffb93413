"""Which straight edges and which rectangle does the outline of a drawn path have?"""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_float
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from pypdfium2 import raw

from kijun.documents.printed import Box
from kijun.documents.readers.pdf.frame import Frame, Matrix

_LEVEL: Final = 0.6
"""A line that rises by no more is level."""
_SHORTEST: Final = 1.0
_MOSTLY: Final = 0.6
"""So much of the way around a rectangle with round corners is straight, at least."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Outline:
    """The level and upright edges of one part of a path, and the rectangle that it is, corners aside."""

    edges: tuple[Box, ...]
    area: Box | None


def outlines(path: Any, count: int, matrix: Matrix, frame: Frame) -> Iterator[Outline]:  # noqa: ANN401  # a handle of PDFium
    """Return the outlines of a path, where they are seen on the page."""
    for points, has_curves in _parts(path, count, matrix, frame):
        steps = [*pairwise(points)]
        edges = tuple(edge for start, end in steps if (edge := _edge(start, end)))
        xs, ys = [x for x, _ in points], [y for _, y in points]
        box = min(xs), min(ys), max(xs), max(ys)
        yield Outline(edges, box if _is_rectangle(box, edges, has_curves=has_curves) else None)


def _parts(path: Any, count: int, matrix: Matrix, frame: Frame) -> Iterator[tuple[list[Point], bool]]:  # noqa: ANN401
    a, b, c, d, e, f = matrix
    x, y = c_float(), c_float()
    at = byref(x), byref(y)
    points, has_curves = list[Point](), False
    for index in range(count):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        if not raw.FPDFPathSegment_GetPoint(segment, *at):
            continue
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points, has_curves
            points, has_curves = [], False
        has_curves |= kind == raw.FPDF_SEGMENT_BEZIERTO
        across, up = x.value * a + y.value * c + e, x.value * b + y.value * d + f
        left, top, _, _ = frame.seen(across, up, across, up)
        points.append((left, top))
        if raw.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1:
        yield points, has_curves


def _edge(start: Point, end: Point) -> Box | None:
    across, down = abs(start[0] - end[0]), abs(start[1] - end[1])
    if min(across, down) > _LEVEL or max(across, down) < _SHORTEST:
        return None
    return min(start[0], end[0]), min(start[1], end[1]), max(start[0], end[0]), max(start[1], end[1])


def _is_rectangle(box: Box, edges: tuple[Box, ...], *, has_curves: bool) -> bool:
    around = 2 * (box[2] - box[0] + box[3] - box[1])
    if not around:
        return False
    straight = sum(right - left + bottom - top for left, top, right, bottom in edges)
    on_border = all(
        min(abs(edge[0] - box[0]), abs(edge[2] - box[2])) <= _LEVEL
        if edge[2] - edge[0] < edge[3] - edge[1]
        else min(abs(edge[1] - box[1]), abs(edge[3] - box[3])) <= _LEVEL
        for edge in edges
    )
    # a filled path that is left open is closed by filling it: three of the four edges are there
    return on_border and straight >= around * (_MOSTLY if has_curves else _MOSTLY + 0.1) and len(edges) >= 2  # noqa: PLR2004
