"""Are lists written as tables of a workbook, and nothing in them as a formula?"""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
import python_calamine

from kijun.exchange.workbook.listing import Listing, write_listings

_CUT = "Only the first rows."
_ODD = ["=1+1", "+81", "-", "@name", "'quoted", "mailto:a@b", "普通"]


def _sheets(data: bytes) -> dict[str, Any]:
    workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {name: workbook.get_sheet_by_name(name).to_python() for name in workbook.sheet_names}


def test_each_list_is_a_sheet_with_a_table() -> None:
    listings = [
        Listing(name="人", headings=["氏名", "人数"], rows=[["佐藤", 3], ["鈴木", None]], if_cut=_CUT),
        Listing(name="none", headings=["a"], rows=[], if_cut=_CUT),
    ]
    data, cut = write_listings(listings)
    assert cut == []
    assert _sheets(data) == {"人": [["氏名", "人数"], ["佐藤", 3], ["鈴木", ""]], "none": [["a"]]}
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert len([name for name in parts.namelist() if name.startswith("xl/tables/")]) == 2


def test_words_stay_words() -> None:
    data, _ = write_listings([Listing(name="odd", headings=["word"], rows=[[word] for word in _ODD], if_cut=_CUT)])
    assert _sheets(data)["odd"] == [["word"], *([word] for word in _ODD)]
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet


def test_the_same_lists_give_the_same_cells() -> None:
    listing = Listing(name="a", headings=["b"], rows=[[1]], if_cut=_CUT)
    assert _sheets(write_listings([listing])[0]) == _sheets(write_listings([listing])[0])


def test_a_list_that_is_too_long_for_a_sheet_says_so_above_its_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kijun.exchange.workbook.listing.MOST_ROWS", 2)
    long = Listing(name="long", headings=["n"], rows=iter([[1], [2], [3]]), if_cut=_CUT)
    whole = Listing(name="whole", headings=["n"], rows=iter([[1], [2]]), if_cut="not said")
    data, cut = write_listings([long, whole])
    assert cut == [_CUT]
    assert _sheets(data) == {"long": [[_CUT], [""], ["n"], [1], [2]], "whole": [["n"], [1], [2]]}
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert b'ref="A3:A5"' in parts.read("xl/tables/table1.xml")
