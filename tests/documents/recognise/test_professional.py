"""Which part of the professional contribution does each of its lines belong to?"""

from __future__ import annotations

import pytest

from kijun.documents.notebook import Notebook
from kijun.documents.recognise.professional import recognise_professional
from tests.documents.recognise.written import asked, clause, notebook, value


def _read(lead: str | None, *options: str) -> Notebook:
    cell = notebook()
    recognise_professional(clause("professional", lead, *options), cell)
    return cell


@pytest.mark.parametrize(
    "lead",
    [
        "後進の育成(メンタリング、コーチング等)",
        "部下の育成に努める",
        "Develops subordinates (by mentoring)",
        "Coaching",
    ],
)
def test_mentoring_is_asked_where_it_is_printed(lead: str) -> None:
    cell = _read(lead)
    assert (value(cell, "mentoring"), asked(cell)) == (True, [])


@pytest.mark.parametrize("lead", ["後進の育成（３名以上）", "Mentors two or more juniors"])
def test_mentoring_with_a_number_is_asked_about(lead: str) -> None:
    cell = _read(lead)
    assert (asked(cell), value(cell, "mentoring")) == (["mentoring"], "nothing noted")


def test_expertise_that_speaks_of_bringing_up_juniors_stays_expertise() -> None:
    cell = _read("以下の領域のいずれかについて、後進を指導し、人材の育成も担う", "配線の計画")
    assert value(cell, "expertise/degree") == "guides-juniors"


def test_succession_is_told_from_expertise() -> None:
    assert value(_read("配線の専門知識の継承に対して次の１項目以上", "著書"), "succession/at_least") == 1


@pytest.mark.parametrize(("lead", "options"), [("倫理を守る", ()), (None, ("配線の計画",))])
def test_a_line_that_fits_no_part_is_asked_about(lead: str | None, options: tuple[str, ...]) -> None:
    cell = _read(lead, *options)
    assert (asked(cell), [*cell.unread]) == (["expertise"], ["expertise"])
