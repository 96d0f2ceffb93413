"""Is this plain value an indicator, and which? The keys are those of `kijun show --format json`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kijun.citation import Citation
from kijun.framework.edition import Document
from kijun.framework.indicator import (
    ALL,
    PARTS,
    SOME,
    Activities,
    Band,
    Bound,
    Circumstance,
    Complexity,
    CustomersAsked,
    ExpertiseAsked,
    Indicator,
    MarketAsked,
    ProficiencyAsked,
    Responsibility,
    SizeAlternative,
    SizeClause,
    Succession,
)
from kijun.framework.vocabulary import Vocabulary
from kijun.problem.reading import Value
from kijun.text import Text

MEASURES = ("times", "years")
COMPARATORS = ("at_least", "at_most", "below", "printed")
ALL_ITEMS = "all"
"""What a cell writes instead of a list where it asks every skill item that has a proficiency at the level."""
_MOST_TIMES = 1_000
_MOST_LINES = 1_000_000
_MOST_EMPLOYEES = 10_000_000

_NAMES = {
    "role": Text(ja="役割", en="role"),
    "title": Text(ja="役割名", en="role title"),
    "activity": Text(ja="活動", en="activity"),
    "outcome": Text(ja="成果", en="outcome"),
    "condition": Text(ja="条件", en="condition"),
    "scope": Text(ja="市場の範囲", en="market scope"),
    "customers-reach": Text(ja="顧客の範囲", en="range of customers"),
    "area": Text(ja="専門性の領域", en="area of expertise"),
    "degree": Text(ja="専門性の程度", en="degree"),
    "reach": Text(ja="貢献の範囲", en="reach"),
    "contribution": Text(ja="継承の種類", en="kind of contribution"),
    "subject": Text(ja="継承の対象", en="subject of succession"),
    "examination": Text(ja="試験", en="examination"),
    "circumstance": Text(ja="状況", en="circumstance"),
    "circumstance-kind": Text(ja="状況の種類", en="kind of circumstance"),
    "measure": Text(ja="数え方", en="measure"),
    "document": Text(ja="文書", en="document"),
    "part": Text(ja="部分", en="part"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What an indicator is read within: its field, the words, the documents and the levels of the edition."""

    edition: str
    category: str
    field: str
    document: str
    vocabulary: Vocabulary
    documents: Mapping[str, Document]
    levels: tuple[int, ...]

    @property
    def path(self) -> str:
        """The path of the field."""
        return f"{self.edition}/{self.category}/{self.field}"


def parse_indicator(value: Value, setting: Setting) -> Indicator:
    """Return the indicator of one cell; what is wrong with it is reported to the value's reading."""
    keys = value.keys(
        required=("level", "citation"),
        optional=(
            *("responsibility", "complexity", "size", "size_clause", "expertise", "succession"),
            *("mentoring", "proficiency", "exam", "citations", "flags", "unread"),
        ),
    )
    citation = _citation(keys["citation"], setting)
    unread = tuple(part for part in keys["unread"].word_list(_NAMES["part"], PARTS) if part in PARTS)
    for part in unread:
        if keys[part].is_written and keys[part].raw is not False:
            keys[part].report("K129", part=part)
    level = keys["level"].whole(least=min(setting.levels), most=max(setting.levels))
    words = setting.vocabulary
    return Indicator(
        path=f"{setting.path}/{level}",
        category=setting.category,
        field=setting.field,
        level=level,
        responsibility=_responsibility(keys["responsibility"], setting) if keys["responsibility"].is_written else None,
        complexity=_complexity(keys["complexity"], words) if keys["complexity"].is_written else None,
        size=tuple(_band(item, words) for item in keys["size"].items()) if keys["size"].is_written else None,
        size_clause=_size_clause(keys["size_clause"], words) if keys["size_clause"].is_written else None,
        expertise=_expertise(keys["expertise"], words) if keys["expertise"].is_written else None,
        succession=_succession(keys["succession"], words) if keys["succession"].is_written else None,
        asks_mentoring=keys["mentoring"].flag(),
        exam=_word(keys["exam"], "examination", words) or None,
        citation=citation,
        citations=_citations(keys["citations"], setting, citation),
        flags=tuple(item.words() for item in keys["flags"].items()),
        proficiency=_proficiency(keys["proficiency"], setting) if keys["proficiency"].is_written else None,
        unread=unread,
    )


