"""Which words, tags and ends of lines does a marked-up text consist of, and where does each of them stand?

Parsers of HTML give the line of an element at best, and no column, or take time without end over a page that was made to cost it;
a citation needs both. So the text is taken apart here, in one pass whose cost grows with the length of the text only. A tag is one
only if HTML knows its name: in "a < b and c > d" nothing is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Final, Literal

from kijun.documents.printed import Place


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


BLOCKS: Final = _names(
    "address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav "
    "noframes ol optgroup option p pre search section summary table tbody td tfoot th thead tr ul"
)
HIDDEN: Final = _names("audio canvas datalist iframe noscript object script style svg template title video")
VOID: Final = _names(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr"
)
_INLINE: Final = _names(
    "a abbr acronym applet b bdi bdo big blink button cite code data del dfn em font g i ins kbd label map mark "
    "marquee math meter nobr output picture path progress q rb rp rt rtc ruby s samp select slot small span strike "
    "strong sub sup textarea time tt u var"
)
_KNOWN: Final = BLOCKS | HIDDEN | VOID | _INLINE
_RAW: Final = {name: re.compile(rf"</{name}\b", re.IGNORECASE) for name in ("script", "style")}
_TOKEN: Final = re.compile(
    r"(?P<words>[^<&\n]+)|(?P<end>\n)"
    r"|(?P<entity>&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?)"
    r"|(?P<comment><!--)|(?P<remark><[!?])|(?P<tag></?[a-zA-Z][a-zA-Z0-9:-]*)(?=[\s/>])|(?P<sign>[<&])"
)
_STOP: Final = re.compile(r"""[<>]|=\s*["']""")
_ATTRIBUTE: Final = re.compile(r"""([^\s=/"'<>]++)(?:\s*+=\s*+("[^"]*+"|'[^']*+'|[^\s>"']++))?""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A piece of the text: words, the end of a line, or a tag with its attributes."""

    kind: Literal["words", "end", "start", "stop"]
    text: str
    place: Place
    attributes: str = ""


def attributes_of(token: Token) -> dict[str, str]:
    """Return the attributes of a tag, names in small letters, values without quotes and entities."""
    return {
        name.lower(): unescape(value[1:-1] if value[:1] in ("'", '"') else value)
        for name, value in _ATTRIBUTE.findall(token.attributes)
    }


class _Scanner:
    """Takes one text apart; `at` is how far it came, and a line begins at `begin`."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.number = 1
        self.begin = 0
        self.last = text.rfind(">")
        self.has_quotes = True

    def place(self, at: int) -> Place:
        return Place(line=self.number, column=at - self.begin + 1)

    def go_to(self, end: int) -> None:
        """Go on, over ends of lines as well."""
        inside = self.text.count("\n", self.at, end)
        if inside:
            self.number += inside
            self.begin = self.text.rfind("\n", self.at, end) + 1
        self.at = end

    def tokens(self) -> Iterator[Token]:
        while found := _TOKEN.match(self.text, self.at):
            kind, words, place = found.lastgroup, found.group(), self.place(self.at)
            if kind == "comment" or (kind == "remark" and self.at < self.last):
                close, length = ("-->", 3) if kind == "comment" else (">", 1)
                end = self.text.find(close, self.at + 2)
                self.go_to(len(self.text) if end < 0 else end + length)
            elif kind == "tag" and (token := self._tag(found)):
                yield token
            else:
                self.go_to(found.end())
                words = unescape(words) if kind == "entity" else words
                yield Token(kind="end" if kind == "end" else "words", text=words, place=place)

    def _tag(self, found: re.Match[str]) -> Token | None:
        """Return the tag that begins here, unless HTML has none of that name or it never ends."""
        closes = found.group().startswith("</")
        name = found.group().strip("</").lower()
        if (name not in _KNOWN and ":" not in name and "-" not in name) or self.at > self.last:
            return None
        end = self._end(found.end())
        if end is None:
            return None
        token = Token(
            kind="stop" if closes else "start",
            text=name,
            place=self.place(self.at),
            attributes=self.text[found.end() : end],
        )
        self.go_to(end + 1)
        if name in _RAW and not closes:
            closing = _RAW[name].search(self.text, self.at)
            self.go_to(closing.start() if closing else len(self.text))
        return token

    def _end(self, at: int) -> int | None:
        """Return where a tag ends: not inside quotes, unless some quote of the text never ends."""
        start = at
        while found := _STOP.search(self.text, at):
            at = found.end()
            if found.group() == ">":
                return found.start()
            if found.group() == "<" and not self.has_quotes:
                return None
            if found.group()[0] == "=" and self.has_quotes:
                close = self.text.find(found.group()[-1], at)
                at = at if close < 0 else close + 1
        if not self.has_quotes:
            return None
        self.has_quotes = False
        return self._end(start)


def tokens(text: str) -> Iterator[Token]:
    """Return the pieces of a text whose lines end in line feeds. Comments and declarations are none."""
    return _Scanner(text).tokens()
