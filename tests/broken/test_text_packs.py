"""Does every broken text pack say what is wrong, and is the standard shown, reported and judged all the same?"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kijun.catalogue.edition_folder import load_edition
from kijun.catalogue.text_pack import load_text_pack
from kijun.cli.main import main
from kijun.text import LANGUAGES
from tests.broken.expected import SOUND, TEXT_PACKS, assert_says, text_packs

_TOO_LONG = "made-too-long"


def pack(name: str, folder: Path) -> Path:
    """Return the folder of a broken pack; one that is too long to be kept is made."""
    if name != _TOO_LONG:
        return TEXT_PACKS / name
    shutil.copytree(TEXT_PACKS / "entries-that-cannot-be-shown", folder / name)
    entry = f'path: help-desk, language: en, words: "{"a" * 20_001}", document: "A1", line: 3'
    words = f"category: support\nwording:\n  - {{{entry}}}\n"
    (folder / name / "wording" / "support.yaml").write_text(words, encoding="utf-8")
    return folder / name


def test_every_broken_pack_is_in_the_table() -> None:
    assert {path.name for path in TEXT_PACKS.iterdir()} == set(text_packs()) - {_TOO_LONG}


@pytest.mark.parametrize("name", text_packs())
def test_a_broken_pack_says_all_its_problems(name: str, tmp_path: Path) -> None:
    folder = pack(name, tmp_path)
    assert_says(load_text_pack(folder, load_edition(SOUND).edition).problems, text_packs()[name], folder)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", text_packs())
def test_show_warns_of_it_and_shows_the_standard(
    name: str, language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "own"
    shutil.copytree(SOUND, own)
    without = main(["--lang", language, "show", "acme/v1/support/help-desk", "--edition", str(own)])
    plain = capsys.readouterr().out
    shutil.copytree(pack(name, tmp_path), own / "text-pack")
    code = main(["--lang", language, "show", "acme/v1/support/help-desk", "--edition", str(own)])
    shown = capsys.readouterr()
    assert (without, code) == (0, 0)
    assert set(plain.splitlines()) <= set(shown.out.splitlines())
    of_category = [each for each in text_packs()[name] if each.file != "wording/sales.yaml"]
    assert [each for each in of_category if f" {each.code} " not in shown.err] == []
    assert "Traceback" not in shown.err
