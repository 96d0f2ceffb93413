"""Which criteria and traits can there be?"""

from __future__ import annotations

from hypothesis import strategies as st

from kijun.criteria import (
    AllOf,
    Amount,
    AnyOf,
    Areas,
    Clause,
    Conditions,
    Confirmed,
    Criterion,
    Customers,
    Either,
    Every,
    Kinds,
    Market,
    Mentors,
    Once,
    OrAbove,
    Passed,
    Rated,
    Reaches,
    Recognised,
    Slot,
    Times,
    Trait,
    Unprinted,
    Unspecified,
    Way,
    Years,
)

_ids = st.sampled_from(("a", "b", "c", "\u4fdd\u5b88"))
_id_lists = st.lists(_ids, max_size=3, unique=True).map(tuple)
_id_sets = st.frozensets(_ids, max_size=3)
_numbers_asked = st.integers(0, 10**12)
_numbers_or_none = st.none() | _numbers_asked
_levels = st.integers(1, 7)


def _steps() -> st.SearchStrategy[OrAbove]:
    return st.builds(OrAbove, least=_ids, accepted=_id_sets)


def _clauses() -> st.SearchStrategy[Clause]:
    return st.builds(
        Clause,
        fields=st.none() | _id_sets,
        is_first_field_only=st.booleans(),
        role=st.none() | _steps(),
        activities=st.none() | _id_lists,
        needs_all_activities=st.booleans(),
        outcome=_steps(),
        within_years=_numbers_or_none,
    )


def traits() -> st.SearchStrategy[Trait]:
    """Generate any trait, up to a few inside one another."""
    leaves: st.SearchStrategy[Trait] = st.one_of(
        st.builds(Conditions, at_least=_numbers_asked, of=_id_lists, must_include=_id_lists),
        st.builds(Amount, measure=_ids, at_least=_numbers_or_none, at_most=_numbers_or_none, below=_numbers_or_none),
        st.builds(Customers, reach=_steps()),
        st.builds(Recognised, as_one_of=_id_sets),
        st.builds(
            Market,
            scope=_ids,
            groups=st.lists(_id_sets, max_size=3).map(tuple),
            count=_numbers_asked,
            employees_at_least=_numbers_or_none,
            employees_below=_numbers_or_none,
        ),
        st.builds(Unprinted, cell=_ids),
        st.just(Unspecified()),
    )
    return st.recursive(leaves, _around_traits, max_leaves=4)


def _around_traits(inner: st.SearchStrategy[Trait]) -> st.SearchStrategy[Trait]:
    several = st.lists(inner, max_size=3).map(tuple)
    ways = st.lists(st.builds(Way, level=_levels, trait=inner), max_size=3).map(tuple)
    return st.one_of(
        st.builds(Every, of=several), st.builds(Either, of=several), st.builds(Reaches, level=_levels, ways=ways)
    )


def criteria() -> st.SearchStrategy[Criterion]:
    """Generate any criterion, up to a few inside one another."""
    slots = st.builds(Slot, level=_levels, clause=_clauses(), trait=traits())
    single: st.SearchStrategy[Criterion] = st.one_of(
        st.builds(Once, clause=_clauses(), trait=traits()),
        st.builds(Times, slots=st.lists(slots, max_size=2).map(tuple)),
        st.builds(Years, at_least=_numbers_asked, level=_levels, clause=_clauses(), trait=traits()),
        st.builds(Areas, at_least=_numbers_asked, of=_id_lists, degree=_steps(), reach=st.none() | _steps()),
        st.builds(Kinds, at_least=_numbers_asked, of=_id_lists, subject=_ids, within_years=_numbers_or_none),
        st.just(Mentors()),
        st.builds(Passed, any_of=_id_lists, within_years=_numbers_or_none),
        st.builds(Rated, at_least=_numbers_asked, of=_id_lists, level=_levels, by=_id_lists),
        st.builds(Confirmed, cell=_ids, circumstances=_id_lists, part=st.none() | _ids),
    )
    return st.recursive(single, _around_criteria, max_leaves=3)


def _around_criteria(inner: st.SearchStrategy[Criterion]) -> st.SearchStrategy[Criterion]:
    several = st.lists(inner, max_size=3).map(tuple)
    return st.builds(AllOf, of=several) | st.builds(AnyOf, of=several)
