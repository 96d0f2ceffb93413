"""Does `kijun show` show skill items, the overview of a category, and both in the shape that other programs read?"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import ACME_STANDARD, JSON, Kijun, both_languages, has_japanese
from tests.cli.shapes import SKILL_ITEM
from tests.cli.test_show_shape import wrong

EDITIONS = {"itss/v3-2011": (60, 180, 293, 203), "itss/v3-2008": (21, 70, 117, 60)}
HARDWARE = "itss/v3-2011/customer-service/hardware"
TECHNOLOGY = f"{HARDWARE}/skills/technology"


def words(done_out: str) -> str:
    """Return an output as one line, without the places where it was broken."""
    return " ".join(done_out.split())


def all_items(kijun: Kijun, edition: str) -> list[Any]:
    found: list[Any] = kijun("show", "--all", "--skills", "--edition", edition, *JSON).plain
    return found


@both_languages
@pytest.mark.parametrize("edition", EDITIONS)
def test_all_skill_items_of_an_edition_are_in_the_fixed_shape(edition: str, language: str, kijun: Kijun) -> None:
    done = kijun("--lang", language, "show", "--all", "--skills", "--edition", edition, *JSON)
    assert done.code == 0
    assert [problem for item in done.plain for problem in wrong(SKILL_ITEM, item)] == []
    assert all(item["item"].startswith(f"{item['field']}/skills/") for item in done.plain)


@pytest.mark.parametrize(("edition", "counts"), EDITIONS.items())
def test_every_printed_item_level_and_knowledge_item_is_there(
    edition: str, counts: tuple[int, ...], kijun: Kijun
) -> None:
    items = all_items(kijun, edition)
    known = [each["ja" if "2011" in edition else "en"] for item in items for each in item["knowledge_items"]]
    levels = sum(len(item["levels"]) for item in items)
    assert (len(items), levels, len(known), len(set(known))) == counts
    assert all(item["levels"] == sorted(item["levels"]) for item in items)
    assert all(7 in item["blank_levels"] for item in items if "/levels-1-2/" not in item["item"])


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_field_and_an_item_alone_are_the_same_as_among_all(edition: str, kijun: Kijun) -> None:
    items = all_items(kijun, edition)
    fields = {item["field"]: [each for each in items if each["field"] == item["field"]] for item in items}
    for field, own in fields.items():
        assert kijun("show", field, "--skills", *JSON).plain == own
        assert kijun("show", f"{field}/skills", *JSON).plain == own
    assert kijun("show", items[-1]["item"], *JSON).plain == items[-1]
    assert kijun("show", edition, "--skills", *JSON).plain == items


def test_a_common_item_stands_in_every_field(kijun: Kijun) -> None:
    items = all_items(kijun, "itss/v3-2011")
    assert [item["common"] for item in items if item["item"].endswith("/skills/technology")] == [True] * 3
    assert [item["common"] for item in items if item["item"].endswith("/skills/software-technology")] == [False]


def test_the_overview_of_a_category_has_its_items_its_note_and_both_readings(kijun: Kijun) -> None:
    plain = kijun("show", "itss/v3-2011/customer-service", "--skills", *JSON).plain
    assert plain == kijun("show", "customer-service/skills", *JSON).plain
    assert (plain["printed"], len(plain["common"])) == (True, 6)
    assert [len(field["items"]) for field in plain["fields"]] == [5, 5, 6]
    assert plain["note"]["citation"]["line"] == 25
    (storage,) = (each for each in plain["differences"] if each["kind"] == "knowledge-order")
    assert storage["item"] == "software-technology"
    assert {each["en"] for each in storage["overview"]} == {each["en"] for each in storage["table"]}
    (more,) = (each for each in plain["differences"] if each["kind"] == "knowledge-only-in-overview")
    assert (more["item"], len(more["overview"]), more["table"]) == ("software-preventive-maintenance", 3, [])


@both_languages
def test_an_item_shows_what_it_asks_with_the_lines_where_it_is_printed(language: str, kijun: Kijun) -> None:
    done = kijun("--lang", language, "show", TECHNOLOGY)
    assert done.code == 0
    shown = {
        "ja": ("テクノロジ", "職種共通スキル項目", "知識項目", "として、", "見出しだけで、記述がない", "見出しもない"),
        "en": (
            "Technology",
            "common to the category",
            "knowledge items",
            "as the person",
            "headed but blank",
            "never headed",
        ),
    }
    assert [word for word in shown[language] if word not in done.out] == []
    assert "001:74" in done.out
    assert "001:110" in done.out
    assert has_japanese(done.out) == (language == "ja")


@both_languages
@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        (("show", "hardware", "--skills"), ("001:33", "001:49")),
        (("show", "v3-2008/customer-service/software", "--skills"), ("000:",)),
        (("show", "--all", "--skills", "--edition", "itss/v3-2011"), ("001:982", "001:505")),
        (("show", "customer-service", "--skills"), ("001:1448", "001:25")),
        (("show", "v3-2008/customer-service", "--skills"), ("000:46", "000:42")),
        (("show", "itss/v3-2008/skills"), ("000:116",)),
    ],
)
def test_skills_are_shown_in_words(
    arguments: tuple[str, ...], shown: tuple[str, ...], language: str, kijun: Kijun
) -> None:
    done = kijun("--lang", language, *arguments)
    assert (done.code, done.err) == (0, "")
    assert [word for word in shown if word not in done.out] == []
    assert has_japanese(done.out) or language == "en"


@both_languages
def test_readings_that_are_alike_in_one_language_show_the_other(language: str, kijun: Kijun) -> None:
    done = kijun("--lang", language, "show", "customer-service", "--skills")
    assert "防災・防犯設備施工" in done.out
    assert ("概要と熟達度の表の違い" if language == "ja" else "Where the overview and the tables differ") in done.out


@both_languages
def test_a_standard_of_ones_own_has_skills_too(language: str, kijun: Kijun) -> None:
    done = kijun("--lang", language, "show", "support", "--skills", "--edition", ACME_STANDARD)
    assert done.code == 0
    assert ("聞き取り" if language == "ja" else "Listening") in done.out
    item = kijun("--lang", language, "show", "help-desk/skills/書き方", "--edition", ACME_STANDARD)
    assert ("メンバーとして、返信を書く" if language == "ja" else "as a member: writes replies") in words(item.out)
    assert ("レベル1は見出しもない" if language == "ja" else "level 1: never headed") in item.out


def without_overview(folder: Path) -> str:
    copy = shutil.copytree(ACME_STANDARD, folder / "acme")
    path = copy / "skills" / "support.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("overview:")], encoding="utf-8")
    return str(copy)


@both_languages
def test_a_category_without_an_overview_is_listed_from_its_tables(language: str, kijun: Kijun, tmp_path: Path) -> None:
    done = kijun("--lang", language, "show", "support", "--skills", "--edition", without_overview(tmp_path))
    assert done.code == 0
    assert ("概要は印刷されていない" if language == "ja" else "No overview is printed") in done.out
    assert ("書き方" if language == "ja" else "Writing") in done.out


@both_languages
def test_levels_are_called_by_their_names(language: str, kijun: Kijun, tmp_path: Path) -> None:
    copy = shutil.copytree(ACME_STANDARD, tmp_path / "acme")
    path = copy / "structure.yaml"
    named = "levels: [{level: 1, name: {ja: 初級, en: Beginner}}, {level: 2, name: {ja: 上級, en: Expert}}]"
    path.write_text(path.read_text(encoding="utf-8").replace("levels: [1, 2]", named), encoding="utf-8")
    done = kijun("--lang", language, "show", "help-desk/skills/listening", "--edition", str(copy))
    assert done.code == 0
    assert [
        word for word in (("初級", "上級") if language == "ja" else ("Beginner", "Expert")) if word not in done.out
    ] == []


@both_languages
@pytest.mark.parametrize("path", ["consulting-sales", "sales"])
def test_a_field_or_category_without_skill_items_says_so(path: str, language: str, kijun: Kijun) -> None:
    done = kijun("--lang", language, "show", path, "--skills")
    assert done.code == 0
    assert ("スキル項目がありません" if language == "ja" else "no skill items") in done.out


def test_where_there_are_no_skill_items_programs_get_an_empty_list(kijun: Kijun) -> None:
    assert kijun("show", "consulting-sales", "--skills", *JSON).plain == []
    assert kijun("show", "sales", "--skills", *JSON).plain["common"] == []


@both_languages
@pytest.mark.parametrize("path", ["hardware/5", "hardware/5/size"])
@pytest.mark.parametrize("format", [(), JSON])
def test_a_cell_has_no_skill_items_of_its_own(path: str, format: Any, language: str, kijun: Kijun) -> None:
    done = kijun("--lang", language, "show", path, "--skills", *format)
    assert (done.code, done.out) == (2, "")
    assert "--skills" in done.err


@both_languages
def test_a_misspelt_item_gets_a_suggestion(language: str, kijun: Kijun) -> None:
    done = kijun("--lang", language, "show", "hardware/skills/tecnology")
    assert (done.code, done.out) == (2, "")
    assert (f"「{TECHNOLOGY}」のことでしょうか" if language == "ja" else f'Did you mean "{TECHNOLOGY}"') in done.err
