"""Does an organisation's own standard stand in the library like the others, with what it changed and why?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from kijun.web.library.actions import read_standards_anew
from kijun.web.library.addresses import address_of, places
from kijun.web.library.search import search
from tests.tailoring import answer, change, write_overlay
from tests.web.cast import Cast, client_of
from tests.web.library.pages import Page

CELL = "acme/v1/customer-service/hardware/5"


@pytest.fixture
def reader(cast: Cast, settings: Any, tmp_path: Path) -> Iterator[Client]:
    changes = [
        change("set", "customer-service/hardware/5/succession/at_least", 2),
        change("drop", "customer-service/facility-management"),
    ]
    write_overlay(tmp_path / "acme", changes, policy=[answer("bands.floor", "literal")])
    settings.STANDARDS = tmp_path
    read_standards_anew()
    yield client_of(cast.person)
    settings.STANDARDS = tmp_path / "none"
    read_standards_anew()


@pytest.mark.django_db
def test_every_path_of_it_has_a_page(reader: Client) -> None:
    own = [path for path in places() if path.startswith("acme/v1")]
    assert CELL in own
    assert {path for path in own if reader.get(address_of(path)).status_code != 200} == set()


@pytest.mark.django_db
def test_its_cell_says_what_the_organisation_changed(reader: Client) -> None:
    text = Page(reader.get(address_of(CELL)).content.decode()).text
    assert "at least 2 of 7 kinds" in text
    assert "changed by the organisation" in text
    assert "A try" in text


@pytest.mark.django_db
def test_its_answers_to_silent_points_are_told_apart(reader: Client) -> None:
    text = Page(reader.get(address_of("acme/v1/policy")).content.decode()).text
    assert "set by the organisation" in text


@pytest.mark.django_db
def test_it_is_compared_with_the_standard_that_it_was_made_from(reader: Client) -> None:
    asked = {"old": "itss/v3-2011", "new": "acme/v1", "path": "customer-service/hardware/5"}
    text = Page(reader.get("/library/compare/", asked).content.decode()).text
    assert "Because: " in text
    assert "lowered easier" in text


@pytest.mark.django_db
def test_it_is_listed_and_found(reader: Client) -> None:
    assert "Your organisation's own standards" in Page(reader.get("/library/").content.decode()).text
    assert any(entry.path == CELL for entry in search("hardware 5").entries)
