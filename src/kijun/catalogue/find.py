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

_SHOWN_PATHS = 5


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
    for path, indicator in edition.indicators.items():
        for part in PARTS:
            if part == "proficiency" and indicator.proficiency is None:
                continue  # unlike the others, it is written only where a cell asks for it
            yield Thing(kind="part", path=f"{path}/{part}", edition=edition)


def find(name: str, editions: Iterable[Edition], *, kinds: frozenset[str] | None = None) -> Thing:
    """Return the thing that a name means, in the first edition that has it.

    Raises NotFound, with suggestions, where nothing has that name, or where several things of one edition have it.
    """
    known: list[str] = []
    spelt: dict[str, str] = {}
    for edition in editions:
        own = _spelling(edition)
        spelt = {**own, **spelt}
        asked = _ids(name, own)
        here = {thing.path: thing for thing in things(edition) if kinds is None or thing.kind in kinds}
        if asked in here:
            return here[asked]
        found = [thing for path, thing in here.items() if path.endswith(f"/{asked}")]
        if len(found) > 1:
            _refuse_ambiguous(name, [thing.path for thing in found])
        if found:
            return found[0]
        known += here
    near = _nearest(name, known, spelt)
    raise NotFound(
        Text(
            ja=f"「{name}」は見つかりません。"
            + (f"「{near}」のことでしょうか。" if near else "`kijun list`で一覧を見られます。"),
            en=f'"{name}" was not found.'
            + (f' Did you mean "{near}"?' if near else " `kijun list` shows what there is."),
        ),
        suggestions=[near] if near else [],
    )


def find_level(words: str, edition: Edition) -> int | None:
    """Return the level that a number or a name of either language means, in any width and case, or None."""
    asked = _plain(words)
    for level in edition.levels:
        name = edition.level_name(level)
        if asked in (str(level), _plain(name.ja), _plain(name.en)):
            return level
    return None


def _refuse_ambiguous(name: str, paths: list[str]) -> None:
    first = paths[:_SHOWN_PATHS]
    more = len(paths) - len(first)
    raise NotFound(
        Text(
            ja=f"「{name}」にあたるものがいくつもあります: {'、'.join(first)}"
            + (f"、ほか{more}件" if more else "")
            + "。どれかを書いてください。",
            en=f'"{name}" may mean several things: {", ".join(first)}'
            + (f" and {more} more" if more else "")
            + ". Write one of them.",
        ),
        suggestions=first,
    )


def _nearest(name: str, known: Iterable[str], spelt: Mapping[str, str]) -> str | None:
    """Return the path whose end is most like the name, whose segments may be misspelt names of either language."""
    tails: dict[str, str] = {}
    for path in known:
        segments = path.split("/")
        for start in range(len(segments)):
            tails.setdefault("/".join(segments[start:]), path)
    near = [nearest(segment, spelt) for segment in _plain(name).split("/")]
    meant = "/".join(
        spelt[word] if word else segment for word, segment in zip(near, _plain(name).split("/"), strict=True)
    )
    found = nearest(meant, tails)
    return tails[found] if found else None


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
