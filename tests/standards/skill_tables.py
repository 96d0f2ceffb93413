"""What do the skill documents print: items, knowledge items, levels, the overview of the skill area?

Told twice: by a second table, typed from the documents on its own, and by the documents where they lie beside the repository.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise, takewhile
from pathlib import Path
from typing import Final

from kijun.text import Language

_TABLES: Final = Path(__file__).with_name("printed")
DOCUMENTS: Final = Path(__file__).resolve().parents[2].parent / "shared" / "documents"

_FIELDS: Final = {
    "Hardware": "hardware",
    "Software": "software",
    "Facility Management": "facility-management",
    "ハードウェア": "hardware",
    "ソフトウェア": "software",
    "ファシリティマネジメント": "facility-management",
}
_FIELD_FOLLOWS: Final = ("Specialty Field:", "Specialty area:")
_DIVIDER: Final = re.compile(r"専門分野：(\w+)")
_LABELS: Final = {"common": ("job category common", "職種共通"), "specific": ("specific", "専門分野固有")}
_LEVEL: Final = re.compile(r"(?:Level |レベル)\d")
_BULLETS: Final = ("-", "－", "―")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing that is printed.

    `kind` is common or specific (a skill item, by what the overview says), label (what stands over the item's table), knowledge,
    filled or blank (a headed level), role (a title that a level's text names), overview or overview-knowledge. `field` is "common" in the overview's common group.
    `number` is the position among its like, or the level.
    """

    kind: str
    field: str
    item: str
    number: int | None
    name: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """Where the skills of an edition's category are printed: the document, its language, the lines of the overview."""

    edition: str
    category: str
    document: str
    language: Language
    comma: str
    overview: range


EDITIONS: Final = (
    Printed(
        edition="itss/v3-2008",
        category="customer-service",
        document="000",
        language="en",
        comma=",",
        overview=range(44, 96),
    ),
    Printed(
        edition="itss/v3-2011",
        category="customer-service",
        document="001",
        language="ja",
        comma="、",
        overview=range(1443, 1560),
    ),
)


@cache
def table(edition: str) -> tuple[Fact, ...]:
    """Return the second table of an edition, in printed order."""
    path = _TABLES / f"skills-{edition.partition('/')[2]}.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            Fact(
                kind=row["fact"],
                field=row["field"],
                item=row["item"],
                number=int(row["number"]) if row["number"] else None,
                name=row["name"],
                line=int(row["line"]),
            )
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        )


def of_kinds(facts: Sequence[Fact], *kinds: str) -> list[Fact]:
    """Return the facts of some kinds, in their order."""
    return [fact for fact in facts if fact.kind in kinds]


@cache
def lines_of(document: str) -> tuple[str, ...]:
    """Return the lines of a document; the first is line 1, before it stands nothing."""
    (path,) = DOCUMENTS.glob(f"{document}-*.txt")
    return ("", *path.read_text(encoding="utf-8").split("\n"))


def squeezed(text: str) -> str:
    """Return a text without any blank, as the wraps of an extract put them anywhere."""
    return "".join(text.split())


def tables_in(printed: Printed) -> list[Fact]:
    """Read the tables of the skill items out of a document: items (whether common or not), labels, knowledge, levels."""
    found: list[Fact] = []
    fields = _fields(printed)
    field = item = label = opened = ""
    labelled = 0
    for line, text in _lines_of_tables(printed):
        field = fields.get(line, field)
        kind = _mark(text)
        match kind or f"below {opened}":
            case "item":
                item = text.removeprefix("●")
                found.append(Fact(kind="item", field=field, item=item, number=None, name=item, line=line))
                found.append(Fact(kind="label", field=field, item=item, number=None, name=label, line=labelled))
            case "knowledge":
                found.append(Fact(kind=kind, field=field, item=item, number=None, name=text[1:], line=line))
            case "blank":
                found.append(Fact(kind=kind, field=field, item=item, number=int(text[-1]), name="", line=line))
            case "common" | "specific":
                label, labelled = kind, line
            case "below knowledge":
                found[-1] = replace(found[-1], name=f"{found[-1].name} {text}")
            case "below blank":
                found[-1] = replace(found[-1], kind="filled", line=line)
        opened = kind or ("knowledge" if opened == "knowledge" else "")
    return list(_numbered(found))


def proficiency_in(printed: Printed, line: int) -> str:
    """Return what a document says of a level, from its first line to the next mark, without blanks."""
    below = takewhile(lambda text: not _mark(text.strip()), lines_of(printed.document)[line:])
    return squeezed("".join(below))


def overview_in(printed: Printed) -> Mapping[int, str]:
    """Read the overview out of a document: what stands under each heading, the heading included, by its line, without blanks."""
    found: dict[int, str] = {}
    heading = 0
    for line in printed.overview:
        text = squeezed(lines_of(printed.document)[line])
        if text.startswith("●"):
            heading = line
        if heading:
            found[heading] = found.get(heading, "") + text
    return found


def _lines_of_tables(printed: Printed) -> Iterator[tuple[int, str]]:
    for line, text in enumerate(lines_of(printed.document)):
        if line not in printed.overview and text.strip():
            yield line, text.strip()


def _mark(text: str) -> str:
    if text.startswith("●"):
        return "item"
    if text.startswith(_BULLETS):
        return "knowledge"
    if _LEVEL.fullmatch(text):
        return "blank"
    if text.startswith(("[", "【")):
        return next((kind for kind, words in _LABELS.items() if any(word in text.lower() for word in words)), "")
    return ""


def _fields(printed: Printed) -> Mapping[int, str]:
    """Return where a field begins: where its name stands over a table, or where the first heading comes again."""
    lines = list(_lines_of_tables(printed))
    named = {line: _FIELDS[text] for (_, before), (line, text) in pairwise(lines) if before in _FIELD_FOLLOWS}
    headings = [(line, text) for line, text in lines if text.startswith("●")]
    beginnings = [line for line, text in headings if text == headings[0][1]]
    dividers = [_FIELDS[divider[1]] for _, text in lines if (divider := _DIVIDER.fullmatch(text))]
    return named or dict(zip(beginnings, dividers, strict=True))


def _numbered(facts: Sequence[Fact]) -> Iterator[Fact]:
    """Count items in their field and knowledge items in their item, from 1."""
    seen: Counter[tuple[str, str, str]] = Counter()
    for fact in facts:
        if fact.kind in {"item", "knowledge"}:
            among = (fact.kind, fact.field, fact.item if fact.kind == "knowledge" else "")
            seen[among] += 1
            yield replace(fact, number=seen[among])
        else:
            yield fact
