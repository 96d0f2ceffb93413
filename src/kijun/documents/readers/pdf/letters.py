"""Which letters are printed on a page, and which of them stand side by side?

Letters are taken by where they stand; the order of the file only says which of them are asked first. What is hidden, turned
or off the page is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, create_string_buffer
from dataclasses import dataclass, field
from typing import Any, Final

from pypdfium2 import raw

from kijun.documents.printed import Box
from kijun.documents.readers.pdf.frame import Frame
from kijun.documents.readers.pdf.shapes import Shapes
from kijun.documents.readers.signs import UNKNOWN, in_font, plain

_BACK: Final = 0.6
WIDE: Final = 1.0
"""A gap of so many heights parts what stands side by side."""
_MIXED: Final = 0.35
"""Word processors put a quarter of a letter between Japanese and Latin letters; a blank is wider."""
_LATIN: Final = 0.16
_SAME: Final = 0.5
_PRIVATE: Final = range(0xE000, 0xF900)
_HIGH: Final = range(0xD800, 0xDC00)
_LOW: Final = range(0xDC00, 0xE000)
_HYPHENS: Final = (0x02, 0xFFFE)
_IDEOGRAPHIC: Final = 0x3000
_BLANKS: Final = frozenset((0x20, 0xA0, _IDEOGRAPHIC, 0x202F, *range(0x2000, 0x200B)))
_JAPANESE: Final = range(0x2E80, 0xFFF0)
_FIRST_PRINTED: Final = 0x20
_LONGEST_NAME: Final = 200

Letter = tuple[str, float, float, float, float, str]
"""A letter, its box, and the blanks that are printed before it."""


@dataclass(slots=True)
class Run:
    """Letters that stand side by side without a wide gap."""

    letters: list[Letter]
    left: float = field(init=False)
    top: float = field(init=False)
    right: float = field(init=False)
    bottom: float = field(init=False)

    def __post_init__(self) -> None:
        self.left = min(letter[1] for letter in self.letters)
        self.top = min(letter[2] for letter in self.letters)
        self.right = max(letter[3] for letter in self.letters)
        self.bottom = max(letter[4] for letter in self.letters)

    @property
    def box(self) -> Box:
        """Where it stands."""
        return self.left, self.top, self.right, self.bottom

    @property
    def height(self) -> float:
        """How high its letters are."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """Half way down."""
        return (self.top + self.bottom) / 2

    @property
    def text(self) -> str:
        """What it says: no blank is made up between Japanese letters, and between others only where there is a gap."""
        said, before = list[str](), None
        for letter in self.letters:
            if before is not None:
                said.append(_between(before, letter))
            said.append(letter[0])
            before = letter
        return "".join(said)


def is_japanese(letter: str) -> bool:
    """Return whether a letter is set without blanks between words."""
    return ord(letter[0]) in _JAPANESE


def _between(before: Letter, letter: Letter) -> str:
    if letter[5]:
        return letter[5]
    gap, height = letter[1] - before[3], min(letter[4] - letter[2], before[4] - before[2])
    count = is_japanese(before[0]) + is_japanese(letter[0])
    least = (_LATIN, _MIXED, None)[count]
    return " " if least is not None and gap > least * height else ""


def find_runs(text_page: Any, frame: Frame, shapes: Shapes) -> list[Run]:  # noqa: ANN401  # a handle of PDFium
    """Return the letters of a page in runs; hidden ones only where nothing else is printed, as under a picture."""
    runs = [*_runs(_letters(text_page, frame, is_turned=shapes.has_turned, is_hidden=_shown(shapes)))]
    if not runs and shapes.has_hidden:
        runs = [*_runs(_letters(text_page, frame, is_turned=shapes.has_turned, is_hidden=None))]
    return _without_doubles(runs)


def _shown(shapes: Shapes) -> bool | None:
    return False if shapes.has_hidden else None


def _letters(text_page: Any, frame: Frame, *, is_turned: bool, is_hidden: bool | None) -> Iterator[Letter]:  # noqa: ANN401
    """Return what is printed; where `is_hidden` is not None, each letter is asked whether it is."""
    rect = raw.FS_RECTF()
    at = byref(rect)
    unicode_of, box_of = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox
    blanks, high = "", 0
    for index in range(raw.FPDFText_CountChars(text_page)):
        code = unicode_of(text_page, index)
        if code in _BLANKS:
            if not raw.FPDFText_IsGenerated(text_page, index):
                blanks += "\u3000" if code == _IDEOGRAPHIC else " "
            continue
        if code in _HIGH:
            high = code
            continue
        if code < _FIRST_PRINTED and code not in (0, *_HYPHENS):
            blanks = "" if code in {0x0A, 0x0D} else blanks
            continue
        if not box_of(text_page, index, at):
            continue
        box = frame.seen(rect.left, rect.bottom, rect.right, rect.top)
        if box[3] <= box[1] or not frame.holds(box):
            continue
        if is_turned and not frame.is_upright(raw.FPDFText_GetCharAngle(text_page, index)):
            continue
        if is_hidden is not None and _is_hidden(text_page, index):
            continue
        yield _printed(text_page, index, code, high), *box, blanks
        blanks, high = "", 0


def _is_hidden(text_page: Any, index: int) -> bool:  # noqa: ANN401
    drawn = raw.FPDFText_GetTextObject(text_page, index)
    return bool(drawn) and raw.FPDFTextObj_GetTextRenderMode(drawn) in {
        raw.FPDF_TEXTRENDERMODE_INVISIBLE,
        raw.FPDF_TEXTRENDERMODE_CLIP,
    }


def _printed(text_page: Any, index: int, code: int, high: int) -> str:  # noqa: ANN401
    if code in _LOW:
        return chr(0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)) if high else UNKNOWN
    if code in _HYPHENS:
        return "-"
    if code == 0 or code > 0x10FFFF:  # noqa: PLR2004  # the last letter there is
        return UNKNOWN
    return in_font(chr(code), _font(text_page, index)) if code in _PRIVATE else plain(chr(code))


def _font(text_page: Any, index: int) -> str:  # noqa: ANN401
    name = create_string_buffer(_LONGEST_NAME)
    raw.FPDFText_GetFontInfo(text_page, index, name, _LONGEST_NAME, None)
    said: str = name.value.decode(errors="replace").rpartition("+")[2]
    return next((each for each in ("Wingdings 2", "Wingdings", "Webdings", "Symbol") if said.startswith(each)), said)


def _runs(letters: Iterator[Letter]) -> Iterator[Run]:
    run: list[Letter] = []
    for letter in letters:
        if run and not _goes_on(run[-1], letter):
            yield Run(run)
            run = []
        run.append(letter)
    if run:
        yield Run(run)


def _goes_on(before: Letter, letter: Letter) -> bool:
    height = min(before[4] - before[2], letter[4] - letter[2])
    gap = letter[1] - before[3]
    shared = min(before[4], letter[4]) - max(before[2], letter[2])
    return -_BACK * height <= gap < WIDE * height and shared >= _SAME * height and letter[1] > before[1]


def _without_doubles(runs: list[Run]) -> list[Run]:
    """Leave out what is printed twice at one place: that makes letters bold."""
    seen: dict[str, list[Run]] = {}
    kept = []
    for run in runs:
        same = seen.setdefault("".join(letter[0] for letter in run.letters), [])
        near = 0.3 * run.height
        if any(abs(run.left - other.left) < near and abs(run.top - other.top) < near for other in same[-5:]):
            continue
        same.append(run)
        kept.append(run)
    return kept
