"""Are the two questions of time asked apart: as of a day, and by what was on record on a day?"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kijun.web.accounts.models import User
from kijun.web.judgements.question import a_year_before, fiscal_year_of
from tests.web.cast import client_of
from tests.web.judgements.records import HARDWARE_SIX, grown_record, words_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("cast")]
RAILWAY = "Kotori Railway: running the traffic control system"


def seen(person: User, query: str, *, status: int = 200, cell: str = HARDWARE_SIX) -> str:
    """Return what the page of a cell says for a question."""
    answer = client_of(person).get(f"{reverse('judgements:cell', args=(person.key, cell))}{query}")
    assert answer.status_code == status
    return words_of(answer)


def mapped(person: User, query: str, *, status: int = 200) -> str:
    """Return what the map says for a question."""
    answer = client_of(person).get(f"{reverse('judgements:map', args=(person.key,))}{query}")
    assert answer.status_code == status
    return words_of(answer)


def test_what_was_entered_later_is_not_on_record_on_an_earlier_day() -> None:
    person = grown_record()
    assert RAILWAY in seen(person, "?on=2026-04-01")
    assert RAILWAY in seen(person, "?on=2026-04-01&recorded=2024-03-01")
    assert RAILWAY not in seen(person, "?on=2026-04-01&recorded=2024-02-29")


def test_as_of_an_earlier_day_is_another_question_than_by_an_earlier_record() -> None:
    person = grown_record()
    assert "2 years 182 days" in seen(person, "?on=2026-04-01")
    assert "1 year 182 days" in seen(person, "?on=2025-04-01"), "today's record tells of a day before"
    assert "0 years on work" in seen(person, "?on=2026-04-01&recorded=2024-02-29")


def test_the_state_is_said_at_the_top_where_it_is_not_the_usual_one() -> None:
    person = grown_record()
    assert "by today's record Back to today" not in mapped(person, "")
    assert "This is how things stand as of 1 April 2026, by today's record." in mapped(person, "?on=2026-04-01")
    said = mapped(person, "?on=2026-04-01&recorded=2024-02-29&edition=itss/v3-2011")
    assert "as of 1 April 2026, by what was on record on 29 February 2024" in said
    assert "Judged in ITSS V3 2011 only." in said
    assert "Back to today" in said


def test_an_edition_can_be_chosen() -> None:
    person = grown_record()
    assert "Customer Service ITSS V3 2008" in mapped(person, "?edition=itss/v3-2008&on=2026-04-01")


@pytest.mark.parametrize("written", ["2026-04-01", "２０２６年４月１日", "令和8年4月1日"])  # as typed
def test_a_day_may_be_written_in_any_way(written: str) -> None:
    assert "as of 1 April 2026" in mapped(grown_record(), f"?on={written}")


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("?on=soon", "“soon” is not a day. Write it like 2026-04-01, with its day."),
        ("?on=2026-04", "“2026-04” is not a day."),
        ("?on=3000-01-01", "“3000-01-01” is not between 1900 and 2199."),
        ("?recorded=2199-01-01", "1 January 2199 has not come yet"),
        ("?recorded=2024-01-09", "On 9 January 2024 there was no record yet. It was opened on 10 January 2024"),
        ("?edition=itss/v9", "The edition “itss/v9” is not installed here. Installed: itss/v3-2011, itss/v3-2008."),
    ],
)
def test_what_cannot_be_asked_is_said_with_what_to_do_and_nothing_is_lost(query: str, words: str) -> None:
    person = grown_record()
    answer = client_of(person).get(f"{reverse('judgements:map', args=(person.key,))}{query}&on=2026-04-01")
    assert words in mapped(person, query, status=422)
    if "recorded" in query:
        assert 'value="2026-04-01"' in answer.content.decode()


def test_a_bad_question_about_a_cell_is_told_on_its_page() -> None:
    assert "“soon” is not a day" in seen(grown_record(), "?on=soon", status=422)


def test_today_by_name_is_the_usual_question() -> None:
    today = timezone.localdate().isoformat()
    assert "Back to today" not in mapped(grown_record(), f"?on={today}&recorded={today}")


def test_the_days_asked_for_most_are_one_click_away_and_keep_the_rest() -> None:
    person = grown_record()
    start = fiscal_year_of(timezone.localdate())
    answer = client_of(person).get(f"{reverse('judgements:map', args=(person.key,))}?edition=itss/v3-2011")
    page = answer.content.decode()
    for day in (start, start - timedelta(days=1), a_year_before(timezone.localdate())):
        assert f"?edition=itss/v3-2011&amp;on={day.isoformat()}" in page
        assert f"?edition=itss/v3-2011&amp;recorded={day.isoformat()}" in page


def test_the_record_is_asked_only_of_days_on_which_there_was_one() -> None:
    person = grown_record()
    person.record.opened_at = timezone.now()
    person.record.save()
    assert "recorded=" not in client_of(person).get(reverse("judgements:map", args=(person.key,))).content.decode()


def test_the_fiscal_year_starts_in_april() -> None:
    assert fiscal_year_of(date(2026, 3, 31)) == date(2025, 4, 1)
    assert fiscal_year_of(date(2026, 4, 1)) == date(2026, 4, 1)
    assert a_year_before(date(2024, 2, 29)) == date(2023, 2, 28)
