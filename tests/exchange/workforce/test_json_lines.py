"""Is a line read as a record file is, whichever way it is read?"""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kijun.catalogue.record_file import read_record_text
from kijun.catalogue.text_file import MOST_BYTES
from kijun.exchange.workforce.json_lines import lines_in, read_line
from kijun.exchange.workforce.set_aside import problems_of
from kijun.population.collect_chunk import Read
from kijun.problem import Place
from kijun.problem.reading import LAST_DAY
from tests.exchange.workforce.collected import engagement, record
from tests.standards.cases import words

PLACE = Place(file="all.jsonl", line=3)
NUMBERS = ("1.0", "1.50", "-0", "1e3", "12", "007", "1" * 31, "NaN", "-Infinity")
TEXTS = ('"１２"', '"12"', '"\\ud800"', '"\\u0085"', '"a\\tb"', '" x "', '"\\u2028"', '"\\ud83d\\ude00"')
odd = st.sampled_from((*NUMBERS, *TEXTS, "null", "true", "[]", "{}"))


def spliced(path: str, written: str) -> str:
    """Return a record as JSON with one value written as it is given."""
    plain: dict[str, Any] = record("E1", engagements=[engagement("bank", title="T")])
    holder: Any = plain
    *above, last = path.split(".")
    for key in above:
        holder = holder[int(key)] if key.isdecimal() else holder[key]
    holder[last] = "@"
    return json.dumps(plain, ensure_ascii=False).replace('"@"', written)


@given(
    st.sampled_from(
        ["employee", "team", "engagements.0.id", "engagements.0.title", "engagements.0.sizes.peak_persons"]
    ),
    odd,
)
def test_both_ways_of_reading_a_line_agree(path: str, written: str) -> None:
    line = spliced(path, written)
    careful = read_record_text(line, "all.jsonl.json", words(), today=LAST_DAY)
    quick = read_line(line.encode(), PLACE, words())
    assert isinstance(quick, Read) == (careful.person is not None)
    if isinstance(quick, Read):
        assert quick.person == careful.person
    else:
        assert problems_of(quick)


def test_a_problem_of_a_line_says_where_in_the_line_it_stands() -> None:
    line = '{"employee": "E1", "name": "x", "engagementz": []}'
    quick = read_line(line.encode(), PLACE, words())
    assert isinstance(quick, str)
    (problem,) = problems_of(quick)
    assert problem.place == Place(file="all.jsonl", line=3, column=line.index('"engagementz"') + 1)
    assert problem.suggestion == "engagements"


def test_lines_are_numbered_as_an_editor_numbers_them() -> None:
    file = BytesIO(b"\xef\xbb\xbf1\r\n\n  \n2\n3")
    assert [*lines_in(file, 1, 5)] == [(1, b"1"), (4, b"2"), (5, b"3")]


def test_a_line_without_end_is_not_kept_in_memory() -> None:
    file = BytesIO(b"[" * (3 * MOST_BYTES + 7) + b"\n2\n" + b"3" * MOST_BYTES + b"\n4")
    found = dict(lines_in(file, 1, 4))
    assert (found[1], found[2], found[4]) == (None, b"2", b"4")
    assert len(found[3] or b"") == MOST_BYTES
    quick = read_line(None, PLACE, words())
    assert isinstance(quick, str)
    assert [problem.code for problem in problems_of(quick)] == ["K003"]
