"""What must one engagement be like to answer for the market of a cell?

Any alternative printed at this level or a higher one of the field will do, and employee bands are floors, unless policy
reads the cell literally. Markets are never added up over engagements.
"""

from __future__ import annotations

from kijun.criteria import Either, Market, Recognised, Trait
from kijun.framework.edition import Edition
from kijun.framework.indicator import Indicator, MarketAsked

EQUIVALENT = "equivalent"


def resolve_market(indicator: Indicator, edition: Edition, *, is_floor: bool) -> Trait | None:
    """Return the trait of answering for the cell's market, or None where the cell names no market."""
    if indicator.responsibility is None or not indicator.responsibility.market:
        return None
    cells = [indicator] + [
        cell for cell in edition.cells_of(indicator.field_path) if is_floor and cell.level > indicator.level
    ]
    asked: dict[Market, None] = {}
    equal = set()
    for cell in cells:
        for alternative in cell.responsibility.market if cell.responsibility else ():
            if alternative.scope == EQUIVALENT:
                equal.add(cell.path)
            else:
                asked[_market(alternative, edition, is_floor=is_floor)] = None
    known = frozenset(name for path in equal for name in edition.known_as(path))
    traits: list[Trait] = [*asked, *([Recognised(as_one_of=known)] if equal else [])]
    return traits[0] if len(traits) == 1 else Either(of=tuple(traits))


def _market(alternative: MarketAsked, edition: Edition, *, is_floor: bool) -> Market:
    employees = alternative.employees
    return Market(
        scope=alternative.scope,
        groups=edition.vocabulary.scopes[alternative.scope].groups,
        count=alternative.count or 1,
        employees_at_least=employees.at_least if employees else None,
        employees_below=employees.below if employees and not is_floor else None,
    )
