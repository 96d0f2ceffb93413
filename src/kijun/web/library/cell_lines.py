"""What does a cell ask, line by line, with the place where each is printed?"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kijun.citation import Citation
from kijun.framework.edition import Edition
from kijun.framework.indicator import PARTS, Indicator
from kijun.framework.phrase import phrase_part
from kijun.judgement.explain import PART_NAMES
from kijun.text import Text

EXAM = "exam"
_EXAM_NAME = Text(ja="試験の注釈", en="examination")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a part, in words, and where it is printed; `more` are the lists that it goes on to."""

    words: Text
    citation: Citation
    more: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartLines:
    """A part of a cell; `path` is its address, empty for the note on the examination, which has none."""

    id: str
    name: Text
    path: str
    lines: tuple[Line, ...]


def part_name(part: str) -> Text:
    """Return what a part is called, the note on the examination with them."""
    return PART_NAMES.get(part, _EXAM_NAME)


def lines_of(cell: Indicator, part: str, edition: Edition) -> tuple[Line, ...]:
    """Return the lines of a part in printed order; none where the cell does not have it."""
    said = phrase_part(cell, part, edition.vocabulary)
    lines = [Line(words=words, citation=cell.cited(below)) for below, words in said]
    cited = {str(line.citation) for line in lines}
    own = (citation for path, citation in cell.citations.items() if _part_at(path) == part)
    more = {str(citation): citation for citation in own if str(citation) not in cited}
    return (*(replace(line, more=tuple(more.values())) for line in lines[:1]), *lines[1:])


def _part_at(path: str) -> str:
    """Return the part that a path below a cell belongs to; the clause of the sizes is one of the size."""
    part = path.partition("/")[0]
    return "size" if part == "size_clause" else part


def parts_of(cell: Indicator, edition: Edition) -> list[PartLines]:
    """Return the parts that a cell has, and the note on the examination, in printed order."""
    found = []
    for part in (*PARTS, EXAM):
        lines = lines_of(cell, part, edition)
        path = "" if part == EXAM else f"{cell.path}/{part}"
        if lines:
            found.append(PartLines(id=part, name=part_name(part), path=path, lines=lines))
    return found


def thresholds_of(cell: Indicator) -> list[tuple[Text, Text]]:
    """Return the numbers of a cell at a glance: how often or long, and how many of how many."""
    found = []
    asked = cell.responsibility
    if asked is not None:
        many = asked.at_least
        years = Text(ja=f"{many}年以上", en=f"{many} year{'s' * (many != 1)} or more")
        times = Text(ja=f"{many}回以上", en=f"{many} time{'s' * (many != 1)} or more")
        found.append(("responsibility", times if asked.slots is not None else years))
    for part, counted in (
        ("complexity", cell.complexity),
        ("expertise", cell.expertise),
        ("succession", cell.succession),
    ):
        if counted is not None:
            found.append((part, _share(counted.at_least, len(counted.of))))
    if cell.proficiency is not None:
        many = cell.proficiency.at_least
        found.append(("proficiency", Text(ja=f"{many}項目以上", en=f"{many} item{'s' * (many != 1)} or more")))
    return [(part_name(part), words) for part, words in found]


def _share(many: int | str, of: int) -> Text:
    match many:
        case "some":
            return Text(ja=f"{of}のうち幾つか", en=f"some of {of}")
        case "all":
            return Text(ja=f"{of}のすべて", en=f"all of {of}")
        case _:
            return Text(ja=f"{of}のうち{many}以上", en=f"at least {many} of {of}")
