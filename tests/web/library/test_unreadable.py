"""Is whoever keeps the standards told which of them cannot be read, and why?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse

from kijun.web.library.actions import read_standards_anew
from kijun.web.library.queries import own_editions, unreadable_standards
from tests.tailoring import change, write_overlay
from tests.web.cast import Cast, client_of
from tests.web.library.pages import Page


@pytest.fixture
def folder(settings: Any, tmp_path: Path) -> Iterator[Path]:
    write_overlay(tmp_path / "acme")
    write_overlay(tmp_path / "broken", [change("set", "customer-service/no-such-field/5/succession/at_least", 2)])
    (tmp_path / "empty").mkdir()
    settings.STANDARDS = tmp_path
    read_standards_anew()
    yield tmp_path
    settings.STANDARDS = tmp_path / "none"
    read_standards_anew()


def test_one_that_cannot_be_read_leaves_the_others_alone(folder: Path) -> None:
    assert [each.id for each in own_editions()] == ["acme/v1"]
    assert [each.folder for each in unreadable_standards()] == ["broken", "empty"]


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "words"), [("en", "Standards that cannot be read"), ("ja", "読めない標準")])
def test_a_steward_sees_each_with_its_problems(cast: Cast, folder: Path, language: str, words: str) -> None:
    cast.steward.language = language
    cast.steward.save()
    text = Page(client_of(cast.steward).get(reverse("library:library")).content.decode()).text
    assert words in text
    assert "broken/overlay.yaml" in text
    assert "no-such-field" in text
    assert "empty" in text
    assert str(folder) not in text


@pytest.mark.django_db
def test_nobody_else_is_shown_them(cast: Cast, folder: Path) -> None:
    for name, viewer in cast.each().items():
        text = client_of(viewer).get(reverse("library:library")).content.decode()
        assert ("broken" in text) is (name == "steward"), name
