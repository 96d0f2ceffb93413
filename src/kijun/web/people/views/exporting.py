"""How does a person take out what is kept about them?"""

from __future__ import annotations

from typing import Final

from django.db import transaction
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from kijun.errors import BadInput
from kijun.exchange.workbook import outgoing
from kijun.web.accounts.permissions import EDIT_RECORD
from kijun.web.audit.actions import note
from kijun.web.library.queries import editions
from kijun.web.library.templatetags.kijun import language_now, said
from kijun.web.people.files.names import clean_name
from kijun.web.people.own_data import as_json, as_yaml, everything, record_file
from kijun.web.people.queries import head_of, states_of
from kijun.web.people.views.page import Visit, visit

_TYPES: Final = {
    "yaml": "application/yaml; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}


@require_GET
def export(request: HttpRequest, person: str) -> HttpResponse:
    """Show in which forms the record can be taken out, and what each holds."""
    return _page(visit(request, person, EDIT_RECORD))


@require_GET
def export_file(request: HttpRequest, person: str, form: str) -> HttpResponse | FileResponse:
    """Give the record, or everything, as one file."""
    at = visit(request, person, EDIT_RECORD)
    if form not in _TYPES:
        raise Http404
    try:
        response = _made(at, form)
    except BadInput as error:
        return _page(at, wrong=said(error.text), status=422)
    response["Content-Type"] = _TYPES[form]
    response["Content-Disposition"] = content_disposition_header(True, _name(at, form)) or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    with transaction.atomic():
        note("record.exported", actor=at.viewer, about=at.owner, detail={"form": form})
    return response


def _made(at: Visit, form: str) -> HttpResponse | FileResponse:
    match form:
        case "yaml":
            return HttpResponse(as_yaml(at.record))
        case "json":
            return HttpResponse(as_json(record_file(at.record)))
        case "xlsx":
            return HttpResponse(outgoing.write(record_file(at.record), editions(), language_now()))
        case _:
            return FileResponse(everything(at.owner, at.record))


def _name(at: Visit, form: str) -> str:
    employee = str(head_of(at.record).get("employee", ""))
    return clean_name(f"{'everything' if form == 'zip' else 'record'}-{employee}.{form}")


def _page(at: Visit, *, wrong: str = "", status: int = 200) -> HttpResponse:
    states = states_of(at.record)
    context = {
        "crumbs": at.crumbs((_("Export"), "")),
        "wrong": wrong,
        "waiting": sum(bool(state.awaits) for state in states),
    }
    return at.show("people/export.html", context, status=status)
