"""Are the libraries there that a command needs beyond those of every installation?"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec

from kijun.errors import KijunError
from kijun.text import Text


def refuse_without(libraries: Sequence[str], extra: str, what: Text) -> None:
    """Raise KijunError where a library of an extra is not installed, before anything is worked out.

    `what` is what needs them: in Japanese what is done, in English the thing.
    """
    missing = ", ".join(name for name in libraries if find_spec(name) is None)
    if missing:
        raise KijunError(
            Text(
                ja=f"{what.ja}には{missing}が要ります。pip install 'kijun[{extra}]'で入れてください。",
                en=f"{what.en} needs {missing}. Install what it needs with: pip install 'kijun[{extra}]'",
            )
        )
