"""Can every shipped standard be read, and is it sound?"""

from __future__ import annotations

from pathlib import Path

import pytest

from kijun.catalogue.edition_folder import load_edition
from kijun.catalogue.shipped import SHIPPED, shipped_folders
from kijun.framework.policy import choose
from kijun.framework.resolve import resolve_edition


def test_the_two_editions_are_shipped_newest_first() -> None:
    assert list(shipped_folders()) == ["itss/v3-2011", "itss/v3-2008"]


@pytest.mark.parametrize("folder", shipped_folders().values(), ids=shipped_folders())
def test_a_shipped_standard_loads_without_a_problem(folder: Path) -> None:
    loaded = load_edition(folder, is_checked=True)
    said = [f"{problem.place} {problem.code} {problem.detail.en}" for problem in loaded.problems]
    assert said == []
    assert loaded.edition is not None


@pytest.mark.parametrize(("identity", "folder"), shipped_folders().items(), ids=shipped_folders())
def test_the_id_of_a_shipped_standard_is_its_folder(identity: str, folder: Path) -> None:
    edition = load_edition(folder).edition
    assert edition is not None
    assert edition.id == identity == folder.relative_to(SHIPPED).as_posix()
    assert edition.standard == folder.parent.name


@pytest.mark.parametrize("folder", shipped_folders().values(), ids=shipped_folders())
def test_every_indicator_file_lies_under_its_category_and_field(folder: Path) -> None:
    edition = load_edition(folder).edition
    assert edition is not None
    files = {path.relative_to(folder / "indicators").with_suffix("") for path in folder.glob("indicators/*/*.yaml")}
    assert {f"{cell.category}/{cell.field}" for cell in edition.indicators.values()} == set(map(str, files))


def test_the_31_printed_cells_are_there_and_each_resolves_into_its_parts() -> None:
    found = []
    for folder in shipped_folders().values():
        edition = load_edition(folder).edition
        assert edition is not None
        resolved = resolve_edition(edition, choose(edition.points, {}))
        assert list(resolved.cells.values()) != []
        assert all(cell.parts and cell.deciding == tuple(cell.parts) for cell in resolved.cells.values())
        found += list(resolved.cells)
    assert len(found) == len(set(found)) == 31


@pytest.mark.parametrize("folder", shipped_folders().values(), ids=shipped_folders())
def test_a_cell_missing_from_the_source_is_not_among_the_printed_ones(folder: Path) -> None:
    edition = load_edition(folder).edition
    assert edition is not None
    for _, field in edition.fields():
        printed = {cell.level for cell in edition.cells_of(field.path)}
        assert printed.isdisjoint(field.missing_from_source)


def test_the_source_of_v3_2008_lacks_these_cells_and_that_of_v3_2011_none() -> None:
    missing = {
        f"{field.path}/{level}"
        for folder in shipped_folders().values()
        if (edition := load_edition(folder).edition)
        for _, field in edition.fields()
        for level in field.missing_from_source
    }
    below = "itss/v3-2008/customer-service"
    assert missing == {
        *(f"{below}/hardware/{level}" for level in (3, 4, 6)),
        *(f"{below}/software/{level}" for level in (4, 6)),
        *(f"{below}/facility-management/{level}" for level in (4, 6)),
    }
