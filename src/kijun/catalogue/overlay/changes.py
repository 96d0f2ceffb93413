"""What do the files of the parent hold once an overlay's changes are made, one after the other?

What cannot be done is reported to the overlay's reading and left out; what the values then mean is the parser's to say.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import assert_never

from kijun.catalogue.overlay.add import added, vocabulary_list
from kijun.catalogue.overlay.drop import drop_category, drop_field, drop_item, drop_knowledge, unhead
from kijun.catalogue.overlay.file import Change, Overlay
from kijun.catalogue.overlay.new import New, complete, kind_of
from kijun.catalogue.overlay.place import Lost, Spot, cells, find, inside, items
from kijun.catalogue.overlay.traced import Origin, Traced, plain, trace
from kijun.problem.reading import nearest
from kijun.text import Text

_KEPT = ("id", "level", "kind", "field", "common")
_SHOWN = 12
_NOTHING = Text(ja="なし", en="nothing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A change that was made: where (the values on the way to it), and what stood there before."""

    change: Change
    spot: Spot
    before: object


def make_changes(overlay: Overlay, files: dict[str, Traced]) -> list[Made]:
    """Make the changes in the files, and return those that could be made."""
    contradictory = _report_contradictions(overlay)
    made = []
    for position, change in enumerate(overlay.changes):
        if position in contradictory:
            continue
        found = find(change.steps, files) if change.path else Lost(last=Spot(kind="edition"), position=0)
        match change.kind:
            case "set":
                done = _set(change, found, files, overlay)
            case "drop":
                done = _drop(change, found, files, overlay)
            case "add":
                done = _add(change, found, files, overlay)
            case _:
                assert_never(change.kind)
        if done is not None:
            made.append(done)
    return made


def _report_contradictions(overlay: Overlay) -> set[int]:
    """Report changes of one path, and changes inside what another change drops, sets or adds; return which they are."""
    first: dict[str, Change] = {}
    found: set[int] = set()
    for position, change in enumerate(overlay.changes):
        if change.path and change.path in first:
            line = overlay.line(first[change.path].at)
            overlay.reading.report("K303", change.at, path=change.path, line=line)
            found.add(position)
        first.setdefault(change.path, change)
    for position, change in enumerate(overlay.changes):
        above = ["/".join(change.steps[:length]) for length in range(1, len(change.steps))]
        outer = next((first[path] for path in above if path in first), None)
        if outer is not None and position not in found:
            other = f"{outer.kind}: {outer.path}"
            overlay.reading.report("K304", change.at, path=change.path, line=overlay.line(outer.at), other=other)
            found.add(position)
    return found


def _set(change: Change, found: Spot | Lost, files: dict[str, Traced], overlay: Overlay) -> Made | None:
    if isinstance(found, Lost):
        _report_lost(change, found, files, overlay)
        return None
    if found.kind != "value":
        _report_whole(change, found, files, overlay)
        return None
    before = plain(found.value)
    return Made(change=change, spot=_replaced(found, _new(change, overlay), files), before=before)


def _replaced(found: Spot, new: New, files: dict[str, Traced]) -> Spot:
    """Put a value where another stood; what named the other and says where it belongs names this one."""
    for key in _KEPT if new.value.mapping else ():
        if key in found.value.mapping:
            new.value.mapping.setdefault(key, found.value.mapping[key])
    if _is_item(found):
        drop_item(found, files)
        return added(replace(found, kind="skills"), str(found.value.get("id")), new, files) or found
    if isinstance(found.key, int):
        complete(new, kind_of(found.file, found.way[:-1]), str(found.key))
        found.holder.items[found.key] = new.value
    else:
        found.holder.mapping[found.key] = new.value
    return replace(found, way=(*found.way[:-1], new.value))


def _drop(change: Change, found: Spot | Lost, files: dict[str, Traced], overlay: Overlay) -> Made | None:
    if isinstance(found, Lost):
        _report_lost(change, found, files, overlay)
        return None
    before = plain(found.value) if found.way else None
    match found.kind:
        case "edition" | "vocabulary":
            _report_whole(change, found, files, overlay)
            return None
        case "category":
            drop_category(found, files)
        case "field":
            drop_field(found, files)
        case "skills":
            for _, spot in list(items(found, files)):
                drop_item(spot, files)
        case "value":
            _drop_value(found, files, _origin(change, overlay))
        case _:
            assert_never(found.kind)
    return Made(change=change, spot=found, before=before)


