"""What one person has on record."""

from kijun.evidence.engagement import Engagement, Equivalence, MarketShare
from kijun.evidence.person import (
    LISTS,
    RATERS,
    Confirmation,
    Contribution,
    Expertise,
    Knowledge,
    Mentoring,
    Name,
    Person,
    Qualification,
    Rating,
)

__all__ = [
    "LISTS",
    "RATERS",
    "Confirmation",
    "Contribution",
    "Engagement",
    "Equivalence",
    "Expertise",
    "Knowledge",
    "MarketShare",
    "Mentoring",
    "Name",
    "Person",
    "Qualification",
    "Rating",
]
