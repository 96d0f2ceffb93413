"""What are the fields, levels and parts of the verdicts called?

The files of verdicts hold paths only: their names are those of the editions that were judged in. Where one of them is not to be
found any more, its paths stand for themselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kijun.catalogue.installed import open_edition
from kijun.catalogue.shipped import unordered_folders
from kijun.errors import KijunError
from kijun.framework.edition import Edition
from kijun.judgement.explain import PART_NAMES
from kijun.population.verdicts import Verdicts
from kijun.population.verdicts_judgement import JudgedEdition, Judgement
from kijun.text import Text, same

EXAMINATION: Final = "minimum_by_examination"


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The names of what was judged; `editions` are those that are still there, by their ids."""

    judgement: Judgement
    editions: Mapping[str, Edition]

    def edition(self, path: str) -> Text:
        """Return what the edition of a path is called."""
        identity = self.judgement.edition_of(path).id
        found = self.editions.get(identity)
        return same(identity) if found is None else found.name

    def category(self, field_path: str) -> Text:
        """Return what the category of a field is called."""
        found = self._edition_of(field_path)
        for category, field in found.fields() if found else ():
            if field.path == field_path:
                return category.name
        return same(field_path.rpartition("/")[0])

    def field(self, field_path: str) -> Text:
        """Return what a field is called."""
        found = self._edition_of(field_path)
        names = (field.name for _, field in (found.fields() if found else ()) if field.path == field_path)
        return next(names, same(field_path))

    def told_apart(self, field_path: str) -> Text:
        """Return what a field is called, with its edition where another one that was judged in has a field of that name."""
        name = self.field(field_path)
        others = (other for other in self.judgement.levels if other != field_path)
        if all(self.field(other) != name for other in others):
            return name
        edition = self.edition(field_path)
        return Text(ja=f"{name.ja}({edition.ja})", en=f"{name.en} ({edition.en})")

    def level(self, field_path: str, level: int) -> Text:
        """Return what a level is called."""
        found = self._edition_of(field_path)
        return Text(ja=f"レベル{level}", en=f"level {level}") if found is None else found.level_name(level)

    def heading(self, field_path: str, level: int) -> Text:
        """Return what stands above the column of a level."""
        found = self._edition_of(field_path)
        return same(str(level)) if found is None else found.cell_heading(level)

    def _edition_of(self, path: str) -> Edition | None:
        return self.editions.get(self.judgement.edition_of(path).id)


def names_of(verdicts: Verdicts) -> Names:
    """Return the names of what was judged, from the editions that are still there."""
    found = {each.id: _open(each, verdicts) for each in verdicts.judgement.editions}
    return Names(
        judgement=verdicts.judgement,
        editions={identity: edition for identity, edition in found.items() if edition is not None},
    )


def source_of(edition: JudgedEdition, verdicts: Verdicts) -> str:
    """Return by what an edition that was judged in can be opened: its id, or its folder."""
    return edition.source if edition.source in unordered_folders() else str(verdicts.folder / edition.source)


def say_part(part: str) -> Text:
    """Return what a part is called."""
    return PART_NAMES.get(part, same(part))


def _open(edition: JudgedEdition, verdicts: Verdicts) -> Edition | None:
    try:
        found = open_edition(source_of(edition, verdicts))
    except KijunError:
        return None
    return found if found.id == edition.id else None
