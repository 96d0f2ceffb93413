"""Which thing of an edition does a name mean: a category, a field, a cell or a part?

A name is a whole path, or the end of one (hardware/5), with ids or the names of either language, in any width and case.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kijun.errors import NotFound
from kijun.framework.edition import Edition
from kijun.framework.indicator import PARTS
from kijun.problem.reading import nearest
from kijun.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """Something with a path: its edition and what it is (edition, category, field, cell or part)."""

    kind: str
    path: str
    edition: Edition


def things(edition: Edition) -> Iterator[Thing]:
    """Yield everything of an edition that has a path, from the whole to its parts."""
    yield Thing(kind="edition", path=edition.id, edition=edition)
    for category in edition.categories.values():
        yield Thing(kind="category", path=category.path, edition=edition)
    for _, field in edition.fields():
        yield Thing(kind="field", path=field.path, edition=edition)
        for level in edition.levels:
            yield Thing(kind="cell", path=f"{field.path}/{level}", edition=edition)
    for path in edition.indicators:
        for part in PARTS:
            yield Thing(kind="part", path=f"{path}/{part}", edition=edition)


def find(name: str, editions: Iterable[Edition], *, kinds: frozenset[str] | None = None) -> Thing:
    """Return the thing that a name means, in the first edition that has it. Raises NotFound, with suggestions."""
    known: dict[str, Thing] = {}
    for edition in editions:
        spelt = _spelling(edition)
        asked = _ids(name, spelt)
        for thing in things(edition):
            if kinds is not None and thing.kind not in kinds:
                continue
            if thing.path == asked or thing.path.endswith(f"/{asked}"):
                return thing
            known.setdefault(thing.path, thing)
    near = _nearest(name, known)
    raise NotFound(
        Text(
            ja=f"「{name}」は見つかりません。"
            + (f"「{near}」のことでしょうか。" if near else "`kijun list`で一覧を見られます。"),
            en=f'"{name}" was not found.'
            + (f' Did you mean "{near}"?' if near else " `kijun list` shows what there is."),
        ),
        suggestions=[near] if near else [],
    )


def _nearest(name: str, known: Mapping[str, Thing]) -> str | None:
    plain = _plain(name)
    tails: dict[str, str] = {}
    for path in known:
        segments = path.split("/")
        for start in range(len(segments)):
            tails.setdefault("/".join(segments[start:]), path)
    near = nearest(plain, tails)
    return tails[near] if near else None


def _spelling(edition: Edition) -> dict[str, str]:
    spelt: dict[str, str] = {}
    for category, field in edition.fields():
        for thing in (category, field):
            for word in (thing.id, thing.name.ja, thing.name.en):
                spelt[_plain(word)] = thing.id
    return spelt


def _ids(name: str, spelt: Mapping[str, str]) -> str:
    return "/".join(spelt.get(segment.strip(), segment.strip()) for segment in _plain(name).strip("/").split("/"))


def _plain(words: str) -> str:
    return unicodedata.normalize("NFKC", words).casefold().strip()
