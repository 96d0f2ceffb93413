"""Does the rating matrix of a field say who gave what, what decides, and what nobody rated?"""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from kijun.web.people.models import Revision
from tests.web.cast import Cast, client_of, give_record, make_person
from tests.web.skills.pages import FIELD, LEADERSHIP, page, put

pytestmark = pytest.mark.django_db


def shown(cast: Cast, query: str = "") -> str:
    return client_of(cast.person).get(page(cast.person) + query).content.decode()


def line(html: str, name: str) -> str:
    """Return the words of the row of an item, without its marks."""
    found = re.search(rf'<th scope="row"><a [^>]*>{re.escape(name)}</a>.*?</tr>', html, re.DOTALL)
    assert found, f"{name} has a row"
    return " ".join(re.sub(r"<[^>]+>", " ", found.group()).split())


def test_each_item_shows_its_raters_beside_each_other_and_the_target(cast: Cast) -> None:
    give_record(cast.person)
    html = shown(cast, "?level=5")
    assert line(html, "Negotiation").startswith("Negotiation 5 not rated 3 5 below self and assessor: 2 apart")
    assert line(html, "Communication").startswith("Communication 5 4 not rated 5 not rated")
    assert line(html, "System maintenance management").startswith(
        "System maintenance management 5 not rated 5 5 at the target"
    )


def test_the_level_that_decides_is_the_assessors(cast: Cast) -> None:
    put(cast.person, by="self", level=3)
    put(cast.person, by="assessor", level=5, author=cast.assessor)
    assert "<strong>5</strong>" in shown(cast)
    assert "What decides is the rating by an assessor." in shown(cast)


def test_days_and_notes_are_there_on_demand(cast: Cast) -> None:
    put(cast.person, level=4, day="2026-04-01", note="Led <two> projects")
    html = shown(cast)
    assert "Self: 1 April 2026" in html
    assert "Led &lt;two&gt; projects" in html


def test_an_item_that_the_level_does_not_ask_says_why(cast: Cast) -> None:
    html = shown(cast, "?level=6")
    assert "not asked headed but blank" in line(html, "Hardware technology")


def test_the_target_is_the_next_cell_where_none_is_chosen(cast: Cast) -> None:
    give_record(cast.person)
    assert "the next cell" in shown(cast)
    assert "the level that you chose" in shown(cast, "?level=4")


def test_seven_items_are_drawn_as_a_radar_and_eleven_as_bars(cast: Cast) -> None:
    give_record(cast.person)
    assert 'class="radar-beside"' in shown(cast, "?level=6")
    bars = shown(cast, "?level=5")
    assert 'class="radar-beside"' not in bars
    assert bars.count('<td class="drawn"') == 11


def test_the_drawing_bears_its_finding_as_a_title(cast: Cast) -> None:
    give_record(cast.person)
    assert "6 of 11 items at the target, 2 below, 3 not rated; the widest gap is" in shown(cast, "?level=5")


def test_a_rating_that_waits_is_shown_and_does_not_count(cast: Cast) -> None:
    put(cast.person, by="assessor", level=6, awaits="assessor", item=LEADERSHIP)
    html = shown(cast)
    assert "assessor: 6 · waits" in line(html, "Leadership")
    assert "One rating was brought in and waits" in html
    assert "<strong>6</strong>" not in html


def test_a_person_without_ratings_is_told_how_to_begin(cast: Cast) -> None:
    html = shown(cast)
    assert "Nothing is rated in this field yet" in html
    assert page(cast.person, "rate", field=FIELD) in html


def test_fields_with_something_on_record_stand_first(cast: Cast) -> None:
    give_record(cast.person)
    html = shown(cast)
    assert html.index("With something on record") < html.index('<optgroup label="Customer Service">')


def test_another_edition_and_field_can_be_asked_for(cast: Cast) -> None:
    html = shown(cast, "?edition=itss/v3-2008&field=customer-service/software")
    assert "Skills: Software" in html
    assert "ITSS V3 2008" in html


def test_an_earlier_day_leaves_out_what_was_rated_later(cast: Cast) -> None:
    put(cast.person, level=4, day="2026-04-01")
    assert line(shown(cast, "?on=2026-03-31"), "Technology").startswith("Technology not rated not rated")
    assert line(shown(cast, "?on=2026-04-01"), "Technology").startswith("Technology 4 not rated")


def test_what_was_on_record_on_a_day_is_shown_without_ways_to_rate(cast: Cast) -> None:
    yesterday = timezone.now() - timedelta(days=1)
    Revision.objects.filter(record__owner=cast.person).update(at=yesterday)
    put(cast.person, level=4, day="2026-04-01")
    html = shown(cast, f"?recorded={timezone.localdate() - timedelta(days=1)}")
    assert line(html, "Technology").startswith("Technology not rated not rated")
    assert "Rate the items" not in html


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("?field=nothing/here", "There are no skill items for “nothing/here” here."),
        ("?level=7", "No item has a proficiency at level “7”. Levels that have one: 3, 4, 5, 6."),
        ("?edition=itss/v9", "No edition “itss/v9” with skill items is installed."),
        ("?on=soon", "“soon” is not a day."),
        ("?on=2026-04", "“2026-04” is not a day. Write it like 2026-04-01, with its day."),
        ("?recorded=2099-01-01", "has not come yet"),
        ("?recorded=2001-01-01", "there was no record yet"),
    ],
)
def test_what_cannot_be_answered_is_said(cast: Cast, query: str, words: str) -> None:
    answer = client_of(cast.person).get(page(cast.person) + query)
    assert answer.status_code == 422
    assert words in answer.content.decode()


@pytest.mark.parametrize("part", ["person", "superior", "assessor"])
def test_whoever_may_see_the_record_sees_the_skills(cast: Cast, part: str) -> None:
    assert client_of(cast.each()[part]).get(page(cast.person)).status_code == 200


@pytest.mark.parametrize("part", ["outsider", "other_assessor", "steward", "administrator"])
def test_for_others_there_is_no_such_page(cast: Cast, part: str) -> None:
    assert client_of(cast.each()[part]).get(page(cast.person)).status_code == 404


def test_whoever_is_not_signed_in_is_sent_to_the_sign_in(cast: Cast) -> None:
    assert Client().get(page(cast.person)).status_code == 302


def test_the_page_is_only_read(cast: Cast) -> None:
    assert client_of(cast.person).post(page(cast.person)).status_code == 405


def test_it_speaks_japanese(cast: Cast) -> None:
    reader = make_person("Yuki", language="ja")
    give_record(reader)
    html = client_of(reader).get(page(reader)).content.decode()
    for words in ("スキル: ハードウェア", "判定に使うのは評価者の評価です。", "未評価", "本人と評価者", "知識項目"):
        assert words in html


def test_the_number_of_queries_does_not_grow_with_the_record(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    give_record(cast.person)
    client = client_of(cast.person)
    client.get(page(cast.person))
    with django_assert_max_num_queries(8):
        client.get(page(cast.person))
