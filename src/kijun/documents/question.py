"""What did the reader not understand, and what has a person answered?

A question has an id that depends on its words only, so that reading again, or reading a wrapped copy, asks the same one.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

from kijun.documents.fold import fold_name
from kijun.documents.printed import Place
from kijun.text import Text

Kind = Literal["name", "value", "cell", "reading"]
"""A name that the glossary does not have; a value of a cell; which cell or field something belongs to; a choice between two
readings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """An open question: what it is about (a path below the edition), the printed words, where, and what an answer looks like.

    `suggestions` are answers that may be right. `document` names the document that was read.
    """

    id: str
    kind: Kind
    path: str
    words: str
    document: str
    place: Place
    asks: Text
    suggestions: tuple[str, ...] = ()


def question_id(kind: Kind, path: str, words: str) -> str:
    """Return the id of a question: the same for the same words about the same thing, however they are wrapped."""
    digest = hashlib.blake2b(f"{kind}|{path}|{fold_name(words)}".encode(), digest_size=5)
    return f"q-{digest.hexdigest()}"
