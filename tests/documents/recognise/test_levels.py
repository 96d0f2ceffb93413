"""At which levels are the times or years asked for?"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kijun.documents.notebook import Notebook
from kijun.documents.recognise.counts import recognise_count
from kijun.documents.recognise.levels import recognise_levels
from kijun.documents.recognise.sentence import Sentence
from tests.documents.recognise.written import asked, notebook, passage, value


def _read(words: str) -> Notebook:
    cell = notebook(level=4)
    sentence = Sentence(passage(words))
    recognise_levels(sentence, recognise_count(sentence, cell), cell)
    return cell


@pytest.mark.parametrize(
    ("words", "slots"),
    [
        ("４回以上（レベル３の複雑性、サイズ相当）", [3, 3, 3, 3]),
        ("4回以上（すべてレベル3以上）", [3, 3, 3, 3]),
        ("4回以上（内1回以上はレベル6、他はレベル5以上の複雑性、サイズ相当）", [6, 5, 5, 5]),
        ("4回以上（うち二回はレベル六、残りはレベル五以上）", [6, 6, 5, 5]),
        ("4回以上（他はレベル5以上、内1回以上はレベル6の複雑性、サイズ相当）", [6, 5, 5, 5]),
        ("4回以上（内1回以上はレベル6、2回以上はレベル5、他はレベル3以上）", [6, 5, 5, 3]),
        ("4回以上（複雑性、サイズを問わず）", [4, 4, 4, 4]),
        ("4回以上、レベル3以上の複雑性、サイズで", [3, 3, 3, 3]),
        ("four times or more (Each must meet the complexity and size of Level3)", [3, 3, 3, 3]),
        ("four times or more (all at level 3 or above)", [3, 3, 3, 3]),
        (
            "four times or more (At least one project must meet the complexity and size of level 6. Others can be at level 5 or above)",
            [6, 5, 5, 5],
        ),
        ("four times or more (two at level 6, the rest at level 5)", [6, 6, 5, 5]),
        ("four times or more, with the others at level 5 and at least one at level 6", [6, 5, 5, 5]),
        ("four times or more (regardless of complexity and size)", [4, 4, 4, 4]),
    ],
)
def test_the_level_of_every_time_is_read_in_any_order_of_words(words: str, slots: list[int]) -> None:
    cell = _read(words)
    assert (value(cell, "responsibility/slots"), asked(cell)) == (slots, [])


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("3年以上（レベル５の複雑性、サイズ相当）", 5),
        ("3年以上", "nothing noted"),
        ("three years or more at level 5", 5),
    ],
)
def test_years_are_asked_for_at_one_level(words: str, level: Any) -> None:
    cell = _read(words)
    assert (value(cell, "responsibility/years_at_level"), asked(cell)) == (level, [])


@pytest.mark.parametrize(
    "words",
    [
        "4回以上",
        "4回以上（レベル4～5の複雑性、サイズ相当）",
        "4回以上（レベル4又はレベル5の複雑性、サイズ相当）",
        "4回以上（レベル4以下の複雑性、サイズ相当）",
        "4回以上（内1回以上はレベル6の複雑性、サイズ相当）",
        "4回以上（内5回以上はレベル6、他はレベル5以上）",
        "4回以上（他はレベル5以上）",
        "4回以上（半数はレベル6、他はレベル5以上）",
        "4回以上（レベル4の複雑性、サイズを問わず）",
        "3年以上（内1年以上はレベル6、他はレベル5以上）",
        "four times or more (at most one at level 6, others at level 5)",
        "four times or more (several at level 6, others at level 5)",
        "four times or more (at level 5 or below)",
    ],
)
def test_levels_that_do_not_settle_every_time_are_asked_about(words: str) -> None:
    cell = _read(words)
    assert value(cell, "responsibility/slots") == value(cell, "responsibility/years_at_level") == "nothing noted"
    assert asked(cell) in (["responsibility/slots"], ["responsibility/years_at_level"])


@given(st.integers(1, 26), st.booleans())
def test_a_wrap_anywhere_reads_the_same_levels(at: int, is_blank: bool) -> None:
    words = "5回以上（内2回以上はレベル6、他はレベル5以上の複雑性、サイズ相当）"
    cell = _read(words[:at] + ("\n\n" if is_blank else "\n") + words[at:])
    assert value(cell, "responsibility/slots") == [6, 6, 5, 5, 5]
