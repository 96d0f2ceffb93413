"""How is a private link to a passport made, changed, opened and withdrawn?"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from kijun.evidence.engagement import MASKABLE
from kijun.web.accounts.digests import digest_of, new_secret
from kijun.web.accounts.models import User
from kijun.web.audit.actions import note
from kijun.web.passport.models import Link
from kijun.web.passport.terms import LATER, Terms, engagements_of
from kijun.web.people.models import Record
from kijun.web.people.queries import number_at, states_of

LONGEST: Final = timedelta(days=365)


def make_link(
    record: Record,
    terms: Terms,
    *,
    purpose: str,
    expires_at: datetime,
    is_frozen: bool = False,
    later: frozenset[str] = frozenset(MASKABLE),
    at: datetime | None = None,
) -> tuple[Link, str]:
    """Make a private link to a passport, and return it with its secret, which is kept nowhere.

    A frozen link shows the record and the day of now (`at`), whatever is recorded later; of another one, `later` are the facts
    kept back of engagements that are recorded after it was made: all, unless somebody says otherwise.
    """
    secret, now = new_secret(), at or timezone.now()
    assert now < expires_at <= now + LONGEST, "a link is good for at most a year"
    with transaction.atomic():
        link = Link.objects.create(
            record=record,
            digest=digest_of(secret),
            purpose=purpose,
            languages=list(terms.languages),
            edition=terms.edition or "",
            on=terms.on or (timezone.localdate(now) if is_frozen else None),
            field=terms.field or "",
            level=terms.level or "",
            masks=_masks(record, terms, later),
            number=number_at(record, now) if is_frozen else None,
            made_at=now,
            expires_at=expires_at,
        )
        _note("link_made", link, actor=record.owner, detail={"days": _days(expires_at - now)}, at=now)
    return link, secret


def _days(time: timedelta) -> int:
    """Return the days of a time, rounded: a link for thirty days is made a moment before they begin to run."""
    return round(time / timedelta(days=1))


def _masks(record: Record, terms: Terms, later: frozenset[str]) -> dict[str, list[str]]:
    """Return the facts that are kept back of every engagement that is on record, and of those to come."""
    found = {state.key: sorted(terms.kept_back(state.key)) for state in engagements_of(states_of(record))}
    return {**found, LATER: sorted(later | terms.kept_back(LATER))}


def change_expiry(link: Link, *, expires_at: datetime, actor: User) -> bool:
    """Say anew until when a link shows something, at most a year from now; False for one that was withdrawn."""
    now = timezone.now()
    assert now < expires_at <= now + LONGEST, "a link is good for at most a year"
    with transaction.atomic():
        changed = Link.objects.filter(pk=link.pk, withdrawn_at=None).update(expires_at=expires_at)
        if changed:
            _note("link_changed", link, actor=actor, detail={"days": _days(expires_at - now)})
    return bool(changed)


def withdraw_link(link: Link, *, actor: User) -> bool:
    """Make a link show nothing any more, for good: who was given it must not see more because somebody thought again."""
    with transaction.atomic():
        withdrawn = Link.objects.filter(pk=link.pk, withdrawn_at=None).update(withdrawn_at=timezone.now())
        if withdrawn:
            _note("link_withdrawn", link, actor=actor)
    return bool(withdrawn)


def open_link(link: Link, *, kind: str) -> bool:
    """Count that a link was opened, and put it on the trail; False where it has been withdrawn or has ended meanwhile.

    Neither the address from which it was opened nor the browser is kept: the person is to know that a passport was looked at, and
    whoever was given a link by them has agreed to no more than looking.
    """
    now = timezone.now()
    with transaction.atomic():
        usable = Link.objects.filter(pk=link.pk, withdrawn_at=None, expires_at__gt=now)
        opened = usable.update(opened=F("opened") + 1, last_opened_at=now)
        if opened:
            _note("opened", link, actor=None, detail={"kind": kind}, at=now)
    return bool(opened)


def _note(
    action: str,
    link: Link,
    *,
    actor: User | None,
    detail: dict[str, object] | None = None,
    at: datetime | None = None,
) -> None:
    """Put it on the trail, without what the link is for: that may name whom the trail must not outlive."""
    owner = link.record.owner
    note(
        f"passport.{action}", actor=actor, about=owner, subject=f"passport/{owner.key}/{link.key}", detail=detail, at=at
    )
