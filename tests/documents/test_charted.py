"""To which categories do the cells of a career chart go, and what is asked where it disagrees with the indicators?"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kijun.documents.assemble import Assembled
from kijun.documents.question import Question
from kijun.documents.read import Asked, read_documents

_FILLED = '<td bgcolor="#ffcc66"></td>'
_EMPTY = "<td></td>"
_SEVERAL = (
    "<tr><th>職種</th><th colspan='2'>配管業務</th><th>塗装業務</th></tr>"
    "<tr><th>専門分野</th><th>屋内配管</th><th>屋外配管</th><th>外壁塗装</th></tr>"
    f"<tr><th>レベル3</th>{_FILLED}{_EMPTY}{_EMPTY}</tr>"
    f"<tr><th>レベル2</th>{_FILLED}{_FILLED}{_EMPTY}</tr>"
    f"<tr><th>レベル1</th>{_EMPTY}{_EMPTY}{_FILLED}</tr>"
)
_UNNAMED = (
    "<tr><th>専門分野</th><th>屋内配管</th></tr>"
    f"<tr><th>レベル3</th>{_FILLED}</tr><tr><th>レベル2</th>{_FILLED}</tr><tr><th>レベル1</th>{_EMPTY}</tr>"
)
_UNCLEAR = _SEVERAL.replace("職種", "区分")
_CELL = """<p>専門分野 {field} レベル{level}</p><p>【ビジネス貢献】</p><p>●責任性</p>
<p>{field}担当のメンバとして、点検を1回以上(レベル{level}の複雑性、サイズ相当)成功裡に実施した経験と実績を有する。</p>"""


def _page(path: Path, chart: str = "", cells: str = "") -> Path:
    table = f"<table>{chart}</table>" if chart else ""
    path.write_text(f"<!DOCTYPE html><meta charset='utf-8'><h1>資料</h1>{table}{cells}", encoding="utf-8")
    return path


def _cells(category: str, *cells: tuple[str, int]) -> str:
    title = f"<p>{category}の達成度指標</p>" if category else ""
    return title + "".join(_CELL.format(field=field, level=level) for field, level in cells)


def _read(*paths: Path, answers: dict[str, Any] | None = None) -> Assembled:
    found = read_documents(Asked(files=paths, edition="trial/v1", is_shipped=False), answers or {}, date(2026, 1, 1))
    assert found is not None
    return found


def _missing(found: Assembled) -> dict[str, dict[str, list[int]]]:
    structure: Any = found.files["structure.yaml"]
    return {
        category["name"]["ja"]: {field["name"]["ja"]: field["missing_from_source"] for field in category["fields"]}
        for category in structure["categories"]
    }


def _readings(found: Assembled) -> list[Question]:
    return [each for each in found.questions if each.kind == "reading"]


def test_a_chart_alone_holds_the_cells_that_it_shows(tmp_path: Path) -> None:
    found = _read(_page(tmp_path / "chart.html", _SEVERAL))
    assert _missing(found) == {"配管業務": {"屋内配管": [2, 3], "屋外配管": [2]}, "塗装業務": {"外壁塗装": [1]}}
    assert _readings(found) == []


@pytest.mark.parametrize("is_first", [True, False])
def test_a_chart_and_indicators_of_two_documents_make_one_standard(tmp_path: Path, *, is_first: bool) -> None:
    chart = _page(tmp_path / "chart.html", _SEVERAL)
    indicators = _page(tmp_path / "cells.html", cells=_cells("塗装業務", ("外壁塗装", 1)))
    found = _read(*((chart, indicators) if is_first else (indicators, chart)))
    assert _missing(found) == {"配管業務": {"屋内配管": [2, 3], "屋外配管": [2]}, "塗装業務": {"外壁塗装": []}}
    assert _readings(found) == []


def test_indicators_below_a_chart_of_several_categories_are_of_the_category_that_heads_them(tmp_path: Path) -> None:
    found = _read(_page(tmp_path / "both.html", _SEVERAL, _cells("塗装業務", ("外壁塗装", 1))))
    assert _missing(found)["塗装業務"] == {"外壁塗装": []}


def test_indicators_without_a_category_are_not_given_to_the_first_one_of_the_chart(tmp_path: Path) -> None:
    found = _read(_page(tmp_path / "both.html", _SEVERAL, _cells("", ("外壁塗装", 1))))
    assert [each.kind for each in found.questions if each.kind == "cell"] == ["cell"]
    assert _missing(found)["配管業務"] == {"屋内配管": [2, 3], "屋外配管": [2]}


def test_a_chart_that_names_no_category_is_that_of_the_only_one(tmp_path: Path) -> None:
    chart = _page(tmp_path / "chart.html", _UNNAMED)
    indicators = _page(tmp_path / "cells.html", cells=_cells("配管業務", ("屋内配管", 2)))
    assert _missing(_read(chart, indicators)) == {"配管業務": {"屋内配管": [3]}}


def test_a_chart_that_may_be_of_two_categories_is_asked_about_until_somebody_answers(tmp_path: Path) -> None:
    chart = _page(tmp_path / "chart.html", _UNNAMED)
    two = _cells("配管業務", ("屋内配管", 2)) + _cells("塗装業務", ("外壁塗装", 1))
    indicators = _page(tmp_path / "cells.html", cells=two)
    [question] = _readings(_read(chart, indicators))
    found = _read(chart, indicators, answers={question.id: "配管業務"})
    assert (_missing(found)["配管業務"], _readings(found)) == ({"屋内配管": [3]}, [])


def test_names_over_the_fields_that_nothing_calls_categories_are_asked_about(tmp_path: Path) -> None:
    path = _page(tmp_path / "both.html", _UNCLEAR, _cells("塗装業務", ("外壁塗装", 1)))
    found = _read(path)
    [question] = _readings(found)
    assert _missing(found) == {"塗装業務": {"外壁塗装": []}}
    told = {question.id: {"塗装業務": {"外壁塗装": [1, 2]}, "配管業務": {"屋外配管": [2]}}}
    again = _read(path, answers=told)
    assert _missing(again) == {"塗装業務": {"外壁塗装": [2]}, "配管業務": {"屋外配管": [2]}}
    assert question.id not in {each.id for each in again.questions}


@pytest.mark.parametrize(("printed", "shown"), [((2, 3, 1), "[1, 2, 3]"), ((2,), "[2, 3]")])
def test_a_chart_that_disagrees_with_its_indicators_is_asked_about_once_for_the_field(
    printed: tuple[int, ...], shown: str, tmp_path: Path
) -> None:
    path = _page(tmp_path / "both.html", _UNNAMED, _cells("配管業務", *(("屋内配管", level) for level in printed)))
    [question] = _readings(_read(path))
    assert (question.path, question.words, question.suggestions[0]) == ("category-1/field-1/levels", "屋内配管", shown)


def test_the_levels_that_a_person_tells_are_those_that_the_field_has(tmp_path: Path) -> None:
    path = _page(tmp_path / "both.html", _UNNAMED, _cells("配管業務", ("屋内配管", 2), ("屋内配管", 1)))
    [question] = _readings(_read(path))
    found = _read(path, answers={question.id: [2, 3, 4]})
    cells: Any = found.files["indicators/category-1/field-1.yaml"]
    assert (_missing(found), _readings(found)) == ({"配管業務": {"屋内配管": [3, 4]}}, [])
    assert [cell["level"] for cell in cells["cells"]] == [2]
