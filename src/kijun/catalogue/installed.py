"""Which editions are there, and which one does a name mean?

A name is an id (itss/v3-2011) of a shipped edition, or a folder that holds one.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from kijun.catalogue.edition_folder import load_edition
from kijun.catalogue.late_mapping import Late
from kijun.catalogue.loaded_edition import LoadedEdition
from kijun.catalogue.shipped import shipped_folders, unordered_folders
from kijun.errors import BadInput, NotFound
from kijun.framework.edition import Edition
from kijun.problem.reading import nearest
from kijun.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An edition that a name means: its folder, and whether it is shipped."""

    folder: Path
    is_shipped: bool


def find_edition(name: str) -> Found:
    """Return the folder that an edition's id or a path names. Raises NotFound, with suggestions."""
    folders = unordered_folders()
    if name in folders:
        return Found(folder=folders[name], is_shipped=True)
    if name.strip() and Path(name).is_dir():
        return Found(folder=Path(name), is_shipped=False)
    shipped = shipped_folders()
    near = nearest(name, shipped)
    known = ", ".join(shipped)
    raise NotFound(
        Text(
            ja=f"「{name}」という版はなく、フォルダーでもありません。"
            + (f"「{near}」のことでしょうか。" if near else f"版: {known}。"),
            en=f'"{name}" is neither an edition nor a folder.'
            + (f' Did you mean "{near}"?' if near else f" Editions: {known}."),
        ),
        suggestions=[near] if near else list(shipped),
    )


def open_edition(name: str) -> Edition:
    """Return an edition by id or folder. Raises NotFound, or BadInput with every problem of a folder."""
    found = find_edition(name)
    loaded = load_edition(found.folder, is_checked=not found.is_shipped)
    return _usable(loaded, name)


def _usable(loaded: LoadedEdition, name: str) -> Edition:
    if loaded.edition is None:
        raise BadInput(
            Text(ja=f"「{name}」は標準として読めません。", en=f'"{name}" cannot be read as a standard.'),
            problems=loaded.problems,
        )
    return loaded.edition


@cache
def shipped_editions() -> tuple[Edition, ...]:
    """Return all shipped editions, newest first within a standard."""
    found = [open_edition(name) for name in unordered_folders()]
    return tuple(sorted(found, key=lambda edition: (edition.standard, -edition.order)))


def newest_of_each_category(editions: Sequence[Edition]) -> list[Edition]:
    """Return the editions restricted to the categories that no newer edition of their standard has."""
    seen: set[tuple[str, str]] = set()
    chosen = []
    for edition in sorted(editions, key=lambda edition: -edition.order):
        kept = [name for name in edition.categories if (edition.standard, name) not in seen]
        seen |= {(edition.standard, name) for name in kept}
        if kept:
            chosen.append(restrict(edition, kept))
    return chosen


def restrict(edition: Edition, categories: Collection[str]) -> Edition:
    """Return an edition with some of its categories only."""
    return replace(
        edition,
        categories={name: category for name, category in edition.categories.items() if name in categories},
        indicators={path: cell for path, cell in edition.indicators.items() if cell.category in categories},
        skills=Late(lambda: {path: item for path, item in edition.skills.items() if item.category in categories}),
        skill_areas=Late(lambda: {name: area for name, area in edition.skill_areas.items() if name in categories}),
    )
