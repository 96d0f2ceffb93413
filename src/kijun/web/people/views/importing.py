"""How is a record file brought in: handed in, looked at in a dry run, and confirmed?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kijun.evidence.words import LIST_NAMES
from kijun.exchange.workbook import outgoing
from kijun.problem import Problem, Severity
from kijun.web.accounts.permissions import EDIT_RECORD
from kijun.web.library.queries import editions
from kijun.web.library.templatetags.kijun import language_now, said
from kijun.web.people.actions import Outcome, change_record, try_change
from kijun.web.people.changes import differences
from kijun.web.people.describe import lines_of, say_period, title_of
from kijun.web.people.effect import CellEffect, effect_of, states_with
from kijun.web.people.files.limits import MOST_ENTRIES
from kijun.web.people.forms.importing import ImportForm, OptionsForm
from kijun.web.people.forms.record_form import say_fault
from kijun.web.people.import_plan import HeadDifference, ImportPlan, Part, plan_import
from kijun.web.people.importing import (
    Upload,
    Waiting,
    forget_waiting,
    keep_waiting,
    read_upload,
    waiting,
)
from kijun.web.people.models import Entry, List, Revision
from kijun.web.people.offers import offer_undo
from kijun.web.people.queries import state_of
from kijun.web.people.states import ALL_LISTS, HEAD, Plain, State
from kijun.web.people.views.page import Visit, visit

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_CELLS = 30
MOST_PROBLEMS = 200


@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest, person: str) -> HttpResponse:
    """Take a file, and lead to its dry run; one with problems is answered with all of them."""
    at = visit(request, person, EDIT_RECORD)
    if request.method == "GET":
        return _upload_page(at, ImportForm())
    form = ImportForm(request.POST, request.FILES)
    if not form.is_valid():
        return _upload_page(at, form, status=422)
    file = form.cleaned_data["file"]
    read = read_upload(file.kijun_name, file.read())
    if read.plain is None:
        return _upload_page(at, ImportForm(), read=read, status=422)
    if sum(len(read.plain.get(list_) or ()) for list_ in ALL_LISTS) > MOST_ENTRIES:
        told = _("The file has more than %(most)s entries, and no record needs that many.")
        form.add_error("file", told % {"most": f"{MOST_ENTRIES:,}"})
        return _upload_page(at, form, status=422)
    keep_waiting(at.record, read, author=at.viewer)
    return HttpResponseRedirect(at.url("import_review"))


@require_GET
def template(request: HttpRequest) -> HttpResponse:
    """Give the workbook to fill in, in the language of the page and the words of the installed editions."""
    response = HttpResponse(outgoing.template(editions(), language_now()), content_type=XLSX)
    response["Content-Disposition"] = 'attachment; filename="kijun-record.xlsx"'
    return response


@require_GET
def review(request: HttpRequest, person: str) -> HttpResponse:
    """Show what the file that waits would do."""
    at = visit(request, person, EDIT_RECORD)
    held = waiting(at.record, author=at.viewer)
    if held is None:
        return HttpResponseRedirect(at.url("import"))
    return _review_page(at, held, request.GET)


@require_POST
def confirm(request: HttpRequest, person: str) -> HttpResponse:
    """Do what the dry run showed; where the record has changed since, show it again instead."""
    at = visit(request, person, EDIT_RECORD)
    held = waiting(at.record, author=at.viewer)
    if held is None:
        return HttpResponseRedirect(at.url("import"))
    if request.POST.get("number") != str(at.record.number):
        return _review_page(at, held, request.POST, is_outdated=True, status=409)
    plan = _plan(at, held, _options(request.POST))
    outcome = change_record(at.record, plan.wishes, author=at.viewer, kind=Revision.Kind.IMPORTED, reason=held.name)
    if outcome.conflicts:
        return _review_page(at, held, request.POST, is_outdated=True, status=409)
    if _errors(outcome):
        return _review_page(at, held, request.POST, status=422)
    forget_waiting(at.record, author=at.viewer)
    if outcome.revision is not None:
        offer_undo(request, _("Imported: %(name)s") % {"name": held.name}, outcome.revision)
    return HttpResponseRedirect(at.url("record"))


@require_POST
def discard(request: HttpRequest, person: str) -> HttpResponse:
    """Forget the file that waits."""
    at = visit(request, person, EDIT_RECORD)
    forget_waiting(at.record, author=at.viewer)
    return HttpResponseRedirect(at.url("import"))


def _upload_page(at: Visit, form: ImportForm, *, read: Upload | None = None, status: int = 200) -> HttpResponse:
    context = {
        "crumbs": at.crumbs((_("Import"), "")),
        "form": form,
        "read": read,
        "problems": _problems(read.problems) if read else [],
        "more": max(0, len(read.problems) - MOST_PROBLEMS) if read else 0,
        "waits": waiting(at.record, author=at.viewer),
    }
    return at.show("people/import.html", context, status=status)


def _problems(problems: Iterable[Problem]) -> list[Problem]:
    order = (Severity.ERROR, Severity.WARNING, Severity.NOTICE)
    return sorted(problems, key=lambda problem: order.index(problem.severity))[:MOST_PROBLEMS]


def _options(asked: QueryDict) -> dict[str, bool]:
    form = OptionsForm(asked)
    form.is_valid()
    return {"is_whole": form.cleaned_data["everything"], "takes_head": form.cleaned_data["head"]}


def _plan(at: Visit, held: Waiting, options: dict[str, bool]) -> ImportPlan:
    return plan_import(Entry.objects.filter(record=at.record), held.plain, **options)


def _errors(outcome: Outcome) -> list[str]:
    return [say_fault(fault) for fault in outcome.faults if fault.is_error]


def _review_page(
    at: Visit, held: Waiting, asked: QueryDict, *, is_outdated: bool = False, status: int = 200
) -> HttpResponse:
    options = _options(asked)
    plan = _plan(at, held, options)
    outcome = try_change(at.record, plan.wishes)
    errors = _errors(outcome)
    effect = [] if errors else _effect(at, plan, outcome)
    context = {
        "crumbs": at.crumbs((_("Import"), at.url("import")), (_("Dry run"), "")),
        "name": held.name,
        "number": at.record.number,
        "is_outdated": is_outdated or held.number != at.record.number,
        "options": OptionsForm(initial={"everything": options["is_whole"], "head": options["takes_head"]}),
        "is_whole": options["is_whole"],
        "takes_head": options["takes_head"],
        "errors": errors,
        "head": [_head_line(each) for each in plan.head],
        "lists": [each for each in (_list_lines(list_, plan) for list_ in ALL_LISTS) if each],
        "counts": _counts(plan),
        "waiting": sum(bool(part.awaits) for part in plan.of("added") + plan.of("replaced")),
        "lowered": sum(part.is_lowered for part in plan.parts),
        "effect": effect[:MOST_CELLS],
        "more_effect": max(0, len(effect) - MOST_CELLS),
        "has_changes": bool(plan.of("added") or plan.of("replaced") or plan.of("removed"))
        or any(each.is_taken for each in plan.head),
    }
    return at.show("people/import_review.html", context, status=status)


def _counts(plan: ImportPlan) -> list[dict[str, Any]]:
    """Return how many entries have which fate."""
    labels = {"added": _("added"), "replaced": _("changed"), "removed": _("removed")}
    counted = [{"label": label, "count": len(plan.of(fate))} for fate, label in labels.items()]
    return [*counted, {"label": _("unchanged"), "count": len(plan.of("same")) + len(plan.of("kept"))}]


def _effect(at: Visit, plan: ImportPlan, outcome: Outcome) -> list[CellEffect]:
    entries = list(Entry.objects.filter(record=at.record))
    removed = {wish.key for wish in plan.wishes if wish.body is None}
    changed = [
        State(key=key, list=wish.list, position=wish.position or number, body=wish.body, awaits=wish.awaits)
        for number, (key, wish) in enumerate(zip(outcome.keys, plan.wishes, strict=True), start=1_000_000)
        if wish.body is not None
    ]
    kept = [entry for entry in entries if entry.key not in removed]
    return effect_of(map(state_of, entries), states_with(kept, changed), on=timezone.localdate())


def _head_line(difference: HeadDifference) -> dict[str, Any]:
    before, after = (
        {line.key: line for line in lines_of(HEAD, {difference.name: value})} if value else {}
        for value in (difference.before, difference.after)
    )
    shown = after or before
    return {
        "label": next(iter(shown.values())).label,
        "before": " / ".join(line.value for line in before.values()),
        "after": " / ".join(line.value for line in after.values()),
        "is_taken": difference.is_taken,
    }


def _list_lines(list_: str, plan: ImportPlan) -> dict[str, Any] | None:
    parts = [part for part in plan.parts if part.list == list_]
    if not parts:
        return None
    counts = {fate: sum(part.fate == fate for part in parts) for fate in ("same", "kept")}
    return {
        "name": said(LIST_NAMES[list_]) if list_ in LIST_NAMES else str(List(list_).label),
        "parts": [_part_line(part) for part in parts if part.fate in ("added", "replaced", "removed")],
        "rest": " · ".join(filter(None, (_said_same(counts["same"]), _said_kept(counts["kept"])))),
    }


def _said_same(count: int) -> str:
    if not count:
        return ""
    return ngettext("%(count)s entry is the same", "%(count)s entries are the same", count) % {"count": count}


def _said_kept(count: int) -> str:
    if not count:
        return ""
    return ngettext("%(count)s more stays as it is", "%(count)s more stay as they are", count) % {"count": count}


def _part_line(part: Part) -> dict[str, Any]:
    body: Plain = part.after or part.before or {}
    return {
        "fate": part.fate,
        "title": title_of(part.list, body),
        "about": _about(part.list, body),
        "awaits": part.awaits,
        "is_lowered": part.is_lowered,
        "differences": differences(part.list, part.before, part.after) if part.fate == "replaced" else [],
    }


def _about(list_: str, body: Plain) -> str:
    """Return the two or three facts that tell an entry from others of its title."""
    wanted: Sequence[str] = {
        "engagements": ("role",),
        "ratings": ("level", "by", "day"),
        "confirmations": ("decision", "by", "day"),
    }.get(list_, ("degree", "reach", "since", "day"))
    told = [line.value for line in lines_of(list_, body) if line.key in wanted]
    return " · ".join([*told, say_period(body)] if list_ == "engagements" else told)
