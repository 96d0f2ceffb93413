"""Does a plan keep its laws: taken, the cell is met; with anything less, it is not?

`make growth-law` tries many thousands of people, more of what each plan could be instead; a sample runs with the tests. What is judged is
the record as it stands today, with the additions of the plan, on the day of the plan.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from random import Random
from time import process_time
from typing import Final, TypeVar

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from kijun.day import exactly
from kijun.evidence import Engagement, Person
from kijun.evidence.assume import assume
from kijun.framework.policy import choose
from kijun.framework.resolve import ResolvedCell, ResolvedEdition, resolve_edition
from kijun.growth.addition import Addition, AreaReached, FactRecorded, FurtherService, NewEngagement, SkillRated
from kijun.growth.apply import apply, as_evidence, as_of
from kijun.growth.plan import Growth, Plan
from kijun.growth.plan_cell import plan_cells
from kijun.judgement import judge, judge_cell, judge_edition
from kijun.judgement.record_judgement import EditionJudgement
from kijun.verdict import MET
from tests.standards.cases import editions
from tests.strategies import DAY, ON, people

Thing = TypeVar("Thing")
DEFAULT: Final = "the default policy"
POLICIES: Final[Mapping[str, Mapping[str, str]]] = {
    DEFAULT: {},
    "literal bands, one field, own lists": {
        "bands.floor": "literal",
        "fields.shared": "one-field",
        "levels.reach-down": "own-lists",
    },
    "the highest slot only, five years, examination satisfies": {
        "slots.role-and-market": "highest",
        "evidence.window": "5",
        "examination.effect": "satisfies",
    },
    "circumstances confirmed, all skill items rated": {
        "circumstances.examined": "confirmed",
        "proficiency.decides": "all-items",
    },
}
A_DAY_LESS: Final = "a day of service less"
SAMPLED: Final = 1
"""How many alternatives of a plan, and how many lesser plans beside each step left out, are looked at with the tests."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesser:
    """A lesser plan: what is less of the step `at`, the additions that are left, and how many days earlier it is judged."""

    less: str
    at: int
    additions: Sequence[Addition]
    days: int = 0


@dataclass(slots=True, kw_only=True)
class Tried:
    """What was tried: pairs of a person and a cell, and by the name of each count, whatever else."""

    counts: Counter[str] = field(default_factory=Counter)

    @property
    def pairs(self) -> int:
        """How many pairs of a person and a cell were planned."""
        return self.counts["pairs"]


def resolved(policy: str) -> list[ResolvedEdition]:
    """Return the shipped editions under a policy."""
    return [resolve_edition(each, choose(each.points, POLICIES[policy])) for each in editions().values()]


@st.composite
def careers(draw: st.DrawFn) -> Person:
    """Generate a person near a cell, of whose engagements much was not written down, and some of which are running."""
    person = draw(people())
    random = Random(draw(st.integers(0, 2**32)))
    return replace(person, engagements=tuple(_half_told(each, random) for each in person.engagements))


def _half_told(engagement: Engagement, random: Random) -> Engagement:
    held = sorted(engagement.conditions)
    silent: Mapping[str, object] = {
        "conditions": frozenset(random.sample(held, random.randint(0, len(held)))),
        "sizes": {},
        "customers": None,
        "market": None,
    }
    for fact, value in silent.items():
        if random.random() < 0.4:
            engagement = replace(engagement, **{fact: value})  # type: ignore[arg-type]  # each fact with its own kind
            if fact == "conditions":
                engagement = replace(engagement, has_all_conditions=False)
    if engagement.market is not None and random.random() < 0.4:
        engagement = replace(engagement, market=tuple(replace(each, employees=None) for each in engagement.market))
    if random.random() < 0.5:
        start = ON - DAY * random.randint(0, 1500)
        end = None if random.random() < 0.5 else exactly(start + DAY * random.randint(0, 1200))
        engagement = replace(engagement, start=exactly(start), end=end)
    return engagement


def growths(person: Person, edition: ResolvedEdition) -> tuple[EditionJudgement, dict[str, Growth]]:
    """Return a person judged in an edition, and the plans for all of its cells."""
    judged = EditionJudgement(edition=edition, cells=judge_edition(edition, person, on=ON), levels={})
    return judged, plan_cells(judged, person, on=ON)


