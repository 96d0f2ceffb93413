"""What of the private links does somebody take along with everything that is kept about them?"""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver

from kijun.web.accounts.models import User
from kijun.web.passport.models import Link
from kijun.web.people.signals import collecting_own_data

_LINK = ("key", "purpose", "languages", "edition", "on", "field", "level", "masks", "number", "made_at")
_LIFE = ("expires_at", "withdrawn_at", "opened", "last_opened_at")


@receiver(collecting_own_data)
def tell_links(sender: object, person: User, **_: Any) -> tuple[str, list[Any]]:
    """Answer with the links, without what would open them."""
    return "links", [*Link.objects.filter(record__owner=person).values(*_LINK, *_LIFE)]
