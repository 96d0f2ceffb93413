"""What does a cell ask when an organisation follows what its odd places probably meant?

Only flags that hold a correction change anything; the flag stays on the cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kijun.framework.edition import Correction, Flag
from kijun.framework.indicator import Bound, Indicator


def corrected(indicator: Indicator, flags: Iterable[Flag]) -> Indicator:
    """Return the cell with the corrections of the flags that touch it."""
    for flag in flags:
        if flag.correction is not None and flag.correction.path.startswith(f"{indicator.path}/"):
            below = flag.correction.path.removeprefix(f"{indicator.path}/").split("/")
            indicator = _corrected(indicator, below, flag.correction)
    return indicator


def is_understood(correction: Correction, indicators: Mapping[str, Indicator]) -> bool:
    """Return whether a correction names a number of a printed cell that can be corrected.

    That is CELL/succession/at_least, or CELL/size/BAND/MEASURE with bands counted from 1.
    """
    cell = next((path for path in indicators if correction.path.startswith(f"{path}/")), "")
    indicator = indicators.get(cell)
    match correction.path.removeprefix(f"{cell}/").split("/"):
        case ["succession", "at_least"]:
            return indicator is not None and indicator.succession is not None
        case ["size", number, measure, *_]:
            bands = (indicator.size if indicator else None) or ()
            found = [band for position, band in enumerate(bands, start=1) if str(position) == number]
            return any(measure in each.bounds for band in found for each in band.any_of)
    return False


def _corrected(indicator: Indicator, below: list[str], correction: Correction) -> Indicator:
    match below:
        case ["succession", "at_least"] if indicator.succession:
            return replace(indicator, succession=replace(indicator.succession, at_least=correction.value))
        case ["size", number, measure, *_] if indicator.size:
            bound = Bound(**{correction.comparator or "at_least": correction.value})
            bands = list(indicator.size)
            position = int(number) - 1
            bands[position] = replace(
                bands[position],
                any_of=tuple(
                    replace(each, bounds={**each.bounds, measure: bound}) if measure in each.bounds else each
                    for each in bands[position].any_of
                ),
            )
            return replace(indicator, size=tuple(bands))
    raise AssertionError(f"a correction of {'/'.join(below)} is not understood")
