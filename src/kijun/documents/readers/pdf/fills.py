"""With which colour is a cell filled?

The filled areas say it, the one that is drawn last before the others. Where a picture, a pattern or a shading lies in the
cell, or where there are too many areas, the page is drawn small and looked at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import Any, Final

import pypdfium2 as pdfium

from kijun.documents.printed import Box
from kijun.documents.readers.pdf.frame import Frame
from kijun.documents.readers.pdf.shapes import Colour, Fill, spots

_ACROSS: Final = 5
_DOWN: Final = 5
_MOSTLY: Final = 0.6
_WHITE: Final = 250
_MOST_AREAS: Final = 1_000
_LONGEST: Final = 600
_MAY_BE_PATTERN: Final[frozenset[Colour | None]] = frozenset({(255, 255, 255), (191, 191, 191)})
"""What PDFium says of a pattern; only the drawn page tells whether it is one."""
_BACKGROUND: Final = 0.9
_NEAR: Final = 12


class Fills:
    """The filled areas of a page, asked for the colour of its cells."""

    def __init__(self, page: pdfium.PdfPage, frame: Frame, areas: Sequence[Fill]) -> None:
        self._page = page
        self._frame = frame
        self._areas = [area for area in areas if not self._is_background(area)]

    def fill_of(self, box: Box) -> str | None:
        """Return the colour of most of a cell as `#rrggbb`, None where it is white or has no one colour."""
        if len(self._areas) > _MOST_AREAS:
            return _most(self._seen(box))
        areas = [area for area in self._areas if _meet(area.box, box)]
        if not areas:
            return None
        if any(area.colour is None for area in areas):
            return _most(self._seen(box))
        colours = [_topmost(areas, *spot) for spot in spots(box, _ACROSS, _DOWN)]
        return _most(self._seen(box)) if _MAY_BE_PATTERN.intersection(colours) else _most(colours)

    def _is_background(self, area: Fill) -> bool:
        left, top, right, bottom = area.box
        return (right - left) * (bottom - top) >= _BACKGROUND * self._frame.width * self._frame.height

    def _seen(self, box: Box) -> list[Colour | None]:
        scale, picture = self._picture
        found: list[Colour | None] = []
        for across, down in spots(box, 2 * _ACROSS, 2 * _DOWN):
            x, y = int(across * scale), int(down * scale)
            if 0 <= x < picture.width and 0 <= y < picture.height:
                at = y * picture.stride + x * picture.n_channels
                blue, green, red = picture.buffer[at : at + 3]
                found.append((red, green, blue))
        return found

    @cached_property
    def _picture(self) -> tuple[float, Any]:
        scale = min(1.0, _LONGEST / max(self._frame.width, self._frame.height))
        return scale, self._page.render(scale=scale, may_draw_forms=False, rev_byteorder=False)


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]


def _topmost(areas: Sequence[Fill], across: float, down: float) -> Colour | None:
    for area in reversed(areas):
        if area.box[0] <= across <= area.box[2] and area.box[1] <= down <= area.box[3]:
            return area.colour
    return None


def _most(colours: Sequence[Colour | None]) -> str | None:
    counted = Counter(colours)
    if not counted:
        return None
    colour, _ = counted.most_common(1)[0]
    if colour is None or min(colour) >= _WHITE:
        return None
    near = sum(times for other, times in counted.items() if other is not None and _is_near(colour, other))
    return "#{:02x}{:02x}{:02x}".format(*colour) if near >= _MOSTLY * len(colours) else None


def _is_near(one: Colour, other: Colour) -> bool:
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) <= _NEAR
