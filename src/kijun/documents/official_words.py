"""Which words does the text pack of a draft hold: what the documents print in sentences, by the path that it is about?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Final

from kijun.citation import Citation
from kijun.documents.draft import Draft, DraftCategory, ReadDocument
from kijun.documents.fold import is_japanese
from kijun.documents.indicator_files import part_of, unread_parts
from kijun.documents.notebook import Notebook
from kijun.documents.passage import Passage, one_below_the_other, words_of
from kijun.documents.skill_draft import DraftSkills
from kijun.framework.wording import PackDocument, TextPack, Wording

_DESCRIPTION: Final = "job-description"

Told = tuple[str, str, Passage]
"""A path below the category, the document, and its words."""


def text_pack(
    draft: Draft, skills: dict[str, DraftSkills], put: Callable[[str], str], edition: str, made: date
) -> TextPack:
    """Return the text pack of a draft; `put` puts ids in the places of stand-ins."""
    cells = list(draft.cells.values())
    return TextPack(
        edition=edition,
        documents=tuple(_document(each) for each in draft.documents),
        made=made,
        wording={
            put(category.id): tuple(
                _once(_wording(told, put) for told in _told(category, cells, skills.get(category.id)))
            )
            for category in draft.categories.values()
        },
    )


def _document(read: ReadDocument) -> PackDocument:
    return PackDocument(id=read.id, file=read.name, digest=read.digest)


def _told(category: DraftCategory, cells: Sequence[Notebook], skills: DraftSkills | None) -> Iterator[Told]:
    described = category.description
    if described is not None and described.description is not None:
        yield _DESCRIPTION, category.described_in or category.document, described.description
    for field in category.fields.values():
        if field.description is not None:
            yield field.id, field.document, field.description
    for cell in cells:
        if cell.category == category.id:
            for below, passage in _of_cell(cell).items():
                yield f"{cell.field}/{cell.level}/{below}", cell.document, passage
    for path, (document, passage) in (skills.wording if skills is not None else {}).items():
        yield path, document, passage


def _of_cell(cell: Notebook) -> dict[str, Passage]:
    """Return the words by what they are about; those of an unread part stand together, for whoever has to read it."""
    said = {passage: below for below, passage in reversed(cell.wording.items())}  # each only once
    unread = unread_parts(cell)
    found: dict[str, list[Passage]] = {}
    for below, passage in cell.wording.items():
        if said[passage] == below:
            found.setdefault(part_of(below) if part_of(below) in unread else below, []).append(passage)
    return {below: one_below_the_other(sorted(passages, key=_as_printed)) for below, passages in found.items()}


def _as_printed(passage: Passage) -> tuple[int, int, int]:
    place = passage.place()
    return place.page or 0, place.line, place.column


def _wording(told: Told, put: Callable[[str], str]) -> Wording:
    path, document, passage = told
    words = words_of(passage)
    place = passage.place()
    return Wording(
        path=put(path),
        language="ja" if is_japanese(words) else "en",
        words=words,
        citation=Citation(document=document, line=place.line, page=place.label),
    )


def _once(wording: Iterator[Wording]) -> Iterator[Wording]:
    seen: dict[str, None] = {}
    for each in wording:
        if each.words and each.path not in seen:
            seen[each.path] = None
            yield each
