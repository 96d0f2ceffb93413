"""What may a request hold at all?

Before anything of a request is looked at: its kind, its length, its depth, and letters and numbers that no database keeps.
"""

from __future__ import annotations

import json
import math
from http import HTTPStatus
from typing import Any, Final

from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict
from ninja.parser import Parser

from kijun.text import Text
from kijun.web.api.wrong import Refused
from kijun.web.library.templatetags.kijun import said

MOST_BYTES: Final = 1_000_000
"""Of a JSON body; files have limits of their own."""
DEEPEST: Final = 30
LARGEST: Final = 2**53
"""Numbers beyond are read differently by different programs."""
_MALFORMED: Final = Text(ja="リクエストを読めません: {why}", en="The request cannot be read: {why}")
_NOT_JSON: Final = Text(ja="UTF-8のJSONではありません", en="this is not JSON in UTF-8")
_LETTERS: Final = Text(
    ja="保存できない文字(NULか、対になっていないサロゲート)があります",
    en="it holds a letter that cannot be kept (NUL, or a surrogate without its other half)",
)
_DEEP: Final = Text(ja=f"{DEEPEST}段より深い入れ子があります", en=f"it is nested more than {DEEPEST} deep")
_NUMBER: Final = Text(
    ja="2の53乗を超える数か、数でない値があります", en="it holds a number beyond 2 to the 53rd, or none at all"
)
_LARGE: Final = Text(
    ja=f"本文が大きすぎます。JSONは{MOST_BYTES // 1_000_000}MBまでです。",
    en=f"The body is too large: JSON may have {MOST_BYTES // 1_000_000} MB.",
)


def malformed(why: Text) -> Refused:
    """Return the refusal of a request that cannot be read."""
    message = said(_MALFORMED).format(why=said(why))
    return Refused(HTTPStatus.BAD_REQUEST, "malformed", message)


def too_large() -> Refused:
    """Return the refusal of a body that is too large."""
    return Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too-large", said(_LARGE))


class Reader(Parser):
    """Reads bodies and queries within bounds."""

    def parse_body(self, request: HttpRequest) -> Any:
        """Return what a JSON body says. Raises Refused."""
        if len(request.body) > MOST_BYTES:
            raise too_large()
        try:
            value = json.loads(request.body.decode("utf-8"), parse_constant=_refuse_constant)
        except (ValueError, RecursionError) as error:
            raise malformed(_DEEP if isinstance(error, RecursionError) else _NOT_JSON) from error
        _check(value)
        return value

    def parse_querydict(self, data: MultiValueDict[str, Any], list_fields: list[str], request: HttpRequest) -> Any:
        """Return what a query or a form says. Raises Refused."""
        for values in data.lists():
            for each in (values[0], *values[1]):
                if isinstance(each, str):
                    check_letters(each)
        return super().parse_querydict(data, list_fields, request)


def check_letters(words: str) -> None:
    """Refuse what is no text. Raises Refused."""
    if "\x00" in words or any("\ud800" <= letter <= "\udfff" for letter in words):
        raise malformed(_LETTERS)


def _refuse_constant(_name: str) -> float:
    raise malformed(_NUMBER)


def _check(value: Any) -> None:
    """Go through a value without recursion: it may be as deep as whoever sent it liked."""
    waiting = [(value, 1)]
    while waiting:
        each, depth = waiting.pop()
        if depth > DEEPEST:
            raise malformed(_DEEP)
        match each:
            case str():
                check_letters(each)
            case bool():
                pass
            case int() | float():
                if not math.isfinite(each) or abs(each) > LARGEST:
                    raise malformed(_NUMBER)
            case list():
                waiting += [(one, depth + 1) for one in each]
            case dict():
                waiting += [(one, depth + 1) for pair in each.items() for one in pair]
            case _:
                pass
