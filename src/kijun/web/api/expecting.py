"""Does a request hold what its operation knows: these parameters, a body of this kind?

A parameter that is misspelt would otherwise be left out in silence, and the answer be one to another question.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any, Final

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from ninja.operation import Operation

from kijun.problem.reading import nearest
from kijun.text import Text
from kijun.web.api.wrong import ProblemShape, Refused, invalid
from kijun.web.library.templatetags.kijun import said

_KINDS: Final = {"body": "application/json", "form": "multipart/form-data", "file": "multipart/form-data"}
_UNKNOWN: Final = Text(ja="この操作に「{name}」はありません", en="this operation has no “{name}”")
_KNOWN: Final = Text(ja="あるもの: {names}", en="It has: {names}")
_NONE: Final = Text(ja="何も付けられません", en="It takes none")
_KIND: Final = Text(ja="本文は{kind}で送ってください。", en="Send the body as {kind}.")
_MOST_LETTERS: Final = 40

Run = Callable[..., HttpResponseBase]


def knowing_operation(run: Run) -> Run:
    """Let a request know which operation it asks for."""
    operation = getattr(run, "__self__", None)

    @wraps(run)
    def knowing(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        request.operation = operation  # type: ignore[attr-defined]
        return run(request, *args, **kwargs)

    return knowing


def check_expected(request: HttpRequest) -> None:
    """Refuse a parameter that the operation does not have, and a body of another kind. Raises Refused."""
    operation: Operation | None = getattr(request, "operation", None)
    assert operation is not None, "every operation is known to its requests"
    _check_query(request, query_names(operation))
    kinds = {_KINDS[source] for source in _sources(operation) if source in _KINDS}
    if kinds and request.content_type not in kinds and request.headers.get("Content-Length", "0") != "0":
        message = said(_KIND).format(kind=next(iter(kinds)))
        raise Refused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "kind-of-body", message)


def query_names(operation: Operation) -> list[str]:
    """Return the names of the parameters that an operation has in its query."""
    models = [model for model in operation.models if model.__ninja_param_source__ == "query"]
    return [name for model in models for name in getattr(model, "__ninja_flatten_map__", {})]


def _sources(operation: Operation) -> list[str]:
    return [str(model.__ninja_param_source__) for model in operation.models]


def _check_query(request: HttpRequest, known: list[str]) -> None:
    unknown = [name for name in request.GET if name not in known]
    if unknown:
        expected = said(_KNOWN).format(names=", ".join(known)) if known else said(_NONE)
        raise invalid(
            [
                ProblemShape(
                    code="unknown",
                    where=["query", name[:_MOST_LETTERS]],
                    what=said(_UNKNOWN).format(name=name[:_MOST_LETTERS]),
                    expected=expected,
                    suggestion=nearest(name, known),
                )
                for name in unknown[:10]
            ]
        )
