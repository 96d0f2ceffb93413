"""Is it Ctrl-C that ended the work? The engine has a word of its own for it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_INTERRUPTED: Final = "Query interrupted"


@contextmanager
def stoppable() -> Iterator[None]:
    """Raise KeyboardInterrupt where the engine was interrupted in the middle of a question."""
    try:
        yield
    except RuntimeError as error:
        if _INTERRUPTED in str(error):
            raise KeyboardInterrupt from error
        raise
