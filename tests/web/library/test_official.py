"""Does the library show the official words where a text pack is installed, to everybody who is signed in, and safely?"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kijun.web.library.actions import read_standards_anew
from kijun.web.library.addresses import address_of, places
from kijun.web.library.contents import content_of
from kijun.web.library.official import pack_problems
from tests.builders import V3_2011
from tests.tailoring import write_overlay
from tests.web.api.caller import Caller
from tests.web.cast import Cast, client_of
from tests.web.library.pages import Page
from tests.wording import HOSTILE, write_pack

CATEGORY = f"{V3_2011}/customer-service"
CELL = f"{CATEGORY}/hardware/5"
SHOWN = {
    CATEGORY: "試しの職種の説明。",
    f"{CATEGORY}/hardware": "試しの専門分野の説明。",
    CELL: "試しの責任性の文。",
    f"{CELL}/complexity": "□ 試しの条件",
    f"{CATEGORY}/hardware/skills/technology": "試しの熟達度の文。",
}


@pytest.fixture
def packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KIJUN_TEXT_PACKS", str(tmp_path))
    write_pack(tmp_path / V3_2011)
    return tmp_path


def content(path: str) -> str:
    return content_of(places()[path])


@pytest.mark.django_db
@pytest.mark.parametrize("path", SHOWN)
def test_everybody_who_is_signed_in_sees_them_in_a_panel(path: str, packs: Path, cast: Cast) -> None:
    for viewer in cast.each().values():
        page = client_of(viewer).get(address_of(path)).content.decode()
        assert '<details class="library-more library-wording"><summary>' in page
        assert SHOWN[path] in page
    assert Client().get(address_of(path)).status_code == 302


@pytest.mark.parametrize("path", SHOWN)
def test_without_a_pack_there_is_no_panel(path: str, packs: Path) -> None:
    shutil.rmtree(packs / "itss")
    assert "library-wording" not in content(path)


def test_words_are_told_apart_by_part_and_in_the_language_printed(packs: Path) -> None:
    page = content(CELL)
    assert '<span lang="ja">試しの責任性の文。<br>二行目の文。</span>' in page
    text = Page(page).text
    panel = text[text.index("Official wording") :]
    order = ["complexity", "□ 試しの条件", "size", "試しのサイズの文。", "succession", "試しの継承の文。"]
    at = [panel.index(words) for words in order]
    assert at == sorted(at)


def test_words_that_look_like_markup_stay_words(packs: Path) -> None:
    assert "<script" not in content(CELL)
    assert HOSTILE in Page(content(CELL)).text


def test_a_pack_that_changes_or_goes_is_seen_at_once(packs: Path) -> None:
    assert "試しの責任性の文。" in content(CELL)
    write_pack(packs / V3_2011, {"hardware/5/responsibility": "直した文。"})
    assert "直した文。" in content(CELL)
    file = packs / V3_2011 / "wording" / "customer-service.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("直した", "変えた"), encoding="utf-8")
    os.utime(file, (1, 1))
    assert "変えた文。" in content(CELL)
    shutil.rmtree(packs / V3_2011)
    assert "library-wording" not in content(CELL)


@pytest.mark.parametrize("damage", ["pack.yaml", "wording/customer-service.yaml"])
@pytest.mark.django_db
def test_a_damaged_pack_takes_no_page_down_and_only_a_steward_is_told(damage: str, packs: Path, cast: Cast) -> None:
    (packs / V3_2011 / damage).write_text("[", encoding="utf-8")
    assert "library-wording" not in content(CELL)
    for name, viewer in cast.each().items():
        page = client_of(viewer).get(reverse("library:library"))
        assert page.status_code == 200
        text = page.content.decode()
        assert ("K521" in text) is (name == "steward"), name
        assert str(packs) not in text


def test_a_pack_of_another_edition_is_told(packs: Path) -> None:
    shutil.copytree(packs / V3_2011, packs / "itss" / "v3-2008")
    assert [problem.code for problem in pack_problems()] == ["K522"]
    assert "library-wording" not in content("itss/v3-2008/customer-service/hardware/5")


@pytest.fixture
def own(settings: Any, tmp_path: Path) -> Iterator[Path]:
    settings.STANDARDS = tmp_path / "standards"
    yield write_overlay(tmp_path / "standards" / "acme")
    settings.STANDARDS = tmp_path / "none"
    read_standards_anew()


def test_an_own_standard_shows_the_pack_in_its_folder(own: Path) -> None:
    read_standards_anew()
    write_pack(own / "text-pack", {"hardware/5": "我が社の文。"}, edition="acme/v1")
    assert "我が社の文。" in content("acme/v1/customer-service/hardware/5")
    assert "library-wording" not in content(CELL)


@pytest.mark.django_db
def test_the_api_answers_with_them_only_where_a_pack_is_installed(packs: Path, cast: Cast) -> None:
    caller = Caller(cast.person)
    answers = {path: caller.get(f"library/{path}") for path in SHOWN}
    for path, words in SHOWN.items():
        assert any(words in each["words"] for each in answers[path]["wording"]), path
    assert answers[CELL]["wording"][1] == {
        "path": "hardware/5/responsibility",
        "language": "ja",
        "words": "試しの責任性の文。\n二行目の文。",
        "document": "002",
        "line": 14,
        "page": "CS-9",
    }
    shutil.rmtree(packs / "itss")
    assert "wording" not in caller.get(f"library/{CELL}")
