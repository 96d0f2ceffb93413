"""Which knowledge items stand under which skill item of a table?

Where a table prints several items and then all their knowledge items, the overview tells them apart, as far as it lists them; what
stands between two of one item is that item's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from kijun.documents.fold import fold_name
from kijun.documents.passage import Passage
from kijun.documents.recognise.skill_tables import ItemBlock, KnowledgeGroup
from kijun.documents.skill_draft import DraftKnowledge, SkillNotes
from kijun.text import Text

_WHOSE: Final = Text(
    ja="この知識項目がどのスキル項目のものか、表からわかりません。スキル項目の名前を答えてください。",
    en="The table does not tell whose knowledge item this is. Answer with the name of the skill item.",
)


def knowledge_of(block: ItemBlock, listed: Mapping[str, str], notes: SkillNotes, document: str) -> list[list[Passage]]:
    """Return the printed names of the knowledge items under each item of a block.

    `listed` are the folded lists of the overview by the folded names of the items.
    """
    found: list[list[Passage]] = [[] for _ in block.items]
    for group in block.knowledge:
        if len(group.items) == 1:
            found[group.items[0]].extend(group.names)
        else:
            for item, name in _parted(block, group, listed, notes, document):
                found[item].append(name)
    return found


def _parted(
    block: ItemBlock, group: KnowledgeGroup, listed: Mapping[str, str], notes: SkillNotes, document: str
) -> list[tuple[int, Passage]]:
    """Return the names of a group with their items; those that nobody can tell are asked about."""
    lists = {item: listed.get(fold_name(block.items[item].text), "") for item in group.items}
    owners = _ordered([_only(name, lists) for name in group.names], group.items)
    names = {fold_name(block.items[item].text): item for item in group.items}
    first = notes.name("item", block.items[group.items[0]], document)
    told = []
    for owner, name in zip(owners, group.names, strict=True):
        item = owner
        if item is None:
            suggestions = tuple(block.items[each].text for each in group.items)
            given = notes.ask("reading", f"skills/{first}/knowledge", name, document, _WHOSE, suggestions)
            item = names.get(fold_name(given)) if given is not None else None
        if item is not None:
            told.append((item, name))
    return told


def _only(name: Passage, lists: Mapping[int, str]) -> int | None:
    """Return the only item in whose list a name stands."""
    folded = fold_name(name.text)
    holding = [item for item, words in lists.items() if folded in words]
    return holding[0] if len(holding) == 1 else None


def _ordered(owners: Sequence[int | None], items: Sequence[int]) -> list[int | None]:
    """Return the owners with those filled in that the order of items leaves one choice for.

    Names come in the order of their items; where those that are known do not, nothing is filled in.
    """
    known = [owner for owner in owners if owner is not None]
    if known != sorted(known):
        return list(owners)
    filled: list[int | None] = list(owners)
    for position, owner in enumerate(owners):
        if owner is None:
            before = next((each for each in reversed(owners[:position]) if each is not None), items[0])
            after = next((each for each in owners[position + 1 :] if each is not None), items[-1])
            filled[position] = before if before == after else None
    return filled


def named_knowledge(
    names: Sequence[Passage], field: str, notes: SkillNotes, document: str
) -> tuple[DraftKnowledge, ...]:
    """Return knowledge items with their ids, each id once."""
    found: dict[str, DraftKnowledge] = {}
    for name in names:
        identity = notes.name("knowledge", name, document, field)
        found.setdefault(identity, DraftKnowledge(id=identity, words=name.text, place=name.place()))
    return tuple(found.values())
