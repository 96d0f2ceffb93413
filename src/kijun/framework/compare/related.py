"""Can two editions be compared: do they belong to one standard, or is one of them made from the other?"""

from __future__ import annotations

from kijun.framework.edition import Edition


def are_related(old: Edition, new: Edition) -> bool:
    """Return whether both belong to one standard, or a company made one from the other or both from a third."""
    return bool(_standards(old) & _standards(new))


def _standards(edition: Edition) -> set[str]:
    """Return the standards of an edition and of those it was made from."""
    ancestors = {path.partition("/")[0] for path in edition.inherited}
    return {edition.standard, *ancestors, *([edition.parent.partition("/")[0]] if edition.parent else [])}
