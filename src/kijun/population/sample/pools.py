"""What are the examples that a population draws from?

Some hundred examples of each thing at each stage of each field, numbered once for the whole workforce: a person's row then only
names the number. They depend on the seed and the editions, not on how many people there are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kijun.framework.indicator import Activities, Responsibility
from kijun.framework.resolve import ResolvedCell
from kijun.population.numbers import Numbers
from kijun.population.sample.facts import Chance, Facts, FactsDrawn
from kijun.population.sample.plan import SamplePlan
from kijun.population.sample.practice import FieldOfWork, Practice, RatedItem, trait_of

EXAMPLES: Final = 240
"""How many examples there are of each thing at each stage of each field."""
FORMER: Final = 180
"""From which example on they are in the words of the oldest edition that prints the cell."""
_POOLS: Final = 1
"""Which of the streams of a seed these are drawn from."""
NOT_RECORDED: Final = -1

Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pools:
    """Numbers of examples, by slot (a field at a stage) and example.

    `titles_held` are places in `titles`. `sizes` has a last axis of measures. `areas` says how many areas a slot has; `holdings`
    are by slot, area and example. `items` are by field: the item, the one of the name that all fields share, and between which
    levels it is rated.
    """

    practice: Practice
    numbers: Numbers
    measures: tuple[str, ...]
    works: Integers
    titles: tuple[str, ...]
    titles_held: Integers
    condition_sets: Integers
    contexts: Integers
    sizes: Integers
    is_free: NDArray[np.bool_]
    areas: Integers
    holdings: Integers
    kinds: Integers
    items: Integers
    items_of: Integers
    examinations: Integers

    def slot(self, field: Integers, stage: Integers) -> Integers:
        """Return the slot of a field at a stage."""
        return field * self.practice.stages + (stage - 1)


def draw_pools(practice: Practice, plan: SamplePlan) -> Pools:
    """Return the examples for a plan."""
    return _Drawing(practice, plan).pools()


class _Drawing:
    def __init__(self, practice: Practice, plan: SamplePlan) -> None:
        self._practice = practice
        self._chance = Chance(rng=np.random.default_rng([plan.seed, _POOLS]))
        self._facts = FactsDrawn(practice=practice, chance=self._chance, on=plan.on)
        self._numbers = Numbers()
        self._titles: dict[str, int] = {}

    def pools(self) -> Pools:
        slots = [(field, stage + 1) for field in self._practice.fields for stage in range(self._practice.stages)]
        works = [[self._work(field, stage, number) for number in range(EXAMPLES)] for field, stage in slots]
        facts = [[self._example(field, stage, number) for number in range(EXAMPLES)] for field, stage in slots]
        measures = tuple(self._practice.thresholds)
        areas = [self._areas(field, stage) for field, stage in slots]
        items = [field.items for field in self._practice.fields]
        return Pools(
            practice=self._practice,
            numbers=self._numbers,
            measures=measures,
            works=np.array([[work for work, _ in each] for each in works]),
            titles_held=np.array([[title for _, title in each] for each in works]),
            titles=tuple(self._titles),
            condition_sets=np.array([[self._condition_set(example) for example in each] for each in facts]),
            contexts=np.array([[self._context(example) for example in each] for each in facts]),
            sizes=np.array(
                [[[example.sizes.get(name, NOT_RECORDED) for name in measures] for example in each] for each in facts]
            ),
            is_free=np.array([[[name in example.free for name in measures] for example in each] for each in facts]),
            areas=np.array([len(each) for each in areas]),
            holdings=_padded([[self._holdings(area) for area in each] for each in areas]),
            kinds=np.array([self._numbers.kinds.number(kind) for kind in self._kinds()]),
            items=_padded([[self._item(item) for item in each] for each in items]),
            items_of=np.array([len(each) for each in items]),
            examinations=np.array([self._numbers.examinations.number(name) for _, name in self._practice.examinations]),
        )

    def _work(self, field: FieldOfWork, stage: int, number: int) -> tuple[int, int]:
        """Return a kind of work, and the title held, or none."""
        cell = _cell(field.cells_at(stage), number)
        asked = cell.indicator.responsibility
        assert asked is not None, "a field of work asks for engagements"
        is_beginner = stage < field.lowest
        role = self._role(asked, cell, is_beginner=is_beginner)
        titles = [title for title in asked.roles if role == asked.role]
        title = NOT_RECORDED
        if titles and self._chance.comes(0.5):
            title = self._titles.setdefault(self._chance.one_of(titles), len(self._titles))
        fields = (field.id, *self._other_fields(field))
        activities = self._activities(asked.activities, cell)
        outcome = self._outcome(asked.outcome, is_beginner=is_beginner)
        return self._numbers.works.number((role, outcome, fields, tuple(sorted(activities)))), title

    def _role(self, asked: Responsibility, cell: ResolvedCell, *, is_beginner: bool) -> str:
        ranks = _in_order(self._practice, "role")
        rank = ranks.index(asked.role)
        if is_beginner and cell.indicator.level > 1:
            return ranks[0]
        if self._chance.comes(0.82):
            return ranks[rank]
        return ranks[max(0, min(len(ranks) - 1, rank + self._chance.one_of((-1, -1, 1))))]

    def _outcome(self, asked: str, *, is_beginner: bool) -> str:
        outcomes = _in_order(self._practice, "outcome")
        if self._chance.comes(0.04):
            return outcomes[0]
        if self._chance.comes(0.3 if is_beginner else 0.08):
            return self._chance.one_of(outcomes[1:])
        return self._chance.one_of(outcomes[outcomes.index(asked) :])

    def _other_fields(self, field: FieldOfWork) -> list[str]:
        others = [each.id for each in self._practice.fields if each.category == field.category and each is not field]
        return [self._chance.one_of(others)] if others and self._chance.comes(0.07) else []

    def _activities(self, asked: Activities | None, cell: ResolvedCell) -> set[str]:
        if asked is None:
            return set()
        if asked.needs_all and self._chance.comes(0.9):
            return set(asked.of)
        found = set(self._chance.some_of(asked.of, self._chance.one_of((1, 1, 2, 3))))
        further = cell.indicator.complexity
        if further is not None and further.activities is not None and self._chance.comes(0.2):
            found.add(self._chance.one_of(further.activities.of))
        return found

    def _example(self, field: FieldOfWork, stage: int, number: int) -> Facts:
        is_beginner = stage < field.lowest
        cell = _cell(field.cells_at(stage), number)
        facts = self._facts.of(trait_of(cell), effort=0.3 if is_beginner else 1.0)
        for basic in self._practice.beginners.get(stage, ()) if is_beginner else ():
            asked = basic.indicator.complexity
            if asked is not None and self._chance.comes(0.8):
                facts.conditions.update(self._chance.some_of(asked.of, self._chance.one_of((1, 1, 2))))
        if field.claimable and self._chance.comes(0.02):
            facts.claims.append(self._facts.claim(self._chance.one_of(field.claimable)))
        return facts

    def _condition_set(self, facts: Facts) -> int:
        return self._numbers.condition_sets.number((tuple(sorted(facts.conditions)), facts.is_whole))

    def _context(self, facts: Facts) -> int:
        market = None if facts.market is None else tuple(facts.market)
        return self._numbers.contexts.number((facts.customers, market, tuple(facts.claims)))

    def _areas(self, field: FieldOfWork, stage: int) -> list[tuple[str, str, str | None]]:
        """Return the areas of a stage, each with the degree and the reach that are asked."""
        cells = self._practice.beginners.get(stage, ()) if stage < field.lowest else field.cells_at(stage)
        asked = [cell.indicator.expertise for cell in cells or field.cells_at(stage)]
        found = {area: (area, each.degree, each.reach) for each in asked if each is not None for area in each.of}
        return list(found.values())

    def _holdings(self, asked: tuple[str, str, str | None]) -> list[int]:
        area, degree, reach = asked
        degrees, reaches = _in_order(self._practice, "degree"), _in_order(self._practice, "reach")
        found = []
        for _ in range(20):
            steps = (0, 0, 0, 0, 0, 0, 0, 0, 1, -1)
            held = None if self._chance.comes(0.03) else self._near(degrees, degree, self._chance.one_of(steps))
            reached = reach and self._near(reaches, reach, self._chance.one_of(steps))
            if reach is None and self._chance.comes(0.3):
                reached = self._chance.one_of(reaches[:2])
            elif self._chance.comes(0.06):
                reached = None
            found.append(self._numbers.holdings.number((area, held, reached)))
        return found

    def _near(self, scale: list[str], word: str, steps: int) -> str:
        return scale[max(0, min(len(scale) - 1, scale.index(word) + steps))]

    def _kinds(self) -> list[str]:
        found = [edition.vocabulary.terms["contribution"] for edition in self._practice.editions]
        return list(dict.fromkeys(kind for terms in found for kind in terms))

    def _item(self, item: RatedItem) -> list[int]:
        number = self._numbers.items.number
        return [number(item.name), number(item.shared_name), *item.levels]


def _cell(cells: tuple[ResolvedCell, ...], number: int) -> ResolvedCell:
    """Return the cell of a level that an example resembles: that of the newest edition, or of the oldest."""
    return cells[0 if number < FORMER else -1]


def _in_order(practice: Practice, kind: str) -> list[str]:
    """Return the words of an ordered kind, lowest first."""
    terms = {word: term for edition in practice.editions for word, term in edition.vocabulary.terms[kind].items()}
    return sorted(terms, key=lambda word: terms[word].order)


def _padded(lists: list[list[list[int]]]) -> Integers:
    """Return lists of unequal length as an array; what is beyond their ends is never asked for."""
    longest, width = max(map(len, lists)), len(lists[0][0])
    return np.array([[*each, *([[0] * width] * (longest - len(each)))] for each in lists])
