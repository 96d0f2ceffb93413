"""What do the pages of an edition and of a category show?"""

from __future__ import annotations

from datetime import date
from typing import Any

from kijun.framework.dump_skills import flags_of
from kijun.framework.edition import Document, Edition
from kijun.framework.structure import Category
from kijun.text import Text
from kijun.web.library.addresses import Place, category_of, kinds_of
from kijun.web.library.chart import chart_of
from kijun.web.library.notes import notes_on
from kijun.web.library.other_editions import elsewhere, in_order, related_to
from kijun.web.library.queries import own_editions


def edition_page(place: Place) -> dict[str, Any]:
    """Return an edition: its fields by level, the answers to silent points, its documents."""
    edition = place.edition
    return {
        **counts_of(edition),
        "chart": chart_of(edition, edition.categories.values()),
        "points": [(point, point.say(point.default)) for point in edition.points.values()],
        "others": [(other, *in_order(edition, other)) for other in related_to(edition)],
        "kinds": len(kinds_of(edition.vocabulary)),
        "documents": [(document, _publisher(document)) for document in edition.documents.values()],
        "changes": [flag for flag in edition.flags.values() if flag.is_change],
    }


def _publisher(document: Document) -> Text:
    """Return who published a document; names that stand together are joined as each language joins them."""
    return Text(ja=document.publisher.replace(" and ", "、"), en=document.publisher)


def counts_of(edition: Edition) -> dict[str, Any]:
    """Return how much an edition holds."""
    return {
        "edition": edition,
        "categories": list(edition.categories.values()),
        "fields": sum(len(category.fields) for category in edition.categories.values()),
        "cells": len(edition.indicators),
        "items": len(edition.skills),
        "flags": len(edition.flags),
        "published": _day(edition.published),
        "is_own": any(edition.id == own.id for own in own_editions()),
    }


def _day(printed: str) -> date | None:
    """Return the day of publication; an edition may print none, or a year alone."""
    try:
        return date.fromisoformat(printed)
    except ValueError:
        return None


def category_page(place: Place) -> dict[str, Any]:
    """Return a category: its job description by phases, its fields by level, its skill items."""
    edition, category = place.edition, category_of(place)
    return {
        "category": category,
        "phases": [_phase(category, phase.id) for phase in category.phases],
        "chart": chart_of(edition, [category]),
        "skills": _skill_counts(edition, category),
        "notes": notes_on(edition, [*category.flags, *(flag.id for flag in flags_of(category.path, edition))]),
        "elsewhere": elsewhere(place),
    }


def _phase(category: Category, identity: str) -> dict[str, Any]:
    phase = next(each for each in category.phases if each.id == identity)
    return {"phase": phase, "activities": [each.name for each in category.activities if each.phase == identity]}


def _skill_counts(edition: Edition, category: Category) -> list[dict[str, Any]]:
    """Return of each field how many skill items are common to the category and how many are its own."""
    found = []
    for field in category.fields:
        items = edition.items_of(field.path)
        common = sum(item.is_common for item in items)
        if items:
            found.append({"field": field, "common": common, "own": len(items) - common})
    return found
