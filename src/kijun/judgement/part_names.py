"""What are the parts of a cell called?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kijun.text import Text

NAMES_OF_PARTS: Final[Mapping[str, Text]] = {
    "responsibility": Text(ja="責任性", en="responsibility"),
    "complexity": Text(ja="複雑性", en="complexity"),
    "size": Text(ja="サイズ", en="size"),
    "expertise": Text(ja="専門性", en="expertise"),
    "succession": Text(ja="技術の継承", en="succession"),
    "mentoring": Text(ja="後進の育成", en="mentoring"),
    "proficiency": Text(ja="スキル熟達度", en="proficiency"),
}


def name_of_place(path: str) -> Text | None:
    """Return what the part is called that a path ends in, or None where it ends in a level: the path of a whole cell.

    >>> name_of_place("itss/v3-2011/levels-1-2/common/2/size").en
    'size'
    """
    return NAMES_OF_PARTS.get(path.rpartition("/")[2])
