"""Which operations take the record, or all that is kept about a person, out as a file?"""

from __future__ import annotations

from django.db import transaction
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from ninja import Router

from kijun.errors import BadInput
from kijun.exchange.workbook import outgoing
from kijun.web.accounts.guards import viewer_of
from kijun.web.accounts.permissions import EDIT_RECORD
from kijun.web.api.asking import record_for
from kijun.web.api.operations import operation
from kijun.web.api.record import READ
from kijun.web.api.wrong import not_known
from kijun.web.audit.actions import note
from kijun.web.library.queries import editions
from kijun.web.library.templatetags.kijun import language_now
from kijun.web.people.models import Record
from kijun.web.people.own_data import as_json, as_yaml, everything, record_file

router = Router(tags=["record"])
YAML, JSON, ZIP = "application/yaml", "application/json", "application/zip"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_OUT = "/people/{slug:person}/record/export"


@operation(
    router,
    "GET",
    f"{_OUT}/record.yaml",
    scope=READ,
    permission=EDIT_RECORD,
    ja="`kijun judge`が読むファイルの形の経歴",
    answer=None,
    file=YAML,
)
def as_yaml_file(request: HttpRequest, person: str) -> HttpResponseBase:
    """Give the record as a file that `kijun judge` reads."""
    record = record_for(request, person, EDIT_RECORD)
    return _given(request, record, HttpResponse(as_yaml(record), content_type=f"{YAML}; charset=utf-8"), "record.yaml")


@operation(
    router,
    "GET",
    f"{_OUT}/record.json",
    scope=READ,
    permission=EDIT_RECORD,
    ja="同じものをJSONで",
    answer=None,
    file=JSON,
)
def as_json_file(request: HttpRequest, person: str) -> HttpResponseBase:
    """Give the same as JSON."""
    record = record_for(request, person, EDIT_RECORD)
    content = as_json(record_file(record))
    return _given(request, record, HttpResponse(content, content_type=f"{JSON}; charset=utf-8"), "record.json")


@operation(
    router,
    "GET",
    f"{_OUT}/record.xlsx",
    scope=READ,
    permission=EDIT_RECORD,
    ja="リクエストの言語のワークブックの形の経歴",
    answer=None,
    file=XLSX,
)
def as_workbook(request: HttpRequest, person: str) -> HttpResponseBase:
    """Give the record as a workbook, in the language of the request."""
    record = record_for(request, person, EDIT_RECORD)
    try:
        content = outgoing.write(record_file(record), editions(), language_now())
    except BadInput as error:
        raise not_known(error, "record") from error
    return _given(request, record, HttpResponse(content, content_type=XLSX), "record.xlsx")


@operation(
    router,
    "GET",
    f"{_OUT}/everything.zip",
    scope=(READ, "plan:read", "skills:read", "passport:read"),
    permission=EDIT_RECORD,
    ja="自分について保存されているもの全部: 経歴、履歴、ファイル、計画、リンク、アカウント",
    answer=None,
    file=ZIP,
)
def all_of_it(request: HttpRequest, person: str) -> HttpResponseBase:
    """Everything that is kept about oneself: record, history, files, plans, links, account."""
    record = record_for(request, person, EDIT_RECORD)
    content = FileResponse(everything(record.owner, record), content_type=ZIP)
    return _given(request, record, content, "everything.zip")


def _given(request: HttpRequest, record: Record, answer: HttpResponseBase, name: str) -> HttpResponseBase:
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    with transaction.atomic():
        form = name.rpartition(".")[2]
        note("record.exported", actor=viewer_of(request), about=record.owner, detail={"form": form})
    return answer
