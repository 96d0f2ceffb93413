"""Where in an edition's files does a path of an overlay lead?

A path has the words of `kijun show` below the edition: category/field/level/part and what is in it; field/skills/item;
vocabulary/list/word. In a list a step is an id, a level, a word of the list, or a position counted from 1.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from kijun.catalogue.overlay.traced import Traced, plain

Kind = Literal["edition", "vocabulary", "category", "field", "skills", "value"]
_NAMED_BY = ("id", "level", "kind")
_SHOWN_BESIDE = frozenset({"id", "fields"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place in the files: `way` are the values from the top of a file to it, the last but one holds it at `key`.

    An edition, its vocabulary and a field's skills are no value of one file: their way is empty or that of their field.
    """

    kind: Kind
    file: str = ""
    way: tuple[Traced, ...] = ()
    key: str | int = ""
    category: str = ""
    field: str = ""

    @property
    def value(self) -> Traced:
        """The value itself."""
        return self.way[-1]

    @property
    def holder(self) -> Traced:
        """The mapping or the list that holds it."""
        return self.way[-2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """A path that leads nowhere: the last place that was found, and the position of the step that is not there."""

    last: Spot
    position: int


def find(steps: Sequence[str], files: Mapping[str, Traced]) -> Spot | Lost:
    """Return the place of a path, or how far it leads."""
    here = Spot(kind="edition")
    for position, step in enumerate(steps):
        found = next((spot for name, spot in inside(here, files) if name == step), None)
        if found is None:
            return Lost(last=here, position=position)
        here = found
    return here


def inside(here: Spot, files: Mapping[str, Traced]) -> Iterator[tuple[str, Spot]]:
    """Yield what a place holds, with the word that leads there."""
    match here.kind:
        case "edition":
            yield from _edition(files)
        case "vocabulary":
            for file, root in files.items():
                if file.startswith("vocabulary/"):
                    yield from _keys(file, (root,))
        case "category":
            fields = here.value.mapping.get("fields")
            for position, field in enumerate(fields.items if fields else []):
                way = (*here.way, *([fields] if fields else []), field)
                name = str(field.get("id"))
                spot = Spot(kind="field", file=here.file, way=way, key=position, category=here.category, field=name)
                yield name, spot
            yield from _named_keys(here)
        case "field":
            yield from cells(here, files)
            yield "skills", Spot(kind="skills", file=here.file, way=here.way, category=here.category, field=here.field)
            yield from _named_keys(here)
        case "skills":
            yield from items(here, files)
        case "value":
            yield from _below(here)


def cells(field: Spot, files: Mapping[str, Traced]) -> Iterator[tuple[str, Spot]]:
    """Yield the cells of a field by level."""
    for file, root in files.items():
        of_field = root.get("category") == field.category and root.get("field") == field.field
        if file.startswith("indicators/") and of_field:
            cells = root.listed("cells")
            for position, cell in enumerate(cells):
                yield str(cell.get("level")), _value(field, file, (root, root.mapping["cells"], cell), position)


def items(field: Spot, files: Mapping[str, Traced]) -> Iterator[tuple[str, Spot]]:
    """Yield the skill items of a field by id."""
    for file, root in files.items():
        if file.startswith("skills/") and root.get("category") == field.category:
            for position, item in enumerate(root.listed("items")):
                if item.get("field") == field.field:
                    yield str(item.get("id")), _value(field, file, (root, root.mapping["items"], item), position)


def _value(field: Spot, file: str, way: tuple[Traced, ...], key: int) -> Spot:
    return Spot(kind="value", file=file, way=way, key=key, category=field.category, field=field.field)


def _edition(files: Mapping[str, Traced]) -> Iterator[tuple[str, Spot]]:
    structure = files["structure.yaml"]
    categories = structure.mapping.get("categories")
    for position, category in enumerate(categories.items if categories else []):
        way = (structure, *([categories] if categories else []), category)
        name = str(category.get("id"))
        yield name, Spot(kind="category", file="structure.yaml", way=way, key=position, category=name)
    yield "vocabulary", Spot(kind="vocabulary")
    if "levels" in structure.mapping:
        way = (structure, structure.mapping["levels"])
        yield "levels", Spot(kind="value", file="structure.yaml", way=way, key="levels")


def _named_keys(here: Spot) -> Iterator[tuple[str, Spot]]:
    for name, spot in _keys(here.file, here.way, category=here.category, field=here.field):
        if name not in _SHOWN_BESIDE:
            yield name, spot


def _keys(file: str, way: tuple[Traced, ...], *, category: str = "", field: str = "") -> Iterator[tuple[str, Spot]]:
    for key, value in way[-1].mapping.items():
        yield key, Spot(kind="value", file=file, way=(*way, value), key=key, category=category, field=field)


def _below(here: Spot) -> Iterator[tuple[str, Spot]]:
    value = here.value
    yield from _keys(here.file, here.way, category=here.category, field=here.field)
    for position, item in enumerate(value.items):
        name = _name(item, position)
        way = (*here.way, item)
        spot = Spot(kind="value", file=here.file, way=way, key=position, category=here.category, field=here.field)
        yield name, spot
    yield from _of_alternatives(here)


def _of_alternatives(here: Spot) -> Iterator[tuple[str, Spot]]:
    """Yield what only one of several alternatives holds: the paths of `kijun show` do not name the alternative."""
    alternatives = here.value.mapping.get("any_of")
    if alternatives is None:
        return
    each = _below(replace(here, way=(*here.way, alternatives), key="any_of"))
    held = [pair for name, spot in each for pair in (_below(spot) if spot.value.mapping else [(name, spot)])]
    count = Counter(name for name, _ in held)
    yield from (pair for pair in held if count[pair[0]] == 1)


def _name(item: Traced, position: int) -> str:
    """Return what leads to an item of a list: its id, its level, itself where it is a word, or its position from 1."""
    named = next((item.get(key) for key in _NAMED_BY if item.get(key) is not None), None)
    if named is not None:
        return str(named)
    written = plain(item)
    return written if isinstance(written, str) else str(position + 1)
