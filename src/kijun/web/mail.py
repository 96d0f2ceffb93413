"""Through which server do letters leave?"""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote, urlsplit

from kijun.errors import KijunError
from kijun.text import Text

_PORTS = {"smtp": 587, "smtps": 465}


class UnknownMailServer(KijunError):
    """An address that names no mail server."""


def mail_of(address: str) -> dict[str, Any]:
    """Return Django's settings of a mail server; without an address letters go to the terminal.

    `smtp://` speaks in the open first and then asks for encryption (STARTTLS), except to this machine; `smtps://` encrypts at once.

    >>> mail_of("smtps://kijun:secret@mail.example")["EMAIL_PORT"]
    465
    """
    if not address:
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    parts = urlsplit(address)
    if parts.scheme not in _PORTS or not parts.hostname:
        raise UnknownMailServer(
            Text(
                ja="KIJUN_MAILにはsmtp://利用者:パスワード@ホスト:587かsmtps://利用者:パスワード@ホストと書いてください。",
                en="Write KIJUN_MAIL as smtp://user:password@host:587 or smtps://user:password@host.",
            )
        )
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or _PORTS[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp" and parts.hostname not in ("localhost", "127.0.0.1", "::1"),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_TIMEOUT": 20,
    }
