"""What was sent with a form?"""

from __future__ import annotations

from django.http import HttpRequest, QueryDict


def posted(request: HttpRequest) -> QueryDict | None:
    """Return the answers, None where nothing was sent; a form that was sent empty is one with mistakes."""
    return request.POST if request.method == "POST" else None
