"""What leads somewhere in the API, for whoever asks at random?"""

from __future__ import annotations

from typing import Any

from kijun.web.people.models import Entry
from tests.web.cast import Cast, record_of
from tests.web.doors import CELL, ITEM


def known_values(cast: Cast) -> dict[str, list[Any]]:
    """Return values that lead somewhere, by the names of parameters and of what is in bodies."""
    entries = list(Entry.objects.filter(record=record_of(cast.person)))
    keys = [each.key for each in entries]
    engagement = next(each for each in entries if each.list == "engagements")
    return {
        "person": [cast.person.key, cast.person.key, cast.outsider.key],
        "entry": [*keys[:3], *keys[-3:]],
        "number": [1, 2],
        "cell": [CELL],
        "path": [CELL, ITEM],
        "item": ["customer-service/hardware/technology"],
        "field": ["customer-service/hardware"],
        "edition": ["itss/v3-2011"],
        "body": [engagement.body],
        "based_on": [2],
        "on": ["2026-04-01"],
        "recorded": ["2026-04-01"],
        "superior": [cast.superior.key],
        "assessor": [cast.assessor.key],
    }
