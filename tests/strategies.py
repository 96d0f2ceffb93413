"""Which verdicts, days, records and criteria can there be?

Generators for the laws. People are built from the words of the shipped editions and aim at one of their cells: most numbers lie at
a printed threshold, one above or one below it, most lists hold as many things as are asked, one more or one fewer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any, Final

from hypothesis import strategies as st

from kijun.day import RecordedDay, exactly
from kijun.evidence import (
    LISTS,
    Contribution,
    Engagement,
    Equivalence,
    Expertise,
    MarketShare,
    Mentoring,
    Name,
    Person,
    Qualification,
    Rating,
)
from kijun.framework.edition import Edition
from kijun.framework.indicator import ALL, Bound, Complexity, Indicator, MarketAsked, Responsibility
from kijun.text import same
from kijun.timespan import Span, last_day_of_years
from kijun.verdict import Verdict
from tests.standards.cases import cells, editions, words

ON: Final = date(2026, 4, 1)
DAY: Final = timedelta(days=1)
_FIRST, _LAST = date(1990, 1, 1), date(2060, 12, 31)
_STARTS: Final = (
    *(date(2012, 4, 1), date(2016, 2, 29), date(2016, 3, 1), date(2019, 2, 28), date(2020, 2, 29)),
    *(date(2021, 4, 1), date(2022, 4, 1), date(2023, 4, 1), date(2024, 4, 1), date(2025, 4, 1)),
    *(date(2025, 4, 2), date(2026, 4, 1), date(2026, 4, 2)),
)
_MOST_YEARS: Final = 4
_COMPLETE: Final = (slice(None), slice(None), slice(1), slice(1, None), slice(0))
"""Which lists of a record may be declared complete: all of them, the engagements, the others, or none."""


def verdicts() -> st.SearchStrategy[Verdict]:
    """Generate any verdict; shrinks to met."""
    return st.sampled_from(Verdict)


def days() -> st.SearchStrategy[date]:
    """Generate any day, with the ends of February and of the year over-represented."""
    years = st.integers(_FIRST.year + 1, _LAST.year)
    turns = st.sampled_from((date(4, 2, 28), date(4, 3, 1), date(4, 1, 1)))
    return st.dates(_FIRST, _LAST) | st.builds(
        lambda year, turn, days: turn.replace(year=year) + days * DAY, years, turns, st.sampled_from((0, 1, -1))
    )


def spans() -> st.SearchStrategy[Span]:
    """Generate any period, with whole years, a day less and a day more over-represented."""
    return st.builds(_span, days(), st.integers(0, _MOST_YEARS), st.sampled_from((-1, 0, 1)) | st.integers(-1, 800))


def _span(start: date, years: int, days_more: int) -> Span:
    last = last_day_of_years(start, years) if years else start
    return Span(start=start, end=max(start, last + days_more * DAY))


@cache
def aims() -> tuple[Indicator, ...]:
    """Return the printed cells that a person can aim at."""
    return tuple(cell.indicator for cell in cells().values())


def _near(number: int) -> tuple[int, int, int]:
    return number, max(0, number - 1), number + 1


def _shares(asked: MarketAsked, aim: Indicator, *, count: int, employees: int | None) -> tuple[MarketShare, ...]:
    """Return the market that a printed one asks for, one fact of each group."""
    if asked.scope == "equivalent":
        return ()
    groups = _edition(aim).vocabulary.scopes[asked.scope].groups
    facts = [min(group) for group in groups]
    counted = words().scopes_with_employees
    return tuple(
        MarketShare(scope=fact, count=max(1, count), employees=employees if fact in counted else None) for fact in facts
    )


def _edition(aim: Indicator) -> Edition:
    return editions()[aim.field_path.rsplit("/", 2)[0]]


@cache
def _markets(path: str) -> tuple[tuple[MarketShare, ...] | None, ...]:
    """Return markets at and near those that a cell prints; the first is one that it asks for."""
    aim = cells()[path].indicator
    found: list[tuple[MarketShare, ...] | None] = []
    for asked in aim.responsibility.market if aim.responsibility else ():
        least = asked.employees.at_least if asked.employees else None
        heads = (None,) if least is None else (*_near(least), None)
        found += [
            _shares(asked, aim, count=count, employees=head) for count in _near(asked.count or 1) for head in heads
        ]
    return (*found, None, ())


@cache
def _sizes(path: str) -> tuple[Mapping[str, int | str], ...]:
    """Return sizes at and near those that a cell prints, `customers` among them; the first is one that it asks for."""
    aim = cells()[path].indicator
    found: list[Mapping[str, int | str]] = []
    for band in aim.size or ():
        for each in band.any_of:
            printed = {measure: next(iter(_numbers(bound))) for measure, bound in each.bounds.items()}
            served = _served(aim, each.customers.reach) if each.customers else {}
            found.append({**printed, **served})
            found += [{**printed, measure: near} for measure, number in printed.items() for near in _near(number)]
            if each.some_rooms_or_networks:
                found += [{"computer_rooms": 1}, {"network_sites": 1}, {"computer_rooms": 0, "network_sites": 0}]
    found += [{"customers": served} for served in words().of["customers"]]
    return (*found, {})


@cache
def numbers_near(measure: str) -> tuple[int, ...]:
    """Return zero and the numbers at and near those that any cell prints of a measure."""
    sizes = [size for aim in aims() for size in _sizes(aim.path)]
    return tuple(sorted({0} | {number for size in sizes if isinstance(number := size.get(measure), int)}))


def _numbers(bound: Bound) -> list[int]:
    numbers = (bound.at_least, bound.printed, bound.at_most, bound.below)
    return [number for number in numbers if number is not None]


def _served(aim: Indicator, reach: str) -> Mapping[str, str]:
    terms = _edition(aim).vocabulary.terms["customers"].values()
    return {"customers": next(term.id for term in terms if term.of == reach)}


def _claims(aim: Indicator) -> Iterator[Equivalence]:
    bands = [f"{aim.path}/size/{number}" for number, _ in enumerate(aim.size or (), start=1)]
    for to in (None, aim.path, *bands):
        for decision in ("recognised", "claimed", "refused"):
            yield Equivalence(decision=decision, to=to, by="A", reason="B")
        yield Equivalence(decision="recognised", to=to, by="A", reason="B", day=exactly(ON + DAY))


def fitting(aim: Indicator, identity: str) -> Engagement:
    """Return an engagement that just has what a cell asks of one, served for the years that it asks for."""
    asked = aim.responsibility
    assert asked is not None
    start = date(2019, 4, 1)
    years = 1 if asked.slots else asked.at_least
    engagement = Engagement(
        id=identity,
        title=same(identity),
        project=identity,
        fields=(aim.field,),
        activities=frozenset(asked.activities.of if asked.activities else ()),
        role=asked.role,
        title_held=None,
        start=exactly(start),
        end=exactly(last_day_of_years(start, years)),
        outcome=asked.outcome,
        conditions=frozenset(_conditions(aim)),
        has_all_conditions=True,
        sizes={},
        customers=None,
        market=_markets(aim.path)[0],
        equivalences=(),
    )
    return _with_sizes(engagement, _sizes(aim.path)[0])


def _conditions(aim: Indicator) -> tuple[str, ...]:
    listed = aim.complexity
    if listed is None:
        return ()
    least = listed.at_least if isinstance(listed.at_least, int) else 1
    return (*listed.must_include, *listed.of[: least - len(listed.must_include)])


def _with_sizes(engagement: Engagement, sizes: Mapping[str, int | str]) -> Engagement:
    served = sizes.get("customers")
    return replace(
        engagement,
        sizes={measure: number for measure, number in sizes.items() if isinstance(number, int)},
        customers=served if isinstance(served, str) else None,
    )


_CONDITIONS_OF_OTHERS: Final = ("known-technology-with-results", "multi-vendor")
"""What an engagement may have on record where its cell asks for no condition."""
_ANY_ACTIVITIES: Final = ("hardware-installation", "proposing")
"""What an engagement may be where its cell asks for no activity."""


def _activities(clause: Responsibility | Complexity | None) -> tuple[str, ...]:
    return clause.activities.of if clause is not None and clause.activities else _ANY_ACTIVITIES


def _fields(own: str) -> tuple[tuple[str, ...], ...]:
    """Return the fields that an engagement may name: its own first or second, or another one only."""
    return ("hardware", own), ("product-sales",), (own, "software")


@cache
def _deviations(path: str) -> tuple[Mapping[str, Any], ...]:
    """Return what an engagement that aims at a cell may have instead, fact by fact."""
    aim = cells()[path].indicator
    assert aim.responsibility is not None
    listed = aim.complexity.of if aim.complexity else _CONDITIONS_OF_OTHERS
    activities, of_complexity = _activities(aim.responsibility), _activities(aim.complexity)
    starts = [
        {"start": exactly(start), "end": end}
        for start in _STARTS
        for end in (None, *(exactly(max(start, last_day_of_years(start, 1) + day * DAY)) for day in (-1, 0, 1)))
    ]
    return (
        *({"conditions": frozenset(listed[at:])} for at in range(len(listed) + 1)),
        *({"conditions": frozenset(listed[:at]), "has_all_conditions": False} for at in range(len(listed))),
        *({"sizes": sizes} for sizes in _sizes(path)),
        *({"market": market} for market in _markets(path)),
        *({"equivalences": (claim,)} for claim in _claims(aim)),
        *({"equivalences": (claim,), "sizes": {}, "market": ()} for claim in _claims(aim)),
        *({"role": role} for role in ("member", "leader", "responsible")),
        *({"outcome": outcome} for outcome in words().of["outcome"]),
        *({"activities": frozenset(of)} for of in (activities[:1], activities[1:], of_complexity, ())),
        *({"fields": tuple(dict.fromkeys(fields))} for fields in _fields(aim.field)),
        *({"project": project} for project in ("one project", "one project", "another project")),
        *starts,
    )


@st.composite
def engagements(draw: st.DrawFn, aim: Indicator, identity: str = "further") -> Engagement:
    """Generate an engagement that fits a cell but for up to three facts."""
    engagement = fitting(aim, identity)
    for change in draw(st.lists(st.sampled_from(_deviations(aim.path)), max_size=3)):
        facts = dict(change)
        sizes = facts.pop("sizes", None)
        engagement = replace(engagement, **facts)
        engagement = engagement if sizes is None else _with_sizes(engagement, sizes)
    return engagement


def _expertise(aim: Indicator) -> st.SearchStrategy[tuple[Expertise, ...]]:
    """Generate areas of a cell: one or two, or where all are asked for all of them, and at times one fewer."""
    asked = aim.expertise
    if asked is None:
        return st.just(())
    if asked.at_least == ALL:
        of = st.sampled_from((asked.of, asked.of, asked.of[1:]))
        return of.flatmap(lambda areas: st.tuples(*(expertise(aim, area) for area in areas)))
    return st.lists(expertise(aim), min_size=1, max_size=2).map(tuple)


@st.composite
def expertise(draw: st.DrawFn, aim: Indicator, area: str | None = None) -> Expertise:
    """Generate an area that fits a cell but for up to one fact."""
    asked = aim.expertise
    assert asked is not None
    held = Expertise(area=area or draw(st.sampled_from(asked.of)), degree=asked.degree, reach=asked.reach, since=None)
    changes: list[Mapping[str, Any]] = [
        *({"degree": degree} for degree in (None, *words().of["degree"])),
        *({"reach": reach} for reach in (None, *words().of["reach"])),
        *({"since": exactly(day)} for day in (ON, ON + DAY)),
    ]
    return replace(held, **draw(st.sampled_from([{}, *changes] if area is None else [{}] * len(changes) + changes)))


def contributions() -> st.SearchStrategy[Contribution]:
    """Generate a contribution of any kind, before, on or after the day of judgement."""
    kinds = st.sampled_from(sorted(words().of["contribution"]))
    return st.builds(lambda kind, day: Contribution(kind=kind, title=same(kind), day=day), kinds, _recent_days())


def mentoring() -> st.SearchStrategy[Mentoring]:
    """Generate a mentoring that began before, on or after the day of judgement."""
    return st.builds(Mentoring, whom=st.just("C"), since=_recent_days())


def qualifications() -> st.SearchStrategy[Qualification]:
    """Generate an examination passed before, on or after the day of judgement."""
    return st.builds(Qualification, examination=st.sampled_from(sorted(words().of["examination"])), day=_recent_days())


RATERS: Final = ("self", "superior", "assessor")


@st.composite
def ratings(draw: st.DrawFn, item: str, level: int) -> Rating:
    """Generate a rating of an item near a level, of this field's item or of the item for all fields."""
    category, _, name = item.split("/")
    return Rating(
        item=draw(st.sampled_from((item, f"{category}/{name}"))),
        level=draw(st.sampled_from((level, level + 1, level - 1))),
        by=draw(st.sampled_from(RATERS)),
        day=draw(_recent_days()),
    )


