"""Do two drafts say the same, whatever the order and the wrapping of what they were read from?

Another number is never allowed. A value that one of them asks about instead is allowed; so is a cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from tests.documents.unseen.drafted import Drafted, same_name

_NEW: Final = re.compile(r"[a-z]+-\d+")
_PLACES: Final = frozenset({"citation", "citations", "line", "flags", "document", "unread", "circumstances"})
Flat = dict[str, Any]


def differences(first: Drafted, second: Drafted) -> list[str]:
    """Return every value that the second draft says otherwise than the first, and asks nothing about."""
    here, there = _flat(first), _flat(second)
    found = [
        f"{cell}: the cell {what}"
        for cell, what in _lost(here, there)
        if not (second.asks_which_cell or _asks(second, cell))
    ]
    both = _cells(here) & _cells(there)
    for path in sorted({*here} | {*there}):
        if _cell(path) not in both:
            continue
        mine, others = here.get(path), there.get(path)
        if mine != others and not (_asks(first, path) or _asks(second, path)):
            found.append(f"{path}: {mine!r} became {others!r}")
    return found


def _lost(here: Flat, there: Flat) -> Iterator[tuple[str, str]]:
    for cell in sorted(_cells(here) ^ _cells(there)):
        yield cell, "is gone" if cell in _cells(here) else "is made up"


def _cells(flat: Flat) -> set[str]:
    return {_cell(path) for path in flat}


def _cell(path: str) -> str:
    """Return the path of the cell, or of the skill item, that a value belongs to."""
    steps = path.split("/")
    return "/".join(steps[: 4 if steps[2] == "skills" else 3])


def _asks(draft: Drafted, path: str) -> bool:
    asked = {"/".join(_steps(question["path"], _names(draft))) for question in draft.questions}
    here = path.split("/")
    for other in asked:
        there = other.split("/")
        shared = min(len(here), len(there))
        if shared >= 3 and here[:shared] == there[:shared]:
            return True
    return False


def _flat(draft: Drafted) -> Flat:
    names = _names(draft)
    flat: Flat = {}
    for path in sorted(draft.folder.glob("indicators/*/*.yaml")):
        for level, cell in draft.cells(path.parent.name, path.stem).items():
            prefix = "/".join([*_steps(f"{path.parent.name}/{path.stem}", names), str(level)])
            unread = cell.get("unread", ())
            for key, value in _leaves({key: each for key, each in cell.items() if key not in unread}, names):
                flat[f"{prefix}/{key}"] = value
            flat |= {f"{prefix}/{part}": "unread" for part in unread}
    for path in sorted(draft.folder.glob("skills/*.yaml")):
        for item in draft.file(f"skills/{path.name}").get("items", []):
            prefix = "/".join([*_steps(f"{path.stem}/{item['field']}", names), "skills", same_name(item["name"]["ja"])])
            known = sorted(same_name(each["name"]["ja"]) for each in item.get("knowledge", []))
            levels = sorted(each["level"] for each in item.get("proficiencies", []))
            flat |= {
                f"{prefix}/knowledge": known,
                f"{prefix}/proficiencies": levels,
                f"{prefix}/headed": item.get("headed"),
            }
    return flat


def _leaves(value: Mapping[str, Any], names: Mapping[str, str], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for key, each in value.items():
        if key in _PLACES:
            continue
        path = f"{prefix}{names.get(key, key)}"
        if isinstance(each, dict):
            yield from _leaves(each, names, f"{path}/")
        elif isinstance(each, list):
            yield path, _named(each, names)
        else:
            yield path, names.get(each, each) if isinstance(each, str) else each


def _named(value: Any, names: Mapping[str, str]) -> Any:
    match value:
        case str():
            return names.get(value, value)
        case list():
            return [_named(each, names) for each in value]
        case dict():
            return {names.get(key, key): _named(each, names) for key, each in value.items()}
        case _:
            return value


def _steps(path: str, names: Mapping[str, str]) -> list[str]:
    return [names.get(step, step) for step in path.split("/")]


def _names(draft: Drafted) -> dict[str, str]:
    """Return for every id that is a number of its kind the printed name, which does not hang on the order."""
    found: dict[str, str] = {}
    for category in draft.categories:
        for each in [category, *category["fields"]]:
            if _NEW.fullmatch(each["id"]):
                found[each["id"]] = same_name(each["name"]["ja"])
    for terms in draft.terms.values():
        for identity, term in terms.items():
            if _NEW.fullmatch(identity):
                found[identity] = same_name(term["name"]["ja"])
    return found
