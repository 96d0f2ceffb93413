"""Is each question answered by its own facts, and left open only by the list that could still hold more?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

import pyarrow as pa
import pytest

from kijun.criteria import Areas, Confirmed, Criterion, Kinds, Mentors, Once, Passed, Rated, Times, Years
from kijun.population.answers import Gathered, Piece, Question, pieces_of, questions_of
from kijun.population.asked import AskedOfAll, projects_of
from kijun.population.both import HOW, SMALL
from kijun.population.holdings import area_bits, examination_bits, kind_bits
from kijun.population.lanes import lanes_for
from kijun.population.places import ALL_ONES, BITS, Places
from kijun.population.proficiency import counts_for
from kijun.population.years import years_words
from kijun.verdict import MET, NOT_MET, UNKNOWN, Verdict, between
from tests.builders import once, or_above, rooms, sites, times, years
from tests.population.by_hand import asked_for, stored, told

LISTS: Final = ("engagements", "expertise", "contributions", "mentoring", "qualifications", "ratings")
BOOKS: Final = Kinds(at_least=3, of=("book", "patent", "community"), subject="hardware", within_years=None)
PASSED: Final = Passed(any_of=("AP",), within_years=None)
ANY_AREA: Final = Areas(at_least=1, of=("a", "b"), degree=or_above("guides-others"), reach=None)
TWO_AREAS: Final = Areas(at_least=2, of=("a", "b"), degree=or_above("guides-others"), reach=None)
CONFIRMED: Final = Confirmed(cell="house/a/b/3", circumstances=())
RATED: Final = Rated(of=("house/a", "house/b"), at_least=1, level=3, by=("assessor",))


def _asked(*leaves: Criterion) -> AskedOfAll:
    counted = [each for leaf in leaves if isinstance(leaf, Times) for each in projects_of(leaf)]
    kinds: Mapping[str, type[Criterion]] = {
        "years": Years,
        "areas": Areas,
        "kinds": Kinds,
        "passed": Passed,
        "confirmed": Confirmed,
        "rated": Rated,
    }
    return asked_for(
        *((leaf.clause, leaf.trait) for leaf in leaves if isinstance(leaf, Once)),
        *(each.of[0] for each in counted if each.is_one_demand_once),
        leaves=leaves,
        projects=tuple(each for each in counted if not each.is_one_demand_once),
        **{name: tuple(leaf for leaf in leaves if isinstance(leaf, kind)) for name, kind in kinds.items()},
    )


def _gathered(*leaves: Criterion) -> Gathered:
    asked = _asked(*leaves)
    confirmed: Places[Confirmed] = Places()
    for each in asked.confirmed:
        confirmed.place(each)
    return Gathered(
        asked=asked,
        lanes=lanes_for(asked.projects, 9),
        areas=area_bits(asked.areas),
        kinds=kind_bits(asked.kinds),
        examinations=examination_bits(asked.passed),
        confirmed=confirmed,
        counts=counts_for(asked.rated),
    )


def _columns(gathered: Gathered) -> Iterator[str]:
    """Yield the columns of words that the row of a person has."""
    words = {
        "kind": gathered.kinds.words,
        "examination": gathered.examinations.words,
        "confirmed": gathered.confirmed.words,
        "refused": gathered.confirmed.words,
        "items": gathered.counts.words,
    }
    for how in HOW:
        words |= {
            how: gathered.asked.demands.bits.words,
            f"{how}_projects": gathered.lanes.words,
            f"{how}_areas": gathered.areas.words,
            f"{how}_years": years_words(gathered.asked),
        }
    yield from (f"{name}_{word}" for name, many in words.items() for word in range(many))
    yield "mentors"


def _read(
    gathered: Gathered, *, nowhere: int = 0, opened: str | None = None, **found: int
) -> list[tuple[Piece, int, int]]:
    """Return the pieces and their words, of a person whose lists are complete but for one; `nowhere` are all other words."""
    words = dict.fromkeys(_columns(gathered), nowhere)
    assert found.keys() <= words.keys(), "a column that nothing reads"
    flags = {f"all_{name}": name != opened for name in LISTS}
    row = stored(pa.table({name: [value] for name, value in (flags | words | found).items()}))
    pieces = list(pieces_of(row, gathered))
    said = {f"{how}_{n}": getattr(piece, how) for n, piece in enumerate(pieces) for how in HOW}
    (answer,) = told(row.select(**said))
    return [(piece, answer[f"sure_{n}"], answer[f"possible_{n}"]) for n, piece in enumerate(pieces)]


def _verdicts(gathered: Gathered, **found: Any) -> dict[Question, Verdict]:
    return {
        question: between(bool(sure >> bit & 1), bool(possible >> bit & 1))
        for piece, sure, possible in _read(gathered, **found)
        for question, bit in piece.of.items()
    }


def _verdict(leaf: Criterion, **found: Any) -> Verdict:
    (question,) = questions_of(leaf)
    return _verdicts(_gathered(leaf), **found)[question]


@pytest.mark.parametrize(
    ("word", "opened", "verdict"),
    [
        (0b111, None, MET),
        (0b101, None, NOT_MET),
        (0b101, "contributions", UNKNOWN),
        (0b111, "contributions", MET),
        (0, "contributions", UNKNOWN),
    ],
)
def test_a_list_that_is_not_complete_leaves_open_what_it_does_not_hold(
    word: int, opened: str | None, verdict: Verdict
) -> None:
    assert _verdict(BOOKS, kind_0=word, opened=opened) is verdict


@pytest.mark.parametrize(
    ("leaf", "its_list"),
    [
        (once(rooms(5)), "engagements"),
        (times((5, sites(2))), "engagements"),
        (times((5, sites(2)), (5, sites(2))), "engagements"),
        (years(3), "engagements"),
        (ANY_AREA, "expertise"),
        (TWO_AREAS, "expertise"),
        (BOOKS, "contributions"),
        (Mentors(), "mentoring"),
        (PASSED, "qualifications"),
    ],
)
def test_each_criterion_is_left_open_by_its_own_list_and_no_other(leaf: Criterion, its_list: str) -> None:
    said = {name: _verdict(leaf, opened=name) for name in (*LISTS, None)}
    assert said == {name: UNKNOWN if name == its_list else NOT_MET for name in (*LISTS, None)}


def test_an_engagement_that_perhaps_counts_makes_it_unknown() -> None:
    asked = once(rooms(5))
    said = [_verdict(asked, sure_0=sure, possible_0=possible) for sure, possible in ((1, 1), (0, 1), (0, 0))]
    assert said == [MET, UNKNOWN, NOT_MET]
    assert _verdict(asked, sure_0=1, possible_0=1, opened="engagements") is MET


def test_times_that_ask_for_one_project_each_are_read_from_the_bits() -> None:
    asked = times((5, sites(2)))
    assert questions_of(asked) == [(asked.slots[0].clause, asked.slots[0].trait)]
    assert _verdict(asked, sure_0=0, possible_0=1) is UNKNOWN
    assert _verdict(asked, sure_0=1, possible_0=1) is MET


@pytest.mark.parametrize(
    ("sure", "possible", "verdict"), [(2, 2, MET), (3, 9, MET), (1, 2, UNKNOWN), (1, 1, NOT_MET), (0, 9, UNKNOWN)]
)
def test_several_projects_are_counted(sure: int, possible: int, verdict: Verdict) -> None:
    asked = times((5, sites(2)), (5, sites(2)))
    assert _verdict(asked, sure_projects_0=sure, possible_projects_0=possible) is verdict


def test_slots_that_are_not_alike_are_a_question_for_each_choice_of_them() -> None:
    asked = times((5, rooms(5)), (4, sites(2)))
    questions = questions_of(asked)
    assert len(questions) == 3
    said = _verdicts(_gathered(asked), sure_0=0b01, possible_0=0b11, sure_projects_0=2, possible_projects_0=2)
    assert [said[question] for question in questions] == [MET, UNKNOWN, MET]


@pytest.mark.parametrize(
    ("found", "verdict"),
    [
        ({"sure_0": 0b11, "possible_0": 0b11}, MET),
        ({"sure_0": 0b01, "possible_0": 0b11}, UNKNOWN),
        ({"sure_0": 0b01, "possible_0": 0b01}, NOT_MET),
        ({"sure_years_0": 1, "possible_years_0": 1}, MET),
        ({"possible_years_0": 1}, UNKNOWN),
        ({"possible_0": 0b11, "sure_years_0": 1, "possible_years_0": 1}, MET),
    ],
)
def test_years_are_one_engagement_that_is_long_enough_or_all_together(found: dict[str, int], verdict: Verdict) -> None:
    assert _verdict(years(3), **found) is verdict


def test_each_of_many_years_is_read_at_its_own_bit() -> None:
    asked = [years(at_least) for at_least in range(1, BITS + 3)]
    said = _verdicts(_gathered(*asked), sure_years_0=1 << 5, possible_years_0=1 << 5, possible_years_1=0b10)
    assert {
        asked.index(leaf): verdict for leaf, verdict in said.items() if leaf in asked and verdict is not NOT_MET
    } == {
        5: MET,
        BITS + 1: UNKNOWN,
    }


@pytest.mark.parametrize(
    ("sure", "possible", "verdict"),
    [(0b11, 0b11, MET), (0b01, 0b11, UNKNOWN), (0b01, 0b01, NOT_MET), (0b00, 0b11, UNKNOWN)],
)
def test_areas_are_counted_one_by_one(sure: int, possible: int, verdict: Verdict) -> None:
    assert _verdict(TWO_AREAS, sure_areas_0=sure, possible_areas_0=possible) is verdict


def test_where_any_area_is_enough_one_is() -> None:
    said = [_verdict(ANY_AREA, sure_areas_0=sure, possible_areas_0=possible) for sure, possible in ((1, 1), (0, 1))]
    assert said == [MET, UNKNOWN]


def test_whoever_mentors_somebody_and_whoever_passed_meets_it_whatever_else_is_missing() -> None:
    assert _verdict(Mentors(), mentors=1, opened="mentoring") is MET
    assert _verdict(PASSED, examination_0=1, opened="qualifications") is MET


@pytest.mark.parametrize(("confirmed", "refused", "verdict"), [(1, 0, MET), (0, 1, NOT_MET), (0, 0, UNKNOWN)])
def test_what_nobody_confirmed_or_refused_is_unknown(confirmed: int, refused: int, verdict: Verdict) -> None:
    assert _verdict(CONFIRMED, confirmed_0=confirmed, refused_0=refused) is verdict


@pytest.mark.parametrize(
    ("rated", "below", "verdict"), [(1, 0, MET), (1, 1, MET), (0, 2, NOT_MET), (0, 1, UNKNOWN), (0, 0, UNKNOWN)]
)
def test_an_item_that_nobody_rated_leaves_the_count_open(rated: int, below: int, verdict: Verdict) -> None:
    counts = _gathered(RATED).counts
    word = rated * counts.at_level[RATED].one + below * counts.below[RATED].one
    assert _verdict(RATED, items_0=word) is verdict


EVERYTHING: Final[tuple[Criterion, ...]] = (
    *(once(rooms(number)) for number in range(1, BITS + 8)),
    *(years(number) for number in range(1, 4)),
    *(times(*((5, sites(number)) for _ in range(number))) for number in range(1, 9)),
    times((5, rooms(5)), (4, sites(2))),
    *(ANY_AREA, TWO_AREAS, BOOKS, Mentors(), CONFIRMED, RATED),
    *(Passed(any_of=(f"X{number}",), within_years=None) for number in range(2 * SMALL)),
)


def test_every_question_has_one_bit_of_one_piece() -> None:
    asked = [question for leaf in EVERYTHING for question in questions_of(leaf)]
    pieces = [piece for piece, _, _ in _read(_gathered(*EVERYTHING))]
    answered = [question for piece in pieces for question in piece.of]
    assert len(answered) == len(set(answered))
    assert set(asked) <= set(answered)
    assert all(len(set(piece.of.values())) == len(piece.of) for piece in pieces)
    assert all(max(piece.of.values()) < piece.width <= BITS for piece in pieces)


@pytest.mark.parametrize("opened", [None, "engagements", "expertise", "qualifications"])
@pytest.mark.parametrize("nowhere", [0, (1 << 52) - 1])
def test_a_bit_that_answers_nothing_is_not_set(nowhere: int, opened: str | None) -> None:
    for piece, sure, possible in _read(_gathered(*EVERYTHING), nowhere=nowhere, opened=opened):
        own = sum(1 << bit for bit in piece.of.values())
        assert (sure | possible) & ~own == 0


@pytest.mark.parametrize("word", [0, 1, 1 << (SMALL - 1), 1 << SMALL, 0b1011 << (SMALL - 2), (1 << 2 * SMALL) - 1])
def test_many_criteria_are_answered_each_for_itself(word: int) -> None:
    passed = [Passed(any_of=(f"X{number}",), within_years=None) for number in range(2 * SMALL)]
    said = _verdicts(_gathered(*passed), examination_0=word)
    assert sum(1 << number for number, each in enumerate(passed) if said[each] is MET) == word


def test_the_last_bit_of_a_word_is_answered_like_any_other() -> None:
    demands = [once(rooms(number)) for number in range(1, BITS + 2)]
    gathered = _gathered(*demands)
    for word, bit, demand in gathered.asked.demands.placed():
        assert demands.index(Once(clause=demand[0], trait=demand[1])) == word * BITS + bit
    said = _verdicts(gathered, sure_0=1 << (BITS - 1), possible_0=ALL_ONES, sure_1=0, possible_1=1)
    assert [said[demand.clause, demand.trait] for demand in demands] == [*[UNKNOWN] * (BITS - 1), MET, UNKNOWN]
