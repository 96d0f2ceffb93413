"""Does every page of a judgement answer whoever may see it, and nobody else; in both languages; at a bounded cost?"""

from __future__ import annotations

import re

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from kijun.web.accounts.models import User
from tests.web.cast import Cast, client_of, give_record, make_person
from tests.web.judgements.records import HARDWARE_SIX, give_whole, words_of

pytestmark = pytest.mark.django_db
MOST_QUERIES = 8
PAGES = ("map", "cell", "changes")
JAPANESE = re.compile(r"[぀-ヿ一-鿿]")


def address(page: str, person: User) -> str:
    """Return where a page about a person is."""
    return reverse(f"judgements:{page}", args=(person.key, HARDWARE_SIX) if page == "cell" else (person.key,))


@pytest.mark.parametrize("page", PAGES)
def test_the_person_the_superior_and_the_named_assessor_see_it_and_nobody_else(cast: Cast, page: str) -> None:
    give_record(cast.person)
    for name, user in cast.each().items():
        expected = 200 if name in ("person", "superior", "assessor") else 404
        assert client_of(user).get(address(page, cast.person)).status_code == expected, name


@pytest.mark.parametrize("page", PAGES)
def test_it_is_only_read(cast: Cast, page: str) -> None:
    assert client_of(cast.person).post(address(page, cast.person)).status_code == 405


@pytest.mark.parametrize("page", PAGES)
def test_who_is_not_signed_in_is_asked_to(cast: Cast, page: str, client: object) -> None:
    answer = client.get(address(page, cast.person))  # type: ignore[attr-defined]
    assert answer.status_code == 302
    assert "next=" in answer["Location"]


def test_home_is_ones_own_map(cast: Cast) -> None:
    answer = client_of(cast.person).get("/")
    assert (answer.status_code, answer["Location"]) == (302, address("map", cast.person))


def test_a_cell_that_is_not_printed_is_not_found(cast: Cast) -> None:
    for path in ("itss/v3-2011/customer-service/hardware/1", "itss/v3-2011/nothing", "x"):
        url = reverse("judgements:cell", args=(cast.person.key, path))
        assert client_of(cast.person).get(url).status_code == 404


def test_a_new_person_sees_three_things_to_do_and_a_button_for_an_example(cast: Cast) -> None:
    answer = client_of(cast.outsider).get(address("map", cast.outsider))
    said = words_of(answer)
    assert "Three things to do first" in said
    assert "Load an example record" in said
    assert f'action="{reverse("people:example", args=(cast.outsider.key,))}"' in answer.content.decode()


def test_the_first_things_are_told_in_japanese_without_english(cast: Cast) -> None:
    person = make_person("花子", language="ja")
    said = words_of(client_of(person).get(address("map", person)))
    assert "まず、この三つから" in said
    assert re.findall(r"[A-Za-z]{3,}", said.replace("ITSS", "")) == []


def test_somebody_else_sees_that_a_new_persons_record_is_empty_and_no_button(cast: Cast) -> None:
    said = words_of(client_of(cast.superior).get(address("map", cast.person)))
    assert "Nothing is on record yet" in said
    assert "Load an example record" not in said


def test_the_map_gives_every_mark_in_words_and_links_every_printed_cell(cast: Cast) -> None:
    give_whole(cast.person)
    answer = client_of(cast.person).get(f"{address('map', cast.person)}?on=2026-04-01")
    said = words_of(answer)
    for words in (
        "Hardware, level 5: met",
        "Hardware, level 6: one part short",
        "Hardware, level 1: not in the standard",
    ):
        assert words in said
    assert f'href="{address("cell", cast.person)}?on=2026-04-01"' in answer.content.decode()


def test_beside_the_map_stand_the_level_the_next_step_and_the_facts(cast: Cast) -> None:
    give_whole(cast.person)
    answer = client_of(cast.person).get(f"{address('map', cast.person)}?on=2026-04-01")
    said = words_of(answer)
    assert "Level 5 Hardware level 4: expertise short" in said
    assert "An assessor recognises Asakaze Bank: preventive care of the core system" in said
    assert f"?goal={HARDWARE_SIX}" in answer.content.decode()
    assert "1 category in which nothing counts yet" in said


def test_a_fact_that_would_settle_something_leads_to_its_form_and_back(cast: Cast) -> None:
    give_record(cast.person, "sales.yaml")
    answer = client_of(cast.person).get(address("map", cast.person))
    assert "Whether the list of engagements is complete" in words_of(answer)
    complete = reverse("people:complete", args=(cast.person.key,))
    assert re.search(rf'href="{complete}\?[^"]*back|href="{complete}\?[^"]*map', answer.content.decode())


def test_who_only_reads_is_offered_nothing_to_record_or_plan(cast: Cast) -> None:
    give_record(cast.person, "sales.yaml")
    said = words_of(client_of(cast.superior).get(address("map", cast.person)))
    assert "Whether the list of engagements is complete" in said
    assert "Record this" not in said
    assert "Plan this" not in said


@pytest.mark.parametrize("page", PAGES)
def test_the_queries_are_few_whether_a_page_is_made_or_kept(
    cast: Cast, page: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    give_whole(cast.person)
    client = client_of(cast.person)
    client.get("/people/")  # what a first request of a session does besides
    for _ in range(3):
        with django_assert_max_num_queries(MOST_QUERIES + (page == "changes")):
            assert client.get(address(page, cast.person)).status_code == 200


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("query", ["", "?on=2026-04-01", "?on=not-a-day", "?since=not-a-day"])
def test_a_japanese_page_says_nothing_in_english(page: str, query: str) -> None:
    person = make_person("花子", language="ja")
    give_whole(person)
    said = words_of(client_of(person).get(f"{address(page, person)}{query}"))
    for known in ("not-a-day", "ITSS", "three junior engineers"):
        said = said.replace(known, "")
    assert JAPANESE.search(said)
    assert re.findall(r"[A-Za-z]{3,}", said) == []


@pytest.mark.parametrize("page", PAGES)
def test_an_english_page_says_nothing_in_japanese(cast: Cast, page: str) -> None:
    give_whole(cast.person)
    said = words_of(client_of(cast.person).get(address(page, cast.person)))
    assert JAPANESE.findall(said.replace("若手3名", "")) == []