def try_person(person: Person, edition: ResolvedEdition, random: Random, tried: Tried, *, sampled: int) -> None:
    """Hold the laws against the plans for every cell; `sampled` of the lesser plans and alternatives of each."""
    judged, found = growths(person, edition)
    assert found.keys() == judged.cells.keys()
    for path, growth in found.items():
        tried.counts["pairs"] += 1
        if judged.cells[path].verdict is MET:
            assert growth.plans == (Plan(steps=(), day=ON),), f"{path} is met, and planned"
            continue
        assert growth.plans, f"{path} has no plan"
        assert list(growth.plans) == sorted(growth.plans, key=_rank), f"{path}: plans out of order"
        for plan in growth.plans:
            tried.counts["plans"] += 1
            _try_plan(plan, person, judged.cells[path].cell, random, tried, sampled=sampled)


def _rank(plan: Plan) -> tuple[int, object]:
    return len(plan.steps), plan.day


def _try_plan(plan: Plan, person: Person, cell: ResolvedCell, random: Random, tried: Tried, *, sampled: int) -> None:
    trial = Trial(plan=plan, person=person, today=as_of(person, ON), cell=cell, tried=tried)
    additions = [step.addition for step in plan.steps]
    trial.holds(additions)
    for less in (*_steps_left_out(additions), *_some(list(_subsets(additions)), random, sampled)):
        trial.fails(less)
    divisible = [at for at, each in enumerate(additions) if isinstance(each, _DIVISIBLE)]
    for at in _some(divisible, random, sampled):
        for less in _some(list(_finer(additions, at)), random, sampled):
            trial.fails(less)
    instead = [(at, each) for at, step in enumerate(plan.steps) for each in step.instead]
    for at, each in _some(instead, random, sampled):
        tried.counts["alternatives"] += 1
        swapped = [*additions[:at], each, *additions[at + 1 :]]
        trial.holds(swapped)
        lesser = [*_steps_left_out(swapped), *(less for step in divisible for less in _finer(swapped, step))]
        for less in _some(lesser, random, sampled):
            trial.fails(less)


_DIVISIBLE = NewEngagement | FurtherService | FactRecorded | SkillRated | AreaReached


