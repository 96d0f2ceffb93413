"""What does the job description of a category say: its fields, the phases in which it is at work, its activities, what it answers for?

The words themselves are kept as passages; only names and their order are taken from them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from kijun.documents.fold import fold, fold_name
from kijun.documents.names import Names
from kijun.documents.passage import Passage, join, words_of
from kijun.documents.printed import Line, Place
from kijun.documents.recognise.clauses import cut
from kijun.documents.recognise.phases import KIND, Phase, main_phases, phases_of
from kijun.documents.recognise.sections import Section
from kijun.documents.shipped_words import named_twice
from kijun.framework.dump import Plain

_Kind = Literal["field", "phase", "activity", "fields-follow", "words"]

_SIGNS: Final[tuple[tuple[_Kind, re.Pattern[str]], ...]] = (
    ("field", re.compile(r"[●○■◆◇]\s?(?=[^。.]{1,80}$)")),
    ("phase", re.compile(r"[-ー一]\s?(?=[^。.]{1,80}$)")),
    ("activity", re.compile(r"[・•*‣∙]\s?(?=\S)")),
)
_FIELDS_FOLLOW: Final = re.compile(r"専門分野に(?:区分|分類|分か|分け)|\b(?:classified|divided|broken down) into\b")
_ANSWERS: Final = re.compile(
    r"(?P<ja>[^。]*責任を(?:持|有|負|も)[^。]*)|(?P<en>[^.]*\b(?:responsible for|answers? for|accountable for|responsibility for)\b[^.]*)"
)
_KATAKANA: Final = re.compile(r"[\u30a1-\u30fa\u30fc]")


@dataclass(frozen=True, slots=True, kw_only=True)
class JobActivity:
    """An activity, and the phase in which it is done."""

    phase: str
    words: Passage

    def plain(self) -> dict[str, Plain]:
        """Return the activity in the shape of a structure file."""
        return {"phase": self.phase, "name": named_twice(words_of(self.words))}


@dataclass(frozen=True, slots=True, kw_only=True)
class JobDescription:
    """A job description: where it begins, what it says, its fields with their descriptions, its phases and activities.

    `headed_levels` are the levels that head the rows of the overview, where one is printed as lines.
    """

    place: Place
    description: Passage | None
    answers_for: Passage | None
    fields: tuple[tuple[Passage, Passage | None], ...]
    phases: tuple[Phase, ...]
    activities: tuple[JobActivity, ...]
    headed_levels: tuple[int, ...] | None = None


@dataclass(slots=True, kw_only=True)
class _Sorted:
    """The lines of a job description, by what they belong to."""

    words: list[Line] = field(default_factory=list)
    activities: list[tuple[Passage | None, list[Line]]] = field(default_factory=list)
    phases: list[Passage] = field(default_factory=list)
    fields: list[tuple[Passage, list[Line]]] = field(default_factory=list)


def recognise_job_description(
    section: Section, names: Names, document: str, *, headed_levels: tuple[int, ...] | None = None
) -> JobDescription:
    """Return what a job description says. `names` identifies its phases, `document` is the one that prints them."""
    found = _sort(section)
    told = join(found.words) if found.words else None

    def identify(name: Passage) -> str:
        return names.identify(KIND, name, document=document, within=section.category)

    heads = {fold_name(words_of(phase)) for phase in found.phases}
    main = None
    if told is not None:
        main = main_phases(
            told, lambda words: fold_name(words) in heads or names.glossary.find(KIND, words) is not None
        )
    return JobDescription(
        place=section.lines[0].place,
        description=_before(told, main.start) if told is not None and main is not None else told,
        answers_for=_answers_for(told),
        fields=tuple((name, join(lines) if lines else None) for name, lines in found.fields),
        phases=tuple(phases_of(main.named if main else (), found.phases, identify)),
        activities=tuple(
            JobActivity(phase=identify(phase), words=join(lines))
            for phase, lines in found.activities
            if phase is not None
        ),
        headed_levels=headed_levels,
    )


def _sort(section: Section) -> _Sorted:
    found = _Sorted()
    lines = [line for position, line in enumerate(section.lines) if position not in section.headings]
    before: _Kind = "words"
    for line in lines:
        kind, start = _kind_of(line, before, found.words)
        rest = cut(line, start)
        if kind == "field":
            found.fields.append((join([rest]), []))
        elif kind == "phase":
            found.phases.append(join([rest]))
        elif kind == "activity":
            found.activities.append((found.phases[-1] if found.phases else None, [rest]))
        elif kind == "words" and found.fields:
            found.fields[-1][1].append(line)
        elif kind == "words" and before == "activity" and line.after != "block":
            found.activities[-1][1].append(line)
            continue
        elif kind == "words":
            found.words.append(line)
        before = kind
    return found


def _kind_of(line: Line, before: _Kind, words: Sequence[Line]) -> tuple[_Kind, int]:
    """Return what a line is, and where its words begin.

    The sign of a bullet may be a letter: after a word of katakana that a wrap has cut, it is one.
    """
    folded = fold(line.text)
    if _FIELDS_FOLLOW.search(folded.text):
        return "fields-follow", 0
    for kind, sign in _SIGNS:
        match = sign.match(folded.text)
        if match is None or not folded.text[match.end() :].strip():
            continue
        is_letter = folded.text[0] in "ー一" and before == "words" and bool(words) and _goes_on(words[-1], folded.text)
        if not is_letter:
            return kind, folded.printed_at(match.end())
    return "words", 0


def _goes_on(last: Line, text: str) -> bool:
    return _KATAKANA.search(last.text.rstrip()[-1:]) is not None and _KATAKANA.match(text[1:2]) is not None


def _before(told: Passage, end: int) -> Passage | None:
    return told.folded_part(0, end) if end > 0 else None


def _answers_for(told: Passage | None) -> Passage | None:
    """Return the last sentence that says what the category answers for."""
    found = [*_ANSWERS.finditer(told.folded.text)] if told is not None else []
    if told is None or not found:
        return None
    group = found[-1].lastgroup or "ja"
    return told.folded_part(found[-1].start(group), found[-1].end(group))
