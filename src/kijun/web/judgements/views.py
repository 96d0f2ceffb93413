"""Views."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse


def home(request: HttpRequest, **_: str) -> HttpResponse:
    """Stand in until the slice is built."""
    return HttpResponse("")
