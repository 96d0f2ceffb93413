"""What is the id of an edition that is read?"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Final

from kijun.errors import BadInput
from kijun.text import Text

_ID: Final = re.compile(r"[^\W_][\w.-]*/[^\W_][\w.-]*")
_NO_WORD: Final = re.compile(r"[^\w.-]+|^[_.]+")


def edition_id(given: str | None, into: Path | None) -> str:
    """Return the id that is given, or one made of the folder's name. Raises BadInput for what is no id."""
    if given is None:
        name = _NO_WORD.sub("-", Path(os.path.realpath(into)).name).strip("-") if into is not None else ""
        return f"draft/{name or 'v1'}"
    if _ID.fullmatch(given.strip()) is None:
        raise BadInput(
            Text(
                ja=f"「{given}」は版のidになりません。「標準/版」の形で書いてください(例: itss/v3-2011)。",
                en=f'"{given}" is no id of an edition. Write it as STANDARD/EDITION, such as itss/v3-2011.',
            )
        )
    return given.strip()
