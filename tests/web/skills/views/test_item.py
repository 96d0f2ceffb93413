"""Does the page of an item show what each level asks, and does a rating count as of whoever gave it?"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.http import HttpResponse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from kijun.web.accounts.models import Appointment, User
from kijun.web.people.models import Revision
from tests.web.cast import Cast, client_of, give_record, make_person
from tests.web.skills.pages import INSTALLATION, LEADERSHIP, TECHNOLOGY, item_of, newest, page, put, ratings

pytestmark = pytest.mark.django_db
TODAY = "2026-04-02"


def give(viewer: User, person: User, item: str = TECHNOLOGY, **facts: Any) -> HttpResponse:
    """Send the form of an item as somebody."""
    form = {"level": "4", "day": TODAY, "scope": "field", "note": "", **facts}
    return client_of(viewer).post(item_of(person, item), form)  # type: ignore[return-value]


def see(viewer: User, person: User, item: str = TECHNOLOGY, query: str = "") -> str:
    return client_of(viewer).get(item_of(person, item) + query).content.decode()


def test_each_level_stands_beside_its_text(cast: Cast) -> None:
    html = see(cast.person, cast.person, LEADERSHIP)
    assert "As a hardware service team member or a customer service team member" in html
    assert html.index("never headed") < html.index("As a hardware service team member") < html.index("headed but blank")


@pytest.mark.parametrize(("part", "by"), [("person", "self"), ("superior", "superior"), ("assessor", "assessor")])
def test_by_whom_follows_from_who_is_signed_in(cast: Cast, part: str, by: str) -> None:
    answer = give(cast.each()[part], cast.person, note="Ran it")
    assert answer.status_code == 302
    expected = {"item": TECHNOLOGY, "level": 4, "by": by, "day": TODAY, "note": "Ran it", "awaits": ""}
    assert ratings(cast.person) == [expected]
    assert newest(cast.person).author == cast.each()[part]


@pytest.mark.parametrize(
    ("part", "by"),
    [
        ("person", "superior"),
        ("person", "assessor"),
        ("superior", "self"),
        ("superior", "assessor"),
        ("assessor", "self"),
        ("assessor", "superior"),
        ("assessor", "nobody"),
    ],
)
def test_nobody_can_say_that_they_are_another_rater(cast: Cast, part: str, by: str) -> None:
    assert give(cast.each()[part], cast.person, by=by).status_code == 403
    assert ratings(cast.person) == []


@pytest.mark.parametrize("part", ["outsider", "other_assessor", "steward", "administrator"])
def test_others_neither_see_nor_rate(cast: Cast, part: str) -> None:
    assert client_of(cast.each()[part]).get(item_of(cast.person)).status_code == 404
    assert give(cast.each()[part], cast.person).status_code == 404
    assert ratings(cast.person) == []


def test_whoever_is_superior_and_assessor_chooses(cast: Cast) -> None:
    Appointment.objects.create(person=cast.person, holder=cast.superior, role="assessor")
    cast.superior.is_assessor = True
    cast.superior.save()
    undecided = give(cast.superior, cast.person)
    assert undecided.status_code == 422
    assert "Choose as whom you rate." in undecided.content.decode()
    assert give(cast.superior, cast.person, by="assessor").status_code == 302
    assert [each["by"] for each in ratings(cast.person)] == ["assessor"]


def test_an_ended_appointment_rates_no_more(cast: Cast) -> None:
    Appointment.objects.filter(person=cast.person, role="assessor").update(until=timezone.now())
    assert give(cast.assessor, cast.person).status_code == 404


def test_a_rating_of_another_day_is_added_and_nothing_is_overwritten(cast: Cast) -> None:
    give(cast.person, cast.person, level="3", day="2026-04-01")
    give(cast.person, cast.person, level="4", day="2026-04-02")
    assert [each["level"] for each in ratings(cast.person)] == [3, 4]


def test_ones_own_rating_of_the_same_day_is_corrected_with_its_history(cast: Cast) -> None:
    give(cast.person, cast.person, level="3")
    give(cast.person, cast.person, level="4")
    assert [each["level"] for each in ratings(cast.person)] == [4]
    last = newest(cast.person)
    assert last.kind == Revision.Kind.EDITED
    assert [(change.before or {})["body"]["level"] for change in last.changes.all()] == [3]


def test_another_assessors_rating_of_the_same_day_stays(cast: Cast) -> None:
    second = make_person("Second", is_assessor=True)
    Appointment.objects.create(person=cast.person, holder=second, role="assessor")
    give(cast.assessor, cast.person, level="3")
    give(second, cast.person, level="5")
    assert [each["level"] for each in ratings(cast.person)] == [3, 5]


def test_what_one_gave_today_is_there_to_be_corrected(cast: Cast) -> None:
    give(cast.person, cast.person, level="5", note="Ran it", day=timezone.localdate().isoformat())
    html = see(cast.person, cast.person)
    assert 'value="5" required checked' in html
    assert "Ran it</textarea>" in html


def test_what_was_changed_meanwhile_is_not_overwritten(cast: Cast) -> None:
    seen = put(cast.person, level=3, day=TODAY).revised
    give(cast.person, cast.person, level="5")
    answer = give(cast.person, cast.person, level="4", based_on=str(seen))
    assert answer.status_code == 422
    assert "Somebody changed this since you opened the page." in answer.content.decode()
    assert [each["level"] for each in ratings(cast.person)] == [5]


def test_a_common_item_can_be_rated_once_for_all_fields(cast: Cast) -> None:
    give(cast.person, cast.person, scope="all")
    assert [each["level"] for each in ratings(cast.person, "customer-service/technology")] == [4]
    assert "for all fields" in see(cast.person, cast.person)
    assert "self · 2 April 2026" in see(cast.person, cast.person, "customer-service/software/technology")


def test_an_item_of_one_field_is_never_rated_for_all(cast: Cast) -> None:
    assert "A common item is rated" not in see(cast.person, cast.person, INSTALLATION)
    give(cast.person, cast.person, INSTALLATION, scope="all")
    assert [each["level"] for each in ratings(cast.person, INSTALLATION)] == [4]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"level": ""}, "Choose the level whose text fits best."),
        ({"level": "8"}, "Select a valid choice."),
        ({"level": "many"}, "Select a valid choice."),
        ({"day": ""}, "Write the day of the rating"),
        ({"day": "soon"}, "“soon” is not a day."),
        ({"day": "1066-10-14"}, "is not between"),
        ({"day": "2099-01-01"}, "This day has not come yet."),
        ({"scope": "world"}, "Select a valid choice."),
        ({"note": "x" * 1001}, "at most 1000 characters"),
    ],
)
def test_a_wrong_form_is_answered_beside_its_fields(cast: Cast, wrong: dict[str, str], words: str) -> None:
    answer = give(cast.person, cast.person, **{"note": "What I typed", **wrong})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert words in html
    assert "What I typed" in html or "note" in wrong
    assert ratings(cast.person) == []


@pytest.mark.parametrize("day", ["2026-04-01", "２０２６年４月１日", "令和8年4月1日"])
def test_a_day_may_be_written_in_any_way(cast: Cast, day: str) -> None:
    give(cast.person, cast.person, day=day)
    assert [each["day"] for each in ratings(cast.person)] == ["2026-04-01"]


def test_a_month_is_enough_where_the_day_is_not_known(cast: Cast) -> None:
    give(cast.person, cast.person, day="2026-04")
    assert [each["day"] for each in ratings(cast.person)] == ["2026-04"]


def test_the_history_names_who_put_each_rating_on_record(cast: Cast) -> None:
    give(cast.assessor, cast.person, level="3", day="2026-04-01")
    give(cast.assessor, cast.person, level="5", day="2026-04-02", note="Better now")
    html = see(cast.person, cast.person)
    assert html.index("2 April 2026</time>") < html.index("1 April 2026</time>")
    assert "recorded by Assessor" in html
    assert "Better now" in html


def test_views_two_levels_apart_are_said_in_words(cast: Cast) -> None:
    give_record(cast.person)
    html = see(cast.superior, cast.person, "customer-service/hardware/negotiation")
    assert "level 5 (20 September 2025" in html
    assert "2 levels apart" in html


def test_a_past_record_is_read_and_not_rated(cast: Cast) -> None:
    day = timezone.localdate()
    Revision.objects.filter(record__owner=cast.person).update(at=timezone.now() - timedelta(days=3))
    html = see(cast.person, cast.person, query=f"?recorded={day - timedelta(days=1)}")
    assert "What is asked at each level" in html
    assert "Save the rating" not in html


def test_there_is_no_page_for_an_item_that_no_edition_has(cast: Cast) -> None:
    assert client_of(cast.person).get(item_of(cast.person, "customer-service/hardware/magic")).status_code == 404
    assert give(cast.person, cast.person, "no/such/item").status_code == 404


def test_other_methods_are_refused(cast: Cast) -> None:
    assert client_of(cast.person).put(item_of(cast.person)).status_code == 405


def test_a_wrong_question_is_answered(cast: Cast) -> None:
    answer = client_of(cast.person).get(item_of(cast.person) + "?on=soon")
    assert answer.status_code == 422
    assert "“soon” is not a day." in answer.content.decode()


def test_saving_offers_to_undo_and_forgets_the_draft(cast: Cast) -> None:
    client = client_of(cast.person)
    client.post(item_of(cast.person), {"level": "4", "day": TODAY, "scope": "field"})
    offer = client.session["undo_offer"]
    assert offer["said"] == "Rated: Technology, level 4."
    assert offer["url"] == page(cast.person, "undo", number=newest(cast.person).number)
    assert client.session["draft_saved"] == f"rate-{cast.person.key}-{cast.person.key}-{TECHNOLOGY}"


def test_it_speaks_japanese(cast: Cast) -> None:
    reader = make_person("Yuki", language="ja")
    html = see(reader, reader, LEADERSHIP)
    for words in ("リーダーシップ", "自分に当てはまるレベル", "見出しもない", "評価した日", "知識項目"):
        assert words in html


def test_queries_are_few(cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    give_record(cast.person)
    client = client_of(cast.assessor)
    client.get(item_of(cast.person))
    with django_assert_max_num_queries(14):
        client.get(item_of(cast.person))


def test_the_next_page_has_the_button_that_undoes_it(cast: Cast) -> None:
    client = client_of(cast.assessor)
    answer = client.post(item_of(cast.person), {"level": "4", "day": TODAY, "scope": "field"}, follow=True)
    address = page(cast.person, "undo", number=newest(cast.person).number)
    assert f'action="{address}"' in answer.content.decode()
    client.post(address)
    assert ratings(cast.person) == []


def test_a_draft_of_one_rater_is_not_offered_to_another(cast: Cast) -> None:
    drafts = {see(each, cast.person).split('data-draft="')[1].split('"')[0] for each in (cast.superior, cast.assessor)}
    assert len(drafts) == 2
