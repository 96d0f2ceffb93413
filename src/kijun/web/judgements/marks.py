"""How is a verdict shown: which mark, and in which words?"""

from __future__ import annotations

from typing import Final

from kijun.judgement.explain import VERDICT_NAMES
from kijun.judgement.record_judgement import MARK_NAMES, NOT_IN_SOURCE, NOT_IN_STANDARD
from kijun.verdict import Verdict
from kijun.web.library.templatetags.kijun import said

_CLASSES: Final = {
    "met": "met",
    "one short": "one-short",
    "not met": "not-met",
    "unknown": "unknown",
    NOT_IN_STANDARD: "not-defined",
    NOT_IN_SOURCE: "not-in-source",
}


def mark_class(mark: str) -> str:
    """Return the class of a mark of the career map (see MARK_NAMES), or of a verdict."""
    return _CLASSES[mark]


def verdict_words(verdict: Verdict) -> str:
    """Return a verdict in words."""
    return said(VERDICT_NAMES[verdict.value])


def legend() -> list[dict[str, str]]:
    """Return the marks in the order of a legend, each with what it means."""
    return [{"kind": _CLASSES[mark], "said": said(name)} for mark, name in MARK_NAMES.items()]
