"""Does `kijun show` find a thing by its path, its end, its name in either language, and suggest where it finds nothing?"""

from __future__ import annotations

import pytest

from tests.cli.command import ACME_STANDARD, JSON, Kijun, both_languages, has_japanese

CELL = "itss/v3-2011/customer-service/hardware/5"
NAMES = {
    "itss/v3-2011": ("itss/v3-2011", "v3-2011", "ITSS/V3-2011/"),
    "itss/v3-2008": ("itss/v3-2008", "v3-2008"),
    "itss/v3-2011/customer-service": (
        *("itss/v3-2011/customer-service", "v3-2011/customer-service", "customer-service"),
        *("カスタマサービス", "Customer Service", "CUSTOMER SERVICE", "ｶｽﾀﾏｻｰﾋﾞｽ"),
    ),
    "itss/v3-2008/sales": ("sales", "セールス", "Sales"),
    "itss/v3-2011/customer-service/facility-management": (
        *(
            "facility-management",
            "ファシリティマネジメント",
            "Facility Management",
            "customer-service/facility-management",
        ),
        "カスタマサービス/ファシリティマネジメント",
    ),
    CELL: (CELL, "hardware/5", "ハードウェア/5", "Hardware/５", "customer-service/hardware/5", " hardware / 5 "),
    "itss/v3-2008/customer-service/hardware/5": ("v3-2008/customer-service/hardware/5",),
    f"{CELL}/size": (f"{CELL}/size", "hardware/5/size", "ハードウェア/5/SIZE"),
    "itss/v3-2008/sales/consulting-sales/7/responsibility": ("consulting-sales/7/responsibility",),
}
KEYS = ("edition", "category", "field", "cell", "part")


@pytest.mark.parametrize(("name", "path"), [(name, path) for path, names in NAMES.items() for name in names])
def test_a_thing_is_found_by_its_path_its_end_and_its_names(name: str, path: str, kijun: Kijun) -> None:
    done = kijun("show", name, *JSON)
    assert done.code == 0, done.err
    assert next(done.plain[key] for key in KEYS if key in done.plain) == path


@both_languages
@pytest.mark.parametrize("path", NAMES)
def test_a_thing_is_shown_in_the_language_asked_for(path: str, language: str, kijun: Kijun) -> None:
    done = kijun("--lang", language, "show", path)
    assert (done.code, done.err) == (0, "")
    assert has_japanese(done.out) == (language == "ja")


@both_languages
def test_a_cell_shows_its_thresholds_with_the_lines_where_they_are_printed(language: str, kijun: Kijun) -> None:
    done = kijun("--lang", language, "show", "facility-management/6")
    words = {
        "ja": ("責任性", "複雑性", "サイズ", "専門性", "3回以上", "300", "5,000"),
        "en": ("responsibility", "complexity", "size", "expertise", "3 times or more", "300", "5,000"),
    }
    assert [word for word in words[language] if word not in done.out] == []
    assert "002:519" in done.out
    assert "CS-13" in done.out


def test_a_part_shows_itself_and_nothing_else(kijun: Kijun) -> None:
    done = kijun("show", "hardware/5/complexity")
    assert "complexity" in done.out
    assert "responsibility" not in done.out
    plain = kijun("show", "hardware/5/complexity", *JSON).plain
    assert set(plain) == {"part", "complexity", "citation"}
    assert plain["citation"]["line"] == 146


MISSPELT = {
    "hardwear/5": CELL,
    "ハードウエア/5": CELL,
    "v3-2011/hardwear/5": CELL,
    "itss/v3-2011/custmer-service/hardware/5": CELL,
    "hardware/5/sise": f"{CELL}/size",
    "custmer-service": "itss/v3-2011/customer-service",
    "コンサルティングセールス/4": "itss/v3-2008/sales/consulting-sales/4",
    "itss/v3-2012": "itss/v3-2011",
    "hardware/9": "itss/v3-2011/customer-service/hardware/",
}


@both_languages
@pytest.mark.parametrize(("name", "meant"), MISSPELT.items())
def test_a_misspelt_name_gets_a_suggestion(name: str, meant: str, language: str, kijun: Kijun) -> None:
    done = kijun("--lang", language, "show", name)
    assert (done.code, done.out) == (2, "")
    assert ("は見つかりません。" if language == "ja" else "was not found.") in done.err
    assert (f"「{meant}" if language == "ja" else f'Did you mean "{meant}') in done.err


@both_languages
@pytest.mark.parametrize("name", ["zzzz", "", "/", "☃", "\x1b[31m"])
def test_a_name_that_resembles_nothing_is_told_where_to_look(name: str, language: str, kijun: Kijun) -> None:
    done = kijun("--lang", language, "show", name)
    assert (done.code, done.out) == (2, "")
    assert "kijun list" in done.err
    assert "\x1b" not in done.err


@both_languages
@pytest.mark.parametrize("name", ["5", "size", "6/size"])
def test_a_name_of_several_things_is_not_guessed(name: str, language: str, kijun: Kijun) -> None:
    done = kijun("--lang", language, "show", name)
    assert (done.code, done.out) == (2, "")
    assert ("いくつもあります" if language == "ja" else "may mean several things") in done.err
    assert "itss/v3-2011/customer-service/hardware/" in done.err


@both_languages
def test_a_cell_that_is_not_there_says_why(language: str, kijun: Kijun) -> None:
    not_defined = kijun("--lang", language, "show", "hardware/7")
    missing = kijun("--lang", language, "show", "v3-2008/customer-service/hardware/4")
    assert (not_defined.code, missing.code) == (2, 2)
    assert ("定義がありません" if language == "ja" else "not defined in the standard") in not_defined.err
    assert ("資料にありません" if language == "ja" else "missing from the source") in missing.err
    assert "3, 4, 5, 6" in not_defined.err


@both_languages
def test_nothing_named_says_what_can_be_named(language: str, kijun: Kijun) -> None:
    done = kijun("--lang", language, "show")
    assert done.code == 2
    assert "PATH" in done.err
    assert "--all" in done.err


@both_languages
def test_an_edition_may_be_a_folder(language: str, kijun: Kijun) -> None:
    done = kijun("--lang", language, "show", "help-desk/2", "--edition", ACME_STANDARD)
    assert done.code == 0
    assert ("ヘルプデスク" if language == "ja" else "Help desk") in done.out


def test_an_edition_decides_where_a_name_is_looked_for(kijun: Kijun) -> None:
    assert kijun("show", "hardware/5", "--edition", "itss/v3-2008", *JSON).plain["cell"].startswith("itss/v3-2008/")
    assert kijun("show", "consulting-sales/7", "--edition", "itss/v3-2011").code == 2


@both_languages
@pytest.mark.parametrize("name", ["itss/v3-2021", "nowhere", ""])
def test_an_edition_that_is_not_there_is_refused(name: str, language: str, kijun: Kijun) -> None:
    done = kijun("--lang", language, "show", "--all", "--edition", name)
    assert done.code == 2
    assert "itss/v3-2011" in done.err


def test_all_cells_are_shown_in_words_too(kijun: Kijun) -> None:
    done = kijun("show", "--all", "--edition", "itss/v3-2011")
    assert done.code == 0
    assert [line for line in done.out.splitlines() if line.startswith("Hardware, level 3")] != []
    assert done.out.count("responsibility ") >= 12
