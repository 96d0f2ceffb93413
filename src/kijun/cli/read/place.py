"""How is the place of a question said?"""

from __future__ import annotations

from kijun.cli.language import say
from kijun.documents.question import Question


def place_words(question: Question) -> str:
    """Return document, page and line of a question."""
    place = question.place
    page = place.label or (str(place.page) if place.page is not None else None)
    if page is None:
        return say(
            f"文書{question.document} {place.line}行{place.column}字目",
            f"document {question.document}, line {place.line}, column {place.column}",
        )
    return say(
        f"文書{question.document} {page}ページ {place.line}行",
        f"document {question.document}, page {page}, line {place.line}",
    )
