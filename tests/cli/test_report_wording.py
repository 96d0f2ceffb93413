"""Does `kijun report --wording` quote the official words of the cells that the report tells, and nothing without it?"""

from __future__ import annotations

import shutil
from html import escape
from pathlib import Path

import pytest

from tests.builders import V3_2011
from tests.cli.command import ACME, ACME_STANDARD, HARDWARE, ON, Kijun, both_languages
from tests.report.pdf_text import text_of
from tests.wording import HOSTILE, write_pack

RESPONSIBILITY = "試しの責任性の文。"
NO_GLYPH = "\ue000"


@pytest.fixture
def packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KIJUN_TEXT_PACKS", str(tmp_path / "packs"))
    write_pack(tmp_path / "packs" / V3_2011)
    return tmp_path / "packs"


def reported(kijun: Kijun, output: Path, *more: str) -> str:
    done = kijun("report", HARDWARE, "-o", str(output), "--field", "hardware", "--level", "5", *ON, *more)
    assert (done.code, done.err) == (0, "")
    return output.read_text(encoding="utf-8")


def test_the_page_quotes_each_part_in_the_language_printed_with_its_place(
    packs: Path, tmp_path: Path, kijun: Kijun
) -> None:
    page = reported(kijun, tmp_path / "a.html", "--wording", "--languages", "both")
    assert f'<td lang="ja">{RESPONSIBILITY}<br>二行目の文。</td><td class="cited">002:14</td>' in page
    assert page.count(escape(HOSTILE).replace("&quot;", "&#34;")) == 2
    assert "<script" not in page
    assert page.count("our-copy.txt") == 2
    assert page.count('<h2 id="en-wording">Official wording</h2>') == page.count('<h2 id="ja-wording">原文</h2>') == 1


def test_the_words_are_only_there_where_they_are_asked_for(packs: Path, tmp_path: Path, kijun: Kijun) -> None:
    page = reported(kijun, tmp_path / "a.html")
    assert "Official wording" not in page
    assert RESPONSIBILITY not in page


def test_the_page_says_how_to_make_it_again_with_the_words(packs: Path, tmp_path: Path, kijun: Kijun) -> None:
    assert " --wording" in reported(kijun, tmp_path / "a.html", "--wording")
    assert " --wording" not in reported(kijun, tmp_path / "a.html")


def test_a_pack_in_the_folder_of_an_edition_changes_no_digest(kijun: Kijun, tmp_path: Path) -> None:
    own = tmp_path / "own"
    shutil.copytree(ACME_STANDARD, own)
    asked = ("report", ACME, "--digest", "--edition", str(own), *ON)
    before = kijun(*asked)
    write_pack(own / "text-pack", {"help-desk": "a"}, edition="acme/v1", category="support")
    assert before.code == 0
    assert kijun(*asked).out == before.out


def test_the_pdf_quotes_them_too(packs: Path, tmp_path: Path, kijun: Kijun) -> None:
    output = tmp_path / "a.pdf"
    done = kijun("report", HARDWARE, "-o", str(output), "--field", "hardware", "--level", "5", *ON, "--wording")
    assert (done.code, done.err) == (0, "")
    text = "".join("".join(text_of(output.read_bytes())).split())
    assert RESPONSIBILITY in text
    assert "".join(HOSTILE.split()) in text


@pytest.mark.parametrize("name", ["a.pdf", "a.html"])
def test_words_of_20_000_letters_are_printed_whole(name: str, packs: Path, tmp_path: Path, kijun: Kijun) -> None:
    write_pack(packs / V3_2011, {"hardware/5/responsibility": "試" * 20_000})
    output = tmp_path / name
    done = kijun("report", HARDWARE, "-o", str(output), "--field", "hardware", "--level", "5", *ON, "--wording")
    assert (done.code, done.err) == (0, "")
    text = "".join(text_of(output.read_bytes())) if name == "a.pdf" else output.read_text(encoding="utf-8")
    assert text.count("試") >= 20_000


@both_languages
def test_a_letter_that_the_fonts_lack_is_refused_with_the_place_of_the_words(
    language: str, packs: Path, tmp_path: Path, kijun: Kijun
) -> None:
    write_pack(packs / V3_2011, {"hardware/5/responsibility": f"試しの{NO_GLYPH}文。"})
    asked = ("--field", "hardware", "--level", "5", *ON, "--wording")
    done = kijun("--lang", language, "report", HARDWARE, "-o", str(tmp_path / "a.pdf"), *asked)
    assert done.code == 2
    assert "002:11  K340" in done.err
    assert "U+E000" in done.err
    assert "--wording" in done.err
    assert not (tmp_path / "a.pdf").exists()
    page = kijun("--lang", language, "report", HARDWARE, "-o", str(tmp_path / "a.html"), *asked)
    assert page.code == 0
    assert "K341" in page.err


def test_a_pack_with_a_fault_is_told_and_the_report_is_made(packs: Path, tmp_path: Path, kijun: Kijun) -> None:
    (packs / V3_2011 / "pack.yaml").write_text("[", encoding="utf-8")
    done = kijun("report", HARDWARE, "-o", str(tmp_path / "a.html"), *ON, "--wording")
    assert done.code == 0
    assert "K521" in done.err
    assert "Official wording" not in (tmp_path / "a.html").read_text(encoding="utf-8")


@both_languages
def test_without_a_pack_it_says_how_to_install_one(language: str, tmp_path: Path, kijun: Kijun) -> None:
    done = kijun("--lang", language, "report", HARDWARE, "-o", str(tmp_path / "a.html"), *ON, "--wording")
    assert (done.code, done.out) == (2, "")
    assert "kijun standard text" in done.err
    assert not (tmp_path / "a.html").exists()
