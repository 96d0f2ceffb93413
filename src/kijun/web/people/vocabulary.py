"""What are the words called that a record may use, and how are they grouped where somebody chooses among them?

The words are those of the installed editions; nothing is decided here about what counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from kijun.framework.edition import Edition
from kijun.framework.indicator import Indicator
from kijun.framework.phrase import phrase_alternative
from kijun.text import Text, inside, join, same
from kijun.web.library.kept import while_standards_stand
from kijun.web.library.queries import editions, words

EQUIVALENT = "equivalent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Words under one heading; the heading of a single group is None."""

    name: Text | None
    words: tuple[tuple[str, Text], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sized:
    """Something of an engagement that is counted, and its unit."""

    id: str
    name: Text
    unit: Text


def name_of(kind: str, word: str) -> Text:
    """Return what a word of a record is called; a word that no installed edition has is called by itself."""
    return words().of.get(kind, {}).get(word) or same(word)


def is_known(kind: str, word: str) -> bool:
    """Return whether an installed edition has a word."""
    return word in words().of.get(kind, {})


def item_name(item: str) -> Text:
    """Return what a skill item is called."""
    found = words().items.get(item)
    return found.name if found else same(item)


@while_standards_stand
@cache
def measures() -> tuple[Sized, ...]:
    """Return the measures of all installed editions."""
    found: dict[str, Sized] = {}
    for edition in editions():
        for measure in edition.vocabulary.measures.values():
            found.setdefault(measure.id, Sized(id=measure.id, name=measure.name, unit=measure.unit))
    return tuple(found.values())


def plain(kind: str) -> tuple[Group, ...]:
    """Return the words of a kind in their own order, under no heading."""
    return (Group(name=None, words=tuple(words().of[kind].items())),)


@while_standards_stand
@cache
def fields() -> tuple[Group, ...]:
    """Return the fields by category."""
    return _by_category("field", lambda edition: ((each.id, category.id) for category, each in edition.fields()))


@while_standards_stand
@cache
def activities() -> tuple[Group, ...]:
    """Return the activities by the category that the vocabulary places them in."""
    return _by_category(
        "activity",
        lambda edition: ((term.id, term.of or "") for term in edition.vocabulary.terms["activity"].values()),
    )


@while_standards_stand
@cache
def conditions() -> tuple[Group, ...]:
    """Return the conditions of complexity by the first category whose cells ask for them."""
    return _by_category("condition", lambda edition: _asked(edition, lambda cell: cell.complexity))


@while_standards_stand
@cache
def areas() -> tuple[Group, ...]:
    """Return the areas of expertise by the first category whose cells ask for them."""
    return _by_category("area", lambda edition: _asked(edition, lambda cell: cell.expertise))


@while_standards_stand
@cache
def roles() -> tuple[Group, ...]:
    """Return the ranks, then the printed titles by the rank that each of them holds."""
    rank_of = words().rank_of
    named = words().of["role"]
    ranks = tuple((word, name) for word, name in named.items() if word not in rank_of)
    groups = [Group(name=Text(ja="役割", en="Role"), words=ranks)]
    for rank, name in reversed(ranks):
        titles = tuple((word, title) for word, title in named.items() if rank_of.get(word) == rank)
        if titles:
            heading = Text(ja=f"{name.ja}にあたる役割名", en=f"Titles of a {inside(name).en}")
            groups.append(Group(name=heading, words=titles))
    return tuple(groups)


@while_standards_stand
@cache
def claims() -> tuple[Group, ...]:
    """Return what may be claimed as equivalent, by field: the bands and the markets where "or equivalent" is printed."""
    groups = []
    for edition in editions():
        for category, field in edition.fields():
            found = [each for cell in edition.cells_of(field.path) for each in _claims_of(edition, cell)]
            if found:
                heading = join([category.name, field.name, edition.name], ja=" / ", en=" / ")
                groups.append(Group(name=heading, words=tuple(found)))
    return tuple(groups)


def _claims_of(edition: Edition, cell: Indicator) -> Iterator[tuple[str, Text]]:
    level = edition.level_name(cell.level)
    asked = cell.responsibility.market if cell.responsibility else ()
    if any(each.scope == EQUIVALENT for each in asked):
        yield cell.path, Text(ja=f"{level.ja}: 担当市場", en=f"{level.en}: the market answered for")
    for number, band in enumerate(cell.size or (), start=1):
        open_ones = [each for each in band.any_of if each.customers is not None and each.customers.or_equivalent]
        if open_ones:
            said = join([phrase_alternative(each, edition.vocabulary) for each in open_ones], ja="、または", en=", or ")
            yield f"{cell.path}/size/{number}", Text(ja=f"{level.ja}: {said.ja}", en=f"{level.en}: {said.en}")


def claim_name(path: str) -> Text:
    """Return what something that an engagement is said to equal is called: its field, level and words."""
    for group in claims():
        for word, said in group.words:
            if word == path and group.name is not None:
                return join([group.name, said], ja=" / ", en=" / ")
    return same(path)


def _asked(edition: Edition, of: Callable[[Indicator], object]) -> Iterator[tuple[str, str]]:
    for cell in edition.indicators.values():
        for word in getattr(of(cell), "of", ()):
            yield word, cell.category


def _by_category(kind: str, placed: Callable[[Edition], Iterable[tuple[str, str]]]) -> tuple[Group, ...]:
    """Return the words of a kind under the categories in which they are placed first; the others stand at the end."""
    category_of: dict[str, str] = {}
    names: dict[str, Text] = {}
    for edition in editions():
        names |= {each.id: each.name for each in edition.categories.values() if each.id not in names}
        for word, category in placed(edition):
            category_of.setdefault(word, category)
    held = words().of[kind]
    groups = [
        Group(name=name, words=tuple((word, said) for word, said in held.items() if category_of.get(word) == category))
        for category, name in names.items()
    ]
    rest = tuple((word, said) for word, said in held.items() if category_of.get(word) not in names)
    groups.append(Group(name=Text(ja="その他", en="Other"), words=rest))
    return tuple(group for group in groups if group.words)
