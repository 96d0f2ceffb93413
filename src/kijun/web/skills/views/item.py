"""What does the standard ask in one skill item, how was it rated, and how is it rated anew?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kijun.evidence import RATERS, Rating
from kijun.evidence.words import RATER_NAMES
from kijun.framework.phrase_skill import phrase_group
from kijun.framework.skill import SkillItem
from kijun.judgement.explain_skills import say_difference, say_recorded
from kijun.judgement.ratings import common_item
from kijun.text import Text
from kijun.web.accounts.guards import person_for, viewer_of
from kijun.web.accounts.models import User
from kijun.web.library.templatetags.kijun import said
from kijun.web.people.days import written
from kijun.web.people.offers import forget_draft
from kijun.web.people.queries import read_record, record_of
from kijun.web.skills.actions import rate
from kijun.web.skills.forms import ALL, FIELD, DecisionForm, KnowledgeForm, RateForm, show_outcome
from kijun.web.skills.levels import steps_of
from kijun.web.skills.queries import Given, Place, find_item, knowledge_of, ratings_of
from kijun.web.skills.question import Question, QuestionForm, question_of
from kijun.web.skills.raters import raters_of, require_rater
from kijun.web.skills.standing import stand
from kijun.web.skills.views.frame import about, crumbs, offer_undo


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """An item of a person's, as it is asked for."""

    owner: User
    place: Place
    item: SkillItem
    question: Question

    @property
    def url(self) -> str:
        """The address of the item."""
        own = {"person": self.owner.key, "item": self.item.key}
        return reverse("skills:item", kwargs=own) + self.question.query()

    @property
    def knowledge_draft(self) -> str:
        """By which name the browser keeps what the person filled in of their knowledge."""
        return f"knowledge-{self.owner.key}-{self.item.key}"

    def draft_of(self, viewer: User) -> str:
        """Return by which name the browser keeps what somebody filled in."""
        return f"rate-{viewer.key}-{self.owner.key}-{self.item.key}"


@require_http_methods(["GET", "POST"])
def item(request: HttpRequest, person: str, item: str) -> HttpResponse:
    """Show an item; where a level was chosen, put the rating on record."""
    shown = find_shown(request, person_for(request, person), item)
    if request.method == "GET":
        return item_page(request, shown)
    held = raters_of(viewer_of(request), shown.owner)
    require_rater(request.POST.get("by", ""), held)
    form = RateForm(request.POST, edition=shown.place.edition, raters=held, has_common=shown.item.is_common)
    if form.is_valid():
        given = form.rate(shown.item)
        done = rate(record_of(shown.owner), [given], author=viewer_of(request), based_on=form.seen)
        if not done.conflicts and not any(fault.is_error for fault in done.faults):
            forget_draft(request, shown.draft_of(viewer_of(request)))
            if done.revision:
                offer_undo(request, _("Rated: %(item)s, %(level)s.") % _names(shown, given.level), done.revision)
            return redirect(shown.url)
        show_outcome(form, done)
    return item_page(request, shown, rating=form)


def _names(shown: Shown, level: int) -> dict[str, str]:
    edition = shown.place.edition
    return {"item": said(shown.item.name), "level": said(edition.level_name(level)) if level else "0"}


def find_shown(request: HttpRequest, owner: User, key: str) -> Shown:
    """Return the item of an address. Raises Http404 where no edition has it."""
    question = question_of(QuestionForm(request.GET, record=record_of(owner)))
    found = find_item(key, question.editions())
    if found is None:
        raise Http404
    return Shown(owner=owner, place=found[0], item=found[1], question=question)


