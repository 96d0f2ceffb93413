"""What do the answers come to: criteria, cells, and the level of each field?"""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import Any, Final

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kijun.criteria import AllOf, AnyOf, Criterion, Mentors, Passed
from kijun.framework.policy import choose
from kijun.framework.resolve import ResolvedEdition, resolve_edition
from kijun.population.answers import Piece, Question, questions_of
from kijun.population.asked import leaves_of
from kijun.population.both import HOW, packed
from kijun.population.cells import EXAMINATION, Answers, answers_of, criteria_of, criterion_of, field_levels
from kijun.population.places import ALL_ONES, BITS
from kijun.verdict import MET, NOT_MET, UNKNOWN, Verdict, all_of, any_of, between
from tests.builders import V3_2011, cell, edition, once, rooms, sites, times
from tests.population.by_hand import AS_DRAWN, stored, told, words

HARDWARE: Final = f"{V3_2011}/customer-service/hardware"
QUESTIONS: Final = tuple(Passed(any_of=(f"X{number}",), within_years=None) for number in range(200))
"""More than fill three words, each of which answers for itself."""


def _holds(column: Any, how: str) -> Any:
    return column == MET.value if how == "sure" else column != NOT_MET.value


def _piece(table: Any, questions: list[Question]) -> Piece:
    """Return the answers to some questions, each of which has a column of three values, named for its place."""
    sure, possible = ([_holds(table[f"q{n}"], how) for n in range(len(questions))] for how in HOW)
    of = {question: bit for bit, question in enumerate(questions)}
    return Piece(width=len(questions), sure=packed(sure), possible=packed(possible), of=of)


def _rows(rows: list[list[Verdict]]) -> Any:
    found = [{f"q{n}": verdict.value for n, verdict in enumerate(row)} | {"row": i} for i, row in enumerate(rows)]
    return stored(pa.Table.from_pylist(found))


def _said(criteria: list[Criterion], questions: list[Question], rows: list[list[Verdict]]) -> list[list[Verdict]]:
    """Return the verdict of each criterion in each row of verdicts on the questions."""
    table = _rows(rows)
    answers = answers_of([_piece(table, questions)])
    row = table.select("row", **answers.columns)
    row = row.mutate(**answers.missing(row))
    flags = {f"{how}_{n}": answers.holds(each, how, row) for n, each in enumerate(criteria) for how in HOW}
    return [
        [between(found[f"sure_{n}"], found[f"possible_{n}"]) for n in range(len(criteria))]
        for found in told(row.select("row", **flags))
    ]


def _put_together(criterion: Criterion, said: dict[Question, Verdict]) -> Verdict:
    match criterion:
        case AllOf(of=of):
            return all_of(_put_together(each, said) for each in of)
        case AnyOf(of=of):
            return any_of(_put_together(each, said) for each in of)
        case _:
            return all_of(said[question] for question in questions_of(criterion))


TREES: Final = (
    AllOf(of=()),
    AnyOf(of=()),
    AllOf(of=QUESTIONS[:3]),
    AnyOf(of=QUESTIONS[:3]),
    AllOf(of=(QUESTIONS[0], AllOf(of=(QUESTIONS[1], AllOf(of=()))))),
    AllOf(of=(QUESTIONS[0], AnyOf(of=QUESTIONS[1:3]))),
    AllOf(of=(AnyOf(of=QUESTIONS[:2]), AnyOf(of=QUESTIONS[1:3]))),
    AnyOf(of=(QUESTIONS[2], AllOf(of=(QUESTIONS[0], AnyOf(of=(QUESTIONS[1], AllOf(of=QUESTIONS[:2]))))))),
    AnyOf(of=(AllOf(of=QUESTIONS[:2]), AllOf(of=QUESTIONS[1:3]))),
    AllOf(of=(QUESTIONS[0], AnyOf(of=()))),
)


def test_criteria_of_criteria_hold_as_the_three_values_do() -> None:
    rows = [list(each) for each in product(Verdict, repeat=3)]
    expected = [[_put_together(tree, dict(zip(QUESTIONS, row, strict=False))) for tree in TREES] for row in rows]
    assert _said(list(TREES), list(QUESTIONS[:3]), rows) == expected


