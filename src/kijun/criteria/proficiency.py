"""What must a person's skills be rated at?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """At least so many of the skill items are rated at a level or above, by one whose rating decides.

    `of` are the items as a record calls them (category/field/item); `by` is who may decide, the weightiest first. An item
    that nobody of `by` rated is unknown, not zero.
    """

    at_least: int
    of: tuple[str, ...]
    level: int
    by: tuple[str, ...]
