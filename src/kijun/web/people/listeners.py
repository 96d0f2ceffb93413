"""What is done for somebody who has a new account? Their record is opened, in the transaction that made the account."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver

from kijun.web.accounts.models import User
from kijun.web.accounts.signals import person_joined
from kijun.web.people.actions import open_record


@receiver(person_joined)
def open_record_of(sender: object, person: User, employee: str, name: str, actor: User | None = None, **_: Any) -> None:
    """Open the record of a person who joined."""
    open_record(person, employee=employee, name=name, author=actor)
