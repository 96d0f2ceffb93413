"""Who may do what? Everything that is not said here is refused.

The rules are predicates over the one who asks (`viewer`) and the person whom it is about. Having an office gives no sight of
anybody's record: an administrator keeps accounts, a steward keeps standards, and neither reads what people have on record.
"""

from __future__ import annotations

from typing import Final

import rules

from kijun.web.accounts.models import Appointment, User

SEE_RECORD: Final = "people.see_record"
EDIT_RECORD: Final = "people.edit_record"
RATE_AS_SUPERIOR: Final = "skills.rate_as_superior"
RATE_AS_ASSESSOR: Final = "skills.rate_as_assessor"
DECIDE_CLAIM: Final = "people.decide_claim"
GIVE_PASSPORT: Final = "passport.give"
KEEP_PLAN: Final = "plans.keep"
KEEP_ACCOUNTS: Final = "accounts.keep"
KEEP_STANDARDS: Final = "library.keep"
SEE_TRAIL: Final = "audit.see"
PERMISSIONS: Final = (
    SEE_RECORD,
    EDIT_RECORD,
    RATE_AS_SUPERIOR,
    RATE_AS_ASSESSOR,
    DECIDE_CLAIM,
    GIVE_PASSPORT,
    KEEP_PLAN,
    KEEP_ACCOUNTS,
    KEEP_STANDARDS,
    SEE_TRAIL,
)


def stands_as(viewer: User, person: User) -> frozenset[str]:
    """Return the roles in which somebody stands beside a person today; asked once for each viewer in a request."""
    known: dict[int, frozenset[str]] | None = getattr(viewer, "_stands", None)
    if known is None:
        found: dict[int, set[str]] = {}
        for about, role in Appointment.objects.filter(holder=viewer, until=None).values_list("person_id", "role"):
            found.setdefault(about, set()).add(role)
        known = {about: frozenset(roles) for about, roles in found.items()}
        viewer._stands = known  # type: ignore[attr-defined]  # noqa: SLF001  # lives as long as the request's user does
    return known.get(person.pk, frozenset())


@rules.predicate
def is_self(viewer: User, person: User | None) -> bool:
    """Whether it is about the one who asks."""
    return person is not None and viewer.pk == person.pk


@rules.predicate
def is_superior(viewer: User, person: User | None) -> bool:
    """Whether an administrator named the one who asks as the person's superior."""
    return person is not None and Appointment.Role.SUPERIOR in stands_as(viewer, person)


@rules.predicate
def is_assessor(viewer: User, person: User | None) -> bool:
    """Whether the one who asks is an assessor, and was named to assess the person."""
    return person is not None and viewer.is_assessor and Appointment.Role.ASSESSOR in stands_as(viewer, person)


@rules.predicate
def is_administrator(viewer: User) -> bool:
    """Whether the one who asks keeps the accounts."""
    return viewer.is_administrator


@rules.predicate
def is_steward(viewer: User) -> bool:
    """Whether the one who asks keeps the standards."""
    return viewer.is_steward


rules.add_perm(SEE_RECORD, is_self | is_superior | is_assessor)
rules.add_perm(EDIT_RECORD, is_self)
rules.add_perm(RATE_AS_SUPERIOR, is_superior)
rules.add_perm(RATE_AS_ASSESSOR, is_assessor)
rules.add_perm(DECIDE_CLAIM, is_assessor)
rules.add_perm(GIVE_PASSPORT, is_self)
rules.add_perm(KEEP_PLAN, is_self)
rules.add_perm(KEEP_ACCOUNTS, is_administrator)
rules.add_perm(KEEP_STANDARDS, is_steward)
rules.add_perm(SEE_TRAIL, is_administrator)


def may(viewer: User, permission: str, person: User | None = None) -> bool:
    """Whether somebody who is signed in may do something, to a person where it is about one."""
    assert permission in PERMISSIONS, "a permission that no rule knows"
    return bool(viewer.is_active and rules.has_perm(permission, viewer, person))
