"""What does an administrator change about accounts, and what is refused?

Each act is on the trail with what was before and after. Whoever keeps accounts sees nobody's record.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kijun.web.accounts.models import Appointment, Organisation, User
from kijun.web.accounts.queries import superior_of
from kijun.web.accounts.refusals import Refusal
from kijun.web.audit.actions import note

_KEPT: Final = ("name", "email", "language", "is_assessor", "is_steward", "is_administrator")


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What an administrator keeps of an account."""

    name: str
    email: str
    language: str
    is_assessor: bool
    is_steward: bool
    is_administrator: bool


def change_account(person: User, wanted: Account, *, actor: User, reason: str = "") -> Refusal | None:
    """Change an account; None where it was done. Somebody administers always."""
    with transaction.atomic():
        _lock()
        person.refresh_from_db()
        if person.is_administrator and not wanted.is_administrator and _is_last(person):
            return _last_administrator()
        before = {field: getattr(person, field) for field in _KEPT}
        after = {field: getattr(wanted, field) for field in _KEPT}
        changed = [field for field in _KEPT if before[field] != after[field]]
        if changed:
            for field in changed:
                setattr(person, field, after[field])
            person.save(update_fields=changed)
            detail = {field: {"before": before[field], "after": after[field]} for field in changed}
            note("account.changed", actor=actor, about=person, detail=detail, reason=reason)
    return None


def deactivate(person: User, *, actor: User, reason: str = "") -> Refusal | None:
    """Close an account: nobody can sign in to it, and its sessions and keys open nothing; what is on record is kept."""
    with transaction.atomic():
        _lock()
        person.refresh_from_db()
        if person.is_administrator and _is_last(person):
            return _last_administrator()
        _set_active(person, False, "account.deactivated", actor, reason)
    return None


def reactivate(person: User, *, actor: User, reason: str = "") -> None:
    """Open a closed account again."""
    with transaction.atomic():
        _set_active(person, True, "account.reactivated", actor, reason)


def name_superior(person: User, superior: User | None, *, actor: User, reason: str = "") -> Refusal | None:
    """Name the superior of a person, or nobody; None where it was done. Nobody stands above themselves, by no detour either."""
    with transaction.atomic():
        _lock()
        if superior is not None and (refused := _unfit(person, superior) or _circle(person, superior)):
            return refused
        before = superior_of(person)
        if before == superior:
            return None
        now = timezone.now()
        Appointment.objects.filter(person=person, role="superior", until=None).update(until=now)
        if superior is not None:
            Appointment.objects.create(person=person, holder=superior, role="superior", since=now)
        detail = {"before": before.name if before else "", "after": superior.name if superior else ""}
        note("superior.named", actor=actor, about=person, detail=detail, reason=reason)
    return None


def appoint_assessor(person: User, assessor: User, *, actor: User, reason: str = "") -> Refusal | None:
    """Let an assessor assess a person; None where it was done."""
    with transaction.atomic():
        _lock()
        if refused := _unfit(person, assessor):
            return refused
        if not assessor.is_assessor:
            said = _("%(name)s is no assessor. Give them that role first, then appoint them.") % {"name": assessor.name}
            return Refusal(said=said)
        if not Appointment.objects.filter(person=person, holder=assessor, role="assessor", until=None).exists():
            Appointment.objects.create(person=person, holder=assessor, role="assessor")
            note("assessor.appointed", actor=actor, about=person, subject=assessor.name, reason=reason)
    return None


def dismiss_assessor(person: User, assessor: User, *, actor: User, reason: str = "") -> None:
    """End that an assessor assesses a person; what they said stays on record."""
    with transaction.atomic():
        open_ones = Appointment.objects.filter(person=person, holder=assessor, role="assessor", until=None)
        if open_ones.update(until=timezone.now()):
            note("assessor.dismissed", actor=actor, about=person, subject=assessor.name, reason=reason)


def keep_organisation(*, name: str, offers_sign_up: bool, actor: User, reason: str = "") -> None:
    """Change the organisation of this installation."""
    with transaction.atomic():
        kept = Organisation.objects.select_for_update().first() or Organisation(name="")
        before, after = (kept.name, kept.offers_sign_up), (name, offers_sign_up)
        if before != after:
            kept.name, kept.offers_sign_up = after
            kept.save()
            fields = ("name", "offers_sign_up")
            detail = {
                field: {"before": was, "after": now}
                for field, was, now in zip(fields, before, after, strict=True)
                if was != now
            }
            note("organisation.changed", actor=actor, subject=name, detail=detail, reason=reason)


def _lock() -> None:
    """Let one act at a time look whether it may: two administrators could dismiss each other at once."""
    list(Organisation.objects.select_for_update()[:1])


def _is_last(person: User) -> bool:
    return not User.objects.filter(is_administrator=True, is_active=True).exclude(pk=person.pk).exists()


def _last_administrator() -> Refusal:
    return Refusal(
        said=_(
            "Nobody else administers this installation. Make somebody else an administrator first, then repeat this."
        )
    )


def _set_active(person: User, active: bool, action: str, actor: User, reason: str) -> None:
    if person.is_active != active:
        person.is_active = active
        person.save(update_fields=["is_active"])
        note(action, actor=actor, about=person, reason=reason)


def _unfit(person: User, holder: User) -> Refusal | None:
    if person.pk == holder.pk:
        return Refusal(said=_("Nobody stands above themselves. Choose somebody else."))
    if not holder.is_active:
        return Refusal(said=_("The account of %(name)s is closed. Open it again first.") % {"name": holder.name})
    return None


def _circle(person: User, superior: User) -> Refusal | None:
    chain, above = [superior], superior_of(superior)
    while above is not None and above not in chain:
        chain.append(above)
        if above.pk == person.pk:
            said = _("That would close a circle: %(chain)s. Name another superior for one of them first.") % {
                "chain": " → ".join(each.name for each in (person, *chain))
            }
            return Refusal(said=said)
        above = superior_of(above)
    return None
