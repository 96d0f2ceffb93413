"""Who of the people whom one leads or assesses is rated how, in the items of a field?"""

from __future__ import annotations

from typing import Any, Final

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from kijun.evidence import Rating
from kijun.evidence.words import RATERS_IN_SENTENCES
from kijun.judgement.explain_skills import say_recorded
from kijun.text import Text, series
from kijun.web.accounts.guards import viewer_of
from kijun.web.accounts.models import User
from kijun.web.accounts.queries import visible_to
from kijun.web.library.templatetags.kijun import said
from kijun.web.skills.queries import Place, places_with_items
from kijun.web.skills.question import Question, QuestionForm, question_of
from kijun.web.skills.team import Row, TeamMatrix, team_matrix

AT_ONCE: Final = 10
"""How many people stand beside each other on one page."""
_DARKEST: Final = 6


@require_GET
def team(request: HttpRequest) -> HttpResponse:
    """Show the people whom one may see by the items of a field. Whoever leads and assesses nobody has no such page."""
    seen = visible_to(viewer_of(request))
    if not seen:
        raise PermissionDenied
    form = QuestionForm({name: request.GET[name] for name in ("edition", "on") if name in request.GET})
    question = question_of(form)
    places = places_with_items(question.editions())
    asked = request.GET.get("field", "")
    place = next((each for each in places if each.key == asked), None)
    if asked and place is None:
        form.add_error(
            None, _("There are no skill items for “%(field)s” here. Choose a field of the list.") % {"field": asked}
        )
    place = place or next(iter(places), None)
    page = Paginator(seen, AT_ONCE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "question": question,
        "fields": _choices(places),
        "place": place,
        "page": page,
        "count": len(seen),
        **(_shown(team_matrix(place, list(page), on=question.on), question) if place else {}),
    }
    return render(request, "skills/team.html", context, status=422 if form.errors else 200)


def _choices(places: list[Place]) -> list[tuple[str, list[Place]]]:
    groups: dict[str, list[Place]] = {}
    for place in places:
        groups.setdefault(said(place.category.name), []).append(place)
    return list(groups.items())


def _shown(matrix: TeamMatrix, question: Question) -> dict[str, Any]:
    by = [RATERS_IN_SENTENCES[rater] for rater in matrix.place.deciders]
    days, holes = matrix.days, [item.name for item in matrix.holes]
    return {
        "matrix": matrix,
        "people": [(each, _url(each, matrix.place.key, question)) for each in matrix.people],
        "lines": [
            (row, [_cell(row, each, given, question) for each, given in _pairs(row, matrix)]) for row in matrix.rows
        ],
        "holes": said(series(holes)) if holes else "",
        "finding": _finding(matrix),
        "oldest": days[0] if days else None,
        "newest": days[-1] if days else None,
        "deciders": Text(ja="、なければ".join(each.ja for each in by), en=", or else ".join(each.en for each in by)),
    }


def _pairs(row: Row, matrix: TeamMatrix) -> list[tuple[User, Rating | None]]:
    return list(zip(matrix.people, row.ratings, strict=True))


def _cell(row: Row, person: User, given: Rating | None, question: Question) -> dict[str, Any]:
    own = {"person": person.key, "item": row.item.key}
    return {
        "url": reverse("skills:item", kwargs=own) + question.query(),
        "name": person.name,
        "level": given.level if given else None,
        "heat": min(given.level, _DARKEST) if given else "none",
        "day": say_recorded(given.day) if given else None,
    }


def _url(person: User, field: str, question: Question) -> str:
    return reverse("skills:skills", kwargs={"person": person.key}) + question.query(field=field)


def _finding(matrix: TeamMatrix) -> str:
    """Return what the table comes to, as its title."""
    whole = len(matrix.rows) * len(matrix.people)
    missing = sum(row.not_rated for row in matrix.rows)
    if not missing:
        return _("Everybody is rated in every item")
    facts = {"missing": missing, "whole": whole}
    return (
        ngettext("%(missing)s of %(whole)s ratings is missing", "%(missing)s of %(whole)s ratings are missing", missing)
        % facts
    )
