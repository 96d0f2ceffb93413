"""From which address does a request come?

A proxy hands on the address of whoever asks it, behind those that it was told: only as many are believed as there are proxies.
"""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest


def address_of(request: HttpRequest, proxies: int | None = None) -> str:
    """Return the address of the one who asks, as far as the installation's own proxies vouch for it."""
    trusted = settings.PROXIES if proxies is None else proxies
    told = [each.strip() for each in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if each.strip()]
    direct: str = request.META.get("REMOTE_ADDR", "")
    return told[-trusted] if 0 < trusted <= len(told) else direct
