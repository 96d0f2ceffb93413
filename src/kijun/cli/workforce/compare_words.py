"""In which words is it said what becomes of a workforce between two editions?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from kijun.cli.edition_changes import Editions, say_change
from kijun.cli.workforce.compare_worked import Compared
from kijun.cli.workforce.summary_names import say_part
from kijun.day_words import say_day
from kijun.framework.compare.comparison import Change, Kind
from kijun.population.changes import Changed, Move, Standing
from kijun.population.changes_causes import WHOLE, Cause
from kijun.text import Text, inside

EXAMINATION: Final = "minimum_by_examination"
MOVES: Final[Mapping[Move, Text]] = {
    Move.UP: Text(ja="上がる", en="up"),
    Move.DOWN: Text(ja="下がる", en="down"),
    Move.KNOWN: Text(ja="不明でなくなる", en="newly known"),
    Move.UNKNOWN: Text(ja="不明になる", en="newly unknown"),
    Move.APART: Text(ja="比べられない", en="not comparable"),
}
CHANGED: Final = Text(ja="レベルの変わる人", en="People at another level")
BECAUSE: Final = Text(ja="変わる理由", en="Why")
SAME: Final = Text(ja="同じ", en="the same")
_NONE: Final = Text(ja="なし", en="none")


def say_heading(found: Compared) -> Text:
    """Return what stands above a comparison of a workforce."""
    day = say_day(found.on)
    people = "1 person" if found.people == 1 else f"{found.people:,} people"
    return Text(ja=f"{found.people:,}人、{day.ja}現在", en=f"{people}, as of {day.en}")


def say_standing(standing: Standing, editions: Editions) -> Text:
    """Return a level met, and how much higher is possible."""
    met = say_level(standing.met, editions)
    if standing.possible == standing.met:
        return met
    possible = inside(say_level(standing.possible, editions))
    return Text(ja=f"{met.ja}({possible.ja}まで可能性あり)", en=f"{met.en} (up to {possible.en} possible)")


def say_level(level: int, editions: Editions) -> Text:
    """Return what a level is called, where 0 is none."""
    return _NONE if level == 0 else editions.new.level_name(level)


def say_step(changed: Changed, editions: Editions) -> Text:
    """Return from where to where somebody moves in a field."""
    old, new = (say_standing(each, editions) for each in (changed.old, changed.new))
    return Text(ja=f"{old.ja} → {new.ja}", en=f"{old.en} → {new.en}")


def say_cause(cause: Cause, editions: Editions) -> Text:
    """Return the part of a cell that is judged otherwise, and for how many people."""
    title = say_level(int(cause.cell.rpartition("/")[2]), editions)
    part = say_part_of(cause.part)
    alone = cause.people - cause.alone
    ja = f"{title.ja} {part.ja}: {cause.people:,}人"
    en = f"{title.en}, {part.en}: {'1 person' if cause.people == 1 else f'{cause.people:,} people'}"
    if alone:
        ja += f"(うち{alone:,}人はほかの部分も変わる)"
        en += f", of whom {alone:,} with other parts as well"
    return Text(ja=ja, en=en)


def is_apart(cause: Cause) -> bool:
    """Return whether a cause is that two cells cannot be compared: then nobody can tell whether it is up or down."""
    return bool(cause.because) and all(change.kind is Kind.NOT_COMPARABLE for change in cause.because)


def say_changes(changes: Sequence[Change]) -> Text:
    """Return changes in words; of a whole cell that is not comparable, why."""
    reason = changes[0].reason if changes[0].kind is Kind.NOT_COMPARABLE else None
    return reason or say_change(changes)


def say_part_of(part: str) -> Text:
    """Return what a part is called; a whole cell has none."""
    if part == WHOLE:
        return Text(ja="セルの全体", en="the cell as a whole")
    if part == EXAMINATION:
        return Text(ja="試験", en="examination")
    return say_part(part)


def say_apart(found: Compared) -> Text | None:
    """Return which fields are not compared, or None where both editions have all of them."""
    if not found.apart:
        return None
    names = [found.editions.title(path) for path in found.apart]
    of = [*dict.fromkeys(found.apart.values())]
    return Text(
        ja=f"比べない専門分野({'か'.join(of)}だけにある): {'、'.join(name.ja for name in names)}",
        en=f"not compared, only in {' or '.join(of)}: {', '.join(name.en for name in names)}",
    )
