"""What does an overlay.yaml say: which standard is its parent, what is changed, and why?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path as File
from typing import Final, Literal

from kijun.catalogue.text_file import read_text
from kijun.catalogue.yaml_tree import parse_tree
from kijun.framework.policy import ANSWERS
from kijun.problem import Path, Place, Problem
from kijun.problem.reading import Reading, Value
from kijun.text import Text

OVERLAY: Final = "overlay.yaml"
KINDS: Final = ("set", "drop", "add")
_VALUE_KEYS: Final[Mapping[str, str]] = {"set": "to", "add": "value"}
_POINT = Text(ja="方針の項目", en="policy point")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change: the path of what is set, dropped or added, without the edition's id, and why.

    `at` is the way to the change in the file, `below` the way to its value (None where it gives none).
    """

    kind: Literal["set", "drop", "add"]
    path: str
    value: object
    reason: Text
    at: Path
    below: Path | None

    @property
    def steps(self) -> tuple[str, ...]:
        """The words of the path."""
        return tuple(self.path.split("/"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A silent point that the company answers, and why."""

    point: str
    answer: str
    reason: Text
    at: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlay:
    """A company's own standard as changes of another one."""

    id: str
    standard: str
    parent: str
    name: Text
    published: str
    order: int | None
    publisher: str
    notes: tuple[Text, ...]
    documents: Mapping[str, object]
    changes: tuple[Change, ...]
    answers: tuple[Answered, ...]
    locate: Callable[[Path], Place]
    reading: Reading

    def line(self, path: Path) -> int:
        """Return the line of overlay.yaml at which something stands."""
        return self.locate(path).line or 1


def read_overlay(folder: File) -> Overlay | list[Problem]:
    """Return what the overlay.yaml of a folder says, or the problems that keep it from being read at all.

    What is wrong with its shape is reported to its `reading`.
    """
    name = str(folder / OVERLAY)
    text = read_text(folder / OVERLAY, name=name)
    tree = parse_tree(text, name) if isinstance(text, str) else [text]
    if isinstance(tree, list):
        return tree
    reading = Reading(locate=tree.locate, problems=list(tree.problems))
    return _overlay(Value(reading=reading, path=(), raw=tree.root))


def _overlay(value: Value) -> Overlay:
    keys = value.keys(
        required=("id", "parent", "name"),
        optional=("standard", "published", "order", "publisher", "notes", "documents", "changes", "policy"),
    )
    identity, parent = keys["id"].words(), keys["parent"].words()
    changes = (_change(item, (identity, parent)) for item in keys["changes"].items())
    return Overlay(
        id=identity,
        standard=keys["standard"].words() or identity.partition("/")[0],
        parent=parent,
        name=keys["name"].text(),
        published=keys["published"].words(),
        order=keys["order"].whole() if keys["order"].is_written else None,
        publisher=keys["publisher"].words(),
        notes=tuple(note.text() for note in keys["notes"].items()),
        documents={name: each.raw for name, each in keys["documents"].entries().items()},
        changes=tuple(change for change in changes if change is not None),
        answers=tuple(_answered(item) for item in keys["policy"].items()),
        locate=value.reading.locate,
        reading=value.reading,
    )


def _change(value: Value, editions: tuple[str, ...]) -> Change | None:
    written = [kind for kind in KINDS if isinstance(value.raw, dict) and kind in value.raw]
    if len(written) != 1:
        found = Text(ja="と".join(written) or "どれもない状態", en=" and ".join(written) or "none of them")
        value.report("K300", found=found)
        return None
    kind = written[0]
    holds = [_VALUE_KEYS[kind]] if kind in _VALUE_KEYS else []
    keys = value.keys(
        required=(kind, *(holds if kind == "set" else ())),
        optional=("reason", *(holds if kind == "add" else ())),
    )
    words = keys[kind].words()
    given = keys[holds[0]] if holds else None
    has_value = given is not None and given.is_written
    return Change(
        kind="set" if kind == "set" else "drop" if kind == "drop" else "add",
        path=_below_edition(words, editions),
        value=given.raw if given is not None and has_value else None,
        reason=_reason(keys["reason"], value, f"{kind}: {words}"),
        at=(*value.path, kind),
        below=given.path if given is not None and has_value else None,
    )


def _below_edition(words: str, editions: tuple[str, ...]) -> str:
    path = "/".join(step.strip() for step in words.split("/") if step.strip())
    for edition in editions:
        path = path.removeprefix(f"{edition}/") if edition else path
    return path


def _answered(value: Value) -> Answered:
    keys = value.keys(required=("point", "answer"), optional=("reason",))
    point = keys["point"].word(_POINT, ANSWERS)
    return Answered(
        point=point,
        answer=keys["answer"].words(),
        reason=_reason(keys["reason"], value, point),
        at=(*value.path, "answer"),
    )


def _reason(value: Value, change: Value, what: str) -> Text:
    if not value.is_written and isinstance(change.raw, dict):
        change.report("K301", what=what)
    return value.text()
