"""How is a workforce judged in two editions, and what comes of it?

Both editions are judged in one pass into a folder that is removed again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from kijun.cli.edition_changes import Editions, resolve_both
from kijun.cli.language import say
from kijun.cli.workforce.judge_written import engine_for
from kijun.cli.workforce.progress import work_progress
from kijun.framework.compare.editions import compare as compare_editions
from kijun.population.changes import Changes, Move, Pair, changes
from kijun.population.changes_causes import FieldChanges, causes, lacking_cells
from kijun.population.judge_all import judge_all
from kijun.population.load import open_workforce
from kijun.population.verdicts import open_verdicts
from kijun.population.verdicts_relation import verdict_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A workforce in both editions: what becomes of its people, field by field.

    `fields` are those that both editions have, below the edition; `apart` those that only one has, with its edition's id.
    """

    editions: Editions
    on: date
    people: int
    fields: Sequence[str]
    apart: Mapping[str, str]
    found: Sequence[FieldChanges]
    listed: Changes

    def moves(self, field: str) -> Mapping[Move, int]:
        """Return how many people of a field move which way."""
        return next((each.moves for each in self.found if each.field == field), {})


@contextmanager
def compared(
    folder: Path, editions: Editions, overrides: Mapping[str, str], *, on: date, engine: str, master: str | None
) -> Iterator[Compared]:
    """Give what becomes of a workforce between two editions, for as long as the block runs. Raises KijunError."""
    comparison = compare_editions(editions.old, editions.new)
    both = resolve_both(editions, overrides)
    workforce = open_workforce(folder)
    people = workforce.manifest.people
    with TemporaryDirectory(prefix="kijun-") as name:
        with closing(engine_for(workforce, engine, master)) as judges, work_progress() as begin:
            tell = begin(say("判定しています", "Judging"))
            judgement = judge_all(
                both,
                workforce,
                on=on,
                engine=judges,
                into=Path(name),
                sources={each.edition.id: each.edition.id for each in both},
                folder=str(folder.absolute()),
                progress=lambda done: tell(done, people),
            )
        old, new = judgement.editions
        pair = Pair(judgement=judgement, old=old, new=new, lacking=lacking_cells(comparison))
        with verdict_table(open_verdicts(Path(name))) as table:
            listed = changes(table, pair)
            yield Compared(
                editions=editions,
                on=on,
                people=people,
                fields=list(pair.fields),
                apart=_apart(pair),
                found=causes(listed.counts(), comparison, *both),
                listed=listed,
            )


def _apart(pair: Pair) -> dict[str, str]:
    found = {}
    for edition in pair.sides:
        for path in pair.judgement.levels:
            below = path.removeprefix(f"{edition.id}/")
            if path != below and below not in pair.fields:
                found[below] = edition.id
    return found
