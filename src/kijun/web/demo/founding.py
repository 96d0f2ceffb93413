"""How does the company of the demonstration come into an empty database, with its history?

What each file of the folder holds is said at the top of company.yaml.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from kijun.catalogue.yaml_tree import parse_tree
from kijun.web.accounts.models import Appointment, Consent, Organisation, User
from kijun.web.accounts.queries import NOTICE
from kijun.web.judgements.queries import Asked
from kijun.web.passport.actions import LONGEST, make_link
from kijun.web.passport.terms import Terms, masks_by_id
from kijun.web.people.actions import Wish, change_record, open_record
from kijun.web.people.models import Entry, Record, Revision
from kijun.web.people.queries import read_record
from kijun.web.people.states import ALL_LISTS, HEAD
from kijun.web.plans.actions import keep_plan
from kijun.web.plans.forms import KeepForm, first_day
from kijun.web.plans.goals import digest, find_goal

Plain = dict[str, Any]
HERE: Final = Path(__file__).parent
_FIRST_WAYS: Final = {f"way_{number}": "0" for number in range(20)}
"""The first way of every step, as the form of a goal offers it."""
_NOON: Final = time(3, 0, tzinfo=UTC)
"""Noon in Japan: whoever looks from another zone still sees the same day."""
_DAYS: Final = ("until", "day", "since", "from")


def found_company() -> None:
    """Found the company where nothing is there yet; one that exists is left as it is."""
    if User.objects.exists():
        return
    company = _plain(HERE / "company.yaml")
    with transaction.atomic():
        Organisation.objects.create(name=company["company"]["name"]["ja"])
        people = {each["employee"]: _hire(each) for each in company["people"]}
        for each in company["people"]:
            _appoint(each, people)
        for employee, person in people.items():
            _record(person, employee, company["history"])
        for each in company["plans"]:
            _keep_plan(people[each["employee"]], each)
        for each in company["links"]:
            _give_link(people[each["employee"]], each)


def _plain(path: Path) -> Plain:
    tree = parse_tree(path.read_text(encoding="utf-8"), str(path))
    assert not isinstance(tree, list), "the files of the company have no problem"
    root: Plain = tree.root  # type: ignore[assignment]  # each of them is a mapping
    return root


def _hire(each: Plain) -> User:
    roles = each["roles"]
    person = User.objects.create_user(
        each["email"],
        None,
        name=each["name_en"] if each["language"] == "en" else each["name"],
        language=each["language"],
        is_assessor="assessor" in roles,
        is_steward="steward" in roles,
        is_administrator="administrator" in roles,
    )
    Consent.objects.create(person=person, notice=NOTICE, language=person.language)
    return person


def _appoint(each: Plain, people: Mapping[str, User]) -> None:
    person = people[each["employee"]]
    if each["superior"]:
        Appointment.objects.create(person=person, holder=people[each["superior"]], role=Appointment.Role.SUPERIOR)
    for employee in each["assessors"]:
        Appointment.objects.create(person=person, holder=people[employee], role=Appointment.Role.ASSESSOR)


def _record(person: User, employee: str, history: Plain) -> None:
    """Put a record on record as it grew: one revision for each day on which something was recorded."""
    plain = _plain(HERE / "records" / f"{employee}.yaml")
    corrected = {each["entry"]: each for each in history["corrections"] if each["employee"] == employee}
    by_day: dict[date, list[Wish]] = {}
    for name, wish, day in _entries(plain, employee, history):
        body = corrected[name]["before"] if name in corrected else wish.body
        by_day.setdefault(day, []).append(Wish(list=wish.list, position=wish.position, body=body))
    first = min(by_day, default=date.fromisoformat(history["recorded_by_default"]))
    record = open_record(person, employee=employee, name=plain["name"], at=_at(first))
    _complete_head(record, plain, _at(first))
    corrections = [(date.fromisoformat(each["day"]), each) for each in corrected.values()]
    for day in sorted({*by_day, *(day for day, _ in corrections)}):
        if day in by_day:
            _change(record, by_day[day], Revision.Kind.ADDED, _at(day))
        for of, correction in corrections:
            if of == day:
                _correct(record, plain, correction, _at(day))


def _keep_plan(person: User, each: Plain) -> None:
    """Keep the smallest plan for a cell, as the page of the goal offered it on that day."""
    day = date.fromisoformat(each["kept_on"])
    record = Record.objects.get(owner=person)
    goal = find_goal(each["cell"], record, Asked(on=day, recorded=_at(day)))
    assert goal is not None, f"{each['cell']} is a cell"
    plan = goal.growth.best
    assert plan is not None, f"there is a plan for {each['cell']}"
    days = {f"by_when_{number}": first_day(plan, day).isoformat() for number in range(len(plan.steps))}
    form = KeepForm({"seen": digest(plan), **days, **_FIRST_WAYS}, goal=goal, plan=plan)
    assert form.is_valid(), form.errors
    read = read_record(record, recorded=_at(day))
    keep_plan(record, goal, form.chosen(read.person), author=person, at=_at(day))


def _at(day: date) -> datetime:
    return min(datetime.combine(day, _NOON), timezone.now())


def _complete_head(record: Record, plain: Plain, at: datetime) -> None:
    head = Entry.objects.get(record=record, list=HEAD)
    declared: Plain = {str(key): plain[key] for key in ("employee", "name", "team", "complete") if key in plain}
    _change(record, [Wish(key=head.key, list=HEAD, body=declared)], Revision.Kind.EDITED, at)


def _entries(plain: Plain, employee: str, history: Plain) -> Iterator[tuple[str, Wish, date]]:
    """Yield every entry with its name and the day on which it was recorded."""
    days = {each["entry"]: date.fromisoformat(each["day"]) for each in history["recorded"].get(employee, ())}
    default = date.fromisoformat(history["recorded_by_default"])
    for kind in ALL_LISTS:
        for number, body in enumerate(plain.get(kind, ())):
            name = f"{kind}/{body.get('id', number) if kind == 'engagements' else number}"
            day = days.get(name) or max(default, _last_day(body) or default)
            yield name, Wish(list=kind, position=number + 1, body=body), day


def _last_day(body: Plain) -> date | None:
    decided = [each["day"] for each in body.get("equivalences", ()) if "day" in each]
    own = next((body[key] for key in _DAYS if key in body), None)
    written = [day for day in (own, *decided) if day is not None and len(str(day)) == len("2026-04-01")]
    return max((date.fromisoformat(str(day)) for day in written), default=None)


def _correct(record: Record, plain: Plain, correction: Plain, at: datetime) -> None:
    kind, _, name = correction["entry"].partition("/")
    entry = next(each for each in Entry.objects.filter(record=record, list=kind) if each.body.get("id") == name)
    body = next(each for each in plain[kind] if each.get("id") == name)
    reason = correction["reason"][record.owner.language]
    _change(record, [Wish(key=entry.key, list=kind, body=body)], Revision.Kind.EDITED, at, reason)


def _give_link(person: User, each: Plain) -> None:
    """Give a private link whose secret nobody knows: it is there to be looked at, changed and withdrawn."""
    record, made_at = Record.objects.get(owner=person), _at(date.fromisoformat(each["made_on"]))
    ends_at = datetime.combine(date.fromisoformat(each["expires_on"]), _NOON)
    terms = Terms(languages=tuple(each["languages"]), masks=masks_by_id(record, each["masked"]))
    purpose = each["purpose"][person.language]
    make_link(record, terms, purpose=purpose, expires_at=min(ends_at, made_at + LONGEST), at=made_at)


def _change(record: Record, wishes: list[Wish], kind: str, at: datetime, reason: str = "") -> None:
    done = change_record(record, wishes, author=record.owner, kind=kind, reason=reason, at=at)
    assert done.revision is not None, f"the record of {record.owner} is right: {done.faults}"
