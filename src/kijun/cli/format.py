"""In which forms can a result be written?"""

from __future__ import annotations

from enum import Enum


class TextOrJson(str, Enum):
    """For people, or for other programs."""

    text = "text"
    json = "json"


class Format(str, Enum):
    """For people, for other programs, or for a document."""

    text = "text"
    json = "json"
    markdown = "markdown"
