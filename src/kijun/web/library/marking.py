"""Where in a text stand the words that were looked for?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from kijun.web.library.folding import folded_with_places
from kijun.web.library.query_words import Term, pattern_of


def mark(words: str, terms: Iterable[Term]) -> SafeString:
    """Return a text with the words that were found marked as such."""
    written, last = SafeString(""), 0
    for start, end in _joined(sorted(_spans(words, terms))):
        written += conditional_escape(words[last:start]) + format_html("<mark>{}</mark>", words[start:end])
        last = end
    return mark_safe(written + conditional_escape(words[last:]))  # noqa: S308  # every piece of it was escaped


def has_any(words: str, terms: Iterable[Term]) -> bool:
    """Return whether any of the words stands in a text."""
    return next(_spans(words, terms), None) is not None


def _spans(words: str, terms: Iterable[Term]) -> Iterator[tuple[int, int]]:
    folded, places = folded_with_places(words)
    for term in terms:
        for way in term.ways:
            for found in pattern_of(way).finditer(folded):
                start, end = places[found.start()], places[found.end()]
                yield start, start + len(words[start:end].rstrip())


def _joined(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield spans that do not overlap, in order."""
    begun: tuple[int, int] | None = None
    for start, end in spans:
        if begun is None or start > begun[1]:
            if begun is not None:
                yield begun
            begun = (start, end)
        else:
            begun = (begun[0], max(begun[1], end))
    if begun is not None:
        yield begun
