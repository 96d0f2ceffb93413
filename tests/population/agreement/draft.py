"""What must an engagement be given so that it has a trait, just so?

A draft collects what each trait asks, at the printed number itself; at a slip one less, nothing recorded, or what lies beyond an
upper bound. `given` makes an engagement of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final, assert_never

from kijun.criteria import (
    Amount,
    Clause,
    Conditions,
    Customers,
    Either,
    Every,
    Market,
    Reaches,
    Recognised,
    Trait,
    Unprinted,
    Unspecified,
)
from kijun.day import exactly
from kijun.evidence import Engagement, Equivalence, MarketShare
from kijun.text import same
from tests.population.agreement.chance import Chance
from tests.population.agreement.days import DAY, Period, month_of

_MOST_SHARES: Final = 3


@dataclass(slots=True, kw_only=True)
class Draft:
    """An engagement in the making, with the words that there are; `on` is the day of judgement."""

    of: Mapping[str, tuple[str, ...]]
    on: date
    chance: Chance
    fields: tuple[str, ...] = ()
    activities: set[str] = field(default_factory=set)
    role: str = ""
    outcome: str = ""
    conditions: set[str] = field(default_factory=set)
    sizes: dict[str, int] = field(default_factory=dict)
    customers: str | None = None
    market: list[MarketShare] | None = None
    equivalences: list[Equivalence] = field(default_factory=list)

    def count_by(self, clause: Clause, field_of_cell: str) -> None:
        """Make it one that a clause counts."""
        chance = self.chance
        named = min(clause.fields) if clause.fields else field_of_cell
        other = chance.one_of(self.of["field"])
        first = [(named,), (named, other)] if clause.is_first_field_only else [(named,), (named, other), (other, named)]
        self.fields = tuple(dict.fromkeys(chance.near(first, [(other,), (other, named)])))
        self._do(clause)
        self.role = self._step("role", clause.role.accepted if clause.role else frozenset(self.of["role"]))
        self.outcome = self._step("outcome", clause.outcome.accepted)

    def _do(self, clause: Clause) -> None:
        chance = self.chance
        if clause.activities is None:
            asked = chance.some_of(self.of["activity"], chance.between(0, 2))
        elif clause.needs_all_activities:
            asked = list(clause.activities)
            if chance.slips():
                asked.remove(chance.one_of(asked))
        else:
            asked = [] if chance.slips() else chance.some_of(clause.activities, chance.between(1, 2))
        more = [] if chance.between(0, 3) else chance.some_of(self.of["activity"], 2)
        self.activities = {*asked, *more}

    def _step(self, kind: str, accepted: frozenset[str]) -> str:
        return self.chance.near(sorted(accepted), sorted(set(self.of[kind]) - accepted))

    def have(self, trait: Trait) -> None:
        """Make it one that has a trait."""
        match trait:
            case Conditions():
                self._hold(trait)
            case Amount():
                self._measure(trait)
            case Customers(reach=reach):
                others: list[str | None] = [None, *sorted(set(self.of["customers"]) - reach.accepted)]
                self.customers = self.chance.near(sorted(reach.accepted), others)
            case Recognised(as_one_of=paths):
                self.equivalences += self._claims(paths)
                self._have_something_less()
            case Market():
                self._answer_for(trait)
            case Reaches(ways=ways):
                printed = [way for way in ways if not isinstance(way.trait, Unprinted)]
                self.have(self.chance.near([*printed[:1], *printed], ways).trait)
            case Every(of=of):
                for each in of:
                    self.have(each)
            case Either(of=of):
                self.have(self.chance.one_of([of[0], *of]))
            case Unprinted() | Unspecified():
                pass
            case _:
                assert_never(trait)

    def _hold(self, asked: Conditions) -> None:
        chance = self.chance
        more = max(0, asked.at_least - len(asked.must_include))
        rest = [each for each in asked.of if each not in asked.must_include]
        held = [*asked.must_include, *chance.some_of(rest, more + (chance.near((0, 0, 0, 1), (-1,))))]
        if asked.must_include and chance.slips():
            held = chance.some_of(rest, asked.at_least)
        self.conditions.update(held)

    def _measure(self, asked: Amount) -> None:
        least = asked.at_least or 0
        right = [least, least, least, least + 1]
        wrong: list[int | None] = [None, None, max(0, least - 1), 0]
        if asked.at_most is not None:
            right += [asked.at_most, asked.at_most]
            wrong += [asked.at_most + 1]
        if asked.below is not None:
            right += [asked.below - 1, asked.below - 1]
            wrong += [asked.below]
        number = self.chance.near(right, wrong)
        if number is not None:
            self.sizes[asked.measure] = number
        else:
            self.sizes.pop(asked.measure, None)

    def _claims(self, paths: frozenset[str]) -> list[Equivalence]:
        chance = self.chance
        to = chance.one_of(paths)
        sure = Equivalence(decision="recognised", to=to, by="A", reason="B")
        wrong = [
            *(replace(sure, decision=decision) for decision in ("claimed", "refused")),
            *(replace(sure, decision=decision, to=None) for decision in ("recognised", "claimed", "refused")),
            replace(sure, to=chance.one_of(self.of["path"])),
            replace(sure, day=exactly(self.on + DAY)),
            replace(sure, day=month_of(self.on + 31 * DAY)),
        ]
        right = [sure, sure, replace(sure, day=exactly(self.on)), replace(sure, day=month_of(self.on))]
        first = chance.near(right, wrong)
        return [first] if chance.between(0, 3) else [chance.one_of(wrong), first]

    def _have_something_less(self) -> None:
        """Record customers and a market where none are, so that what is claimed decides and not what is unknown."""
        chance = self.chance
        if self.customers is None and chance.between(0, 2):
            self.customers = chance.one_of(self.of["customers"])
        if self.market is None and chance.between(0, 2):
            self.market = [MarketShare(scope=scope) for scope in chance.some_of(self.of["scope"], chance.between(0, 1))]

    def _answer_for(self, asked: Market) -> None:
        chance = self.chance
        if chance.slips():
            self.market = chance.one_of((None, None, []))
            return
        shares = [] if self.market is None else self.market
        for group in asked.groups:
            left = asked.count + chance.near((0, 0, 0, 1), (-1,))
            while left > 0 and len(shares) < _MOST_SHARES * len(asked.groups):
                count = left if chance.one_in(2) else chance.between(1, left)
                shares.append(MarketShare(scope=chance.one_of(group), count=count, employees=self._heads(asked)))
                left -= count
        if chance.one_in(4):
            shares.append(MarketShare(scope=chance.one_of(self.of["scope"]), count=chance.between(1, 4)))
        chance.source.shuffle(shares)
        self.market = shares

    def _heads(self, asked: Market) -> int | None:
        least, below = asked.employees_at_least, asked.employees_below
        if least is None and below is None:
            return self.chance.one_of((None, None, 0, 5000))
        right = [least or 0] + ([below - 1] if below is not None else [(least or 0) + 1])
        wrong = [None, None, max(0, (least or 0) - 1), *([below] if below is not None else [])]
        return self.chance.near(right, wrong)

    def given(self, identity: str, project: str, period: Period) -> Engagement:
        """Return the engagement, served in a period."""
        chance = self.chance
        return Engagement(
            id=identity,
            title=same(identity),
            project=project,
            fields=self.fields,
            activities=frozenset(self.activities),
            role=self.role,
            title_held=None,
            start=period.start,
            end=period.end,
            outcome=self.outcome,
            conditions=frozenset(self.conditions),
            has_all_conditions=chance.one_in(2),
            sizes=dict(sorted(self.sizes.items())),
            customers=self.customers,
            market=None if self.market is None else tuple(self.market),
            equivalences=tuple(self.equivalences),
        )
