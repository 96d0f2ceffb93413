"""Who just meets a cell of a shipped standard? Each has one engagement and one holding too few to lose anything."""

from __future__ import annotations

from typing import Any, Final

from kijun.evidence import Engagement, Person
from tests.builders import contribution, engagement, expertise, mentoring, person, share

HARDWARE: Final = "customer-service/hardware"
FACILITY: Final = "customer-service/facility-management"
CONSULTING: Final = "sales/consulting-sales"


def hardware_five(*engagements: Engagement, **changes: Any) -> Person:
    """Return who just meets hardware 5 of itss/v3-2011: three years, whole industry, three kinds handed on."""
    served = engagements or (engagement("bank-core", customers="whole-industry"),)
    held: dict[str, Any] = {
        "expertise": (expertise("service-level-management"),),
        "contributions": (contribution("book"), contribution("community"), contribution("patent")),
        "mentoring": (mentoring(),),
    }
    return person(*served, **(held | changes))


def facility(identity: str, **changes: Any) -> Engagement:
    """Return an engagement that reaches facility management 6 of itss/v3-2011: five rooms, two conditions."""
    asked: dict[str, Any] = {
        "fields": ("facility-management",),
        "activities": ("facility-design",),
        "conditions": ("around-the-clock", "mission-critical-facilities"),
        "sizes": {"computer_rooms": 5},
    }
    return engagement(identity, **(asked | changes))


def facility_six(*engagements: Engagement, **changes: Any) -> Person:
    """Return who just meets facility management 6 of itss/v3-2011: once at level 6, twice at level 5."""
    middle: dict[str, Any] = {"sizes": {"computer_rooms": 3}}
    served = engagements or (facility("hub"), facility("east", **middle), facility("west", **middle))
    held: dict[str, Any] = {
        "expertise": (expertise(reach="industry"),),
        "contributions": tuple(contribution(kind) for kind in ("book", "community", "patent", "paper-inside")),
        "mentoring": (mentoring(),),
    }
    return person(*served, **(held | changes))


def sale(identity: str, **changes: Any) -> Engagement:
    """Return an engagement that reaches consulting sales 5 of itss/v3-2008: 50 persons, three large companies."""
    asked: dict[str, Any] = {
        "fields": ("consulting-sales",),
        "activities": ("discovering-projects", "proposing", "concluding-contracts"),
        "conditions": ("fierce-competition", "new-reference"),
        "sizes": {"peak_persons": 49, "annual_contract_value_yen": 100_000_000},
        "market": (share("companies", 3, 3000),),
    }
    return engagement(identity, **(asked | changes))


def seller(*engagements: Engagement, **changes: Any) -> Person:
    """Return who has these sales, and expertise, kinds handed on and mentoring enough for level 5 of itss/v3-2008."""
    held: dict[str, Any] = {
        "expertise": (expertise(),),
        "contributions": (contribution("book"), contribution("community"), contribution("patent")),
        "mentoring": (mentoring(),),
    }
    return person(*engagements, **(held | changes))
