"""Which printed line is a heading, and of what?

A heading is told by its words and by the signs around them; look-alikes and widths are folded before. What the sign of a
bullet is to other lines, this file leaves to `clauses`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from kijun.documents.fold import Folded, fold
from kijun.documents.printed import Line

HeadingKind = Literal[
    "business",  # the contribution to the business: responsibility, complexity and size follow
    "professional",  # the professional contribution: expertise, succession and mentoring follow
    "responsibility",
    "complexity",
    "size",
    "note",
    "indicator",  # a cell's field and level
    "indicator-title",  # the indicators of a category
    "field",  # a field without a level
    "level",
    "job-description",
    "category",
    "skill-table",  # skill proficiency and knowledge items of a category
    "skill-columns",  # the column headings of such a table
    "skill-area",  # the overview of the skill items of a category
    "common-items",
    "specific-items",
    "any-items",
    "knowledge",
    "other",  # the title of a part that holds nothing to read
]

_B: Final = r"[●○■◆◇・•*]?"
_PATTERNS: Final[tuple[tuple[HeadingKind, re.Pattern[str]], ...]] = (
    ("business", re.compile(r"[\[【]\s*(?:ビジネス貢献|business contributions?)\s*[\]】]?$")),
    (
        "professional",
        re.compile(r"[\[【]\s*(?:プロフェッショナル貢献|プロフェショナル貢献|professional contributions?)\s*[\]】]?$"),
    ),
    ("responsibility", re.compile(r"[●○■◆] ?(?:責任性|responsibilit(?:y|ies))(?P<rest>(?:[^ぁ-ん].*)?)$")),
    ("complexity", re.compile(r"[●○■◆] ?(?:複雑性|complexit(?:y|ies))(?P<rest>(?:[^ぁ-ん].*)?)$")),
    ("size", re.compile(r"[●○■◆] ?(?:サイズ|sizes?)(?P<rest>(?:[^ぁ-ん].*)?)$")),
    ("note", re.compile(r"[<\[【]\s*(?:注釈|備考|注記?|remarks?|notes?)\s*[>\]】](?P<rest>.*)$")),
    (
        "indicator",
        re.compile(
            r"(?:専門分野|specialty (?:field|area)s?)\s*[::]?\s*(?P<name>.*?)\s*(?:レベル|level|lv\.?)\s*:?\s*(?P<level>\d{1,2})$"
        ),
    ),
    (
        "indicator-title",
        re.compile(r"(?P<name>.+?)の達成度指標$|key performance indicators?\s*:?\s*(?P<name_en>.+)?$|達成度指標$"),
    ),
    (
        "skill-table",
        re.compile(r"(?P<name>.+?)のスキル熟達度・知識項目$|skill proficiency/knowledge items of (?P<name_en>.+)$"),
    ),
    ("skill-area", re.compile(r"(?P<name>.+?)のスキル領域$|skill areas? of (?P<name_en>.+)$|スキル領域$")),
    (
        "skill-columns",
        re.compile(
            r"スキル項目と知識項目(?:スキル熟達度)?$|スキル熟達度$|skill items? and knowledge items?(?: skill proficiency)?$|skill proficiency$"
        ),
    ),
    (
        "common-items",
        re.compile(r"[\[【]+\s*(?:職種共通スキル項目|job category common skill items?)\s*[\]】]*$|職種共通スキル項目$"),
    ),
    (
        "specific-items",
        re.compile(
            r"[\[【]+\s*(?:専門分野固有スキル項目|specialty (?:field|area) specific skill items?)\s*[\]】]*$|専門分野固有スキル項目$"
        ),
    ),
    ("any-items", re.compile(r"[\[【]+\s*(?:スキル項目|skill items?)\s*[\]】]+$")),
    ("knowledge", re.compile(r"[\[【]+\s*(?:知識項目|knowledge items?)\s*[\]】]+$")),
    ("job-description", re.compile(r"職種の説明$|(?:job )?description of (?:the )?job category$|job description$")),
    ("category", re.compile(r"(?:職種|job category)\s*(?::\s*(?P<name>.*))?$")),
    ("field", re.compile(r"(?:専門分野|specialty (?:field|area)s?)\s*(?::?\s*(?P<name>.*))?$")),
    ("level", re.compile(r"(?:レベル|level|lv\.?)\s*:?\s*(?P<level>\d{1,2})$")),
    (
        "other",
        re.compile(
            r"(?:職種の概要と達成度指標|職種の概要|スキル領域とスキル熟達度|スキル熟達度・知識項目|.*の概要|概要|スキル項目"
            r"|skill area and skill proficiency|skill areas?|skill items?|skill proficiency/knowledge items"
            r"|[(]\d{1,2}[)].{1,40})$"
        ),
    ),
)
"""Heading -> how its folded line looks; the first that fits."""

_ANY: Final = re.compile("|".join(f"(?:{re.sub('[?]P<[^>]+>', '?:', each.pattern)})" for _, each in _PATTERNS))
"""Whether a line is any heading at all: most lines are none."""

CLAUSES: Final = frozenset({"responsibility", "complexity", "size"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading: its kind, the name and the level that it prints, and the words after it on its line.

    `name_at` and `rest_at` are where those begin in the printed line.
    """

    kind: HeadingKind
    name: str = ""
    name_at: int = 0
    level: int | None = None
    rest: str = ""
    rest_at: int = 0


def find_heading(line: Line) -> Heading | None:
    """Return the heading that a line is, or None.

    >>> from kijun.documents.printed import Place
    >>> find_heading(Line(text="専門分野 ネットワーク   レベル４", place=Place(line=1))).level
    4
    """
    text = line.text
    if len(text) > _LONGEST and text.lstrip()[:1] not in "●○■◆<〈＜【[":
        return None
    folded = fold(text)
    if not folded.text:
        return None
    return heading_of(folded, text)


_LONGEST: Final = 120
_SEPARATED: Final = re.compile(
    r"\s*(?:専門分野\s*(?:$|[:：\s])|[Ss][Pp][Ee][Cc]\S+ [FfAa]\S+\s*(?:$|[:：]|[^.]{1,60}$))"
)


def heading_of(folded: Folded, text: str) -> Heading | None:
    """Return the heading that a folded line is, or None."""
    if _ANY.match(folded.text) is None:
        return None
    for kind, pattern in _PATTERNS:
        match = pattern.match(folded.text)
        if match is not None and not (kind == "field" and not _SEPARATED.match(text)):
            return _heading(kind, match, folded, text)
    return None


def _heading(kind: HeadingKind, match: re.Match[str], folded: Folded, text: str) -> Heading:
    groups = match.groupdict()
    name, name_at = _printed(match, "name" if groups.get("name") else "name_en", folded, text)
    rest, rest_at = _printed(match, "rest", folded, text)
    level = groups.get("level")
    return Heading(
        kind=kind, name=name, name_at=name_at, level=int(level) if level else None, rest=rest, rest_at=rest_at
    )


def _printed(match: re.Match[str], group: str, folded: Folded, text: str) -> tuple[str, int]:
    """Return a group of a match as it is printed, and where it begins."""
    if not match.groupdict().get(group):
        return "", 0
    start = folded.printed_at(match.start(group))
    end = folded.printed_at(match.end(group) - 1) + 1
    words = text[start:end]
    return words.strip(), start + len(words) - len(words.lstrip())


def is_nameless(name: str) -> bool:
    """Return whether what is printed as the name of a field is only a dash: the document has no fields."""
    return not name.strip("－-ー―‐– \u3000")
