"""Which cells and bands of its ancestors does a tailored standard still have as they were?

An assessor recognises that something equals a named band of a named edition (itss/v3-2011/.../size/1). That was said of
the band as it was printed: it counts in a company's standard where the company left the band alone, and not where it
changed it.
"""

from __future__ import annotations

from collections.abc import Iterator

from kijun.framework.edition import Edition
from kijun.framework.indicator import Indicator


def inherited(edition: Edition, parent: Edition) -> dict[str, str | None]:
    """Return the cells and bands of all ancestors, each with its own path where it is unchanged, else None."""
    from_parent = dict(_pairs(edition, parent))
    older = {path: None if its is None else from_parent.get(its) for path, its in parent.inherited.items()}
    return {**older, **from_parent}


def _pairs(edition: Edition, parent: Edition) -> Iterator[tuple[str, str | None]]:
    for path, before in parent.indicators.items():
        own = f"{edition.id}{path.removeprefix(parent.id)}"
        now = edition.indicators.get(own)
        yield path, own if now is not None and _market(now) == _market(before) else None
        for number, band in enumerate(_bands(before), start=1):
            same = None if now is None else _number_of(band, number, _bands(now))
            yield f"{path}/size/{number}", f"{own}/size/{same}" if same else None


def _market(cell: Indicator) -> object:
    return cell.responsibility.market if cell.responsibility else ()


def _bands(cell: Indicator) -> list[object]:
    """Return what makes each band: its sizes, and the conditions that it asks for."""
    conditions = frozenset(cell.complexity.of) if cell.complexity else frozenset()
    return [(band, conditions if band.complexity_at_least is not None else None) for band in cell.size or ()]


def _number_of(band: object, number: int, bands: list[object]) -> int | None:
    """Return the number that a band has now: its own, where it is still that, else that of the first equal one."""
    if bands[number - 1 : number] == [band]:
        return number
    return bands.index(band) + 1 if band in bands else None