def item_page(
    request: HttpRequest,
    shown: Shown,
    *,
    rating: RateForm | None = None,
    knowledge: KnowledgeForm | None = None,
    decision: tuple[str, DecisionForm] | None = None,
) -> HttpResponse:
    """Return the page of an item, with a form that was filled in wrongly where there is one."""
    viewer, record = viewer_of(request), record_of(shown.owner)
    question, place = shown.question, shown.place
    asked = QuestionForm(request.GET, record=record)
    held = raters_of(viewer, shown.owner) if question.recorded_on is None else ()
    given = ratings_of(record, shown.item, recorded=question.recorded)
    standing = stand(place, read_record(record, recorded=question.recorded).person, on=question.on)
    row = next(each for each in standing.matrix.rows if each.item.key == shown.item.key)
    steps = steps_of(shown.item, place.edition, row)
    form = rating or (_rate_form(shown, held, given, viewer, record.number) if held else None)
    above = reverse("skills:skills", kwargs={"person": shown.owner.key}) + question.query(field=place.key)
    context = {
        **about(viewer, shown.owner, record),
        "crumbs": crumbs(viewer, shown.owner, (said(place.field.name), above), (said(shown.item.name), "")),
        "asked": asked,
        "question": question,
        "shown": shown,
        "draft": shown.draft_of(viewer),
        "group": phrase_group(shown.item),
        "standing": standing,
        "row": row,
        "newest": [_newest(rater, row.ratings.get(rater)) for rater in RATERS],
        "difference": say_difference(row, place.edition) if row.is_seen_differently else None,
        "steps": steps,
        "form": form,
        "chosen_level": form["level"].value() if form else None,
        "raters": held,
        "history": [_history(each, viewer, held) for each in given if not each.awaits],
        "waits": [_waiting(each, held, decision) for each in given if each.awaits],
        **_knowledge(shown, held, knowledge),
        "library_url": reverse("library:thing", kwargs={"path": shown.item.path}),
        "today": timezone.localdate(),
    }
    is_wrong = any((rating, knowledge, decision)) or bool(asked.errors)
    return render(request, "skills/item.html", context, status=422 if is_wrong else 200)


def _newest(rater: str, rating: Rating | None) -> tuple[Text, Rating | None, Text | None]:
    return RATER_NAMES[rater], rating, say_recorded(rating.day) if rating else None


def _rate_form(shown: Shown, held: tuple[str, ...], given: list[Given], viewer: User, number: int) -> RateForm:
    """Return the form as it starts: with what the viewer gave today, which saving again corrects."""
    today = next((each for each in given if _is_of_today(each, viewer, held, timezone.localdate())), None)
    initial: dict[str, Any] = {"based_on": number}
    if today is not None:
        initial |= {"level": str(today.level), "note": today.note, "scope": ALL if today.is_for_all_fields else FIELD}
    return RateForm(None, edition=shown.place.edition, raters=held, has_common=shown.item.is_common, **initial)


def _is_of_today(given: Given, viewer: User, held: tuple[str, ...], today: date) -> bool:
    is_own = given.author == viewer.pk or given.by == "self"
    is_today = str(given.state.body["day"]) == today.isoformat()
    return held == (given.by,) and is_own and is_today and not given.awaits


def _history(given: Given, viewer: User, held: tuple[str, ...]) -> dict[str, Any]:
    is_own = given.by in held and (given.by == "self" or given.author == viewer.pk)
    return {**_said(given), "may_remove": is_own}


def _said(given: Given) -> dict[str, Any]:
    return {
        "given": given,
        "by": RATER_NAMES[given.by],
        "said_day": say_recorded(given.day) if given.day else Text(ja="", en=""),
        "iso": written(given.day) if given.day else "",
    }


def _waiting(given: Given, held: tuple[str, ...], decision: tuple[str, DecisionForm] | None) -> dict[str, Any]:
    wrong = decision[1] if decision and decision[0] == given.key else None
    return {
        **_said(given),
        "role": RATER_NAMES[given.awaits],
        "may_decide": given.awaits in held,
        "may_remove": "self" in held,
        "form": wrong,
    }


def _knowledge(shown: Shown, held: tuple[str, ...], wrong: KnowledgeForm | None) -> dict[str, Any]:
    """Return what is stated of the item's knowledge, and the form for whoever it is."""
    record = record_of(shown.owner)
    stated = knowledge_of(record, shown.item, recorded=shown.question.recorded)
    own, common = stated.get(shown.item.key), stated.get(common_item(shown.item.key))
    counts = own or common
    known = set(counts.state.body["known"]) if counts else set()
    scope = ALL if counts is common and common is not None else FIELD
    initial = {"known": sorted(known), "scope": scope, "based_on": record.number}
    form = wrong or KnowledgeForm(None, item=shown.item, **initial)
    return {
        "statement": counts,
        "knowledge": [(each, each.id in known) for each in shown.item.knowledge],
        "knowledge_form": form if "self" in held else None,
    }
