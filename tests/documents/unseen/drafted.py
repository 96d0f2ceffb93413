"""What did `kijun read` make of a document: run as a person runs it, its folder taken as plain values?"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import yaml

from kijun.cli.main import main

_DASHES: Final = str.maketrans(dict.fromkeys("ー－―‐−–—ｰ一", "-") | {"尐": "少"})
_UNHEARD: Final = str.maketrans(dict.fromkeys("、。,.・･､｡「」\"'“”（）()　 \t\n"))
_VOCABULARY: Final = {
    "title": ("roles", "titles"),
    "activity": ("activities", "activities"),
    "condition": ("conditions", "conditions"),
    "area": ("areas", "areas"),
    "measure": ("sizes", "measures"),
    "subject": ("contributions", "subjects"),
}
Raw = dict[str, Any]


def same_name(words: str) -> str:
    """Return a name without what a font or a typist changes: widths, dashes, blanks, stops."""
    return unicodedata.normalize("NFKC", words).translate(_DASHES).translate(_UNHEARD).casefold()


@dataclass(frozen=True)
class Drafted:
    """The exit code of a run, what it wrote to the terminal, and the folder of its draft."""

    code: int
    said: str
    folder: Path

    def file(self, name: str) -> Raw:
        """Return a file of the draft, or nothing where there is none."""
        path = self.folder / name
        loaded: Raw = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader) if path.is_file() else {}
        return loaded or {}

    @cached_property
    def questions(self) -> list[Raw]:
        """The open questions."""
        return list(self.file("questions.yaml").get("questions", []))

    @cached_property
    def categories(self) -> list[Raw]:
        """The categories of the structure."""
        return list(self.file("structure.yaml").get("categories", []))

    def field_name(self, category: str, field: str) -> str | None:
        """Return what a field is called, as names are compared, or None where the structure does not have it."""
        fields = (each for found in self.categories if found["id"] == category for each in found["fields"])
        return next((same_name(each["name"]["ja"]) for each in fields if each["id"] == field), None)

    def cells(self, category: str, field: str) -> dict[int, Raw]:
        """Return the cells of a field by their levels."""
        return {cell["level"]: cell for cell in self.file(f"indicators/{category}/{field}.yaml").get("cells", [])}

    @cached_property
    def terms(self) -> dict[str, dict[str, Raw]]:
        """The words of the vocabulary by kind and id."""
        return {
            kind: {term["id"]: term for term in self.file(f"vocabulary/{file}.yaml").get(key, [])}
            for kind, (file, key) in _VOCABULARY.items()
        }

    def names(self, kind: str, ids: Sequence[str]) -> list[set[str]]:
        """Return the names of words, as they are compared."""
        return [{same_name(name) for name in self.terms[kind].get(each, {}).get("name", {}).values()} for each in ids]

    def asked_about(self, path: str) -> bool:
        """Return whether an open question is about a path, what stands below it, or what it stands in below a cell."""
        return any(_meet(path, str(question["path"])) for question in self.questions)

    @property
    def asks_which_cell(self) -> bool:
        """Return whether it is asked which cell some of the text belongs to."""
        return any(question["kind"] == "cell" for question in self.questions)

    def cell_paths(self) -> Iterator[tuple[str, str, int]]:
        """Yield category, field and level of every cell in the draft's indicators."""
        for path in sorted(self.folder.glob("indicators/*/*.yaml")):
            for level in self.cells(path.parent.name, path.stem):
                yield path.parent.name, path.stem, level


def _meet(path: str, asked: str) -> bool:
    here, there = path.split("/"), asked.split("/")
    shared = min(len(here), len(there))
    return shared >= 3 and here[:shared] == there[:shared]


def read_with_kijun(files: Sequence[Path], into: Path) -> Drafted:
    """Run `kijun read FILE... --into DIR`."""
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        code = main(["--lang", "en", "read", *(str(path) for path in files), "--into", str(into)])
    return Drafted(code=code, said=said.getvalue(), folder=into)
