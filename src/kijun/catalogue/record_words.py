"""Which words may a record use, given the editions at hand?

A record serves all fields and editions, so it may use the words of every installed edition and of those it is judged in.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from kijun.catalogue.late_mapping import Late
from kijun.catalogue.record_skills import lacking_items, rated_items
from kijun.evidence.words import Words
from kijun.framework.edition import Edition
from kijun.text import Text

_TERMS = {
    "activity": ("activity",),
    "role": ("role", "title"),
    "outcome": ("outcome",),
    "condition": ("condition",),
    "customers": ("customers",),
    "scope": ("fact",),
    "area": ("area",),
    "degree": ("degree",),
    "reach": ("reach",),
    "contribution": ("contribution",),
    "examination": ("examination",),
}
"""Kind of word in a record -> the kinds of the vocabulary that hold it."""


def words_of(editions: Iterable[Edition], asked: Collection[str] = ()) -> Words:
    """Return the words that a record may use: those of all the editions together.

    `asked` are the ids of the editions that somebody asked for by name: a skill item that they lack is remarked on.
    """
    editions = tuple(editions)
    of: dict[str, dict[str, Text]] = {kind: {} for kind in ("field", *_TERMS)}
    most: dict[str, int] = {}
    rank_of: dict[str, str] = {}
    employees: frozenset[str] = frozenset()
    cells: list[str] = []
    bands: list[str] = []
    unread: list[str] = []
    for edition in editions:
        words = edition.vocabulary
        of["field"] |= {field.id: field.name for _, field in edition.fields()}
        for kind, sources in _TERMS.items():
            for source in sources:
                of[kind] |= {term.id: term.name for term in words.terms[source].values()}
        most |= {measure.id: measure.most for measure in words.measures.values()}
        rank_of |= {title.id: title.of for title in words.terms["title"].values() if title.of is not None}
        employees |= words.facts_with_employees
        for path in edition.inherited:
            (bands if "/size/" in path else cells).append(path)
        for path, cell in edition.indicators.items():
            cells.append(path)
            bands.extend(f"{path}/size/{number}" for number, _ in enumerate(cell.size or (), start=1))
            unread.extend(f"{path}/{part}" for part in cell.unread)
    return Words(
        of=of,
        most=most,
        rank_of=rank_of,
        scopes_with_employees=employees,
        cells=cells,
        bands=bands,
        items=Late(lambda: rated_items(editions)),
        lacking=Late(lambda: lacking_items(editions, asked) if asked else {}),
        unread=unread,
    )
