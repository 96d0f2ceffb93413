"""Which word of the vocabulary does a printed name mean?

The names are data of the standard (`standards/<standard>/printed/*.yaml`): a file holds lists by kind, each entry an id and the
spellings in which documents print it. An entry with `in` holds inside that category or field only (`customer-service`,
`customer-service/hardware`). A name as long as a sentence is kept as the fingerprint of its folded spelling. Only a whole name
is found, never a part of one: what is nearly the same is asked about.
"""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from kijun.catalogue.shipped import SHIPPED
from kijun.catalogue.text_file import read_text
from kijun.catalogue.yaml_tree import Tree, parse_tree
from kijun.documents.fold import fold_name

_MOST_NEAR: Final = 3
_NEAR: Final = 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One word: its id, the spellings in which it is printed, and inside what they mean it ("" anywhere).

    `fingerprints` are those of further spellings.
    """

    id: str
    printed: tuple[str, ...]
    within: str
    fingerprints: tuple[str, ...] = ()


class Glossary:
    """The printed names of one standard, by kind."""

    def __init__(self, entries: Mapping[str, Sequence[Entry]]) -> None:
        self._known: dict[tuple[str, str], list[Entry]] = {}
        self._spellings: dict[str, dict[str, str]] = {}
        for kind, words in entries.items():
            for entry in words:
                for printed in entry.printed:
                    self._known.setdefault((kind, fold_name(printed)), []).append(entry)
                    self._spellings.setdefault(kind, {})[printed] = entry.id
                for mark in entry.fingerprints:
                    self._known.setdefault((kind, mark), []).append(entry)

    def find(self, kind: str, words: str, within: str = "") -> str | None:
        """Return the id of a printed name, or None; the entry for the narrowest place that holds `within` goes first."""
        spelt = self._known.get((kind, fold_name(words))) or self._known.get((kind, fingerprint(words)), [])
        found = [
            entry
            for entry in spelt
            if not entry.within or within == entry.within or within.startswith(f"{entry.within}/")
        ]
        return max(found, key=lambda entry: len(entry.within)).id if found else None

    def near(self, kind: str, words: str) -> tuple[str, ...]:
        """Return ids of names that are spelt much like this one, the nearest first."""
        matcher = difflib.SequenceMatcher(autojunk=False)
        wanted = fold_name(words)
        matcher.set_seq2(wanted)  # what is worked out of it is used for every spelling
        held = str.maketrans("", "", wanted)
        scored: dict[str, float] = {}
        for printed, identity in self._spellings.get(kind, {}).items():
            spelt = fold_name(printed)
            least = _NEAR * (len(spelt) + len(wanted)) / 2  # so many letters have to be in both
            if least > min(len(spelt), len(wanted)) or least > len(spelt) - len(spelt.translate(held)):
                continue
            matcher.set_seq1(spelt)
            if matcher.quick_ratio() >= _NEAR:
                likeness = matcher.ratio()
                if likeness >= _NEAR:
                    scored[identity] = max(likeness, scored.get(identity, 0.0))
        return tuple(sorted(scored, key=lambda each: (-scored[each], each))[:_MOST_NEAR])

    def spellings(self, kind: str) -> Mapping[str, str]:
        """Return the printed names of a kind and what they mean."""
        return self._spellings.get(kind, {})


def fingerprint(words: str) -> str:
    """Return what stands for a long name: the same for all spellings that differ in widths, blanks and punctuation only."""
    return hashlib.blake2b(fold_name(words).encode(), digest_size=8).hexdigest()


@cache
def shipped_glossary(standard: str = "itss") -> Glossary:
    """Return the printed names that ship with kijun for a standard."""
    return load_glossary(sorted((SHIPPED / standard / "printed").glob("*.yaml")))


def load_glossary(files: Iterable[Path]) -> Glossary:
    """Return the printed names of files that ship with kijun; a file of another shape is a mistake of ours."""
    entries: dict[str, list[Entry]] = {}
    for path in files:
        text = read_text(path)
        tree = parse_tree(text, str(path)) if isinstance(text, str) else None
        if not isinstance(tree, Tree) or not isinstance(tree.root, dict):
            raise TypeError(f"{path} holds no printed names")
        for kind, words in tree.root.items():
            entries.setdefault(str(kind), []).extend(
                Entry(
                    id=each["id"],
                    printed=tuple(each.get("printed", ())),
                    within=each.get("in", ""),
                    fingerprints=tuple(each.get("fingerprints", ())),
                )
                for each in words
            )
    return Glossary(entries)
