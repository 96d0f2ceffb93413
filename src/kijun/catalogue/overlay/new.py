"""What is written beside a company's own value, so that the value is whole: its id, its place in overlay.yaml?

A value that a company gives needs no id (its path names it) and no citation: every number in it is cited to the line of
overlay.yaml where it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from kijun.catalogue.overlay.traced import Origin, Traced, written_at
from kijun.framework.indicator import PARTS
from kijun.problem import Path

Kind = Literal["category", "field", "cell", "item", "knowledge", "proficiency", "word", "measure", "other"]
_CITED = (*PARTS, "size_clause", "exam")
_NAMED_BY = ("id", "level", "kind")


@dataclass(frozen=True, slots=True, kw_only=True)
class New:
    """A company's own value, where its change stands, and the edition whose overlay.yaml it is written in."""

    value: Traced
    origin: Origin
    edition: str
    line: Callable[[Path], int]

    def of(self, value: Traced) -> New:
        """Return another value of the same change."""
        return replace(self, value=value)

    def place(self, value: Traced | None = None) -> Traced:
        """Return the document and the line of a value in it, or of the change."""
        path = self.origin.path if value is None else value.origin.path
        return written_at({"document": self.edition, "line": self.line(path)}, self.origin)

    def give(self, key: str, raw: object) -> None:
        """Write something beside the value, unless the company wrote it."""
        self.value.mapping.setdefault(key, raw if isinstance(raw, Traced) else written_at(raw, self.origin))


def kind_of(file: str, way: Sequence[Traced]) -> Kind:
    """Return what a list holds, by the way to it from the top of its file."""
    root, holder = way[0], way[-1]
    if file.startswith("vocabulary/"):
        return "measure" if holder is root.mapping.get("measures") else "word"
    if file.startswith("indicators/") and holder is root.mapping.get("cells"):
        return "cell"
    if file.startswith("skills/") and holder is root.mapping.get("items"):
        return "item"
    if file.startswith("skills/"):
        above = way[-2].mapping
        return "knowledge" if holder is above.get("knowledge") else "proficiency"
    return "other"


def complete(new: New, kind: Kind, name: str, siblings: Sequence[Traced] = ()) -> None:
    """Write beside a new value what its path says, and the place where it stands."""
    if not new.value.mapping:
        return
    level = int(name) if name.isdecimal() else name
    match kind:
        case "cell":
            new.give("level", level)
            _cite_cell(new)
        case "item":
            new.give("id", name)
            _complete_item(new)
        case "knowledge":
            new.give("id", name)
            new.give("line", new.place(new.value))
        case "proficiency":
            new.give("level", level)
            new.give("line", new.place(new.value))
        case "word" | "category" | "field":
            new.give("id", name)
            new.give("citation", new.place())
        case "measure":
            new.give("id", name)
        case "other":
            key = next((key for key in _NAMED_BY if any(key in each.mapping for each in siblings)), None)
            if key is not None:
                new.give(key, level if key == "level" else name)


def _cite_cell(new: New) -> None:
    """Cite a cell, and each part of it, to the line where it stands, unless the company cites it otherwise."""
    new.give("citation", Traced(held={"line": new.place()}, origin=new.origin))
    new.give("citations", {})
    citations = new.value.mapping["citations"].mapping
    for part in _CITED:
        if part in new.value.mapping:
            citations.setdefault(part, new.place(new.value.mapping[part]))


def _complete_item(new: New) -> None:
    new.give("citation", Traced(held={"line": new.place()}, origin=new.origin))
    for key in ("knowledge", "proficiencies"):
        new.give(key, [])
        for each in new.value.mapping[key].items:
            if each.mapping:
                new.of(each).give("line", new.place(each))
