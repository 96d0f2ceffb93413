"""Under which circumstances does a clause want the work: phases, whom one leads, whom one works with, what one answers for?

They are shown, and not judged: what is not recognised stays in the official wording, without a question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kijun.documents.notebook import Notebook
from kijun.documents.recognise.bounds import bounds_in
from kijun.documents.recognise.name_lists import Span, known_names, split_list
from kijun.documents.recognise.sentence import TAKEN, Sentence
from kijun.framework.dump import Plain

_W: Final = rf"[^、。(){TAKEN}]{{1,30}}?"  # words without a break
_WS: Final = rf"[^。(){TAKEN}]{{1,60}}?"  # words that may hold a list
_FROM: Final = rf"(?:^|(?<=[。、{TAKEN}])|(?<=として)|(?<=とともに)|(?<=における)|(?<=を取り))"
_Said = tuple[str, tuple[str, ...], re.Pattern[str]]
"""The kind, words one of which is in it, and how it is said."""

_PATTERNS: Final[tuple[_Said, ...]] = (
    ("phases", ("局面",), re.compile(r"(?P<one>(?:いずれかの|一連の)局面)(?:に|で|において)")),
    ("phases", ("局面",), re.compile(rf"{_FROM}(?P<list>{_WS})の局面(?:における|において、?|で、?)")),
    (
        "answers-for",
        ("責任",),
        re.compile(rf"{_FROM}(?P<one>{_W})の?責任を(?:有|持|負|担)(?:する|つ|う|し|ち|い|って)?(?:とともに|、)?"),
    ),
    (
        "leads",
        ("リード", "統括", "指揮", "主導"),
        re.compile(rf"{_FROM}(?P<one>{_W})を(?:リード|統括|指揮|主導)(?:する|し)、?"),
    ),
    (
        "main-component-area",
        ("主たる担当領域",),
        re.compile(r"(?P<one>[^、。()\x00]{1,30})\([^()]*\)の[内う]ち?、主たる担当領域を(?:1つ|一つ)?有し、?"),
    ),
    (
        "any-component-area",
        ("いずれかの",),
        re.compile(r"[^、。()\x00]{1,30}\([^()]*\)の[内う]ち?、(?P<one>いずれかの[^、。()]{1,20})に参画し、?"),
    ),
    (
        "qualities",
        ("満足",),
        re.compile(rf"(?:{_FROM}|(?<=を取り))(?:[^、。()\x00]{{1,12}}の)?(?P<list>{_WS})(?:等|など)?を満足(?:する|し)"),
    ),
    ("expertise-in", ("専門性",), re.compile(rf"{_FROM}(?P<one>{_W})に関する専門性を(?:有し|有する|持ち)、?")),
    (
        "basic-knowledge",
        ("知識",),
        re.compile(rf"{_FROM}(?P<one>{_W})に関する基[本礎]的?な?知識を(?:有し|有する|持ち)、?"),
    ),
    ("works-with", ("連携",), re.compile(rf"{_FROM}(?P<with>{_W})と連携(?:を取り|し)、?")),
    ("manner", ("独力",), re.compile(rf"(?P<one>{_W}の指導の(?:もと|下)に?、?一部を独力で)")),
    (
        "under-direction",
        ("指示", "指導", "監督"),
        re.compile(
            rf"{_FROM}(?P<one>{_W}の(?:指示|指導|監督)(?:・指導)?"
            rf"(?:の(?:下|もと)(?:、(?:あるいは|又は|または|もしくは){_W}に従[いっ]て?)?|に従[いっ]て?))(?:で|に)?、?"
        ),
    ),
    ("judgement-required", ("活用",), re.compile(rf"{_FROM}(?P<one>{_W})を活用して、")),
    ("judgement-required", ("求められる",), re.compile(rf"{_FROM}(?P<one>{_W})の求められる、?")),
    ("manner", ("指導を受けて",), re.compile(r"(?P<one>指導を受けて)")),
    (
        "leads",
        ("lead",),
        re.compile(r"\bleads? (?:the )?(?P<one>[a-z][a-z, -]*?)(?=,? (?:through|as|during|in)\b|,? and has\b|[.;])"),
    ),
    (
        "leads",
        ("responsibility",),
        re.compile(r"\bhas (?:the )?responsibility for (?:the )?(?P<one>[a-z][a-z -]*?)(?=[,.;]| as\b)"),
    ),
    (
        "through-whole-activities",
        ("through",),
        re.compile(r"\bthrough (?:the )?whole (?:of )?(?:the )?(?P<one>[a-z][a-z -]*?)(?=[,.;]| as\b)"),
    ),
    (
        "outcome-qualities",
        ("expected",),
        re.compile(rf"\bwith expected (?P<list>[a-z][a-z, -]*?)(?=[.;({TAKEN}]|$| \d| {TAKEN})"),
    ),
)
"""How each kind is said. `one` is one name, `list` names parted by commas or "and", `with` those parted by や."""

_TEAM: Final = re.compile(rf"(?P<one>[^、。()ぁ-ん{TAKEN}]{{1,30}}チーム)の?(?:メンバー?|一員)として、?")
_SPLIT: Final = re.compile(r"、?(?:および|及び|並びに|ならびに)|、|,? and |, ")
_WITH: Final = re.compile(r"[や、]|及び|および")


def recognise_circumstances(sentence: Sentence, part: str, cell: Notebook) -> None:
    """Write the circumstances of a clause, and take their words."""
    _recognise(sentence, part, cell, _PATTERNS)


def recognise_team(sentence: Sentence, part: str, cell: Notebook) -> None:
    """Write the team whose member one is, where that is not the role that the clause asks for."""
    _recognise(sentence, part, cell, (("serves-as-team-member", ("チーム",), _TEAM),))


def _recognise(sentence: Sentence, part: str, cell: Notebook, patterns: Sequence[_Said]) -> None:
    found: list[tuple[int, str, list[Span]]] = []
    for kind, words, pattern in patterns:
        if not any(word in sentence.text for word in words):
            continue
        for match in pattern.finditer(sentence.open):
            if any(bounds.printed is None for bounds in bounds_in(match.group())):
                continue  # a threshold is never only a circumstance
            found.append((match.start(), kind, list(_names(sentence, match, cell))))
            sentence.take(*match.span())
    if not found:
        return
    found.sort()
    kinds: dict[str, list[Plain]] = {}
    for _, kind, spans in found:
        names = kinds.setdefault(kind, [])
        for span in spans:
            name = cell.name("circumstance", sentence.part(*span), detail=kind)
            if name not in names:
                names.append(name)
    value: list[Plain] = [{"kind": kind, "of": names} for kind, names in kinds.items()]
    cell.write(f"{part}/circumstances", value, sentence.place(found[0][0]))


def _names(sentence: Sentence, match: re.Match[str], cell: Notebook) -> Iterator[Span]:
    """Yield where the names stand; of names that hold the sign that parts a list, the longest known one is taken."""
    groups = match.groupdict()
    if groups.get("one"):
        yield match.span("one")
        return
    group, pattern = ("with", _WITH) if groups.get("with") else ("list", _SPLIT)
    yield from known_names(sentence, "circumstance", split_list(sentence.text, *match.span(group), pattern), cell)
