"""Is an edition sound: every threshold cited, every count possible, every cell within reach?

The shape and the words were looked at when the files were parsed; here the numbers are, and what they say together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kijun.criteria.check import can_be_met
from kijun.framework.edition import Edition
from kijun.framework.indicator import Band, Bound, Indicator
from kijun.framework.policy import choose
from kijun.framework.resolve import resolve
from kijun.problem.reading import Value
from kijun.text import Text

_UNREACHABLE = Text(ja="条件が互いに矛盾している", en="its conditions contradict one another")


def check(edition: Edition, files: Mapping[str, Value]) -> None:
    """Report what is unsound in an edition's cells to the reading of the file of each field."""
    for indicator in edition.indicators.values():
        file = files[indicator.field]
        cell = _cell(file, indicator.level)
        before = len(cell.reading.problems)
        _check_citations(indicator, cell)
        _check_counts(indicator, cell)
        if len(cell.reading.problems) == before:
            _check_reach(indicator, edition, cell)


def _cell(file: Value, level: int) -> Value:
    cells = file.keys(optional=("category", "field", "document", "cells"))["cells"].items()
    return next(cell for cell in cells if isinstance(cell.raw, dict) and cell.raw.get("level") == level)


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
    if indicator.exam:
        yield "exam"


def _named(bound: Bound) -> dict[str, int]:
    names = ("at_least", "at_most", "below", "printed")
    return {name: getattr(bound, name) for name in names if getattr(bound, name) is not None}


def _check_citations(indicator: Indicator, cell: Value) -> None:
    for below in dict.fromkeys(thresholds(indicator)):
        if indicator.cited(below) is indicator.citation:
            cell.report("K120", part=f"{indicator.path}/{below}")


def _check_counts(indicator: Indicator, cell: Value) -> None:
    path = indicator.path
    for name, asked in (
        ("complexity", indicator.complexity),
        ("expertise", indicator.expertise),
        ("succession", indicator.succession),
    ):
        if asked is not None and asked.at_least > len(asked.of):
            cell.report("K121", part=f"{path}/{name}", asked=asked.at_least, offered=len(asked.of))
    if indicator.complexity:
        for word in indicator.complexity.must_include:
            if word not in indicator.complexity.of:
                cell.report("K124", word=word)
    service = indicator.responsibility
    if service and service.measure == "times" and len(service.slots or ()) != service.at_least:
        cell.report("K125", asked=service.at_least, offered=len(service.slots or ()))
    if service and service.measure == "years" and service.slots is not None:
        cell.report("K101", key="slots", known="years_at_level")
    for number, band in enumerate(indicator.size or (), start=1):
        _check_band(band, number, indicator, cell)


def _check_band(band: Band, number: int, indicator: Indicator, cell: Value) -> None:
    offered = len(indicator.complexity.of) if indicator.complexity else 0
    if band.complexity_at_least is not None and band.complexity_at_least > offered:
        cell.report("K121", part=f"{indicator.path}/size/{number}", asked=band.complexity_at_least, offered=offered)
    for each in band.any_of:
        for measure, bound in each.bounds.items():
            most = bound.at_most if bound.at_most is not None else None if bound.below is None else bound.below - 1
            if bound.at_least is not None and most is not None and bound.at_least > most:
                part = f"{indicator.path}/size/{number}/{measure}"
                cell.report("K126", part=part, least=bound.at_least, most=most)


def _check_reach(indicator: Indicator, edition: Edition, cell: Value) -> None:
    resolved = resolve(indicator, edition, choose(edition.points, {}))
    for name, part in resolved.parts.items():
        if not can_be_met(part.criterion):
            cell.report("K122", part=f"{indicator.path}/{name}", reason=_UNREACHABLE)