def _word(value: Value, kind: str, words: Vocabulary) -> str:
    return value.word(_NAMES[kind], words.terms[kind])


def _list(value: Value, kind: str, words: Vocabulary) -> tuple[str, ...]:
    return value.word_list(_NAMES[kind], words.terms[kind])


def _responsibility(value: Value, setting: Setting) -> Responsibility:
    words = setting.vocabulary
    keys = value.keys(
        required=("measure", "at_least", "role", "outcome"),
        optional=("activities", "slots", "years_at_level", "roles", "market", "circumstances"),
    )
    levels = {"least": min(setting.levels), "most": max(setting.levels)}
    return Responsibility(
        measure=keys["measure"].word(_NAMES["measure"], MEASURES),
        at_least=keys["at_least"].whole(least=1, most=_MOST_TIMES),
        slots=tuple(item.whole(**levels) for item in keys["slots"].items()) if keys["slots"].is_written else None,
        years_at_level=keys["years_at_level"].whole(**levels) if keys["years_at_level"].is_written else None,
        role=_word(keys["role"], "role", words),
        roles=_list(keys["roles"], "title", words),
        activities=_activities(value, keys["activities"], words),
        outcome=_word(keys["outcome"], "outcome", words),
        market=tuple(_market(item, words) for item in keys["market"].items()),
        circumstances=_circumstances(keys["circumstances"], words),
    )


def _activities(clause: Value, value: Value, words: Vocabulary) -> Activities | None:
    """Return the activities of a clause; null says that none are printed, and is not the same as a key left out."""
    if not value.is_written:
        if isinstance(clause.raw, dict) and "activities" not in clause.raw:
            clause.reading.report("K102", (*clause.path, "activities"), key="activities")
        return None
    keys = value.keys(optional=("any_of", "all_of"))
    needs_all = keys["all_of"].is_written
    if needs_all == keys["any_of"].is_written:
        value.report("K102", key="any_of / all_of")
    return Activities(of=_list(keys["all_of" if needs_all else "any_of"], "activity", words), needs_all=needs_all)


def _circumstances(value: Value, words: Vocabulary) -> tuple[Circumstance, ...]:
    found = []
    for item in value.items():
        keys = item.keys(required=("kind", "of"))
        kind = _word(keys["kind"], "circumstance-kind", words)
        found.append(Circumstance(kind=kind, of=_list(keys["of"], "circumstance", words)))
    return tuple(found)


def _market(value: Value, words: Vocabulary) -> MarketAsked:
    keys = value.keys(required=("scope",), optional=("count", "employees"))
    return MarketAsked(
        scope=keys["scope"].word(_NAMES["scope"], (*words.scopes, "equivalent")),
        count=keys["count"].whole(least=1, most=_MOST_TIMES) if keys["count"].is_written else None,
        employees=_bound(keys["employees"], _MOST_EMPLOYEES) if keys["employees"].is_written else None,
    )


def _complexity(value: Value, words: Vocabulary) -> Complexity:
    keys = value.keys(
        required=("at_least", "of", "outcome"),
        optional=("activities", "must_include", "role", "roles", "circumstances"),
    )
    return Complexity(
        at_least=SOME if keys["at_least"].raw == SOME else keys["at_least"].whole(least=1, most=_MOST_TIMES),
        of=_list(keys["of"], "condition", words),
        must_include=_list(keys["must_include"], "condition", words),
        outcome=_word(keys["outcome"], "outcome", words),
        activities=_activities(value, keys["activities"], words),
        role=_word(keys["role"], "role", words) or None,
        roles=_list(keys["roles"], "title", words),
        circumstances=_circumstances(keys["circumstances"], words),
    )


def _size_clause(value: Value, words: Vocabulary) -> SizeClause:
    keys = value.keys(required=("outcome",), optional=("activities", "circumstances"))
    return SizeClause(
        outcome=_word(keys["outcome"], "outcome", words),
        activities=_activities(value, keys["activities"], words),
        circumstances=_circumstances(keys["circumstances"], words),
    )


