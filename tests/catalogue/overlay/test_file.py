"""What does an overlay.yaml say?"""

from __future__ import annotations

from pathlib import Path

from kijun.catalogue.overlay.file import Overlay, read_overlay
from tests.tailoring import answer, change, write_overlay


def read(folder: Path) -> Overlay:
    overlay = read_overlay(folder)
    assert isinstance(overlay, Overlay)
    return overlay


def test_changes_come_in_order_each_with_its_line(tmp_path: Path) -> None:
    overlay = read(write_overlay(tmp_path, [change("set", "a/b", 2), change("drop", "c"), change("add", "d/e")]))
    assert [(each.kind, each.path, each.value) for each in overlay.changes] == [
        ("set", "a/b", 2),
        ("drop", "c", None),
        ("add", "d/e", None),
    ]
    lines = (tmp_path / "overlay.yaml").read_text(encoding="utf-8").splitlines()
    assert [
        '"set"' in lines[overlay.line(overlay.changes[0].at) - 1],
        '"drop"' in lines[overlay.line(overlay.changes[1].at) - 1],
    ] == [
        True,
        True,
    ]


def test_a_path_may_begin_with_the_id_of_the_edition_as_show_prints_it(tmp_path: Path) -> None:
    paths = ["itss/v3-2011/customer-service/hardware/6", "acme/v1/customer-service/hardware/5", "/a/ b /"]
    overlay = read(write_overlay(tmp_path, [change("drop", path) for path in paths]))
    assert [each.path for each in overlay.changes] == [
        "customer-service/hardware/6",
        "customer-service/hardware/5",
        "a/b",
    ]


def test_the_standard_is_the_first_part_of_the_id_unless_it_is_named(tmp_path: Path) -> None:
    assert read(write_overlay(tmp_path / "a")).standard == "acme"
    assert read(write_overlay(tmp_path / "b", standard="service")).standard == "service"


def test_answers_come_with_their_reasons(tmp_path: Path) -> None:
    overlay = read(write_overlay(tmp_path, policy=[answer("bands.floor", "literal")]))
    assert [(each.point, each.answer, each.reason.en) for each in overlay.answers] == [
        ("bands.floor", "literal", "A try")
    ]


def test_what_is_no_yaml_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "overlay.yaml").write_text("id: [", encoding="utf-8")
    found = read_overlay(tmp_path)
    assert isinstance(found, list)
    assert [problem.code for problem in found] == ["K006"]
