"""How is something assumed kept, changed and forgotten? It is nobody's record: what is forgotten is gone."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from kijun.web.accounts.models import User
from kijun.web.audit.actions import note
from kijun.web.people.models import Record
from kijun.web.plans.assumed import Plain
from kijun.web.plans.models import WhatIf


def make(record: Record, *, author: User, name: str, body: Plain) -> WhatIf:
    """Keep evidence to be assumed under a name."""
    now = timezone.now()
    with transaction.atomic():
        made = WhatIf.objects.create(record=record, name=name, body=body, made_at=now, changed_at=now)
        _note("what_if.kept", made, author)
    return made


def change(what_if: WhatIf, *, author: User, name: str | None = None, body: Plain | None = None) -> None:
    """Give another name to what is assumed, or assume something else."""
    with transaction.atomic():
        what_if.name = what_if.name if name is None else name
        what_if.body = what_if.body if body is None else body
        what_if.changed_at = timezone.now()
        what_if.save(update_fields=["name", "body", "changed_at"])
        _note("what_if.changed", what_if, author)


def forget(what_if: WhatIf, *, author: User) -> None:
    """Forget what was assumed."""
    with transaction.atomic():
        _note("what_if.forgotten", what_if, author)
        what_if.delete()


def _note(action: str, what_if: WhatIf, author: User) -> None:
    owner = what_if.record.owner
    note(action, actor=author, about=owner, subject=f"what-if/{owner.key}/{what_if.key}")
