"""What is answered where an operation did not come to its end?

Everything that a request can cause is answered in the one shape. What nobody foresaw is left to Django: it is told in the log, and
the asker learns nothing of it.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import Final

from django.core.exceptions import BadRequest, PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from kijun.errors import KijunError
from kijun.text import Text
from kijun.web.api.keys import no_key
from kijun.web.api.reading import malformed, too_large
from kijun.web.api.validation import problems_of
from kijun.web.api.wrong import Refused, invalid, not_known
from kijun.web.library.templatetags.kijun import said

_NOT_FOUND: Final = Text(
    ja="その住所には何もありません。見てよい人のものかどうかも確かめてください。",
    en="There is nothing at this address, or nothing that you may see.",
)
_FORBIDDEN: Final = Text(ja="見ることはできますが、することはできません。", en="You may see this, and not do it.")
_METHOD: Final = Text(ja="この住所で使えるメソッド: {methods}", en="This address takes: {methods}")
_BROKEN: Final = Text(
    ja="こちらで問題が起きました。何も変わっていません。もう一度試し、続くなら管理者に知らせてください。",
    en="Something went wrong here, and nothing was changed. Try again; if it goes on, tell an administrator.",
)
_UNREADABLE: Final = Text(ja="本文の形が違います", en="the body is not what it says it is")


def not_found() -> Refused:
    """Return the answer where there is nothing, or nothing to be seen."""
    return Refused(HTTPStatus.NOT_FOUND, "not-found", said(_NOT_FOUND))


def forbidden() -> Refused:
    """Return the answer to somebody who may see something and not do it."""
    return Refused(HTTPStatus.FORBIDDEN, "forbidden", said(_FORBIDDEN))


def no_such_method(allowed: str) -> Refused:
    """Return the answer to a method that an address does not take."""
    message = said(_METHOD).format(methods=allowed)
    return Refused(HTTPStatus.METHOD_NOT_ALLOWED, "method", message, headers={"Allow": allowed})


def broken() -> Refused:
    """Return the answer where something went wrong here."""
    return Refused(HTTPStatus.INTERNAL_SERVER_ERROR, "broken", said(_BROKEN))


def handle_everything(api: NinjaAPI) -> None:
    """Give an API an answer for whatever its operations raise."""
    for kind in (
        Refused,
        AuthenticationError,
        HttpError,
        ValidationError,
        Http404,
        PermissionDenied,
        KijunError,
        RequestDataTooBig,
        SuspiciousOperation,
        BadRequest,
        MultiPartParserError,
        UnreadablePostError,
    ):
        api.add_exception_handler(kind, _answer)


def _answer(request: HttpRequest, error: Exception | type[Exception]) -> HttpResponse:
    assert isinstance(error, Exception), "what is raised is no class"
    return refusal_of(error).answer()


def refusal_of(error: Exception) -> Refused:
    """Return the refusal that stands for what was raised."""
    match error:
        case Refused():
            return error
        case AuthenticationError():
            return no_key()
        case HttpError() if isinstance(error.__cause__, Refused):
            return error.__cause__
        case ValidationError():
            return invalid(problems_of(error.errors))
        case Http404():
            return not_found()
        case PermissionDenied():
            return forbidden()
        case KijunError():
            return not_known(error, "query")
        case RequestDataTooBig():
            return too_large()
        case _:
            return malformed(_UNREADABLE)
