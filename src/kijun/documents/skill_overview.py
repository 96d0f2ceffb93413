"""Which items does the overview of a skill area list, under which field, and with which knowledge items?

An item that is common stands with the common ones; any other with the field whose tables hold it. Where the tables of several
fields do, the fields come one after the other, each with the items printed before it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from kijun.documents.fold import fold_name
from kijun.documents.overview_names import split_entry, split_list
from kijun.documents.passage import Passage
from kijun.documents.recognise.overview import OverviewEntry, ReadOverview
from kijun.documents.skill_draft import DraftEntry, DraftItem, DraftKnowledge, SkillNotes
from kijun.text import Text

_GROUPS: Final = 1_000_000

_NO_TABLE: Final = Text(
    ja="このスキル項目は概要にだけあり、表がありません。別の名前の表があれば、そのスキル項目の名前を答えてください。",
    en="This skill item stands in the overview only and has no table. If it has one under another name, answer with that name.",
)
_NO_SPLIT: Final = Text(
    ja="知識項目の並びをどこで区切るか、わかりません。名前ごとに「|」で区切って答えてください。",
    en='It is not clear where one knowledge item ends and the next begins. Answer with the names, with "|" between them.',
)


def entry_names(overviews: Sequence[tuple[str, ReadOverview]], items: Collection[str]) -> list[tuple[str, int, str]]:
    """Return the folded names of the overview's items, the group in which each stands, and its folded list.

    `items` are the folded names of the items that the tables have.
    """
    found = []
    for number, (_, overview) in enumerate(overviews):
        for entry in overview.entries:
            name, rest = split_entry(entry.words, lambda words: fold_name(words) in items)
            found.append((fold_name(name.text), number * _GROUPS + entry.group, fold_name(rest.text) if rest else ""))
    return found


def overview_groups(
    overviews: Sequence[tuple[str, ReadOverview]], items: Sequence[DraftItem], notes: SkillNotes
) -> dict[str, tuple[DraftEntry, ...]]:
    """Return the entries of the overviews by field, "" for what is common."""
    by_name: dict[str, list[DraftItem]] = {}
    for item in items:
        by_name.setdefault(fold_name(item.words), []).append(item)
    groups: dict[str, dict[str, DraftEntry]] = {}
    before = ""
    for document, overview in overviews:
        for entry in overview.entries:
            found = _found(entry, by_name, notes, document)
            if found is None:
                continue
            name, rest, held = found
            taken = {field for field, listed in groups.items() if held[0].id in listed}
            field = _field(held, before, taken)
            if field is None:
                continue
            before = field
            knowledge = _listed(rest, held, notes, document) if rest is not None else ()
            groups.setdefault(field, {})[held[0].id] = DraftEntry(
                item=held[0].id, document=document, place=name.place(), knowledge=knowledge
            )
    return {field: tuple(listed.values()) for field, listed in groups.items()}


def _found(
    entry: OverviewEntry, by_name: Mapping[str, list[DraftItem]], notes: SkillNotes, document: str
) -> tuple[Passage, Passage | None, list[DraftItem]] | None:
    """Return an entry's name, its list, and the items of the tables that it means; None where there are none, which is asked."""
    name, rest = split_entry(entry.words, lambda words: fold_name(words) in by_name)
    held = by_name.get(fold_name(name.text))
    if held is None:
        near = tuple(dict.fromkeys(each.words for listed in by_name.values() for each in listed))
        given = notes.ask("reading", "skill-area", name, document, _NO_TABLE, near[:3])
        held = by_name.get(fold_name(given)) if given is not None else None
    return (name, rest, held) if held else None


def _field(held: Sequence[DraftItem], before: str, taken: set[str]) -> str | None:
    """Return the field under which an entry stands; None where every field that has the item lists it already."""
    fields = ["" if item.is_common else item.field for item in held]
    if before in fields and before not in taken:
        return before
    return next((field for field in fields if field not in taken), None)


def _listed(words: Passage, held: Sequence[DraftItem], notes: SkillNotes, document: str) -> tuple[DraftKnowledge, ...]:
    """Return the knowledge items of a list with their ids, each once."""
    field = held[0].field
    of_table = {fold_name(known.words): known.id for item in held for known in item.knowledge}
    split = split_list(
        words, lambda name: of_table.get(fold_name(name)), lambda name: notes.known("knowledge", name, field)
    )
    found: dict[str, DraftKnowledge] = {}
    for listed in split.names:
        identity = listed.id or notes.name("knowledge", listed.words, document, field)
        found.setdefault(identity, DraftKnowledge(id=identity, words=listed.words.text, place=listed.words.place()))
    for unclear in split.unclear:
        given = notes.ask("reading", f"skill-area/{held[0].id}", unclear, document, _NO_SPLIT)
        for name in given.split("|") if given is not None else ():
            identity = notes.names.identify_words("knowledge", name.strip(), unclear.place(), document=document)
            found.setdefault(identity, DraftKnowledge(id=identity, words=name.strip(), place=unclear.place()))
    return tuple(found.values())
