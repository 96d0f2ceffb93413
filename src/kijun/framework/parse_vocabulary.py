"""Are these plain values the vocabulary of an edition, and which?"""

from __future__ import annotations

from collections.abc import Mapping

from kijun.citation import Citation
from kijun.framework.vocabulary import MarketScope, Measure, Term, Vocabulary
from kijun.problem.reading import Value

_MOST = 10**15
_LINES = 1_000_000

FILES: Mapping[str, Mapping[str, str]] = {
    "roles": {"ranks": "role", "titles": "title"},
    "outcomes": {"outcomes": "outcome"},
    "activities": {"activities": "activity"},
    "conditions": {"conditions": "condition"},
    "sizes": {},
    "markets": {"facts": "fact"},
    "areas": {"areas": "area"},
    "degrees": {"degrees": "degree", "reaches": "reach"},
    "contributions": {"contributions": "contribution", "subjects": "subject"},
    "examinations": {"examinations": "examination"},
    "circumstances": {"kinds": "circumstance-kind", "circumstances": "circumstance"},
    "settings": {"settings": "setting"},
    "abilities": {"abilities": "ability"},
}
"""Vocabulary file -> its lists -> the kind of word that each list holds."""

_EXTRA = ("order", "rank", "category", "categories", "citation", "note", "level", "reach", "kind", "employees")
_BELONGS_TO = ("rank", "category", "reach", "kind")


def parse_vocabulary(files: Mapping[str, Value]) -> Vocabulary:
    """Return the vocabulary that the files of a folder hold, one value per file name."""
    terms: dict[str, dict[str, Term]] = {kind: {} for lists in FILES.values() for kind in lists.values()}
    terms["customers-reach"], terms["customers"] = {}, {}
    for name, lists in FILES.items():
        if name in files and name not in ("sizes", "markets"):
            keys = files[name].keys(optional=tuple(lists))
            for key, kind in lists.items():
                terms[kind] = _terms(keys[key])
    measures: dict[str, Measure] = {}
    if "sizes" in files:
        keys = files["sizes"].keys(optional=("measures", "customers"))
        measures = {measure.id: measure for measure in map(_measure, keys["measures"].identified())}
        customers = keys["customers"].keys(optional=("reaches", "served"))
        terms["customers-reach"], terms["customers"] = _terms(customers["reaches"]), _terms(customers["served"])
    scopes: dict[str, MarketScope] = {}
    with_employees: frozenset[str] = frozenset()
    if "markets" in files:
        keys = files["markets"].keys(optional=("facts", "scopes"))
        terms["fact"] = _terms(keys["facts"])
        with_employees = frozenset(
            str(item.raw.get("id"))
            for item in (keys["facts"].items() if terms["fact"] else [])
            if isinstance(item.raw, dict) and item.raw.get("employees") is True
        )
        scopes = {scope.id: scope for scope in map(_scope, keys["scopes"].identified())}
    return Vocabulary(terms=terms, measures=measures, scopes=scopes, facts_with_employees=with_employees)


def _terms(value: Value) -> dict[str, Term]:
    terms: dict[str, Term] = {}
    for item in value.identified():
        keys = item.keys(required=("id", "name"), optional=_EXTRA)
        identity = keys["id"].words()
        belongs = next((keys[key].words() for key in _BELONGS_TO if keys[key].is_written), None)
        terms[identity] = Term(
            id=identity,
            name=keys["name"].text(),
            order=keys["order"].whole(most=_LINES) if keys["order"].is_written else 0,
            of=belongs,
            note=keys["note"].text() if keys["note"].is_written else None,
            citation=parse_citation(keys["citation"]) if keys["citation"].is_written else None,
        )
    return terms


def parse_citation(value: Value) -> Citation:
    """Return a citation that names its document."""
    keys = value.keys(required=("document", "line"), optional=("page", "page_inferred"))
    return Citation(
        document=keys["document"].words(),
        line=keys["line"].whole(least=1, most=_LINES),
        page=keys["page"].words() or None,
        is_page_inferred=keys["page_inferred"].flag(),
    )


def _measure(value: Value) -> Measure:
    keys = value.keys(required=("id", "name", "unit", "most"), optional=("note",))
    return Measure(
        id=keys["id"].words(),
        name=keys["name"].text(),
        unit=keys["unit"].text(),
        most=keys["most"].whole(least=1, most=_MOST),
    )


def _scope(value: Value) -> MarketScope:
    keys = value.keys(required=("id", "name"), optional=("counted", "all_of", "note", "citation"))
    counted = frozenset(item.words() for item in keys["counted"].items())
    groups = [frozenset(item.words() for item in group.items()) for group in keys["all_of"].items()]
    return MarketScope(id=keys["id"].words(), name=keys["name"].text(), groups=tuple(groups) if groups else (counted,))