def _band(value: Value, words: Vocabulary) -> Band:
    keys = value.keys(required=("any_of",), optional=("complexity_at_least",))
    asked = keys["complexity_at_least"]
    return Band(
        any_of=tuple(_alternative(item, words) for item in keys["any_of"].items()),
        complexity_at_least=asked.whole(least=1, most=_MOST_TIMES) if asked.is_written else None,
    )


def _alternative(value: Value, words: Vocabulary) -> SizeAlternative:
    keys = value.keys(optional=(*words.measures, "customers", "some_rooms_or_networks"))
    customers = None
    if keys["customers"].is_written:
        asked = keys["customers"].keys(required=("reach",), optional=("or_equivalent",))
        customers = CustomersAsked(
            reach=_word(asked["reach"], "customers-reach", words), or_equivalent=asked["or_equivalent"].flag()
        )
    return SizeAlternative(
        bounds={
            name: _bound(keys[name], measure.most) for name, measure in words.measures.items() if keys[name].is_written
        },
        customers=customers,
        some_rooms_or_networks=keys["some_rooms_or_networks"].flag(),
    )


def _bound(value: Value, most: int) -> Bound:
    keys = value.keys(optional=COMPARATORS)
    numbers = {name: keys[name].whole(most=most) if keys[name].is_written else None for name in COMPARATORS}
    if all(number is None for number in numbers.values()):
        value.report("K102", key=" / ".join(COMPARATORS))
    return Bound(**numbers)


def _expertise(value: Value, words: Vocabulary) -> ExpertiseAsked:
    keys = value.keys(required=("at_least", "of", "degree"), optional=("reach",))
    return ExpertiseAsked(
        at_least=ALL if keys["at_least"].raw == ALL else keys["at_least"].whole(least=1, most=_MOST_TIMES),
        of=_list(keys["of"], "area", words),
        degree=_word(keys["degree"], "degree", words),
        reach=_word(keys["reach"], "reach", words) or None,
    )


def _succession(value: Value, words: Vocabulary) -> Succession:
    keys = value.keys(required=("at_least", "of", "subject"))
    return Succession(
        at_least=keys["at_least"].whole(least=1, most=_MOST_TIMES),
        of=_list(keys["of"], "contribution", words),
        subject=_word(keys["subject"], "subject", words),
    )


def _proficiency(value: Value, setting: Setting) -> ProficiencyAsked:
    """Return what is asked of the skill items; which items there are is known later, see `check`."""
    keys = value.keys(required=("at_least", "of", "level"))
    return ProficiencyAsked(
        at_least=keys["at_least"].whole(least=1, most=_MOST_TIMES),
        of=None if keys["of"].raw == ALL_ITEMS else tuple(item.words() for item in keys["of"].items()),
        level=keys["level"].whole(least=min(setting.levels), most=max(setting.levels)),
    )


def _citation(value: Value, setting: Setting) -> Citation:
    keys = value.keys(required=("line",), optional=("page", "page_inferred"))
    return replace(
        _cited(keys["line"], setting),
        page=keys["page"].words() or None,
        is_page_inferred=keys["page_inferred"].flag(),
    )


def _citations(value: Value, setting: Setting, cell: Citation) -> dict[str, Citation]:
    """Return the places below a cell; where pages are printed, lines are counted on the page of the cell."""
    page = None if cell.is_page_inferred else cell.page
    return {below: _cited(line, setting, page) for below, line in value.entries().items()}


def _cited(line: Value, setting: Setting, page: str | None = None) -> Citation:
    """Return a line of the file's document and a page, or of another document or page that is named beside it."""
    name = setting.document
    if isinstance(line.raw, dict):
        keys = line.keys(required=("line",), optional=("document", "page"))
        if keys["document"].is_written:
            name, page = keys["document"].word(_NAMES["document"], setting.documents), None
        line, page = keys["line"], keys["page"].words() or page
    document = setting.documents.get(name)
    return Citation(
        document=name,
        line=line.whole(least=1, most=_MOST_LINES),
        page=page,
        revision=document.revision.en if document else None,
    )
