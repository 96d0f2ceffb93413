"""Is it told of whom it is open whether some years were served, and are their engagements laid out for these years?"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kijun.criteria import AllOf, Years
from kijun.population.both import HOW
from kijun.population.demands import AskedOfEngagements
from kijun.population.engagements import DAYS_IN_A_LEAP_YEAR, Facts, gather_engagements, lengths_of, windows_of
from kijun.population.open_years import counted_for, doubtful_engagements, open_years, spans_of, years_keys
from kijun.population.places import BITS, Mask
from kijun.population.served_years import gather_years
from kijun.population.side_by_side import side_by_side
from kijun.timespan import Span, length, window_start
from kijun.verdict import MET, NOT_MET, UNKNOWN, Verdict, between
from tests.builders import ON, conditions, once, rooms, years
from tests.population.by_hand import AS_DRAWN, asked_for, told, words

Served = tuple[date, date, bool]
"""The first day, the last, and whether it surely counts."""
Words = dict[str, int]
_DATE: Final = pa.date32()
_EVER: Final = [years(least) for least in (1, 2, 3, 5)]


def _places(asked: AskedOfEngagements) -> dict[Years, int]:
    """Return the places of the years, as if years of other blocks stood before them."""
    return {criterion: place for place, criterion in enumerate(asked.years, start=3)}


def _words(asked: AskedOfEngagements, period: Served, *, on: date) -> Words:
    """Return the bits of an engagement: the years it counts for, unless it ended before the window, and those it is enough for alone."""
    since, until, is_sure = period
    found = {f"{how}_{word}": 0 for how in HOW for word in asked.words}
    found |= {f"{how}_of_years_{word}": 0 for how in HOW for word in range(-(-len(asked.years) // BITS))}
    for place, (criterion, alone) in enumerate(asked.alone.items()):
        window = criterion.clause.within_years
        first = date.min if window is None else window_start(on, window)
        is_long = (until - max(since, first)).days + 1 >= criterion.at_least * DAYS_IN_A_LEAP_YEAR
        meant = {f"of_years_{place // BITS}": (until >= first) << place % BITS}
        meant |= {str(word): bits * is_long for word, bits in alone.items()}
        for name, bits in meant.items():
            found[f"possible_{name}"] |= bits
            found[f"sure_{name}"] |= bits if is_sure else 0
    return found


def _staged(asked: AskedOfEngagements, people: list[list[Served]], *, on: date = ON) -> tuple[Any, Any, Facts]:
    """Return the engagements, what each likeness of them comes to, and the facts that tell these apart."""
    said = [
        (person, period, _words(asked, period, on=on)) for person, periods in enumerate(people) for period in periods
    ]
    alike: list[Words] = []
    for _, _, bits in said:
        if bits not in alike:
            alike.append(bits)
    rows = [
        {"person": person, "shared_project": 0, "since": since, "until": until, "likeness_0": alike.index(bits)}
        for person, (since, until, _), bits in said
    ]
    come_to = [{"likeness_0": n, **bits} for n, bits in enumerate(alike)]
    return words(rows, since=_DATE, until=_DATE), words(come_to), _facts(asked, len(alike))


def _facts(asked: AskedOfEngagements, likenesses: int) -> Facts:
    return Facts(
        classes={},
        sizes=(),
        windows=windows_of([asked]),
        lengths=lengths_of(asked.years),
        likeness=side_by_side("likeness", {"work": likenesses.bit_length()}),
    )


def _keys(asked: AskedOfEngagements, *, on: date = ON) -> Any:
    return words([dict(key) for key in years_keys(asked, _places(asked), on=on)], counts_from=_DATE)


def _spans(served: Any, alike: Any, facts: Facts, doubtful: Any, asked: AskedOfEngagements, *, on: date = ON) -> Any:
    """Return the engagements of doubtful people, once for each of the open years that they count for."""
    counted = counted_for(doubtful_engagements(served, doubtful), alike, facts)
    return spans_of(counted, _keys(asked, on=on), asked)


def _merged(spans: Any, asked: AskedOfEngagements) -> Any:
    """Return what is served together, the n-th of the years at bit n."""
    masks: dict[str, dict[int, int]] = {}
    for number, place in enumerate(_places(asked).values()):
        masks.setdefault(f"together_{number // BITS}", {})[place] = 1 << number % BITS
    return gather_years(spans, _keys(asked).select("place", "at_least"), masks)


def _read(asked: AskedOfEngagements, people: list[list[Served]], *, on: date = ON) -> list[list[Verdict]]:
    """Return for each person which of the years are served: by one engagement alone, or by all of them together."""
    served, alike, facts = _staged(asked, people, on=on)
    gathered = gather_engagements(served, alike, facts)
    spans = _spans(served, alike, facts, open_years(gathered, asked), asked, on=on)
    rows: dict[int, dict[str, int]] = {person: {} for person in range(len(people))}
    for row in [*told(gathered), *told(_merged(spans, asked))]:
        rows[row["person"]] |= row
    return [[_told_of(number, asked, row) for number in range(len(asked.years))] for row in rows.values()]


def _told_of(number: int, asked: AskedOfEngagements, row: dict[str, int]) -> Verdict:
    at: dict[str, int] = {str(word): bits for word, bits in asked.alone[asked.years[number]].items()}
    at[f"together_{number // BITS}"] = 1 << number % BITS
    sure, possible = (any(row.get(f"{how}_{name}", 0) & bits for name, bits in at.items()) for how in HOW)
    return between(sure, possible)


def _by_hand(criterion: Years, engagements: list[Served], *, on: date) -> Verdict:
    window = criterion.clause.within_years
    first = date.min if window is None else window_start(on, window)
    clipped = [(Span(start=max(since, first), end=until), sure) for since, until, sure in engagements if until >= first]
    surely = length(span for span, is_sure in clipped if is_sure).years >= criterion.at_least
    return between(surely, length(span for span, _ in clipped).years >= criterion.at_least)


def _near(anchors: list[date]) -> st.SearchStrategy[date]:
    return st.builds(lambda anchor, off: anchor + timedelta(days=off), st.sampled_from(anchors), st.integers(-2, 2))


_ANCHORS = [
    date(year, month, day) for year in (2019, 2020, 2021, 2023, 2024) for month, day in ((1, 1), (3, 1), (4, 1))
]
_ENGAGEMENTS = st.builds(
    lambda one, two, is_sure: (min(one, two), max(one, two), is_sure),
    _near(_ANCHORS),
    _near(_ANCHORS) | st.just(ON),
    st.booleans() | st.just(True),
)
_PEOPLE = st.lists(st.lists(_ENGAGEMENTS, max_size=5), min_size=40, max_size=60).filter(any)
"""Many of them at once: what takes time is to ask, not how much."""


@settings(max_examples=4, phases=AS_DRAWN)
@given(_PEOPLE)
def test_alone_or_together_they_are_the_union_of_the_periods(people: list[list[Served]]) -> None:
    expected = [[_by_hand(each, engagements, on=ON) for each in _EVER] for engagements in people]
    assert _read(asked_for(*_EVER), people) == expected


@settings(max_examples=4, phases=AS_DRAWN)
@given(_PEOPLE, st.sampled_from((ON, date(2024, 2, 29), date(2024, 2, 28), date(2028, 2, 28))))
def test_a_window_cuts_what_began_before_it(people: list[list[Served]], on: date) -> None:
    criteria = [years(least, within_years=window) for least, window in ((1, 2), (2, 2), (2, 5), (1, 5), (4, None))]
    cut = [[(since, min(until, on), sure) for since, until, sure in each if since <= on] for each in people]
    if any(cut):
        expected = [[_by_hand(each, engagements, on=on) for each in criteria] for engagements in cut]
        assert _read(asked_for(*criteria), cut, on=on) == expected


def _day(written: str) -> date:
    return date.fromisoformat(written)


def test_what_perhaps_counts_makes_it_unknown_and_what_surely_does_is_enough() -> None:
    long, short = (_day("2020-01-01"), _day("2021-12-31")), (_day("2022-01-01"), _day("2022-12-31"))
    people = [[(*long, True), (*short, False)], [(*long, False), (*short, True)], [(*long, False)], []]
    assert _read(asked_for(years(2), years(3)), people) == [
        [MET, UNKNOWN],
        [UNKNOWN, UNKNOWN],
        [UNKNOWN, NOT_MET],
        [NOT_MET, NOT_MET],
    ]


def test_each_of_the_years_looks_at_its_own_engagements() -> None:
    asked = asked_for(years(1, conditions()), years(1, rooms(5)))
    own = {"sure_0": 0, "possible_0": 0, "sure_of_years_0": 0b10, "possible_of_years_0": 0b11}
    engagement = {"person": 7, "since": _day("2021-01-01"), "until": _day("2021-12-31"), "likeness_0": 0}
    served = words([{**engagement, "shared_project": 0}], since=_DATE, until=_DATE)
    alike, facts = words([{"likeness_0": 0, **own}]), _facts(asked, 1)
    gathered = gather_engagements(served, alike, facts)
    spans = _spans(served, alike, facts, open_years(gathered, asked), asked)
    assert told(_merged(spans, asked)) == [{"person": 7, "sure_together_0": 0b10, "possible_together_0": 0b11}]


def _alone(mask: Mask, *, holds: bool) -> int:
    (bits,) = mask.values()
    return bits if holds else 0


@pytest.mark.parametrize(
    ("surely_long", "possibly_long", "days", "is_open"),
    [
        (False, False, 1094, False),
        (False, False, 1095, True),
        (False, True, 1095, True),
        (False, True, 9999, True),
        (True, True, 1098, False),
        (True, True, 9999, False),
    ],
)
def test_years_are_open_unless_one_engagement_is_surely_enough_or_all_together_too_few(
    *, surely_long: bool, possibly_long: bool, days: int, is_open: bool
) -> None:
    asked = asked_for(years(3))
    mask = asked.alone[years(3)]
    found = {"sure_0": _alone(mask, holds=surely_long), "possible_0": _alone(mask, holds=possibly_long)}
    gathered = words([{"person": 4, **found, "days": days}])
    assert told(open_years(gathered, asked)) == ([{"person": 4, "open_0": 1}] if is_open else [])


def test_years_that_two_cells_ask_for_are_open_once_and_other_bits_of_the_word_say_nothing_of_them() -> None:
    asked = asked_for(once(rooms(5)), years(3), years(3), years(1))
    (three, one), other = asked.years, (1 << 40) | 1
    bits = {each: mask[0] for each, mask in asked.alone.items()}
    assert (bits[three].bit_count(), bits[one].bit_count()) == (2, 1)
    rows = [
        {"person": person, "sure_0": sure, "possible_0": sure, "days": 1095}
        for person, sure in enumerate((other, bits[three], bits[one] | other, bits[one] | bits[three]))
    ]
    assert told(open_years(words(rows), asked)) == [
        {"person": 0, "open_0": 0b11},
        {"person": 1, "open_0": 0b10},
        {"person": 2, "open_0": 0b01},
    ]


def test_only_open_years_of_doubtful_people_are_laid_out_and_cut_at_their_windows() -> None:
    ever, lately = years(1), years(1, within_years=5)
    asked = asked_for(ever, lately)
    period = (_day("2021-01-01"), _day("2021-12-31"), True)
    before = (_day("2021-01-01"), _day("2021-04-01"), False)
    served, alike, facts = _staged(asked, [[period], [period, before], [period]])
    doubtful = words([{"person": 0, "open_0": 0b11}, {"person": 1, "open_0": 0b01}])
    spans = _spans(served, alike, facts, doubtful, asked)
    found = [(row["person"], row["place"], row["since"], row["until"], row["is_sure"]) for row in told(spans)]
    assert sorted(found) == [
        (0, 3, *period),
        (0, 4, _day("2021-04-02"), *period[1:]),
        (1, 3, *before),
        (1, 3, *period),
    ]


def test_an_engagement_that_counts_for_none_of_the_open_years_is_left_out() -> None:
    asked = asked_for(years(1, conditions()), years(1, rooms(5)))
    engagement = {"shared_project": 0, "since": ON, "until": ON}
    rows = [{"person": n, "likeness_0": likeness, **engagement} for n, likeness in enumerate((0, 1, 2, 2))]
    come_to = [(0b00, 0b01), (0b10, 0b10), (0b01, 0b11)]
    alike = [
        {"likeness_0": n, "sure_of_years_0": sure, "possible_of_years_0": possible}
        for n, (sure, possible) in enumerate(come_to)
    ]
    served = words(rows, since=_DATE, until=_DATE)
    doubtful = words([{"person": n, "open_0": which} for n, which in enumerate((0b10, 0b10, 0b10, 0b11))])
    counted = counted_for(doubtful_engagements(served, doubtful), words(alike), _facts(asked, 3))
    found = [(row["person"], row["sure_0"], row["possible_0"]) for row in told(counted)]
    assert found == [(1, 0b10, 0b10), (2, 0b00, 0b10), (3, 0b01, 0b11)]


def test_each_of_the_years_has_a_key_with_its_place_its_window_and_a_bit_of_its_own() -> None:
    asked = asked_for(years(3), years(2, within_years=5))
    keys = list(years_keys(asked, {years(2, within_years=5): 0, years(9): 1, years(3): 2}, on=ON))
    assert keys == [
        {"place": 2, "counts_from": date.min, "at_least": 3, "own_0": 0b01},
        {"place": 0, "counts_from": date(2021, 4, 2), "at_least": 2, "own_0": 0b10},
    ]


def test_years_that_fill_a_word_go_on_in_the_next() -> None:
    asked = asked_for(AllOf(of=tuple(years(1, rooms(least)) for least in range(BITS + 2))))
    keys = list(years_keys(asked, _places(asked), on=ON))
    assert [(keys[n]["own_0"], keys[n]["own_1"]) for n in (BITS - 1, BITS, BITS + 1)] == [
        (1 << BITS - 1, 0),
        (0, 0b01),
        (0, 0b10),
    ]
    together, alone, neither = (
        [(_day("2021-01-01"), _day(until), True)] for until in ("2021-12-31", "2022-01-01", "2021-12-30")
    )
    assert _read(asked, [together, alone, neither]) == [[verdict] * (BITS + 2) for verdict in (MET, MET, NOT_MET)]


def test_where_nobody_served_nobody_has_a_row() -> None:
    asked = asked_for(years(1))
    served, alike, facts = _staged(asked, [[(ON, ON, True)]])
    nobody = served.filter(served.person < 0)
    gathered = gather_engagements(nobody, alike, facts)
    spans = _spans(nobody, alike, facts, open_years(gathered, asked), asked)
    assert (told(gathered), told(_merged(spans, asked))) == ([], [])
