"""Which text pack goes with an edition, and what are the official words at a path?

A pack lies in the folder text-pack of the edition's own folder, or is installed for its id in the user's data folder. It is
opened where words are asked for, one category at a time; an edition without a pack has no words, and that is no problem.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from pathlib import Path

from kijun.catalogue.edition_files import TEXT_PACK
from kijun.catalogue.text_pack import (
    PACK,
    WORDING,
    LoadedHead,
    LoadedWording,
    load_head,
    load_wording,
    save_text_pack,
)
from kijun.framework.edition import Edition
from kijun.framework.wording import PackDocument, TextPack, Wording
from kijun.problem import Problem

_ID = re.compile(r"[^\W_][\w.-]*(/[^\W_][\w.-]*)*")


class OfficialText:
    """The official words of an edition, read when somebody asks for them; `problems` are those found so far."""

    def __init__(self, edition: Edition, folder: Path | None = None) -> None:
        self.edition = edition
        self.folder = pack_folder(edition.id, folder)
        self._head: LoadedHead | None = None
        self._read: dict[str, LoadedWording] = {}

    @property
    def is_installed(self) -> bool:
        """Whether a pack goes with the edition that can be shown."""
        return self.folder is not None and self._loaded_head(self.folder).head is not None

    @property
    def documents(self) -> tuple[PackDocument, ...]:
        """The documents that the words were taken from."""
        head = self._loaded_head(self.folder).head if self.folder is not None else None
        return head.documents if head is not None else ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What keeps words from being shown, as far as they were asked for."""
        of_head = self._head.problems if self._head is not None else ()
        return (*of_head, *(problem for each in self._read.values() for problem in each.problems))

    def at(self, path: str) -> tuple[Wording, ...]:
        """Return the words that are printed at a whole path (itss/v3-2011/customer-service/hardware/5/size)."""
        category, below = self._split(path)
        return tuple(each for each in self._of(category) if each.path == below)

    def under(self, path: str) -> tuple[Wording, ...]:
        """Return the words that are printed at a whole path and below it, those of the whole first.

        A clause that belongs to a part without being one (size_clause) stands with those of the part.
        """
        category, below = self._split(path)
        inside = tuple(each for each in self._of(category) if each.path.startswith((f"{below}/", f"{below}_clause")))
        return (*self.at(path), *inside)

    def read_all(self) -> None:
        """Read the words of every category, so that every problem is known."""
        for category in self.edition.categories:
            self._of(category)

    def _split(self, path: str) -> tuple[str, str]:
        category, _, below = path.removeprefix(f"{self.edition.id}/").partition("/")
        return category, below

    def _of(self, category: str) -> tuple[Wording, ...]:
        if self.folder is None:
            return ()
        head = self._loaded_head(self.folder).head
        if head is None:
            return ()
        if category not in self._read:
            self._read[category] = load_wording(self.folder, category, head, self.edition)
        return self._read[category].wording

    def _loaded_head(self, folder: Path) -> LoadedHead:
        if self._head is None:
            self._head = load_head(folder, self.edition)
        return self._head


def pack_folder(identity: str, folder: Path | None = None) -> Path | None:
    """Return where the pack of an edition lies: in the edition's own folder, else where packs are installed; else None."""
    own = None if folder is None else folder / TEXT_PACK
    for place in (own, installed_at(identity)):
        if place is not None and _is_folder(place):
            return place
    return None


def installed_at(identity: str) -> Path | None:
    """Return where the pack of an edition is installed, or would be; None where there is no such place.

    That is $KIJUN_TEXT_PACKS, else text-packs of kijun's folder among the user's data.
    """
    home = packs_home()
    return home / identity if home is not None and _ID.fullmatch(identity) else None


def packs_home() -> Path | None:
    """Return the folder in which packs are installed; a user without a home has none."""
    named = os.environ.get("KIJUN_TEXT_PACKS")
    if named:
        return Path(named)
    try:
        data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    except RuntimeError:
        return None
    return Path(data) / "kijun" / "text-packs"


def installed_packs() -> dict[str, Path]:
    """Return the folders of the installed packs by the id of their edition, sorted."""
    home = packs_home()
    files = sorted(home.rglob(PACK)) if home is not None and _is_folder(home) else []
    found = {file.parent.relative_to(home).as_posix(): file.parent for file in files if home is not None}
    return {identity: folder for identity, folder in found.items() if _ID.fullmatch(identity)}


def _is_folder(path: Path) -> bool:
    """Return whether there is a folder; a place that nobody may look into holds none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def install(pack: TextPack, place: Path) -> None:
    """Write a pack to its place, whole or not at all; one that lies there is replaced."""
    place.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(dir=place.parent, prefix=f".{place.name}."))
    old = made / "old"
    try:
        save_text_pack(made / "new", pack)
        if place.exists():
            place.rename(old)
        try:
            (made / "new").rename(place)
        except OSError:
            if old.exists():
                old.rename(place)
            raise
    finally:
        shutil.rmtree(made, ignore_errors=True)


def remove(place: Path) -> None:
    """Take an installed pack away, with what is above it and holds nothing else."""
    home = packs_home()
    shutil.rmtree(place / WORDING, ignore_errors=True)
    (place / PACK).unlink(missing_ok=True)
    for folder in (place, *place.parents):
        if folder == home or any(folder.iterdir()):
            break
        folder.rmdir()
