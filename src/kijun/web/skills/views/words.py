"""How does somebody take a rating back, decide on one that waits, say what they know, or undo what they just did here?"""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kijun.framework.skill import SkillItem
from kijun.web.accounts.guards import person_for, viewer_of
from kijun.web.accounts.models import User
from kijun.web.accounts.permissions import EDIT_RECORD
from kijun.web.library.queries import current_editions
from kijun.web.library.templatetags.kijun import said
from kijun.web.people.actions import Outcome
from kijun.web.people.models import Entry, Revision
from kijun.web.people.offers import forget_draft
from kijun.web.people.queries import entry_of, record_of
from kijun.web.people.vocabulary import item_name
from kijun.web.skills.actions import (
    decide as decide_on,
)
from kijun.web.skills.actions import (
    forget_knowledge,
    may_take_back,
    may_undo,
    state_knowledge,
    undo_own,
)
from kijun.web.skills.actions import (
    remove as remove_rating,
)
from kijun.web.skills.forms import DecisionForm, KnowledgeForm, show_outcome
from kijun.web.skills.queries import RATINGS, find_item, knowledge_of
from kijun.web.skills.raters import raters_of
from kijun.web.skills.views.frame import offer_undo
from kijun.web.skills.views.item import find_shown, item_page


@require_POST
def remove(request: HttpRequest, person: str, key: str) -> HttpResponse:
    """Take one's own rating off the record."""
    owner, viewer = person_for(request, person), viewer_of(request)
    entry = _rating(owner, key)
    if not may_take_back(entry, author=viewer, held=raters_of(viewer, owner)):
        raise PermissionDenied
    done = remove_rating(entry, author=viewer)
    if done.revision:
        offer_undo(request, _("The rating of %(item)s was removed.") % {"item": _called(entry)}, done.revision)
    return redirect(_back(request, owner, entry))


@require_POST
def decide(request: HttpRequest, person: str, key: str) -> HttpResponse:
    """Confirm or refuse a rating that waits for the word of the one who asks."""
    owner, viewer = person_for(request, person), viewer_of(request)
    entry = _rating(owner, key)
    if not entry.awaits:
        raise Http404
    if entry.awaits not in raters_of(viewer, owner):
        raise PermissionDenied
    form = DecisionForm(request.POST)
    if form.is_valid():
        kept = form.cleaned_data
        is_confirmed = kept["decision"] == "confirm"
        reason, seen = kept["reason"].strip(), kept["based_on"]
        done = decide_on(entry, author=viewer, is_confirmed=is_confirmed, reason=reason, based_on=seen)
        if done.revision:
            words = (
                _("The rating of %(item)s counts now.") if is_confirmed else _("The rating of %(item)s was refused.")
            )
            offer_undo(request, words % {"item": _called(entry)}, done.revision)
            return redirect(_back(request, owner, entry))
        show_outcome(form, done)
    found = _item_of(request, entry)
    if found is None:
        raise Http404
    return item_page(request, find_shown(request, owner, found), decision=(key, form))


@require_POST
def knowledge(request: HttpRequest, person: str, item: str) -> HttpResponse:
    """Say which knowledge items of a skill item one has; only the person does."""
    owner = person_for(request, person, EDIT_RECORD)
    shown = find_shown(request, owner, item)
    form = KnowledgeForm(request.POST, item=shown.item)
    if not form.is_valid():
        return item_page(request, shown, knowledge=form)
    done = _state(form, shown.item, owner, is_forgotten="forget" in request.POST)
    if done.conflicts or any(fault.is_error for fault in done.faults):
        show_outcome(form, done)
        return item_page(request, shown, knowledge=form)
    forget_draft(request, shown.knowledge_draft)
    if done.revision:
        offer_undo(request, _("What you know of %(item)s was saved.") % {"item": said(shown.item.name)}, done.revision)
    return redirect(shown.url)


def _state(form: KnowledgeForm, item: SkillItem, owner: User, *, is_forgotten: bool) -> Outcome:
    """Save a statement; what it said of knowledge items of other editions stays said."""
    record = record_of(owner)
    if is_forgotten:
        return forget_knowledge(record, form.key, author=owner)
    kept, shown = form.cleaned_data, {each.id for each in item.knowledge}
    held = knowledge_of(record, item).get(form.key)
    elsewhere = [each for each in held.state.body["known"] if each not in shown] if held else []
    known: Sequence[str] = [*kept["known"], *elsewhere]
    return state_knowledge(record, form.key, known, author=owner, based_on=kept["based_on"])


@require_POST
def undo(request: HttpRequest, person: str, number: int) -> HttpResponse:
    """Take back what one did here oneself."""
    owner, viewer = person_for(request, person), viewer_of(request)
    revision = get_object_or_404(Revision, record__owner=owner, number=number)
    if not may_undo(revision, author=viewer, held=raters_of(viewer, owner)):
        raise PermissionDenied
    done = undo_own(revision, author=viewer)
    if done.conflicts or any(fault.is_error for fault in done.faults):
        messages.warning(
            request, _("It could not be undone: somebody changed it since. Look at what is on record now.")
        )
    elif done.revision:
        offer_undo(request, _("It was undone."), done.revision)
    return redirect(_place_of(revision, owner))


def _place_of(revision: Revision, owner: User) -> str:
    """Return the page of the item that a revision was about, or that of all skills where it was about several."""
    states = [change.before or change.after or {} for change in revision.changes.all()]
    found = find_item(str(states[0]["body"].get("item", "")), current_editions()) if len(states) == 1 else None
    if found is None:
        return reverse("skills:skills", kwargs={"person": owner.key})
    return reverse("skills:item", kwargs={"person": owner.key, "item": found[1].key})


def _rating(owner: User, key: str) -> Entry:
    entry = entry_of(record_of(owner), key)
    if entry is None or entry.list != RATINGS:
        raise Http404
    return entry


def _called(entry: Entry) -> str:
    return said(item_name(str(entry.body["item"])))


def _item_of(request: HttpRequest, entry: Entry) -> str | None:
    """Return the item to go back to: the rated one, or the one on whose page a rating for all fields was seen."""
    for key in (str(entry.body["item"]), request.POST.get("item", "")):
        if find_item(key, current_editions()) is not None:
            return key
    return None


def _back(request: HttpRequest, owner: User, entry: Entry) -> str:
    found = _item_of(request, entry)
    if found is None:
        return reverse("skills:skills", kwargs={"person": owner.key})
    return reverse("skills:item", kwargs={"person": owner.key, "item": found})
