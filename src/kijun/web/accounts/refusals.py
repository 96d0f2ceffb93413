"""Why was something not done?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """What somebody wanted and did not get: why, and what to do, in the language of the page."""

    said: str
