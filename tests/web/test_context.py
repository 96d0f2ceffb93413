"""Does the frame of a page say where one is, and is every page of a person a click away?"""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from kijun.web.accounts.models import User
from tests.web.cast import Cast, client_of, give_record

CURRENT = re.compile(r'<a href="([^"]+)"[^>]* aria-current="page"')


def places(viewer: User, address: str) -> list[str]:
    """Return the places that a page says it belongs to."""
    html = client_of(viewer).get(address).content.decode()
    menu = html.partition('<nav class="places"')[2].partition("</nav>")[0]
    return CURRENT.findall(menu)


def links(viewer: User, address: str) -> set[str]:
    """Return where a page leads."""
    return set(re.findall(r'href="([^"]+)"', client_of(viewer).get(address).content.decode()))


@pytest.mark.django_db
def test_ones_own_record_is_one_place_and_none_of_other_people(cast: Cast) -> None:
    own = reverse("people:record", args=(cast.superior.key,))
    assert places(cast.superior, own) == [own]
    assert places(cast.superior, reverse("passport:passport", args=(cast.superior.key,))) == []


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["people:record", "judgements:map", "skills:skills"])
def test_the_pages_of_somebody_else_belong_to_the_people(cast: Cast, name: str) -> None:
    assert places(cast.superior, reverse(name, args=(cast.person.key,))) == [reverse("people:people")]


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["people:record", "judgements:map"])
def test_a_passport_is_one_click_from_the_record_and_the_map(cast: Cast, name: str) -> None:
    give_record(cast.person)
    address = reverse(name, args=(cast.person.key,))
    assert reverse("passport:passport", args=(cast.person.key,)) in links(cast.person, address)
    assert reverse("passport:page", args=(cast.person.key,)) in links(cast.superior, address)


@pytest.mark.django_db
def test_the_list_of_people_leads_to_the_passports_and_to_the_skills_of_the_team(cast: Cast) -> None:
    found = links(cast.superior, reverse("people:people"))
    assert {reverse("passport:page", args=(cast.person.key,)), reverse("skills:team")} <= found
