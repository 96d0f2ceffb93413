"""What can be done with accounts? The acts of all rooms of this slice, and what somebody does for themselves."""

from __future__ import annotations

from django.db import transaction

from kijun.web.accounts.administering import (
    Account,
    appoint_assessor,
    change_account,
    deactivate,
    dismiss_assessor,
    keep_organisation,
    name_superior,
    reactivate,
)
from kijun.web.accounts.founding import first_run_token, found, opens_first_run
from kijun.web.accounts.inviting import accept, invite, new_link, withdraw_links
from kijun.web.accounts.joining import Newcomer, join, welcome
from kijun.web.accounts.models import Consent, User
from kijun.web.accounts.queries import NOTICE, has_agreed
from kijun.web.accounts.refusals import Refusal
from kijun.web.accounts.tokens import SCOPES, make_token, withdraw_token
from kijun.web.audit.actions import note

__all__ = [
    "SCOPES",
    "Account",
    "Newcomer",
    "Refusal",
    "accept",
    "agree",
    "appoint_assessor",
    "change_account",
    "deactivate",
    "dismiss_assessor",
    "first_run_token",
    "found",
    "invite",
    "join",
    "keep_organisation",
    "make_token",
    "name_superior",
    "new_link",
    "opens_first_run",
    "reactivate",
    "save_settings",
    "welcome",
    "withdraw_links",
    "withdraw_token",
]


def agree(person: User, language: str) -> None:
    """Record that somebody read the notice as it is now, in which language, and agreed."""
    with transaction.atomic():
        if not has_agreed(person):
            Consent.objects.create(person=person, notice=NOTICE, language=language)
            note("consent.given", actor=person, about=person, subject=NOTICE, detail={"language": language})


def save_settings(person: User, **wanted: str) -> None:
    """Change how somebody is named and spoken to: name, language, time zone, theme. Only another name is on the trail."""
    changed = {
        field: (getattr(person, field), value) for field, value in wanted.items() if getattr(person, field) != value
    }
    assert changed.keys() <= {"name", "language", "time_zone", "theme"}, "an administrator changes the rest"
    with transaction.atomic():
        for field, (_before, after) in changed.items():
            setattr(person, field, after)
        if changed:
            person.save(update_fields=list(changed))
        if "name" in changed:
            before, after = changed["name"]
            note("account.changed", actor=person, about=person, detail={"name": {"before": before, "after": after}})
