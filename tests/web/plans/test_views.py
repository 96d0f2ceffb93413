"""Can somebody choose a goal, keep the steps to it, and see how far they have come?"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from kijun.web.audit.models import Event
from kijun.web.plans.models import Plan, PlanChange
from tests.web.cast import Cast, client_of, give_record, record_of
from tests.web.plans.kept import (
    FACILITY_3,
    HARDWARE_3,
    HARDWARE_4,
    answers,
    keep,
    page_of,
    put_on_record,
    url,
)

pytestmark = pytest.mark.django_db
Most = Callable[[int], Any]


def test_somebody_without_a_record_is_told_what_to_do_and_can_choose_any_cell(cast: Cast) -> None:
    page = page_of(client_of(cast.person), url(cast.person))
    assert "You follow no goal yet" in page
    assert f"plans/goal/{HARDWARE_3}/" in page


def test_near_goals_come_with_their_steps_and_their_day(cast: Cast) -> None:
    give_record(cast.person)
    page = page_of(client_of(cast.person), url(cast.person))
    assert "Hardware, level 4" in page
    assert "one part short" in page
    assert "1 step" in page


def test_a_goal_by_its_path_leads_to_its_page(cast: Cast) -> None:
    client = client_of(cast.person)
    answer = client.get(url(cast.person), {"goal": HARDWARE_4})
    assert answer.headers["Location"] == url(cast.person, f"goal/{HARDWARE_4}/")
    assert "There is no cell" in page_of(client, url(cast.person, "?goal=itss/nothing/9"), 404)


def test_a_goal_shows_the_smallest_steps_what_would_do_instead_and_what_is_not_needed(cast: Cast) -> None:
    give_record(cast.person)
    page = page_of(client_of(cast.person), url(cast.person, f"goal/{FACILITY_3}/"))
    assert "Facility Management, level 3" in page
    assert "a new engagement at the complexity and size of level 3 or above" in page
    assert "or: " in page
    assert "Keep this plan" in page
    assert "How?" in page


def test_a_cell_that_is_met_has_no_plan_and_says_so(cast: Cast) -> None:
    give_record(cast.person)
    page = page_of(client_of(cast.person), url(cast.person, f"goal/{HARDWARE_3}/"))
    assert "This cell is met already" in page
    assert "Keep this plan" not in page


def test_a_goal_can_be_seen_as_of_another_day_and_in_another_edition(cast: Cast) -> None:
    give_record(cast.person)
    client = client_of(cast.person)
    assert "◐" not in page_of(client, url(cast.person, f"goal/{HARDWARE_3}/?on=2016-06-01"))
    assert "main IT components in general" in page_of(client, url(cast.person, f"goal/{HARDWARE_3}/?on=2016-06-01"))
    older = "itss/v3-2008/customer-service/hardware/5"
    assert "ITSS V3 2008" in page_of(client, url(cast.person, f"goal/{older}/"))
    assert "plans/goal/itss/v3-2008/customer-service" in page_of(client, url(cast.person, "?edition=itss/v3-2008"))


def test_a_question_that_cannot_be_asked_is_answered_with_what_is_wrong_about_it(cast: Cast) -> None:
    page = page_of(client_of(cast.person), url(cast.person, "?on=someday"), 422)
    assert "is not a day" in page


def test_a_plan_is_kept_with_its_steps_and_its_history(cast: Cast) -> None:
    give_record(cast.person)
    plan = keep(cast.person, name="Next year", note="with my superior")
    assert (plan.cell, plan.edition, plan.name) == (FACILITY_3, "itss/v3-2011", "Next year")
    assert [step.part for step in plan.steps.all()] == ["responsibility", "expertise"]
    (change,) = PlanChange.objects.filter(plan=plan)
    assert (change.kind, change.number, change.before) == ("kept", 1, None)
    event = Event.objects.filter(action="plan.kept").get()
    assert (event.actor, event.about, event.detail) == (cast.person, cast.person, {})


def test_a_kept_plan_follows_the_record_as_it_grows(cast: Cast) -> None:
    give_record(cast.person)
    plan = keep(cast.person)
    client, address = client_of(cast.person), url(cast.person, f"kept/{plan.key}/")
    assert "0 of 2 steps" in page_of(client, address)
    first, second = plan.steps.all()
    put_on_record(cast.person, second)
    page = page_of(client, address)
    assert "1 of 2 steps" in page
    assert "done: it is on record" in page
    put_on_record(cast.person, first)
    page = page_of(client, address)
    assert "The goal is reached" in page
    assert "What could come next" in page
    assert "Facility Management, level 4" in page


def test_a_goal_that_was_reached_is_put_with_those_reached_and_can_be_taken_up_again(cast: Cast) -> None:
    give_record(cast.person)
    plan = keep(cast.person)
    put_on_record(cast.person, *plan.steps.all())
    client = client_of(cast.person)
    answer = client.post(url(cast.person, f"kept/{plan.key}/reached/"), {"based_on": 1})
    assert answer.status_code == 302
    plan.refresh_from_db()
    assert plan.achieved_on == timezone.localdate()
    assert all(step.done_at for step in plan.steps.all())
    assert "Goals reached or given up" in page_of(client, url(cast.person))
    assert client.post(url(cast.person, f"kept/{plan.key}/reopened/"), {"based_on": 2}).status_code == 302
    plan.refresh_from_db()
    assert plan.is_current


def test_a_goal_that_is_not_reached_cannot_be_put_with_those_reached(cast: Cast) -> None:
    plan = keep(cast.person)
    client = client_of(cast.person)
    assert client.post(url(cast.person, f"kept/{plan.key}/reached/"), {"based_on": 1}).status_code == 409


def test_a_goal_is_given_up_and_stays_in_sight(cast: Cast) -> None:
    plan = keep(cast.person)
    client = client_of(cast.person)
    client.post(url(cast.person, f"kept/{plan.key}/withdrawn/"), {"based_on": 1})
    assert "given up on" in page_of(client, url(cast.person))
    assert "Take it up again" in page_of(client, url(cast.person, f"kept/{plan.key}/"))
    assert Event.objects.filter(action="plan.withdrawn").exists()


def test_days_are_changed_and_what_they_were_stays_in_the_history(cast: Cast) -> None:
    plan = keep(cast.person)
    later = (plan.target_day + timedelta(days=90)).isoformat()
    client = client_of(cast.person)
    given = {f"by_when_{step.position}": step.by_when.isoformat() for step in plan.steps.all()}
    last = plan.steps.all()[len(given) - 1].position
    given |= {f"by_when_{last}": later, "name": "Renamed", "note": "", "based_on": "1"}
    assert client.post(url(cast.person, f"kept/{plan.key}/edit/"), given).status_code == 302
    page = page_of(client, url(cast.person, f"kept/{plan.key}/"))
    assert "Renamed" in page
    assert f"→ {later}" in page
    assert client.post(url(cast.person, f"kept/{plan.key}/edit/"), {**given, "based_on": "2"}).status_code == 302
    assert PlanChange.objects.filter(plan=plan).count() == 2


def test_a_change_to_a_plan_that_somebody_changed_meanwhile_is_refused(cast: Cast) -> None:
    plan = keep(cast.person)
    client = client_of(cast.person)
    given = {f"by_when_{step.position}": step.by_when.isoformat() for step in plan.steps.all()}
    answer = client.post(url(cast.person, f"kept/{plan.key}/edit/"), {**given, "name": "A", "based_on": "7"})
    assert answer.status_code == 409
    assert "so nothing was done" in answer.content.decode()
    assert client.post(url(cast.person, f"kept/{plan.key}/withdrawn/"), {"based_on": 7}).status_code == 409
    assert client.post(url(cast.person, f"kept/{plan.key}/withdrawn/"), {}).status_code == 422


def test_a_day_before_the_plan_is_refused_at_its_field(cast: Cast) -> None:
    client = client_of(cast.person)
    address = url(cast.person, f"goal/{FACILITY_3}/")
    given = answers(page_of(client, address))
    answer = client.post(address, {**given, "by_when_0": "2001-01-01"})
    assert answer.status_code == 422
    assert "Choose that day or a later one" in answer.content.decode()
    assert client.post(address, {**given, "by_when_0": ""}).status_code == 422
    assert not Plan.objects.exists()


def test_choices_that_are_no_plan_together_are_refused(cast: Cast) -> None:
    give_record(cast.person)
    client = client_of(cast.person)
    address = url(cast.person, "goal/itss/v3-2011/customer-service/hardware/5/?on=2019-01-01")
    page = page_of(client, address)
    doubled = {name: "1" for name in answers(page) if name.startswith("way_")}
    assert len(doubled) > 1, "a cell that asks for several kinds"
    answer = client.post(address, {**answers(page), **doubled})
    assert answer.status_code == 422
    assert "Keep the first choice at one of the steps" in answer.content.decode()


def test_a_plan_that_was_seen_before_the_record_changed_is_not_kept(cast: Cast) -> None:
    client = client_of(cast.person)
    address = url(cast.person, f"goal/{HARDWARE_4}/")
    given = answers(page_of(client, address))
    give_record(cast.person)
    answer = client.post(address, given)
    assert answer.status_code == 409
    assert "so nothing was kept" in answer.content.decode()
    assert not Plan.objects.exists()


def test_another_plan_can_be_taken(cast: Cast) -> None:
    give_record(cast.person)
    client = client_of(cast.person)
    page = page_of(client, url(cast.person, "goal/itss/v3-2011/customer-service/hardware/6/?on=2024-06-01"))
    assert "Other plans" in page
    other = re.search(r'href="([^"]+plan=[0-9a-f]+)"', page)
    assert other is not None
    assert "Keep this plan" in page_of(client, other[1].replace("&amp;", "&"))


def test_a_plan_is_made_anew_from_today_and_what_was_done_stays(cast: Cast) -> None:
    plan = keep(cast.person)
    done = plan.steps.get(part="expertise")
    put_on_record(cast.person, done)
    client = client_of(cast.person)
    assert "Plan anew from today" not in page_of(client, url(cast.person, f"kept/{plan.key}/"))
    plan.steps.update(by_when=timezone.localdate() - timedelta(days=1))
    assert "Plan anew from today" in page_of(client, url(cast.person, f"kept/{plan.key}/"))
    assert client.post(url(cast.person, f"kept/{plan.key}/anew/"), {"based_on": 1}).status_code == 302
    done.refresh_from_db()
    assert done.done_at is not None
    dropped = plan.steps.exclude(dropped_at=None)
    assert done not in dropped
    assert dropped.exists()
    page = page_of(client, url(cast.person, f"kept/{plan.key}/"))
    assert "Steps that were replaced" in page
    assert "planned anew" in page


def test_a_plan_that_lost_what_it_stood_on_says_what_stays_short(cast: Cast) -> None:
    from kijun.web.people.actions import Wish, change_record  # noqa: PLC0415  # one test takes something away
    from kijun.web.people.models import Entry  # noqa: PLC0415

    give_record(cast.person)
    plan = keep(cast.person, HARDWARE_4)
    record = record_of(cast.person)
    gone = Entry.objects.get(record=record, list="mentoring")
    change_record(record, [Wish(key=gone.key, list="mentoring", body=None)], author=cast.person, kind="removed")
    page = page_of(client_of(cast.person), url(cast.person, f"kept/{plan.key}/"))
    assert "not enough any more" in page
    assert "mentoring" in page


def test_the_open_steps_of_a_plan_are_a_file_that_the_command_line_reads(cast: Cast) -> None:
    from kijun.catalogue.additions_file import read_additions_text  # noqa: PLC0415  # only this test reads a file
    from kijun.web.library.queries import words  # noqa: PLC0415
    from kijun.web.people.queries import read_record  # noqa: PLC0415

    give_record(cast.person)
    plan = keep(cast.person)
    answer = client_of(cast.person).get(url(cast.person, f"kept/{plan.key}/plan.yaml"))
    assert answer.headers["Content-Disposition"] == f'attachment; filename="plan-{plan.key}.yaml"'
    person = read_record(record_of(cast.person)).person
    loaded = read_additions_text(answer.content.decode(), "plan.yaml", words(), person)
    assert loaded.problems == ()
    assert loaded.additions is not None
    assert len(loaded.additions.engagements) == 1


def test_a_missed_day_is_shown(cast: Cast) -> None:
    plan = keep(cast.person)
    later = plan.target_day + timedelta(days=30)
    page = page_of(client_of(cast.person), url(cast.person, f"kept/{plan.key}/?on={later}"))
    assert "this day has passed" in page
    assert "missed" in page_of(client_of(cast.person), url(cast.person, f"?on={later}"))


def test_a_plan_in_an_edition_that_is_gone_is_kept_and_says_so(cast: Cast) -> None:
    plan = keep(cast.person)
    Plan.objects.filter(pk=plan.pk).update(cell="own/standard/a/b/3", edition="own/standard")
    client = client_of(cast.person)
    assert "is not installed any more" in page_of(client, url(cast.person, f"kept/{plan.key}/"))
    assert "is not installed any more" in page_of(client, url(cast.person))


@pytest.mark.parametrize(
    "path", ["", f"goal/{FACILITY_3}/", "kept/{key}/", "kept/{key}/plan.yaml"], ids=["plans", "goal", "plan", "file"]
)
def test_whom_a_plan_concerns_may_see_it_and_nobody_else_learns_that_there_is_one(cast: Cast, path: str) -> None:
    plan = keep(cast.person)
    address = url(cast.person, path.format(key=plan.key))
    found = {name: client_of(user).get(address).status_code for name, user in cast.each().items()}
    assert found == {
        "person": 200,
        "superior": 200,
        "assessor": 200,
        "steward": 404,
        "administrator": 404,
        "outsider": 404,
        "other_assessor": 404,
    }


@pytest.mark.parametrize(
    "path", [f"goal/{FACILITY_3}/", "kept/{key}/edit/", "kept/{key}/withdrawn/", "kept/{key}/anew/"]
)
def test_only_the_person_keeps_and_changes_plans(cast: Cast, path: str) -> None:
    plan = keep(cast.person)
    address = url(cast.person, path.format(key=plan.key))
    found = {name: client_of(user).post(address, {"based_on": 1}).status_code for name, user in cast.each().items()}
    assert (found["superior"], found["assessor"]) == (403, 403)
    assert {found[name] for name in ("steward", "administrator", "outsider", "other_assessor")} == {404}
    assert "Keep this plan" not in page_of(client_of(cast.superior), url(cast.person, f"goal/{FACILITY_3}/"))


def test_wrong_methods_unknown_plans_and_unknown_acts_are_refused(cast: Cast) -> None:
    plan = keep(cast.person)
    client = client_of(cast.person)
    assert client.post(url(cast.person)).status_code == 405
    assert client.get(url(cast.person, f"kept/{plan.key}/edit/")).status_code == 405
    assert client.delete(url(cast.person, f"goal/{FACILITY_3}/")).status_code == 405
    assert client.get(url(cast.person, "kept/nothing/")).status_code == 404
    assert client.get(url(cast.person, "goal/itss/v3-2011/nothing/1/")).status_code == 404
    assert client.post(url(cast.person, f"kept/{plan.key}/burn/"), {"based_on": 1}).status_code == 404
    other = keep(cast.outsider)
    assert client.get(url(cast.person, f"kept/{other.key}/")).status_code == 404


@pytest.mark.parametrize(
    ("path", "most"), [("", 12), (f"goal/{FACILITY_3}/", 9), ("kept/{key}/", 12)], ids=["plans", "goal", "plan"]
)
def test_a_page_asks_the_database_little_however_much_is_kept(
    cast: Cast, path: str, most: int, django_assert_max_num_queries: Most
) -> None:
    give_record(cast.person)
    plan = [keep(cast.person), keep(cast.person, HARDWARE_4), keep(cast.person)][0]
    client = client_of(cast.person)
    with django_assert_max_num_queries(most):
        client.get(url(cast.person, path.format(key=plan.key)))


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("", "取り組んでいる目標"),
        (f"goal/{FACILITY_3}/", "いちばん小さな手"),
        ("kept/{key}/", "2手のうち0手"),
    ],
    ids=["plans", "goal", "plan"],
)
def test_pages_speak_japanese(cast: Cast, path: str, words: str) -> None:
    give_record(cast.person)
    plan = keep(cast.person)
    cast.person.language = "ja"
    cast.person.save()
    page = page_of(client_of(cast.person), url(cast.person, path.format(key=plan.key)))
    assert words in page
    assert "Keep this plan" not in page
