"""How does a test of the plans keep a plan as a person does: from the page of a goal?"""

from __future__ import annotations

import re
from typing import Any

from django.test import Client
from django.utils import timezone

from kijun.web.accounts.models import User
from kijun.web.judgements.queries import Asked
from kijun.web.people.actions import Wish, change_record
from kijun.web.people.models import Revision
from kijun.web.plans.models import Plan, Step
from tests.web.cast import client_of, record_of

HARDWARE_4 = "itss/v3-2011/customer-service/hardware/4"
FACILITY_3 = "itss/v3-2011/customer-service/facility-management/3"
HARDWARE_3 = "itss/v3-2011/customer-service/hardware/3"


def url(person: User, rest: str = "") -> str:
    """Return an address of somebody's plans."""
    return f"/people/{person.key}/plans/{rest}"


def today() -> Asked:
    """Return the question how things stand today."""
    return Asked(on=timezone.localdate())


def page_of(client: Client, address: str, status: int = 200) -> str:
    """Return a page."""
    answer = client.get(address)
    assert answer.status_code == status, answer.content.decode()
    return answer.content.decode()


def answers(page: str) -> dict[str, str]:
    """Return what the form of a goal holds as it is first shown: the first way of each step, and its day."""
    form = page[page.index('id="keep"') :]
    given = {
        name: value
        for name, value in re.findall(r'<input type="(?:text|hidden)" name="([^"]+)" value="([^"]*)"', form)
        if name != "csrfmiddlewaretoken"
    }
    ways = dict.fromkeys(re.findall(r'type="radio" name="(way_\d+)"', form), "0")
    return {**given, **ways, "name": "", "note": ""}


def keep(person: User, cell: str = FACILITY_3, **changes: Any) -> Plan:
    """Return a plan that a person kept from the page of a goal."""
    client = client_of(person)
    address = url(person, f"goal/{cell}/")
    answer = client.post(address, {**answers(page_of(client, address)), **changes})
    assert answer.status_code == 302, answer.content.decode()
    return Plan.objects.filter(record=record_of(person)).latest("pk")


def put_on_record(person: User, *steps: Step) -> None:
    """Put on record what steps of a plan add, as it would be recorded today."""
    day = timezone.localdate().isoformat()
    wishes = []
    for step in steps:
        for name, entries in step.addition.items():
            for entry in entries:
                body = {**entry, **{key: day for key in ("day", "since", "from", "until") if key in entry}}
                wishes.append(Wish(list=name, body=body))
    outcome = change_record(record_of(person), wishes, author=person, kind=Revision.Kind.ADDED)
    assert outcome.revision is not None, outcome.faults
