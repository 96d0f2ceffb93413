"""What do the shipped editions call a word that a document prints: its name in both languages, its rank, its scale?

A draft takes over whole what orders other words (ranks, degrees, reaches), and of the rest only what it uses.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

from kijun.catalogue.shipped import shipped_folders
from kijun.catalogue.text_file import read_text
from kijun.catalogue.yaml_tree import Tree, parse_tree
from kijun.documents.passage import shown
from kijun.documents.readers.signs import UNKNOWN

Raw = dict[str, Any]

_WHOLE: Final[Mapping[str, tuple[str, ...]]] = {
    "roles": ("ranks",),
    "outcomes": ("outcomes",),
    "degrees": ("degrees", "reaches"),
    "circumstances": ("kinds",),
    "markets": ("facts",),
}
"""Vocabulary file -> its lists that are taken over whole."""

_UNORDERED: Final = frozenset({"kinds", "facts"})
"""Lists in which no word stands above another: what one edition lacks, another one may add."""

USED: Final[Mapping[str, tuple[str, str]]] = {
    "title": ("roles", "titles"),
    "activity": ("activities", "activities"),
    "condition": ("conditions", "conditions"),
    "area": ("areas", "areas"),
    "contribution": ("contributions", "contributions"),
    "subject": ("contributions", "subjects"),
    "examination": ("examinations", "examinations"),
    "circumstance": ("circumstances", "circumstances"),
    "setting": ("settings", "settings"),
    "ability": ("abilities", "abilities"),
    "scope": ("markets", "scopes"),
    "measure": ("sizes", "measures"),
}
"""Kind of word -> the vocabulary file and the list that hold it."""


class ShippedWords:
    """The files of the shipped editions of a standard, the edition that is asked for first."""

    def __init__(self, edition: str | None = None) -> None:
        folders = shipped_folders()
        first = [edition] if edition is not None and edition in folders else []
        self.edition = first[0] if first else next(iter(folders))
        self._folders: Sequence[Path] = [folders[name] for name in dict.fromkeys([*first, *folders])]

    def text(self, name: str) -> str:
        """Return a file of the first edition as it is written."""
        found = read_text(self._folders[0] / name)
        return found if isinstance(found, str) else ""

    def head(self, name: str) -> Raw:
        """Return the plain value of a file of the first edition."""
        return _file(self._folders[0] / name)

    def term(self, kind: str, identity: str) -> Raw | None:
        """Return a word of the vocabulary as it is written, without its place and its notes, or None."""
        file, key = USED[kind]
        return self._found(f"vocabulary/{file}.yaml", key, identity)

    def whole(self, file: str) -> Raw:
        """Return the lists of a vocabulary file that are taken over whole."""
        return {key: [*self._entries(f"vocabulary/{file}.yaml", key)] for key in _WHOLE.get(file, ())}

    def _entries(self, name: str, key: str) -> Iterable[Raw]:
        """Return a list of the first edition; one without order holds the words of the others as well."""
        found: dict[str, Raw] = {}
        for folder in self._folders if key in _UNORDERED else self._folders[:1]:
            for each in _file(folder / name).get(key, []):
                found.setdefault(each["id"], _bare(each))
        return found.values()

    def customers(self) -> Raw:
        """Return the reaches of customers, and which customers are of which reach."""
        raw: Raw = _file(self._folders[0] / "vocabulary/sizes.yaml").get("customers", {})
        return raw

    def category(self, identity: str) -> Raw | None:
        """Return a category of a structure, or None."""
        return self._found("structure.yaml", "categories", identity)

    def phase(self, identity: str) -> Raw | None:
        """Return a phase of any category of a structure, or None."""
        return next(
            (
                phase
                for folder in self._folders
                for category in _file(folder / "structure.yaml").get("categories", [])
                for phase in category.get("phases", [])
                if phase["id"] == identity
            ),
            None,
        )

    def field_name(self, category: str, field: str) -> Raw | None:
        """Return what a field is called in both languages, or None."""
        raw = self.category(category)
        found = next((each for each in (raw or {}).get("fields", []) if each["id"] == field), None)
        return found["name"] if found else None

    def skill_names(self, category: str) -> tuple[dict[str, Raw], dict[str, Raw]]:
        """Return what the skill items and the knowledge items of a category are called, by their ids."""
        items: dict[str, Raw] = {}
        knowledge: dict[str, Raw] = {}
        for folder in self._folders:
            raw = _file(folder / "skills" / f"{category}.yaml")
            for item in raw.get("items", []):
                items.setdefault(item["id"], item["name"])
                for known in item.get("knowledge", []):
                    knowledge.setdefault(known["id"], known["name"])
        return items, knowledge

    def _found(self, name: str, key: str, identity: str) -> Raw | None:
        for folder in self._folders:
            for each in _file(folder / name).get(key, []):
                if each["id"] == identity:
                    return _bare(each)
        return None


@cache
def _file(path: Path) -> Raw:
    """Return the plain value of a shipped file: it does not change, and nobody changes what is returned."""
    text = read_text(path) if path.is_file() else ""
    tree = parse_tree(text, str(path)) if isinstance(text, str) and text else None
    return tree.root if isinstance(tree, Tree) and isinstance(tree.root, dict) else {}


def _bare(entry: Raw) -> Raw:
    return {key: value for key, value in entry.items() if key not in ("citation", "note", "flags")}


def named_twice(words: str) -> Raw:
    """Return a name that is known in one language only, as both; one that cannot be shown is a sign that says so."""
    plain = shown(words) or UNKNOWN
    return {"ja": plain, "en": plain}
