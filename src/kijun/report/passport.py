"""What does the report hold, before anybody draws it?

Texts and numbers only: what both renderers print, and nothing that they would have to compute.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date

from kijun.citation import Citation
from kijun.evidence.person import Name
from kijun.text import Language, Text, same


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A part of a cell in words; `mark` is met, not met or unknown."""

    mark: str
    name: Text
    headline: Text
    details: tuple[Text, ...]
    citation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A cell of the career map: its shape, and the words that say the same."""

    level: int
    kind: str
    words: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class MapRow:
    """A field of the career map."""

    name: Text
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CareerMap:
    """The career map of one category: fields down, levels across, by their names or numbers."""

    title: Text
    levels: tuple[Text, ...]
    rows: tuple[MapRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """Where the person stands in a field, the holes below, and the proof of the highest cell met."""

    field: Text
    edition: Text
    short: Text
    level: Text
    holes: tuple[Text, ...]
    cell: Text | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """An engagement: its number in the report, its period, and what may be said of it.

    `end` None is still running; `kind` is done, failed or running. `masked` says what is left out.
    """

    number: int
    title: Text
    role: Text
    start: date
    end: date | None
    period: Text
    kind: str
    outcome: Text
    facts: tuple[Text, ...]
    masked: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Career:
    """The engagements over time; `finding` is the title of the drawing."""

    finding: Text
    summary: Text
    jobs: tuple[Job, ...]
    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """A skill item: the level that is asked, and the levels given by the person, by an assessor and by a superior."""

    name: Text
    target: int
    own: int | None
    assessor: int | None
    superior: int | None = None

    def given(self, rater: str) -> int | None:
        """Return the level that one of the raters gave."""
        return {"self": self.own, "superior": self.superior, "assessor": self.assessor}[rater]


@dataclass(frozen=True, slots=True, kw_only=True)
class Skills:
    """The skill items of a field against a level; `axes` is empty where nothing can be drawn, and `note` says why.

    `raters` are those whose ratings are shown; `level_names` are those of a standard that does not number its levels.
    """

    title: Text
    finding: Text
    summary: Text
    highest: int
    axes: tuple[Axis, ...]
    note: Text | None
    raters: tuple[str, ...] = ("self", "assessor")
    level_names: Mapping[int, Text] = field(default_factory=dict)

    def called(self, level: int) -> Text:
        """Return a level by its name, or by its number."""
        return self.level_names.get(level) or same(str(level))


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One way to what is missing: its steps, each with what it must be like, and how many and by when."""

    steps: tuple[tuple[Text, tuple[Text, ...]], ...]
    summary: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A cell that is next: what is short or unknown, and the plans that make it met."""

    cell: Text
    mark: str
    outcome: Text
    lines: tuple[Line, ...]
    plans: tuple[Plan, ...]
    note: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """An edition that was judged in: its documents, the policies that shaped the verdicts, and the digests of its lineage."""

    id: str
    name: Text
    documents: tuple[tuple[str, Text], ...]
    policies: tuple[Text, ...]
    digests: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Official words of a part of a cell, as printed, line by line."""

    part: Text
    language: Language
    words: str
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """The official words of a cell."""

    cell: Text
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passport:
    """Everything that a report prints.

    `wording` is empty where the official words are not asked for; `sources` are the files that they were taken from.
    """

    name: Name
    employee: str
    team: str | None
    on: date
    day: Text
    maps: tuple[CareerMap, ...]
    silent: tuple[Text, ...]
    nothing: Text
    reached: tuple[Reached, ...]
    career: Career | None
    skills: Skills
    gaps: tuple[Gap, ...]
    others: tuple[Text, ...]
    grounds: tuple[Ground, ...]
    masked: tuple[Text, ...]
    record_digest: str
    command: str
    version: str
    wording: tuple[Quoted, ...] = ()
    sources: tuple[str, ...] = ()


def texts(value: object) -> Iterator[str]:
    """Yield every string that a report prints, in either language.

    >>> list(texts((Text(ja="責任性", en="responsibility"), 3)))
    ['責任性', 'responsibility']
    """
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from texts(each)
    elif isinstance(value, tuple | list):
        for each in value:
            yield from texts(each)
    elif is_dataclass(value):
        for each in fields(value):
            yield from texts(getattr(value, each.name))
