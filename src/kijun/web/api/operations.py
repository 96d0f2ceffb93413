"""What does every operation declare: the key that opens it, its answers and refusals, its summary in both languages?"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any, Final, Literal, TypeVar

from ninja import Router

from kijun.web.api.keys import Key
from kijun.web.api.wrong import WrongShape

Function = TypeVar("Function", bound=Callable[..., Any])
Method = Literal["GET", "POST", "PUT", "PATCH", "DELETE"]
_ALWAYS: Final = (400, 401, 403, 404, 405, 422)
_WITH_BODY: Final = (413, 415)
_OF_VALUES: Final = ("application/json", "application/yaml")
_CHANGING: Final = (409,)


def operation(
    router: Router,
    method: Method,
    path: str,
    *,
    scope: str | tuple[str, ...] | None,
    ja: str,
    answer: Any,
    status: int = 200,
    permission: str = "",
    file: str | None = None,
) -> Callable[[Function], Function]:
    """Return what makes a function an operation.

    The first line of its docstring is its summary in English, the rest its description. `scope` is what the key has to have (all of several), `permission` what its owner has to be allowed (of kijun.web.accounts.permissions) besides
    seeing the person. `file` is the media type of an answer that is no JSON.
    """
    scopes = (scope,) if isinstance(scope, str) else scope or ()
    extra: dict[str, Any] = {
        "x-scopes": [*scopes],
        "x-permission": permission,
        "x-summary-ja": ja,
        "security": [{"Key": [*scopes]}],
    }
    if file:
        schema = {"schema": {"type": "object"}} if file in _OF_VALUES else {}
        extra["responses"] = {status: {"description": "OK", "content": {file: schema}}}

    def declare(function: Function) -> Function:
        words = inspect.cleandoc(function.__doc__ or "")
        summary, _, more = words.partition("\n")
        name = f"{function.__module__.rpartition('.')[2]}_{function.__name__}"
        responses: dict[int, Any] = {status: answer, **dict.fromkeys(_refusals(method), WrongShape)}
        router.add_api_operation(
            path,
            [method],
            function,
            auth=Key(scopes),
            response=responses,
            summary=summary.rstrip("."),
            description=more.strip(),
            operation_id=name,
            url_name=name,
            openapi_extra=extra,
        )
        return function

    return declare


def _refusals(method: Method) -> tuple[int, ...]:
    with_body = _WITH_BODY if method in ("POST", "PUT", "PATCH") else ()
    return (*_ALWAYS, *with_body, *(() if method == "GET" else _CHANGING))
