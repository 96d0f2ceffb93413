"""Is a parent found by id or by folder, and a chain of parents followed to its end?"""

from __future__ import annotations

from pathlib import Path

import pytest

from kijun.catalogue.edition_folder import load_edition
from kijun.catalogue.installed import open_edition
from kijun.errors import BadInput
from tests.broken.expected import SOUND
from tests.builders import V3_2011
from tests.tailoring import change, tailored, write_overlay


def test_a_parent_may_be_any_standards_folder(tmp_path: Path) -> None:
    own = tailored(tmp_path, parent=str(SOUND), identity="acme/v2")
    assert (own.parent, [*own.categories]) == ("acme/v1", ["support"])
    assert [flag.id for flag in own.flags.values()] == ["F1"]
    assert own.flags["F1"].touches == ("acme/v2/support/help-desk/2", "acme/v2/support/help-desk/skills/listening")


def test_a_chain_of_parents_is_followed_to_its_end(tmp_path: Path) -> None:
    write_overlay(tmp_path / "one", [change("drop", "customer-service/software")], identity="a/1")
    for before, name in (("one", "two"), ("two", "three"), ("three", "four")):
        write_overlay(tmp_path / name, parent=f"../{before}", identity=f"a/{name}")
    own = open_edition(str(tmp_path / "four"))
    assert (own.parent, [field.id for _, field in own.fields()]) == (
        "a/three",
        ["hardware", "facility-management", "common"],
    )
    cell = "customer-service/hardware/6"
    assert own.known_as(f"a/four/{cell}") == {
        f"{each}/{cell}" for each in ("a/four", "a/three", "a/two", "a/1", V3_2011)
    }


def test_the_problems_of_a_parents_parent_are_said_once(tmp_path: Path) -> None:
    write_overlay(tmp_path / "one", [change("drop", "customer-service/softwar")], identity="a/1")
    write_overlay(tmp_path / "two", parent="../one", identity="a/2")
    write_overlay(tmp_path / "three", parent="../two", identity="a/3")
    found = load_edition(tmp_path / "three").problems
    assert [(each.code, Path(each.place.file).parent.name) for each in found] == [
        ("K309", "three"),
        ("K309", "two"),
        ("K302", "one"),
    ]


def test_an_overlay_that_cannot_be_used_is_refused_with_its_problems(tmp_path: Path) -> None:
    write_overlay(tmp_path, [change("drop", "nowhere")])
    with pytest.raises(BadInput) as refused:
        open_edition(str(tmp_path))
    assert [str(getattr(each, "code", "")) for each in refused.value.problems] == ["K302"]


def test_a_folder_beside_it_is_suggested_for_a_misspelt_parent(tmp_path: Path) -> None:
    write_overlay(tmp_path / "acme")
    found = load_edition(write_overlay(tmp_path / "tokyo", parent="../acmee")).problems
    assert [(each.code, each.suggestion) for each in found] == [("K307", "../acme")]


def test_the_parent_is_read_from_its_files_where_what_was_kept_is_not_theirs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    first = tailored(tmp_path / "acme", change("set", "customer-service/hardware/5/succession/at_least", 2))
    again = tailored(tmp_path / "acme", change("set", "customer-service/hardware/5/succession/at_least", 2))
    assert first.indicators == again.indicators
    for kept in (tmp_path / "cache" / "kijun").iterdir():
        kept.write_text(kept.read_text(encoding="utf-8").replace('"level": 5', '"level": 55'), encoding="utf-8")
    assert tailored(tmp_path / "acme").indicators.keys() == first.indicators.keys()
