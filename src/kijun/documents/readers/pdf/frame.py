"""How do the points of a page that may be cut and turned become points from its upper left corner, as a reader sees it?"""

from __future__ import annotations

import math
from ctypes import byref
from dataclasses import dataclass
from typing import Any, Final

from pypdfium2 import raw

from kijun.documents.printed import Box

_QUARTER: Final = math.pi / 2
_UPRIGHT: Final = 0.1
_LARGEST: Final = 1e12
Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Final[Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The part of a page that is shown, in its own points, and by how many quarters it is turned clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    quarters: int

    @property
    def width(self) -> float:
        """The width as it is seen."""
        return self.top - self.bottom if self.quarters % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """The height as it is seen."""
        return self.right - self.left if self.quarters % 2 else self.top - self.bottom

    def seen(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Return where a box of the page is seen."""
        match self.quarters:
            case 0:
                return left - self.left, self.top - top, right - self.left, self.top - bottom
            case 1:
                return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
            case 2:
                return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
            case _:
                return self.top - top, self.right - right, self.top - bottom, self.right - left

    def holds(self, box: Box) -> bool:
        """Return whether the middle of a box that is seen lies on the page."""
        across, down = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        return -1 <= across <= self.width + 1 and -1 <= down <= self.height + 1

    def is_upright(self, angle: float) -> bool:
        """Return whether letters at an angle, counted with the clock, are seen upright."""
        turned = (angle + self.quarters * _QUARTER) % (2 * math.pi)
        return min(turned, 2 * math.pi - turned) <= _UPRIGHT


def frame_of(page: Any) -> Frame | None:  # noqa: ANN401  # a handle of PDFium
    """Return the part of a page that is shown, or None where it has no extent that could be."""
    rect = raw.FS_RECTF()
    if not raw.FPDF_GetPageBoundingBox(page, byref(rect)):
        return None
    left, bottom, right, top = rect.left, rect.bottom, rect.right, rect.top
    if not all(abs(each) < _LARGEST for each in (left, bottom, right, top)) or right <= left or top <= bottom:
        return None
    return Frame(left=left, bottom=bottom, right=right, top=top, quarters=raw.FPDFPage_GetRotation(page) % 4)


def times(inner: Matrix, outer: Matrix) -> Matrix:
    """Return the matrix of what is drawn inside something that has a matrix itself."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def moved(box: Box, matrix: Matrix) -> Box:
    """Return the smallest box (left, bottom, right, top) around a box that a matrix moves."""
    if matrix == IDENTITY:
        return box
    a, b, c, d, e, f = matrix
    xs = [x * a + y * c + e for x in (box[0], box[2]) for y in (box[1], box[3])]
    ys = [x * b + y * d + f for x in (box[0], box[2]) for y in (box[1], box[3])]
    return min(xs), min(ys), max(xs), max(ys)
