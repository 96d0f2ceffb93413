"""Does every broken file say what is wrong, where, what was expected and what to do, in both languages?"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from kijun.catalogue.additions_file import load_additions
from kijun.catalogue.edition_folder import load_edition
from kijun.catalogue.installed import shipped_editions
from kijun.catalogue.record_file import load_record, open_record
from kijun.catalogue.record_words import words_of
from kijun.cli import check
from kijun.cli.main import main
from kijun.evidence.words import Words
from kijun.problem import Problem, Severity
from kijun.problem.codes import CODES
from kijun.text import LANGUAGES
from tests.broken.expected import (
    ADDITIONS,
    ON_RECORD,
    OVERLAYS,
    RECORDS,
    SOUND,
    additions,
    asked,
    assert_says,
    documents,
    made,
    overlays,
    records,
    reports,
    sources,
    standards,
    table,
    text_packs,
    verdicts,
    workbooks,
    workforces,
)
from tests.broken.making import MAKERS, make_file, make_standard

TODAY = date(2026, 4, 1)


@cache
def words() -> Words:
    return words_of(shipped_editions())


def problems_of(path: Path) -> tuple[Problem, ...]:
    return load_record(path, words(), today=TODAY).problems


def test_every_code_has_a_broken_file() -> None:
    of_asked = [problems for _, problems in asked().values()]
    expected = [
        *records().values(),
        *of_asked,
        *additions().values(),
        *made().values(),
        *reports().values(),
        *standards().values(),
        *overlays().values(),
        *workbooks().values(),
        *text_packs().values(),
        *documents().values(),
        *workforces().values(),
        *verdicts().values(),
        *sources().values(),
    ]
    assert {problem.code for each in expected for problem in each} == set(CODES) == set(table()["codes"])


def test_every_broken_file_is_in_the_table() -> None:
    assert {path.name for path in RECORDS.iterdir()} == set(records())
    assert {path.name for path in ADDITIONS.iterdir()} == {ON_RECORD.name, *additions()}
    assert set(MAKERS) == set(made())
    assert {path.name for path in OVERLAYS.iterdir()} == set(overlays())


@pytest.mark.parametrize("name", records())
def test_a_broken_record_says_all_its_problems(name: str) -> None:
    assert_says(problems_of(RECORDS / name), records()[name], RECORDS)


@pytest.mark.parametrize("name", asked())
def test_a_record_says_what_the_edition_asked_for_lacks(name: str) -> None:
    edition, expected = asked()[name]
    words = words_of(shipped_editions(), {edition})
    assert_says(load_record(RECORDS / name, words, today=TODAY).problems, expected, RECORDS)


@pytest.mark.parametrize("name", additions())
def test_broken_additions_say_all_their_problems(name: str) -> None:
    person = open_record(ON_RECORD)
    assert_says(load_additions(ADDITIONS / name, words(), person).problems, additions()[name], ADDITIONS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", additions())
def test_judge_shows_every_problem_of_additions(name: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = ADDITIONS / name
    code = main(["--lang", language, "judge", str(ON_RECORD), "--with", str(path)])
    shown = capsys.readouterr().err
    for each in additions()[name]:
        place = str(path) if each.at is None else f"{path}:{each.at}"
        assert f"{place}  {each.code} " in shown
        assert all(word in shown for word in each.words[language])
    assert code == (2 if additions()[name] else 0)


@pytest.mark.parametrize("name", sorted(set(made()) - {"no-records", "unreadable.yaml"}))
def test_a_file_that_is_no_record_at_all_says_so(name: str, tmp_path: Path) -> None:
    assert_says(problems_of(make_file(name, tmp_path)), made()[name], tmp_path)


def test_a_folder_without_records_says_so(tmp_path: Path) -> None:
    found, _ = check._checked(make_file("no-records", tmp_path))
    assert_says(found, made()["no-records"], tmp_path)


def test_a_file_that_may_not_be_read_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    words()  # read before nothing can be read any more
    path = make_file("unreadable.yaml", tmp_path)
    monkeypatch.setattr(Path, "open", refuse)
    assert_says(problems_of(path), made()["unreadable.yaml"], tmp_path)


def test_a_file_of_50_megabytes_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words()  # read before nothing can be read any more
    path = make_file("large.yaml", tmp_path)
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("it was opened"))
    assert [problem.code for problem in problems_of(path)] == ["K003"]


def test_a_file_without_a_size_is_read_no_further_than_the_limit() -> None:
    assert [problem.code for problem in problems_of(Path("/dev/zero"))] == ["K003"]


def test_the_sound_standard_is_sound() -> None:
    loaded = load_edition(SOUND)
    assert loaded.problems == ()
    assert loaded.edition is not None


def test_a_field_may_be_written_in_two_files(tmp_path: Path) -> None:
    folder = make_standard("one-cell-in-two-files", tmp_path)
    first = folder / "indicators" / "support" / "help-desk.yaml"
    text = first.read_text(encoding="utf-8")
    first.write_text(text[: text.index("  - level: 1\n")], encoding="utf-8")
    loaded = load_edition(folder)
    assert loaded.problems == ()
    assert loaded.edition is not None
    assert sorted(loaded.edition.indicators) == ["acme/v1/support/help-desk/1", "acme/v1/support/help-desk/2"]


@pytest.mark.parametrize("name", standards())
def test_a_broken_standard_says_all_its_problems(name: str, tmp_path: Path) -> None:
    folder = make_standard(name, tmp_path)
    loaded = load_edition(folder)
    assert loaded.edition is None
    assert_says(loaded.problems, standards()[name], folder)


@pytest.mark.parametrize("name", overlays())
def test_a_broken_overlay_says_all_its_problems(name: str) -> None:
    loaded = load_edition(OVERLAYS / name)
    assert loaded.edition is None
    assert_says(loaded.problems, overlays()[name], OVERLAYS / name)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", overlays())
def test_check_shows_every_problem_of_an_overlay(name: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    folder = OVERLAYS / name
    assert main(["--lang", language, "check", str(folder)]) == 2
    assert main(["--lang", language, "check", str(folder / "overlay.yaml")]) == 2
    shown = capsys.readouterr().err
    assert [each for each in overlays()[name] if shown.count(f" {each.code} ") < 2] == []
    assert main(["--lang", language, "show", "--all", "--edition", str(folder)]) == 2
    assert main(["--lang", language, "judge", str(RECORDS / "months.yaml"), "--edition", str(folder)]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_the_parent_of_broken_overlays_is_sound() -> None:
    assert load_edition(SOUND.parent / "tailored").problems == ()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", records())
def test_check_shows_every_problem_of_a_record(name: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = RECORDS / name
    code = main(["--lang", language, "check", str(path)])
    shown = capsys.readouterr().err
    for each in records()[name]:
        place = str(path) if each.at is None else f"{path}:{each.at}"
        assert f"{place}  {each.code} " in shown
        assert all(word in shown for word in each.words[language])
        if each.suggests:
            assert (f'Did you mean "{each.suggests}"?', f"「{each.suggests}」のことでしょうか。")[
                language == "ja"
            ] in shown
    errors = [each for each in records()[name] if CODES[each.code].severity is Severity.ERROR]
    assert code == (2 if errors else 0)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", standards())
def test_check_shows_every_problem_of_a_standard(
    name: str, language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = make_standard(name, tmp_path)
    assert main(["--lang", language, "check", str(folder)]) == 2
    shown = capsys.readouterr().err
    if (folder / "edition.yaml").exists():
        assert [each for each in standards()[name] if f" {each.code} " not in shown] == []
    assert main(["--lang", language, "show", "--all", "--edition", str(folder)]) == 2
    assert main(["--lang", language, "judge", str(RECORDS / "months.yaml"), "--edition", str(folder)]) == 2
    assert "Traceback" not in capsys.readouterr().err
