"""How is a file written whole or not at all?"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write_whole(path: Path, words: str | bytes) -> None:
    """Write a file whole or not at all: a temporary file beside it is renamed into place, and never left behind."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(words.encode() if isinstance(words, str) else words)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
