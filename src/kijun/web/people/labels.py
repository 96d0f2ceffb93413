"""What are the facts of a record called on a page?"""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from kijun.evidence.engagement import MASKABLE
from kijun.evidence.words import MASKABLE_NAMES
from kijun.web.library.templatetags.kijun import said
from kijun.web.people.vocabulary import measures

_LABELS: Mapping[str, object] = {
    "employee": gettext_lazy("Employee number"),
    "name": gettext_lazy("Name"),
    "name.text": gettext_lazy("Name"),
    "name.reading": gettext_lazy("Reading"),
    "team": gettext_lazy("Team"),
    "complete": gettext_lazy("Nothing is missing from"),
    "id": gettext_lazy("Short name"),
    "title": gettext_lazy("Title"),
    "title.ja": gettext_lazy("Title in Japanese"),
    "title.en": gettext_lazy("Title in English"),
    "project": gettext_lazy("Project"),
    "fields": gettext_lazy("Specialty fields"),
    "activities": gettext_lazy("Activities"),
    "role": gettext_lazy("Role"),
    "from": gettext_lazy("First day"),
    "until": gettext_lazy("Last day"),
    "outcome": gettext_lazy("Outcome"),
    "conditions": gettext_lazy("Conditions"),
    "conditions_complete": gettext_lazy("No other condition held"),
    "customers": gettext_lazy("Customers served"),
    "market": gettext_lazy("Market"),
    "equivalences": gettext_lazy("Equivalence"),
    "masked": gettext_lazy("Masked in reports"),
    "area": gettext_lazy("Area"),
    "degree": gettext_lazy("Degree"),
    "reach": gettext_lazy("Reach"),
    "since": gettext_lazy("Since"),
    "kind": gettext_lazy("Kind"),
    "day": gettext_lazy("Day"),
    "whom": gettext_lazy("Whom"),
    "examination": gettext_lazy("Examination"),
    "item": gettext_lazy("Skill item"),
    "level": gettext_lazy("Level"),
    "by": gettext_lazy("By"),
    "note": pgettext_lazy("of an entry", "Note"),
    "known": gettext_lazy("Knowledge items"),
    "cell": gettext_lazy("Cell"),
    "decision": gettext_lazy("Decision"),
    "reason": gettext_lazy("Reason"),
    "media_type": gettext_lazy("Kind"),
    "size": gettext_lazy("File size"),
}


def label_of(list_: str, key: str) -> str:
    """Return what a fact of an entry is called; one that has no name of its own goes by its key."""
    if list_ == "engagements":
        if key == "title":
            return pgettext("of an engagement", "Title")
        for measure in measures():
            if measure.id == key:
                return said(measure.name)
    return str(_LABELS.get(key, key))


def decisions() -> dict[str, str]:
    """Return what may become of a claim or of a confirmation."""
    return {
        "claimed": _("claimed, not decided yet"),
        "recognised": _("recognised"),
        "refused": _("refused"),
        "confirmed": _("confirmed"),
    }


def maskable() -> dict[str, str]:
    """Return the facts that a report may leave out."""
    return {fact: said(MASKABLE_NAMES[fact]) for fact in MASKABLE}


def list_hints() -> dict[str, str]:
    """Return for each list what belongs into it, as its empty section says."""
    return {
        "expertise": _("The areas in which you are an expert, how far you go in each, and how far it reaches."),
        "contributions": _("Books, papers, lectures, patents and work in professional communities."),
        "mentoring": _("Whom you mentor or coach, and since when."),
        "qualifications": _("The examinations that you passed."),
    }
