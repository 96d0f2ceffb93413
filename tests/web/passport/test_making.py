"""Is a passport made of the right state of the record, once, and does the demonstration have a link to show?"""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from kijun.web.accounts.models import User
from kijun.web.demo.founding import found_company
from kijun.web.passport.making import PAGE, passport_of, pdf_of, sheet_of
from kijun.web.passport.models import Link
from kijun.web.passport.queries import links_of, sheet_shown
from kijun.web.passport.terms import LATER, Terms
from kijun.web.people.models import Revision
from tests.web.cast import Cast, give_record, record_of
from tests.web.passport.drawn import BOTH, HARDWARE, edit_engagement, give_link

pytestmark = pytest.mark.django_db
DAY = date(2026, 4, 1)
JAPANESE = Terms(languages=("ja",))


def titles(person: User, link: Link) -> list[str]:
    link.record = record_of(person)
    career = passport_of(sheet_shown(link), PAGE).career
    assert career
    return [job.title.en for job in career.jobs]


def test_a_frozen_link_stays_what_it_was_while_the_clock_stands_still(cast: Cast) -> None:
    give_record(cast.person)
    link, _ = give_link(cast.person, is_frozen=True)
    before = titles(cast.person, link)
    edit_engagement(cast.person, "store-tills", title={"ja": "別", "en": "Another title"})
    Revision.objects.update(at=link.made_at)
    assert titles(cast.person, link) == before
    live, _ = give_link(cast.person)
    assert "Another title" in titles(cast.person, live)


def test_a_frozen_link_is_as_of_the_day_on_which_it_was_made(cast: Cast) -> None:
    frozen, _ = give_link(cast.person, is_frozen=True)
    live, _ = give_link(cast.person)
    assert (frozen.on, live.on) == (timezone.localdate(), None)


def test_the_same_passport_is_drawn_once_and_another_state_is_drawn_anew(cast: Cast) -> None:
    give_record(cast.person)
    first = pdf_of(sheet_of(record_of(cast.person), JAPANESE, today=DAY))
    assert pdf_of(sheet_of(record_of(cast.person), JAPANESE, today=DAY)) is first
    edit_engagement(cast.person, "store-tills", masked=["title"])
    assert pdf_of(sheet_of(record_of(cast.person), JAPANESE, today=DAY)) != first


def test_two_people_never_get_the_passport_of_each_other(cast: Cast) -> None:
    drawn = {pdf_of(sheet_of(record_of(each), JAPANESE, today=DAY)) for each in (cast.person, cast.superior)}
    assert len(drawn) == 2


def test_a_link_keeps_what_it_is_held_against(cast: Cast) -> None:
    terms = Terms(languages=BOTH, on=DAY, edition="itss/v3-2011", field=HARDWARE, level="5")
    link, _ = give_link(cast.person, terms=terms)
    assert sheet_shown(link).on == DAY
    kept = sheet_shown(link).terms
    assert (kept.languages, kept.edition, kept.field, kept.level) == (BOTH, "itss/v3-2011", HARDWARE, "5")


@pytest.mark.parametrize("days", [-1, 366])
def test_no_link_is_made_that_is_over_or_good_for_more_than_a_year(cast: Cast, days: int) -> None:
    with pytest.raises(AssertionError):
        give_link(cast.person, days=days)


def test_the_demonstration_has_a_link_that_keeps_facts_back(db: None) -> None:
    found_company()
    (link,) = Link.objects.all()
    assert links_of(link.record).get() == link
    assert sorted(facts for key, facts in link.masks.items() if facts and key != LATER) == [["customers"], ["title"]]
    said = [each.en for each in passport_of(sheet_shown(link), PAGE).masked]
    assert [each for each in said if each.endswith("title")]
    assert [each for each in said if "freight yards" in each and each.endswith("customers")]
