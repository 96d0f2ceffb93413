"""How is the place of a question said?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from kijun.catalogue.edition_files import TEXT_PACK
from kijun.catalogue.text_pack import load_head
from kijun.cli.language import say
from kijun.documents.question import Question
from kijun.framework.wording import PackDocument
from kijun.problem.reading import printable

Files = Mapping[str, str]
"""The names of the files that were read, by the ids of their documents."""


def file_names(documents: Sequence[PackDocument]) -> Files:
    """Return the names of the files that documents were read from."""
    return {each.id: each.file for each in documents}


def files_of_draft(folder: Path) -> Files:
    """Return the names of the files that a draft was read from, as far as its text pack tells."""
    head = load_head(folder / TEXT_PACK).head
    return file_names(head.documents) if head is not None else {}


def place_words(question: Question, files: Files) -> str:
    """Return where a question's words stand: the file with line and column, or with page and line."""
    place = question.place
    file = printable(files.get(question.document) or say(f"文書{question.document}", f"document {question.document}"))
    if place.page is None:
        return f"{file}:{place.line}:{place.column}"
    return say(f"{file} {place.page}ページ{place.line}行", f"{file} page {place.page}, line {place.line}")
