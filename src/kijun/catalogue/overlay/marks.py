"""How does an edition show what a company changed, where that is written, and why?

Each change is a flag of the cell, the skill item or the category that it touches, named like its citation (acme/v1:12),
and a note of the edition; a number that was changed is cited to the line of overlay.yaml.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kijun.catalogue.overlay.changes import Made
from kijun.catalogue.overlay.file import Answered, Change, Overlay
from kijun.catalogue.overlay.traced import Origin, Traced, trace, written_at
from kijun.framework.policy import ANSWERS
from kijun.text import Text

_CELL = 3
"""How many steps lead to a cell: category, field, level."""
_SHOWN_LETTERS = 60


def mark(overlay: Overlay, made: Iterable[Made], files: dict[str, Traced]) -> None:
    """Write into the files what was changed: documents, flags, citations, notes, answers to silent points."""
    done = list(made)
    top = Origin(locate=overlay.locate, path=(), is_own=True)
    is_tailored = files["edition.yaml"].get("parent") is not None
    _rename(overlay, files, [each.change for each in done])
    for each in done:
        _cite(each, overlay)
        _flag(each, overlay, files)
    edition = files["edition.yaml"]
    documents = edition.mapping["documents"].mapping
    documents |= {name: trace(raw, _at(overlay, ("documents", name))) for name, raw in overlay.documents.items()}
    documents[overlay.id] = written_at(_document(overlay), top)
    if not is_tailored:  # the notes of a published edition are on its documents, and stand there
        edition.mapping["notes"] = written_at([], top)
    notes = [_parentage(overlay), *overlay.notes, *(_note(each, overlay) for each in done)]
    edition.listed("notes").extend(written_at(_text(note), top) for note in notes)
    for answered in overlay.answers:
        _answer(answered, overlay, files["policy.yaml"])


def say_change(made: Made) -> Text:
    """Return what a change does, in the words of its path, and why."""
    change, reason = made.change, made.change.reason
    match change.kind:
        case "set" if _is_short(made.before) and _is_short(change.value):
            return Text(
                ja=f"変更: {change.path}を{made.before}から{change.value}に。{reason.ja}",
                en=f"Changed: {change.path} from {made.before} to {change.value}. {reason.en}",
            )
        case "set":
            return Text(ja=f"変更: {change.path}。{reason.ja}", en=f"Changed: {change.path}. {reason.en}")
        case "drop":
            return Text(ja=f"削除: {change.path}。{reason.ja}", en=f"Dropped: {change.path}. {reason.en}")
        case _:
            return Text(ja=f"追加: {change.path}。{reason.ja}", en=f"Added: {change.path}. {reason.en}")


def _is_short(value: object) -> bool:
    return isinstance(value, int | str) and len(str(value)) <= _SHOWN_LETTERS


def _note(made: Made, overlay: Overlay) -> Text:
    said, where = say_change(made), f"{overlay.id}:{overlay.line(made.change.at)}"
    return Text(ja=f"{where}  {said.ja}", en=f"{where}  {said.en}")


def _parentage(overlay: Overlay) -> Text:
    return Text(
        ja=f"{overlay.id}は{overlay.parent}をもとにした標準。変更した点だけを次に挙げる。",
        en=f"{overlay.id} is tailored from {overlay.parent}; what it changes follows.",
    )


def _text(text: Text) -> dict[str, str]:
    return {"ja": text.ja, "en": text.en}


def _at(overlay: Overlay, path: tuple[str | int, ...]) -> Origin:
    return Origin(locate=overlay.locate, path=path, is_own=True)


def _document(overlay: Overlay) -> Mapping[str, object]:
    dated = overlay.published or overlay.id
    return {
        "title": {"ja": f"{overlay.name.ja} (overlay.yaml)", "en": f"{overlay.name.en} (overlay.yaml)"},
        "language": "ja",
        "revision": {"ja": dated, "en": dated},
        "revision_printed": bool(overlay.published),
        "publisher": overlay.publisher or overlay.standard,
        "part": False,
    }


def _rename(overlay: Overlay, files: Mapping[str, Traced], changes: Iterable[Change]) -> None:
    """Give the edition its own id; what flags touch follows, and what is no more, or is the company's, is touched no more."""
    edition = files["edition.yaml"]
    old = str(edition.get("id"))
    told: dict[str, object] = {"id": overlay.id, "parent": old, "standard": overlay.standard}
    told |= {"published": overlay.published or None}
    told |= {} if overlay.order is None else {"order": overlay.order}
    for key, value in told.items():
        edition.mapping[key] = written_at(value, _at(overlay, (key,)))
    edition.mapping["name"] = written_at(_text(overlay.name), _at(overlay, ("name",)))
    changed = [(f"{old}/{change.path}", change.kind == "drop") for change in changes]
    dropped = [path for path, is_dropped in changed if is_dropped]
    for flag in files["flags.yaml"].items if "flags.yaml" in files else ():
        if "touches" in flag.mapping:
            kept = [
                each for each in flag.listed("touches") if not any(_is_in(str(each.held), path) for path in dropped)
            ]
            flag.listed("touches")[:] = [_moved(each, old, overlay.id) for each in kept]
        correction = flag.mapping.get("correction")
        if correction is not None:
            path = str(correction.get("path"))
            if any(_is_in(path, other) or _is_in(other, path) for other, _ in changed):
                del flag.mapping["correction"]
            else:
                correction.mapping["path"] = _moved(correction.mapping["path"], old, overlay.id)


