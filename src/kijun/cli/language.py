"""In which language does the command line speak?

`--lang` wherever it stands, else KIJUN_LANG, else the locale.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

from kijun.text import LANGUAGES, Language, Text

_LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")


def choose_language(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """Return the language that is asked for; a word that is no language asks for none, and is refused by the command.

    >>> choose_language(["judge", "--lang", "ja"], {}), choose_language([], {"LANG": "ja_JP.UTF-8"})
    ('ja', 'ja')
    """
    for asked in (take_language(arguments)[0], environment.get("KIJUN_LANG")):
        for language in LANGUAGES:
            if asked == language:
                return language
    locale = next((environment[name] for name in _LOCALES if environment.get(name)), "")
    return "ja" if locale.startswith("ja") else "en"


def take_language(arguments: Sequence[str]) -> tuple[str | None, list[str]]:
    """Return the word given with --lang, and the arguments without it."""
    asked, rest = None, []
    waiting = iter(arguments)
    for word in waiting:
        if word == "--lang":
            asked = next(waiting, "")
        elif word.startswith("--lang="):
            asked = word.removeprefix("--lang=")
        else:
            rest.append(word)
    return asked, rest


class Speaker:
    """The language of this run."""

    language: Language = choose_language(sys.argv[1:], os.environ)


def say(ja: str, en: str) -> str:
    """Return one of two wordings, in the language of this run."""
    return ja if Speaker.language == "ja" else en


def said(text: Text) -> str:
    """Return a saying in the language of this run."""
    return text.said_in(Speaker.language)
