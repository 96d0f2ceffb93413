"""Which passport does a record make?

The record is judged once, with every fact; what is said of it leaves out what is kept back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kijun.catalogue.official_text import OfficialText
from kijun.day_words import say_day
from kijun.evidence import Person
from kijun.framework.edition import Edition
from kijun.judgement.proof import CellJudgement
from kijun.judgement.record_judgement import EditionJudgement, RecordJudgement, judge_editions
from kijun.judgement.summary import FieldSummary, summaries
from kijun.report.career import career_of
from kijun.report.cells import career_map, categories_with, reached, say_nothing, say_silent
from kijun.report.grounds import ground_of
from kijun.report.mask import Labels, Masks, relabelled, say_masked
from kijun.report.next_cells import gap_of, other_gaps
from kijun.report.passport import CareerMap, Passport
from kijun.report.plans import ways_to
from kijun.report.quotes import quoted_cells, sources_of
from kijun.report.skill_axes import skills_of
from kijun.report.target import Target, target_of
from kijun.text import Text

_Found = Sequence[tuple[EditionJudgement, FieldSummary]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is asked of a report: the day, an organisation's answers, the target, and what is kept back."""

    on: date
    policy: Mapping[str, str]
    specialty: str | None
    level: str | None
    masks: Masks


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """By what a report can be made again: the digests of record and editions, the command, the version."""

    record: str
    editions: Mapping[str, Mapping[str, str]]
    command: str
    version: str


def assemble(
    editions: Sequence[Edition],
    person: Person,
    wanted: Wanted,
    stamp: Stamp,
    official: Mapping[str, OfficialText] | None = None,
) -> Passport:
    """Return the passport of a person, as the record stands on the day that is wanted.

    `official` are the text packs by edition, where the official words of the cells are to be told too.
    Raises BadPolicy for an answer that is not offered, NotFound for a target that no edition has.
    """
    nameless, labels = relabelled(person, wanted.masks)
    judged = judge_editions(editions, nameless, on=wanted.on, policy=wanted.policy)
    found = [(edition, each) for edition in judged.editions for each in summaries(edition, nameless)]
    target = target_of(judged, found, field=wanted.specialty, level=wanted.level)
    maps, silent = _maps(judged, found, target)
    packs = official or {}
    return Passport(
        name=person.name,
        employee=person.employee,
        team=person.team,
        on=wanted.on,
        day=say_day(wanted.on),
        maps=tuple(maps),
        silent=tuple(silent),
        nothing=say_nothing(judged),
        reached=tuple(reached(edition, each, nameless, labels) for edition, each in found),
        career=career_of(nameless, labels, editions, on=wanted.on),
        skills=skills_of(target, person, on=wanted.on, nothing=say_nothing(judged)),
        gaps=(gap_of(target, nameless, labels, ways_to(target, nameless, labels, on=wanted.on)),) if target else (),
        others=tuple(other_gaps(found, target)),
        grounds=tuple(
            ground_of(each, _shown(each, found, target), stamp.editions[each.edition.edition.id])
            for each in judged.editions
        ),
        masked=tuple(_say_masks(labels)),
        record_digest=stamp.record,
        command=stamp.command,
        version=stamp.version,
        wording=tuple(
            quoted
            for each in judged.editions
            for quoted in quoted_cells(_shown(each, found, target), packs.get(each.edition.edition.id))
        ),
        sources=tuple(source for each in packs.values() for source in sources_of(each)),
    )


def _maps(judged: RecordJudgement, found: _Found, target: Target | None) -> tuple[list[CareerMap], list[Text]]:
    """Return the maps of the categories that have evidence or the target, and a line for each that has neither."""
    fields = [each.field.path for _, each in found] + ([target.field.path] if target else [])
    maps, silent = [], []
    for edition in judged.editions:
        shown, others = categories_with(edition, fields)
        maps += [career_map(edition, category) for category in shown]
        silent += say_silent(edition, others)
    return maps, silent


def _shown(edition: EditionJudgement, found: _Found, target: Target | None) -> list[CellJudgement]:
    """Return the cells of an edition whose parts the report tells: the highest met of each field, and the target."""
    paths = [
        f"{each.field.path}/{each.levels.highest_met}"
        for of, each in found
        if of is edition and each.levels.highest_met is not None
    ]
    if target is not None and target.edition is edition:
        paths.append(target.cell)
    return [edition.cells[path] for path in paths if path in edition.cells]


def _say_masks(labels: Labels) -> list[Text]:
    """Return what is kept back, a line for each engagement, in the order of their numbers."""
    lines = []
    for token in sorted(labels.masks, key=lambda token: labels.number[token]):
        number, label, facts = labels.number[token], labels.label[token], say_masked(labels.masks[token])
        called = (
            Text(ja="", en="") if "title" in labels.masks[token] else Text(ja=f"「{label.ja}」", en=f" ({label.en})")
        )
        lines.append(Text(ja=f"案件{number}{called.ja}: {facts.ja}", en=f"Engagement {number}{called.en}: {facts.en}"))
    return lines
