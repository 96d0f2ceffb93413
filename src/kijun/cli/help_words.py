"""How is the help of a command said in Japanese, when the argument parser words it in English?

The commands and options explain themselves in the language of the run; only the parser's own few words are replaced here.
"""

from __future__ import annotations

import re
from typing import Final

_WORDS: Final = (
    (r"^Usage: ", "使い方: "),
    (r"^Arguments:$", "引数:"),
    (r"^Options:$", "オプション:"),
    (r"^Commands:$", "コマンド:"),
    (r"\[OPTIONS\]", "[オプション]"),
    (r"COMMAND \[ARGS\]\.\.\.", "コマンド [引数]..."),
    (r"Show this message and exit\.", "この説明を表示する"),
    (r"\[default:(\s+[^\]]+)\]", r"[既定:\1]"),
    (r"\[((?:[^\[\]]+; +)?)required\]", r"[\1必須]"),
)


def in_japanese(text: str) -> str:
    r"""Return a help text with the parser's own words in Japanese.

    >>> in_japanese("Options:\n  --help  Show this message and exit.")
    'オプション:\n  --help  この説明を表示する'
    >>> in_japanese("[1<=x<=9; required]")
    '[1<=x<=9; 必須]'
    """
    for english, japanese in _WORDS:
        text = re.sub(english, japanese, text, flags=re.MULTILINE)
    return text
