"""Does `kijun workforce summary` say what the verdicts hold, in every form, and keep back what is masked?"""

from __future__ import annotations

import csv
import io
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
import python_calamine

from kijun.text import LANGUAGES
from tests.cli.command import Kijun, both_languages, differ_by_language
from tests.cli.workforce.judged import folder, made, out

__all__ = ["folder", "made", "out"]

_FORMS = ("text", "csv", "html", "json")


class _Page(HTMLParser):
    """The elements of a page, and what it would fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.fetched: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.fetched += [value or "" for name, value in attrs if name in ("src", "href")]


def _rows(words: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(words.removeprefix("\ufeff"))))


def test_the_terminal_shows_levels_who_is_one_part_short_and_the_holes(out: Path, kijun: Kijun) -> None:
    done = kijun("workforce", "summary", str(out))
    assert (done.code, done.err) == (0, "")
    assert "7 people as of 1 April 2026" in done.out
    assert re.search(r"Hardware +3 +2 \(1\) +1 +1 +0 \(1\)", done.out)
    assert re.search(r"Hardware, level 4 +mentoring 1, mentoring \(unknown\) 1", done.out)
    assert "Hardware, level 5: only 佐藤 花子 (E-1) (1 more possible)" in done.out
    assert re.search(r"鈴木 一 \(E-2\) +mentoring · A", done.out)


def test_it_is_said_in_both_languages(out: Path, kijun: Kijun) -> None:
    ja, en = (
        kijun("--lang", language, "workforce", "summary", str(out), "--people-limit", "0").out for language in LANGUAGES
    )
    assert differ_by_language(ja, re.sub("佐藤 花子", "", en))


def test_teams_are_counted_where_that_is_asked(out: Path, kijun: Kijun) -> None:
    assert "No team" not in kijun("workforce", "summary", str(out)).out
    done = kijun("workforce", "summary", str(out), "--by", "team")
    assert [line for line in done.out.splitlines() if line.endswith(("3 people", "1 person"))] == [
        "A  3 people",
        "B  3 people",
        "No team  1 person",
    ]


def test_the_people_are_limited_and_where_to_find_the_rest_is_said(out: Path, kijun: Kijun) -> None:
    done = kijun("workforce", "summary", str(out), "--people-limit", "1")
    assert done.out.count("mentoring · A") == 1
    assert "--format csv" in done.out
    listed = _rows(kijun("workforce", "summary", str(out), "--format", "csv").out)
    people = [row for row in listed if row["what"].startswith("person")]
    counted = [row for row in listed if row["what"].startswith("one part")]
    assert len(people) == sum(int(row["people"]) for row in counted) > 1


@pytest.mark.parametrize("form", _FORMS)
def test_what_is_masked_stands_in_no_form(form: str, out: Path, kijun: Kijun) -> None:
    done = kijun("workforce", "summary", str(out), "--by", "team", "--mask-below", "2", "--format", form)
    assert done.code == 0
    for hidden in ("E-1", "E-2", "E-5", "E-7", "佐藤", "鈴木", "=1+1"):
        assert hidden not in done.out
    assert "E-3" in done.out


def test_a_masked_team_says_why(out: Path, kijun: Kijun) -> None:
    done = kijun("workforce", "summary", str(out), "--by", "team", "--mask-below", "2")
    assert "No team  fewer than 2 people: masked" in done.out
    assert "A  masked too: with it, a smaller team could be worked out" in done.out


def test_a_name_that_looks_like_a_formula_is_none_in_a_spreadsheet(out: Path, tmp_path: Path, kijun: Kijun) -> None:
    words = kijun("workforce", "summary", str(out), "--format", "csv").out
    assert words.startswith("\ufeff")
    names = {row["name"] for row in _rows(words)}
    assert "'=1+1" in names
    assert not [name for name in names if name.startswith(("=", "+", "-", "@"))]
    kijun("workforce", "summary", str(out), "--format", "xlsx", "-o", str(tmp_path / "s.xlsx"))
    workbook = python_calamine.CalamineWorkbook.from_path(str(tmp_path / "s.xlsx"))
    people = workbook.get_sheet_by_name("People who are one part short").to_python()
    assert ["E-5", "=1+1"] in [row[:2] for row in people]


@both_languages
def test_the_workbook_has_a_table_for_each_question(language: str, out: Path, tmp_path: Path, kijun: Kijun) -> None:
    file = tmp_path / "summary.xlsx"
    asked = ("summary", str(out), "--by", "team", "--format", "xlsx", "-o", str(file))
    done = kijun("--lang", language, "workforce", *asked)
    assert done.code == 0, done.err
    workbook = python_calamine.CalamineWorkbook.from_path(str(file))
    assert len(workbook.sheet_names) == 4
    assert all(workbook.get_sheet_by_name(name).total_height > 1 for name in workbook.sheet_names)
    levels = workbook.get_sheet_by_name(workbook.sheet_names[0]).to_python()
    assert ["ハードウェア" if language == "ja" else "Hardware", 5, 1, 1] in [row[2:] for row in levels]


@both_languages
def test_a_workbook_that_does_not_hold_all_rows_says_so(
    language: str, out: Path, tmp_path: Path, kijun: Kijun, monkeypatch: pytest.MonkeyPatch
) -> None:
    for room in ("kijun.exchange.workbook.listing", "kijun.cli.workforce.summary_as_xlsx"):
        monkeypatch.setattr(f"{room}.MOST_ROWS", 3)
    file = tmp_path / "summary.xlsx"
    done = kijun("--lang", language, "workforce", "summary", str(out), "--format", "xlsx", "-o", str(file))
    assert done.code == 0
    people = python_calamine.CalamineWorkbook.from_path(str(file)).get_sheet_by_index(2)
    (said, *_), _, headings, *rows = people.to_python()
    words = (
        "「あと1つの人」には最初の3行だけ"
        if language == "ja"
        else '"People who are one part short" holds the first 3 rows only'
    )
    assert words in str(said)
    assert str(said) in done.err.splitlines()
    assert "--format csv" in str(said)
    assert (headings[0], len(rows)) == ("社員番号" if language == "ja" else "employee number", 3)


@both_languages
def test_the_page_is_whole_fetches_nothing_and_needs_no_script(
    language: str, out: Path, tmp_path: Path, kijun: Kijun
) -> None:
    file = tmp_path / "summary.html"
    kijun("--lang", language, "workforce", "summary", str(out), "--format", "html", "-o", str(file))
    words = file.read_text(encoding="utf-8")
    page = _Page()
    page.feed(words)
    assert f'<html lang="{language}">' in words
    assert page.fetched == []
    assert not {"script", "link", "img", "iframe"} & set(page.tags)
    assert page.tags.count("figure") == 4
    assert ("レベル3が最も多く、2人" if language == "ja" else "most at level 3, 2") in words


def test_names_are_words_on_the_page(out: Path, tmp_path: Path, kijun: Kijun) -> None:
    done = kijun("workforce", "summary", str(out), "--format", "html")
    assert '<td class="words">E-2</td>' in done.out
    assert "&lt;" not in done.out


def test_one_field_is_asked_for_by_its_name(out: Path, kijun: Kijun) -> None:
    done = kijun("workforce", "summary", str(out), "--field", "hardware", "--format", "json")
    assert list(done.plain["fields"]) == ["itss/v3-2011/customer-service/hardware"]
    refused = kijun("workforce", "summary", str(out), "--field", "hardwere")
    assert refused.code == 2
    assert 'Did you mean "hardware"?' in refused.err


def test_a_file_that_is_there_and_a_workbook_without_one_are_refused(out: Path, tmp_path: Path, kijun: Kijun) -> None:
    assert kijun("workforce", "summary", str(out), "--format", "xlsx").code == 2
    (tmp_path / "s.csv").write_text("mine", encoding="utf-8")
    assert kijun("workforce", "summary", str(out), "--format", "csv", "-o", str(tmp_path / "s.csv")).code == 2
    assert (tmp_path / "s.csv").read_text(encoding="utf-8") == "mine"


def test_a_folder_that_is_no_verdicts_is_refused(folder: Path, kijun: Kijun) -> None:
    done = kijun("workforce", "summary", str(folder))
    assert done.code == 2
    assert "K620" in done.err
