"""Which cells does each person of a workforce meet?

The second reading of the criteria: as relations, for everybody at once and all cells together. What it writes is described
by `verdicts_judgement`; that it agrees with the judgement of one person is tested, not shared.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import ibis.expr.types as ir

from kijun.criteria import Criterion
from kijun.framework.resolve import ResolvedEdition
from kijun.population.answers import pieces_of
from kijun.population.asked import asked_of_all
from kijun.population.both import HOW, packed
from kijun.population.cells import answers_of, criteria_of, criterion_of, field_levels
from kijun.population.engines.engine import Engine, Progress
from kijun.population.gather import gatherer
from kijun.population.load import Workforce
from kijun.population.places import BITS
from kijun.population.verdicts import FOLDER, PERSON_COLUMNS, level_columns, verdict_schema, word_columns
from kijun.population.verdicts_edition import edition_digest
from kijun.population.verdicts_judgement import FILE, Bit, JudgedEdition, JudgedPart, Judgement, dump_judgement

What = str | Criterion
"""What has a verdict, and so a bit: a cell by its path, or a criterion, whichever parts ask it."""


def judge_all(
    editions: Sequence[ResolvedEdition],
    workforce: Workforce,
    *,
    on: date,
    engine: Engine,
    into: Path,
    sources: Mapping[str, str],
    folder: str,
    partition_by: Sequence[str] = (),
    progress: Progress | None = None,
) -> Judgement:
    """Judge everybody in every cell of the editions, as of a day, and write the verdicts into a new folder.

    `sources` says what each edition was asked for by, `folder` how the workforce is found from the verdicts; both are only
    written down. `partition_by` are columns of people whose values get folders of their own.
    """
    told = verdicts_of(editions, workforce, on=on, engine=engine)
    judgement = _judgement(editions, told.bits, workforce, on=on, engine=engine.name, sources=sources, folder=folder)
    (into / FOLDER).mkdir()
    engine.write(told.relation, verdict_schema(judgement), into / FOLDER, partition_by, progress)
    (into / FILE).write_text(dump_judgement(judgement), encoding="utf-8")
    return judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The verdicts as a relation, a row a person, and which bit is which verdict."""

    relation: ir.Table
    bits: Mapping[What, Bit]


def verdicts_of(editions: Sequence[ResolvedEdition], workforce: Workforce, *, on: date, engine: Engine) -> Told:
    """Return the verdicts of everybody in every cell of the editions, nothing of them worked out yet.

    A criterion that one bit answers has that bit. One that is put together of several, and every cell, has a bit behind them.
    """
    gathers = gatherer(engine, workforce.manifest, asked_of_all(editions), on=on)
    row = gathers.row()
    answers = answers_of(pieces_of(row, gathers.layout))
    row = row.select(*PERSON_COLUMNS, **answers.columns)
    row = row.mutate(**answers.missing(row))
    bits: dict[What, Bit] = {}
    others: dict[What, Criterion] = {}
    for what, criterion in _asked(editions):
        found = None if isinstance(what, str) else answers.bit_of(criterion)
        if found is None:
            others.setdefault(what, criterion)
        else:
            bits[what] = Bit(word=found[0] + 1, bit=found[1])
    for place, what in enumerate(others):
        bits[what] = Bit(word=answers.words + place // BITS + 1, bit=place % BITS)
    flags = {
        f"{how}_{place}": answers.holds(each, how, row) for how in HOW for place, each in enumerate(others.values())
    }
    row = row.select(*PERSON_COLUMNS, *answers.columns, **flags)
    words = _words(row, answers.words, len(others))
    holds = {how: {what: row[f"{how}_{place}"] for place, what in enumerate(others)} for how in HOW}
    return Told(relation=row.select(*PERSON_COLUMNS, **words, **_levels(editions, holds)), bits=bits)


def _asked(editions: Sequence[ResolvedEdition]) -> Iterator[tuple[What, Criterion]]:
    for edition in editions:
        for path, cell in edition.cells.items():
            yield path, criterion_of(cell)
            for criterion in criteria_of(cell).values():
                yield criterion, criterion


def _words(row: ir.Table, of_answers: int, others: int) -> dict[str, ir.IntegerValue]:
    """Return the columns of words: those of the answers, then those of what is put together of them."""
    words: dict[str, ir.IntegerValue] = {}
    for word in range(of_answers):
        words |= {name: row[f"{how}_answers_{word}"] for how, name in zip(HOW, word_columns(word + 1), strict=True)}
    for word, first in enumerate(range(0, others, BITS), start=of_answers + 1):
        places = range(first, min(first + BITS, others))
        for how, name in zip(HOW, word_columns(word), strict=True):
            words[name] = packed([row[f"{how}_{place}"] for place in places])
    return words


def _levels(
    editions: Sequence[ResolvedEdition], holds: Mapping[str, Mapping[What, ir.BooleanValue]]
) -> dict[str, ir.IntegerValue]:
    levels: dict[str, ir.IntegerValue] = {}
    for edition in editions:
        met, possible = (field_levels(edition, {path: holds[how][path] for path in edition.cells}) for how in HOW)
        for field in met:
            levels |= dict(zip(level_columns(field), (met[field], possible[field]), strict=True))
    return levels


def _judgement(
    editions: Sequence[ResolvedEdition],
    bits: Mapping[What, Bit],
    workforce: Workforce,
    *,
    on: date,
    engine: str,
    sources: Mapping[str, str],
    folder: str,
) -> Judgement:
    parts = []
    for edition in editions:
        for path, cell in edition.cells.items():
            for part, what in ((None, path), *criteria_of(cell).items()):
                decides = part is None or part in cell.deciding
                parts.append(
                    JudgedPart(edition=edition.edition.id, cell=path, part=part, at=bits[what], decides=decides)
                )
    return Judgement(
        on=on,
        engine=engine,
        people=workforce.manifest.people,
        folder=folder,
        workforce_digest=workforce.manifest.digest,
        editions=tuple(
            JudgedEdition(
                id=each.edition.id,
                source=sources[each.edition.id],
                digest=edition_digest(each),
                policy=dict(each.policy.answers),
            )
            for each in editions
        ),
        parts=tuple(parts),
    )
