"""Does the team's table show the people whom one may see, and nobody else?"""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from kijun.web.accounts.models import Appointment, User
from tests.web.cast import Cast, client_of, give_record, make_person
from tests.web.skills.pages import TECHNOLOGY, item_of, put

pytestmark = pytest.mark.django_db


def see(viewer: User, query: str = "") -> str:
    answer = client_of(viewer).get(reverse("skills:team") + query)
    assert answer.status_code == 200
    return answer.content.decode()


def lead(holder: User, person: User) -> None:
    Appointment.objects.create(person=person, holder=holder, role="superior")


def test_the_level_is_that_of_the_rater_who_decides(cast: Cast) -> None:
    put(cast.person, by="self", level=3)
    put(cast.person, by="assessor", level=5, author=cast.assessor)
    html = see(cast.superior)
    assert 'class="heat-5"' in html
    assert 'class="heat-3"><a' not in html
    assert item_of(cast.person) in html


def test_holes_are_words_and_are_counted(cast: Cast) -> None:
    put(cast.person, by="assessor", level=5, author=cast.assessor)
    html = see(cast.superior)
    assert "10 of 11 ratings are missing" in html
    assert "Nobody shown here is rated in: System maintenance management" in html
    assert "not rated<span" in html


def test_a_legend_says_what_is_counted_and_how_old_it_is(cast: Cast) -> None:
    put(cast.person, by="assessor", level=5, author=cast.assessor, day="2026-04-01")
    html = see(cast.superior)
    assert "by an assessor; ratings that wait for a word do not count" in html
    assert "The oldest that is shown is of 1 April 2026" in html


def test_a_rating_that_waits_is_a_hole(cast: Cast) -> None:
    put(cast.person, by="assessor", level=5, awaits="assessor")
    assert "11 of 11 ratings are missing" in see(cast.superior)


def test_only_people_whom_one_may_see_are_shown(cast: Cast) -> None:
    give_record(cast.outsider)
    lead(cast.administrator, cast.outsider)
    html = see(cast.superior)
    assert cast.person.key in html
    assert cast.outsider.key not in html


def test_an_ended_appointment_and_a_closed_account_are_out_of_sight(cast: Cast) -> None:
    other = make_person("Other Report")
    lead(cast.superior, other)
    Appointment.objects.filter(person=cast.person).update(until=timezone.now())
    assert cast.person.key not in see(cast.superior)
    other.is_active = False
    other.save()
    assert client_of(cast.superior).get(reverse("skills:team")).status_code == 403


@pytest.mark.parametrize("part", ["person", "outsider", "other_assessor", "steward", "administrator"])
def test_whoever_leads_and_assesses_nobody_has_no_team(cast: Cast, part: str) -> None:
    assert client_of(cast.each()[part]).get(reverse("skills:team")).status_code == 403


def test_an_earlier_day_and_another_field_can_be_asked_for(cast: Cast) -> None:
    put(cast.person, by="assessor", level=5, author=cast.assessor, day="2026-04-01")
    assert "11 of 11 ratings are missing" in see(cast.superior, "?on=2026-03-31")
    assert "Skills of the team: Software" in see(cast.superior, "?field=customer-service/software")


@pytest.mark.parametrize("query", ["?field=no/field", "?on=soon", "?edition=itss/v9"])
def test_what_cannot_be_answered_is_said(cast: Cast, query: str) -> None:
    answer = client_of(cast.superior).get(reverse("skills:team") + query)
    assert answer.status_code == 422
    assert "needs another look" in answer.content.decode()


def test_it_is_only_read(cast: Cast) -> None:
    assert client_of(cast.superior).post(reverse("skills:team")).status_code == 405


def test_it_speaks_japanese(cast: Cast) -> None:
    cast.superior.language = "ja"
    cast.superior.save()
    html = see(cast.superior)
    for words in ("チームのスキル: ハードウェア", "11件のうち11件が未評価", "評価者の評価のうち、最も新しいもの"):
        assert words in html


def test_a_larger_team_costs_no_more_queries(cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    for number in range(12):
        person = make_person(f"Report {number}")
        lead(cast.superior, person)
        put(person, by="self", item=TECHNOLOGY)
    client = client_of(cast.superior)
    client.get(reverse("skills:team"))
    with django_assert_max_num_queries(8):
        html = client.get(reverse("skills:team")).content.decode()
    assert "1 to 10 of 13" in html
