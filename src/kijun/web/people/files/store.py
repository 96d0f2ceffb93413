"""Where do the bytes of a file lie, and when may they go?

They lie in the data folder under the digest of what is in them, written whole or not at all, before anything on record names
them. They stay as long as any state of any record names them, so that a removal can be undone.
"""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import IO, Final

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone

from kijun.web.people.models import Change, Record
from kijun.web.people.states import ATTACHMENTS

_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
_KEPT_UNNAMED: Final = timedelta(days=1)
"""Between the bytes and the row that names them lies one request; a day is more than any takes."""
_NAMING: Final = ("before", "after")


def keep(data: bytes) -> str:
    """Put bytes into the store, and return their digest; they are on the disk when this returns."""
    digest = hashlib.sha256(data).hexdigest()
    place = _place(digest)
    if place.is_file() and place.stat().st_size == len(data):
        os.utime(place)
        return digest
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    number, draft = tempfile.mkstemp(dir=place.parent, prefix=".")
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(draft).replace(place)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
    _sync(place.parent)
    return digest


def open_bytes(digest: str) -> IO[bytes] | None:
    """Return the bytes of a digest to read, or None where they are not there."""
    try:
        return _place(digest).open("rb")
    except FileNotFoundError:
        return None


def digests_of(record: Record) -> set[str]:
    """Return the digests that any state of a record names."""
    return _named(Change.objects.filter(revision__record=record))


def bytes_of(record: Record) -> int:
    """Return how many bytes lie in the store for a record and its history."""
    return sum(_size(digest) for digest in digests_of(record))


def forget(digests: Iterable[str]) -> None:
    """Remove bytes that no state of any record names any more, at once."""
    named = _named(Change.objects.all())
    for digest in set(digests) - named:
        _place(digest).unlink(missing_ok=True)


def orphans(*, now: datetime | None = None) -> int:
    """Remove files that no state of any record names and that are older than a day; return how many."""
    until = ((now or timezone.now()) - _KEPT_UNNAMED).timestamp()
    folder: Path = settings.ATTACHMENTS
    old = [path for path in folder.glob("??/*") if path.is_file() and path.stat().st_mtime < until]
    old += [path for path in folder.glob("??/.*") if path.is_file() and path.stat().st_mtime < until]
    named = _named(Change.objects.all()) if old else set()
    gone = 0
    for path in dict.fromkeys(old):
        # Whoever hands the same bytes in again meanwhile has touched them.
        if path.name not in named and path.exists() and path.stat().st_mtime < until:
            path.unlink(missing_ok=True)
            gone += 1
    return gone


def _place(digest: str) -> Path:
    assert _DIGEST.fullmatch(digest), "a digest is 64 letters, and no way to anywhere"
    folder: Path = settings.ATTACHMENTS
    return folder / digest[:2] / digest


def _size(digest: str) -> int:
    place = _place(digest)
    return place.stat().st_size if place.is_file() else 0


def _named(changes: QuerySet[Change]) -> set[str]:
    found: set[str] = set()
    for side in _NAMING:
        naming = changes.filter(**{f"{side}__list": ATTACHMENTS})
        found |= {str(each) for each in naming.values_list(f"{side}__body__sha256", flat=True)}
    return found


def _sync(folder: Path) -> None:
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
