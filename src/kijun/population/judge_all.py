"""Which cells does each person of a workforce meet?

The second reading of the criteria: as relations, for everybody at once and all cells together. What it writes is described
by `verdicts_judgement`; that it agrees with the judgement of one person is tested, not shared.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

import ibis.expr.types as ir

from kijun.framework.resolve import ResolvedEdition
from kijun.population.answers import answers_of, enough_columns
from kijun.population.asked import asked_of_all
from kijun.population.blocks import CELL, criteria_of
from kijun.population.both import HOW, has_any
from kijun.population.cells import field_levels, verdict_words
from kijun.population.engines.engine import Engine, Progress
from kijun.population.gather import gatherer
from kijun.population.leaves import leaf_columns
from kijun.population.load import Workforce
from kijun.population.verdicts import FOLDER, PERSON_COLUMNS, level_columns, verdict_schema, word_columns
from kijun.population.verdicts_edition import edition_digest
from kijun.population.verdicts_judgement import FILE, Bit, JudgedEdition, JudgedPart, Judgement, dump_judgement

What = tuple[str, str | None]
"""What has a verdict, and so a bit: a cell by its path, and a part of it or CELL for itself."""


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
    """Return the verdicts of everybody in every cell of the editions, nothing of them worked out yet."""
    gathers = gatherer(engine, workforce.manifest, asked_of_all(editions), on=on)
    layout, blocks = gathers.layout, gathers.layout.asked.blocks
    row = gathers.row()
    row = row.mutate(**leaf_columns(row, layout), **enough_columns(row, layout))
    answers = {name: word for place in range(len(blocks)) for name, word in answers_of(row, place, layout).items()}
    row = row.select(*PERSON_COLUMNS, **answers)
    words: dict[str, ir.IntegerValue] = {}
    bits: dict[What, Bit] = {}
    written = 0
    for block in blocks:
        numbers = {word: number for number, word in enumerate(block.told, start=written + 1)}
        written += len(numbers)
        for place, how in enumerate(HOW):
            found = verdict_words(block, [row[f"{block.name}_{how}_answers_{word}"] for word in range(block.words)])
            words |= {word_columns(number)[place]: found[word] for word, number in numbers.items()}
        bits |= {what: Bit(word=numbers[word], bit=bit) for what, (word, bit) in block.verdicts()}
    row = row.select(*PERSON_COLUMNS, **{name: words[name] for at in range(written) for name in word_columns(at + 1)})
    return Told(relation=row.mutate(**_levels(editions, row, bits)), bits=bits)


def _levels(editions: Sequence[ResolvedEdition], row: ir.Table, bits: Mapping[What, Bit]) -> dict[str, ir.IntegerValue]:
    levels: dict[str, ir.IntegerValue] = {}
    for edition in editions:
        met, possible = (field_levels(edition, partial(_has_one, row, bits, place)) for place in range(len(HOW)))
        for field in met:
            levels |= dict(zip(level_columns(field), (met[field], possible[field]), strict=True))
    return levels


def _has_one(row: ir.Table, bits: Mapping[What, Bit], place: int, cells: Sequence[str]) -> ir.BooleanValue:
    """Return whether one of some cells holds: in the first of the columns of a word, surely, and in the second, possibly."""
    masks: dict[int, int] = {}
    for path in cells:
        at = bits[path, CELL]
        masks[at.word] = masks.get(at.word, 0) | (1 << at.bit)
    return has_any({word: row[word_columns(word)[place]] for word in masks}, masks)


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
            for part in (CELL, *criteria_of(cell)):
                decides = part is CELL or part in cell.deciding
                parts.append(
                    JudgedPart(edition=edition.edition.id, cell=path, part=part, at=bits[path, part], decides=decides)
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
