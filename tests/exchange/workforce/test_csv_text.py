"""Is a CSV file read in the encoding that it has, and refused where nobody can tell?"""

from __future__ import annotations

from pathlib import Path

import pytest

from kijun.exchange.workforce.csv_text import CsvText, Unmatched, look_at, rows_of
from kijun.problem import Problem

WORDS = "社員番号,氏名\nE1,山田\n"
SPACED = "a,b\n1,x\xa0y\n"


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def rows(path: Path) -> list[tuple[int, list[str]]]:
    text = look_at(path)
    assert isinstance(text, CsvText)
    return [*rows_of(text)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_file_from_japan_is_read(tmp_path: Path, encoding: str, end: str) -> None:
    path = written(tmp_path / "people.csv", WORDS.replace("\n", end).encode(encoding))
    assert rows(path) == [(1, ["社員番号", "氏名"]), (2, ["E1", "山田"])]


@pytest.mark.parametrize(
    ("data", "line", "said"),
    [
        (WORDS.encode("euc_jp"), 1, "EUC-JP"),
        (WORDS.encode("utf-16"), None, "UTF-16"),
        (WORDS.encode() + b"E2,\xff", 3, "up to here"),
        (b"a,b\n1,\xff", 2, "either"),
        (b"a,b\n1,\x81", 2, "either"),
    ],
)
def test_what_is_neither_is_refused(tmp_path: Path, data: bytes, line: int | None, said: str) -> None:
    problem = look_at(written(tmp_path / "people.csv", data))
    assert isinstance(problem, Problem)
    assert (problem.code, problem.place.line) == ("K004", line)
    assert said in problem.detail.en


def test_a_space_that_does_not_break_is_no_strange_letter(tmp_path: Path) -> None:
    assert rows(written(tmp_path / "people.csv", SPACED.encode()))[1] == (2, ["1", "x\xa0y"])


def test_a_letter_that_two_blocks_share_is_one_letter(tmp_path: Path) -> None:
    path = written(tmp_path / "people.csv", b"a," * (1 << 19) + "山".encode())
    path.write_bytes(path.read_bytes()[1:])
    assert rows(path)[0][1][-1] == "山"


def test_a_row_of_several_lines_has_the_place_of_its_first(tmp_path: Path) -> None:
    path = written(tmp_path / "people.csv", b'a,b\n1,"x\ny\nz"\n\n , \n2,3\n')
    assert rows(path) == [(1, ["a", "b"]), (2, ["1", "x\ny\nz"]), (7, ["2", "3"])]


@pytest.mark.parametrize("end", ['3,"x\n4,5\n', '3,"x"y\n4,5\n'])
def test_quotation_marks_that_do_not_match_are_found_where_they_open(tmp_path: Path, end: str) -> None:
    with pytest.raises(Unmatched) as raised:
        rows(written(tmp_path / "people.csv", f"a,b\n1,2\n{end}".encode()))
    assert raised.value.line == 3
