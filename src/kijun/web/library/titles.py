"""What is a thing of the library called, and in what does it stand?"""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kijun.framework.edition import Edition
from kijun.framework.indicator import Indicator
from kijun.framework.structure import Field
from kijun.judgement.explain import PART_NAMES
from kijun.text import Text
from kijun.web.library.addresses import Place, address_of, category_of, field_of, places
from kijun.web.library.templatetags.kijun import said

KIND_NAMES = {
    "role": gettext_lazy("Roles"),
    "title": gettext_lazy("Role titles"),
    "outcome": gettext_lazy("Outcomes"),
    "activity": gettext_lazy("Activities"),
    "condition": gettext_lazy("Conditions of complexity"),
    "fact": gettext_lazy("Facts of a market"),
    "area": gettext_lazy("Areas of expertise"),
    "degree": gettext_lazy("Degrees of expertise"),
    "reach": gettext_lazy("Reaches of a contribution"),
    "contribution": gettext_lazy("Kinds of contribution"),
    "subject": gettext_lazy("What is handed on"),
    "examination": gettext_lazy("Examinations"),
    "circumstance-kind": gettext_lazy("Kinds of circumstances"),
    "circumstance": gettext_lazy("Circumstances"),
    "setting": gettext_lazy("Settings of a proficiency"),
    "ability": gettext_lazy("Abilities"),
    "customers-reach": gettext_lazy("Reaches of the users served"),
    "customers": gettext_lazy("Users served"),
    "level": gettext_lazy("Levels"),
    "measure": gettext_lazy("Measures of a size"),
    "scope": gettext_lazy("Markets"),
}


def title_of(place: Place) -> str:
    """Return what a page is called: the name of its thing, a cell with its level."""
    edition = place.edition
    match place.kind:
        case "edition":
            return said(edition.name)
        case "category":
            return said(category_of(place).name)
        case "field":
            return said(field_of(place).name)
        case "cell":
            return said(edition.cell_name(field_of(place), edition.indicators[place.path].level))
        case "part":
            return said(PART_NAMES[place.last])
        case "overview" | "skills":
            return _("Skill items")
        case "item":
            return said(edition.skills[place.path].name)
        case "policy":
            return _("Answers where the documents are silent")
        case "point":
            return said(edition.points[place.last].question)
        case "vocabulary":
            return _("Vocabulary")
        case "words":
            return str(KIND_NAMES.get(place.last, place.last))
        case _:
            return _("Notes on the documents")


def short_title(place: Place) -> str:
    """Return what a page is called below its holder: of a cell, the level."""
    if place.kind == "cell":
        return said(place.edition.level_name(place.edition.indicators[place.path].level))
    return title_of(place)


def full_title(place: Place) -> str:
    """Return what a page is called where nothing around it says in what it stands."""
    holder = _holder(place)
    title = title_of(place)
    if holder is None:
        return title
    return _("%(title)s (%(holder)s)") % {"title": title, "holder": said(holder)}


def crumbs_of(place: Place) -> list[dict[str, str]]:
    """Return what a page stands in, from the library down to itself."""
    steps = place.path.split("/")
    ways = [places().get("/".join(steps[:count])) for count in range(1, len(steps) + 1)]
    known = [found for found in ways if found is not None]
    return [
        {"label": _("Library"), "url": reverse("library:library")},
        *({"label": short_title(each), "url": address_of(each.path)} for each in known),
    ]


def name_of(indicator: Indicator, edition: Edition) -> Text:
    """Return what a cell is called."""
    return edition.cell_name(_field(indicator, edition), indicator.level)


def _field(indicator: Indicator, edition: Edition) -> Field:
    return next(field for _category, field in edition.fields() if field.path == indicator.field_path)


def _holder(place: Place) -> Text | None:
    match place.kind:
        case "field" | "cell" | "overview":
            return category_of(place).name
        case "part":
            return name_of(place.edition.indicators[place.path.rpartition("/")[0]], place.edition)
        case "skills" | "item":
            return field_of(place).name
        case "edition" | "category":
            return None
        case _:
            return place.edition.name