def _drop_value(found: Spot, files: dict[str, Traced], origin: Origin) -> None:
    if _is_item(found):
        drop_item(found, files)
        return
    if isinstance(found.key, int):
        found.holder.items.remove(found.value)
    elif found.key == "activities" and found.file.startswith("indicators/"):
        found.holder.mapping[found.key] = trace(None, origin)  # any activity; a clause has to say so
    else:
        del found.holder.mapping[found.key]
        found.holder.gone[found.key] = origin
    if found.file.startswith("skills/"):
        drop_knowledge(found, files)
        unhead(found)


def _is_item(found: Spot) -> bool:
    """Return whether a spot is a skill item: a member of the list `items` at the top of its file."""
    on_way = len(found.way) == 3  # noqa: PLR2004  # the file, its items, the item
    return found.file.startswith("skills/") and on_way and isinstance(found.key, int)


def _add(change: Change, found: Spot | Lost, files: dict[str, Traced], overlay: Overlay) -> Made | None:
    if isinstance(found, Spot):
        if found.kind == "value" and plain(found.value) is None:
            return _set(change, found, files, overlay)
        overlay.reading.report("K305", change.at, path=change.path, parent=overlay.parent)
        return None
    last, rest = found.last, change.steps[found.position :]
    if last.kind == "vocabulary" and len(rest) > 1:  # a kind of word that the parent has none of
        last, rest = vocabulary_list(rest[0], files, _origin(change, overlay)) or last, rest[1:]
    spot = added(last, rest[0], _new(change, overlay), files) if len(rest) == 1 and change.path else None
    if spot is not None:
        return Made(change=change, spot=spot, before=None)
    if change.below is None and len(rest) == 1 and last.kind != "value":
        overlay.reading.report("K102", change.at, key="value")
    else:
        _report_lost(change, found, files, overlay)
    return None


def _origin(change: Change, overlay: Overlay) -> Origin:
    return Origin(locate=overlay.locate, path=change.at, is_own=True)


def _new(change: Change, overlay: Overlay) -> New:
    below = Origin(locate=overlay.locate, path=change.below or change.at, is_own=True)
    return New(
        value=trace(change.value, below),
        origin=_origin(change, overlay),
        edition=overlay.id,
        line=overlay.line,
    )


def _report_lost(change: Change, lost: Lost, files: Mapping[str, Traced], overlay: Overlay) -> None:
    names = list(dict.fromkeys(name for name, _ in inside(lost.last, files)))
    word = change.steps[lost.position]
    near = nearest(word, names)
    meant = (*change.steps[: lost.position], near or "", *change.steps[lost.position + 1 :])
    suggested = "/".join(meant) if near else _from_within(change, lost, files)
    listed = ", ".join(names[:_SHOWN]) + (", …" if len(names) > _SHOWN else "")
    known = Text(ja=listed, en=listed) if names else _NOTHING
    overlay.reading.report(
        "K302", change.at, suggestion=suggested, path=change.path, word=word, parent=overlay.parent, known=known
    )


def _from_within(change: Change, lost: Lost, files: Mapping[str, Traced]) -> str | None:
    """Return the whole path where one begins with the id of a field, as `kijun show` lets it."""
    if lost.position:
        return None
    categories = [spot for _, spot in inside(Spot(kind="edition"), files) if spot.kind == "category"]
    whole = [
        f"{category.category}/{change.path}"
        for category in categories
        for name, spot in inside(category, files)
        if spot.kind == "field" and name == change.steps[0]
    ]
    return whole[0] if len(whole) == 1 else None


def _report_whole(change: Change, found: Spot, files: Mapping[str, Traced], overlay: Overlay) -> None:
    names = [name for name, _ in (cells(found, files) if found.kind == "field" else inside(found, files))]
    listed = ", ".join(names[:_SHOWN]) + (", …" if len(names) > _SHOWN else "")
    overlay.reading.report("K306", change.at, path=change.path, known=listed)
