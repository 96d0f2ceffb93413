"""With which key does this installation sign its cookies?"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

_NAME = "secret-key"


def secret_of(data: Path) -> str:
    """Return the key in the data folder; the first caller makes it, readable by its owner only."""
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    place = data / _NAME
    if not place.exists():
        draft = data / f".{_NAME}-{os.getpid()}-{secrets.token_hex(4)}"
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(50), encoding="ascii")
        try:
            # A link fails where another process was first: its key is the one.
            os.link(draft, place)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return place.read_text(encoding="ascii")
