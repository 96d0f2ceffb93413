"""How does a file come to stand behind an entry, and off it again?"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from kijun.web.accounts.models import User
from kijun.web.people.actions import Outcome, Wish, change_record
from kijun.web.people.files.limits import MEGABYTE, MOST_FILES, MOST_OF_A_PERSON
from kijun.web.people.files.store import bytes_of, keep
from kijun.web.people.models import Entry, Record, Revision
from kijun.web.people.states import ATTACHMENTS

EVIDENCED = ("engagements", "expertise", "contributions", "mentoring", "qualifications")
"""The lists to whose entries a file can be attached."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """A file that was checked: its clean name, its kind, its bytes, and what its owner says about it."""

    name: str
    media_type: str
    data: bytes
    note: str = ""


class NoRoom(Exception):  # a limit was reached; nothing is wrong
    """A limit of what one person keeps was reached; the words say which, and what to do."""


def attach(entry: Entry, handed: Handed, *, author: User) -> Outcome:
    """Put a file behind an entry as one revision. Raises NoRoom."""
    with transaction.atomic():
        # Two files that come in at once are counted one after the other.
        record = Record.objects.select_for_update().get(pk=entry.record_id)
        _check_room(record, len(handed.data))
        body = {
            "entry": entry.key,
            "name": handed.name,
            "media_type": handed.media_type,
            "size": len(handed.data),
            "sha256": keep(handed.data),
            **({"note": handed.note} if handed.note else {}),
        }
        wish = Wish(list=ATTACHMENTS, body=body)
        return change_record(record, [wish], author=author, kind=Revision.Kind.ADDED)


def detach(attachment: Entry, *, author: User) -> Outcome:
    """Take a file off the record; its bytes stay for whoever undoes that."""
    wish = Wish(key=attachment.key, list=ATTACHMENTS, body=None)
    return change_record(attachment.record, [wish], author=author, kind=Revision.Kind.REMOVED)


def _check_room(record: Record, further: int) -> None:
    if Entry.objects.filter(record=record, list=ATTACHMENTS).count() >= MOST_FILES:
        raise NoRoom(
            _("%(most)s files are on record, and no more are kept. Remove one that is no longer needed.")
            % {"most": MOST_FILES}
        )
    held = bytes_of(record)
    if held + further > MOST_OF_A_PERSON:
        raise NoRoom(
            _(
                "Your files and those that the history of the record keeps are %(held)s MB; with this one they would be"
                " more than %(most)s MB. Attach a smaller file."
            )
            % {"held": f"{held / MEGABYTE:.1f}", "most": MOST_OF_A_PERSON // MEGABYTE}
        )
