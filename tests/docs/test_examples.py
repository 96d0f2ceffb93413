"""Are the shipped examples in order, bilingual, and worth reading?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from kijun.catalogue.installed import shipped_editions
from kijun.catalogue.record_file import load_record, open_record
from kijun.catalogue.record_words import words_of
from kijun.evidence import Person
from kijun.judgement.proof import CellJudgement
from kijun.judgement.record_judgement import RecordJudgement, judge_editions
from kijun.problem import Severity
from kijun.verdict import Verdict
from tests.docs.pages import REPOSITORY

_ON = date(2026, 4, 1)
_EXAMPLES = sorted((REPOSITORY / "src" / "kijun" / "examples").glob("*.yaml"))


def _name(path: Path) -> str:
    return path.stem


def _person(path: Path) -> Person:
    return open_record(path)


def _judged(path: Path) -> RecordJudgement:
    return judge_editions(shipped_editions(), _person(path), on=_ON)


def test_three_examples_ship() -> None:
    assert [path.stem for path in _EXAMPLES] == ["customer-service-hardware", "facility-management", "sales"]


@pytest.mark.parametrize("path", _EXAMPLES, ids=_name)
def test_an_example_has_notices_at_most(path: Path) -> None:
    loaded = load_record(path, words_of(shipped_editions()), today=_ON)
    assert {problem.severity for problem in loaded.problems} <= {Severity.NOTICE}


@pytest.mark.parametrize("path", _EXAMPLES, ids=_name)
def test_an_example_gives_every_title_in_both_languages_and_its_name_a_reading(path: Path) -> None:
    person = _person(path)
    titles = [*(item.title for item in person.engagements), *(item.title for item in person.contributions)]
    assert [title for title in titles if title.ja == title.en] == []
    assert person.name.reading


@pytest.mark.parametrize("path", _EXAMPLES, ids=_name)
def test_an_example_shows_what_a_record_can_say(path: Path) -> None:
    engagements = _person(path).engagements
    assert 5 <= len(engagements) <= 9
    assert any(item.end is None for item in engagements)
    assert any(not item.start.is_exact for item in engagements)
    assert any(era in path.read_text(encoding="utf-8") for era in ("令和", "平成"))
    assert len({item.project for item in engagements}) == len(engagements) - 1


@pytest.mark.parametrize("path", _EXAMPLES, ids=_name)
def test_an_example_comes_out_met_in_places_and_one_part_short_in_others(path: Path) -> None:
    cells = [cell for edition in _judged(path).editions for cell in edition.cells.values()]
    assert any(cell.verdict is Verdict.MET for cell in cells)
    assert any(cell.is_one_part_short for cell in cells)


def test_the_examples_together_show_holes_unknowns_near_misses_and_both_editions() -> None:
    editions = [edition for path in _EXAMPLES for edition in _judged(path).editions]
    cells = [cell for edition in editions for cell in edition.cells.values()]
    proofs = [part.proof for cell in cells for part in cell.parts.values()]
    assert any(levels.holes for edition in editions for levels in edition.levels.values())
    assert any(cell.verdict is Verdict.UNKNOWN for cell in cells)
    assert any(proof.near_misses for proof in proofs)
    assert {edition.edition.edition.id for edition in editions if _counts_in(edition.cells.values())} == {
        edition.id for edition in shipped_editions()
    }


def test_the_examples_together_have_an_equivalence_recognised_and_one_claimed() -> None:
    decisions = {
        claim.decision for path in _EXAMPLES for item in _person(path).engagements for claim in item.equivalences
    }
    assert decisions == {"recognised", "claimed"}


def _counts_in(cells: Iterable[CellJudgement]) -> bool:
    return any(part.proof.counted for cell in cells for part in cell.parts.values())
