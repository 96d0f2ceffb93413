"""Which cells does each person of a workforce meet?

The second reading of the criteria: as relations, for everybody at once and all cells together. What it writes is described
by `verdicts_judgement`; that it agrees with the judgement of one person is tested, not shared.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

import ibis.expr.types as ir

from kijun.criteria import Criterion
from kijun.framework.resolve import ResolvedEdition
from kijun.population.asked import asked_of_all
from kijun.population.both import HOW, Both, packed
from kijun.population.cells import Reader, criteria_of, field_levels, read_cell
from kijun.population.engines.engine import Engine, Progress
from kijun.population.gather import gatherer
from kijun.population.load import Workforce
from kijun.population.places import BITS
from kijun.population.verdicts import FOLDER, PERSON_COLUMNS, level_columns, verdict_schema, word_columns
from kijun.population.verdicts_edition import edition_digest
from kijun.population.verdicts_judgement import FILE, Bit, JudgedEdition, JudgedPart, Judgement, dump_judgement

What = str | Criterion
"""What has a verdict, and so a bit: a cell by its path, or a criterion, whichever parts ask it."""
_What = TypeVar("_What", bound=Hashable)


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
    relation = verdicts_of(editions, workforce, on=on, engine=engine)
    judgement = _judgement(editions, workforce, on=on, engine=engine.name, sources=sources, folder=folder)
    (into / FOLDER).mkdir()
    engine.write(relation, verdict_schema(judgement), into / FOLDER, partition_by, progress)
    (into / FILE).write_text(dump_judgement(judgement), encoding="utf-8")
    return judgement


def verdicts_of(editions: Sequence[ResolvedEdition], workforce: Workforce, *, on: date, engine: Engine) -> ir.Table:
    """Return the relation of the verdicts: a row a person."""
    gathers = gatherer(engine, workforce.manifest, asked_of_all(editions), on=on)
    row = gathers.row()
    reader = Reader(row, gathers.layout)
    row, leaves = _stage(row, {leaf: reader.read(leaf) for leaf in gathers.asked.leaves})
    row, verdicts = _stage(row, {what: both for edition in editions for what, both in _verdicts(edition, leaves)})
    levels: dict[str, ir.IntegerValue] = {}
    for edition in editions:
        for field, found in field_levels(edition, {path: verdicts[path] for path in edition.cells}).items():
            levels |= dict(zip(level_columns(field), found, strict=True))
    return row.select(*PERSON_COLUMNS, **_words(verdicts), **levels)


def _verdicts(edition: ResolvedEdition, leaves: Mapping[Criterion, Both]) -> Iterator[tuple[What, Both]]:
    for path, cell in edition.cells.items():
        verdict, parts = read_cell(cell, leaves)
        yield path, verdict
        yield from parts.items()


def _stage(row: ir.Table, found: Mapping[_What, Both]) -> tuple[ir.Table, dict[_What, Both]]:
    """Return a row in which what was found has columns of its own, so that what uses it twice does not work it out twice."""
    flags = {f"{how}_{place}": getattr(both, how) for place, both in enumerate(found.values()) for how in HOW}
    staged = row.select(*PERSON_COLUMNS, **flags)
    places = enumerate(found)
    return staged, {
        what: Both(sure=staged[f"sure_{place}"], possible=staged[f"possible_{place}"]) for place, what in places
    }


def _words(verdicts: Mapping[What, Both]) -> dict[str, ir.IntegerValue]:
    found = list(verdicts.values())
    words: dict[str, ir.IntegerValue] = {}
    for word, first in enumerate(range(0, len(found), BITS), start=1):
        met, possible = word_columns(word)
        words[met] = packed([both.sure for both in found[first : first + BITS]])
        words[possible] = packed([both.possible for both in found[first : first + BITS]])
    return words


def _judgement(
    editions: Sequence[ResolvedEdition],
    workforce: Workforce,
    *,
    on: date,
    engine: str,
    sources: Mapping[str, str],
    folder: str,
) -> Judgement:
    places: dict[What, int] = {}
    parts = []
    for edition in editions:
        for path, cell in edition.cells.items():
            for part, what in ((None, path), *criteria_of(cell).items()):
                word, bit = divmod(places.setdefault(what, len(places)), BITS)
                decides = part is None or part in cell.deciding
                at = Bit(word=word + 1, bit=bit)
                parts.append(JudgedPart(edition=edition.edition.id, cell=path, part=part, at=at, decides=decides))
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
