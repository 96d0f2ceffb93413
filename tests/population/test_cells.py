"""What do the answers come to: parts, cells, and the level of each field?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from itertools import product
from typing import Any, Final

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kijun.criteria import AllOf, AnyOf, Criterion, Passed
from kijun.framework.policy import choose
from kijun.framework.resolve import ResolvedCell, ResolvedEdition, ResolvedPart, resolve_edition
from kijun.population.blocks import CELL, CELLS, EXAMINATION, Block, block_of, criteria_of
from kijun.population.both import HOW, some
from kijun.population.cells import field_levels, verdict_words
from kijun.population.places import ALL_ONES
from kijun.population.questions import Question, questions_of
from kijun.verdict import MET, NOT_MET, UNKNOWN, Verdict, all_of, any_of, between
from tests.builders import V3_2011, cell, edition, rooms, sites, times
from tests.population.by_hand import AS_DRAWN, block_asking, cell_of, cells_drawn, stored, told, words

HARDWARE: Final = f"{V3_2011}/customer-service/hardware"
QUESTIONS: Final = tuple(Passed(any_of=(f"X{number}",), within_years=None) for number in range(70))
"""More than fill a word."""
ASKED: Final[tuple[Question, ...]] = QUESTIONS
What = tuple[str, str | None]
Said = Sequence[Mapping[Question, bool]]
"""Of each cell, the questions that it asks, and whether the answer is yes."""


def _words_of(block: Block, said: Said, garbage: Sequence[int] = ()) -> list[int]:
    """Return the words of some answers; the bits that answer nothing are as they are in `garbage`."""
    found = [garbage[word] if word < len(garbage) else 0 for word in range(block.words)]
    for plane, asked in block.asked.items():
        for place, question in asked.items():
            word, bit = block.bit(plane, place)
            found[word] = found[word] & ~(1 << bit) | (said[place][question] << bit)
    return found


def _verdict_words(block: Block, rows: list[list[int]]) -> list[dict[int, int]]:
    """Return the words of verdicts that rows of words of answers come to."""
    table = words([{"row": row, **{f"w{word}": each for word, each in enumerate(of)}} for row, of in enumerate(rows)])
    found = verdict_words(block, [table[f"w{word}"] for word in range(block.words)])
    assert {word: str(each.type()) for word, each in found.items()} == dict.fromkeys(block.told, "int64")
    said = told(table.select("row", **{f"v{word}": each for word, each in found.items()}))
    return [{word: row[f"v{word}"] for word in found} for row in said]


def _verdicts(block: Block, found: Mapping[int, int]) -> dict[What, bool]:
    return {what: bool(found[word] >> bit & 1) for what, (word, bit) in block.verdicts()}


def _holds(criterion: Criterion, said: Mapping[Question, bool]) -> bool:
    match criterion:
        case AllOf(of=of):
            return all(_holds(each, said) for each in of)
        case AnyOf(of=of):
            return any(_holds(each, said) for each in of)
        case _:
            return all(said[question] for question in questions_of(criterion))


def _expected(cells: Mapping[str, ResolvedCell], said: Said) -> Iterator[tuple[What, bool]]:
    """Yield what each part of each cell comes to, and the cell, in plain Python."""
    for (path, each), answers in zip(cells.items(), said, strict=True):
        holds = {part: _holds(criterion, answers) for part, criterion in criteria_of(each).items()}
        is_examined = each.examination is not None and each.does_examination_satisfy and holds[EXAMINATION]
        yield (path, CELL), all(holds[part] for part in each.deciding) or is_examined
        for part, verdict in holds.items():
            yield (path, part), verdict


def _questions(made: ResolvedCell) -> list[Question]:
    return list(dict.fromkeys(each for criterion in criteria_of(made).values() for each in questions_of(criterion)))


@settings(max_examples=25, phases=AS_DRAWN)
@given(cells_drawn(), st.data())
def test_every_part_and_every_cell_holds_as_its_own_criteria_do(
    cells: dict[str, ResolvedCell], data: st.DataObject
) -> None:
    block = block_of("block_0", cells)
    rows = [[{q: data.draw(st.booleans()) for q in _questions(made)} for made in cells.values()] for _ in range(2)]
    word = st.sampled_from((0, ALL_ONES)) | st.integers(0, ALL_ONES)
    garbage = data.draw(st.lists(word, min_size=block.words, max_size=block.words))
    answers = [_words_of(block, row, of) for row, of in product(rows, (garbage, []))]
    for said, found in zip([row for row in rows for _ in range(2)], _verdict_words(block, answers), strict=True):
        verdicts = _verdicts(block, found)
        expected = dict(_expected(cells, said))
        assert {what: verdicts[what] for what in expected} == expected
        assert all(0 <= found[word] <= mask and not found[word] & ~mask for word, mask in block.told.items())


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
    QUESTIONS[1],
)
"""Of many shapes, which stand side by side in one block."""


def _put_together(criterion: Criterion, said: Mapping[Question, Verdict]) -> Verdict:
    match criterion:
        case AllOf(of=of):
            return all_of(_put_together(each, said) for each in of)
        case AnyOf(of=of):
            return any_of(_put_together(each, said) for each in of)
        case _:
            return all_of(said[question] for question in questions_of(criterion))


def _in_three_values(block: Block, rows: Sequence[Mapping[Question, Verdict]]) -> list[dict[What, Verdict]]:
    """Return the verdicts of rows of answers in three values, each of which is the same for all cells."""
    both = []
    for accepted in ({MET}, {MET, UNKNOWN}):
        said = [{question: verdict in accepted for question, verdict in row.items()} for row in rows]
        both.append(_verdict_words(block, [_words_of(block, [each] * len(block.cells)) for each in said]))
    return [
        {what: between(sure, possible) for (what, sure), possible in zip(one.items(), two.values(), strict=True)}
        for one, two in (
            (_verdicts(block, sure), _verdicts(block, possible)) for sure, possible in zip(*both, strict=True)
        )
    ]


def test_criteria_of_criteria_hold_as_the_three_values_do() -> None:
    block = block_asking(*TREES)
    rows = [dict(zip(ASKED, each, strict=False)) for each in product(Verdict, repeat=3)]
    for row, found in zip(rows, _in_three_values(block, rows), strict=True):
        expected = [_put_together(tree, row) for tree in TREES]
        assert [found[path, "complexity"] for path in block.cells] == expected
        assert [found[path, CELL] for path in block.cells] == expected


def test_slots_hold_where_every_choice_of_them_can_be_filled() -> None:
    asked = times((5, rooms(5)), (4, sites(2)))
    questions = questions_of(asked)
    rows = [dict(zip(questions, each, strict=True)) for each in product(Verdict, repeat=len(questions))]
    found = _in_three_values(block_asking(asked), rows)
    assert [each["c0", "complexity"] for each in found] == [all_of(row.values()) for row in rows]


@pytest.mark.parametrize("how_many", [1, 2, 7, CELLS])
def test_a_cell_is_told_apart_from_every_other_cell_of_its_block(how_many: int) -> None:
    several = AllOf(of=QUESTIONS[1:4])
    cells = {f"c{number}": cell_of(complexity=QUESTIONS[0], size=several) for number in range(how_many)}
    block = block_of("block_0", cells)
    yes, no = (dict.fromkeys(ASKED, answer) for answer in (True, False))
    rows = [[yes if place == which else no for place in range(how_many)] for which in range(how_many)]
    for which, found in enumerate(_verdict_words(block, [_words_of(block, row) for row in rows])):
        assert {path for (path, _), holds in _verdicts(block, found).items() if holds} == {f"c{which}"}


def test_planes_of_many_words_are_read_each_from_its_own() -> None:
    cells = {f"c{number}": cell_of(complexity=AllOf(of=QUESTIONS), size=AnyOf(of=QUESTIONS)) for number in range(3)}
    block = block_of("block_0", cells)
    assert block.words > len(block.told) > 0
    one_missing = [{q: q != QUESTIONS[place] for q in ASKED} for place in (0, 35, 69)]
    only_one = [{q: q == QUESTIONS[place] for q in ASKED} for place in (0, 35, 69)]
    everything = [dict.fromkeys(ASKED, True)] * 3
    found = [
        _verdicts(block, each)
        for each in _verdict_words(block, [_words_of(block, row) for row in (one_missing, only_one, everything)])
    ]
    assert [[each[f"c{n}", "complexity"] for n in range(3)] for each in found] == [[False] * 3, [False] * 3, [True] * 3]
    assert [[each[f"c{n}", "size"] for n in range(3)] for each in found] == [[True] * 3] * 3


def test_a_cell_without_a_part_is_not_hindered_by_it() -> None:
    cells = {"with": cell_of(complexity=QUESTIONS[0], size=QUESTIONS[1]), "without": cell_of(complexity=QUESTIONS[0])}
    block = block_of("block_0", cells)
    said = {ASKED[0]: True, ASKED[1]: False}
    (found,) = _verdict_words(block, [_words_of(block, [said, said])])
    verdicts = _verdicts(block, found)
    assert (verdicts["with", CELL], verdicts["without", CELL]) == (False, True)


def test_a_cell_that_asks_nothing_is_met() -> None:
    block = block_of("block_0", {"c0": cell_of(), "c1": cell_of(complexity=QUESTIONS[0])})
    (found,) = _verdict_words(block, [[0]])
    assert (_verdicts(block, found)["c0", CELL], _verdicts(block, found)["c1", CELL]) == (True, False)


@pytest.mark.parametrize("satisfies", [False, True])
def test_an_examination_satisfies_only_the_cells_that_say_so(*, satisfies: bool) -> None:
    made = cell_of(complexity=QUESTIONS[0])
    examination = ResolvedPart(criterion=QUESTIONS[1], policies=())
    examined = replace(made, examination=examination, does_examination_satisfy=satisfies)
    shown = replace(made, examination=examination)
    block = block_of("block_0", {"examined": examined, "shown": shown, "none": made})
    said = {ASKED[0]: False, ASKED[1]: True}
    (found,) = _verdict_words(block, [_words_of(block, [said] * 3)])
    verdicts = _verdicts(block, found)
    assert [verdicts[path, CELL] for path in block.cells] == [satisfies, False, False]
    assert [verdicts[path, EXAMINATION] for path in ("examined", "shown")] == [True, True]


@pytest.mark.parametrize("effect", ["separate", "satisfies"])
def test_a_printed_cell_is_met_where_its_deciding_parts_are_or_an_examination_satisfies_it(effect: str) -> None:
    policy = {} if effect == "separate" else {"examination.effect": effect}
    judged = cell("customer-service/hardware/3", policy)
    block, questions = block_of("block_0", {"c0": judged}), _questions(judged)
    rows = [dict.fromkeys(questions, verdict) for verdict in Verdict]
    rows += [row | {question: verdict} for row in rows for question in questions for verdict in Verdict]
    expected = []
    for row in rows:
        met = all_of(_put_together(judged.parts[name].criterion, row) for name in judged.deciding)
        examined = _put_together(criteria_of(judged)[EXAMINATION], row)
        expected.append(any_of([met, examined]) if effect == "satisfies" else met)
    assert [found["c0", CELL] for found in _in_three_values(block, rows)] == expected
    assert {MET, NOT_MET, UNKNOWN} == set(expected)


def test_a_part_that_does_not_decide_is_judged_and_does_not_count_for_the_cell() -> None:
    judged = cell("customer-service/hardware/5", {"parts.required": "responsibility"})
    block, own = block_of("block_0", {"c0": judged}), questions_of(judged.parts["responsibility"].criterion)
    said = {question: question in own for question in _questions(judged)}
    (found,) = _verdict_words(block, [_words_of(block, [said])])
    verdicts = _verdicts(block, found)
    others = [verdicts["c0", part] for part in judged.parts if part != "responsibility"]
    assert (verdicts["c0", "responsibility"], verdicts["c0", CELL], any(others)) == (True, True, False)
    assert others


def _is(column: Any, how: str) -> Any:
    return column == MET.value if how == "sure" else column != NOT_MET.value


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

    def has_one(how: str, cells: Sequence[str]) -> Any:
        return some(_is(table[str(levels[path])], how) if path in levels else table["row"] < 0 for path in cells)

    found = {how: field_levels(resolved, partial(has_one, how))[HARDWARE] for how in HOW}
    is_ladder = imply == "ladder"
    assert [(row["sure"], row["possible"]) for row in told(table.select("row", **found))] == [
        (_highest(row, {MET}, is_ladder=is_ladder), _highest(row, {MET, UNKNOWN}, is_ladder=is_ladder)) for row in rows
    ]
    assert {str(each.type()) for each in found.values()} == {"int8"}


@pytest.mark.parametrize("imply", ["no", "ladder"])
def test_a_field_without_a_cell_that_holds_has_no_level(imply: str) -> None:
    table = stored(pa.table({"row": [1]}))
    resolved = _edition(imply)
    found = field_levels(resolved, lambda _: table["row"] < 0)
    fields = {each.indicator.field_path for each in resolved.cells.values()}
    assert set(found) == fields
    said = {str(n): met for n, met in enumerate(found.values())}
    assert told(table.select(**said)) == [dict.fromkeys(map(str, range(len(fields))))]
