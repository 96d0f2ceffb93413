"""What do the pages of a field, a cell and a part show?"""

from __future__ import annotations

from typing import Any

from kijun.framework.dump_skills import flags_of
from kijun.framework.indicator import PARTS
from kijun.judgement.explain import not_examined
from kijun.web.library.addresses import Place, category_of, field_of
from kijun.web.library.cell_lines import EXAM, lines_of, part_name, parts_of, thresholds_of
from kijun.web.library.chart import chart_of
from kijun.web.library.notes import notes_on, shaping
from kijun.web.library.other_editions import elsewhere
from kijun.web.library.skill_pages import levels_of_items


def field_page(place: Place) -> dict[str, Any]:
    """Return a field: its levels side by side, parts down and levels across, and its skill items."""
    edition, field = place.edition, field_of(place)
    cells = edition.cells_of(field.path)
    rows: list[dict[str, Any]] = [
        {"id": part, "name": part_name(part), "cells": [(cell, lines_of(cell, part, edition)) for cell in cells]}
        for part in (*PARTS, EXAM)
    ]
    chart = chart_of(edition, [category_of(place)])
    return {
        "category": category_of(place),
        "field": field,
        "boxes": next(row.boxes for _, group in chart.groups for row in group if row.field.path == field.path),
        "columns": [(cell, edition.level_name(cell.level)) for cell in cells],
        "rows": [row for row in rows if any(lines for _, lines in row["cells"])],
        "missing": sorted(field.missing_from_source),
        "items": levels_of_items(edition, edition.items_of(field.path)),
        "levels": sorted(edition.levels),
        "elsewhere": elsewhere(place),
    }


def cell_page(place: Place) -> dict[str, Any]:
    """Return a cell on one screen: every part, what no record can show, the answers that shape it, what is noted."""
    edition = place.edition
    cell = edition.indicators[place.path]
    chart = chart_of(edition, [category_of(place)])
    items = [item for item in edition.items_of(cell.field_path) if cell.level in item.proficiencies]
    return {
        "category": category_of(place),
        "field": field_of(place),
        "cell": cell,
        "parts": parts_of(cell, edition),
        "thresholds": thresholds_of(cell),
        "unseen": not_examined(cell, edition.vocabulary.name),
        "shaping": shaping(cell, edition),
        "notes": notes_on(edition, [*cell.flags, *(flag.id for flag in flags_of(cell.path, edition))]),
        "boxes": next(row.boxes for _, group in chart.groups for row in group if row.field.path == cell.field_path),
        "items": items,
        "elsewhere": elsewhere(place),
    }


def part_page(place: Place) -> dict[str, Any]:
    """Return one part of a cell, by itself."""
    edition = place.edition
    cell_path, _, part = place.path.rpartition("/")
    cell = edition.indicators[cell_path]
    return {
        "field": field_of(place),
        "cell": cell,
        "name": edition.cell_name(field_of(place), cell.level),
        "part": part,
        "lines": lines_of(cell, part, edition),
        "shaping": [each for each in shaping(cell, edition) if part_name(part).en in each.parts.en.split(", ")],
        "levels": [
            (other, edition.level_name(other.level), lines_of(other, part, edition))
            for other in edition.cells_of(cell.field_path)
            if other.path != cell.path
        ],
    }
