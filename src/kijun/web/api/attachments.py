"""Which operations keep files behind entries as evidence?"""

from __future__ import annotations

from typing import Any, Final

from django.http import FileResponse, Http404, HttpRequest
from ninja import File, Query, Router, Schema
from ninja.files import UploadedFile
from pydantic import Field

from kijun.text import Text, same
from kijun.web.accounts.guards import viewer_of
from kijun.web.accounts.permissions import EDIT_RECORD
from kijun.web.api.asking import entry_for, record_for
from kijun.web.api.operations import operation
from kijun.web.api.pages import Exactly, Page, Piece, page_of
from kijun.web.api.record import READ, WRITE, WrittenShape, written_shape
from kijun.web.api.wrong import checked, invalid_value
from kijun.web.people.files.attach import EVIDENCED, Handed, NoRoom, attach, detach
from kijun.web.people.files.kinds import ENDINGS, kind_of
from kijun.web.people.files.limits import MEGABYTE, MOST_LETTERS_OF_A_NOTE, MOST_OF_A_FILE
from kijun.web.people.files.names import clean_name
from kijun.web.people.files.store import open_bytes
from kijun.web.people.models import Entry, Record
from kijun.web.people.queries import entries_of
from kijun.web.people.states import ATTACHMENTS

router = Router(tags=["record"])
BYTES: Final = "application/octet-stream"
_KIND: Final = Text(
    ja=f"中身か名前の終わりが、受け付ける種類({', '.join(ENDINGS)})のどれでもない",
    en=f"what is in it, or the end of its name, is none of: {', '.join(ENDINGS)}",
)
_LARGE: Final = Text(
    ja=f"{MOST_OF_A_FILE // MEGABYTE}MBより大きい", en=f"it is larger than {MOST_OF_A_FILE // MEGABYTE} MB"
)


class AttachmentShape(Schema):
    """A file behind an entry."""

    key: str
    entry: str
    name: str
    media_type: str
    size: int
    sha256: str
    note: str


class Remark(Exactly):
    """What a file shows."""

    note: str = Field(default="", max_length=MOST_LETTERS_OF_A_NOTE)


@operation(
    router,
    "GET",
    "/people/{slug:person}/record/attachments",
    scope=READ,
    ja="経歴のファイル",
    answer=Page[AttachmentShape],
)
def attachments(request: HttpRequest, person: str, given: Query[Piece]) -> dict[str, Any]:
    """Give the files of the record."""
    return page_of(entries_of(record_for(request, person), ATTACHMENTS), given, _attachment)


@operation(
    router,
    "POST",
    "/people/{slug:person}/record/entries/{slug:entry}/attachments",
    scope=WRITE,
    permission=EDIT_RECORD,
    ja="項目にファイルを付ける",
    answer=WrittenShape,
)
def add(
    request: HttpRequest, person: str, entry: str, given: Query[Remark], file: File[UploadedFile]
) -> dict[str, Any]:
    """Put a file behind an entry."""
    held = entry_for(record_for(request, person, EDIT_RECORD), entry)
    if held.list not in EVIDENCED:
        raise Http404
    try:
        outcome = attach(held, _checked(file, given.note), author=viewer_of(request))
    except NoRoom as full:
        raise invalid_value(["file"], same(str(full)), code="no-room") from full
    return written_shape(checked(outcome, "file"))


@operation(
    router,
    "GET",
    "/people/{slug:person}/record/attachments/{slug:attachment}",
    scope=READ,
    ja="ファイルについてわかっていること",
    answer=AttachmentShape,
)
def attachment(request: HttpRequest, person: str, attachment: str) -> dict[str, Any]:
    """Tell what is known about a file."""
    return _attachment(_held(record_for(request, person), attachment))


@operation(
    router,
    "GET",
    "/people/{slug:person}/record/attachments/{slug:attachment}/content",
    scope=READ,
    ja="ファイルそのもの",
    answer=None,
    file=BYTES,
)
def content(request: HttpRequest, person: str, attachment: str) -> FileResponse:
    """Give the file itself.

    Give the bytes, as bytes: nothing on the way takes them for a page. Their kind is told by the operation above.
    """
    held = _held(record_for(request, person), attachment)
    found = open_bytes(held.body["sha256"])
    if found is None:
        raise Http404
    answer = FileResponse(found, as_attachment=True, filename=held.body["name"], content_type=BYTES)
    answer.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer


@operation(
    router,
    "DELETE",
    "/people/{slug:person}/record/attachments/{slug:attachment}",
    scope=WRITE,
    permission=EDIT_RECORD,
    ja="ファイルを経歴から外す(元に戻せる)",
    answer=WrittenShape,
)
def remove(request: HttpRequest, person: str, attachment: str) -> dict[str, Any]:
    """Take a file off the record; it can be undone."""
    held = _held(record_for(request, person, EDIT_RECORD), attachment)
    return written_shape(checked(detach(held, author=viewer_of(request))))


def _checked(file: UploadedFile, note: str) -> Handed:
    name = clean_name(file.name or "")
    if (file.size or 0) > MOST_OF_A_FILE:
        raise invalid_value(["file"], _LARGE)
    data = file.read()
    media_type = kind_of(data, name)
    if media_type is None:
        raise invalid_value(["file"], _KIND)
    return Handed(name=name, media_type=media_type, data=data, note=note.strip())


def _held(record: Record, key: str) -> Entry:
    held = entry_for(record, key)
    if held.list != ATTACHMENTS:
        raise Http404
    return held


def _attachment(entry: Entry) -> dict[str, Any]:
    names = ("entry", "name", "media_type", "size", "sha256")
    return {"key": entry.key, **{name: entry.body[name] for name in names}, "note": entry.body.get("note", "")}
