"""What does the traveller put on record? Facts of a shipped example, enough for hardware 3 and, with a plan, for hardware 4."""

from __future__ import annotations

from typing import Final

from tests.browser.web.travelling import Answers

ROLLOUT: Final[Answers] = {
    "fields": ["hardware"],
    "activities": ["hardware-installation"],
    "from": "2009-04-01",
    "until": "2012-03-31",
    "role": "hardware-service-team-member",
    "conditions": ["multi-vendor", "nationwide-system"],
    "conditions_complete": True,
    "outcome": "carried-out",
}
TILLS: Final[Answers] = {
    "title_ja": "しおかぜ百貨店 レジの保守",
    "title_en": "Shiokaze Stores: keeping the tills running",
    "fields": ["hardware"],
    "activities": ["fault-repair", "hardware-maintenance"],
    "from": "2013-01-01",
    "until": "2015-03-31",
    "role": "hardware-service-team-leader",
    "conditions": ["multi-vendor", "around-the-clock"],
    "conditions_complete": True,
    "outcome": "succeeded",
}
"""Its size is left out, so that what level 4 asks of it is unknown."""
RAIL: Final[Answers] = {
    "title_ja": "ことり鉄道 運行管理システムの運用",
    "title_en": "Kotori Railway: running the traffic control system",
    "fields": ["hardware"],
    "activities": ["hardware-maintenance"],
    "from": "2023-10-02",
    "is_running": True,
    "role": "customer-service-responsible",
    "conditions": ["mission-critical"],
    "conditions_complete": True,
    "outcome": "succeeded",
    "customers": "specific-user",
}
EXPERTISE: Final[Answers] = {
    "area": "service-level-management",
    "degree": "guides-others",
    "reach": "none",
    "since": "2013-01-01",
}
QUALIFICATION: Final[Answers] = {"examination": "AP", "day": "2011-12-16"}
CONTRIBUTION: Final[Answers] = {
    "kind": "lecturer-inside",
    "title_ja": "予防保守の基礎",
    "title_en": "Preventive maintenance for beginners",
    "day": "2019-06-14",
}
MENTORING: Final[Answers] = {"whom": "Aoi Miura", "since": "2016-04-01"}
