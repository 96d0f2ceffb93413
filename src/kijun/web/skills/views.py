"""Views."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse


def stand_in(request: HttpRequest, **_: str) -> HttpResponse:
    """Stand in until the slice is built."""
    return HttpResponse("")
