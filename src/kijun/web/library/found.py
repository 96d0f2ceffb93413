"""How is what a search found shown: in groups, the words marked, with the line in which they stand?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any, Final

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy

from kijun.text import LANGUAGES, Language
from kijun.web.library.index import Entry
from kijun.web.library.marking import has_any, mark
from kijun.web.library.query_words import Term
from kijun.web.library.templatetags.kijun import language_now, said

GROUPS: Final = {
    "cell": gettext_lazy("Cells"),
    "field": gettext_lazy("Fields"),
    "category": gettext_lazy("Categories"),
    "item": gettext_lazy("Skill items"),
    "knowledge": gettext_lazy("Knowledge items"),
    "word": gettext_lazy("Vocabulary"),
    "point": gettext_lazy("Answers where the documents are silent"),
    "note": gettext_lazy("Notes on the documents"),
}
_MOST_LINES: Final = 2
_MOST_LETTERS: Final = 160
_SENTENCES: Final = re.compile(r"(?<=[。;])\s*|(?<=[.?!])\s+")


def shown(entries: Iterable[Entry], terms: Sequence[Term]) -> list[dict[str, Any]]:
    """Return entries in groups of one kind, each with its name and the lines in which the words stand."""
    return [
        {"kind": kind, "name": GROUPS[kind], "entries": [_shown(entry, terms) for entry in group]}
        for kind, group in groupby(entries, key=lambda entry: entry.kind)
    ]


def _shown(entry: Entry, terms: Sequence[Term]) -> dict[str, Any]:
    language = language_now()
    other: Language = "en" if language == "ja" else "ja"
    name, translated = entry.name.said_in(language), entry.name.said_in(other)
    is_as_typed = all(has_any(name, [replace(term, ways=term.ways[:1])]) for term in terms if term.level is None)
    return {
        "entry": entry,
        "name": mark(name, terms),
        "translated": "" if is_as_typed or not has_any(translated, terms) else _in(other, mark(translated, terms)),
        "within": said(entry.within),
        "lines": _lines(entry, terms),
    }


def _lines(entry: Entry, terms: Sequence[Term]) -> list[SafeString]:
    """Return the sentences in which words stand, in the language of the page, else in the other one."""
    here = language_now()
    for language in sorted(LANGUAGES, key=lambda each: each != here):
        sentences = [each for text in entry.texts for each in _pieces(text.said_in(language))]
        found = [each for each in sentences if has_any(each, terms)][:_MOST_LINES]
        if found:
            lines = [mark(_short(each, terms), terms) for each in found]
            return lines if language == here else [_in(language, each) for each in lines]
    return []


def _pieces(words: str) -> list[str]:
    """Return the sentences of a text, and the clauses that a semicolon parts."""
    return [each.strip().rstrip(";") for each in _SENTENCES.split(words)]


def _short(sentence: str, terms: Sequence[Term]) -> str:
    """Return a long sentence from a little before the words that were found."""
    if len(sentence) <= _MOST_LETTERS:
        return sentence
    marked = mark(sentence, terms)
    start = max(0, str(marked).index("<mark>") - _MOST_LETTERS // 3)
    cut = sentence[start : start + _MOST_LETTERS]
    return ("…" if start else "") + cut + ("…" if start + _MOST_LETTERS < len(sentence) else "")


def _in(language: Language, words: SafeString) -> SafeString:
    return format_html('<span lang="{}">{}</span>', language, words)
