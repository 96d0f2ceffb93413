"""What of an address does not belong into a log?

Some addresses open something by themselves, or hold what somebody entered. Whoever reads the log is not who they are for.
"""

from __future__ import annotations

import logging
import re
from typing import Final

_OPENING: Final = re.compile(
    r"(?P<place>/(?:welcome|sign-up|passport|accounts/password/reset/key)/)(?P<secret>[\w:.-]{16,})"
)
_UNSAID: Final = "…"


class Quiet(logging.Filter):
    """Lets every record pass, without the secrets of the addresses in it."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Take what opens something out of the words of a record."""
        said = record.getMessage()
        quiet = _OPENING.sub(rf"\g<place>{_UNSAID}", said)
        if quiet != said:
            record.msg, record.args = quiet, ()
        return True
