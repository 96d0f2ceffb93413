"""Who is judged both ways: people each of whom comes near a cell, or several.

A person aims at cells as they stand under some policy, so that the numbers at which a policy turns are met too. Every list
may be declared complete or not; beside what is aimed at stand engagements and holdings of other cells, full of slips.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Final

from kijun.catalogue.record_words import words_of
from kijun.evidence import (
    LISTS,
    Confirmation,
    Contribution,
    Engagement,
    Expertise,
    Mentoring,
    Name,
    Person,
    Qualification,
    Rating,
)
from kijun.framework.resolve import ResolvedCell, ResolvedEdition
from tests.population.agreement.chance import SLIPS, Chance
from tests.population.agreement.holdings import Holding, near
from tests.population.agreement.service import Service, a_service

TEAMS: Final = (None, "東京", "大阪", "A/B=c", "名古屋 支社")
_AIMS: Final = (1, 1, 1, 1, 2, 2, 3)
"""At how many cells a person aims."""
_STRAY: Final = 0.3
"""How often what belongs to a cell slips at which the person does not aim."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aims:
    """The cells at which people aim, and the words of their editions by kind."""

    cells: tuple[ResolvedCell, ...]
    words: Mapping[str, tuple[str, ...]]


def aims_of(editions: Sequence[ResolvedEdition]) -> Aims:
    """Return what people can aim at in some editions, each under its policy."""
    known = words_of(edition.edition for edition in editions)
    kinds = {kind: tuple(sorted(words)) for kind, words in known.of.items()}
    kinds["examination"] = (*kinds["examination"], "unheard-of")
    kinds["path"] = (*known.cells, *known.bands)
    cells = (cell for edition in editions for cell in edition.cells.values())
    return Aims(cells=tuple(cells), words=kinds)


def random_people(many: int, aims: Aims, *, on: date, seed: int) -> Iterator[Person]:
    """Yield so many people in the order of their employee numbers; each is the same whoever comes before."""
    for number in range(many):
        yield random_person(number, aims, on=on, seed=seed)


def random_person(number: int, aims: Aims, *, on: date, seed: int) -> Person:
    """Return one of the people of a seed."""
    source = Random(f"{seed}/{number}")  # not a secret, and has to come again
    chance = Chance(source=source, slip=source.choice(SLIPS))
    service = a_service(aims.words, on)
    engagements: list[Engagement] = []
    holdings: list[Holding] = []
    for _ in range(chance.one_of(_AIMS) if chance.between(0, 40) else 0):
        cell = chance.one_of(aims.cells)
        engagements += _served(cell, service, chance)
        holdings += _held(cell, aims, on, chance)
    if chance.one_in(3):
        cell = chance.one_of(aims.cells)
        engagements += _served(cell, service, chance.at(_STRAY))
        holdings += [each for each in _held(cell, aims, on, chance.at(_STRAY)) if chance.one_in(2)]
    if chance.one_in(2):
        chance.source.shuffle(holdings)
    return _person(number, engagements, holdings, chance)


def _served(cell: ResolvedCell, service: Service, chance: Chance) -> list[Engagement]:
    """Return the engagements of a cell; those that fill its times and years are often enough for its other parts."""
    made: list[Engagement] = []
    for name, part in cell.parts.items():
        if name == "responsibility" or not made or chance.one_in(4):
            made += service.near(part.criterion, cell.indicator.field, chance)
    return made


def _held(cell: ResolvedCell, aims: Aims, on: date, chance: Chance) -> list[Holding]:
    criteria = [part.criterion for part in cell.parts.values()]
    criteria += [cell.examination.criterion] if cell.examination and chance.one_in(2) else []
    return [each for criterion in criteria for each in near(criterion, aims.words, on, chance)]


def _complete(chance: Chance) -> frozenset[str]:
    most = chance.near((LISTS,), (LISTS[:1], LISTS[1:], (), LISTS))
    return frozenset(name for name in most if not (chance.slips() and chance.one_in(2)))


def _person(number: int, engagements: list[Engagement], holdings: Iterable[Holding], chance: Chance) -> Person:
    held = list(holdings)
    return Person(
        employee=f"E-{number:07}",
        name=Name(written=f"名前 {number}", reading=chance.one_of((None, "なまえ"))),
        team=chance.one_of(TEAMS),
        complete=_complete(chance.at(max(chance.slip, 0.35))),
        engagements=tuple(engagements),
        expertise=tuple(each for each in held if isinstance(each, Expertise)),
        contributions=tuple(each for each in held if isinstance(each, Contribution)),
        mentoring=tuple(each for each in held if isinstance(each, Mentoring)),
        qualifications=tuple(each for each in held if isinstance(each, Qualification)),
        ratings=tuple(each for each in held if isinstance(each, Rating)),
        confirmations=tuple(each for each in held if isinstance(each, Confirmation)),
    )
