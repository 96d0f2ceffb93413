"""Are two named things of different editions the same, and does the newer one bear another name?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from kijun.citation import Citation
from kijun.framework.compare.aspects import aspect
from kijun.framework.compare.comparison import Change, Kind
from kijun.framework.compare.values import Place
from kijun.framework.edition import Edition
from kijun.framework.skill import Former
from kijun.text import LANGUAGES, Text


class Named(Protocol):
    """Something that editions name: a skill item or a knowledge item."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> Text: ...
    @property
    def citation(self) -> Citation: ...
    @property
    def was(self) -> Former | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """The two editions, whose documents say in which language a name is printed."""

    old: Edition
    new: Edition

    def is_named_otherwise(self, old: Text, new: Text, cited: tuple[Citation, Citation]) -> bool:
        """Return whether a name differs where both are printed; a translation beside a printed name is not compared.

        Names cited from one and the same document were given by people, so either language may differ.
        """
        if cited[0].document == cited[1].document:
            return old != new
        languages = {self._language(self.old, cited[0]), self._language(self.new, cited[1])}
        return len(languages) == 1 and any(
            language in languages and old.said_in(language) != new.said_in(language) for language in LANGUAGES
        )

    def _language(self, edition: Edition, citation: Citation) -> str:
        document = edition.documents.get(citation.document)
        return document.language if document else ""


def likeness(old: Named, new: Named) -> int:
    """Return 2 where the ids are the same, 1 where one edition calls the other's id a former name, else 0."""
    if old.id == new.id:
        return 2
    return int(old.id == _former(new) or new.id == _former(old))


def compare_names(place: Place, kind: str, old: Named, new: Named, printing: Printing) -> Iterator[Change]:
    """Yield that a thing is called otherwise, with the reason for taking it to be the same."""
    if old.id != new.id or printing.is_named_otherwise(old.name, new.name, (old.citation, new.citation)):
        yield place.change(
            Kind.RENAMED,
            aspect(kind),
            old.name,
            new.name,
            values=(old.id, new.id),
            is_examined=False,
            reason=reason_of(old, new),
        )


def reason_of(old: Named | None, new: Named | None) -> Text | None:
    """Return why one of two things is taken to be the other, where an edition says so."""
    for one, other in ((new, old), (old, new)):
        if one is not None and one.was is not None and (other is None or one.was.id == other.id):
            return one.was.reason
    return None


def _former(thing: Named) -> str | None:
    return thing.was.id if thing.was else None
