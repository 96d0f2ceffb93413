"""What is a word of a record called, when the record may use the words of several editions?"""

from __future__ import annotations

from collections.abc import Sequence

from kijun.framework.edition import Edition
from kijun.text import Text, same


def name_in(editions: Sequence[Edition], kind: str, identity: str) -> Text:
    """Return what the first edition that knows a word calls it; a word that none knows is called by its id."""
    if kind == "field":
        found = (field.name for edition in editions for _, field in edition.fields() if field.id == identity)
        return next(found, same(identity))
    unknown = Text(ja=identity, en=identity)
    named = (edition.vocabulary.name(kind, identity) for edition in editions)
    return next((name for name in named if name != unknown), unknown)