def test_slots_hold_where_every_choice_of_them_can_be_filled() -> None:
    asked = times((5, rooms(5)), (4, sites(2)))
    questions = questions_of(asked)
    rows = [list(each) for each in product(Verdict, repeat=len(questions))]
    assert _said([asked], questions, rows) == [[all_of(row)] for row in rows]


def _side_by_side(*pieces: tuple[int, int, int]) -> tuple[Answers, dict[str, int]]:
    """Return the answers of pieces, each so wide and with such words, and what stands in the columns then.

    The questions are asked in their order, so that those of a piece follow those of the pieces before it.
    """
    found = {f"{how}_{n}": piece[1 + which] for n, piece in enumerate(pieces) for which, how in enumerate(HOW)}
    table = words([found])
    made = []
    for n, (width, _, _) in enumerate(pieces):
        first = sum(before for before, _, _ in pieces[:n])
        of: dict[Question, int] = {QUESTIONS[first + bit]: bit for bit in range(width)}
        made.append(Piece(width=width, sure=table[f"sure_{n}"], possible=table[f"possible_{n}"], of=of))
    answers = answers_of(made)
    row = table.select(**answers.columns)
    (answered,) = told(row.mutate(**answers.missing(row)))
    return answers, answered


def test_a_piece_that_just_fits_stays_in_the_word_and_one_bit_more_begins_another() -> None:
    fits, _ = _side_by_side((60, 0, 0), (BITS - 60, 0, 0))
    assert (fits.words, max(fits.bits.values())) == (1, (0, BITS - 1))
    does_not, _ = _side_by_side((60, 0, 0), (BITS - 59, 0, 0))
    assert (does_not.words, does_not.bits[QUESTIONS[60]]) == (2, (1, 0))


def test_a_later_piece_goes_into_the_first_word_that_has_room() -> None:
    answers, _ = _side_by_side((50, 0, 0), (40, 0, 0), (BITS - 50, 0, 0))
    assert (answers.words, answers.bits[QUESTIONS[90]]) == (2, (0, 50))


def test_a_full_word_is_not_negative_and_nothing_of_it_is_missing() -> None:
    _, found = _side_by_side((BITS, ALL_ONES, ALL_ONES))
    assert found == {
        **dict.fromkeys(("sure_answers_0", "possible_answers_0"), ALL_ONES),
        **dict.fromkeys(("sure_missing_0", "possible_missing_0"), 0),
    }


_PIECE: Final = st.integers(1, 40).flatmap(
    lambda width: st.tuples(st.just(width), *[st.integers(0, (1 << width) - 1) for _ in HOW])
)


@settings(max_examples=20, phases=AS_DRAWN)
@given(st.lists(_PIECE, min_size=1, max_size=5))
def test_every_answer_is_read_back_from_its_own_bit(pieces: list[tuple[int, int, int]]) -> None:
    answers, found = _side_by_side(*pieces)
    assert len(set(answers.bits.values())) == len(answers.bits) == sum(width for width, _, _ in pieces)
    in_order = iter(QUESTIONS)
    for width, *said in pieces:
        for bit in range(width):
            word, place = answers.bits[next(in_order)]
            for how, expected in zip(HOW, said, strict=True):
                assert found[f"{how}_answers_{word}"] >> place & 1 == expected >> bit & 1
                assert found[f"{how}_missing_{word}"] >> place & 1 != expected >> bit & 1


def test_what_one_bit_answers_for_has_that_bit_and_everything_else_has_none() -> None:
    one, two = once(rooms(5)), Mentors()
    slots = times((5, rooms(5)), (4, sites(2)))
    table = stored(pa.table({f"q{n}": [MET.value] for n in range(5)}))
    answers = answers_of([_piece(table, [*questions_of(one), two, *questions_of(slots)[1:]])])
    assert answers.bit_of(one) == answers.bit_of(AllOf(of=(one,))) == answers.bit_of(AnyOf(of=(one,))) == (0, 0)
    assert answers.bit_of(AllOf(of=(AnyOf(of=(two,)),))) == (0, 1)
    several: list[Criterion] = [AllOf(of=(one, two)), AnyOf(of=(one, two)), AllOf(of=()), AnyOf(of=()), slots]
    assert [answers.bit_of(each) for each in several] == [None] * len(several)


