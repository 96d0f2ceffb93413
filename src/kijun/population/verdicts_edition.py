"""Is an edition still the one that was judged in?

What decides is what its cells ask once every silent point is answered, so the digest is taken over that: names, citations and
notes change no verdict.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from hashlib import sha256

from kijun.criteria.dump import dump
from kijun.framework.resolve import ResolvedCell, ResolvedEdition


def edition_digest(edition: ResolvedEdition, cells: Collection[str] | None = None) -> str:
    """Return the digest of what the cells of an edition ask; `cells` leaves out every other one."""
    asked = {path: _asked(cell) for path, cell in edition.cells.items() if cells is None or path in cells}
    text = json.dumps(asked, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"sha256:{sha256(text.encode()).hexdigest()}"


def _asked(cell: ResolvedCell) -> dict[str, object]:
    return {
        "parts": {name: dump(part.criterion) for name, part in cell.parts.items()},
        "deciding": [*cell.deciding],
        "examination": None if cell.examination is None else dump(cell.examination.criterion),
        "satisfies": cell.does_examination_satisfy,
    }
