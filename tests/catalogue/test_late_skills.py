"""Are the skill items of a shipped edition read when somebody asks, and are they those of a checked reading?"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kijun.catalogue.edition_folder import load_edition
from kijun.catalogue.installed import newest_of_each_category, restrict
from kijun.catalogue.late_skills import late_files
from kijun.catalogue.shipped import SHIPPED
from kijun.errors import BadInput
from kijun.framework.edition import Edition
from tests.broken.expected import SOUND

TECHNOLOGY = "itss/v3-2011/customer-service/hardware/skills/technology"


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which plain values are kept."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "kijun"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED / "itss" / "v3-2011", tmp_path / "v3-2011"))


def late(folder: Path) -> Edition:
    edition = load_edition(folder, is_checked=False).edition
    assert edition is not None
    return edition


def test_nothing_of_the_skills_is_read_before_somebody_asks(folder: Path, kept: Path) -> None:
    edition = late(folder)
    assert [path.name.startswith("v3-2011-skills") for path in kept.iterdir()] == [False]
    assert edition.skills[TECHNOLOGY].name.en == "Technology"
    assert sorted(path.name.startswith("v3-2011-skills") for path in kept.iterdir()) == [False, True]


def test_what_is_read_late_is_what_a_checked_reading_finds(folder: Path) -> None:
    checked = load_edition(folder).edition
    assert checked is not None
    for _ in range(2):  # from the files, and from the cache
        edition = late(folder)
        assert edition.skills == checked.skills
        assert edition.skill_areas == checked.skill_areas
        assert edition.vocabulary.terms["ability"] == checked.vocabulary.terms["ability"]
        assert edition.vocabulary.terms["setting"] == checked.vocabulary.terms["setting"]
        assert edition == checked


def test_skills_that_changed_are_read_again(folder: Path) -> None:
    assert late(folder).skills[TECHNOLOGY].name.en == "Technology"
    path = folder / "skills" / "customer-service.yaml"
    assert path in late_files(folder)
    path.write_text(path.read_text(encoding="utf-8").replace("en: Technology}", "en: Techniques}"), encoding="utf-8")
    assert late(folder).skills[TECHNOLOGY].name.en == "Techniques"


def test_kept_values_that_are_not_those_of_the_files_are_read_again(folder: Path, kept: Path) -> None:
    assert len(late(folder).skills) == 60
    (cache,) = (path for path in kept.iterdir() if path.name.startswith("v3-2011-skills"))
    cache.write_text(cache.read_text(encoding="utf-8").replace('"ability": "', '"ability": "un'), encoding="utf-8")
    assert len(late(folder).skills) == 60


@pytest.mark.parametrize(("old", "new"), [("category: customer-service", "category: repairs"), ("items:", "items: [")])
def test_skills_that_cannot_be_read_are_refused_when_somebody_asks(folder: Path, old: str, new: str) -> None:
    path = folder / "skills" / "customer-service.yaml"
    assert path in late_files(folder)
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    edition = late(folder)
    with pytest.raises(BadInput, match="itss/v3-2011") as refused:
        len(edition.skills)
    assert refused.value.problems != ()


def test_a_folder_without_skills_has_none(folder: Path) -> None:
    shutil.rmtree(folder / "skills")
    for name in ("settings", "abilities"):
        (folder / "vocabulary" / f"{name}.yaml").unlink()
    edition = late(folder)
    assert (edition.skills, edition.skill_areas, edition.vocabulary.terms["ability"]) == ({}, {}, {})


def test_a_folder_of_ones_own_has_its_skills_checked_with_everything_else(kept: Path) -> None:
    edition = load_edition(SOUND).edition
    assert edition is not None
    assert list(edition.skills) == [
        "acme/v1/support/help-desk/skills/listening",
        "acme/v1/support/help-desk/skills/writing",
    ]
    assert not kept.exists()


def test_an_edition_with_some_of_its_categories_has_their_skills_only(folder: Path) -> None:
    edition = late(folder)
    assert restrict(edition, []).skills == {}
    assert restrict(edition, []).skill_areas == {}
    (newest,) = newest_of_each_category([edition])
    assert len(newest.skills) == 60
