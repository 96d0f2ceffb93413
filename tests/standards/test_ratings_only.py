"""Is a standard that has nothing to do with ITSS judged by the same code: own level names, no engagements, ratings only?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from kijun.catalogue.edition_folder import load_edition
from kijun.catalogue.record_file import open_record
from kijun.catalogue.record_words import words_of
from kijun.criteria import Rated
from kijun.framework.edition import Edition
from kijun.framework.policy import choose
from kijun.framework.resolve import ResolvedCell, resolve_edition
from kijun.judgement import judge, judge_cell
from kijun.judgement.coverage import cover
from kijun.judgement.record_judgement import judge_editions
from kijun.judgement.summary import summaries
from kijun.verdict import Verdict
from tests.standards.cases import Case, person_of, read_cases

EXAMPLES = Path(__file__).parents[2] / "examples"
FOLDER = EXAMPLES / "standards" / "data-literacy"
RECORD = EXAMPLES / "records" / "data-literacy.yaml"
_PATHS = [
    f"data-literacy/example/data-literacy/{field}/{level}"
    for field in ("reading-data", "keeping-data")
    for level in (1, 2, 3)
]


@cache
def edition() -> Edition:
    loaded = load_edition(FOLDER)
    assert loaded.problems == ()
    assert loaded.edition is not None
    return loaded.edition


@cache
def cells() -> Mapping[str, ResolvedCell]:
    return resolve_edition(edition(), choose(edition().points, {})).cells


@cache
def cases() -> Mapping[str, tuple[Case, ...]]:
    return read_cases(sorted(FOLDER.glob("cases/*/*.yaml")))


def test_it_loads_without_a_problem_and_has_a_case_file_for_every_cell() -> None:
    assert sorted(cells()) == sorted(cases()) == sorted(_PATHS)


def test_no_file_holds_a_word_of_itss() -> None:
    written = [
        path for path in FOLDER.rglob("*") if path.is_file() and "itss" in path.read_text(encoding="utf-8").lower()
    ]
    assert written == []
    assert sorted(path.name for path in (FOLDER / "vocabulary").iterdir()) == ["abilities.yaml"]


def test_every_line_that_it_cites_is_a_line_of_its_own_document() -> None:
    lines = (FOLDER / "document.md").read_text(encoding="utf-8").splitlines()
    for item in edition().skills.values():
        assert item.name.en in lines[item.citation.line - 1]
        for known in item.knowledge:
            assert known.name.ja in lines[known.citation.line - 1]
        for proficiency in item.proficiencies.values():
            said = edition().vocabulary.name("ability", proficiency.ability)
            assert lines[proficiency.citation.line - 1] == f"{proficiency.level}. {said.ja} / {said.en}"
    for cell in edition().indicators.values():
        assert edition().level_name(cell.level).ja in lines[cell.cited("proficiency").line - 1]


@pytest.mark.parametrize("cell", _PATHS)
def test_every_case_comes_out_as_stated(cell: str) -> None:
    for case in cases()[cell]:
        judged = judge_cell(cells()[cell], person_of(case, words_of([edition()])), on=case.on)
        came_out = {name: part.verdict.value for name, part in judged.parts.items()}
        assert came_out == {"proficiency": "met", **case.stated}, case.name
        assert re.match(r"D1:\d+ ", case.why) or not case.why


@pytest.mark.parametrize("cell", _PATHS)
def test_cases_show_every_item_met_not_met_and_not_rated(cell: str) -> None:
    people = [(person_of(case, words_of([edition()])), case.on) for case in cases()[cell]]
    assert cover(cells()[cell], people, ()).never == ()


@pytest.mark.parametrize("cell", _PATHS)
def test_cases_just_meet_and_just_miss_the_count(cell: str) -> None:
    asked = cells()[cell].parts["proficiency"].criterion
    assert isinstance(asked, Rated)
    people = [(person_of(case, words_of([edition()])), case.on) for case in cases()[cell]]
    found = {(proof.have, proof.verdict) for each, on in people for proof in [judge(asked, each, on=on)]}
    assert {(asked.at_least, Verdict.MET), (asked.at_least - 1, Verdict.NOT_MET)} <= found


def test_the_example_record_stands_where_its_readme_says() -> None:
    person = open_record(RECORD, [edition()])
    (judged,) = judge_editions([edition()], person, on=date(2026, 4, 1)).editions
    stands = {each.field.id: (each.level.ja, each.level.en) for each in summaries(judged, person)}
    assert stands == {"reading-data": ("担い手", "Practitioner"), "keeping-data": ("見習い", "Learner")}
