"""Whose field is a table of skill items, where its heading does not say it?

The role titles of its proficiencies tell it where they name one field. Else the tables around it do, but only in a document whose
fields come one after the other, and only where the overview lists the item among that field's: pages may be out of order.
Anything else is asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from kijun.documents.fold import fold_name
from kijun.documents.glossary import Glossary
from kijun.documents.notebook import Certainty

_KIND: Final = "field"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfiled:
    """What a block of a table tells of its field.

    `headed` is the field of its heading, `titles` the folded titles of its roles, `items` its items' folded names, `is_specific`
    whether they are printed as specific to a field.
    """

    headed: str | None
    titles: tuple[str, ...]
    items: tuple[str, ...]
    is_specific: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """The field of a block, None where nobody knows, and how sure that is; `rivals` are fields that speak against each other."""

    field: str | None
    certainty: Certainty
    rivals: tuple[str, ...] = ()


def field_spellings(glossary: Glossary, category: str, named: Mapping[str, str]) -> dict[str, str]:
    """Return the folded spellings of a category's fields and their ids: the glossary's and those that documents name."""
    found = {
        fold_name(printed): identity
        for printed, identity in glossary.spellings(_KIND).items()
        if glossary.find(_KIND, printed, category) == identity
    }
    return found | {fold_name(name): identity for identity, name in named.items() if fold_name(name)}


def file_blocks(
    blocks: Sequence[Unfiled], spellings: Mapping[str, str], overview: Sequence[tuple[str, int]]
) -> list[Filed]:
    """Return the field of each block of one document, in printed order.

    `overview` are the folded names of the overview's items, each with the number of the group in which it stands.
    """
    is_own = 2 * sum(block.headed is not None for block in blocks) >= len(blocks)
    filed = [_told(block, spellings, is_own=is_own) for block in blocks]
    known = [each.field for each in filed]
    if not _is_in_order(known):
        return filed
    listed = _listed_fields(blocks, known, overview)
    for position, block in enumerate(blocks):
        if known[position] is None and not filed[position].rivals:
            field = block.headed or _around(position, blocks, known)
            if field is not None and all(field in listed.get(item, ()) for item in block.items):
                filed[position] = Filed(field=field, certainty="inferred")
    return _without_doubles(blocks, filed, known)


def _told(block: Unfiled, spellings: Mapping[str, str], *, is_own: bool) -> Filed:
    """Return the field that a block's heading and its role titles name.

    Where few tables have a heading, it is not their own, but that of a page before all tables of a field.
    """
    by_titles = {field for title in block.titles for field in _fields_in(title, spellings)}
    if block.headed is None or not is_own:
        one = next(iter(by_titles)) if len(by_titles) == 1 else None
        return Filed(field=one, certainty="inferred")
    if len(by_titles) == 1 and block.headed not in by_titles:
        return Filed(field=None, certainty="asked", rivals=(block.headed, *by_titles))
    return Filed(field=block.headed, certainty="printed")


def _fields_in(title: str, spellings: Mapping[str, str]) -> Iterator[str]:
    """Yield the fields that a title names; a name inside of a longer one is none."""
    found = [spelling for spelling in spellings if spelling in title]
    for spelling in found:
        if not any(spelling != other and spelling in other for other in found):
            yield spellings[spelling]


def _is_in_order(known: Sequence[str | None]) -> bool:
    """Return whether each field's tables come one after the other."""
    runs = [field for field, _ in groupby(each for each in known if each is not None)]
    return len(runs) == len(set(runs))


def _around(position: int, blocks: Sequence[Unfiled], known: Sequence[str | None]) -> str | None:
    """Return the field of the tables around one.

    Where these differ, a specific item goes with those before it, if the next ones begin with what is common.
    """
    before = next((known[at] for at in range(position - 1, -1, -1) if known[at] is not None), None)
    later = next((at for at in range(position + 1, len(known)) if known[at] is not None), None)
    after = known[later] if later is not None else None
    if before is None or before == after:
        return before
    begins_anew = later is None or not blocks[later].is_specific
    return before if blocks[position].is_specific and begins_anew else None


def _listed_fields(
    blocks: Sequence[Unfiled], known: Sequence[str | None], overview: Sequence[tuple[str, int]]
) -> dict[str, set[str]]:
    """Return, by item, the fields among whose items the overview lists it."""
    fields: dict[str, set[str]] = {}
    for block, field in zip(blocks, known, strict=True):
        for item in block.items:
            if field is not None:
                fields.setdefault(item, set()).add(field)
    only = {item: next(iter(of)) for item, of in fields.items() if len(of) == 1}
    by_group: dict[int, set[str]] = {}
    for item, group in overview:
        if item in only:
            by_group.setdefault(group, set()).add(only[item])
    listed: dict[str, set[str]] = {}
    for item, group in overview:
        if len(by_group.get(group, ())) == 1:
            listed.setdefault(item, set()).update(by_group[group])
    return listed


def _without_doubles(blocks: Sequence[Unfiled], filed: Sequence[Filed], known: Sequence[str | None]) -> list[Filed]:
    """Take back a field that was inferred for an item which that field has already: one of the pages is out of order."""
    held: dict[tuple[str, str], int] = {}
    for block, each in zip(blocks, filed, strict=True):
        for item in block.items if each.field is not None else ():
            held[each.field or "", item] = held.get((each.field or "", item), 0) + 1
    checked = []
    for position, (block, each) in enumerate(zip(blocks, filed, strict=True)):
        is_double = any(held.get((each.field or "", item), 0) > 1 for item in block.items)
        checked.append(Filed(field=None, certainty="asked") if is_double and known[position] is None else each)
    return checked