@pytest.mark.parametrize("effect", ["separate", "satisfies"])
def test_a_cell_is_met_where_its_deciding_parts_are_or_an_examination_satisfies_it(effect: str) -> None:
    policy = {} if effect == "separate" else {"examination.effect": effect}
    judged = cell("customer-service/hardware/3", policy)
    assert EXAMINATION in criteria_of(judged)
    leaves = (leaf for each in criteria_of(judged).values() for leaf in leaves_of(each))
    questions = list(dict.fromkeys(question for leaf in leaves for question in questions_of(leaf)))
    rows = [dict.fromkeys(questions, verdict) for verdict in Verdict]
    rows += [row | {question: verdict} for row in rows for question in questions for verdict in Verdict]
    expected = []
    for row in rows:
        met = all_of(_put_together(judged.parts[name].criterion, row) for name in judged.deciding)
        examined = _put_together(criteria_of(judged)[EXAMINATION], row)
        expected.append([any_of([met, examined]) if effect == "satisfies" else met])
    assert _said([criterion_of(judged)], questions, [list(row.values()) for row in rows]) == expected
    assert {MET, NOT_MET, UNKNOWN} == {verdict for (verdict,) in expected}


def test_a_part_that_does_not_decide_is_judged_and_does_not_count_for_the_cell() -> None:
    judged = cell("customer-service/hardware/5", {"parts.required": "responsibility"})
    assert set(criteria_of(judged)) > {"responsibility"}
    assert criterion_of(judged) == AllOf(of=(judged.parts["responsibility"].criterion,))


@cache
def _edition(imply: str) -> ResolvedEdition:
    printed = edition(V3_2011)
    return resolve_edition(printed, choose(printed.points, {} if imply == "no" else {"levels.imply": imply}))


def _highest(verdicts: dict[int, Verdict], wanted: set[Verdict], *, is_ladder: bool) -> int | None:
    reached = None
    for level in sorted(verdicts):
        if verdicts[level] in wanted:
            reached = level
        elif is_ladder:
            break
    return reached


@pytest.mark.parametrize("imply", ["no", "ladder"])
def test_the_highest_level_met_and_possible_of_a_field(imply: str) -> None:
    resolved = _edition(imply)
    levels = {
        path: each.indicator.level for path, each in resolved.cells.items() if each.indicator.field_path == HARDWARE
    }
    rows = [dict(zip(levels.values(), chosen, strict=True)) for chosen in product(Verdict, repeat=len(levels))]
    table = stored(
        pa.Table.from_pylist(
            [{str(level): each.value for level, each in row.items()} | {"row": i} for i, row in enumerate(rows)]
        )
    )
    found = {
        how: field_levels(
            resolved,
            {
                path: _holds(table[str(levels[path])], how) if path in levels else table["row"] < 0
                for path in resolved.cells
            },
        )[HARDWARE]
        for how in HOW
    }
    is_ladder = imply == "ladder"
    assert [(row["sure"], row["possible"]) for row in told(table.select("row", **found))] == [
        (_highest(row, {MET}, is_ladder=is_ladder), _highest(row, {MET, UNKNOWN}, is_ladder=is_ladder)) for row in rows
    ]
    assert {str(each.type()) for each in found.values()} == {"int8"}


@pytest.mark.parametrize("imply", ["no", "ladder"])
def test_a_field_without_a_cell_that_holds_has_no_level(imply: str) -> None:
    table = stored(pa.table({"row": [1]}))
    resolved = _edition(imply)
    found = field_levels(resolved, dict.fromkeys(resolved.cells, table["row"] < 0))
    fields = {each.indicator.field_path for each in resolved.cells.values()}
    assert set(found) == fields
    said = {str(n): met for n, met in enumerate(found.values())}
    assert told(table.select(**said)) == [dict.fromkeys(map(str, range(len(fields))))]
