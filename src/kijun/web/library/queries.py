"""Which standards does this installation read?

The shipped editions, and the organisation's own standards in the folder `standards` of the data. They are read once, when the
process first needs them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from django.conf import settings

from kijun.catalogue.installed import newest_of_each_category, open_edition, shipped_editions
from kijun.catalogue.record_words import words_of
from kijun.catalogue.shipped import unordered_folders
from kijun.errors import BadInput, KijunError
from kijun.evidence.words import Words
from kijun.framework.edition import Edition
from kijun.problem import Problem
from kijun.text import Text
from kijun.web.library.kept import while_standards_stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """A folder that ought to hold a standard and cannot be read: why, and every problem that was found in it."""

    folder: str
    why: Text
    problems: tuple[Problem, ...]


@while_standards_stand
@cache
def editions() -> tuple[Edition, ...]:
    """Return every edition that is installed: the shipped ones, then the organisation's own by name of their folder."""
    return (*shipped_editions(), *own_editions())


def own_editions() -> tuple[Edition, ...]:
    """Return the organisation's own standards that can be read."""
    return tuple(each for _, each in _own_standards() if isinstance(each, Edition))


def unreadable_standards() -> tuple[Unreadable, ...]:
    """Return the organisation's own standards that cannot be read: nobody is judged by them until they are mended."""
    return tuple(each for _, each in _own_standards() if isinstance(each, Unreadable))


@while_standards_stand
@cache
def _own_standards() -> tuple[tuple[Path, Edition | Unreadable], ...]:
    return tuple((folder, _open(folder)) for folder in _own_folders())


def _own_folders() -> list[Path]:
    place: Path = settings.STANDARDS
    return sorted(each for each in place.iterdir() if each.is_dir()) if place.is_dir() else []


def _open(folder: Path) -> Edition | Unreadable:
    try:
        return open_edition(str(folder))
    except KijunError as error:
        found = error.problems if isinstance(error, BadInput) else ()
        problems = [below_folder(each, folder.parent) for each in found if isinstance(each, Problem)]
        return Unreadable(folder=folder.name, why=_short(error.text, folder.parent), problems=tuple(problems))


def below_folder(problem: Problem, folder: Path) -> Problem:
    """Return a problem with its place below a folder: where that is on the server is nobody's business."""
    place = replace(problem.place, file=problem.place.file.removeprefix(f"{folder}/"))
    return replace(problem, place=place, detail=_short(problem.detail, folder))


def _short(text: Text, folder: Path) -> Text:
    return Text(ja=text.ja.replace(f"{folder}/", ""), en=text.en.replace(f"{folder}/", ""))


@while_standards_stand
@cache
def current_editions() -> tuple[Edition, ...]:
    """Return the editions that a record is judged in where none is asked for: of each category the newest."""
    return tuple(newest_of_each_category(editions()))


def folder_of(edition: Edition) -> Path | None:
    """Return the folder in which an edition lies, the organisation's own before the shipped ones."""
    own = (folder for folder, each in _own_standards() if each is edition)
    return next(own, None) or unordered_folders().get(edition.id)


def find_edition(name: str) -> Edition | None:
    """Return the edition of an id, or None."""
    return next((edition for edition in editions() if edition.id == name), None)


@while_standards_stand
@cache
def words() -> Words:
    """Return the words that a record may use: those of every installed edition."""
    return words_of(editions())
