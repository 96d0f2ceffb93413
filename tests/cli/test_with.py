"""Does --with judge as if more were on record, say so above the result and beside what counted, and change nothing else?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import ACME, ACME_STANDARD, HARDWARE, JSON, ON, SALES, Kijun, both_languages, differ_by_language

CELL = "itss/v3-2011/customer-service/hardware/5"
AREA = "customer-satisfaction"
ENOUGH = """\
contributions:
  - {kind: book, title: 復旧の手順, day: 2026-01-10}
engagements:
  - id: branch-refresh
    sizes: {computer_rooms: 3}
"""


@pytest.fixture
def short(tmp_path: Path) -> Path:
    """Return a record that is one kind of contribution short of hardware 5."""
    path = tmp_path / "me.yaml"
    text = Path(HARDWARE).read_text(encoding="utf-8")
    path.write_text(text.replace("guides-juniors", "guides-others"), encoding="utf-8")
    return path


@pytest.fixture
def enough(tmp_path: Path) -> str:
    """Return a file that assumes what is short, and a fact of an engagement that is on record."""
    path = tmp_path / "book.yaml"
    path.write_text(ENOUGH, encoding="utf-8")
    return str(path)


def walk(node: dict[str, Any]) -> list[dict[str, Any]]:
    return [node, *(below for child in node["children"] for below in walk(child))]


def test_a_cell_that_is_just_missed_is_met_with_what_is_short(short: Path, enough: str, kijun: Kijun) -> None:
    alone = kijun("judge", str(short), *ON, "--require", "hardware/5", *JSON)
    assert (alone.code, alone.plain["cells"][CELL]["parts"]["succession"]) == (1, "not met")
    assert list(alone.plain["cells"][CELL]["parts"].values()).count("met") == 5
    done = kijun("judge", str(short), *ON, "--require", "hardware/5", "--with", enough, *JSON)
    assert (done.code, done.plain["cells"][CELL]["verdict"]) == (0, "met")


def test_the_record_and_the_additions_are_left_as_they_are(short: Path, enough: str, kijun: Kijun) -> None:
    before = short.read_bytes()
    kijun("judge", str(short), *ON, "--with", enough)
    assert short.read_bytes() == before
    assert Path(enough).read_text(encoding="utf-8") == ENOUGH
    assert sorted(path.name for path in short.parent.iterdir()) == ["book.yaml", "me.yaml"]


@both_languages
def test_the_text_says_at_the_top_what_is_assumed_and_marks_what_counted(
    language: str, short: Path, enough: str, kijun: Kijun
) -> None:
    done = kijun("--lang", language, "judge", str(short), *ON, "--cell", "hardware/5", "--with", enough)
    ja = language == "ja"
    top, _, rest = done.out.partition("●")
    assert ("2026年4月1日現在の判定(仮定を含む)" if ja else "As of 1 April 2026, with assumptions") in top
    assert ("仮定(経歴にはない)" if ja else "Assumed, not on record") in top
    assert ("著書: 復旧の手順 / 2026年1月10日" if ja else "Book: 復旧の手順; 10 January 2026") in top
    assert ("branch-refresh: コンピュータルームの数 3" if ja else "branch-refresh: computer rooms: 3") in top
    assert ("仮定を含む: 著書" if ja else "includes assumptions: book") in rest


@both_languages
def test_markdown_says_and_marks_the_same(language: str, short: Path, enough: str, kijun: Kijun) -> None:
    done = kijun("--lang", language, "judge", str(short), *ON, "--with", enough, "--format", "markdown", "--proof")
    ja = language == "ja"
    assert ("**仮定(経歴にはない)**" if ja else "**Assumed, not on record**") in done.out
    assert ("- 技術の継承: 著書: 復旧" if ja else "- contribution: Book: 復旧") in done.out
    assert ("  - 仮定を含む: 著書" if ja else "  - includes assumptions: book") in done.out


def test_json_lists_what_is_assumed_and_says_of_all_that_counted_whether_it_is(
    short: Path, enough: str, kijun: Kijun
) -> None:
    plain = kijun("judge", str(short), *ON, "--with", enough, *JSON, "--proof").plain
    assert [(each["kind"], each["name"], each["day"]) for each in plain["assumed"]] == [
        ("facts", "branch-refresh", None),
        ("contributions", "book", "2026-01-10"),
    ]
    assert all(
        differ_by_language(each["words"]["ja"].replace("復旧の手順", "") + "件", "a") for each in plain["assumed"]
    )
    proof = plain["cells"][CELL]["proof"]
    parts = [part for name, part in proof.items() if name not in ("not_examined", "policies")]
    counted = [each for part in parts for node in walk(part["tree"]) for each in node["counted"]]
    assert {each["evidence"] for each in counted if each["assumed"]} >= {"book"}
    assert {each["evidence"] for each in counted if not each["assumed"]} >= {"bank-core", "paper-inside"}


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_without_a_file_nothing_is_said_of_assumptions(form: str, short: Path, kijun: Kijun) -> None:
    done = kijun("judge", str(short), *ON, "--format", form, "--proof")
    assert "assum" not in done.out


def test_what_is_not_there_yet_on_the_day_is_said_and_counts_for_nothing(
    short: Path, tmp_path: Path, kijun: Kijun
) -> None:
    later = tmp_path / "later.yaml"
    later.write_text(
        "contributions: [{kind: book, day: 2027-01-10}, {kind: patent, day: 2027-01-11}]\n", encoding="utf-8"
    )
    done = kijun("judge", str(short), *ON, "--with", str(later), "--cell", "hardware/5")
    assert done.out.count("after the day of judgement") == 2
    assert "includes assumptions" not in done.out
    then = kijun("judge", str(short), "--on", "2027-01-10", "--with", str(later), "--require", "hardware/5")
    assert then.code == 0
    assert then.out.count("after the day of judgement") == 1
    assert (
        "includes assumptions: book\n"
        in kijun("judge", str(short), "--on", "2027-01-10", "--with", str(later), "--cell", "hardware/5").out
    )


def test_a_kind_on_record_is_not_marked_for_an_assumption_that_is_not_there_yet(
    short: Path, tmp_path: Path, kijun: Kijun
) -> None:
    later = tmp_path / "later.yaml"
    later.write_text("contributions: [{kind: paper-inside, day: 2027-01-10}]\n", encoding="utf-8")
    done = kijun("judge", str(short), *ON, "--with", str(later), "--cell", "hardware/5")
    assert "paper inside the company" in done.out
    assert "includes assumptions" not in done.out


def test_each_file_is_read_beside_those_before_it(short: Path, tmp_path: Path, kijun: Kijun) -> None:
    first, second = tmp_path / "first.yaml", tmp_path / "second.yaml"
    first.write_text(
        "engagements:\n  - {id: next, fields: [hardware], activities: [fault-repair], role: leader, from: 2025-04-01, "
        "outcome: succeeded}\n",
        encoding="utf-8",
    )
    second.write_text("engagements:\n  - {id: next, conditions: [new-technology]}\n", encoding="utf-8")
    done = kijun("judge", str(short), *ON, "--with", str(first), "--with", str(second), *JSON)
    assert [(each["kind"], each["name"]) for each in done.plain["assumed"]] == [
        ("engagements", "next"),
        ("facts", "next"),
    ]
    alone = kijun("judge", str(short), *ON, "--with", str(second))
    assert (alone.code, alone.out) == (2, "")
    assert "K230" in alone.err


@both_languages
def test_the_problems_of_all_files_are_said_at_once(language: str, short: Path, tmp_path: Path, kijun: Kijun) -> None:
    first, second = tmp_path / "first.yaml", tmp_path / "second.yaml"
    first.write_text("contributions: [{kind: bok, day: 2026-01-10}]\n", encoding="utf-8")
    second.write_text("", encoding="utf-8")
    done = kijun("--lang", language, "judge", str(short), *ON, "--with", str(first), "--with", str(second))
    assert (done.code, done.out) == (2, "")
    assert f"{first}:1:18  K104" in done.err
    assert f"{second}  K235" in done.err
    assert ("誤りが2件あります" if language == "ja" else "cannot be used: 2 problems") in done.err


@both_languages
def test_a_file_that_assumes_nothing_says_so(language: str, short: Path, tmp_path: Path, kijun: Kijun) -> None:
    nothing = tmp_path / "nothing.yaml"
    nothing.write_text("{}\n", encoding="utf-8")
    for form in ("text", "markdown"):
        done = kijun("--lang", language, "judge", str(short), *ON, "--with", str(nothing), "--format", form)
        assert done.code == 0
        assert ("何も仮定されていない" if language == "ja" else "nothing is assumed") in done.out
    assert kijun("judge", str(short), *ON, "--with", str(nothing), *JSON).plain["assumed"] == []


def test_a_file_that_is_not_there_is_an_error(short: Path, kijun: Kijun) -> None:
    done = kijun("judge", str(short), *ON, "--with", "nowhere.yaml")
    assert (done.code, done.out) == (2, "")
    assert "K001" in done.err


def test_the_words_of_an_edition_that_is_asked_for_may_be_assumed(tmp_path: Path, kijun: Kijun) -> None:
    file = tmp_path / "more.yaml"
    file.write_text("complete: [engagements]\n", encoding="utf-8")
    done = kijun("judge", ACME, *ON, "--edition", ACME_STANDARD, "--with", str(file))
    assert (done.code, done.err) == (0, "")
    assert "complete list  engagements" in done.out


def test_a_market_can_be_assumed_too(tmp_path: Path, kijun: Kijun) -> None:
    file = tmp_path / "more.yaml"
    file.write_text(
        "engagements:\n  - {id: next, fields: [product-sales], activities: [], role: leader, from: 2025-04-01, "
        "outcome: succeeded, market: [{scope: companies, count: 3, employees: 3000}]}\n",
        encoding="utf-8",
    )
    done = kijun("judge", SALES, *ON, "--with", str(file))
    assert "market: 3 companies (3,000 or more" in done.out.replace("\n", " ").replace("  ", "")


def test_the_schema_of_additions_is_written_on_demand(kijun: Kijun) -> None:
    record, additions = kijun("record", "schema").plain, kijun("record", "schema", "--additions").plain
    assert "employee" in record["properties"]
    assert "employee" not in additions["properties"]
    assert set(additions["properties"]) < set(record["properties"])
