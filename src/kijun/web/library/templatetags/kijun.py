"""How do the values of the core come onto a page?"""

from __future__ import annotations

from datetime import date, datetime

from django import template
from django.utils import timezone
from django.utils.translation import get_language

from kijun.citation import Citation
from kijun.day import RecordedDay
from kijun.day_words import say_day
from kijun.text import Language, Text

register = template.Library()


def language_now() -> Language:
    """Return the language of the page: ja or en."""
    return "ja" if (get_language() or "en").startswith("ja") else "en"


@register.filter
def said(text: Text | str | None) -> str:
    """Return a saying in the language of the page."""
    return text.said_in(language_now()) if isinstance(text, Text) else text or ""


@register.filter
def day(value: date | datetime | None) -> str:
    """Return a day as the language of the page writes it."""
    if value is None:
        return ""
    local = timezone.localtime(value).date() if isinstance(value, datetime) else value
    return say_day(local).said_in(language_now())


@register.filter
def recorded_day(value: RecordedDay | None) -> str:
    """Return a recorded day as it was recorded: to the day, the month or the year."""
    return str(value) if value is not None else ""


@register.filter
def cited(citation: Citation | None) -> str:
    """Return where something is printed, short."""
    return str(citation) if citation is not None else ""


@register.filter
def entry(mapping: dict[str, object], key: str) -> object:
    """Return what a mapping holds at a key."""
    return mapping.get(key)
