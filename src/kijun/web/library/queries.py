"""Which standards does this installation read?

The shipped editions, and the organisation's own standards in the folder `standards` of the data. They are read once, when the
process first needs them.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from django.conf import settings

from kijun.catalogue.installed import newest_of_each_category, open_edition, shipped_editions
from kijun.catalogue.record_words import words_of
from kijun.errors import KijunError
from kijun.evidence.words import Words
from kijun.framework.edition import Edition
from kijun.web.library.kept import while_standards_stand


@while_standards_stand
@cache
def editions() -> tuple[Edition, ...]:
    """Return every edition that is installed: the shipped ones, then the organisation's own by name of their folder."""
    return (*shipped_editions(), *own_editions())


@while_standards_stand
@cache
def own_editions() -> tuple[Edition, ...]:
    """Return the organisation's own standards that can be read."""
    found = []
    for folder in _own_folders():
        try:
            found.append(open_edition(str(folder)))
        except KijunError:
            continue
    return tuple(found)


def _own_folders() -> list[Path]:
    place: Path = settings.STANDARDS
    return sorted(each for each in place.iterdir() if each.is_dir()) if place.is_dir() else []


@while_standards_stand
@cache
def current_editions() -> tuple[Edition, ...]:
    """Return the editions that a record is judged in where none is asked for: of each category the newest."""
    return tuple(newest_of_each_category(editions()))


def find_edition(name: str) -> Edition | None:
    """Return the edition of an id, or None."""
    return next((edition for edition in editions() if edition.id == name), None)


@while_standards_stand
@cache
def words() -> Words:
    """Return the words that a record may use: those of every installed edition."""
    return words_of(editions())
