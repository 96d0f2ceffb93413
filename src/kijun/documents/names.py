"""Which id does a printed name get: the glossary's, the one that a person answered, or a new one by its order?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kijun.documents.fold import fold_name
from kijun.documents.glossary import Glossary
from kijun.documents.passage import Passage, shown, words_of
from kijun.documents.printed import Place

UNKNOWN: Final = "?"
"""How the stand-in for a name begins that the glossary does not have, until the whole document is read: `?condition:…`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewName:
    """A printed name that the glossary does not have: its stand-in, kind, words and where it was met first.

    `detail` is what the words around it tell of it: a title's rank, a measure's unit, the kind of a circumstance.
    """

    stand_in: str
    kind: str
    words: str
    document: str
    place: Place
    detail: str = ""


class Names:
    """Identifies the printed names of one standard over all documents that are read together."""

    def __init__(self, glossary: Glossary) -> None:
        self.glossary = glossary
        self._new: dict[str, NewName] = {}

    @property
    def new(self) -> Mapping[str, NewName]:
        """The names that the glossary does not have, by their stand-ins, in the order in which they were met."""
        return self._new

    def identify(self, kind: str, passage: Passage, *, document: str, within: str = "", detail: str = "") -> str:
        """Return the id of a printed name, or the stand-in for one that the glossary does not have."""
        words = words_of(passage)
        return self.identify_words(kind, words, passage.place(), document=document, within=within, detail=detail)

    def identify_words(
        self, kind: str, words: str, place: Place, *, document: str, within: str = "", detail: str = ""
    ) -> str:
        """Return the id of a name whose words and place are known, or its stand-in."""
        words = shown(words)
        known = self.glossary.find(kind, words, within)
        if known is not None:
            return known
        stand_in = f"{UNKNOWN}{kind}:{fold_name(words)}"
        self._new.setdefault(
            stand_in, NewName(stand_in=stand_in, kind=kind, words=words, document=document, place=place, detail=detail)
        )
        return stand_in
