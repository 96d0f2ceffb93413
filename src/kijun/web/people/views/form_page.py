"""What happens on the page of a form: shown, offered its draft, sent, refused, saved?

Every form of the record goes this way, whatever it is about. Nothing is asked twice: what is saved can be undone.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.utils.translation import gettext as _

from kijun.problem import Severity
from kijun.web.accounts.models import new_key
from kijun.web.library.templatetags.kijun import said
from kijun.web.people.actions import Conflict, Outcome, Wish, change_record, drop_draft, keep_draft, try_change
from kijun.web.people.changes import differences
from kijun.web.people.drafts import answers_of, draft_of, typed_in
from kijun.web.people.forms import FORMS, RecordForm
from kijun.web.people.models import Entry, Revision
from kijun.web.people.offers import forget_draft, offer_undo
from kijun.web.people.states import Fault, Plain
from kijun.web.people.trust import lost_recognition
from kijun.web.people.views.page import Visit

_KEY = re.compile(r"[0-9a-f]{12}")
_NUMBER = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A form of a visit: `name` says which one (see FORMS), `entry` what it is about, None where a new one is written.

    `shown` is what a new form begins with, `facts` what this form needs besides, `done` what is said when it is saved,
    `beside` gives what stands beside the form, `action` is where it is sent, if not here.
    """

    at: Visit
    name: str
    template: str
    title: str
    done: str
    entry: Entry | None = None
    shown: Plain = field(default_factory=dict)
    facts: dict[str, Any] = field(default_factory=dict)
    beside: Callable[[RecordForm, str], dict[str, Any]] | None = None
    action: str = ""

    @property
    def draft_name(self) -> str:
        """By what name its draft is kept."""
        return f"{self.name}-{self.entry.key if self.entry else 'new'}"

    @property
    def draft_key(self) -> str:
        """By what name the browser keeps its draft."""
        return f"{self.draft_name}-{self.at.owner.key}"

    def form(self, data: QueryDict | None = None) -> RecordForm:
        """Return the form, as it stands on record or as it was typed."""
        kept = self.entry.body if self.entry else self.shown
        focus = self.at.request.GET.get("focus", "") if data is None else ""
        return FORMS[self.name](data, kept=kept, focus=focus, **self.facts)


def show_sheet(sheet: Sheet) -> HttpResponse:
    """Answer with the form: as it stands on record, or with the draft where that was chosen."""
    draft = draft_of(sheet.at.record, sheet.at.viewer, sheet.draft_name)
    if draft is not None and "draft" in sheet.at.request.GET:
        answers = answers_of(draft)
        form = sheet.form(answers)
        # What was typed is shown as it is; what is wrong with it is said when it is sent.
        form.errors.clear()
        return _page(sheet, form, answers=answers)
    return _page(sheet, sheet.form(), draft=draft)


def take_sheet(sheet: Sheet) -> HttpResponse:
    """Answer to a form that was sent: save it, or say everything that is wrong with it at once."""
    answers = sheet.at.request.POST
    form = sheet.form(answers)
    if "show" in answers:
        form.errors.clear()
        return _page(sheet, form, answers=answers)
    wish = _wish(sheet, form, answers)
    if _is_saved_already(sheet, wish):
        return _saved(sheet, Outcome(keys=(wish.key or "",)))
    if form.is_valid():
        kind = Revision.Kind.EDITED if sheet.entry else Revision.Kind.ADDED
        outcome = change_record(sheet.at.record, [wish], author=sheet.at.viewer, kind=kind)
    else:
        outcome = try_change(sheet.at.record, [wish])
    form.add_faults(outcome.faults)
    if form.errors:
        form.focus_on_error()
        return _page(sheet, form, answers=answers, status=422)
    if outcome.conflicts:
        return _disagree(sheet, form, answers, wish, outcome.conflicts[0])
    return _saved(sheet, outcome)


def keep_open(sheet: Sheet) -> HttpResponse:
    """Answer to a form about an entry that was removed meanwhile: what was typed can be saved as a new one."""
    answers = sheet.at.request.POST
    form = sheet.form(answers)
    form.errors.clear()
    return _page(sheet, form, answers=answers, status=409, conflict={"is_gone": True}, based_on="")


