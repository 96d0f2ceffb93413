"""How are all items of a field rated in one go?"""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from kijun.evidence import RATERS
from kijun.evidence.words import RATER_NAMES
from kijun.framework.phrase_skill import COMMON, SPECIFIC
from kijun.judgement.skills import SkillRow
from kijun.text import Text
from kijun.web.accounts.guards import person_for, viewer_of
from kijun.web.accounts.models import User
from kijun.web.library.templatetags.kijun import said
from kijun.web.people.actions import Outcome
from kijun.web.people.offers import forget_draft
from kijun.web.people.queries import read_record, record_of
from kijun.web.skills.actions import rate as put_on_record
from kijun.web.skills.forms import ManyForm, show_outcome
from kijun.web.skills.levels import steps_of
from kijun.web.skills.queries import Place, find_place
from kijun.web.skills.question import QuestionForm, question_of
from kijun.web.skills.raters import raters_of, require_rater
from kijun.web.skills.standing import stand
from kijun.web.skills.views.frame import about, crumbs, offer_undo


@require_http_methods(["GET", "POST"])
def rate(request: HttpRequest, person: str, field: str) -> HttpResponse:
    """Show every item of a field with its levels, and save those that were chosen as one revision."""
    owner, viewer = person_for(request, person), viewer_of(request)
    question = question_of(QuestionForm(request.GET))
    place = find_place(field, question.editions())
    if place is None:
        raise Http404
    held = raters_of(viewer, owner)
    require_rater(request.POST.get("by", ""), held)
    record = record_of(owner)
    draft = f"rate-{viewer.key}-{owner.key}-{place.key}"
    back = reverse("skills:skills", kwargs={"person": owner.key}) + question.query(field=place.key)
    if request.method == "GET":
        form = ManyForm(None, place=place, raters=held, based_on=record.number)
    else:
        form = ManyForm(request.POST, place=place, raters=held)
        if form.is_valid() and (done := _save(form, owner, viewer)) is not None:
            forget_draft(request, draft)
            if done.revision:
                offer_undo(request, _say(len(done.keys)), done.revision)
            return redirect(back)
    standing = stand(place, read_record(record).person, on=question.today)
    context = {
        **about(viewer, owner, record),
        "crumbs": crumbs(viewer, owner, (said(place.field.name), back), (_("Rate the items"), "")),
        "place": place,
        "form": form,
        "raters": [RATER_NAMES[rater] for rater in held],
        "groups": _groups(form, standing.matrix.rows, place),
        "draft": draft,
        "back": back,
        "standing": standing,
    }
    return render(request, "skills/rate.html", context, status=422 if form.errors else 200)


def _save(form: ManyForm, owner: User, viewer: User) -> Outcome | None:
    """Return what was put on record; None where the form now says why nothing was."""
    chosen = form.chosen()
    done = put_on_record(record_of(owner), list(chosen.values()), author=viewer, based_on=form.seen)
    if not done.conflicts and not any(fault.is_error for fault in done.faults):
        return done
    show_outcome(form, done, dict(zip(done.keys, chosen, strict=True)))
    return None


def _say(count: int) -> str:
    return ngettext("%(count)d item was rated.", "%(count)d items were rated.", count) % {"count": count}


def _groups(form: ManyForm, rows: tuple[SkillRow, ...], place: Place) -> list[tuple[Text, list[dict[str, Any]]]]:
    of = {row.item.key: row for row in rows}
    lines = [_line(form, name, of[item.key], place) for name, item in form.items.items()]
    groups = [(said_, [line for line in lines if line["item"].is_common is common]) for said_, common in _BY_GROUP]
    return [(name, found) for name, found in groups if found]


_BY_GROUP = ((COMMON, True), (SPECIFIC, False))


def _line(form: ManyForm, name: str, row: SkillRow, place: Place) -> dict[str, Any]:
    given = [(RATER_NAMES[rater], row.ratings[rater].level) for rater in RATERS if rater in row.ratings]
    return {
        "item": row.item,
        "field": form[name],
        "chosen": form[name].value() or "",
        "given": given,
        "steps": steps_of(row.item, place.edition, row),
    }
