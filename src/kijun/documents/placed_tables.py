"""In which field does each block of a category's tables stand?

What `skill_fields` cannot tell is asked, and left out until somebody has answered.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kijun.documents.draft import DraftCategory
from kijun.documents.fold import fold_name
from kijun.documents.notebook import Certainty
from kijun.documents.passage import words_of
from kijun.documents.recognise.headings import is_nameless
from kijun.documents.recognise.skill_tables import ItemBlock, SkillTable
from kijun.documents.skill_abilities import ToldLevel, told_levels
from kijun.documents.skill_draft import SkillNotes
from kijun.documents.skill_fields import Filed, Unfiled, field_spellings, file_blocks
from kijun.text import Text

NAMELESS: Final = "common"
"""The field of a category that has none: the document prints a dash."""

_WHICH: Final = Text(
    ja="この表がどの専門分野のものか、文書からわかりません。専門分野のidを答えてください。",
    en="The document does not tell whose field this table is. Answer with the field's id.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedBlock:
    """A block of a table, its document, what is printed at its levels, its field with a printed name, and how sure that is."""

    document: str
    block: ItemBlock
    told: tuple[ToldLevel, ...]
    field: str
    field_words: str
    certainty: Certainty


def place_blocks(
    category: DraftCategory, overview: Sequence[tuple[str, int]], notes: SkillNotes
) -> Iterator[PlacedBlock]:
    """Yield the blocks of a category's tables whose field is known, in printed order; ask about the others.

    `overview` are the folded names of the overview's items, each with the number of the group in which it stands.
    """
    named = {field: each.name for field, each in category.fields.items()}
    headed = [(document, table, _headed(table, document, notes)) for document, table in category.tables]
    named |= {
        field: words_of(table.field) for _, table, field in headed if field is not None and table.field is not None
    }
    printed = {identity: words for words, identity in notes.names.glossary.spellings("field").items()}
    spellings = field_spellings(notes.names.glossary, category.id, named)
    asked: Counter[str] = Counter()
    for document in dict.fromkeys(document for document, _, _ in headed):
        blocks = [(block, field) for each, table, field in headed if each == document for block in table.blocks]
        told = [told_levels(block.levels, notes) for block, _ in blocks]
        unfiled = [_unfiled(block, field, levels) for (block, field), levels in zip(blocks, told, strict=True)]
        filed = file_blocks(unfiled, spellings, overview)
        for (block, _), levels, each in zip(blocks, told, filed, strict=True):
            if block.items:
                field, certainty = _answered(block, each, document, notes, spellings, asked)
                if field is not None:
                    words = named.get(field) or printed.get(field, field)
                    yield PlacedBlock(
                        document=document, block=block, told=levels, field=field, field_words=words, certainty=certainty
                    )


def _headed(table: SkillTable, document: str, notes: SkillNotes) -> str | None:
    if table.field is None:
        return None
    return NAMELESS if is_nameless(words_of(table.field)) else notes.name("field", table.field, document)


def _unfiled(block: ItemBlock, field: str | None, levels: Sequence[ToldLevel]) -> Unfiled:
    return Unfiled(
        headed=field,
        titles=tuple(fold_name(title.words) for each in levels for title in each.told.titles),
        items=tuple(fold_name(item.text) for item in block.items),
        is_specific=block.label == "specific",
    )


def _answered(
    block: ItemBlock,
    filed: Filed,
    document: str,
    notes: SkillNotes,
    spellings: Mapping[str, str],
    asked: Counter[str],
) -> tuple[str | None, Certainty]:
    """Return the field of a block that the document tells, or a person, and how sure it is.

    `asked` counts the tables of one item that are asked about: each is another question.
    """
    if filed.field is not None:
        return filed.field, filed.certainty
    suggestions = filed.rivals or tuple(dict.fromkeys(spellings.values()))
    item = fold_name(block.items[0].text)
    asked[item] += 1
    below = "skills/field" if asked[item] == 1 else f"skills/field/{asked[item]}"
    return notes.ask("cell", below, block.items[0], document, _WHICH, suggestions), "asked"
