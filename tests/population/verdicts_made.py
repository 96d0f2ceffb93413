"""The verdicts of a few people as files, made by judging each of them: what `kijun workforce judge` writes, without it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from kijun.evidence import Person
from kijun.framework.edition import Edition
from kijun.framework.policy import choose
from kijun.framework.resolve import ResolvedEdition, resolve_edition
from kijun.judgement import CellJudgement, judge_edition, levels
from kijun.population.verdicts import FOLDER, Verdicts, level_columns, open_verdicts, verdict_schema, word_columns
from kijun.population.verdicts_edition import edition_digest
from kijun.population.verdicts_judgement import FILE, Bit, JudgedEdition, JudgedPart, Judgement, dump_judgement
from kijun.verdict import MET, NOT_MET, Verdict
from tests.builders import ON

EXAMINATION = "minimum_by_examination"
_BITS = 62


def make_verdicts(
    out: Path,
    people: Sequence[Person],
    editions: Sequence[Edition],
    *,
    policy: Mapping[str, str] | None = None,
    workforce: tuple[str, str] = ("../workforce", "sha256:none"),
    per_file: int = 100_000,
) -> Verdicts:
    """Write the verdicts of people, in the order of their employee numbers, and open them."""
    resolved = [resolve_edition(each, choose(each.points, policy or {})) for each in editions]
    judgement = describe(resolved, len(people), workforce)
    rows = [
        _row(number, each, resolved, judgement)
        for number, each in enumerate(sorted(people, key=lambda one: one.employee))
    ]
    write_rows(out, rows, judgement, per_file=per_file)
    return open_verdicts(out)


def describe(
    editions: Sequence[ResolvedEdition], people: int, workforce: tuple[str, str] = ("../workforce", "sha256:none")
) -> Judgement:
    """Return what judgement.json says of people judged in these editions."""
    parts = [part for edition in editions for part in _parts(edition)]
    folder, digest = workforce
    return Judgement(
        on=ON,
        engine="duckdb",
        people=people,
        folder=folder,
        workforce_digest=digest,
        editions=tuple(
            JudgedEdition(
                id=each.edition.id,
                source=each.edition.id,
                digest=edition_digest(each),
                policy=each.policy.answers,
            )
            for each in editions
        ),
        parts=tuple(
            JudgedPart(
                edition=edition,
                cell=cell,
                part=part,
                at=Bit(word=place // _BITS + 1, bit=place % _BITS),
                decides=decides,
            )
            for place, (edition, cell, part, decides) in enumerate(parts)
        ),
    )


def write_rows(out: Path, rows: list[dict[str, object]], judgement: Judgement, *, per_file: int = 100_000) -> None:
    """Write rows and judgement.json."""
    (out / FOLDER).mkdir(parents=True)
    schema = verdict_schema(judgement)
    for part, start in enumerate(range(0, max(len(rows), 1), per_file)):
        table = pa.Table.from_pylist(rows[start : start + per_file], schema=schema)
        pq.write_table(table, out / FOLDER / f"part-{part:05}.parquet")
    (out / FILE).write_text(dump_judgement(judgement), encoding="utf-8")


def _parts(edition: ResolvedEdition) -> list[tuple[str, str, str | None, bool]]:
    found: list[tuple[str, str, str | None, bool]] = []
    for path, cell in edition.cells.items():
        found.append((edition.edition.id, path, None, True))
        found += [(edition.edition.id, path, name, name in cell.deciding) for name in cell.parts]
        if cell.examination is not None:
            found.append((edition.edition.id, path, EXAMINATION, False))
    return found


def _row(number: int, person: Person, editions: Sequence[ResolvedEdition], judgement: Judgement) -> dict[str, object]:
    row: dict[str, object] = {
        "person": number,
        "employee": person.employee,
        "name": person.name.written,
        "team": person.team,
    }
    row |= {name: 0 for word in range(1, judgement.words + 1) for name in word_columns(word)}
    for edition in editions:
        cells = judge_edition(edition, person, on=ON)
        for part in judgement.parts:
            if part.edition == edition.edition.id:
                _mark(row, _verdict(cells[part.cell], part.part), part.at)
        for _, field in edition.edition.fields():
            reached = levels(field.path, cells, is_ladder=edition.policy["levels.imply"] == "ladder")
            row |= dict(zip(level_columns(field.path), (reached.highest_met, reached.highest_possible), strict=True))
    return row


def _verdict(cell: CellJudgement, part: str | None) -> Verdict:
    if part is None:
        return cell.verdict
    if part == EXAMINATION:
        assert cell.minimum_by_examination is not None
        return cell.minimum_by_examination.verdict
    return cell.parts[part].verdict


def _mark(row: dict[str, object], verdict: Verdict, at: Bit) -> None:
    for name, is_there in zip(word_columns(at.word), (verdict is MET, verdict is not NOT_MET), strict=True):
        value = row[name]
        assert isinstance(value, int)
        row[name] = value | (int(is_there) << at.bit)
