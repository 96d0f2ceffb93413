"""How does a letter leave?"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from smtplib import SMTPException
from typing import Final

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string

_NOWHERE: Final = ("console", "dummy", "filebased")
_log = logging.getLogger(__name__)


def has_mail() -> bool:
    """Return whether letters reach anybody: a mail server is set up."""
    return not any(settings.EMAIL_BACKEND.startswith(f"django.core.mail.backends.{kind}.") for kind in _NOWHERE)


def send_letter(letter: str, address: str, words: Mapping[str, object]) -> bool:
    """Send `<letter>_subject.txt` and `<letter>.txt`, in the language of the page; return whether the server took it."""
    subject = " ".join(render_to_string(f"{letter}_subject.txt", dict(words)).split())
    text = render_to_string(f"{letter}.txt", dict(words)).strip() + "\n"
    try:
        send_mail(subject, text, settings.DEFAULT_FROM_EMAIL, [address])
    except (OSError, SMTPException):
        _log.exception("A letter could not be sent.")
        return False
    return True
