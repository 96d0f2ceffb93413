"""How is a password kept?"""

from __future__ import annotations

from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2(Argon2PasswordHasher):
    """Argon2id with 19 MiB, two passes, one lane: what OWASP asks at least, and some forty sign-ins a second on a core."""

    time_cost = 2
    memory_cost = 19_456
    parallelism = 1
