"""What goes with a field, a category, a skill item or a knowledge item that a company drops?"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kijun.catalogue.overlay.place import Spot, cells, inside, items
from kijun.catalogue.overlay.traced import Traced

_ONE_OF_ITEM = 5
"""How many values lead to one knowledge item or proficiency: the file, its items, the item, its list, the one."""


def drop_category(found: Spot, files: dict[str, Traced]) -> None:
    """Take a category out: its fields with everything in them, and its skill area."""
    for _, spot in list(inside(found, files)):
        if spot.kind == "field":
            drop_field(spot, files)
    for file in [file for file, root in files.items() if _is_of(file, root, found.category)]:
        del files[file]
    found.holder.items.remove(found.value)


def drop_field(found: Spot, files: dict[str, Traced]) -> None:
    """Take a field out: its cells, its skill items, and who acts where in it."""
    for _, spot in list(cells(found, files)):
        spot.holder.items.remove(spot.value)
    for file in [file for file, root in files.items() if _is_of(file, root, found.category, found.field)]:
        del files[file]
    for _, spot in list(items(found, files)):
        drop_item(spot, files)
    for root in _skills(files, found.category):
        for key in ("settings", "overview"):
            _keep(root, key, lambda each: each.get("field") != found.field)
    found.holder.items.remove(found.value)


def drop_item(found: Spot, files: dict[str, Traced]) -> None:
    """Take a skill item out of its field, and out of the overview unless another field has it too."""
    identity = found.value.get("id")
    found.holder.items.remove(found.value)
    for group in _groups(found, identity, files):
        _keep(group, "items", lambda item: item.get("item") != identity)


def unhead(found: Spot) -> None:
    """Let a skill item's table head a level no more whose proficiency a company drops: that is not the same as blank."""
    item = found.way[2]
    if len(found.way) == _ONE_OF_ITEM and found.way[3] is item.mapping.get("proficiencies"):
        _keep(item, "headed", lambda level: level.held != found.value.get("level"))


def drop_knowledge(found: Spot, files: dict[str, Traced]) -> None:
    """Take a knowledge item that its skill item lost out of the overview, unless another field's item has it still."""
    item, gone = found.way[2], found.value.get("id")
    if len(found.way) != _ONE_OF_ITEM or found.way[3] is not item.mapping.get("knowledge"):
        return
    identity = item.get("id")
    for root in _skills(files, found.category):
        holders = [
            other.get("field")
            for other in root.listed("items")
            if other.get("id") == identity and any(each.get("id") == gone for each in other.listed("knowledge"))
        ]
        for group in root.listed("overview"):
            if group.get("field") == found.field or (group.get("common") is True and not holders):
                for each in group.listed("items"):
                    if each.get("item") == identity:
                        _keep(each, "knowledge", lambda listed: listed.get("id") != gone)


def _groups(found: Spot, identity: object, files: dict[str, Traced]) -> Iterator[Traced]:
    for root in _skills(files, found.category):
        is_elsewhere = any(item.get("id") == identity for item in root.listed("items"))
        for group in root.listed("overview"):
            if group.get("field") == found.field or (group.get("common") is True and not is_elsewhere):
                yield group


def _skills(files: dict[str, Traced], category: str) -> Iterator[Traced]:
    yield from (root for file, root in files.items() if file.startswith("skills/") and root.get("category") == category)


def _is_of(file: str, root: Traced, category: str, field: str | None = None) -> bool:
    """Return whether a file holds only what belongs to a category, or to one of its fields."""
    if field is None:
        return file.startswith(("indicators/", "skills/")) and root.get("category") == category
    return file.startswith("indicators/") and (root.get("category"), root.get("field")) == (category, field)


def _keep(holder: Traced, key: str, is_kept: Callable[[Traced], bool]) -> None:
    if key in holder.mapping:
        holder.listed(key)[:] = [each for each in holder.listed(key) if is_kept(each)]
