"""In which editions is a workforce judged, and where do ten times as many cells come from?

    python bench/workforce_editions.py sample DIR --editions words --people N     a workforce in the words of these editions
    python bench/workforce_editions.py judge DIR OUT --editions words             judged in them: a whole process, to be measured

`shipped` are the shipped editions. `ratings` are those, all skill items deciding. Ten times as many cells, made in two ways:
`words` are ten copies of the shipped editions, each with fields and activities of its own, and people whose careers are spread
over all of them; `answers` are the shipped editions under ten sets of answers to what the standard leaves open, each of which
makes other clauses, for the same people.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from kijun.catalogue.installed import shipped_editions
from kijun.catalogue.overlay.lineage import inherited
from kijun.framework.edition import Edition
from kijun.framework.indicator import Activities, Indicator
from kijun.framework.policy import choose
from kijun.framework.resolve import ResolvedEdition, resolve_edition

ON: Final = date(2026, 4, 1)
SHIPPED, RATINGS, WORDS, ANSWERS = KINDS = ("shipped", "ratings", "words", "answers")
ALL_ITEMS: Final = {"proficiency.decides": "all-items", "ratings.by": "anyone"}
TIMES: Final = 10
_ANSWERS: Final[Sequence[dict[str, str]]] = (
    {},
    {"bands.floor": "literal"},
    {"slots.role-and-market": "highest"},
    {"fields.shared": "one-field"},
    {"levels.reach-down": "own-lists"},
    {"evidence.window": "3"},
    {"evidence.window": "5"},
    {"evidence.window": "8"},
    {"evidence.window": "10"},
    {"evidence.window": "4", "bands.floor": "literal", "some.means": "2"},
)


def editions_of(kind: str) -> list[ResolvedEdition]:
    """Return the editions of a kind, each under its answers."""
    if kind == ANSWERS:
        own = [
            (_copy(each, number, mark=""), _ANSWERS[number]) for number in range(TIMES) for each in shipped_editions()
        ]
        return [
            _resolved(replace(each, inherited=inherited(each, printed)), answers)
            for (each, answers), printed in zip(own, TIMES * shipped_editions(), strict=True)
        ]
    return [_resolved(each, ALL_ITEMS if kind == RATINGS else {}) for each in _printed(kind)]


def main() -> int:
    """Make a sample, or judge."""
    parser = ArgumentParser(description="Make a workforce for some editions, or judge it in them.")
    parser.add_argument("task", choices=("sample", "judge"))
    parser.add_argument("workforce", type=Path)
    parser.add_argument("out", type=Path, nargs="?")
    parser.add_argument("--editions", choices=KINDS, default=SHIPPED)
    parser.add_argument("--people", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    if asked.task == "sample":
        _sample(asked.workforce, asked.editions, people=asked.people, seed=asked.seed)
    else:
        _judge(asked.workforce, asked.editions, asked.out)
    return 0


def _sample(folder: Path, kind: str, *, people: int, seed: int) -> None:
    from kijun.population.manifest import FILE  # noqa: PLC0415  # judging does without what makes samples
    from kijun.population.sample.plan import SamplePlan  # noqa: PLC0415  # as above
    from kijun.population.sample.write import write_sample  # noqa: PLC0415  # as above
    from kijun.population.whole_folder import whole_folder  # noqa: PLC0415  # as above

    with whole_folder(folder, known_by=FILE, replace=False) as new:
        write_sample(new, _printed(kind), SamplePlan(people=people, seed=seed))


def _judge(folder: Path, kind: str, out: Path) -> None:
    from kijun.population.engines.duckdb import DuckDbEngine  # noqa: PLC0415  # a sample does without engine
    from kijun.population.judge_all import judge_all  # noqa: PLC0415  # as above
    from kijun.population.load import open_workforce  # noqa: PLC0415  # as above
    from kijun.population.verdicts_judgement import FILE  # noqa: PLC0415  # as above
    from kijun.population.whole_folder import whole_folder  # noqa: PLC0415  # as above

    editions = editions_of(kind)
    sources = {each.edition.id: each.edition.id for each in editions}
    workforce = open_workforce(folder)
    with whole_folder(out, known_by=FILE, replace=False) as new:
        engine = DuckDbEngine(workforce)
        judge_all(editions, workforce, on=ON, engine=engine, into=new, sources=sources, folder=str(folder))


def _printed(kind: str) -> list[Edition]:
    """Return the editions of a kind before any silent point is answered."""
    if kind != WORDS:
        return [*shipped_editions()]
    return [_copy(each, number, mark=f"-{number}") for number in range(TIMES) for each in shipped_editions()]


def _resolved(edition: Edition, answers: dict[str, str]) -> ResolvedEdition:
    return resolve_edition(edition, choose(edition.points, answers))


def _copy(printed: Edition, number: int, *, mark: str) -> Edition:
    """Return an edition under an id of its own, its fields and activities marked as its own words; the first is as it is."""
    if number == 0:
        return printed
    identity = f"{printed.id}-{number}"
    category_paths = {path: f"{identity}{path.removeprefix(printed.id)}" for path in _category_paths(printed)}
    field_paths = {
        field.path: f"{category_paths[category.path]}/{field.id}{mark}" for category, field in printed.fields()
    }
    activities = {f"{name}{mark}": term for name, term in printed.vocabulary.terms["activity"].items()}
    return replace(
        printed,
        id=identity,
        flags={},  # they name the paths of the edition that they belong to, and change no verdict
        categories={
            name: replace(
                category,
                path=category_paths[category.path],
                fields=tuple(
                    replace(field, id=f"{field.id}{mark}", path=field_paths[field.path]) for field in category.fields
                ),
            )
            for name, category in printed.categories.items()
        },
        indicators={
            own.path: own for own in (_own_cell(cell, field_paths, mark) for cell in printed.indicators.values())
        },
        skills={
            own.path: own
            for own in (
                replace(item, field=f"{item.field}{mark}", path=_below(item.path, field_paths))
                for item in printed.skills.values()
            )
        },
        vocabulary=replace(printed.vocabulary, terms={**printed.vocabulary.terms, "activity": activities}),
    )


def _category_paths(printed: Edition) -> list[str]:
    return [category.path for category in printed.categories.values()]


def _below(path: str, field_paths: dict[str, str]) -> str:
    """Return a path of what belongs to a field, below the field's new path."""
    field = next(each for each in field_paths if path.startswith(f"{each}/"))
    return f"{field_paths[field]}{path.removeprefix(field)}"


def _own_cell(cell: Indicator, field_paths: dict[str, str], mark: str) -> Indicator:
    asked, complexity, clause = cell.responsibility, cell.complexity, cell.size_clause
    return replace(
        cell,
        path=_below(cell.path, field_paths),
        field=f"{cell.field}{mark}",
        responsibility=asked and replace(asked, activities=_own(asked.activities, mark)),
        complexity=complexity and replace(complexity, activities=_own(complexity.activities, mark)),
        size_clause=clause and replace(clause, activities=_own(clause.activities, mark)),
    )


def _own(activities: Activities | None, mark: str) -> Activities | None:
    return activities and replace(activities, of=tuple(f"{each}{mark}" for each in activities.of))


if __name__ == "__main__":
    sys.exit(main())
