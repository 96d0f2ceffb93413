"""Is the PDF A4, tagged, readable in both languages, and the same to the last byte?"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from kijun.evidence import Name
from kijun.report.passport import Passport
from kijun.report.pdf import render_pdf
from kijun.text import LANGUAGES, Language
from tests.report.passports import EXAMPLES, HARDWARE, passport_of
from tests.report.pdf_text import tags_of, text_of

A4 = (595.28, 841.89)
VARIANT = "葛\U000e0100"


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_same_passport_gives_the_same_bytes(path: Path) -> None:
    assert render_pdf(passport_of(path), LANGUAGES) == render_pdf(passport_of(path), LANGUAGES)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_page_is_a4_and_numbered(path: Path) -> None:
    written = render_pdf(passport_of(path), LANGUAGES)
    document = pypdfium2.PdfDocument(written)
    sizes = [page.get_size() for page in document]
    document.close()
    assert all(size == pytest.approx(A4, abs=0.1) for size in sizes)
    for number, text in enumerate(text_of(written), start=1):
        assert f"{number} / {len(sizes)}" in text


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ja", ["スキルパスポート", "佐藤 美咲", "さとう みさき", "ハードウェア レベル6", "002:140", "責任性"]),
        ("en", ["Skill passport", "佐藤 美咲", "Hardware, level 6", "002:140", "responsibility", "1 April 2026"]),
    ],
)
def test_its_text_can_be_taken_out(language: Language, words: list[str]) -> None:
    text = "".join(text_of(render_pdf(passport_of(HARDWARE), [language])))
    assert [each for each in words if each not in text] == []


def test_both_languages_stand_in_one_document_one_after_the_other() -> None:
    texts = text_of(render_pdf(passport_of(HARDWARE), LANGUAGES))
    starts = [number for number, text in enumerate(texts) if "スキルパスポート" in text or "Skill passport" in text]
    assert len(starts) == 2
    assert starts[0] == 0


def test_it_is_tagged_with_headings_tables_and_drawings_that_say_what_they_show() -> None:
    written = render_pdf(passport_of(HARDWARE), ["en"])
    document = pypdfium2.PdfDocument(written)
    assert document.is_tagged()
    described = document.get_metadata_dict()
    document.close()
    tags = tags_of(written)
    count = Counter(tag.kind for tag in tags)
    assert count["H1"] == 1
    assert count["H2"] >= 6
    assert count["Table"] >= 4
    assert count["TH"] >= 12
    figures = [tag.alternative for tag in tags if tag.kind == "Figure"]
    assert figures
    assert all(figures)
    assert any("7. Kotori Railway: running the traffic control system, 2023-10 to now" in each for each in figures)
    assert any("Negotiation: target 6, self 5, assessor 3" in each for each in figures)
    assert described["Title"] == "Skill passport: 佐藤 美咲"


def test_its_date_is_the_day_of_judgement() -> None:
    document = pypdfium2.PdfDocument(render_pdf(passport_of(HARDWARE), ["ja"]))
    assert "20260401" in document.get_metadata_value("CreationDate")
    document.close()


def test_it_claims_the_standard_for_accessible_documents() -> None:
    written = render_pdf(passport_of(HARDWARE), ["ja"])
    assert b"<pdfuaid:part>1</pdfuaid:part>" in written
    assert b"/Lang" in written


def first_page(passport: Passport, language: Language) -> bytes:
    """Return the pixels of the first page."""
    document = pypdfium2.PdfDocument(render_pdf(passport, [language]))
    pixels = bytes(document[0].render().buffer)
    document.close()
    return pixels


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_variant_of_a_kanji_is_shown_in_its_own_form_and_can_be_taken_out(language: Language) -> None:
    plain = replace(passport_of(HARDWARE), name=Name(written="葛葉"), team=None)
    variant = replace(plain, name=Name(written=f"{VARIANT}葉"))
    assert VARIANT in text_of(render_pdf(variant, [language]))[0]
    assert first_page(plain, language) != first_page(variant, language)


def test_a_long_record_goes_on_over_pages() -> None:
    passport = passport_of(HARDWARE)
    assert passport.career is not None
    jobs = tuple(replace(job, number=number) for number, job in enumerate(passport.career.jobs * 8, start=1))
    written = render_pdf(replace(passport, career=replace(passport.career, jobs=jobs)), ["en"])
    assert f"{len(jobs)}. Kotori Railway" in "".join(text_of(written))
