"""What are the official words at a place of the library, where this installation has a text pack?

A pack may come, change or go while the process runs: its files are looked at each time, and read again when they differ.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from kijun.catalogue.official_text import OfficialText, pack_folder
from kijun.catalogue.text_pack import PACK, WORDING
from kijun.framework.edition import Edition
from kijun.framework.wording import JOB_DESCRIPTION, Wording
from kijun.problem import Problem
from kijun.text import Text
from kijun.web.library.addresses import Place
from kijun.web.library.cell_lines import part_name
from kijun.web.library.kept import while_standards_stand
from kijun.web.library.queries import below_folder, editions, find_edition, folder_of

_STEPS_ABOVE: Final = {"category": 1, "field": 1, "cell": 2, "part": 2, "item": 3}
"""How many words of a path below a category lead to each kind of place that has official words."""
_CLAUSE_OF_PART: Final = {"size_clause": "size"}
_WHOLE: Final = frozenset({"cell", "part", "item"})
"""Places whose words are all that stand there and below."""
State = tuple[tuple[str, int, int], ...]


def state_at(place: Place) -> State:
    """Return in which state the pack is that words at a place come from; nothing where no words can stand there."""
    return _state_of(place.edition) if place.kind in _STEPS_ABOVE else ()


def _state_of(edition: Edition) -> State:
    """Return the files of an edition's pack with the size and time of each; nothing where it has none."""
    folder = pack_folder(edition.id, folder_of(edition))
    if folder is None:
        return ()
    return tuple(each for file in (folder / PACK, *_files(folder)) for each in _state(file))


def wording_at(place: Place) -> tuple[Wording, ...]:
    """Return the official words of a category, a field, a cell, a part or a skill item."""
    official = official_text(place.edition)
    if place.kind in _WHOLE:
        return official.under(place.path)
    if place.kind == "field":
        return official.at(place.path)
    return official.at(f"{place.path}/{JOB_DESCRIPTION}") if place.kind == "category" else ()


def wording_page(place: Place) -> list[dict[str, Any]]:
    """Return the official words at a place, those of one part or level together under its name."""
    named = groupby(wording_at(place), key=lambda each: _name_of(each, place))
    return [{"name": name, "wording": list(wording)} for name, wording in named]


def _name_of(wording: Wording, place: Place) -> Text | None:
    """Return what the words belong to, as the page calls it: a part, a level, a knowledge item; None for the whole."""
    steps = wording.path.split("/")[_STEPS_ABOVE[place.kind] :]
    if not steps:
        return None
    if place.kind != "item":
        return part_name(_CLAUSE_OF_PART.get(steps[0], steps[0]))
    if steps[0].isdecimal():
        return place.edition.level_name(int(steps[0]))
    item = place.edition.skills[place.path]
    return next((each.name for each in item.knowledge if each.id == steps[-1]), None)


def official_text(edition: Edition) -> OfficialText:
    """Return the text pack of an edition as it lies there now."""
    return _read(edition.id, _state_of(edition))


def pack_problems() -> list[Problem]:
    """Return what keeps words of any pack from being shown, each with its place below the pack."""
    found = []
    for edition in editions():
        official = official_text(edition)
        official.read_all()
        found += [below_folder(each, official.folder.parent) for each in official.problems if official.folder]
    return found


@while_standards_stand
@lru_cache(maxsize=100)
def _read(identity: str, state: State) -> OfficialText:
    edition = find_edition(identity)
    assert edition is not None, "it was asked of an installed edition"
    return OfficialText(edition, folder_of(edition))


def _files(folder: Path) -> list[Path]:
    return sorted((folder / WORDING).glob("*.yaml"))


def _state(file: Path) -> State:
    try:
        stat = file.stat()
    except OSError:
        return ()
    return ((str(file), stat.st_size, stat.st_mtime_ns),)
