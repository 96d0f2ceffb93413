"""What does the file edition.yaml of a draft say: its id and name, its documents, and how it came about?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from kijun.documents.draft import ReadDocument
from kijun.documents.fold import fold
from kijun.documents.shipped_words import ShippedWords, named_twice
from kijun.framework.dump import Plain

_DAY: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def edition_file(
    documents: Sequence[ReadDocument], edition: str, words: ShippedWords, *, is_shipped: bool
) -> dict[str, Plain]:
    """Return the file of an edition that was read from documents."""
    releases = [release for document in documents for release in document.releases]
    days = sorted("-".join(match.groups()) for release in releases for match in _DAY.finditer(fold(release).text))
    years = [int(match.group()) for release in releases for match in _YEAR.finditer(_DAY.sub("", fold(release).text))]
    head = words.head("edition.yaml") if is_shipped else {}
    return {
        "id": edition,
        "standard": edition.partition("/")[0],
        "name": head.get("name") or named_twice(releases[0] if releases else edition),
        "published": days[0] if days else None,
        "order": head.get("order") or max(years, default=1),
        "documents": {document.id: _document(document) for document in documents},
        "notes": [
            {
                "ja": "この標準は文書から読み取った案です。開いている問いはquestions.yamlにあります。",
                "en": "This standard is a draft that was read from documents. Its open questions stand in questions.yaml.",
            }
        ],
    }


def _document(document: ReadDocument) -> dict[str, Plain]:
    printed = document.releases[0] if document.releases else None
    return {
        "title": named_twice(document.name),
        "language": document.language,
        "revision": named_twice(printed) if printed else {"ja": "印字なし", "en": "not printed"},
        "revision_printed": printed is not None,
        "publisher": "not known",
        "part": False,
    }
