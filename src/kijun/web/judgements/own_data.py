"""What of the visits does somebody take along with everything that is kept about them?"""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver

from kijun.web.accounts.models import User
from kijun.web.judgements.models import Visit
from kijun.web.people.signals import collecting_own_data


@receiver(collecting_own_data)
def tell_visits(sender: object, person: User, **_: Any) -> tuple[str, list[Any]]:
    """Answer with when this person last looked, at whose record."""
    return "visits", [*Visit.objects.filter(viewer=person).values("record__owner__name", "seen_at", "previous_at")]
