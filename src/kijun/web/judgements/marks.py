"""How is a verdict shown: which mark, and in which words?"""

from __future__ import annotations

from kijun.judgement.explain import VERDICT_NAMES
from kijun.judgement.record_judgement import MARK_NAMES
from kijun.verdict import Verdict
from kijun.web.library.templatetags.kijun import said


def mark_class(mark: str) -> str:
    """Return the class of a mark of the career map (see MARK_NAMES), or of a verdict.

    >>> mark_class("one short")
    'one-short'
    """
    return mark.replace(" ", "-")


def verdict_words(verdict: Verdict) -> str:
    """Return a verdict in words."""
    return said(VERDICT_NAMES[verdict.value])


def legend() -> list[dict[str, str]]:
    """Return the marks in the order of a legend, each with what it means."""
    return [{"kind": mark_class(mark), "said": said(name)} for mark, name in MARK_NAMES.items()]
