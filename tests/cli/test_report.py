"""Does `kijun report` write what it is asked for, and refuse the rest in words?"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from kijun.catalogue.record_file import open_record
from kijun.cli.report.command import _languages
from kijun.report.digest import folder_digest
from tests.broken.expected import HERE
from tests.cli.command import ACME, ACME_STANDARD, HARDWARE, ON, Kijun, both_languages, has_japanese
from tests.report.passports import SECRET

_LETTERS = HERE / "letters"


@pytest.mark.parametrize(("name", "starts"), [("passport.pdf", b"%PDF-"), ("passport.html", b"<!doctype html>")])
@both_languages
def test_it_writes_the_form_that_the_ending_names(
    kijun: Kijun, tmp_path: Path, name: str, starts: bytes, language: str
) -> None:
    output = tmp_path / name
    done = kijun("--lang", language, "report", HARDWARE, "-o", str(output), *ON)
    assert (done.code, done.err) == (0, "")
    assert str(output) in done.out
    assert output.read_bytes().startswith(starts)


@pytest.mark.parametrize("name", ["passport.pdf", "passport.html"])
def test_the_same_command_gives_the_same_bytes(kijun: Kijun, tmp_path: Path, name: str) -> None:
    written = []
    for folder in ("first", "second"):
        (tmp_path / folder).mkdir()
        copy = tmp_path / folder / "record.yaml"
        shutil.copy(HARDWARE, copy)
        kijun("report", str(copy), "-o", str(tmp_path / folder / name), "--languages", "both", *ON)
        written.append((tmp_path / folder / name).read_bytes())
    assert written[0] == written[1]


@pytest.mark.parametrize(
    ("asked", "has"), [("ja", [True, False]), ("en", [False, True]), ("both", [True, True])], ids=["ja", "en", "both"]
)
def test_the_languages_of_the_report_can_be_chosen(kijun: Kijun, tmp_path: Path, asked: str, has: list[bool]) -> None:
    output = tmp_path / "passport.html"
    kijun("report", HARDWARE, "-o", str(output), "--languages", asked, *ON)
    page = output.read_text(encoding="utf-8")
    assert [f'<article id="{language}"' in page for language in ("ja", "en")] == has


def test_without_languages_the_report_is_in_that_of_the_run(kijun: Kijun, tmp_path: Path) -> None:
    output = tmp_path / "passport.html"
    kijun("--lang", "ja", "report", HARDWARE, "-o", str(output), *ON)
    assert '<html lang="ja">' in output.read_text(encoding="utf-8")
    assert len(_languages(None)) == 1


@both_languages
def test_without_a_file_it_says_what_to_write(kijun: Kijun, language: str) -> None:
    done = kijun("--lang", language, "report", HARDWARE)
    assert done.code == 2
    assert "-o passport.pdf" in done.err
    assert has_japanese(done.err) is (language == "ja")


def test_another_ending_is_refused_before_anything_is_read(kijun: Kijun, tmp_path: Path) -> None:
    done = kijun("report", "no-such.yaml", "-o", str(tmp_path / "passport.docx"))
    assert done.code == 2
    assert ".pdf or .html" in done.err


def test_a_record_with_problems_is_refused(kijun: Kijun, tmp_path: Path) -> None:
    done = kijun("report", "no-such.yaml", "-o", str(tmp_path / "passport.pdf"))
    assert done.code == 2
    assert "K001" in done.err
    assert not (tmp_path / "passport.pdf").exists()


@both_languages
def test_letters_without_a_glyph_are_reported_and_no_pdf_is_made(kijun: Kijun, tmp_path: Path, language: str) -> None:
    output, record = tmp_path / "passport.pdf", _LETTERS / "no-glyph.yaml"
    done = kijun("--lang", language, "report", str(record), "-o", str(output), *ON)
    assert done.code == 2
    assert f"{record}:3:3  K340" in done.err
    assert f"{record}:6:5  K340" in done.err
    assert not output.exists()


def test_on_a_page_the_readers_fonts_may_help_so_it_is_a_warning(kijun: Kijun, tmp_path: Path) -> None:
    output = tmp_path / "passport.html"
    done = kijun("report", str(_LETTERS / "no-glyph.yaml"), "-o", str(output), *ON)
    assert done.code == 0
    assert "K341" in done.err
    assert "花😀子" in output.read_text(encoding="utf-8")


def test_what_was_masked_is_said_and_stands_in_the_command(kijun: Kijun, tmp_path: Path) -> None:
    output = tmp_path / "passport.html"
    first = open_record(HARDWARE).engagements[0].id
    done = kijun("report", HARDWARE, "-o", str(output), "--mask", f"{first}:title,customers", *ON)
    assert done.code == 0
    assert "masked: Engagement" in done.out
    page = output.read_text(encoding="utf-8")
    assert ":title,customers" in page
    assert first not in page


def test_the_digest_can_be_had_alone_and_is_the_one_in_the_report(kijun: Kijun, tmp_path: Path) -> None:
    done = kijun("report", str(SECRET), "--digest")
    lines = {name: digest for digest, name in (line.split("  ") for line in done.out.splitlines())}
    assert set(lines) == {"record", "itss/v3-2011", "itss/v3-2008"}
    output = tmp_path / "passport.html"
    kijun("report", str(SECRET), "-o", str(output), *ON)
    page = output.read_text(encoding="utf-8")
    assert all(digest in page for digest in lines.values())


def test_the_digest_says_when_a_record_is_another(kijun: Kijun, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text(Path(HARDWARE).read_text(encoding="utf-8").replace("T-1", "T-2"), encoding="utf-8")
    commented = tmp_path / "commented.yaml"
    commented.write_text("# a comment\n" + Path(HARDWARE).read_text(encoding="utf-8"), encoding="utf-8")
    first, second, third = (
        kijun("report", str(path), "--digest").out.splitlines()[0] for path in (HARDWARE, other, commented)
    )
    assert first != second
    assert first == third


def test_a_standard_of_ones_own_is_reported_with_its_own_digest(kijun: Kijun, tmp_path: Path) -> None:
    output = tmp_path / "passport.html"
    done = kijun("report", ACME, "-o", str(output), "--edition", ACME_STANDARD, *ON)
    assert (done.code, done.err) == (0, "")
    page = output.read_text(encoding="utf-8")
    assert folder_digest(Path(ACME_STANDARD)) in page
    assert "--edition acme/v1" in page


def test_a_target_and_policies_stand_in_the_command(kijun: Kijun, tmp_path: Path) -> None:
    output = tmp_path / "passport.html"
    options = ("--field", "hardware", "--level", "6", "--policy", "levels.imply=ladder")
    assert kijun("report", HARDWARE, "-o", str(output), *options, *ON).code == 0
    page = output.read_text(encoding="utf-8")
    assert "--policy levels.imply=ladder --field hardware --level 6" in page
    assert "Hardware, level 6" in page


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--level", "12"), "Levels: level 1"),
        (("--field", "hardwear"), "Did you mean"),
        (("--mask", "nobody"), "no engagement"),
        (("--mask", "all:money"), "cannot be masked"),
        (("--languages", "fr"), "fr"),
    ],
)
def test_an_option_that_means_nothing_is_refused(
    kijun: Kijun, tmp_path: Path, options: tuple[str, ...], words: str
) -> None:
    done = kijun("report", HARDWARE, "-o", str(tmp_path / "passport.pdf"), *options, *ON)
    assert done.code == 2
    assert words in done.err


@both_languages
@pytest.mark.parametrize("library", ["fontTools", "jinja2", "typst"])
def test_without_the_extra_it_is_said_how_to_install_it_before_anything_is_written(
    kijun: Kijun, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, library: str, language: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    for name in ("passport.pdf", "passport.html"):
        done = kijun("report", HARDWARE, "-o", str(tmp_path / name), *ON, "--lang", language)
        assert done.code == 2
        assert library in done.err
        assert "pip install 'kijun[report]'" in done.err
    assert list(tmp_path.iterdir()) == []
