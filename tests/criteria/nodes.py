"""One of every node of the language, each with everything that it can hold."""

from __future__ import annotations

from typing import Final

from kijun.criteria import (
    AllOf,
    Amount,
    AnyOf,
    Areas,
    Conditions,
    Confirmed,
    Criterion,
    Customers,
    Either,
    Every,
    Kinds,
    Market,
    Mentors,
    Passed,
    Rated,
    Reaches,
    Recognised,
    Trait,
    Unprinted,
    Unspecified,
    Way,
)
from tests.builders import clause, once, or_above, times, years

LIST: Final = Conditions(at_least=2, of=("a", "b", "c"), must_include=("a",))
ROOMS: Final = Amount(measure="computer_rooms", at_least=3, at_most=4)
AREA: Final = Amount(measure="computer_room_area_m2", at_least=2000, below=5000)
SERVED: Final = Customers(reach=or_above("industry", "nation"))
EQUAL: Final = Recognised(as_one_of=frozenset({"x/5/size/2", "x/5/size/1"}))
COMPANIES: Final = Market(
    scope="companies", groups=(frozenset({"b", "a"}),), count=3, employees_at_least=3000, employees_below=5000
)
MISSING: Final = Unprinted(cell="x/4")
SIZES: Final = Either(of=(ROOMS, AREA))
WHOLE: Final = Every(of=(LIST, SIZES))
LEVEL: Final = Reaches(level=4, ways=(Way(level=4, trait=MISSING), Way(level=5, trait=WHOLE)))
TRAITS: Final[tuple[Trait, ...]] = (
    *(LIST, ROOMS, AREA, SERVED, EQUAL, COMPANIES, MISSING, Unspecified(), SIZES, WHOLE, LEVEL),
)

ONE: Final = once(LIST, fields=frozenset({"sales", "retail"}), within_years=5)
SLOTS: Final = times((5, WHOLE), (4, LEVEL), role=None)
SERVICE: Final = years(3, LEVEL, needs_all_activities=True)
FIELDS: Final = Areas(at_least=1, of=("x", "y"), degree=or_above("guides"), reach=or_above("company", "industry"))
ANYWHERE: Final = Areas(at_least=2, of=("x", "y"), degree=or_above("guides"), reach=None)
HANDED_ON: Final = Kinds(at_least=2, of=("book", "patent"), subject="technique", within_years=None)
EXAM: Final = Passed(any_of=("AP", "FE"), within_years=5)
SKILLED: Final = Rated(at_least=2, of=("x/y/a", "x/y/b", "x/y/c"), level=3, by=("assessor", "superior"))
SEEN: Final = Confirmed(cell="x/5", circumstances=("whole-team", "customers"))
BOTH: Final = AllOf(of=(SLOTS, SEEN))
EITHER: Final = AnyOf(of=(EXAM, Mentors()))
CRITERIA: Final[tuple[Criterion, ...]] = (
    *(ONE, SLOTS, SERVICE, FIELDS, ANYWHERE, HANDED_ON, Mentors(), EXAM, SKILLED, SEEN, BOTH, EITHER),
)
NODES: Final = (*TRAITS, *CRITERIA)

ANY_CLAUSE: Final = clause()


def kind(node: object) -> str:
    """Return what a test of a node is called."""
    return type(node).__name__
