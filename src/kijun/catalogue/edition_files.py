"""Which files of an edition's folder are its data, and which lie there beside it?"""

from __future__ import annotations

from pathlib import Path
from typing import Final

TEXT_PACK: Final = "text-pack"
"""The folder with the official wording, inside the folder of an edition of one's own."""


def edition_files(folder: Path) -> list[Path]:
    """Return the files that are data of an edition, sorted; the official wording beside them is none."""
    beside = folder / TEXT_PACK
    return [path for path in sorted(folder.rglob("*.yaml")) if beside not in path.parents]
