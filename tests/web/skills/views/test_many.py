"""Can all items of a field be rated in one go, as one revision?"""

from __future__ import annotations

from typing import Any

import pytest
from django.http import HttpResponse
from pytest_django import DjangoAssertNumQueries

from kijun.web.accounts.models import Appointment, User
from kijun.web.people.models import Revision
from tests.web.cast import Cast, client_of, give_record, make_person
from tests.web.skills.pages import FIELD, INSTALLATION, LEADERSHIP, TECHNOLOGY, newest, page, put, ratings

pytestmark = pytest.mark.django_db
DAY = "2026-04-02"


def give(viewer: User, person: User, **facts: Any) -> HttpResponse:
    named = {name.replace("_", "-") if name.startswith("level") else name: value for name, value in facts.items()}
    form = {"day": DAY, "scope": "field", **named}
    return client_of(viewer).post(page(person, "rate", field=FIELD), form)  # type: ignore[return-value]


def see(viewer: User, person: User) -> str:
    return client_of(viewer).get(page(person, "rate", field=FIELD)).content.decode()


def test_every_item_has_a_row_with_every_level_and_none_is_chosen(cast: Cast) -> None:
    html = see(cast.person, cast.person)
    assert html.count('<fieldset class="scale"') == 11
    assert html.count('value="7"') == 11
    assert html.count('value="" checked') == 11


def test_what_is_chosen_becomes_one_revision_and_the_rest_stays(cast: Cast) -> None:
    put(cast.person, item=INSTALLATION, level=2)
    before = newest(cast.person).number
    assert give(cast.person, cast.person, level_technology="4", level_leadership="3").status_code == 302
    assert newest(cast.person).number == before + 1
    assert [each["level"] for each in ratings(cast.person, TECHNOLOGY)] == [4]
    assert [each["level"] for each in ratings(cast.person, LEADERSHIP)] == [3]
    assert [each["level"] for each in ratings(cast.person, INSTALLATION)] == [2]


@pytest.mark.parametrize(("part", "by"), [("person", "self"), ("superior", "superior"), ("assessor", "assessor")])
def test_they_are_rated_by_whoever_is_signed_in(cast: Cast, part: str, by: str) -> None:
    give(cast.each()[part], cast.person, level_technology="4")
    assert [each["by"] for each in ratings(cast.person)] == [by]


@pytest.mark.parametrize(("part", "by"), [("person", "assessor"), ("superior", "assessor"), ("assessor", "self")])
def test_a_forged_rater_is_refused(cast: Cast, part: str, by: str) -> None:
    assert give(cast.each()[part], cast.person, level_technology="4", by=by).status_code == 403
    assert ratings(cast.person) == []


@pytest.mark.parametrize("part", ["outsider", "other_assessor", "steward", "administrator"])
def test_others_neither_see_nor_rate(cast: Cast, part: str) -> None:
    address = page(cast.person, "rate", field=FIELD)
    assert client_of(cast.each()[part]).get(address).status_code == 404
    assert give(cast.each()[part], cast.person, level_technology="4").status_code == 404
    assert ratings(cast.person) == []


def test_whoever_holds_both_roles_chooses_once_for_all(cast: Cast) -> None:
    Appointment.objects.filter(person=cast.person, role="superior").delete()
    Appointment.objects.create(person=cast.person, holder=cast.assessor, role="superior")
    assert give(cast.assessor, cast.person, level_technology="4").status_code == 422
    give(cast.assessor, cast.person, level_technology="4", level_leadership="4", by="superior")
    assert {each["by"] for item in (TECHNOLOGY, LEADERSHIP) for each in ratings(cast.person, item)} == {"superior"}


def test_common_items_may_be_rated_for_all_fields_and_the_others_for_their_own(cast: Cast) -> None:
    give(cast.person, cast.person, level_technology="4", level_hardware_installation="3", scope="all")
    assert [each["level"] for each in ratings(cast.person, "customer-service/technology")] == [4]
    assert [each["level"] for each in ratings(cast.person, INSTALLATION)] == [3]


def test_the_same_day_is_corrected_and_another_day_is_added(cast: Cast) -> None:
    give(cast.person, cast.person, level_technology="3")
    give(cast.person, cast.person, level_technology="4")
    give(cast.person, cast.person, level_technology="5", day="2026-05-01")
    assert [each["level"] for each in ratings(cast.person)] == [4, 5]
    assert newest(cast.person).kind == Revision.Kind.ADDED


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({}, "No item has a level yet."),
        ({"level_technology": "9"}, "Select a valid choice."),
        ({"level_technology": "4", "day": "soon"}, "“soon” is not a day."),
        ({"level_technology": "4", "day": "2099-01-01"}, "This day has not come yet."),
    ],
)
def test_a_wrong_form_keeps_what_was_chosen(cast: Cast, wrong: dict[str, str], words: str) -> None:
    answer = give(cast.person, cast.person, **wrong)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert words in html
    assert ('value="4" checked' in html) is (wrong.get("level_technology") == "4")
    assert ratings(cast.person) == []


def test_what_was_changed_meanwhile_is_not_overwritten(cast: Cast) -> None:
    seen = put(cast.person, level=3, day=DAY).revised
    give(cast.person, cast.person, level_technology="5")
    answer = give(cast.person, cast.person, level_technology="4", based_on=str(seen), level_leadership="4")
    assert answer.status_code == 422
    assert [each["level"] for each in ratings(cast.person)] == [5]
    assert ratings(cast.person, LEADERSHIP) == []


def test_a_field_without_items_has_no_such_page(cast: Cast) -> None:
    assert client_of(cast.person).get(page(cast.person, "rate", field="no/field")).status_code == 404


def test_other_methods_are_refused(cast: Cast) -> None:
    assert client_of(cast.person).delete(page(cast.person, "rate", field=FIELD)).status_code == 405


def test_the_draft_is_kept_in_the_browser_until_it_is_saved(cast: Cast) -> None:
    draft = f"rate-{cast.person.key}-{cast.person.key}-{FIELD}"
    assert f'data-draft="{draft}"' in see(cast.person, cast.person)
    client = client_of(cast.person)
    client.post(page(cast.person, "rate", field=FIELD), {"day": DAY, "scope": "field", "level-technology": "4"})
    assert client.session["draft_saved"] == draft
    assert client.session["undo_offer"]["said"] == "1 item was rated."


def test_it_speaks_japanese(cast: Cast) -> None:
    reader = make_person("Yuki", language="ja")
    html = see(reader, reader)
    for words in (
        "項目を評価: ハードウェア",
        "職種共通スキル項目",
        "そのまま",
        "評価をまとめて保存",
        "あなたの立場: 本人。",
    ):
        assert words in html


def test_queries_are_few(cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    give_record(cast.person)
    client = client_of(cast.person)
    client.get(page(cast.person, "rate", field=FIELD))
    with django_assert_max_num_queries(8):
        client.get(page(cast.person, "rate", field=FIELD))
