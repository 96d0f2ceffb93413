"""The company of the demonstration in the database: the same people, with the history of their records."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kijun.catalogue.installed import shipped_editions
from kijun.judgement.record_judgement import judge_editions
from kijun.web.accounts.models import User
from kijun.web.demo.founding import found_company
from kijun.web.passport.models import Link
from kijun.web.people.models import Entry, Record, Revision
from kijun.web.people.queries import head_of, read_record, states_of
from kijun.web.plans.models import Plan
from tests.web.demo.test_company import DAY, REACHED, company

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _founded(db: None) -> None:
    found_company()


def test_everybody_reaches_on_the_pages_what_their_file_reaches() -> None:
    for record in Record.objects.all():
        read = read_record(record)
        assert not [fault for fault in read.faults if fault.is_error]
        judged = judge_editions(shipped_editions(), read.person, on=DAY)
        reached = {
            field: levels.highest_met
            for edition in judged.editions
            for field, levels in edition.levels.items()
            if levels.highest_met is not None
        }
        assert reached == REACHED[head_of(record)["employee"]]


def test_a_record_grew_day_by_day_and_was_corrected_once() -> None:
    record = next(each for each in Record.objects.all() if head_of(each)["employee"] == "A-103")
    days = {each.at.date() for each in Revision.objects.filter(record=record)}
    assert len(days) > 4
    corrected = Revision.objects.filter(record=record, kind="edited").exclude(reason="").get()
    (change,) = corrected.changes.all()
    assert change.before is not None
    assert change.after is not None
    assert change.before["body"]["outcome"] == "carried-out"
    assert change.after["body"]["outcome"] == "succeeded"
    early = states_of(record, recorded=datetime(2024, 12, 31, tzinfo=UTC))
    assert len(early) < Entry.objects.filter(record=record).count()


def test_plans_and_links_are_kept_since_their_days_and_nobody_has_a_password() -> None:
    told = {(head_of(plan.record)["employee"], plan.cell, plan.kept_on.isoformat()) for plan in Plan.objects.all()}
    assert told == {(each["employee"], each["cell"], each["kept_on"]) for each in company()["plans"]}
    assert Link.objects.count() == len(company()["links"])
    assert not any(user.has_usable_password() for user in User.objects.all())


def test_a_company_that_is_there_is_left_as_it_is() -> None:
    before = Revision.objects.count()
    found_company()
    assert Revision.objects.count() == before
