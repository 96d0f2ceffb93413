"""Which people are judged in the benchmark?

Seeded random careers in the real words of the editions: 8 engagements (some overlap or touch, some share a project, some are
still running), 4 contributions, 3 areas of expertise. A person's ability shifts every draw, so that cells come out met, not met
and unknown. The records are plain values that go through the same reading as a record file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from kijun.catalogue.record_file import read_record_text
from kijun.catalogue.record_words import words_of
from kijun.evidence import Person
from kijun.framework.edition import Edition
from kijun.framework.indicator import Indicator
from kijun.problem import Severity

ON = date(2026, 4, 1)
ENGAGEMENTS, CONTRIBUTIONS, AREAS = 8, 4, 3
_FIRST_DAY, _LAST_DAY = date(2008, 4, 1), date(2026, 10, 1)
"""Some of what is on record begins after the day of judgement, and does not exist yet."""
_MONTHS_ONLY = 0.05
"""Share of people who wrote a month where the day is not known: they are judged twice, strictly too."""

Plain = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldWords:
    """The words that the printed cells of one field use, in all editions together."""

    field: str
    activities: tuple[str, ...]
    needs_all: bool
    conditions: tuple[str, ...]
    bounds: tuple[tuple[str, int], ...]
    areas: tuple[str, ...]
    bands: tuple[str, ...]
    cells: tuple[str, ...]
    markets: tuple[tuple[str, int, int | None], ...]


def make_people(editions: Sequence[Edition], *, count: int, seed: int) -> list[Person]:
    """Return that many people; the same seed gives the same people."""
    words = words_of(editions)
    by_field = _fields(editions)
    customers = sorted({term for edition in editions for term in edition.vocabulary.terms["customers"]})
    people = []
    for number in range(count):
        maker = _Maker(Random(f"{seed}/{number}"), by_field, customers)
        loaded = read_record_text(json.dumps(maker.record(number)), f"person-{number}.json", words, today=ON)
        wrong = [problem for problem in loaded.problems if problem.severity is Severity.ERROR]
        if loaded.person is None or wrong:
            raise SystemExit(f"person {number} is no valid record: {wrong}")
        people.append(loaded.person)
    return people


def _fields(editions: Iterable[Edition]) -> list[FieldWords]:
    cells: dict[str, list[Indicator]] = {}
    for edition in editions:
        for indicator in edition.indicators.values():
            cells.setdefault(indicator.field, []).append(indicator)
    scopes = {
        scope.id: sorted(scope.groups[0])
        for edition in editions
        for scope in edition.vocabulary.scopes.values()
        if scope.groups
    }
    employed = frozenset().union(*(edition.vocabulary.facts_with_employees for edition in editions))
    return [_words(field, cells[field], scopes, employed) for field in sorted(cells)]


def _words(field: str, cells: list[Indicator], scopes: dict[str, list[str]], employed: frozenset[str]) -> FieldWords:
    asked = [cell.responsibility for cell in cells if cell.responsibility is not None]
    sizes = [each for cell in cells for band in cell.size or () for each in band.any_of]
    printed = [(measure, bound) for each in sizes for measure, bound in each.bounds.items()]
    bounds = [
        (measure, bound.at_least or bound.printed or bound.at_most or bound.below or 1) for measure, bound in printed
    ]
    markets = [
        (fact, each.count or 1, each.employees.at_least if each.employees and fact in employed else None)
        for one in asked
        for each in one.market
        for fact in scopes.get(each.scope, ())
    ]
    return FieldWords(
        field=field,
        activities=_distinct(word for one in asked if one.activities for word in one.activities.of),
        needs_all=any(one.activities.needs_all for one in asked if one.activities),
        conditions=_distinct(word for cell in cells if cell.complexity for word in cell.complexity.of),
        bounds=tuple(bounds),
        areas=_distinct(area for cell in cells if cell.expertise for area in cell.expertise.of),
        bands=tuple(f"{cell.path}/size/{n}" for cell in cells for n, _ in enumerate(cell.size or (), start=1)),
        cells=tuple(cell.path for cell in cells),
        markets=tuple(markets),
    )


def _distinct(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


class _Maker:
    """Draws one person: a home field, an ability between 0 and 1, and what follows from them."""

    def __init__(self, random: Random, fields: Sequence[FieldWords], customers: Sequence[str]) -> None:
        self._random = random
        self._fields = fields
        self._customers = customers
        self._home = random.choice(fields)
        self._ability = random.betavariate(2.5, 1.3)
        self._ended: date | None = None
        self._writes_months = random.random() < _MONTHS_ONLY

    def record(self, number: int) -> Plain:
        """Return a career record as it stands in a file."""
        draw = self._random
        lists = ("engagements", "expertise", "contributions", "mentoring", "qualifications")
        kinds = ("community", "book", "paper-outside", "paper-inside", "lecturer-outside", "lecturer-inside", "patent")
        return {
            "employee": f"E-{number:05}",
            "name": f"Person {number}",
            "complete": [name for name in lists if draw.random() < 0.8],
            "engagements": [self._engagement(position) for position in range(ENGAGEMENTS)],
            "expertise": [self._expertise(area) for area in self._some(self._home.areas, AREAS)],
            "contributions": [
                {"kind": draw.choice(kinds), "title": f"C{n}", "day": self._day()} for n in range(CONTRIBUTIONS)
            ],
            "mentoring": [{"whom": "A junior", "since": self._day()}] if self._likely(0.6) else [],
            "qualifications": [{"examination": "AP", "day": self._day()}] if self._likely(0.5) else [],
        }

    def _likely(self, least: float) -> bool:
        """Draw a success whose chance grows from `least` to 1 with the person's ability."""
        return self._random.random() < least + (1 - least) * self._ability

    def _some(self, words: Sequence[str], count: int) -> list[str]:
        return self._random.sample(words, min(count, len(words)))

    def _day(self, least: date = _FIRST_DAY, most: date = _LAST_DAY) -> str:
        day = least + timedelta(days=self._random.randint(0, (most - least).days))
        return f"{day:%Y-%m}" if self._writes_months and self._random.random() < 0.3 else day.isoformat()

    def _engagement(self, position: int) -> Plain:
        draw = self._random
        field = self._home if draw.random() < 0.85 else draw.choice(self._fields)
        start = _FIRST_DAY + timedelta(days=draw.randrange((_LAST_DAY - _FIRST_DAY).days))
        if self._ended is not None and draw.random() < 0.2:
            start = self._ended + timedelta(days=draw.choice((0, 1, 2)))
        end = self._ended = start + timedelta(days=draw.choice((364, 365, 729, 730, draw.randrange(60, 1500))))
        has_all = field.needs_all and self._likely(0.5)
        found: Plain = {
            "id": f"e{position}",
            "project": f"p{position // 2 if draw.random() < 0.2 else position}",
            "fields": [field.field],
            "activities": list(field.activities) if has_all else self._some(field.activities, draw.randrange(1, 5)),
            "role": "responsible" if self._likely(0.3) else draw.choice(("member", "leader")),
            "from": self._day(start, start),
            "outcome": "succeeded" if self._likely(0.5) else draw.choice(("failed", "participated", "carried-out")),
            "conditions": self._some(field.conditions, round(draw.uniform(0, 3) + 4 * self._ability)),
            "conditions_complete": draw.random() < 0.85,
            "sizes": self._sizes(field),
        }
        if end < ON or draw.random() < 0.5:
            found["until"] = self._day(end, end)
        if field.markets and draw.random() < 0.9:
            found["market"] = [self._share(each) for each in draw.sample(field.markets, min(3, len(field.markets)))]
        if draw.random() < 0.15:
            found["equivalences"] = [self._equivalence(field)]
        return found

    def _sizes(self, field: FieldWords) -> Plain:
        draw = self._random
        found: Plain = {}
        for measure in dict.fromkeys(measure for measure, _ in field.bounds):
            if draw.random() < 0.7:
                bound = draw.choice([printed for name, printed in field.bounds if name == measure])
                found[measure] = round(bound * draw.uniform(0.2, 0.6 + 2 * self._ability))
        if draw.random() < 0.7:
            found["customers"] = draw.choice(self._customers)
        return found

    def _share(self, market: tuple[str, int, int | None]) -> Plain:
        scope, count, employees = market
        found: Plain = {"scope": scope, "count": max(1, round(count * self._random.uniform(0.3, 1 + self._ability)))}
        if employees is not None and self._random.random() < 0.8:
            found["employees"] = round(employees * self._random.uniform(0.5, 1 + 2 * self._ability))
        return found

    def _equivalence(self, field: FieldWords) -> Plain:
        draw = self._random
        decision = draw.choice(("claimed", "recognised", "refused"))
        found: Plain = {"decision": decision, "by": "An assessor", "reason": "Compared", "day": self._day()}
        if decision == "recognised" or draw.random() < 0.6:
            found["to"] = draw.choice((*field.bands, *field.cells))
        return found

    def _expertise(self, area: str) -> Plain:
        draw = self._random
        steps = ("knows-basics", "uses-basics", "practises-alone", "guides-juniors", "guides-others")
        reaches = ("none", "company", "industry", "leads-industry")
        found: Plain = {"area": area, "since": self._day()}
        if draw.random() < 0.9:
            found["degree"] = steps[min(4, int(draw.uniform(1, 2) + 4 * self._ability))]
        if draw.random() < 0.9:
            found["reach"] = reaches[min(3, int(draw.uniform(0, 2) + 2.5 * self._ability))]
        return found
