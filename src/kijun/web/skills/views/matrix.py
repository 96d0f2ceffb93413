"""How do a person's skills stand in a field: what each rater gave each item, against a level?"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from kijun.evidence import Person
from kijun.evidence.words import RATER_NAMES
from kijun.framework.phrase_skill import COMMON, SPECIFIC
from kijun.judgement.explain_skills import say_tally
from kijun.judgement.skills import fields_on_record, skill_levels
from kijun.text import Text
from kijun.web.accounts.guards import person_for, viewer_of
from kijun.web.library.templatetags.kijun import said
from kijun.web.people.models import Record
from kijun.web.people.queries import read_record, record_of
from kijun.web.skills.queries import Place, keys_of, places_with_items, waiting
from kijun.web.skills.question import Question, QuestionForm, question_of
from kijun.web.skills.raters import raters_of
from kijun.web.skills.standing import Line, Standing, draw_skills, line_of, stand
from kijun.web.skills.views.frame import about, crumbs


@require_GET
def skills(request: HttpRequest, person: str) -> HttpResponse:
    """Show the rating matrix of a field, the first with something on record where none is asked for."""
    owner, viewer = person_for(request, person), viewer_of(request)
    record = record_of(owner)
    form = QuestionForm(request.GET, record=record)
    question = question_of(form)
    known = read_record(record, recorded=question.recorded).person
    places = places_with_items(question.editions())
    evident = _evident(places, known, question)
    place = _place(form, request.GET.get("field", ""), places, evident)
    level = _level(form, request.GET.get("level", ""), place)
    context = {
        **about(viewer, owner, record),
        "crumbs": [] if viewer == owner else crumbs(viewer, owner),
        "form": form,
        "question": question,
        "fields": _choices(places, evident),
        "place": place,
        "raters": raters_of(viewer, owner) if question.recorded_on is None else (),
        **(_standing(place, known, question, level, record) if place else {}),
    }
    return render(request, "skills/matrix.html", context, status=422 if form.errors else 200)


def _evident(places: list[Place], known: Person, question: Question) -> list[Place]:
    paths = {
        field.path for edition in question.editions() for field in fields_on_record(edition, known, on=question.on)
    }
    return [place for place in places if place.field.path in paths]


def _place(form: QuestionForm, asked: str, places: list[Place], evident: list[Place]) -> Place | None:
    """Return the field that is asked for, or the first with something on record, or the first of all."""
    found = next((place for place in places if place.key == asked), None)
    if asked and found is None:
        form.add_error(
            None, _("There are no skill items for “%(field)s” here. Choose a field of the list.") % {"field": asked}
        )
    return found or next(iter(evident), None) or next(iter(places), None)


def _level(form: QuestionForm, asked: str, place: Place | None) -> int | None:
    defined = skill_levels(place.edition, place.field.path) if place else []
    if asked and asked not in map(str, defined):
        levels = ", ".join(map(str, defined))
        facts = {"level": asked, "levels": levels}
        form.add_error(
            None, _("No item has a proficiency at level “%(level)s”. Levels that have one: %(levels)s.") % facts
        )
        return None
    return int(asked) if asked else None


def _choices(places: list[Place], evident: list[Place]) -> list[tuple[str, list[Place]]]:
    """Return the fields to choose from: those with something on record, then the others by category."""
    groups = {_("With something on record"): evident} if evident else {}
    for place in places:
        if place not in evident:
            groups.setdefault(said(place.category.name), []).append(place)
    return list(groups.items())


def _standing(place: Place, known: Person, question: Question, level: int | None, record: Record) -> dict[str, Any]:
    standing = stand(place, known, on=question.on, level=level)
    groups = [(name, _lines(standing, question, record, is_common=common)) for name, common in _GROUPS]
    waits = sum(len(line.awaits) for _name, lines in groups for line in lines)
    return {
        "standing": standing,
        "levels": skill_levels(place.edition, place.field.path),
        "chosen_level": level,
        "groups": [(name, lines) for name, lines in groups if lines],
        "has_apart": any(row.is_seen_differently for row in standing.matrix.rows),
        "tallies": _tallies(standing),
        "waits": waits,
        "drawn": draw_skills(standing.skills),
        "policy_url": reverse("library:thing", kwargs={"path": f"{place.edition.id}/policy/ratings.by"}),
        "library_url": reverse("library:thing", kwargs={"path": f"{place.field.path}/skills"}),
        "query": question.query(),
    }


_GROUPS: tuple[tuple[Text, bool], ...] = ((COMMON, True), (SPECIFIC, False))


def _lines(standing: Standing, question: Question, record: Record, *, is_common: bool) -> list[Line]:
    waits = waiting(record, recorded=question.recorded)
    lines = []
    for row in standing.matrix.rows:
        if row.item.is_common is not is_common:
            continue
        url = reverse("skills:item", kwargs={"person": record.owner.key, "item": row.item.key}) + question.query()
        awaited = [state for state in waits if state.body["item"] in keys_of(row.item)]
        words = tuple(
            _("%(rater)s: %(level)s") % {"rater": said(RATER_NAMES[state.body["by"]]), "level": state.body["level"]}
            for state in awaited
        )
        lines.append(line_of(row, standing, url=url, awaits=words))
    return lines


def _tallies(standing: Standing) -> list[tuple[Text, Text, bool]]:
    """Return how many items are at the target, by each rater who rated one; those that decide are said to."""
    matrix = standing.matrix
    return [
        (name, say_tally(matrix.tally_of(rater)), rater in matrix.by)
        for rater, name in RATER_NAMES.items()
        if rater in matrix.by or any(rater in row.ratings for row in matrix.asked)
    ]
