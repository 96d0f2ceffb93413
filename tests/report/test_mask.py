"""Does what is kept back appear anywhere?"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from kijun.catalogue.record_file import open_record
from kijun.errors import BadInput, NotFound
from kijun.report.html import render_html
from kijun.report.mask import masks_of
from kijun.report.pdf import render_pdf
from kijun.text import LANGUAGES
from tests.report.passports import EXAMPLES, HARDWARE, SECRET, passport_of
from tests.report.pdf_text import everything_in

KEPT_BACK = (
    *("quetzal", "Quetzal", "翡翠", "jade", "54321", "54,321", "98765", "98,765", "4242", "4,242", "7171", "7,171"),
    *("海外展開", "overseas", "蛍石", "黒曜石", "2021年4月1日", "2021-04-01"),
)
"""What the masked engagement of the record says, and nobody else does."""


def hidden_in(words: str) -> list[str]:
    return [each for each in KEPT_BACK if each in words]


def test_without_masking_the_facts_are_there() -> None:
    person = open_record(SECRET)
    engagements = tuple(replace(each, masked=frozenset()) for each in person.engagements)
    bare = passport_of(replace(person, engagements=engagements))
    page = render_html(bare, LANGUAGES)
    assert {"Quetzal", "翡翠", "54,321", "98,765", "4,242", "蛍石", "overseas"} <= set(hidden_in(page))


def test_no_byte_of_the_page_tells_what_the_record_keeps_back() -> None:
    page = render_html(passport_of(SECRET), LANGUAGES)
    plain = re.sub(r"base64,[\w+/=]+", "", page)
    assert hidden_in(plain) == []
    assert "Title masked" in plain
    assert "件名は非公開" in plain


def test_nothing_that_can_be_read_in_the_pdf_tells_what_the_record_keeps_back() -> None:
    found = everything_in(render_pdf(passport_of(SECRET), LANGUAGES))
    assert hidden_in(found) == []
    assert "Title masked" in found


def test_a_part_that_a_masked_engagement_meets_says_enough() -> None:
    (facilities,) = passport_of(SECRET).reached
    said = {line.name.en: line.headline.en for line in facilities.lines}
    assert said["complexity"] == "Engagement 1: enough; the facts are masked"
    assert said["responsibility"].startswith("1 time as member or above")


def test_a_fact_that_is_not_masked_is_still_told() -> None:
    career = passport_of(HARDWARE, masks=["bank-core-care:customers"]).career
    assert career is not None
    job = career.jobs[4]
    assert job.title.en.startswith("Asakaze Bank")
    assert any(fact.en.startswith("Conditions:") for fact in job.facts)
    assert not any(fact.en.startswith("Customers:") for fact in job.facts)
    assert job.masked is not None
    assert job.masked.en == "customers"


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_facts_that_are_masked_make_no_difference_to_a_single_byte(path: Path, tmp_path: Path) -> None:
    """Another record with the same verdicts and other titles, ids and projects gives the same report."""
    text = path.read_text(encoding="utf-8")
    renamed = re.sub(r"^(  - id: )(.+)$", r"\1\2-x", text, flags=re.MULTILINE)
    renamed = re.sub(r"^(    title: ).+$", r'\1{ja: 別の件名, en: "Another title"}', renamed, flags=re.MULTILINE)
    renamed = re.sub(r"^(    project: )(.+)$", r"\1\2-y", renamed, flags=re.MULTILINE)
    other = tmp_path / "other.yaml"
    other.write_text(renamed, encoding="utf-8")
    assert renamed != text
    first, second = passport_of(path, masks=["all"]), passport_of(other, masks=["all"])
    assert render_html(first, LANGUAGES) == render_html(second, LANGUAGES)
    assert render_pdf(first, LANGUAGES) == render_pdf(second, LANGUAGES)


def test_a_step_of_a_plan_that_would_tell_a_masked_fact_is_only_named() -> None:
    facilities = next(path for path in EXAMPLES if path.stem == "facility-management")
    open_gap, masked_gap = passport_of(facilities).gaps[0], passport_of(facilities, masks=["7"]).gaps[0]
    assert any("etwork sites" in words.en for plan in open_gap.plans for words, _ in plan.steps)
    said = [words.en for plan in masked_gap.plans for words, _ in plan.steps]
    assert "Engagement 7: one masked fact to be recorded or recognised" in said
    assert not any("etwork sites" in words for words in said)
    assert [plan.summary for plan in masked_gap.plans] == [plan.summary for plan in open_gap.plans]
    details = [detail.en for line in masked_gap.lines for detail in line.details]
    assert "what concerns masked facts is left out" in details
    assert not any("Kotori" in detail or "data centres" in detail for detail in details)


def test_the_masking_is_stated_engagement_by_engagement() -> None:
    said = [each.en for each in passport_of(HARDWARE, masks=["bank-core-care", "1:title"]).masked]
    assert said == ["Engagement 1: title", "Engagement 5: title, customers, amounts, sites, conditions"]


def test_what_the_record_keeps_back_cannot_be_shown_by_an_option() -> None:
    person = open_record(SECRET)
    assert masks_of(person, ["quetzal-vault:title"])["quetzal-vault"] == person.engagements[0].masked


@pytest.mark.parametrize(
    ("asked", "error", "words"),
    [
        ("bank-core-car", NotFound, 'Did you mean "bank-core-care"'),
        ("99", NotFound, "no engagement"),
        ("all:money", BadInput, "What can be: title, customers, amounts, sites, conditions"),
        ("bank-core-care:", BadInput, "cannot be masked"),
        ("all:amount", BadInput, 'Did you mean "amounts"'),
    ],
)
def test_what_cannot_be_masked_is_refused(asked: str, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=re.escape(words)):
        masks_of(open_record(HARDWARE), [asked])
