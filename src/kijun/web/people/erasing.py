"""What goes when a record is erased, and what stays?

Everything that was on record goes, with its history, drafts and files, and what the slices above made of it. The account stays,
with an empty record that has the name and the employee number; the trail keeps that it was done.
"""

from __future__ import annotations

from django.db import transaction

from kijun.web.accounts.models import User
from kijun.web.audit.actions import note
from kijun.web.people.actions import open_record
from kijun.web.people.files.store import digests_of, forget
from kijun.web.people.models import Entry, Record
from kijun.web.people.queries import head_of
from kijun.web.people.signals import record_erased


def erase_record(record: Record, *, author: User) -> Record:
    """Erase a record and open an empty one in its place; nothing brings it back."""
    with transaction.atomic():
        locked = Record.objects.select_for_update().get(pk=record.pk)
        person, head = locked.owner, head_of(locked)
        digests = digests_of(locked)
        count = Entry.objects.filter(record=locked).exclude(list="head").count()
        record_erased.send(sender=Record, record=locked)
        locked.delete()
        note("record.erased", actor=author, about=person, detail={"entries": count})
        opened = open_record(person, employee=head["employee"], name=head["name"])
        transaction.on_commit(lambda: forget(digests))
    return opened
