"""Bytes are there whole, stay while any state names them, and go afterwards."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django import Settings

from kijun.web.housekeeping import tidy_up
from kijun.web.people.actions import undo
from kijun.web.people.files.attach import Handed, NoRoom, attach, detach
from kijun.web.people.files.store import forget, keep, open_bytes, orphans
from kijun.web.people.models import Entry, Revision
from tests.web.cast import Cast, give_record, record_of

pytestmark = pytest.mark.django_db
LATER = timedelta(days=2)


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.ATTACHMENTS = tmp_path / "attachments"
    return tmp_path / "attachments"


def engagement(cast: Cast) -> Entry:
    give_record(cast.person)
    return Entry.objects.filter(record=record_of(cast.person), list="engagements")[0]


def handed(data: bytes = b"%PDF-1.7") -> Handed:
    return Handed(name="a.pdf", media_type="application/pdf", data=data)


def test_bytes_are_kept_once_for_their_owner_alone(folder: Path) -> None:
    digest = keep(b"evidence")
    assert keep(b"evidence") == digest
    (kept,) = folder.glob("*/*")
    assert kept.read_bytes() == b"evidence"
    assert (kept.stat().st_mode & 0o777, kept.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_bytes_that_were_written_in_part_are_written_again(folder: Path) -> None:
    digest = keep(b"evidence")
    (folder / digest[:2] / digest).write_bytes(b"evid")
    keep(b"evidence")
    assert (folder / digest[:2] / digest).read_bytes() == b"evidence"


def test_what_nothing_names_goes_after_a_day(folder: Path) -> None:
    digest = keep(b"nobody's")
    assert orphans() == 0
    assert orphans(now=timezone.now() + LATER) == 1
    assert open_bytes(digest) is None


def test_housekeeping_clears_the_store(folder: Path) -> None:
    digest = keep(b"nobody's")
    os.utime(folder / digest[:2] / digest, (0, 0))
    tidy_up(drafts_kept=timedelta(days=90))
    assert open_bytes(digest) is None


def test_a_removed_file_stays_so_that_removing_can_be_undone(cast: Cast) -> None:
    outcome = attach(engagement(cast), handed(), author=cast.person)
    entry = Entry.objects.get(list="attachments")
    removed = detach(entry, author=cast.person)
    assert orphans(now=timezone.now() + LATER) == 0
    assert removed.revision is not None
    undo(removed.revision, author=cast.person)
    again = Entry.objects.get(list="attachments")
    assert (again.key, again.body) == (outcome.keys[0], entry.body)
    content = open_bytes(again.body["sha256"])
    assert content is not None
    with content:
        assert content.read() == b"%PDF-1.7"


def test_what_another_record_names_is_not_forgotten(cast: Cast) -> None:
    attach(engagement(cast), handed(), author=cast.person)
    digest = Entry.objects.get(list="attachments").body["sha256"]
    forget([digest])
    content = open_bytes(digest)
    assert content is not None
    content.close()


def test_a_person_has_so_much_room_and_no_more(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    entry = engagement(cast)
    monkeypatch.setattr("kijun.web.people.files.attach.MOST_FILES", 2)
    monkeypatch.setattr("kijun.web.people.files.attach.MOST_OF_A_PERSON", 25)
    attach(entry, handed(b"%PDF-1.7 1"), author=cast.person)
    with pytest.raises(NoRoom, match="MB"):
        attach(entry, handed(b"%PDF-1.7 and more"), author=cast.person)
    attach(entry, handed(b"%PDF-1.7 2"), author=cast.person)
    with pytest.raises(NoRoom, match="2 files"):
        attach(entry, handed(b"%PDF-1.7 3"), author=cast.person)
    assert Revision.objects.filter(record=entry.record).count() == 4
