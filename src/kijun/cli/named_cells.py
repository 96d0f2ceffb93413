"""Which cells does a command ask for by name, and what does it say of one in an edition that it did not ask about?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kijun.catalogue.find import find
from kijun.catalogue.installed import shipped_editions
from kijun.errors import NotFound
from kijun.judgement.record_judgement import RecordJudgement
from kijun.text import Text

_CELLS: Final = frozenset({"cell"})


def cells_named(names: Sequence[str], judged: RecordJudgement) -> list[str]:
    """Return the paths of cells in the editions that were judged in. Raises NotFound for a name that is none of theirs."""
    editions = [each.edition.edition for each in judged.editions]
    found = []
    for name in names:
        if not name.strip():
            raise NotFound(
                Text(
                    ja="セルの名前が空です。hardware/5のように書いてください。",
                    en="The name of the cell is empty. Write it like hardware/5.",
                )
            )
        try:
            found.append(find(name, editions, kinds=_CELLS).path)
        except NotFound:
            _refuse_elsewhere(name)
            raise
    return found


def _refuse_elsewhere(name: str) -> None:
    """Raise NotFound where a shipped edition that was not asked about has a cell of that whole path."""
    for edition in shipped_editions():
        if not name.strip().startswith(f"{edition.id}/"):
            continue
        path = find(name, [edition], kinds=_CELLS).path
        raise NotFound(
            Text(
                ja=f"{path}のある版は判定していません。--edition {edition.id}を付けてください。",
                en=f"The edition of {path} is not judged in. Add --edition {edition.id}.",
            )
        ) from None
