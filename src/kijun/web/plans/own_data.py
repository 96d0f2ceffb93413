"""What of the plans does somebody take along with everything that is kept about them?"""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver

from kijun.web.accounts.models import User
from kijun.web.people.signals import collecting_own_data
from kijun.web.plans.models import Plan, PlanChange, WhatIf

_PLAN = ("key", "cell", "edition", "kept_on", "name", "note", "target_day", "met_before", "achieved_on", "withdrawn_at")
_STEP = ("position", "part", "addition", "words", "by_when", "note", "done_at", "dropped_at")


@receiver(collecting_own_data)
def tell_plans(sender: object, person: User, **_: Any) -> tuple[str, list[Any]]:
    """Answer with the plans, their steps and their history."""
    plans = Plan.objects.filter(record__owner=person).prefetch_related("steps", "changes")
    return "plans", [
        {
            **{name: getattr(plan, name) for name in _PLAN},
            "steps": [{name: getattr(step, name) for name in _STEP} for step in plan.steps.all()],
            "history": [
                *PlanChange.objects.filter(plan=plan).values("number", "at", "author_name", "kind", "before", "after")
            ],
        }
        for plan in plans
    ]


@receiver(collecting_own_data)
def tell_what_ifs(sender: object, person: User, **_: Any) -> tuple[str, list[Any]]:
    """Answer with what was assumed."""
    kept = WhatIf.objects.filter(record__owner=person)
    return "what-if", [*kept.values("key", "name", "body", "made_at", "changed_at")]
