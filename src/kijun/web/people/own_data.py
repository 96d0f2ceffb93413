"""What is kept about one person, all of it, as files that they can take away?"""

from __future__ import annotations

import json
import shutil
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Any, Final

from allauth.usersessions.models import UserSession
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model

from kijun.catalogue.record_yaml import dump_record
from kijun.web.accounts.models import Appointment, Consent, Token, User
from kijun.web.audit.queries import events_about
from kijun.web.people.files.names import clean_name
from kijun.web.people.files.store import open_bytes
from kijun.web.people.models import Draft, Record
from kijun.web.people.queries import revisions_of, states_of
from kijun.web.people.signals import collecting_own_data
from kijun.web.people.states import ALL_LISTS, ATTACHMENTS, Plain, State, plain_record

_ACCOUNT: Final = ("key", "email", "name", "language", "time_zone", "theme", "joined", "last_login")
_IN_MEMORY: Final = 5_000_000
"""Bytes of an archive that is not written to the disk."""


def record_file(record: Record) -> Plain:
    """Return what counts of a record as a record file holds it, its lists in the order of the format."""
    plain = plain_record(states_of(record))
    of_head = {key: value for key, value in plain.items() if key not in ALL_LISTS}
    return {**of_head, **{list_: plain[list_] for list_ in ALL_LISTS if list_ in plain}}


def as_yaml(record: Record) -> str:
    """Return the record as YAML."""
    return dump_record(record_file(record))


def as_json(value: object) -> str:
    """Return plain values, days and moments as JSON that can be read."""
    return json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2) + "\n"


def everything(person: User, record: Record) -> IO[bytes]:
    """Return an archive of everything that is kept about a person, to be read from its start."""
    out = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115  # whoever sends it closes it
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in _texts(person, record):
            archive.writestr(name, text)
        for name, digest in _attachments(record):
            content = open_bytes(digest)
            if content is not None:
                with content, archive.open(name, "w") as packed:
                    shutil.copyfileobj(content, packed)
    out.seek(0)
    return out


def _texts(person: User, record: Record) -> Iterator[tuple[str, str]]:
    plain = record_file(record)
    states = states_of(record)
    yield "record.yaml", dump_record(plain)
    yield "record.json", as_json(plain)
    yield "waiting.json", as_json([_told(state) for state in states if state.awaits])
    yield "attachments.json", as_json([_told(state) for state in states if state.list == ATTACHMENTS])
    yield "history.json", as_json([*_history(record)])
    yield "drafts.json", as_json([*Draft.objects.filter(author=person).values("form", "body", "saved_at")])
    yield "account.json", as_json(_account(person))
    yield "events.json", as_json([*_events(person)])
    for _receiver, answer in collecting_own_data.send(sender=Record, person=person):
        match answer:
            case (str(name), kept):
                yield f"{name}.json", as_json(kept)


def _told(state: State) -> Plain:
    return {"key": state.key, **state.as_json()}


def _history(record: Record) -> Iterator[Plain]:
    for revision in reversed(revisions_of(record)):
        yield {
            **_facts(revision, ("number", "at", "author_name", "kind", "reason")),
            "changes": [_facts(change, ("key", "before", "after")) for change in revision.changes.all()],
        }


def _account(person: User) -> dict[str, Any]:
    """Return what the account holds; passwords, keys and secrets of second factors are not told."""
    sessions = UserSession.objects.filter(user=person)
    return {
        **_facts(person, _ACCOUNT),
        "offices": [office for office in ("assessor", "steward", "administrator") if getattr(person, f"is_{office}")],
        "consents": [*Consent.objects.filter(person=person).values("notice", "language", "at")],
        "sessions": [*sessions.values("ip", "user_agent", "created_at", "last_seen_at")],
        "tokens": [
            *Token.objects.filter(owner=person).values(
                "name", "scopes", "made_at", "expires_at", "used_at", "withdrawn_at"
            )
        ],
        "appointments": [
            *Appointment.objects.filter(person=person).values("holder__name", "role", "since", "until"),
        ],
        "duties": [*Appointment.objects.filter(holder=person).values("person__name", "role", "since", "until")],
    }


def _events(person: User) -> Iterable[Mapping[str, Any]]:
    return events_about(person).values("at", "actor_name", "action", "subject", "detail", "reason")


def _facts(row: Model, names: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}


def _attachments(record: Record) -> Iterator[tuple[str, str]]:
    """Yield the name within the archive and the digest of each file; two of one name do not meet."""
    for state in states_of(record):
        if state.list == ATTACHMENTS:
            yield f"attachments/{state.key}-{clean_name(state.body['name'])}", state.body["sha256"]
