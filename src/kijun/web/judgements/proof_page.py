"""What does the page of a cell tell: its proof part by part, and where it leads?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from django.urls import reverse
from django.utils.safestring import SafeString

from kijun.framework.edition import Edition
from kijun.framework.structure import Field
from kijun.judgement.explain import PART_NAMES, Said, explain, not_examined, say_outcome
from kijun.judgement.explain_fact import say_open_fact
from kijun.judgement.proof import CellJudgement, OpenFact, PartJudgement, Proof
from kijun.judgement.record_judgement import EditionJudgement
from kijun.text import Text, same
from kijun.verdict import MET
from kijun.web.judgements.addresses import (
    CONFIRMATION,
    confirmation_url,
    entries_of,
    library_url,
    names_with_urls,
    part_url,
    record_url,
)
from kijun.web.judgements.marks import mark_class, verdict_words
from kijun.web.judgements.policies import answers_of
from kijun.web.judgements.proof_tree import Branch, Teller
from kijun.web.judgements.queries import Asked
from kijun.web.judgements.titles import Naming, Titled, judge_titled
from kijun.web.library.queries import current_editions, editions
from kijun.web.library.templatetags.kijun import language_now, said
from kijun.web.people.models import Record

_SETTLES: Final = "would settle it: "
_NEARLY: Final = "nearly: "
_BETWEEN: Final = " /;"
"""What stands between the facts of a line, in either language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line below a headline; `kind` is near (a near miss), settle (a missing fact) or empty.

    `record` is where a missing fact is written down, by the person or, where `is_word`, by an assessor.
    """

    said: SafeString | str
    kind: str = ""
    record: str | None = None
    is_word: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of the cell as the page shows it."""

    id: str
    kind: str
    verdict: str
    name: str
    headline: SafeString
    citation: str
    citation_url: str
    lines: tuple[Line, ...]
    tree: tuple[Branch, ...]

    @property
    def is_deep(self) -> bool:
        """Whether something was found below what is asked."""
        return any(branch.branches for branch in self.tree)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    """What whoever reads may do to the record: `record` what it lacks, `confirm` what waits for an assessor's word."""

    record: bool
    confirm: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A printed cell: its edition and its field."""

    edition: Edition
    field: Field
    path: str
    level: int

    @property
    def name(self) -> Text:
        """What the cell is called."""
        return self.edition.cell_name(self.field, self.level)


def find_place(path: str) -> Place | None:
    """Return the printed cell of a path in whatever edition is installed, or None."""
    edition = next((each for each in editions() if path in each.indicators), None)
    if edition is None:
        return None
    indicator = edition.indicators[path]
    field = next(field for _, field in edition.fields() if field.path == indicator.field_path)
    return Place(edition=edition, field=field, path=path, level=indicator.level)


def judge_place(record: Record, place: Place, asked: Asked) -> tuple[Titled, EditionJudgement]:
    """Return the judgement of a record in the edition of a cell."""
    # Of an edition that is the newest of some categories only, the current one holds these alone.
    current = (field.path for each in current_editions() for _, field in each.fields())
    is_current = place.field.path in current
    titled = judge_titled(record, replace(asked, edition=None if is_current else place.edition.id))
    found = next(each for each in titled.judged.editions if each.edition.edition.id == place.edition.id)
    return titled, found


def cell_page(
    record: Record, place: Place, asked: Asked, *, person: str, query: str, may: Rights, back: str
) -> dict[str, Any]:
    """Return what the page of a cell shows. `back` is where one returns to when a fact is recorded."""
    titled, edition = judge_place(record, place, asked)
    cell = edition.cells[place.path]
    teller = _teller(record, titled, edition, cell, person=person, may=may, back=back)
    names = edition.edition.edition.vocabulary.name
    parts = [_part(each, cell, teller) for each in explain(cell, titled.judged.person, names)]
    circumstances = not_examined(cell.cell.indicator, names)
    flags = [place.edition.flags[each] for each in cell.cell.indicator.flags if each in place.edition.flags]
    return {
        "name": place.name,
        "outcome": say_outcome(cell),
        "kind": mark_class(cell.mark),
        "parts": parts,
        "circumstances": circumstances,
        "answers": answers_of(edition, cell),
        "changes": [flag for flag in flags if flag.is_change],
        "library": library_url(place.path),
        "levels": list(_levels(edition, place, person, query)),
        "others": list(_other_editions(record, place, asked, person, query)),
        "goal": _goal(place, person) if may.record and cell.verdict is not MET else None,
        "text_url": f"{query}{'&' if query else '?'}as=text",
        "text": _as_text(place, cell, titled, names),
    }


def _teller(
    record: Record,
    titled: Titled,
    edition: EditionJudgement,
    cell: CellJudgement,
    *,
    person: str,
    may: Rights,
    back: str,
) -> Teller:
    names, language = edition.edition.edition.vocabulary.name, language_now()
    entries = entries_of(record, person, may_edit=may.record)
    examination = [cell.minimum_by_examination] if cell.minimum_by_examination else []
    proofs = [part.proof for part in (*cell.parts.values(), *examination)]
    urls = names_with_urls(proofs, entries, names, language)
    for evidence in entries.of:
        letter = titled.labels.token.get(evidence.name)
        url = entries.url(evidence)
        if evidence.list == "engagements" and letter is not None and url is not None:
            urls[letter] = url

    def where(fact: OpenFact) -> str | None:
        if fact.fact == CONFIRMATION:
            return confirmation_url(person, fact.about, back) if may.confirm else None
        if not may.record:
            return None
        evidence = None if fact.evidence is None else titled.id_of(fact.evidence)
        return record_url(record, replace(fact, evidence=evidence), back)

    naming = Naming(labels=titled.labels, urls=urls, language=language)
    return Teller(person=titled.judged.person, names=names, naming=naming, record=where)


def _part(told: Said, cell: CellJudgement, teller: Teller) -> Part:
    judged = cell.parts.get(told.name) or cell.minimum_by_examination
    assert judged is not None, "what is told was judged"
    path = cell.cell.indicator.path
    naming = teller.naming
    return Part(
        id=told.name,
        kind=mark_class(told.verdict.value),
        verdict=verdict_words(told.verdict),
        name=said(PART_NAMES[told.name]),
        headline=naming.linked(told.headline, names=naming.urls),
        citation=str(told.citation),
        citation_url=part_url(path, told.name),
        lines=tuple(line for detail in told.details for line in _lines(detail, judged, teller)),
        tree=teller.tree(judged.proof),
    )


def _lines(detail: Text, part: PartJudgement, teller: Teller) -> Iterator[Line]:
    naming = teller.naming
    if not detail.en.startswith(_SETTLES):
        kind = "near" if detail.en.startswith(_NEARLY) else ""
        yield Line(said=naming.linked(detail, names=naming.urls), kind=kind)
        return
    # The line joins the facts that are told; here each stands by itself, so that it can be recorded.
    words = {fact: say_open_fact(fact, teller.names) for fact in open_facts_of(part.proof)}
    told = sorted(
        (fact for fact in words if words[fact].en in detail.en), key=lambda fact: detail.en.index(words[fact].en)
    )
    rest = detail.said_in(naming.language)
    for fact in told:
        piece = words[fact].said_in(naming.language)
        lead, _, rest = rest.partition(piece)
        shown, record = same(f"{lead.strip(_BETWEEN)} {piece}".strip()), teller.record(fact)
        is_word = fact.fact == CONFIRMATION
        yield Line(said=naming.linked(shown, names=naming.urls), kind="settle", record=record, is_word=is_word)
    if rest.strip(_BETWEEN):
        yield Line(said=naming.linked(same(rest.strip(_BETWEEN))), kind="settle")


def open_facts_of(proof: Proof) -> Iterator[OpenFact]:
    """Yield the facts that would settle a proof and that a record could hold."""
    yield from (fact for fact in proof.would_settle if fact.fact != "source")
    for child in proof.children:
        yield from open_facts_of(child)


def _levels(edition: EditionJudgement, place: Place, person: str, query: str) -> Iterator[dict[str, Any]]:
    printed = edition.edition.edition
    for indicator in printed.cells_of(place.field.path):
        cell = edition.cells[indicator.path]
        yield {
            "label": printed.level_name(indicator.level),
            "kind": mark_class(cell.mark),
            "said": say_outcome(cell),
            "url": cell_url(person, indicator.path, query),
            "is_current": indicator.path == place.path,
        }


def _other_editions(record: Record, place: Place, asked: Asked, person: str, query: str) -> Iterator[dict[str, Any]]:
    """Yield the cell of the same path in the other editions that are installed, judged as well."""
    below = place.path.removeprefix(f"{place.edition.id}/")
    for edition in editions():
        path = f"{edition.id}/{below}"
        other = find_place(path)
        if edition.id != place.edition.id and other is not None:
            _, judged = judge_place(record, other, asked)
            cell = judged.cells[path]
            yield {
                "label": edition.name,
                "kind": mark_class(cell.mark),
                "said": say_outcome(cell),
                "url": cell_url(person, path, query),
            }


def cell_url(person: str, path: str, query: str = "") -> str:
    """Return the address of a cell's proof."""
    return f"{reverse('judgements:cell', args=(person, path))}{query}"


def _goal(place: Place, person: str) -> str:
    return goal_url(person, place.path)


def goal_url(person: str, path: str) -> str:
    """Return where a plan for a cell is made."""
    return f"{reverse('plans:plans', args=(person,))}?goal={path}"


def _as_text(place: Place, cell: CellJudgement, titled: Titled, names: Any) -> str:
    """Return the proof as plain text."""
    naming = Naming(labels=titled.labels, urls={}, language=language_now())
    lines = [f"{said(place.name)} ({said(place.edition.name)}): {said(say_outcome(cell))}"]
    for each in explain(cell, titled.judged.person, names):
        lines.append(f"{said(PART_NAMES[each.name])}: {verdict_words(each.verdict)}")
        lines += [f"  {naming.said(line)}" for line in _text_lines(each)]
    return "\n".join(lines)


def _text_lines(each: Said) -> Sequence[Text]:
    cited = same(f"({each.citation})")
    head = Text(ja=f"{each.headline.ja} {cited.ja}", en=f"{each.headline.en} {cited.en}")
    return [head, *each.details]
