"""How is a saying in both languages given?"""

from __future__ import annotations

from ninja import Schema


class TextShape(Schema):
    """A saying in both languages."""

    ja: str
    en: str
