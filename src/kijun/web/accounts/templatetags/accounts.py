"""What do the pages of allauth, which have no view of ours, ask of the accounts?"""

from __future__ import annotations

from django import template

from kijun.web.accounts import queries
from kijun.web.accounts.browsers import browser_of
from kijun.web.accounts.models import Organisation, User

register = template.Library()
register.filter("browser", browser_of)


@register.simple_tag
def organisation() -> Organisation | None:
    """Return the organisation of this installation."""
    return queries.organisation()


@register.simple_tag
def demo_people() -> list[User]:
    """Return whom the demonstration lets one be; nobody where this is none."""
    return queries.demo_people()
