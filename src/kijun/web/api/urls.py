"""Which address of the API answers?

The operations have no names among the addresses: programs find them in the OpenAPI document, and pages do not link them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path, re_path

from kijun.web.api.assembled import api
from kijun.web.api.handlers import no_such_method, not_found
from kijun.web.api.keys import as_before
from kijun.web.api.reference import document, reference

Answer = Callable[..., HttpResponseBase]


def _answering(view: Answer) -> Answer:
    """Let an address answer in the one shape, keep nothing of it for the next one, and have no answer kept on the way."""

    @wraps(view)
    def answering(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        with as_before():
            answer = view(request, *args, **kwargs)
            if isinstance(answer, HttpResponseNotAllowed):
                answer = no_such_method(answer.headers["Allow"]).answer()
        answer.headers.setdefault("Cache-Control", "private, no-store")
        answer.headers.setdefault("X-Content-Type-Options", "nosniff")
        return answer

    answering.csrf_exempt = True  # type: ignore[attr-defined]  # no cookie opens anything here
    return answering


def _nothing_here(request: HttpRequest, path: str) -> HttpResponseBase:
    return not_found().answer()


_OPERATIONS = [each for each in api.urls[0] if isinstance(each, URLPattern) and each.name != "api-root"]
app_name = "api"
urlpatterns = [
    path("docs/", reference, name="reference"),
    path("openapi.json", document, name="document"),
    *(URLPattern(each.pattern, _answering(each.callback)) for each in _OPERATIONS),
    re_path(r"^(?P<path>[\s\S]*)$", _answering(_nothing_here)),
]
