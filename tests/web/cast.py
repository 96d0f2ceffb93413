"""Who acts in the tests: one of each role, and what one of them has on record."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.test import Client

from kijun.catalogue.shipped import EXAMPLES
from kijun.catalogue.yaml_tree import parse_tree
from kijun.web.accounts.models import Appointment, Consent, Organisation, User
from kijun.web.accounts.queries import NOTICE
from kijun.web.people.actions import Outcome, Wish, change_record, open_record
from kijun.web.people.models import Record, Revision
from kijun.web.people.states import ALL_LISTS

HARDWARE = "customer-service-hardware.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """A person whom `superior` leads and `assessor` assesses; the others have nothing to do with her."""

    person: User
    superior: User
    assessor: User
    steward: User
    administrator: User
    outsider: User
    other_assessor: User

    def each(self) -> dict[str, User]:
        """Return everybody by the name of their part."""
        return {name: getattr(self, name) for name in Cast.__slots__}


def make_person(name: str, **facts: Any) -> User:
    """Return somebody with an account, an empty record and the notice agreed to; nobody knows a password."""
    facts.setdefault("language", "en")
    user = User.objects.create_user(f"{name.lower().replace(' ', '.')}@example.com", None, name=name, **facts)
    open_record(user, employee=f"E-{user.pk}", name=name)
    Consent.objects.create(person=user, notice=NOTICE, language=user.language)
    return user


def make_cast() -> Cast:
    """Return one of each role, in an organisation that is set up."""
    Organisation.objects.create(name="Example Works")
    cast = Cast(
        person=make_person("Person"),
        superior=make_person("Superior"),
        assessor=make_person("Assessor", is_assessor=True),
        steward=make_person("Steward", is_steward=True),
        administrator=make_person("Administrator", is_administrator=True),
        outsider=make_person("Outsider"),
        other_assessor=make_person("Other Assessor", is_assessor=True),
    )
    Appointment.objects.create(person=cast.person, holder=cast.superior, role="superior")
    Appointment.objects.create(person=cast.person, holder=cast.assessor, role="assessor")
    return cast


def record_of(user: User) -> Record:
    """Return the career record of somebody."""
    return Record.objects.get(owner=user)


def plain_example(name: str = HARDWARE) -> dict[str, Any]:
    """Return an example record as its file holds it."""
    path = Path(str(EXAMPLES)) / name
    tree = parse_tree(path.read_text(encoding="utf-8"), str(path))
    assert not isinstance(tree, list), "an example has no problem"
    plain: dict[str, Any] = tree.root  # type: ignore[assignment]  # the top of a record file is a mapping
    return plain


def give_record(user: User, name: str = HARDWARE) -> Outcome:
    """Put everything of an example record on record of somebody."""
    plain = plain_example(name)
    wishes = [Wish(list=each, body=body) for each in ALL_LISTS for body in plain.get(each, [])]
    return change_record(record_of(user), wishes, author=user, kind=Revision.Kind.IMPORTED)


def client_of(user: User) -> Client:
    """Return a browser in which somebody is signed in."""
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client
