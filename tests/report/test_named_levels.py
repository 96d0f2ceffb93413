"""Is the report of a standard with named levels and ratings alone written in that standard's words?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from kijun.catalogue.installed import open_edition
from kijun.catalogue.record_file import load_record, usable
from kijun.catalogue.record_words import words_of
from kijun.evidence import Person
from kijun.report.assemble import Stamp, Wanted, assemble
from kijun.report.html import render_html
from kijun.report.page import page_of
from kijun.report.passport import Passport, texts
from kijun.report.pdf import render_pdf
from kijun.text import LANGUAGES
from tests.report.passports import HARDWARE, ON, REPOSITORY, passport_of
from tests.report.pdf_text import text_of

_STANDARD = str(REPOSITORY / "examples" / "standards" / "data-literacy")
_RECORD = REPOSITORY / "examples" / "records" / "data-literacy.yaml"


def rated() -> Person:
    edition = open_edition(_STANDARD)
    return usable(load_record(_RECORD, words_of([edition], frozenset({edition.id})), today=ON))


def passport(person: Person) -> Passport:
    edition = open_edition(_STANDARD)
    stamp = Stamp(record="0" * 64, editions={edition.id: {edition.id: "1" * 64}}, command="kijun report", version="0")
    return assemble([edition], person, Wanted(on=ON, policy={}, specialty=None, level=None, masks={}), stamp)


def test_levels_are_called_by_their_names() -> None:
    found = passport(rated())
    assert [level.en for level in found.maps[0].levels] == ["Learner", "Practitioner", "Guide"]
    page = page_of(found, "ja")["skills"]
    assert isinstance(page, dict)
    assert page["axes"][0]["target"] == "導き手"
    assert "target Guide" in found.skills.summary.en
    assert not [words for words in texts(found) if "level 3" in words or "レベル3" in words]


def test_the_ratings_that_decide_are_shown_also_those_of_a_superior() -> None:
    skills = passport(rated()).skills
    assert skills.raters == ("self", "superior", "assessor")
    assert [axis.superior for axis in skills.axes if axis.name.en == "Reading charts and tables"] == [2]
    assert skills.finding.en.startswith("Rated by an assessor, or else a superior: 0 of 3 items at the target, 2 below")
    assert skills.finding.ja.startswith("評価者、なければ上司の評価: ")


def test_a_superior_who_does_not_decide_is_not_shown() -> None:
    skills = passport_of(HARDWARE).skills
    assert skills.raters == ("self", "assessor")
    assert [axis.superior for axis in skills.axes if axis.superior is not None] == []


def test_no_word_is_said_of_engagements() -> None:
    for person in (rated(), replace(rated(), ratings=())):
        written = render_html(passport(person), LANGUAGES)
        assert "ngagement" not in written
        assert "案件" not in written
    assert passport(replace(rated(), ratings=())).nothing.en == "No rating counts in any field yet."


@pytest.mark.parametrize(
    "render", [render_html, lambda *given: "".join(text_of(render_pdf(*given)))], ids=["html", "pdf"]
)
def test_both_forms_show_the_names(render: Callable[..., str]) -> None:
    written = render(passport(rated()), ["en"])
    assert all(words in written for words in ("Learner", "Superior", "Practitioner", "Guide"))


def test_an_edition_on_which_nothing_rests_has_no_heading_but_can_be_checked() -> None:
    found = passport_of(HARDWARE)
    (other,) = (each for each in found.grounds if not each.documents and not each.policies)
    pages = text_of(render_pdf(found, ["en"]))
    assert sum(page.count(other.name.en) for page in pages) == 1  # where it is said that no engagement counts there
    assert other.digests[0][1] in "".join(pages)
    assert f'{other.name.en} <span class="quiet">' not in render_html(found, ["en"])


def test_the_report_of_an_example_ends_on_a_page_that_is_not_nearly_empty() -> None:
    for language in LANGUAGES:
        assert len(text_of(render_pdf(passport_of(HARDWARE), [language]))) == 3
