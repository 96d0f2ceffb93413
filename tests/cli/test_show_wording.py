"""Does `kijun show` show the official words where a pack is installed, and nothing new where none is?"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.builders import V3_2011
from tests.cli.command import ACME_STANDARD, JSON, Kijun, both_languages
from tests.wording import HOSTILE, write_pack

CELL = f"{V3_2011}/customer-service/hardware/5"
SHOWN = {
    "hardware/5": ("A line for the whole cell.", "二行目の文。", HOSTILE, "試しのサイズの文。", "002:14"),
    "hardware/5/complexity": ("□ 試しの条件",),
    "hardware/5/size": (HOSTILE, "試しのサイズの文。"),
    "hardware": ("試しの専門分野の説明。", "試しの、次のセルの文。"),
    "itss/v3-2011/customer-service": ("試しの職種の説明。",),
    "hardware/skills/technology": ("試しのスキル項目。", "試しの熟達度の文。"),
    "hardware/skills": ("試しのスキル項目。", "試しの熟達度の文。"),
}


@pytest.fixture
def packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KIJUN_TEXT_PACKS", str(tmp_path))
    write_pack(tmp_path / V3_2011)
    return tmp_path


@both_languages
@pytest.mark.parametrize("path", SHOWN)
def test_the_official_words_stand_beside_ours_marked_as_such(
    path: str, language: str, packs: Path, kijun: Kijun
) -> None:
    done = kijun("--lang", language, "show", path, "--edition", V3_2011)
    assert (done.code, done.err) == (0, "")
    assert [words for words in SHOWN[path] if words not in done.out] == []
    assert {"ja": "原文(日本語)、CS-9ページ:", "en": "Official wording (Japanese), page CS-9:"}[language] in done.out


def test_the_words_of_a_part_stand_below_that_part(packs: Path, kijun: Kijun) -> None:
    lines = kijun("show", "hardware/5").out.splitlines()
    at = {
        name: next(number for number, line in enumerate(lines) if name in line) for name in ("試しの条件", "試しの継承")
    }
    parts = {
        name: next(number for number, line in enumerate(lines) if f"     {name}" in line)
        for name in ("complexity", "size ", "succession", "mentoring")
    }
    assert parts["complexity"] < at["試しの条件"] < parts["size "]
    assert parts["succession"] < at["試しの継承"] < parts["mentoring"]


@pytest.mark.parametrize("path", [*SHOWN, f"{CELL}/size"])
def test_without_a_pack_nothing_is_shown_that_was_not_before(path: str, packs: Path, kijun: Kijun) -> None:
    shown = kijun("show", path, "--edition", V3_2011)
    plain = kijun("show", path, "--edition", V3_2011, *JSON)
    assert '"wording": [' in plain.out
    shutil.rmtree(packs / "itss")
    without, without_plain = kijun("show", path, "--edition", V3_2011), kijun("show", path, "--edition", V3_2011, *JSON)
    assert "wording" not in without_plain.out
    assert "Official" not in without.out
    assert set(without.out.splitlines()) <= set(shown.out.splitlines())


def test_json_has_the_words_with_their_place(packs: Path, kijun: Kijun) -> None:
    done = kijun("show", f"{CELL}/responsibility", *JSON)
    assert done.plain["wording"] == [
        {
            "path": "hardware/5/responsibility",
            "language": "ja",
            "words": "試しの責任性の文。\n二行目の文。",
            "document": "002",
            "line": 14,
            "page": "CS-9",
        }
    ]


def test_a_cell_without_words_has_an_empty_list_where_a_pack_is_installed(packs: Path, kijun: Kijun) -> None:
    assert kijun("show", f"{V3_2011}/customer-service/software/5", *JSON).plain["wording"] == []
    cells = kijun("show", "--all", "--edition", V3_2011, *JSON).plain
    assert {cell["cell"]: len(cell["wording"]) for cell in cells}[CELL] == 6


def test_the_other_edition_shows_none_of_them(packs: Path, kijun: Kijun) -> None:
    assert "wording" not in kijun("show", "itss/v3-2008/customer-service/hardware/5", *JSON).plain


def test_an_edition_of_ones_own_shows_the_pack_in_its_folder(tmp_path: Path, kijun: Kijun) -> None:
    own = tmp_path / "own"
    shutil.copytree(ACME_STANDARD, own)
    write_pack(own / "text-pack", {"help-desk/1/responsibility": "Ours."}, edition="acme/v1", category="support")
    done = kijun("show", "help-desk/1", "--edition", str(own))
    assert (done.code, done.err) == (0, "")
    assert "Ours." in done.out


def test_no_other_command_opens_a_pack(packs: Path, kijun: Kijun) -> None:
    head = packs / V3_2011 / "pack.yaml"
    head.write_text("[", encoding="utf-8")
    for words in (("list",), ("check", ACME_STANDARD), ("compare", "itss/v3-2008", V3_2011)):
        assert kijun(*words).err == ""
    assert "K521" in kijun("show", "hardware/5").err
