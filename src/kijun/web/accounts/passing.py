"""Which requests are not read at all, and which answers may nobody keep on the way?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse

_NUL: Final = ("\x00", "%00")


class Passing:
    """Stands before every page.

    An address with a NUL names nothing: no database keeps one, and PostgreSQL does not even look for it. What is answered is
    about somebody, or made for them: unless a page says otherwise it is kept neither by a proxy nor by the browser, where the
    next one at the same desk would find it with the button that leads back.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Stand before everything that answers."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer what can be read."""
        if _NUL[0] in request.path_info or _NUL[1] in request.META.get("QUERY_STRING", ""):
            raise BadRequest("an address with a NUL")
        answer = self.get_response(request)
        if not answer.has_header("Cache-Control"):
            answer.headers["Cache-Control"] = "private, no-store"
        return answer