def number_seen(answers: QueryDict) -> int | None:
    """Return the number of the revision that a form was made from, None where it says none that there could be."""
    found = _NUMBER.fullmatch(answers.get("based_on", ""))
    return int(found.group()) if found else None


def _wish(sheet: Sheet, form: RecordForm, answers: QueryDict) -> Wish:
    seen = number_seen(answers)
    asked = answers.get("key", "")
    key = sheet.entry.key if sheet.entry else asked if _KEY.fullmatch(asked) else new_key()
    return Wish(
        key=key,
        list=form.of,
        body=form.body(),
        awaits=sheet.entry.awaits if sheet.entry else "",
        based_on=seen if sheet.entry else None,
        is_new=sheet.entry is None,
    )


def _is_saved_already(sheet: Sheet, wish: Wish) -> bool:
    """Whether a form of a new entry came twice: the answer to the first was lost on the way."""
    if sheet.entry is not None:
        return False
    held = Entry.objects.filter(record=sheet.at.record, key=wish.key).first()
    return held is not None and held.body == wish.body


def _saved(sheet: Sheet, outcome: Outcome) -> HttpResponse:
    at = sheet.at
    drop_draft(at.record, author=at.viewer, form=sheet.draft_name)
    forget_draft(at.request, sheet.draft_key)
    if outcome.revision is not None:
        offer_undo(at.request, sheet.done, outcome.revision)
        if any(lost_recognition(_body(each.before), _body(each.after)) for each in outcome.revision.changes.all()):
            messages.warning(at.request, _("What was recognised is a claim again: the facts are others now."))
    for fault in outcome.faults:
        level = messages.INFO if fault.problem.severity is Severity.NOTICE else messages.WARNING
        messages.add_message(at.request, level, _say_plainly(fault))
    place = at.back() or f"{at.url('record')}#{outcome.keys[0]}"
    if at.is_fragment:
        return HttpResponse(status=204, headers={"HX-Redirect": place})
    return HttpResponseRedirect(place)


def _body(state: Plain | None) -> Plain | None:
    return state["body"] if state else None


def _say_plainly(fault: Fault) -> str:
    return f"{said(fault.problem.title)}: {said(fault.problem.detail)}"


def _disagree(sheet: Sheet, form: RecordForm, answers: QueryDict, wish: Wish, conflict: Conflict) -> HttpResponse:
    """Show what both wrote, side by side; the form goes on from what was typed, over what is on record now."""
    theirs = conflict.state.body if conflict.state else None
    based_on = str(conflict.revised) if conflict.state else ""
    context: dict[str, object] = {"is_gone": theirs is None, "differences": differences(form.of, theirs, wish.body)}
    return _page(sheet, form, answers=answers, status=409, conflict=context, based_on=based_on)


def _page(
    sheet: Sheet,
    form: RecordForm,
    *,
    answers: QueryDict | None = None,
    draft: object = None,
    status: int = 200,
    conflict: dict[str, object] | None = None,
    based_on: str | None = None,
) -> HttpResponse:
    at, entry = sheet.at, sheet.entry
    if based_on is None:
        based_on = answers.get("based_on", "") if answers is not None else str(entry.revised) if entry else ""
    key = entry.key if entry else (answers.get("key") if answers is not None else "") or new_key()
    context = {
        "form": form,
        "sheet": sheet,
        "title": sheet.title,
        "entry": entry,
        "key": key,
        "based_on": based_on,
        "back": at.back(),
        "draft": draft,
        "draft_url": f"{at.url('draft')}?form={sheet.draft_name}",
        "discard_url": f"{at.url('discard_draft')}?form={sheet.draft_name}",
        "conflict": conflict,
        "crumbs": at.crumbs((sheet.title, "")),
        "frame": "people/fragment.html" if at.is_fragment else "people/form_page.html",
    }
    if conflict is not None:
        # What was typed stands in the form: the browser need not offer it, and the server has it in case the page is left.
        keep_draft(at.record, author=at.viewer, form=sheet.draft_name, body=typed_in(at.request) or {})
        context["draft_saved"] = sheet.draft_key
    if sheet.beside is not None:
        context |= sheet.beside(form, key)
    return at.show(sheet.template, context, status=status)