def _ratings(aim: Indicator) -> st.SearchStrategy[tuple[Rating, ...]]:
    """Generate ratings of the items that a cell has a proficiency of: none, one or many."""
    items = [
        item for item in _edition(aim).items_of(aim.field_path) if aim.level in item.proficiencies and item.is_common
    ]
    one = st.sampled_from(items[:2]).flatmap(lambda item: ratings(item.key, aim.level)) if items else st.nothing()
    return st.lists(one, max_size=4).map(tuple) if items else st.just(())


def _recent_days() -> st.SearchStrategy[RecordedDay]:
    return st.sampled_from([exactly(day) for day in (ON, date(2018, 4, 1), date(2021, 4, 20), ON + DAY)])


@st.composite
def people(draw: st.DrawFn) -> Person:
    """Generate a person whose record comes near one cell."""
    aim = draw(st.sampled_from(aims()))
    slots = len(aim.responsibility.slots or ()) if aim.responsibility else 0
    many = draw(st.sampled_from((slots, slots + 1, slots - 1) if slots else (1, 2, 3)))
    kinds = aim.succession.of[: max(0, aim.succession.at_least + draw(st.integers(-1, 1)))] if aim.succession else ()
    return Person(
        employee="E-1",
        name=Name(written="A"),
        team=None,
        complete=draw(st.sampled_from([frozenset(LISTS[of]) for of in _COMPLETE])),
        engagements=tuple(draw(engagements(aim, f"e{number}")) for number in range(many)),
        expertise=draw(_expertise(aim)),
        contributions=tuple(Contribution(kind=kind, title=same(kind), day=draw(_recent_days())) for kind in kinds),
        mentoring=tuple(draw(st.lists(mentoring(), max_size=1))),
        qualifications=tuple(draw(st.lists(qualifications(), max_size=1))),
        ratings=draw(_ratings(aim)),
        confirmations=(),
    )
