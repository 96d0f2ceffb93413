"""Does every case of a shipped standard come out as it is stated?"""

from __future__ import annotations

import re

import pytest

from kijun.framework.resolve import ResolvedCell
from kijun.judgement import judge_cell
from kijun.verdict import Verdict
from tests.standards.cases import BASE, Case, cases, cells, person_of

_PLACE = re.compile(r"\b\d{3}:\d+")
_EXAMINATION = "minimum_by_examination"


@pytest.mark.parametrize("cell", cells())
def test_every_case_of_the_cell_comes_out_as_stated(cell: str) -> None:
    differing = [difference for case in cases()[cell] if (difference := _difference(case, cells()[cell]))]
    assert not differing, "\n" + "\n".join(differing)


@pytest.mark.parametrize("cell", cells())
def test_the_base_record_of_the_cell_just_meets_the_whole_cell(cell: str) -> None:
    base = cases()[cell][0]
    judged = judge_cell(cells()[cell], person_of(base), on=base.on)
    assert base.name == BASE
    assert judged.verdict is Verdict.MET


@pytest.mark.parametrize("cell", cells())
def test_every_case_of_the_cell_has_a_name_of_its_own_and_changes_the_base(cell: str) -> None:
    base, *deviations = cases()[cell]
    names = [case.name for case in deviations]
    assert sorted(names) == sorted(set(names))
    assert [case.name for case in deviations if case.record == base.record] == []


@pytest.mark.parametrize("cell", cells())
def test_every_case_of_the_cell_cites_where_the_document_says_so(cell: str) -> None:
    document = cells()[cell].indicator.citation.document
    deviations = cases()[cell][1:]
    uncited = [case.name for case in deviations if not _PLACE.search(case.why)]
    elsewhere = [case.name for case in deviations if not case.why.startswith(f"{document}:")]
    assert (uncited, elsewhere) == ([], [])


def test_no_case_is_written_for_a_cell_that_is_not_shipped() -> None:
    assert set(cases()) == set(cells())


def _difference(case: Case, cell: ResolvedCell) -> str:
    judged = judge_cell(cell, person_of(case), on=case.on)
    came_out = {name: part.verdict.value for name, part in judged.parts.items()}
    if judged.minimum_by_examination is not None:
        came_out[_EXAMINATION] = judged.minimum_by_examination.verdict.value
    stated = dict.fromkeys(came_out, Verdict.MET.value) | dict(case.stated)
    if stated == came_out:
        return ""
    short = [
        f"{part} came out {came_out.get(part)}, stated {verdict}"
        for part, verdict in stated.items()
        if came_out.get(part) != verdict
    ]
    return f"{case.name}: {'; '.join(short)} ({case.why})"
