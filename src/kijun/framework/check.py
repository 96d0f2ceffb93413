"""Is an edition sound: every threshold cited, every count possible, every cell within reach?

The shape and the words were looked at when the files were parsed; here the numbers are, and what they say together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kijun.criteria.check import can_be_met
from kijun.errors import BadPolicy
from kijun.framework.edition import Edition
from kijun.framework.indicator import Band, Bound, Indicator
from kijun.framework.policy import ANSWERS, choose
from kijun.framework.resolve import ResolvedCell, resolve
from kijun.framework.resolve_proficiency import rated_items
from kijun.problem import Path
from kijun.problem.reading import Value
from kijun.text import Text

_ITEM = Text(ja="スキル項目", en="skill item")
_NONE = Text(ja="なし", en="none")
_UNREACHABLE = Text(
    ja="条件が矛盾しているか、必要な一覧が空です",
    en="its conditions contradict one another, or a list that it needs is empty",
)


def check(edition: Edition, cells: Mapping[str, Value], policy: Value) -> None:
    """Report what is unsound in an edition's cells to the value that each was read from.

    A silent point that shapes a cell and has no answer is reported to the policy.
    """
    unanswered: dict[str, None] = {}
    for indicator in edition.indicators.values():
        cell = cells[indicator.path]
        before = len(cell.reading.problems)
        _check_citations(indicator, cell)
        _check_counts(indicator, cell)
        _check_items(indicator, edition, cell)
        if len(cell.reading.problems) == before:
            unanswered |= dict.fromkeys(_check_reach(indicator, edition, cell))
    for point in ANSWERS:
        if point in unanswered:
            policy.report("K102", key=point)


def thresholds(indicator: Indicator) -> Iterator[str]:
    """Yield the path below the cell of every number that the cell asks for.

    The path of a band's number is size/<band>/<measure>/<bound>, bands counted from 1.
    """
    if indicator.responsibility:
        yield "responsibility/at_least"
        yield from ("responsibility/slots" for _ in indicator.responsibility.slots or ())
        if indicator.responsibility.market:
            yield "responsibility/market"
    if indicator.complexity:
        yield "complexity/at_least"
    for number, band in enumerate(indicator.size or (), start=1):
        if band.complexity_at_least is not None:
            yield f"size/{number}/complexity_at_least"
        for each in band.any_of:
            for measure, bound in each.bounds.items():
                yield from (f"size/{number}/{measure}/{name}" for name in _named(bound))
    if indicator.expertise:
        yield "expertise/at_least"
    if indicator.succession:
        yield "succession/at_least"
    if indicator.proficiency:
        yield "proficiency"
    if indicator.exam:
        yield "exam"


def _at(cell: Value, below: str) -> Path:
    """Return the way to a place below a cell, whose bands are counted from 1."""
    name, *rest = below.split("/")
    return (*cell.path, name, *(int(step) - 1 if name == "size" and step.isdecimal() else step for step in rest))


def _named(bound: Bound) -> dict[str, int]:
    names = ("at_least", "at_most", "below", "printed")
    return {name: getattr(bound, name) for name in names if getattr(bound, name) is not None}


def _check_citations(indicator: Indicator, cell: Value) -> None:
    for below in dict.fromkeys(thresholds(indicator)):
        if indicator.cited(below) is indicator.citation:
            cell.reading.report("K120", _at(cell, below), part=f"{indicator.path}/{below}")


def _check_counts(indicator: Indicator, cell: Value) -> None:
    path = indicator.path
    for name, asked in (
        ("complexity", indicator.complexity),
        ("expertise", indicator.expertise),
        ("succession", indicator.succession),
    ):
        if asked is not None and isinstance(asked.at_least, int) and asked.at_least > len(asked.of):
            where, offered = _at(cell, f"{name}/at_least"), len(asked.of)
            cell.reading.report("K121", where, part=f"{path}/{name}", asked=asked.at_least, offered=offered)
    if indicator.complexity:
        for word in indicator.complexity.must_include:
            if word not in indicator.complexity.of:
                cell.reading.report("K124", _at(cell, "complexity/must_include"), word=word)
    service = indicator.responsibility
    if service and service.measure == "times" and len(service.slots or ()) != service.at_least:
        where = _at(cell, "responsibility/slots")
        cell.reading.report("K125", where, asked=service.at_least, offered=len(service.slots or ()))
    if service and service.measure == "years" and service.slots is not None:
        cell.reading.report("K101", _at(cell, "responsibility/slots"), key="slots", known="years_at_level")
    for number, band in enumerate(indicator.size or (), start=1):
        _check_band(band, number, indicator, cell)


def _check_band(band: Band, number: int, indicator: Indicator, cell: Value) -> None:
    offered = len(indicator.complexity.of) if indicator.complexity else 0
    if band.complexity_at_least is not None and band.complexity_at_least > offered:
        where, part = _at(cell, f"size/{number}/complexity_at_least"), f"{indicator.path}/size/{number}"
        cell.reading.report("K121", where, part=part, asked=band.complexity_at_least, offered=offered)
    for each in band.any_of:
        for measure, bound in each.bounds.items():
            most = bound.at_most if bound.at_most is not None else None if bound.below is None else bound.below - 1
            if bound.at_least is not None and most is not None and bound.at_least > most:
                part = f"{indicator.path}/size/{number}/{measure}"
                cell.reading.report("K126", _at(cell, f"size/{number}"), part=part, least=bound.at_least, most=most)


def _check_items(indicator: Indicator, edition: Edition, cell: Value) -> None:
    asked = indicator.proficiency
    if asked is None:
        return
    items = {item.id: item for item in edition.items_of(indicator.field_path)}
    defined = {item.id for item in rated_items(indicator.field_path, asked.level, edition)}
    where = _at(cell, "proficiency/of")
    for position, word in enumerate(asked.of or ()):
        if word not in items:
            near, known = cell.reading.suggest(word, items), ", ".join(items) or _NONE
            cell.reading.report("K104", (*where, position), suggestion=near, kind=_ITEM, word=word, known=known)
        elif word not in defined:
            at = ", ".join(map(str, items[word].levels))
            cell.reading.report("K160", (*where, position), item=items[word].name, level=asked.level, levels=at)
    of = defined if asked.of is None else set(asked.of)
    if asked.at_least > len(of):
        part, least = f"{indicator.path}/proficiency", _at(cell, "proficiency/at_least")
        cell.reading.report("K121", least, part=part, asked=asked.at_least, offered=len(of))


def _check_reach(indicator: Indicator, edition: Edition, cell: Value) -> set[str]:
    """Report the parts that nobody can meet; return the silent points that shape the cell and have no answer."""
    try:
        resolved = resolve(indicator, edition, choose(edition.points, {}))
    except BadPolicy as refused:
        reason = Text(ja=refused.text.ja.rstrip("。"), en=refused.text.en.rstrip("."))
        cell.report("K122", part=indicator.path, reason=reason)
        return set()
    for name, part in resolved.parts.items():
        if not can_be_met(part.criterion) and not (name == "responsibility" and _asks_missing(indicator, edition)):
            cell.reading.report("K122", _at(cell, name), part=f"{indicator.path}/{name}", reason=_UNREACHABLE)
    return set(_shaping(resolved)) - edition.points.keys()


def _asks_missing(indicator: Indicator, edition: Edition) -> bool:
    """Return whether a cell asks for a level that its source lacks: that is unknown, and no contradiction."""
    asked = indicator.responsibility
    levels = {*(asked.slots or ()), asked.years_at_level or indicator.level} if asked else set()
    missing = (field.missing_from_source for _, field in edition.fields() if field.path == indicator.field_path)
    return any(levels & each for each in missing)


def _shaping(cell: ResolvedCell) -> Iterator[str]:
    """Yield the silent points that shape a cell; which parts must hold is no question where there is only one."""
    for part in (*cell.parts.values(), *([cell.examination] if cell.examination else [])):
        yield from part.policies
    yield from (point for point in cell.policies if point != "parts.required" or len(cell.parts) > 1)
