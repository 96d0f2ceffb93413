"""What are the clauses of an indicator: what each one says first, and the options that it offers?

An option begins with a box; a line without a sign goes on with what stands before it. What the words mean is left to the
recognisers of each clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from kijun.documents.fold import fold
from kijun.documents.passage import Passage, join
from kijun.documents.printed import Line
from kijun.documents.recognise.headings import Heading
from kijun.documents.recognise.sections import Section

ClauseKind = Literal["responsibility", "complexity", "size", "professional", "note", "loose"]
"""Words that stand in a cell and under no heading that was understood are loose."""


_BOX: Final = re.compile("[□\u2610-\u2612\u2751\u2752\u274f\u2750\u25fb\u25a2\u25fd\u2b1c\u25ab]")
_COMPLETE: Final = re.compile(r"[。.）)」]\s*$")
_LETTER_BULLET: Final = re.compile(
    r"\s*[ー一]\s*(?=以下|次の|上記|後進|情報処理|[^、。]{0,40}(?:継承|技術者試験|指導|領域))"
)
_SIGN_BULLET: Final = re.compile(r"\s*[\-・•]\s*(?=\S)")
_ANY_SIGN: Final = re.compile(r"\s*[\-・•ー一]\s*")
_PROFESSIONAL: Final = re.compile(
    r"(?:以下|次)の[^。]{0,30}領域|[^。、]{0,40}(?:継承|伝承)に|(?:後進|後輩|部下)の?育成"
    r"|has (?:the )?(?:high )?specialt|has performance in|develops? (?:subordinates|juniors)"
)
"""How the lines of the professional contribution begin."""

_BRACKETED: Final = re.compile(r"[\[【<][^\]】>]{1,40}[\]】>]")
_KATAKANA: Final = re.compile(r"[\u30a1-\u30fa\u30fc]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One clause: its kind, what it says first (None where only options are printed), and its options.

    In the professional contribution, each line with a bullet is a clause.
    """

    kind: ClauseKind
    lead: Passage | None
    options: tuple[Passage, ...]

    @property
    def first(self) -> Passage | None:
        """Return what stands first in the clause."""
        return self.lead or next(iter(self.options), None)


def clauses_of(section: Section) -> Iterator[Clause]:
    """Yield the clauses of an indicator's section, in printed order."""
    taker = _Taker()
    for position, line in enumerate(section.lines):
        yield from taker.take(line, section.headings.get(position))
    yield from taker.end()


class _Taker:
    """Takes the lines of a section and puts them into clauses."""

    def __init__(self) -> None:
        self._kind: ClauseKind | None = None
        self._lead: list[Line] = []
        self._options: list[list[Line]] = []

    def take(self, line: Line, heading: Heading | None) -> Iterator[Clause]:
        """Take a line; yield the clause that it ends."""
        kind = _kind_of(heading)
        if heading is not None and kind is not None:
            yield from self.end()
            self._kind = kind
            rest = cut(line, heading.rest_at) if heading.rest else None
            if rest is not None:
                yield from self._say(rest)
        elif heading is not None and heading.kind == "business":
            yield from self.end()
            self._kind = "loose"
        elif heading is None and self._kind is not None and _BRACKETED.fullmatch(fold(line.text).text):
            yield from self.end()  # the heading of another group, whose words were not understood
            self._kind = "loose"
            yield from self._say(line)
        elif self._kind is not None and not (heading is not None and self._is_title(heading)):
            yield from self._say(line)

    def end(self) -> Iterator[Clause]:
        """Yield the clause that is open."""
        if self._kind is not None and (self._lead or self._options):
            yield Clause(
                kind=self._kind,
                lead=join(self._lead) if self._lead else None,
                options=tuple(join(each) for each in self._options if any(line.text.strip() for line in each)),
            )
        self._lead, self._options = [], []

    def _is_title(self, heading: Heading) -> bool:
        """Return whether a heading is one: inside an open sentence, a word alone on its line is none."""
        if heading.kind in ("level", "field", "category", "other"):
            return self._is_complete()
        return True

    def _is_complete(self) -> bool:
        last = self._last()
        return not last or _COMPLETE.search(last.text.rstrip()) is not None or bool(self._options)

    def _last(self) -> Line | None:
        open_lines = self._options[-1] if self._options else self._lead
        return open_lines[-1] if open_lines else None

    def _say(self, line: Line) -> Iterator[Clause]:
        before, *boxes = _split(line)
        if before is not None and before.text.strip():
            bullet = self._bullet(before)
            if (begins := self._professional(before)) is not None:
                yield from self.end()
                self._kind, before = "professional", cut(before, begins)
            elif bullet is not None:
                yield from self.end()
                before = cut(before, bullet)
            if before.text.strip():
                (self._options[-1] if self._options else self._lead).append(before)
        self._options.extend([box] for box in boxes if box is not None)

    def _professional(self, line: Line) -> int | None:
        """Return where a line of the professional contribution begins, told by its words where its heading or sign is lost."""
        if self._kind == "note":
            return None
        plain = fold(line.text)
        sign = _ANY_SIGN.match(plain.text)
        start = sign.end() if sign is not None else 0
        if _PROFESSIONAL.match(plain.text, start) is None or not (sign is not None or self._is_complete()):
            return None
        return plain.printed_at(start)

    def _bullet(self, line: Line) -> int | None:
        """Return where the words after a bullet begin, where a line begins with one.

        Bullets are printed with signs that are letters, too: inside a word or a sentence they are letters.
        """
        if self._kind not in ("professional", "note"):
            return None
        plain = fold(line.text)
        match = _SIGN_BULLET.match(plain.text) or _LETTER_BULLET.match(plain.text)
        if match is None:
            return None
        last = self._last()
        is_inside = (
            last is not None
            and _KATAKANA.match(last.text.rstrip()[-1:])
            and _KATAKANA.match(plain.text[match.end() : match.end() + 1])
        )
        return None if is_inside else plain.printed_at(match.end())


def _kind_of(heading: Heading | None) -> ClauseKind | None:
    match heading.kind if heading is not None else None:
        case "responsibility" | "complexity" | "size" | "professional" | "note" as kind:
            return kind
        case _:
            return None


def cut(line: Line, at: int) -> Line:
    """Return a line from one of its letters on."""
    return Line(text=line.text[at:], place=line.place.moved(at), after=line.after)


def _split(line: Line) -> list[Line | None]:
    """Return what stands before the first box of a line, and what stands after each box."""
    marks = [match.start() for match in _BOX.finditer(line.text)]
    if not marks:
        return [line]
    pieces: list[Line | None] = [
        Line(text=line.text[: marks[0]], place=line.place, after=line.after) if line.text[: marks[0]].strip() else None
    ]
    for start, end in zip(marks, [*marks[1:], len(line.text)], strict=True):
        pieces.append(Line(text=line.text[start + 1 : end], place=line.place.moved(start + 1), after=line.after))
    return pieces
