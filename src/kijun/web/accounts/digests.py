"""How does the application know a secret again that it does not keep?"""

from __future__ import annotations

import hashlib
import secrets


def new_secret(prefix: str = "") -> str:
    """Return a secret that nobody guesses: 256 bits, after a prefix that says what it opens."""
    return prefix + secrets.token_urlsafe(32)


def digest_of(secret: str) -> str:
    """Return what is kept of a secret. It holds 256 random bits: a slow hash would make nothing safer."""
    return hashlib.sha256(secret.encode()).hexdigest()
