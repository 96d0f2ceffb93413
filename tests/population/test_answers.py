"""Is each question answered by its own facts at the bits of its cells, and left open only by the list that could hold more?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kijun.criteria import AllOf, Areas, Confirmed, Criterion, Kinds, Mentors, Passed, Rated
from kijun.framework.resolve import ResolvedCell
from kijun.population.answers import answers_of, enough_columns
from kijun.population.asked import AskedOfAll, asked_of_all
from kijun.population.blocks import CELLS
from kijun.population.both import HOW
from kijun.population.gathered import Gathered
from kijun.population.holdings import areas_apart, examination_bits, is_any_area, kind_bits
from kijun.population.lanes import lanes_for
from kijun.population.leaves import leaf_columns
from kijun.population.places import ALL_ONES, BITS, Places
from kijun.population.proficiency import counts_for
from kijun.population.questions import Question, questions_of
from kijun.verdict import MET, NOT_MET, UNKNOWN, Verdict, between
from tests.builders import once, or_above, rooms, sites, times, years
from tests.population.by_hand import AS_DRAWN, EACH_KIND, cell_of, criteria_drawn, edition_of, stored, told

LISTS: Final = ("engagements", "expertise", "contributions", "mentoring", "qualifications", "ratings")
BOOKS: Final = Kinds(at_least=3, of=("book", "patent", "community"), subject="hardware", within_years=None)
A_BOOK: Final = Kinds(at_least=1, of=("book", "patent"), subject="hardware", within_years=None)
PASSED: Final = Passed(any_of=("AP",), within_years=None)
ANY_AREA: Final = Areas(at_least=1, of=("a", "b"), degree=or_above("guides-others"), reach=None)
TWO_AREAS: Final = Areas(at_least=2, of=("a", "b"), degree=or_above("guides-others"), reach=None)
CONFIRMED: Final = Confirmed(cell="house/a/b/3", circumstances=())
RATED: Final = Rated(of=("house/a", "house/b"), at_least=1, level=3, by=("assessor",))


def _asking(*criteria: Criterion) -> Gathered:
    """Return how a row is read for cells of one field that ask one of these each."""
    return _gathered(asked_of_all([edition_of(f=_cells(criteria))]))


def _cells(criteria: tuple[Criterion, ...]) -> dict[str, ResolvedCell]:
    return {str(level): cell_of(complexity=each) for level, each in enumerate(criteria)}


def _gathered(asked: AskedOfAll) -> Gathered:
    confirmed: Places[Confirmed] = Places()
    for each in asked.of(Confirmed):
        confirmed.place(each)
    return Gathered(
        asked=asked,
        lanes=tuple(lanes_for(each.projects, 9) for each in asked.engagements),
        apart=areas_apart(asked.of(Areas)),
        kinds=kind_bits(asked.of(Kinds)),
        examinations=examination_bits(asked.of(Passed)),
        confirmed=confirmed,
        counts=counts_for(asked.of(Rated)),
    )


def _columns(gathered: Gathered) -> Iterator[str]:
    """Yield the columns of words that the row of a person has."""
    yield from (name for widths in gathered.held.columns for name in widths)
    yield from (f"items_{word}" for word in range(gathered.counts.words))
    asked = gathered.asked
    for block, engagements, lanes in zip(asked.blocks, asked.engagements, gathered.lanes, strict=True):
        of_years = {word for mask in engagements.alone.values() for word in mask}
        for how in HOW:
            yield from (f"{block.name}_{how}_{word}" for word in engagements.words)
            yield from (f"{block.name}_{how}_projects_{word}" for word in range(lanes.words))
            yield from (f"{how}_years_{block.name}_{word}" for word in of_years)


def _words(gathered: Gathered, *, opened: str | None = None, **found: int) -> dict[str, int]:
    """Return the words of answers, of a person whose lists are complete but for one; what is not said was not gathered."""
    row = dict.fromkeys(_columns(gathered), 0)
    assert found.keys() <= row.keys(), "a column that nothing reads"
    flags = {f"all_{name}": name != opened for name in LISTS}
    table = stored(pa.table({name: [value] for name, value in (flags | row | found).items()}))
    table = table.mutate(**leaf_columns(table, gathered), **enough_columns(table, gathered))
    blocks = range(len(gathered.asked.blocks))
    answers = {name: word for place in blocks for name, word in answers_of(table, place, gathered).items()}
    (said,) = told(table.select(**answers))
    return said


def _answers(gathered: Gathered, **found: Any) -> dict[tuple[str, Question], Verdict]:
    """Return the answer to each question of each cell, by its path."""
    words = _words(gathered, **found)
    said = {}
    for block in gathered.asked.blocks:
        for plane, asked in block.asked.items():
            for place, question in asked.items():
                word, bit = block.bit(plane, place)
                sure, possible = (words[f"{block.name}_{how}_answers_{word}"] >> bit & 1 for how in HOW)
                said[block.cells[place], question] = between(bool(sure), bool(possible))
    return said


def _answer(criterion: Criterion, **found: Any) -> Verdict:
    (said,) = _answers(_asking(criterion), **found).values()
    return said


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
    assert _answer(BOOKS, kind_0=word, opened=opened) is verdict


@pytest.mark.parametrize(
    ("criterion", "its_list"),
    [
        (once(rooms(5)), "engagements"),
        (times((5, sites(2))), "engagements"),
        (times((5, sites(2)), (5, sites(2))), "engagements"),
        (years(3), "engagements"),
        (ANY_AREA, "expertise"),
        (TWO_AREAS, "expertise"),
        (BOOKS, "contributions"),
        (A_BOOK, "contributions"),
        (Mentors(), "mentoring"),
        (PASSED, "qualifications"),
    ],
)
def test_each_criterion_is_left_open_by_its_own_list_and_no_other(criterion: Criterion, its_list: str) -> None:
    said = {name: _answer(criterion, opened=name) for name in (*LISTS, None)}
    assert said == {name: UNKNOWN if name == its_list else NOT_MET for name in (*LISTS, None)}


def test_an_engagement_that_perhaps_counts_makes_it_unknown() -> None:
    asked = once(rooms(5))
    said = [_answer(asked, block_0_sure_0=sure, block_0_possible_0=each) for sure, each in ((1, 1), (0, 1), (0, 0))]
    assert said == [MET, UNKNOWN, NOT_MET]
    assert _answer(asked, block_0_sure_0=1, block_0_possible_0=1, opened="engagements") is MET


def test_times_that_ask_for_one_project_each_are_read_from_the_bits() -> None:
    asked = times((5, sites(2)))
    assert _answer(asked, block_0_possible_0=1) is UNKNOWN
    assert _answer(asked, block_0_sure_0=1, block_0_possible_0=1) is MET


@pytest.mark.parametrize(
    ("sure", "possible", "verdict"), [(2, 2, MET), (3, 9, MET), (1, 2, UNKNOWN), (1, 1, NOT_MET), (0, 9, UNKNOWN)]
)
def test_several_projects_are_counted(sure: int, possible: int, verdict: Verdict) -> None:
    asked = times((5, sites(2)), (5, sites(2)))
    assert _answer(asked, block_0_sure_projects_0=sure, block_0_possible_projects_0=possible) is verdict


def test_slots_that_are_not_alike_are_a_question_for_each_choice_of_them() -> None:
    asked = times((5, rooms(5)), (4, sites(2)))
    gathered = _asking(asked)
    one, two, both = questions_of(asked)
    masks = gathered.asked.blocks[0].masks()
    sure, possible = masks[one][0], masks[one][0] | masks[two][0]
    counts = {"block_0_sure_projects_0": 2, "block_0_possible_projects_0": 2}
    said = _answers(gathered, block_0_sure_0=sure, block_0_possible_0=possible, **counts)
    assert [said["f/0", question] for question in (one, two, both)] == [MET, UNKNOWN, MET]


def test_what_several_cells_ask_is_answered_for_all_of_them_and_for_no_other() -> None:
    twice = times((5, sites(2)), (5, sites(2)))
    asked: list[Criterion] = [twice, Mentors(), twice, PASSED, Mentors()]
    said = _answers(_asking(*asked), block_0_sure_projects_0=2, block_0_possible_projects_0=2, mentors=1)
    assert list(said.values()) == [MET, MET, MET, NOT_MET, MET]


def test_each_of_many_counts_of_projects_is_answered_for_its_own_cells() -> None:
    counts = [times(*((5, sites(number)) for _ in range(2))) for number in range(1, CELLS)]
    gathered = _asking(*counts, counts[0])
    (lanes,) = gathered.lanes
    assert (lanes.of, lanes.words > 1) == (tuple(question for each in counts for question in questions_of(each)), True)
    for number in range(len(counts)):
        word, place = divmod(number, lanes.in_a_word)
        two = {f"block_0_{how}_projects_{word}": 2 << (place * lanes.width) for how in HOW}
        said = list(_answers(gathered, **two).values())
        assert [cell for cell, verdict in enumerate(said) if verdict is MET] == (
            [0, CELLS - 1] if number == 0 else [number]
        )


@pytest.mark.parametrize(
    ("found", "verdict"),
    [
        ({"block_0_sure_0": 1, "block_0_possible_0": 1}, MET),
        ({"block_0_possible_0": 1}, UNKNOWN),
        ({}, NOT_MET),
        ({"sure_years_block_0_0": 1, "possible_years_block_0_0": 1}, MET),
        ({"possible_years_block_0_0": 1}, UNKNOWN),
        ({"block_0_possible_0": 1, "sure_years_block_0_0": 1, "possible_years_block_0_0": 1}, MET),
    ],
)
def test_years_are_one_engagement_that_is_long_enough_or_all_together(found: dict[str, int], verdict: Verdict) -> None:
    assert _answer(years(3), **found) is verdict


def test_each_of_many_years_is_read_at_its_own_bit() -> None:
    asked = [years(at_least) for at_least in range(1, BITS + 3)]
    gathered = _gathered(asked_of_all([edition_of(f={"0": cell_of(complexity=AllOf(of=tuple(asked)))})]))
    found = {"sure_years_block_0_0": 1 << 5, "possible_years_block_0_0": 1 << 5, "possible_years_block_0_1": 0b10}
    said = _answers(gathered, **found)
    assert {asked.index(each): said["f/0", each] for each in asked if said["f/0", each] is not NOT_MET} == {
        5: MET,
        BITS + 1: UNKNOWN,
    }


@pytest.mark.parametrize(
    ("sure", "possible", "verdict"),
    [(0b11, 0b11, MET), (0b01, 0b11, UNKNOWN), (0b01, 0b01, NOT_MET), (0b00, 0b11, UNKNOWN)],
)
def test_areas_are_counted_one_by_one(sure: int, possible: int, verdict: Verdict) -> None:
    assert _answer(TWO_AREAS, sure_areas_apart_0=sure, possible_areas_apart_0=possible) is verdict


def test_areas_of_one_criterion_do_not_count_for_another() -> None:
    other = Areas(at_least=2, of=("a", "b"), degree=or_above("practises-alone"), reach=None)
    said = _answers(_asking(TWO_AREAS, other), sure_areas_apart_0=0b0110, possible_areas_apart_0=0b1110)
    assert list(said.values()) == [NOT_MET, UNKNOWN]


def test_more_areas_than_a_word_has_room_for_are_counted_together() -> None:
    names = tuple(f"area-{number}" for number in range(BITS + 2))
    everything = Areas(at_least=BITS + 2, of=names, degree=or_above("guides-others"), reach=None)
    full = {"sure_areas_apart_0": ALL_ONES, "possible_areas_apart_0": ALL_ONES, "possible_areas_apart_1": 0b11}
    assert _answer(everything, **full, sure_areas_apart_1=0b11) is MET
    assert _answer(everything, **full, sure_areas_apart_1=0b01) is UNKNOWN


def test_where_any_area_is_enough_one_is_for_the_cells_that_ask_it() -> None:
    other = Areas(at_least=1, of=("c",), degree=or_above("guides-others"), reach=None)
    gathered = _asking(ANY_AREA, other, ANY_AREA, Mentors())
    name = f"areas_of_block_0_{gathered.asked.blocks[0].results['complexity']}"
    said = _answers(gathered, **{f"sure_{name}": 0b100, f"possible_{name}": 0b101})
    assert list(said.values()) == [UNKNOWN, NOT_MET, MET, NOT_MET]
    assert (is_any_area(ANY_AREA), is_any_area(TWO_AREAS), is_any_area(PASSED)) == (True, False, False)


def test_whoever_mentors_somebody_and_whoever_passed_meets_it_whatever_else_is_missing() -> None:
    assert _answer(Mentors(), mentors=1, opened="mentoring") is MET
    assert _answer(PASSED, examination_0=1, opened="qualifications") is MET


@pytest.mark.parametrize(("confirmed", "refused", "verdict"), [(1, 0, MET), (0, 1, NOT_MET), (0, 0, UNKNOWN)])
def test_what_nobody_confirmed_or_refused_is_unknown(confirmed: int, refused: int, verdict: Verdict) -> None:
    assert _answer(CONFIRMED, confirmed_0=confirmed, refused_0=refused) is verdict


@pytest.mark.parametrize(
    ("rated", "below", "verdict"), [(1, 0, MET), (1, 1, MET), (0, 2, NOT_MET), (0, 1, UNKNOWN), (0, 0, UNKNOWN)]
)
def test_an_item_that_nobody_rated_leaves_the_count_open(rated: int, below: int, verdict: Verdict) -> None:
    counts = _asking(RATED).counts
    word = rated * counts.at_level[RATED].one + below * counts.below[RATED].one
    assert _answer(RATED, items_0=word) is verdict


@pytest.mark.parametrize("word", [0, 1, 1 << 13, 1 << 14, 0b1011 << 12, 1 << (BITS - 1), ALL_ONES])
def test_many_criteria_are_answered_each_for_itself(word: int) -> None:
    passed = [Passed(any_of=(f"X{number}",), within_years=None) for number in range(BITS)]
    said = _answers(_asking(*passed), examination_0=word)
    assert sum(1 << number for number, each in enumerate(passed) if said[f"f/{number}", each] is MET) == word


def test_each_block_is_answered_by_its_own_words() -> None:
    gathered = _asking(*(once(rooms(number)) for number in range(1, CELLS + 3)))
    assert [block.name for block in gathered.asked.blocks] == ["block_0", "block_1"]
    last = 1 << (CELLS - 1)
    found = {"block_0_sure_0": last, "block_0_possible_0": last | 1, "block_1_sure_0": 1, "block_1_possible_0": 0b11}
    said = list(_answers(gathered, **found).values())
    assert {place: verdict for place, verdict in enumerate(said) if verdict is not NOT_MET} == {
        0: UNKNOWN,
        CELLS - 1: MET,
        CELLS: MET,
        CELLS + 1: UNKNOWN,
    }


def test_the_last_bit_of_a_word_is_answered_like_any_other() -> None:
    asked = AllOf(of=tuple(once(rooms(number)) for number in range(1, BITS + 2)))
    gathered = _gathered(asked_of_all([edition_of(f={"0": cell_of(complexity=asked)})]))
    found = {"block_0_sure_0": 1 << (BITS - 1), "block_0_possible_0": ALL_ONES, "block_0_possible_1": 1}
    assert list(_answers(gathered, **found).values()) == [*[UNKNOWN] * (BITS - 1), MET, UNKNOWN]


def _full(gathered: Gathered) -> dict[str, int]:
    """Return the row of a person who has everything that is asked."""
    row = {name: (1 << width) - 1 for widths in gathered.held.columns for name, width in widths.items()}
    row |= {f"{how}_{area.name}": sum(1 << bit for bit in area.of) for area in gathered.area_words for how in HOW}
    asked = gathered.asked
    for block, engagements, lanes in zip(asked.blocks, asked.engagements, gathered.lanes, strict=True):
        nine_each = sum(9 << (place * lanes.width) for place in range(lanes.in_a_word))
        for how in HOW:
            row |= dict.fromkeys((f"{block.name}_{how}_{word}" for word in engagements.words), 0)
            row |= {f"{block.name}_{how}_{word}": bits for word, bits in engagements.answers.items()}
            row |= {f"{block.name}_{how}_projects_{word}": nine_each for word in range(lanes.words)}
            for mask in engagements.alone.values():
                for word, bits in mask.items():
                    name = f"{how}_years_{block.name}_{word}"
                    row[name] = row.get(name, 0) | bits
    return row


@pytest.mark.parametrize("opened", [None, *LISTS])
def test_whoever_has_everything_has_every_bit_that_a_cell_asks_and_no_other(opened: str | None) -> None:
    gathered = _asking(*(each for each in EACH_KIND * 2 if not isinstance(each, Confirmed | Rated)))
    words = _words(gathered, opened=opened, **_full(gathered))
    for block in gathered.asked.blocks:
        own = dict.fromkeys(range(block.words), 0)
        for mask in block.masks().values():
            for word, bits in mask.items():
                own[word] |= bits
        for how in HOW:
            assert {word: words[f"{block.name}_{how}_answers_{word}"] for word in own} == own


@settings(max_examples=15, phases=AS_DRAWN)
@given(st.lists(criteria_drawn(), min_size=1, max_size=CELLS), st.sampled_from((None, *LISTS)))
def test_with_nothing_on_record_a_question_is_open_where_its_list_is_and_not_met_elsewhere(
    criteria: list[Criterion], opened: str | None
) -> None:
    for (_, question), verdict in _answers(_asking(*criteria), opened=opened).items():
        is_open = isinstance(question, Confirmed | Rated) or _list_of(question) == opened
        assert verdict is (UNKNOWN if is_open else NOT_MET)


def _list_of(question: Question) -> str:
    match question:
        case Areas():
            return "expertise"
        case Kinds():
            return "contributions"
        case Mentors():
            return "mentoring"
        case Passed():
            return "qualifications"
        case _:
            return "engagements"
