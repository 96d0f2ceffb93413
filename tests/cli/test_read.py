"""Does `kijun read` turn documents into a standard that every command takes, and refuse what is none?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import pytest

from tests.cli.command import HARDWARE, JSON, Kijun, both_languages, differ_by_language

EXAMPLES: Final = Path(__file__).parents[2] / "examples" / "documents"
ENGLISH: Final = EXAMPLES / "line-operations.en.txt"
JAPANESE: Final = EXAMPLES / "line-operations.ja.txt"
TIMES: Final = "three times or more (at least one"
ROLE: Final = "category-1/field-2/3/responsibility/role"


@pytest.fixture
def draft(tmp_path: Path, kijun: Kijun) -> Path:
    into = tmp_path / "lines"
    assert kijun("read", str(ENGLISH), "--into", str(into)).code == 0
    return into


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@both_languages
@pytest.mark.parametrize("document", [ENGLISH, JAPANESE], ids=["en", "ja"])
def test_a_document_becomes_a_standard_that_is_sound(
    document: Path, language: str, tmp_path: Path, kijun: Kijun
) -> None:
    into = tmp_path / "lines"
    done = kijun("--lang", language, "read", str(document), "--into", str(into))
    assert (done.code, done.err) == (0, "")
    assert {"en": "3 cells", "ja": "セル3"}[language] in done.out
    checked = kijun("check", str(into))
    assert (checked.code, checked.err) == (0, "")
    assert sorted(path.name for path in into.iterdir()) == [
        ".written.json",
        "edition.yaml",
        "indicators",
        "places.yaml",
        "policy.yaml",
        "questions.yaml",
        "skills",
        "structure.yaml",
        "text-pack",
        "vocabulary",
    ]


def test_every_command_takes_a_draft_with_parts_that_are_unread(draft: Path, tmp_path: Path, kijun: Kijun) -> None:
    edition = ("--edition", str(draft))
    for words in (
        ("list", *edition),
        ("show", "field-1/4", *edition),
        ("judge", HARDWARE, *edition),
        ("skills", HARDWARE, *edition),
        ("plan", HARDWARE, *edition),
        ("report", HARDWARE, *edition, "-o", str(tmp_path / "passport.html")),
        ("standard", "tailor", str(draft), "--into", str(tmp_path / "own")),
    ):
        done = kijun(*words)
        assert (done.code, done.err) == (0, ""), words
    assert "the printed words were not understood" in kijun("show", "field-1/4", *edition).out


def test_show_shows_the_wording_of_the_draft(draft: Path, kijun: Kijun) -> None:
    done = kijun("show", "field-1/4/complexity", "--edition", str(draft))
    assert "Official wording (English):" in done.out
    assert "Lines that nobody has drawings of" in done.out
    assert "?" not in done.out


def test_every_value_has_a_place_and_a_certainty(draft: Path) -> None:
    places = (draft / "places.yaml").read_text("utf-8")
    assert "category-1/field-1/4/complexity/at_least: {document: '1', line: 26" in places
    assert "certainty: printed" in places


def test_the_id_is_made_of_the_folder_or_given(draft: Path, tmp_path: Path, kijun: Kijun) -> None:
    assert "id: draft/lines" in (draft / "edition.yaml").read_text("utf-8")
    kijun("read", str(ENGLISH), "--into", str(tmp_path / "b"), "--edition", "acme/2026")
    assert "id: acme/2026" in (tmp_path / "b" / "edition.yaml").read_text("utf-8")


@both_languages
@pytest.mark.parametrize("identity", ["acme", "a/b/c", "/x", "x/", "a b/c", "../x"])
def test_what_is_no_id_is_refused(identity: str, language: str, tmp_path: Path, kijun: Kijun) -> None:
    into = tmp_path / "x"
    done = kijun("--lang", language, "read", str(ENGLISH), "--into", str(into), "--edition", identity)
    assert done.code == 2
    assert "itss/v3-2011" in done.err
    assert not into.exists()


def test_json_has_all_that_is_shown(tmp_path: Path, kijun: Kijun) -> None:
    into = tmp_path / "lines"
    told = kijun("read", str(ENGLISH), "--into", str(into), "--questions", "--against", "itss/v3-2011", *JSON).plain
    assert sorted(told) == ["against", "fidelity", "questions", "summary"]
    summary = told["summary"]
    assert (summary["edition"], summary["cells"], summary["skill_items"]) == ("draft/lines", 3, 1)
    assert summary["questions"] == len(told["questions"]) > 0
    assert told["questions"] == kijun("read", "--questions", "--into", str(into), *JSON).plain["questions"]
    again = kijun("read", str(ENGLISH), "--into", str(into), "--update", *JSON).plain
    assert {each["standing"] for each in again["changes"]} == {"agrees"}


@both_languages
def test_a_document_of_another_kind_ends_with_3_and_writes_nothing(language: str, tmp_path: Path, kijun: Kijun) -> None:
    recipe = tmp_path / "recipe.txt"
    recipe.write_text("Boil three eggs or more.\nLevel 4 of the oven.\n", encoding="utf-8")
    done = kijun("--lang", language, "read", str(recipe), "--into", str(tmp_path / "x"))
    assert (done.code, done.out) == (3, "")
    assert {"en": "nothing of a skill standard", "ja": "スキル標準にあたるもの"}[language] in done.err
    assert [path.name for path in tmp_path.iterdir()] == ["recipe.txt"]


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ((), "Name the documents to read"),
        (("--into", "x"), "Name the documents to read"),
        ((str(ENGLISH),), "--into DIR"),
        ((str(EXAMPLES), "--into", "x"), "K002"),
        (("none.txt", "--into", "x"), "K001"),
        ((str(ENGLISH), str(ENGLISH), "--into", "x"), "named twice"),
        ((str(ENGLISH), "--into", "no/such/x"), 'There is no folder "'),
        ((str(ENGLISH), "--into", "."), "You are inside"),
        ((str(ENGLISH), "--questions", "--answers", "none.yaml"), "K001"),
        ((str(ENGLISH), "--questions", "--against", "itss/v9"), "itss/v9"),
        (("--questions", "--into", "x"), "holds no questions.yaml"),
    ],
)
def test_a_wrong_command_says_what_to_write(
    words: tuple[str, ...], meant: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kijun: Kijun
) -> None:
    monkeypatch.chdir(tmp_path)
    english, japanese = kijun("read", *words), kijun("--lang", "ja", "read", *words)
    assert (english.code, japanese.code, english.out) == (2, 2, "")
    assert meant in english.err
    assert differ_by_language(japanese.err, english.err)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path: Path, kijun: Kijun) -> None:
    own = tmp_path / "mine"
    own.mkdir()
    (own / "letter.txt").write_text("Dear all", encoding="utf-8")
    for more in ((), ("--update",)):
        done = kijun("read", str(ENGLISH), "--into", str(own), *more)
        assert done.code == 2
        assert "holds something that is no draft" in done.err
    assert _files(tmp_path) == {"mine/letter.txt": b"Dear all"}


def test_a_draft_is_replaced_only_where_that_is_asked_for(draft: Path, tmp_path: Path, kijun: Kijun) -> None:
    changed = tmp_path / "line-operations.en.txt"
    changed.write_text(
        ENGLISH.read_text("utf-8").replace("two or more of following", "one or more of following"), "utf-8"
    )
    before = _files(draft)
    refused = kijun("read", str(changed), "--into", str(draft))
    assert refused.code == 2
    assert "--update" in refused.err
    assert _files(draft) == before
    done = kijun("read", str(changed), "--into", str(draft), "--update")
    assert done.code == 0
    assert "changed: 1" in done.out
    assert done.out.index("category-1/field-1/4/complexity/at_least") < done.out.index("Wrote draft/lines")
    assert "      1 | 2" in done.out
    assert [path.name for path in tmp_path.glob(".*")] == []


def test_a_category_that_is_gone_is_among_the_changes(draft: Path, tmp_path: Path, kijun: Kijun) -> None:
    other = tmp_path / "other.txt"
    other.write_text(JAPANESE.read_text("utf-8").replace("回線運用", "配線運用"), "utf-8")
    (draft / "answers.yaml").write_text("q-56c1717b98: lines\n", encoding="utf-8")
    kijun("read", str(ENGLISH), "--into", str(draft), "--update")
    done = kijun("read", str(other), "--into", str(draft), "--update")
    assert "gone  lines/fields" in done.out
    assert "added  category-1/fields" in done.out


def test_two_documents_that_contradict_each_other_leave_the_part_unread(tmp_path: Path, kijun: Kijun) -> None:
    other = tmp_path / "other.txt"
    other.write_text(ENGLISH.read_text("utf-8").replace(TIMES, TIMES.replace("three", "four")), encoding="utf-8")
    into = tmp_path / "both"
    kijun("read", str(ENGLISH), str(other), "--into", str(into))
    asked = {each["path"]: each for each in kijun("read", "--questions", "--into", str(into), *JSON).plain["questions"]}
    question = asked["category-1/field-1/4/responsibility/at_least"]
    assert question["words"] == "3 / 4"
    assert question["asks"]["en"].startswith("Document 1, line 23, and document 2, line 23, print different values.")
    assert "responsibility" in kijun("show", "field-1/4", "--edition", str(into), *JSON).plain["unread"]


def test_what_was_read_is_put_beside_a_standard_both_ways(draft: Path, tmp_path: Path, kijun: Kijun) -> None:
    changed = tmp_path / "changed.txt"
    changed.write_text(
        ENGLISH.read_text("utf-8")
        .replace("two or more of following", "one or more of following")
        .split("Skill Proficiency")[0],
        encoding="utf-8",
    )
    done = kijun("read", str(changed), "--against", str(draft))
    assert done.code == 0
    assert "differ: 1, only in the document: 0, only in the standard:" in done.out
    assert "only in the standard  category-1/field-1/skills/item-1/common" in done.out
    again = kijun("read", "--into", str(draft), "--against", str(draft), *JSON).plain
    assert {each["standing"] for each in again["fidelity"]} == {"agrees"}


def test_without_the_libraries_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kijun: Kijun
) -> None:
    monkeypatch.setattr("kijun.cli.read.command._LIBRARIES", ("no_such_library",))
    done = kijun("read", str(ENGLISH), "--into", str(tmp_path / "x"))
    assert done.code == 2
    assert "pip install 'kijun[documents]'" in done.err


@both_languages
def test_questions_are_listed_values_first_and_names_by_kind(language: str, draft: Path, kijun: Kijun) -> None:
    shown = kijun("--lang", language, "read", "--questions", "--into", str(draft)).out
    role, names = (
        shown.index(ROLE),
        shown.index({"en": "Conditions of complexity (6)", "ja": "複雑性の条件 (6)"}[language]),
    )
    assert role < names
    assert "line-operations.en.txt:67:6" in shown
    assert "「dispatcher of cabling work」" in shown if language == "ja" else '"dispatcher of cabling work"' in shown
    assert "new-names: all" in shown


def test_a_draft_without_questions_says_so(draft: Path, kijun: Kijun) -> None:
    (draft / "questions.yaml").write_text("questions: []\n", encoding="utf-8")
    assert kijun("read", "--questions", "--into", str(draft)).out == "There are no open questions.\n"
    assert json.loads(kijun("read", "--questions", "--into", str(draft), *JSON).out) == {"questions": []}


def test_a_document_that_only_quotes_a_clause_is_of_another_kind(tmp_path: Path, kijun: Kijun) -> None:
    document = tmp_path / "result.md"
    document.write_text(
        "# A result\n\n○ responsibility 2 years of 3\n● complexity 3 of 6 conditions\n", encoding="utf-8"
    )
    done = kijun("read", str(document), "--into", str(tmp_path / "draft"))
    assert done.code == 3
    assert not (tmp_path / "draft").exists()
