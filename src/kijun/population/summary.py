"""What comes out for a whole workforce: people by field and level, who is one part short, where the bench has holes?

Three passes over the verdicts and one for the names of single holders, however many people and teams there are. A group that
is masked has no counts at all, and its people are on no list.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ibis.expr import types as ir

from kijun.population.bench_holes import Hole, bench_holes
from kijun.population.masking import Mask, Team, masks
from kijun.population.one_short import OneShort, Short, ShortPerson, one_short
from kijun.population.summary_counts import FieldCount, Fields, GroupCount, count_levels, everybody
from kijun.population.verdicts_judgement import Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """The only person at a level, None where the person's group is masked."""

    employee: str
    name: str
    team: Team


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupSummary:
    """A team, the people without one, or everybody; of a masked group only that it is there, and why it is masked.

    `people`, `fields`, `holes` and `short` are empty where `mask` is not None. `short` counts people by what they are short of.
    """

    team: Team
    is_everybody: bool
    mask: Mask | None
    people: int
    fields: tuple[FieldCount, ...]
    holes: tuple[Hole, ...]
    short: Mapping[Short, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Everybody first, then the teams. `holders` are the single holders by their numbers; those who are masked are not there.

    `below` is the size under which a group is masked, 0 for none; `hidden` are the teams that are masked.
    """

    judgement: Judgement
    fields: Fields
    below: int
    groups: tuple[GroupSummary, ...]
    holders: Mapping[int, Holder]
    hidden: Mapping[Team, Mask]
    listed: OneShort

    def people(self, most: int | None = None) -> Iterator[ShortPerson]:
        """Yield everybody who is one part short and whose group is not masked, or so many of them."""
        if self.groups[0].mask is None:
            yield from self.listed.people(without=self.hidden, most=most)


def summarise(table: ir.Table, judgement: Judgement, fields: Fields, *, by_team: bool, below: int = 0) -> Summary:
    """Return the summary of the verdicts in some fields; groups of fewer than `below` people are masked.

    Teams are masked also where they are not shown: their people are on no list.
    """
    teams = count_levels(table, fields)
    hidden = masks({each.team: each.people for each in teams}, below)
    short = one_short(table, judgement, fields)
    of_teams = _short_by_team(short)
    whole = everybody(teams) if teams else GroupCount(team=None, people=0, fields=())
    everyone = replace(
        _group(whole, _together(short, of_teams.values()), Mask.SMALL if whole.people < below else None),
        is_everybody=True,
    )
    shown = [_group(each, of_teams.get(each.team, {}), hidden.get(each.team)) for each in teams] if by_team else []
    groups = (everyone, *shown)
    return Summary(
        judgement=judgement,
        fields=fields,
        below=below,
        groups=groups,
        holders=_holders(table, groups, hidden),
        hidden=hidden,
        listed=short,
    )


def _group(count: GroupCount, short: Mapping[Short, int], mask: Mask | None) -> GroupSummary:
    is_shown = mask is None
    return GroupSummary(
        team=count.team,
        is_everybody=False,
        mask=mask,
        people=count.people if is_shown else 0,
        fields=count.fields if is_shown else (),
        holes=bench_holes(count) if is_shown else (),
        short=short if is_shown else {},
    )


def _short_by_team(short: OneShort) -> dict[Team, dict[Short, int]]:
    found: dict[Team, dict[Short, int]] = {}
    for each in short.counts():
        found.setdefault(each.team, {})[each.short] = each.people
    return found


def _together(listed: OneShort, counts: Collection[Mapping[Short, int]]) -> dict[Short, int]:
    """Return the counts of all teams as one, in printed order."""
    found: dict[Short, int] = {}
    for each in counts:
        for short, people in each.items():
            found[short] = found.get(short, 0) + people
    return dict(sorted(found.items(), key=lambda each: listed.place(each[0])))


def _holders(table: ir.Table, groups: Sequence[GroupSummary], hidden: Mapping[Team, Mask]) -> dict[int, Holder]:
    """Return the single holders by their numbers, without the people of masked groups."""
    numbers = sorted({hole.holder for group in groups for hole in group.holes if hole.holder is not None})
    if not numbers:
        return {}
    rows = table.filter(table.person.isin(numbers)).select("person", "employee", "name", "team")
    return {
        row["person"]: Holder(employee=row["employee"], name=row["name"], team=row["team"])
        for row in rows.to_pyarrow().to_pylist()
        if row["team"] not in hidden
    }
