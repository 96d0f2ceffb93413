"""How is a new thing put into the files of an edition: a category, a field, a cell, a skill item, a word, a value?"""

from __future__ import annotations

from dataclasses import replace

from kijun.catalogue.overlay.new import New, complete, kind_of
from kijun.catalogue.overlay.place import Spot
from kijun.catalogue.overlay.traced import Origin, Traced, trace, written_at
from kijun.framework.parse_vocabulary import FILES

_CATEGORY_KEYS = frozenset({"answers_for", "phases", "activities", "levels_printed", "engagements_belong_by"})
_FIELD_KEYS = frozenset({"summary", "missing_from_source"})


def added(last: Spot, name: str, new: New, files: dict[str, Traced]) -> Spot | None:
    """Put a new value into the place above it, and return where it stands; None where no such thing can be there."""
    has_keys = bool(new.value.mapping)
    match last.kind:
        case "edition" if has_keys:
            return _add_category(name, new, files)
        case "category":
            if name in _CATEGORY_KEYS:
                return _keyed(last, name, new)
            return _add_field(name, new, last, files) if has_keys else None
        case "field":
            if name in _FIELD_KEYS:
                return _keyed(last, name, new)
            return _add_cell(name, new, last, files) if name.isdecimal() and has_keys else None
        case "skills" if has_keys:
            return _add_item(name, new, last, files)
        case "value":
            return _add_value(name, new, last)
        case _:
            return None


def vocabulary_list(name: str, files: dict[str, Traced], origin: Origin) -> Spot | None:
    """Return the list of a kind of word that the parent has none of, made empty; None where there is no such kind."""
    file = next((f"vocabulary/{file}.yaml" for file, lists in FILES.items() if name in lists), None)
    if file is None:
        return None
    root = files.setdefault(file, trace({}, origin))
    root.listed(name)
    return Spot(kind="value", file=file, way=(root, root.mapping[name]), key=name)


def _add_category(name: str, new: New, files: dict[str, Traced]) -> Spot:
    structure = files["structure.yaml"]
    fields = new.value.mapping.pop("fields", None)
    complete(new, "category", name)
    new.give("fields", [])
    structure.listed("categories").append(new.value)
    way = (structure, structure.mapping["categories"], new.value)
    spot = Spot(kind="category", file="structure.yaml", way=way, key=name, category=name)
    for field in fields.items if fields else ():
        _add_field(str(field.get("id")), new.of(field), spot, files)
    return spot


def _add_field(name: str, new: New, category: Spot, files: dict[str, Traced]) -> Spot:
    """Put a field into a category, with the cells and the skill items that its value holds."""
    cells, skills = new.value.mapping.pop("cells", None), new.value.mapping.pop("skills", None)
    complete(new, "field", name)
    category.value.listed("fields").append(new.value)
    way = (*category.way, category.value.mapping["fields"], new.value)
    spot = Spot(kind="field", file="structure.yaml", way=way, key=name, category=category.category, field=name)
    for cell in cells.items if cells else ():
        _add_cell(str(cell.get("level")), new.of(cell), spot, files)
    for item in skills.items if skills else ():
        _add_item(str(item.get("id")), new.of(item), spot, files)
    return spot


def _add_cell(name: str, new: New, field: Spot, files: dict[str, Traced]) -> Spot:
    """Put a cell into a field; a level that was missing from the source is missing no more."""
    own = f"indicators/{field.category}/{field.field}.yaml"
    file = next((each for each, root in files.items() if _is_of(each, root, field)), own)
    if file not in files:
        head = {"category": field.category, "field": field.field, "document": new.edition, "cells": []}
        files[file] = written_at(head, new.origin)
    if "missing_from_source" in field.value.mapping:
        missing = field.value.listed("missing_from_source")
        missing[:] = [level for level in missing if str(level.held) != name]
    return _joined(file, files[file], "cells", name, new, field)


def _is_of(file: str, root: Traced, field: Spot) -> bool:
    own = (root.get("category"), root.get("field")) == (field.category, field.field)
    return file.startswith("indicators/") and own


def _add_item(name: str, new: New, field: Spot, files: dict[str, Traced]) -> Spot:
    """Put a skill item behind the others of its field, in the tables and in the overview."""
    skills = (each for each, root in files.items() if each.startswith("skills/"))
    file = next((each for each in skills if files[each].get("category") == field.category), None)
    if file is None:
        file = f"skills/{field.category}.yaml"
        files[file] = written_at({"category": field.category, "document": new.edition, "items": []}, new.origin)
    root = files[file]
    new.give("field", field.field)
    spot = _joined(file, root, "items", name, new, field)
    if "overview" in root.mapping:
        knowledge = [{"id": each.get("id")} for each in new.value.listed("knowledge")]
        listed = written_at({"item": name, "knowledge": knowledge}, new.origin)
        listed.mapping["line"] = new.place()
        _overview_of(root, field.field, new).append(listed)
    return spot


def _overview_of(root: Traced, field: str, new: New) -> list[Traced]:
    """Return the items that the overview lists for a field; its group is made where it has none."""
    group = next((each for each in root.listed("overview") if each.get("field") == field), None)
    if group is None:
        group = written_at({"field": field, "items": []}, new.origin)
        root.listed("overview").append(group)
    return group.listed("items")


def _joined(file: str, root: Traced, key: str, name: str, new: New, field: Spot) -> Spot:
    members = root.listed(key)
    way = (root, root.mapping[key])
    complete(new, kind_of(file, way), name, members)
    members.append(new.value)
    return Spot(
        kind="value",
        file=file,
        way=(*way, new.value),
        key=name,
        category=field.category,
        field=field.field,
    )


def _keyed(last: Spot, name: str, new: New) -> Spot:
    last.value.mapping[name] = new.value
    return replace(last, kind="value", way=(*last.way, new.value), key=name)


def _add_value(name: str, new: New, last: Spot) -> Spot | None:
    """Put a value into a mapping or a list; a word alone joins the list that the path names."""
    if isinstance(last.value.held, dict):
        return _keyed(last, name, new) if new.value.held is not None else None
    if not isinstance(last.value.held, list):
        return None
    if new.value.held is None:
        new = new.of(trace(name, new.origin))
    kind = kind_of(last.file, last.way)
    complete(new, kind, name, last.value.items)
    last.value.items.append(new.value)
    if kind == "proficiency":
        _head(last.way[-2], new.value)
    return replace(last, way=(*last.way, new.value), key=name)


def _head(item: Traced, proficiency: Traced) -> None:
    """Let a skill item's table head the level of a new proficiency."""
    level = proficiency.mapping.get("level")
    headed = item.listed("headed") if "headed" in item.mapping else None
    if level is not None and headed is not None and all(each.held != level.held for each in headed):
        headed.append(level)
