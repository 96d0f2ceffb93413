"""Does `kijun standard tailor` write an overlay that is valid, explained, and can be gone on with?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kijun.catalogue.edition_folder import load_edition
from kijun.text import LANGUAGES
from tests.cli.command import ACME_STANDARD, HARDWARE, JSON, ON, Kijun, both_languages, has_japanese
from tests.tailoring import answer, change, write_overlay

RATINGS_ONLY = str(Path(__file__).resolve().parents[2] / "examples" / "standards" / "data-literacy")
EXAMPLE = re.compile(r"^#(?=  )", re.MULTILINE)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def with_its_examples(overlay: Path) -> None:
    """Take the marks away that keep the examples from taking effect; explanations keep theirs."""
    head, changes = overlay.read_text(encoding="utf-8").split("\nchanges:\n")
    overlay.write_text(f"{head}\nchanges:\n{EXAMPLE.sub('', changes)}", encoding="utf-8")


@both_languages
@pytest.mark.parametrize("parent", ["itss/v3-2011", "itss/v3-2008", ACME_STANDARD, RATINGS_ONLY])
def test_what_it_writes_is_valid_as_it_stands_and_with_every_example(
    parent: str, language: str, kijun: Kijun, here: Path
) -> None:
    done = kijun("--lang", language, "standard", "tailor", parent, "--into", "ours")
    assert done.code == 0
    assert [each.name for each in (here / "ours").iterdir()] == ["overlay.yaml"]
    before = load_edition(here / "ours")
    assert (before.problems, before.edition and before.edition.id) == ((), "ours/v1")
    with_its_examples(here / "ours" / "overlay.yaml")
    after = load_edition(here / "ours")
    assert [f"{each.place} {each.detail.en}" for each in after.problems] == []
    assert after.edition is not None
    assert sum(flag.is_change for flag in after.edition.flags.values()) >= 3
    assert [point for point in after.edition.points.values() if point.chosen is not None]


@both_languages
def test_it_explains_in_the_language_asked_for(language: str, kijun: Kijun, here: Path) -> None:
    done = kijun("--lang", language, "standard", "tailor", "itss/v3-2011", "--into", "ours")
    written = (here / "ours" / "overlay.yaml").read_text(encoding="utf-8")
    explained = [line for line in written.splitlines() if re.match(r"\s*# (?! )", line)]
    assert len(explained) > 10
    assert has_japanese("".join(explained)) == has_japanese(done.out) == (language == "ja")
    assert has_japanese(written)


def test_it_says_the_next_commands_and_they_work(kijun: Kijun) -> None:
    said = kijun("standard", "tailor", "itss/v3-2011", "--into", "ours", "--id", "acme/v1").out
    commands = [command.split()[1:] for command in re.findall(r"`(kijun [^`]+)`", said)]
    assert [command[0] for command in commands] == ["check", "show", "compare", "judge"]
    for command in commands:
        assert kijun(*(HARDWARE if word == "RECORD" else word for word in command)).code == 0


def test_a_tailored_standard_can_be_tailored_again(kijun: Kijun, here: Path) -> None:
    assert kijun("standard", "tailor", "itss/v3-2011", "--into", "acme").code == 0
    assert kijun("standard", "tailor", "acme", "--into", "branches/tokyo").code == 0
    loaded = load_edition(here / "branches" / "tokyo")
    assert loaded.edition is not None
    assert (loaded.edition.id, loaded.edition.parent) == ("tokyo/v1", "acme/v1")
    assert "parent: ../../acme" in (here / "branches" / "tokyo" / "overlay.yaml").read_text(encoding="utf-8")


def test_nothing_is_overwritten(kijun: Kijun, here: Path) -> None:
    write_overlay(here / "ours")
    before = (here / "ours" / "overlay.yaml").read_bytes()
    done = kijun("standard", "tailor", "itss/v3-2011", "--into", "ours")
    assert done.code == 2
    assert "ours/overlay.yaml" in done.err
    assert "not overwritten" in done.err
    assert (here / "ours" / "overlay.yaml").read_bytes() == before
    (here / "whole").mkdir()
    (here / "whole" / "edition.yaml").write_text("id: x", encoding="utf-8")
    assert kijun("standard", "tailor", "itss/v3-2011", "--into", "whole").code == 2
    assert [each.name for each in (here / "whole").iterdir()] == ["edition.yaml"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("itss/v3-2001", "--into", "ours"), 'Did you mean "itss/v3-2011"?'),
        (("itss/v3-2011", "--into", "ours", "--id", "itss/v3-2008"), "is the id of another standard"),
        (("itss/v3-2011", "--into", "ours", "--id", "our standard"), "without spaces"),
        (("itss/v3-2011", "--into", "ours", "--id", ""), "without spaces"),
        (("itss/v3-2011", "--into", "ours", "--id", "../ours"), "letters, digits"),
        (("itss/v3-2011", "--into", "ours", "--id", "{ours}/v1"), "letters, digits"),
        (("itss/v3-2011", "--into", "ours", "--id", "#1"), "letters, digits"),
        (("itss/v3-2011", "--into", "file/ours"), "cannot be written to"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    arguments: tuple[str, ...], says: str, kijun: Kijun, here: Path
) -> None:
    (here / "file").write_text("x", encoding="utf-8")
    done = kijun("standard", "tailor", *arguments)
    assert done.code == 2
    assert says in done.err
    assert [each.name for each in here.iterdir()] == ["file"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_tailored_standard_works_in_every_command(language: str, kijun: Kijun, here: Path) -> None:
    folder = str(
        write_overlay(
            here / "acme",
            [change("set", "customer-service/hardware/5/succession/at_least", 2)],
            policy=[answer("levels.imply", "ladder")],
        )
    )
    asked = ("--lang", language)
    assert "itss/v3-2011" in kijun(*asked, "check", folder).out
    assert "acme/v1" in kijun(*asked, "list", "--edition", folder).out
    whole = kijun(*asked, "show", "acme/v1", "--edition", folder).out
    assert whole.count("acme/v1:") >= 3
    assert ("試し" in whole, "A try" in whole) == (language == "ja", language == "en")
    cell = kijun(*asked, "show", "hardware/5", "--edition", folder).out
    assert "acme/v1:" in cell
    proof = kijun(*asked, "judge", HARDWARE, "--edition", folder, "--cell", "hardware/5", *ON).out
    assert ("試し" in proof, "A try" in proof) == (language == "ja", language == "en")
    assert "acme/v1:" in proof
    assert kijun(*asked, "skills", HARDWARE, "--edition", folder, "--field", "hardware", "--level", "5").code == 0


def test_programs_are_told_the_document_of_a_changed_number(kijun: Kijun, here: Path) -> None:
    path = "customer-service/hardware/5"
    folder = str(write_overlay(here / "acme", [change("set", f"{path}/succession/at_least", 2)]))
    cell = kijun("show", "hardware/5", "--edition", folder, *JSON).plain
    line = cell["citations"]["succession/at_least"]
    assert line["document"] == "acme/v1"
    assert cell["citations"]["expertise"].keys() == {"line"}
    assert cell["flags"][-1]["id"] == f"acme/v1:{line['line']}"
    judged = kijun("judge", HARDWARE, "--edition", folder, "--cell", "hardware/5", "--proof", *ON, *JSON).plain
    assert judged["cells"][f"acme/v1/{path}"]["proof"]["succession"]["citation"]["document"] == "acme/v1"
    edition = kijun("show", "acme/v1", "--edition", folder, *JSON).plain
    assert edition["policies"]["levels.imply"]["reason"]["en"]


@pytest.mark.parametrize("folder", ["ours: [1", "#1", "our standard", "null", "123", "_", "{ours}", "'", "自社の標準"])
def test_a_folder_may_have_any_name(folder: str, kijun: Kijun, here: Path) -> None:
    assert kijun("standard", "tailor", "itss/v3-2011", "--into", folder).code == 0
    assert kijun("check", folder).code == 0, (here / folder / "overlay.yaml").read_text(encoding="utf-8")
    assert kijun("standard", "tailor", folder, "--into", "child", "--id", "null").code == 0
    assert kijun("check", "child").code == 0, (here / "child" / "overlay.yaml").read_text(encoding="utf-8")
