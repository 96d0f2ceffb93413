"""Is a workbook that was written the same record, safe to open, and ready to be filled in?"""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import load_workbook

from kijun.errors import BadInput
from kijun.exchange.workbook import mapping
from kijun.exchange.workbook.incoming import read
from kijun.exchange.workbook.outgoing import template, write
from kijun.problem import Severity
from kijun.text import LANGUAGES, Language
from tests.exchange.workbook.records import EDITIONS, EXAMPLES, known, mapped, plain, records, workbook

_SPREADSHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def parts(data: bytes) -> dict[str, ET.Element]:
    with zipfile.ZipFile(BytesIO(data)) as container:
        return {name: ET.fromstring(container.read(name)) for name in container.namelist()}


def tags(data: bytes, tag: str) -> list[ET.Element]:
    return [each for root in parts(data).values() for each in root.iter(_SPREADSHEET + tag)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_is_read_back_as_it_was_written(path: Path, language: Language) -> None:
    record = plain(path)
    found = read(write(record, EDITIONS, language), EDITIONS)
    assert found.record == record
    assert found.problems == ()


@given(records(), st.sampled_from(LANGUAGES))
@settings(max_examples=60, deadline=None)
def test_any_record_is_read_back_as_it_was_written(record: dict[str, Any], language: Language) -> None:
    found = read(write(record, EDITIONS, language), EDITIONS)
    assert found.problems == ()
    assert found.record == record


def test_what_the_table_of_losses_lists_is_all_that_is_lost() -> None:
    record = {
        "$schema": "x",
        "employee": "E-1",
        "name": {"text": "A"},
        "team": None,
        "engagements": [{"id": 1.0, "fields": [" hardware "], "sizes": {}, "title": {"ja": "\uffff", "en": "B"}}],
    }
    assert read(write(record, EDITIONS, "ja"), EDITIONS).record == {
        "employee": "E-1",
        "name": "A",
        "engagements": [{"id": "1.0", "fields": ["hardware"], "title": {"ja": "\ufffd", "en": "B"}}],
    }


def test_the_page_of_the_reference_has_the_same_table_of_losses() -> None:
    page = (Path(__file__).parents[3] / "docs" / "reference" / "workbook.md").read_text(encoding="utf-8")
    table = [line for line in (mapping.__doc__ or "").splitlines() if line.startswith("|")]
    assert len(table) > 5
    assert [line for line in table if line not in page.splitlines()] == []


def test_the_example_of_the_instructions_is_one_that_can_be_read(tmp_path: Path) -> None:
    for language in LANGUAGES:
        path = tmp_path / "template.xlsx"
        path.write_bytes(template(EDITIONS, language))
        front = load_workbook(str(path)).get_sheet_by_index(0).to_python()
        example = front[[row[0] for row in front].index(mapped()[1].columns[0].heading.said_in(language)) :]
        rows = [[row[0] for row in example], [row[1] for row in example]]
        found = read(workbook({"Person": [["Employee id", "Name"], ["E-1", "A"]], "Engagements": rows}), EDITIONS)
        assert found.record is not None
        assert found.record["engagements"][0]["outcome"] == "succeeded"
        assert not found.has_errors


def test_two_measures_with_one_name_have_columns_of_their_own() -> None:
    words = EDITIONS[0].vocabulary
    measures = {each: replace(words.measures["computer_rooms"], id=each) for each in ("rooms-a", "rooms-b")}
    edition = replace(EDITIONS[0], vocabulary=replace(words, measures=measures))
    record = {"employee": "E-1", "name": "A", "engagements": [{"id": "x", "sizes": {"rooms-a": 1, "rooms-b": 2}}]}
    assert read(write(record, [edition], "ja"), [edition]).record == record


def test_equal_records_are_equal_files() -> None:
    record = plain(EXAMPLES[0])
    assert write(record, EDITIONS, "ja") == write(record, EDITIONS, "ja")


def test_nothing_is_written_as_a_formula_or_a_link() -> None:
    odd = ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "https://example.org"]
    record = {"employee": "=1+1", "name": "@A", "mentoring": [{"whom": each, "since": "2021-04-01"} for each in odd]}
    data = write(record, EDITIONS, "en")
    assert tags(data, "f") == []
    assert tags(data, "hyperlink") == []
    assert read(data, EDITIONS).record == record


def test_what_looks_like_a_formula_stays_text_once_somebody_edits_it() -> None:
    quoted = [
        each for each in tags(write({"employee": "=1+1", "name": "A"}, EDITIONS, "en"), "xf") if each.get("quotePrefix")
    ]
    assert len(quoted) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_has_a_frozen_heading_on_every_sheet_of_the_record(language: Language) -> None:
    data = template(EDITIONS, language)
    frozen = [each for each in tags(data, "pane") if each.get("state") == "frozen" and each.get("ySplit") == "1"]
    assert len(frozen) == len(mapped()) + 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_offers_every_word_by_its_name(language: Language) -> None:
    data = template(EDITIONS, language)
    lists = [each for each in tags(data, "dataValidation") if each.get("type") == "list"]
    offered = [column for sheet in mapped() for column in sheet.columns if column.words or column.holds == "flag"]
    assert len(lists) == len(offered)
    strings = ["".join(each.itertext()) for each in parts(data)["xl/sharedStrings.xml"]]
    names = {label.said_in(language) for lexicon in known().of.values() for label in lexicon.labels.values()}
    assert names <= set(strings)


def test_every_name_that_is_offered_leads_back_to_its_word() -> None:
    lost = [
        (kind, word, language)
        for kind, lexicon in known().of.items()
        for word in lexicon.labels
        for language in LANGUAGES
        if lexicon.find(lexicon.label(word, language)) != (word,)
    ]
    assert lost == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_is_empty_and_says_who_is_missing(language: Language) -> None:
    found = read(template(EDITIONS, language), EDITIONS)
    assert found.record == {}
    assert [(problem.code, problem.place.file[-2:]) for problem in found.problems] == [("K414", "A2"), ("K414", "B2")]
    assert all(problem.severity is Severity.ERROR for problem in found.problems)


def test_an_english_template_has_no_japanese_in_it() -> None:
    strings = ["".join(each.itertext()) for each in parts(template(EDITIONS, "en"))["xl/sharedStrings.xml"]]
    assert [each for each in strings if re.search(r"[\u3040-\u30ff\u4e00-\u9fff]", each)] == []


def test_what_excel_has_no_room_for_is_said() -> None:
    many = [{"whom": "A", "since": "2021-04-01"}] * 5_000
    with pytest.raises(BadInput, match="Mentoring"):
        write({"employee": "E-1", "name": "A", "mentoring": many}, EDITIONS, "en")
    with pytest.raises(BadInput, match="Name"):
        write({"employee": "E-1", "name": "A" * 40_000}, EDITIONS, "en")
