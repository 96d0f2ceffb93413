"""Which skill items does a category have, after all its tables and overviews have been read?

An item is common where its tables say so and it stands in more fields than one. What is printed twice must agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from kijun.documents.answers import Answers
from kijun.documents.draft import DraftCategory
from kijun.documents.fold import fold_name
from kijun.documents.names import Names
from kijun.documents.passage import Passage, words_of
from kijun.documents.placed_tables import NAMELESS, PlacedBlock, place_blocks
from kijun.documents.printed import Place
from kijun.documents.skill_abilities import Abilities, PrintedLevel
from kijun.documents.skill_draft import DraftItem, DraftSkills, SkillNotes
from kijun.documents.skill_knowledge import knowledge_of, named_knowledge
from kijun.documents.skill_overview import entry_names, overview_groups
from kijun.text import Text

_IS_COMMON: Final = Text(
    ja="職種共通と印字されていますが、1つの専門分野の表にしかありません。共通ならtrue、固有ならfalseと答えてください。",
    en="It is labelled as common to the category, but stands in the tables of one field only. Answer true if it is common, else "
    "false.",
)
_UNLABELLED: Final = Text(
    ja="職種共通か専門分野固有か、表からわかりません。共通ならtrue、固有ならfalseと答えてください。",
    en="The table does not tell whether this item is common to the category. Answer true if it is, false if it is a field's own.",
)
_TWICE: Final = Text(
    ja="このスキル項目の表が2つあり、内容が違います。正しいほうの表が始まる行の番号を答えてください。",
    en="This skill item has two tables that differ. Answer with the line on which the right one begins.",
)
_UNCLEAR: Final = Text(
    ja="表の中のこの部分は読み取れませんでした。なくてよければnewと答えてください。",
    en="This part of a table was not understood. If it may be left out, answer with new.",
)
_NO_LEVELS: Final = Text(
    ja="このスキル項目の表にはレベルの見出しがありません。それで正しければnewと答えてください。",
    en="The table of this skill item heads no level. If that is right, answer with new.",
)


def read_skills(category: DraftCategory, names: Names, answers: Answers) -> DraftSkills | None:
    """Return the skill items of a category with what has to be asked about them, or None where nothing of them was read."""
    if not category.tables and not category.overviews:
        return None
    notes = SkillNotes(category=category.id, names=names, answers=answers)
    known = {fold_name(item.text) for _, table in category.tables for block in table.blocks for item in block.items}
    entries = entry_names(category.overviews, known)
    placed = list(place_blocks(category, [(name, group) for name, group, _ in entries], notes))
    listed: dict[str, str] = {}
    for name, _, words in entries:
        listed[name] = listed.get(name, "") + words
    items = _marked(list(_single(_items(placed, listed, notes), notes)), placed, notes)
    return DraftSkills(
        items=tuple(items),
        overview=overview_groups(category.overviews, items, notes),
        note=next(((document, each.note) for document, each in category.overviews if each.note is not None), None),
        fields=_fields(placed),
        questions=tuple(notes.questions),
    )


def _fields(placed: Iterable[PlacedBlock]) -> dict[str, tuple[str, str, Place]]:
    found: dict[str, tuple[str, str, Place]] = {}
    for each in placed:
        found.setdefault(each.field, (each.field_words, each.document, each.block.items[0].place()))
    return found


def _items(placed: Sequence[PlacedBlock], listed: Mapping[str, str], notes: SkillNotes) -> Iterator[DraftItem]:
    """Yield the items of all blocks, in printed order."""
    levels = {id(each): list(_levels(each)) for each in placed}
    abilities = Abilities((level for each in levels.values() for level in each), notes)
    abilities.ask()
    for each in placed:
        _ask_unclear(each, notes)
        knowledge = knowledge_of(each.block, listed, notes, each.document)
        for item, names in zip(each.block.items, knowledge, strict=True):
            yield DraftItem(
                field=each.field,
                id=notes.name("item", item, each.document, each.field),
                words=words_of(item),
                document=each.document,
                place=item.place(),
                is_common=_is_common(each, item, notes),
                headed=tuple(level.level for level in each.block.levels),
                knowledge=named_knowledge(names, each.field, notes, each.document),
                proficiencies=tuple(abilities.proficiency(level) for level in levels[id(each)]),
                certainty=each.certainty,
            )


def _levels(each: PlacedBlock) -> Iterator[PrintedLevel]:
    for told in each.told:
        yield PrintedLevel(
            field=each.field,
            field_words=each.field_words,
            item_words=words_of(each.block.items[0]),
            document=each.document,
            at=told,
        )


def _is_common(each: PlacedBlock, item: Passage, notes: SkillNotes) -> bool:
    """Return whether a table says that its item is common to the category; where it says nothing, a person is asked."""
    if each.field == NAMELESS or each.block.label in ("common", "specific"):
        return each.field == NAMELESS or each.block.label == "common"
    given = notes.ask("value", f"{each.field}/skills/common", item, each.document, _UNLABELLED, ("true", "false"))
    return (given or "").lower() == "true"


def _ask_unclear(each: PlacedBlock, notes: SkillNotes) -> None:
    first = each.block.items[0]
    for unclear in each.block.unclear:
        notes.ask("reading", f"{each.field}/skills/unclear", unclear, each.document, _UNCLEAR, ("new",))
    if not each.block.levels:
        notes.ask("reading", f"{each.field}/skills/levels", first, each.document, _NO_LEVELS, ("new",))


def _single(items: Iterable[DraftItem], notes: SkillNotes) -> Iterator[DraftItem]:
    """Yield each item of a field once; tables that contradict each other are asked about and left out."""
    by_path: dict[tuple[str, str], list[DraftItem]] = {}
    for item in items:
        by_path.setdefault((item.field, item.id), []).append(item)
    for (field, identity), same in by_path.items():
        first = same[0]
        if all(_says(item) == _says(first) for item in same):
            yield first
            continue
        lines = tuple(str(item.place.line) for item in same)
        words = Passage(text=first.words, starts=(0,), places=(first.place,))
        given = notes.ask("reading", f"{field}/skills/{identity}", words, first.document, _TWICE, lines)
        yield from (item for item in same if str(item.place.line) == given)


def _says(item: DraftItem) -> tuple[object, ...]:
    told = [(each.level, each.roles, each.setting, each.ability) for each in item.proficiencies]
    return item.is_common, item.headed, [known.id for known in item.knowledge], told


def _marked(items: Sequence[DraftItem], placed: Sequence[PlacedBlock], notes: SkillNotes) -> list[DraftItem]:
    """Return the items with what is common to the category: labelled so, and not in one field of several only."""
    fields = {each.field for each in placed}
    standing: dict[str, set[str]] = {}
    for item in items:
        standing.setdefault(item.id, set()).add(item.field)
    marked = []
    for item in items:
        if item.is_common and len(fields) > 1 and len(standing[item.id]) == 1:
            words = Passage(text=item.words, starts=(0,), places=(item.place,))
            below = f"{item.field}/skills/{item.id}/common"
            given = notes.ask("value", below, words, item.document, _IS_COMMON, ("true", "false"))
            marked.append(replace(item, is_common=(given or "").lower() == "true"))
        else:
            marked.append(item)
    return marked
