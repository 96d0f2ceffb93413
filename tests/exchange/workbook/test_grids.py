"""Is a workbook that was made to do harm refused, and quickly?"""

from __future__ import annotations

import random
import struct
import zipfile
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import pytest

from kijun.exchange.workbook import grids as room
from kijun.exchange.workbook.container import MOST_UNPACKED, Refused, repacked
from kijun.exchange.workbook.grids import Grid, grids
from kijun.problem import Problem
from tests.broken.workbooks import archive, entries, sound
from tests.exchange.workbook.records import workbook

_SHEET = "xl/worksheets/sheet1.xml"
_HEAD = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'


def with_sheet(cells: str) -> bytes:
    """Return a workbook whose first sheet is written by hand."""
    return archive({**entries(sound()), _SHEET: f"{_HEAD}{cells}</sheetData></worksheet>".encode()})


def refusal(data: bytes) -> Problem:
    found = grids(data, "career.xlsx")
    assert isinstance(found, Problem)
    return found


def test_two_cells_at_the_ends_of_a_sheet_do_not_fill_the_memory() -> None:
    far = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    assert refusal(with_sheet(far)).code in ("K402", "K403")


def test_many_sheets_that_are_one_do_not_multiply_what_is_handed_on() -> None:
    row = '<row r="{0}"><c r="A{0}"><v>1</v></c><c r="CV{0}"><v>1</v></c></row>'
    data = entries(with_sheet("".join(row.format(number) for number in range(1, 4_001))))
    sheets = "".join(f'<sheet name="s{each}" sheetId="{each}" r:id="rId1"/>' for each in range(1, 101))
    book = data["xl/workbook.xml"].decode()
    head, _, tail = book.partition("<sheets>")
    data["xl/workbook.xml"] = f"{head}<sheets>{sheets}{tail[tail.index('</sheets>') :]}".encode()
    found = refusal(archive(data, zipfile.ZIP_STORED))
    assert (found.code, found.place.file) == ("K402", "s3")


def test_an_archive_that_lies_about_its_sizes_is_read_no_further_than_it_says() -> None:
    data = bytearray(archive({**entries(sound()), "xl/big.xml": bytes(2_000_000)}))
    for mark, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = data.rindex(mark, 0, data.rindex(b"xl/big.xml") if mark == b"PK\x01\x02" else data.index(b"xl/big.xml"))
        struct.pack_into("<I", data, at + offset, 1_000)
    with pytest.raises(Refused) as refused:
        repacked(bytes(data))
    assert refused.value.reason in ("damaged", "ratio")


def test_what_is_handed_on_holds_what_was_checked_and_nothing_else() -> None:
    data = b"".join((sound(), b"after the end"))
    with zipfile.ZipFile(BytesIO(repacked(sound()))) as container:
        assert {each.compress_type for each in container.infolist()} == {zipfile.ZIP_STORED}
        assert sum(each.file_size for each in container.infolist()) <= MOST_UNPACKED
    assert b"after the end" not in repacked(data)


def test_entities_are_not_expanded() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    cell = '<row r="1"><c r="A1" t="inlineStr"><is><t>&b;&b;&b;</t></is></c></row>'
    text = f"{bomb}{_HEAD}{cell}</sheetData></worksheet>"
    found = grids(archive({**entries(sound()), _SHEET: text.encode()}), "career.xlsx")
    assert isinstance(found, Problem) or "aaaa" not in str(found)


def test_a_process_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MOST_SECONDS", 0.001)
    found = refusal(sound())
    assert found.code == "K402"
    assert "20" in found.detail.en


def test_what_the_process_could_not_do_at_all_is_no_problem_of_the_workbook(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_CHILD", "kijun.nothing_of_the_kind")
    with pytest.raises(ChildProcessError, match="nothing_of_the_kind"):
        grids(sound(), "career.xlsx")


def test_many_threads_may_read_at_once() -> None:
    with ThreadPoolExecutor(max_workers=4) as pool:
        found = list(pool.map(lambda _: grids(sound(), "career.xlsx"), range(8)))
    assert all(isinstance(each, tuple) and each == found[0] for each in found)


def test_the_process_takes_its_program_from_the_package_and_not_from_the_folder_it_starts_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "python_calamine.py").write_text("raise SystemExit(3)", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert isinstance(grids(sound(), "career.xlsx"), tuple)


def test_an_error_in_a_formula_is_a_blank_cell_and_its_last_value_is_read_otherwise() -> None:
    cells = '<row r="1"><c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B1"><f>1+1</f><v>2</v></c></row>'
    found = grids(with_sheet(cells), "career.xlsx")
    assert isinstance(found, tuple)
    assert found[0] == Grid(name="Person", rows=((None, 2),))


def test_a_workbook_with_any_byte_changed_is_read_or_refused() -> None:
    data, chance = workbook({"Person": [["Employee id", "Name"], ["E-1", "A"]]}), random.Random(20260401)
    for _ in range(40):
        changed = bytearray(data)
        for _ in range(chance.choice((1, 3, 40))):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        found = grids(bytes(changed), "career.xlsx")
        assert isinstance(found, tuple) or found.code in ("K400", "K401", "K402", "K403")
