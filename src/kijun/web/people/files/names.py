"""By what name is an uploaded file kept?

A name is shown, written into headers and into archives: nothing of it may lead anywhere, hide, or turn the direction of reading.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from kijun.web.people.files.limits import MOST_LETTERS_OF_A_NAME

_SHOWN_BY_NOBODY: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_NOT_IN_NAMES: Final = frozenset('<>:"|?*')
"""What some systems do not have in the name of a file."""
_UNNAMED: Final = "file"


def clean_name(given: str) -> str:
    r"""Return the last part of a name without what cannot be seen, in a bounded length; the ending is kept.

    >>> clean_name("..\\..\\etc/pass\u202ewd.pdf")
    'passwd.pdf'
    >>> clean_name("\x00.")
    'file'
    """
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", given))[-1]
    seen = "".join(letter for letter in last if unicodedata.category(letter) not in _SHOWN_BY_NOBODY)
    plain = "".join(" " if letter in _NOT_IN_NAMES else letter for letter in seen)
    name = " ".join(plain.split()).strip(". ")
    stem, dot, ending = name.rpartition(".")
    if not dot:
        return name[:MOST_LETTERS_OF_A_NAME] or _UNNAMED
    ending = ending[:10]
    return f"{stem[: MOST_LETTERS_OF_A_NAME - len(ending) - 1].rstrip('. ') or _UNNAMED}.{ending}"


def ending_of(name: str) -> str:
    """Return what stands behind the last point of a name, in small letters.

    >>> ending_of("Certificate.PDF")
    'pdf'
    """
    return name.rpartition(".")[2].lower() if "." in name else ""
