"""What does an uploaded record file or workbook say, and what is wrong with it?

The file is read as the command line reads it, with the same messages. What can be used waits as a draft until the person has
seen what it would do (`import_plan`) and says so.
"""

from __future__ import annotations

import json
import tempfile
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Final

from django.utils import timezone

from kijun.catalogue.record_file import read_record_text
from kijun.catalogue.text_file import read_text
from kijun.catalogue.yaml_tree import parse_tree
from kijun.exchange.workbook import incoming
from kijun.problem import Place, Problem
from kijun.problem.reading import describe
from kijun.web.accounts.models import User
from kijun.web.library.queries import editions, words
from kijun.web.people.actions import drop_draft, keep_draft
from kijun.web.people.drafts import draft_of
from kijun.web.people.files.limits import MEGABYTE, MOST_IMPORTED
from kijun.web.people.files.names import ending_of
from kijun.web.people.forms.importing import WORKBOOK
from kijun.web.people.models import Draft, Record
from kijun.web.people.states import Plain

FORM: Final = "import"
"""The draft in which an upload waits."""
WAITS: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """What a file says: the plain record, None where it cannot be used, and every problem with its place."""

    name: str
    plain: Plain | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """An upload that waits to be confirmed, and the number that the record had when it was handed in."""

    name: str
    plain: Plain
    number: int


def read_upload(name: str, data: bytes) -> Upload:
    """Return what a file says; by the ending of its name it is a workbook, JSON, or YAML."""
    read = _read_workbook(name, data) if ending_of(name) == WORKBOOK else _read_text(name, data)
    if read.plain is not None and len(json.dumps(read.plain, ensure_ascii=False).encode()) > MOST_IMPORTED:
        size = f"{len(data) / MEGABYTE:.1f}"
        problem = describe("K003", Place(file=name), size=size, most=MOST_IMPORTED // MEGABYTE)
        return Upload(name=name, plain=None, problems=(problem, *read.problems))
    return read


def _read_workbook(name: str, data: bytes) -> Upload:
    read = incoming.read(data, editions(), name=name)
    loaded = incoming.read_person(read, editions(), today=timezone.localdate(), name=name)
    return Upload(name=name, plain=read.record if loaded.person else None, problems=loaded.problems)


def _read_text(name: str, data: bytes) -> Upload:
    with tempfile.NamedTemporaryFile(prefix="kijun-import-") as file:
        file.write(data)
        file.flush()
        text = read_text(Path(file.name), name=name)
    if isinstance(text, Problem):
        return Upload(name=name, plain=None, problems=(text,))
    loaded = read_record_text(text, name, words(), today=timezone.localdate())
    tree = parse_tree(text, name) if loaded.person else []
    if isinstance(tree, list) or not isinstance(tree.root, dict):
        return Upload(name=name, plain=None, problems=loaded.problems)
    return Upload(name=name, plain=tree.root, problems=loaded.problems)


def keep_waiting(record: Record, upload: Upload, *, author: User) -> None:
    """Let a file that can be used wait for its owner's word; one that waited before is forgotten."""
    body = {"name": upload.name, "record": upload.plain, "number": record.number}
    keep_draft(record, author=author, form=FORM, body=body)


def waiting(record: Record, *, author: User) -> Waiting | None:
    """Return the upload that waits, None where there is none or its day is over."""
    draft = draft_of(record, author, FORM)
    match draft.body if draft and draft.saved_at > timezone.now() - WAITS else None:
        case {"name": str(name), "record": dict(plain), "number": int(number)}:
            return Waiting(name=name, plain=plain, number=number)
        case _:
            return None


def forget_waiting(record: Record, *, author: User) -> None:
    """Forget the upload that waits."""
    drop_draft(record, author=author, form=FORM)


def forget_old_uploads() -> None:
    """Forget the uploads that nobody came back to within a day."""
    Draft.objects.filter(form=FORM, saved_at__lt=timezone.now() - WAITS).delete()
