"""How is an answer written as JSON? In UTF-8 as people read it: most of what is said here is Japanese."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.http import JsonResponse
from ninja.renderers import JSONRenderer

READABLE: Final = {"ensure_ascii": False}


class Readable(JSONRenderer):
    """Writes letters as they are."""

    json_dumps_params: Mapping[str, Any] = READABLE


def json_answer(value: Any, *, status: int = 200, headers: Mapping[str, str] | None = None) -> JsonResponse:
    """Return plain values as an answer."""
    return JsonResponse(value, status=status, headers=dict(headers or {}), json_dumps_params=READABLE, safe=False)