def _is_in(path: str, above: str) -> bool:
    return f"{path}/".startswith(f"{above}/")


def _moved(path: Traced, old: str, new: str) -> Traced:
    held = str(path.held)
    return Traced(held=f"{new}{held.removeprefix(old)}" if _is_in(held, old) else held, origin=path.origin)


def _cite(made: Made, overlay: Overlay) -> None:
    """Cite a changed number of a cell to the overlay, and leave the others of its part where they were printed."""
    spot, below = made.spot, made.change.steps[_CELL:]
    if not spot.file.startswith("indicators/") or not below:
        return
    cell, part = spot.way[2], below[0]
    citations = cell.mapping.setdefault("citations", Traced(held={}, origin=cell.origin)).mapping
    old = citations.get(part)
    inner = cell.mapping.get(part)
    if len(below) == 1:
        for key in [key for key in citations if _is_in(key, part)]:
            del citations[key]
    elif old is not None and inner is not None:
        names = list(inner.mapping) or [str(number) for number, _ in enumerate(inner.items, start=1)]
        for name in names:
            citations.setdefault(f"{part}/{name}", old)
    if inner is not None:
        place = {"document": overlay.id, "line": overlay.line(made.change.at)}
        for length, _ in enumerate(below, start=1):
            citations["/".join(below[:length])] = written_at(place, _at(overlay, made.change.at))


def _flag(made: Made, overlay: Overlay, files: dict[str, Traced]) -> None:
    line, change = overlay.line(made.change.at), made.change
    identity = f"{overlay.id}:{line}"
    holder, touched = _bearer(made, files)
    origin = _at(overlay, change.at)
    if holder is not None:
        holder.listed("flags").append(written_at(identity, origin))
    flags = files.setdefault("flags.yaml", Traced(held=[], origin=origin))
    flags.items.append(
        written_at(
            {
                "id": identity,
                "about": _text(say_change(made)),
                "citations": [{"document": overlay.id, "line": line}],
                "touches": [f"{overlay.id}/{touched}"] if touched else [],
                "change": True,
            },
            origin,
        )
    )


def _bearer(made: Made, files: Mapping[str, Traced]) -> tuple[Traced | None, str]:
    """Return what bears the flag of a change, and its path: the cell or the skill item, else the category."""
    spot, steps = made.spot, made.change.steps
    if spot.file.startswith(("indicators/", "skills/")) and len(spot.way) > _CELL - 1:
        own, length = spot.way[2], _CELL + spot.file.startswith("skills/")
        if any(own is each for each in spot.way[1].items):
            return own, "/".join(steps[:length])
    categories = files["structure.yaml"].listed("categories")
    category = next((each for each in categories if each.get("id") == spot.category), None)
    return category, spot.category if category is not None else ""


def _answer(answered: Answered, overlay: Overlay, policy: Traced) -> None:
    point = next((each for each in policy.items if each.get("id") == answered.point), None)
    if point is None and answered.point not in ANSWERS:
        return  # said when overlay.yaml was read
    if point is None:
        known = ", ".join(str(each.get("id")) for each in policy.items)
        kind = Text(ja="方針の項目", en="policy point")
        overlay.reading.report("K104", answered.at, kind=kind, word=answered.point, known=known)
        return
    origin = _at(overlay, answered.at)
    point.mapping["default"] = written_at(answered.answer, origin)
    point.mapping["reason"] = written_at(_text(answered.reason), origin)
    point.mapping["chosen"] = written_at({"document": overlay.id, "line": overlay.line(answered.at)}, origin)
