"""Are the fonts what they were published as, and do they have the letters that names need?"""

from __future__ import annotations

from hashlib import sha256

import pytest

from kijun.report.glyphs import FONTS, WEIGHTS, missing_letters
from kijun.report.words import WORDS


def test_the_fonts_and_their_licence_match_their_checksums() -> None:
    lines = (FONTS / "SHA256SUMS").read_text().splitlines()
    listed = {name: digest for digest, name in (line.split("  ") for line in lines)}
    assert set(listed) == {*WEIGHTS.values(), "OFL.txt"}
    assert {name: sha256((FONTS / name).read_bytes()).hexdigest() for name in listed} == listed


def test_the_licence_of_the_fonts_lies_beside_them() -> None:
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / "OFL.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "name", ["髙橋", "山﨑", "𠮷野家", "葛󠄀城", "邉見", "濵田", "德川", "草彅剛", "桒原", "鷗外", "ヽ々〆ヶ"]
)
def test_names_with_rare_kanji_can_be_shown(name: str) -> None:
    assert missing_letters([name]) == ([], [])


def test_every_word_of_the_report_can_be_shown() -> None:
    assert missing_letters(words for text in WORDS.values() for words in (text.ja, text.en)) == ([], [])


def test_a_letter_without_a_glyph_is_found_once() -> None:
    assert missing_letters(["花😀子", "😀", "ꙮ"]) == (["😀", "ꙮ"], [])


def test_a_variant_that_the_fonts_lack_is_told_from_one_that_they_have() -> None:
    assert missing_letters(["葛\U000e0100", "葛\U000e01ef", "辻\ufe00"]) == ([], ["葛\U000e01ef", "辻\ufe00"])
