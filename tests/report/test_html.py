"""Is the page one file, in its languages, and the same to the last byte?"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from kijun.evidence import Name
from kijun.report.html import render_html
from kijun.text import LANGUAGES
from tests.report.passports import EXAMPLES, HARDWARE, passport_of


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_same_passport_gives_the_same_page(path: Path) -> None:
    assert render_html(passport_of(path), LANGUAGES) == render_html(passport_of(path), LANGUAGES)


def test_it_names_no_address_and_runs_no_program() -> None:
    page = render_html(passport_of(HARDWARE), LANGUAGES)
    addresses = set(re.findall(r"\w+://[^\s\"')]+", page))
    assert addresses == {"http://www.w3.org/2000/svg"}
    assert "<script" not in page
    assert "@import" not in page


def test_each_language_is_an_article_of_its_own() -> None:
    page = render_html(passport_of(HARDWARE), LANGUAGES)
    assert '<article id="ja" lang="ja">' in page
    assert '<article id="en" lang="en">' in page
    assert '<html lang="ja">' in page
    assert "<nav" not in render_html(passport_of(HARDWARE), ["en"])


def test_japanese_inside_english_is_marked_as_japanese() -> None:
    page = render_html(passport_of(HARDWARE), ["en"])
    assert 'by <span lang="ja">田中</span>' in page or 'by <span lang="ja">田中 一郎</span>' in page


def test_what_a_person_writes_is_text_and_never_markup() -> None:
    passport = replace(passport_of(HARDWARE), name=Name(written='<b onload="x">&amp;</b>'), team="</style><script>")
    page = render_html(passport, LANGUAGES)
    assert "<b onload" not in page
    assert "<script" not in page
    assert "&lt;b onload=&#34;x&#34;&gt;&amp;amp;&lt;/b&gt;" in page


def test_the_reading_stands_over_the_name() -> None:
    assert "<rt>さとう みさき</rt>" in render_html(passport_of(HARDWARE), ["ja"])
