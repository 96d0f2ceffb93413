"""What is a thing of the library, for a program? The shapes of `kijun show --format json`, with what it is called and what it holds."""

from __future__ import annotations

from kijun.framework.dump import Plain, dump_category, dump_cell, dump_citation, dump_text
from kijun.framework.dump_skills import dump_item
from kijun.framework.dump_wording import dump_wording
from kijun.framework.indicator import Indicator
from kijun.framework.structure import Field
from kijun.judgement.explain import PART_NAMES
from kijun.text import Text
from kijun.web.library.addresses import Place, category_of, field_of
from kijun.web.library.cell_lines import PartLines, parts_of
from kijun.web.library.official import official_text, wording_at


def thing_as_json(place: Place) -> dict[str, Plain] | None:
    """Return a thing with its kind, its path and its name; None where it is none that a program reads."""
    found = _of_kind(place)
    if found is None:
        return None
    name, more = found
    official = official_text(place.edition)
    words: dict[str, Plain] = {"wording": dump_wording(wording_at(place))} if official.is_installed else {}
    return {
        "kind": place.kind,
        "path": place.path,
        "edition": place.edition.id,
        "name": dump_text(name),
        **more,
        **words,
    }


def _of_kind(place: Place) -> tuple[Text, dict[str, Plain]] | None:
    edition = place.edition
    match place.kind:
        case "edition":
            return edition.name, {"categories": [_named(each.path, each.name) for each in edition.categories.values()]}
        case "category":
            category = category_of(place)
            fields: list[Plain] = [_named(each.path, each.name) for each in category.fields]
            return category.name, {"fields": fields, "category": dump_category(category, edition)}
        case "field":
            return field_of(place).name, _field(place, field_of(place))
        case "cell":
            cell = edition.indicators[place.path]
            return edition.cell_name(field_of(place), cell.level), _cell(place, cell)
        case "part":
            cell = edition.indicators[place.path.rpartition("/")[0]]
            part = next(each for each in parts_of(cell, edition) if each.id == place.last)
            return PART_NAMES[place.last], {"cell": cell.path, "lines": _lines(part)}
        case "item":
            item = edition.skills[place.path]
            return item.name, {"item": dump_item(item, edition)}
        case _:
            return None


def _named(path: str, name: Text) -> dict[str, Plain]:
    return {"path": path, "name": dump_text(name)}


def _field(place: Place, field: Field) -> dict[str, Plain]:
    edition = place.edition
    return {
        "summary": dump_text(field.summary),
        "cells": [
            {**_named(each.path, edition.cell_name(field, each.level)), "level": each.level}
            for each in edition.cells_of(field.path)
        ],
        "items": [_named(each.path, each.name) for each in edition.items_of(field.path)],
    }


def _cell(place: Place, cell: Indicator) -> dict[str, Plain]:
    parts: list[Plain] = [
        {"part": each.id, "name": dump_text(each.name), "lines": _lines(each)} for each in parts_of(cell, place.edition)
    ]
    return {"level": cell.level, "parts": parts, "cell": dump_cell(cell, place.edition)}


def _lines(part: PartLines) -> list[Plain]:
    return [{"words": dump_text(each.words), "citation": dump_citation(each.citation)} for each in part.lines]
