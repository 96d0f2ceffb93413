"""How do sources of all kinds become one workforce on disk?

The folder that is there already is refused before anything is read. Then all is read into the staging folder, and the
workforce is assembled of it; a run that is stopped leaves what it has read, and the next one continues.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from kijun.exchange.workforce.desk import Desk
from kijun.exchange.workforce.reading import Plan, plan_of, read_all
from kijun.exchange.workforce.set_aside import dump_set_aside, problems_of
from kijun.exchange.workforce.sources import find_sources
from kijun.population.collect import SET_ASIDE, assemble
from kijun.population.collect_chunk import aside_of, open_chunk
from kijun.population.collect_merge import Twice
from kijun.population.collect_staging import Staging, open_staging
from kijun.population.manifest import FILE
from kijun.population.whole_folder import refuse_taken_folder
from kijun.problem import Place, Problem
from kijun.problem.reading import describe

_SHOWN: Final = 100
"""How many of what was set aside are given back to be shown; all of it stands in the file."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of it: people, rows by table, how much was set aside and what was wrong with the first of it.

    `pieces` is how much was to be read, `done_before` how much of it an earlier run had read.
    """

    people: int
    rows: Mapping[str, int]
    set_aside: int
    set_aside_file: Path
    problems: tuple[Problem, ...]
    remarks: tuple[Problem, ...]
    pieces: int
    done_before: int


def collect_into(
    target: Path,
    names: Sequence[Path],
    editions: tuple[str, ...],
    *,
    replace: bool,
    processes: int,
    reading: Progress,
    writing: Progress,
) -> Outcome:
    """Collect the records of sources into a workforce. Nothing is written where nobody can be read.

    Raises BadInput where the folder is taken, the sources are wrong as a whole, or nothing can be written.
    """
    refuse_taken_folder(target, known_by=FILE, replace=replace)
    with open_staging(target) as staging:
        desk = Desk(names=editions, staging=staging)
        sources = find_sources(names, desk.tables, apart=(target, staging.folder))
        plan = plan_of(desk, sources.found)
        done_before = plan.done(desk)
        read_all(desk, plan, processes=processes, progress=reading)
        remarks = (*sources.remarks, *plan.remarks)
        chunks = [open_chunk(staging, key) for key in plan.keys]
        if not any(chunk.people for chunk in chunks):
            lines = _first_lines(staging, plan)
            return Outcome(
                people=0,
                rows={},
                set_aside=sum(chunk.set_aside for chunk in chunks),
                set_aside_file=target / SET_ASIDE,
                problems=tuple(problem for line in lines for problem in problems_of(line)),
                remarks=remarks,
                pieces=plan.size,
                done_before=done_before,
            )
        return _assembled(staging, plan, target, replace, writing, remarks, done_before, [e.id for e in desk.editions])


def _assembled(
    staging: Staging,
    plan: Plan,
    target: Path,
    replace: bool,
    writing: Progress,
    remarks: tuple[Problem, ...],
    done_before: int,
    editions: Sequence[str],
) -> Outcome:
    collected = assemble(
        staging,
        plan.keys,
        target,
        replace=replace,
        made_by={"sources": list(plan.made_of), "editions": list(editions)},
        said_twice=_said_twice,
        progress=writing,
    )
    with (target / SET_ASIDE).open(encoding="utf-8") as file:
        problems = tuple(problem for line in islice(file, _SHOWN) for problem in problems_of(line))
    manifest = collected.manifest
    tables = manifest.parts[0].rows
    return Outcome(
        people=manifest.people,
        rows={table: sum(part.rows[table] for part in manifest.parts) for table in tables},
        set_aside=collected.set_aside,
        set_aside_file=target / SET_ASIDE,
        problems=problems,
        remarks=remarks,
        pieces=plan.size,
        done_before=done_before,
    )


def _first_lines(staging: Staging, plan: Plan) -> list[str]:
    return [line for key in plan.keys for line in aside_of(staging, key).split("\n") if line][:_SHOWN]


def _said_twice(twice: Twice) -> str:
    """Return the line set aside for the second record of somebody: it stands in its source, whole."""
    place = _place(twice.second)
    problem = describe("K640", place, employee=twice.employee, first=twice.first)
    return dump_set_aside(place, [problem], employee=twice.employee)


def _place(words: str) -> Place:
    file, colon, line = words.rpartition(":")
    return Place(file=file, line=int(line)) if colon and line.isdecimal() else Place(file=words)
