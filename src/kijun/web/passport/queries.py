"""Which private links are there, and what opens one?"""

from __future__ import annotations

from django.db.models import F, QuerySet
from django.utils import timezone

from kijun.web.accounts.digests import digest_of
from kijun.web.passport.making import Sheet, sheet_of
from kijun.web.passport.models import Link
from kijun.web.passport.terms import terms_of
from kijun.web.people.models import Record


def links_of(record: Record) -> QuerySet[Link]:
    """Return the private links to a passport, newest first."""
    return Link.objects.filter(record=record)


def find_link(record: Record, key: str) -> Link | None:
    """Return one of the links of a record, or None."""
    return links_of(record).filter(key=key).first()


def link_of(secret: str) -> Link | None:
    """Return the link of a secret where it shows anything, with its record and owner; None whatever the reason.

    A secret has 256 random bits: nobody finds one by trying, at whatever rate, so tries are not counted. A record that was
    erased and opened again is not the one that the link was made for.
    """
    usable = Link.objects.filter(
        withdrawn_at=None,
        expires_at__gt=timezone.now(),
        record__owner__is_active=True,
        record__opened_at__lte=F("made_at"),
    )
    return usable.select_related("record__owner").filter(digest=digest_of(secret)).first()


def sheet_shown(link: Link) -> Sheet:
    """Return what the passport that a link shows today is made of."""
    return sheet_of(link.record, terms_of(link), today=timezone.localdate(), number=link.number)
