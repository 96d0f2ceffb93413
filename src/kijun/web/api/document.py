"""What does the OpenAPI document say?

It is made from the operations, and told what they alone know: which scopes open them. It is the same for everybody and holds no data.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from kijun.web.api.assembled import api

PREFIX: Final = "api/"
_METHODS: Final = ("get", "post", "put", "patch", "delete")


@cache
def openapi() -> dict[str, Any]:
    """Return the OpenAPI document; made once in a process."""
    made: dict[str, Any] = dict(api.get_openapi_schema(path_prefix=PREFIX))
    for operation in operations_of(made).values():
        # ninja adds to a list what it should put in its place.
        operation["security"] = operation["security"][-1:]
    made["components"]["securitySchemes"] = {
        "Key": {
            "type": "http",
            "scheme": "bearer",
            "description": "A key made in the settings. The roles of an operation are the scopes that the key must have.",
        }
    }
    return made


def operations_of(made: dict[str, Any]) -> dict[tuple[str, str], dict[str, Any]]:
    """Return the operations of a document by method and path."""
    return {
        (method, path): found[method] for path, found in made["paths"].items() for method in _METHODS if method in found
    }
