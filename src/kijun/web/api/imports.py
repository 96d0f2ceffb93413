"""Which operation brings a record file in, and says before what it would do?"""

from __future__ import annotations

from typing import Any, Final

from django.http import HttpRequest
from ninja import File, Query, Router, Schema
from ninja.files import UploadedFile
from pydantic import Field

from kijun.text import Text
from kijun.web.accounts.guards import viewer_of
from kijun.web.accounts.permissions import EDIT_RECORD
from kijun.web.api.asking import record_for
from kijun.web.api.operations import operation
from kijun.web.api.record import WRITE, DryRun
from kijun.web.api.wrong import ProblemShape, checked, fault_shapes, invalid, invalid_value, problem_shape
from kijun.web.people.actions import change_record, try_change
from kijun.web.people.files.limits import MEGABYTE, MOST_IMPORTED
from kijun.web.people.files.names import clean_name, ending_of
from kijun.web.people.import_plan import HeadDifference, Part, plan_import
from kijun.web.people.importing import Upload, read_upload
from kijun.web.people.models import Entry, Revision

router = Router(tags=["record"])
ENDINGS: Final = ("yaml", "yml", "json", "xlsx")
_MOST_PROBLEMS: Final = 200
_ENDING: Final = Text(
    ja="名前の終わりが.yaml、.yml、.json、.xlsxのどれでもない", en="its name ends in none of .yaml, .yml, .json, .xlsx"
)
_LARGE: Final = Text(
    ja=f"{MOST_IMPORTED // MEGABYTE}MBより大きい", en=f"it is larger than {MOST_IMPORTED // MEGABYTE} MB"
)


class PartShape(Schema):
    """What becomes of one entry."""

    list: str
    fate: str = Field(description="added, replaced, same, kept or removed.")
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    awaits: str = Field(description="Whose word it will wait for; empty where it counts.")
    is_lowered: bool = Field(description="Whether a decision of the file becomes a claim.")


class HeadShape(Schema):
    """A fact about the person that the file says otherwise."""

    name: str
    before: Any
    after: Any
    is_taken: bool


class ImportShape(Schema):
    """What an import did, or would do; `revision` is null where nothing was changed."""

    revision: int | None
    parts: list[PartShape]
    head: list[HeadShape]
    problems: list[ProblemShape]


class Options(DryRun):
    """What is to be done with the file."""

    everything: bool = Field(
        default=False, description="The file is the whole record: what it does not hold is removed."
    )
    head: bool = Field(default=False, description="Take employee number, name and team from the file.")


@operation(
    router,
    "POST",
    "/people/{slug:person}/record/imports",
    scope=WRITE,
    permission=EDIT_RECORD,
    ja="経歴ファイル(YAML、JSON、ワークブック)を取り込む、またはその結果を先に見る",
    answer=ImportShape,
)
def bring_in(request: HttpRequest, person: str, given: Query[Options], file: File[UploadedFile]) -> dict[str, Any]:
    """Bring a record file in (YAML, JSON or the workbook), or see what that would do.

    What others are said to have rated or decided waits for their word; it does not count until they give it.
    """
    record = record_for(request, person, EDIT_RECORD)
    read = _read(file)
    assert read.plain is not None, "what cannot be used was refused"
    plan = plan_import(
        Entry.objects.filter(record=record), read.plain, is_whole=given.everything, takes_head=given.head
    )
    if given.dry_run:
        outcome = checked(try_change(record, plan.wishes), "file")
    else:
        author, kind = viewer_of(request), Revision.Kind.IMPORTED
        outcome = checked(change_record(record, plan.wishes, author=author, kind=kind, reason=read.name), "file")
    return {
        "revision": outcome.revision.number if outcome.revision else None,
        "parts": [_part(each) for each in plan.parts],
        "head": [_head(each) for each in plan.head],
        "problems": [*_problems(read), *fault_shapes(outcome.faults, "file")],
    }


def _read(file: UploadedFile) -> Upload:
    name = clean_name(file.name or "")
    if ending_of(name) not in ENDINGS:
        raise invalid_value(["file"], _ENDING)
    if (file.size or 0) > MOST_IMPORTED:
        raise invalid_value(["file"], _LARGE)
    read = read_upload(name, file.read())
    if read.plain is None:
        raise invalid(_problems(read))
    return read


def _problems(read: Upload) -> list[ProblemShape]:
    return [problem_shape(each, ["file", str(each.place)]) for each in read.problems[:_MOST_PROBLEMS]]


def _part(part: Part) -> dict[str, Any]:
    names = ("list", "fate", "before", "after", "awaits", "is_lowered")
    return {name: getattr(part, name) for name in names}


def _head(difference: HeadDifference) -> dict[str, Any]:
    return {name: getattr(difference, name) for name in ("name", "before", "after", "is_taken")}