def _some(things: Sequence[Thing], random: Random, sampled: int) -> Sequence[Thing]:
    """Return a sample of the things."""
    return random.sample(things, min(sampled, len(things)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A person and a cell: is the cell met with these additions, and not with fewer? `today` is the record cut today."""

    plan: Plan
    person: Person
    today: Person
    cell: ResolvedCell
    tried: Tried

    def holds(self, additions: Sequence[Addition]) -> None:
        """Refuse a plan that does not make the cell met."""
        self.tried.counts["judgements"] += 1
        then = apply(additions, self.person, day=self.plan.day, today=ON)
        verdict = judge_cell(self.cell, then, on=self.plan.day).verdict
        if verdict is not MET:
            raise AssertionError(self._words(f"taken, it is {verdict.value}", additions))

    def fails(self, lesser: Lesser) -> None:
        """Refuse a plan of which less would do. A part that fails is enough; the part of the lesser step goes first."""
        self.tried.counts["judgements"] += 1
        day = self.plan.day - DAY * lesser.days
        then = assume(self.today, as_evidence(lesser.additions, day=day))
        part = self.cell.parts.get(self.plan.steps[lesser.at].part)
        if part is None or self.cell.does_examination_satisfy or judge(part.criterion, then, on=day).verdict is MET:
            verdict = judge_cell(self.cell, then, on=day).verdict
            if verdict is MET:
                raise AssertionError(self._words(f"met already {lesser.less}", lesser.additions))

    def _words(self, what: str, additions: Sequence[Addition]) -> str:
        path = self.cell.indicator.path
        planned = [step.addition for step in self.plan.steps]
        return "\n".join(
            [
                f"{path}: {what}",
                *(f"+ {_told(each)}" for each in additions),
                f"of the plan for {self.plan.day}",
                *(f"- {_told(each)}" for each in planned),
                f"for {self.today}",
            ]
        )


def _told(addition: Addition) -> str:
    """Return an addition in a line; of a new engagement, what it is, not how it was asked for."""
    if isinstance(addition, NewEngagement):
        return f"NewEngagement(parts={addition.parts}, level={addition.level}, {addition.engagement})"
    return str(addition)


def _steps_left_out(additions: Sequence[Addition]) -> Iterator[Lesser]:
    for at in range(len(additions)):
        yield Lesser(less=f"without step {at + 1}", at=at, additions=[*additions[:at], *additions[at + 1 :]])


def _subsets(additions: Sequence[Addition]) -> Iterator[Lesser]:
    """Yield the proper parts of a plan with two or more steps less: those of one step, and those of two."""
    for at, one in enumerate(additions):
        rest = 0 if at else 1
        if len(additions) > 2:
            yield Lesser(less=f"with step {at + 1} alone", at=rest, additions=[one])
        if len(additions) > 3:
            for other in additions[at + 1 :]:
                yield Lesser(less=f"with step {at + 1} and one more alone", at=rest, additions=[one, other])


def _finer(additions: Sequence[Addition], at: int) -> Iterator[Lesser]:
    """Yield the plans of which one step is a little less."""
    for less, lesser in _lesser(additions[at]):
        left = [*additions[:at], lesser, *additions[at + 1 :]]
        yield Lesser(less=less, at=at, additions=left)
        if less == A_DAY_LESS:
            yield Lesser(less="a day earlier", at=at, additions=left, days=1)


def _lesser(addition: Addition) -> Iterator[tuple[str, Addition]]:
    match addition:
        case FurtherService(days=days, until=until):
            yield A_DAY_LESS, replace(addition, days=days - 1, until=until - DAY)
        case NewEngagement(engagement=engagement, days=days):
            if days > 1 and engagement.end is not None:
                shorter = replace(engagement, end=exactly(engagement.end.latest - DAY))
                yield A_DAY_LESS, replace(addition, engagement=shorter, days=days - 1)
            for fact, less in _less_of(engagement):
                yield f"with less {fact}", replace(addition, engagement=less)
        case FactRecorded(value=int() as least) if least > 0:
            yield "one less on record", replace(addition, value=least - 1)
        case SkillRated(level=level):
            yield "a level lower", replace(addition, level=level - 1)
        case AreaReached(reach=str()):
            yield "with a reach of nobody", replace(addition, reach="none")
        case _:
            pass


def _less_of(engagement: Engagement) -> Iterator[tuple[str, Engagement]]:
    for word in sorted(engagement.conditions):
        yield word, replace(engagement, conditions=engagement.conditions - {word})
    for word in sorted(engagement.activities):
        yield word, replace(engagement, activities=engagement.activities - {word})
    for measure, number in engagement.sizes.items():
        others = {name: size for name, size in engagement.sizes.items() if name != measure}
        yield measure, replace(engagement, sizes=others)
        if number:
            yield measure, replace(engagement, sizes={**others, measure: number - 1})
    if engagement.customers is not None:
        yield "customers", replace(engagement, customers=None)
    for at, share in enumerate(engagement.market or ()):
        others_shares = engagement.market or ()
        fewer = (replace(share, count=share.count - 1),) if share.count > 1 else ()
        yield "market", replace(engagement, market=(*others_shares[:at], *fewer, *others_shares[at + 1 :]))
        if share.employees:
            smaller = replace(share, employees=share.employees - 1)
            yield "employees", replace(engagement, market=(*others_shares[:at], smaller, *others_shares[at + 1 :]))


def try_many(pairs: int, number: int, policy: str, *, sampled: int) -> Tried:
    """Hold the laws against so many pairs or a few more, and return what was tried."""
    tried = Tried()
    under = resolved(policy)
    a_person = sum(len(edition.cells) for edition in under)

    @seed(number)
    @settings(
        max_examples=-(-pairs // a_person),
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(careers())
    def law(person: Person) -> None:
        for edition in under:
            try_person(person, edition, Random(number), tried, sampled=sampled)

    law()
    return tried


def main() -> int:
    """Try every policy; an error that is raised shows the plan, the person and what is wrong."""
    parser = argparse.ArgumentParser(description="Look for a plan that is too small or too large.")
    parser.add_argument("--pairs", type=int, default=100_000, help="persons times cells, under the default policy")
    parser.add_argument("--sampled", type=int, default=4, help="lesser plans and alternatives of each that are tried")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    for policy in POLICIES:
        pairs = asked.pairs if policy == DEFAULT else asked.pairs // 10
        started = process_time()
        tried = try_many(pairs, asked.seed, policy, sampled=asked.sampled)
        counts = ", ".join(f"{name} {count:,}" for name, count in tried.counts.items())
        sys.stdout.write(f"{policy}: seed {asked.seed}, {process_time() - started:.0f} s, {counts}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
