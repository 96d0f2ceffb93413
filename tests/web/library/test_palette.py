"""Where does the palette lead, and whom does it name?"""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client

from kijun.web.accounts.models import User
from tests.web.cast import Cast, client_of

CELL = "/library/itss/v3-2011/customer-service/hardware/5/"


def listed(browser: Client, typed: str = "") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(browser.get("/library/palette/", {"q": typed}).content)
    return found


def people(viewer: User) -> set[str]:
    return {item["label"] for item in listed(client_of(viewer)) if item["kind"] == "person"}


@pytest.mark.django_db
def test_cells_fields_and_items_are_listed_in_both_languages(cast: Cast) -> None:
    (cell,) = [item for item in listed(client_of(cast.outsider)) if item["url"] == CELL]
    assert cell["label"] == "Hardware, level 5"
    assert "ハードウェア レベル5" in cell["hint"]
    assert {item["kind"] for item in listed(client_of(cast.outsider))} >= {
        "cell",
        "field",
        "category",
        "skill item",
        "page",
    }


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["hardware 5", "ハード5", "ﾊｰﾄﾞｳｪｱ ５"])
def test_what_is_typed_narrows_the_list(cast: Cast, typed: str) -> None:
    found = listed(client_of(cast.outsider), typed)
    assert CELL in [item["url"] for item in found]
    assert len(found) < 10


@pytest.mark.django_db
def test_only_people_whom_the_viewer_may_see_are_named(cast: Cast) -> None:
    assert people(cast.superior) == {"Person"}
    assert people(cast.assessor) == {"Person"}
    for viewer in (cast.outsider, cast.administrator, cast.steward, cast.other_assessor, cast.person):
        assert people(viewer) == set()


@pytest.mark.django_db
def test_an_unchanged_list_is_not_sent_again(cast: Cast) -> None:
    browser = client_of(cast.person)
    first = browser.get("/library/palette/")
    again = browser.get("/library/palette/", headers={"If-None-Match": first.headers["ETag"]})
    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")
    assert "private" in first.headers["Cache-Control"]


@pytest.mark.django_db
def test_the_list_speaks_the_language_of_the_viewer(cast: Cast) -> None:
    cast.person.language = "ja"
    cast.person.save()
    (cell,) = [item for item in listed(client_of(cast.person)) if item["url"] == CELL]
    assert (cell["label"], cell["kind"]) == ("ハードウェア レベル5", "セル")
