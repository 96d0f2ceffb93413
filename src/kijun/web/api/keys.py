"""Who asks, and what does their key open?

A key in the Authorization header is the only way in. A browser that is signed in gets no answer here: with its cookie another site
could make it ask. A key does what its owner may do, and of that what its scopes name.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.http import HttpRequest
from django.utils import timezone, translation
from django.utils.translation.trans_real import parse_accept_lang_header
from ninja.security import HttpBearer

from kijun.text import LANGUAGES, Text
from kijun.web.accounts.models import Token, User
from kijun.web.accounts.queries import has_agreed, token_of
from kijun.web.api.expecting import check_expected
from kijun.web.api.wrong import Refused
from kijun.web.library.templatetags.kijun import said

_LONGEST: Final = 200
_NO_KEY: Final = Text(
    ja="鍵がないか、開けない鍵です。Authorization: Bearer kijun_…で送ってください。鍵は設定の「APIの鍵」で作れます。",
    en="There is no key, or one that opens nothing. Send Authorization: Bearer kijun_…; keys are made in your settings.",
)
_NO_SCOPE: Final = Text(
    ja="この鍵の範囲に{scope}がありません。{scope}を含む鍵を作ってください。",
    en="The scopes of this key do not have {scope}. Make a key that has it.",
)
_NO_CONSENT: Final = Text(
    ja="鍵の持ち主が、データの利用目的についての説明に同意していません。ブラウザーで一度サインインして同意してください。",
    en="The owner of this key has not agreed to the notice of what the data is used for. Sign in once with a browser and agree.",
)


def no_key() -> Refused:
    """Return the refusal of a request without a key that opens anything."""
    return Refused(
        HTTPStatus.UNAUTHORIZED, "no-key", said(_NO_KEY), headers={"WWW-Authenticate": 'Bearer realm="kijun"'}
    )


class Key(HttpBearer):
    """Opens an operation to a key that has all of some scopes; without any, to every key."""

    def __init__(self, scopes: tuple[str, ...]) -> None:
        self.scopes = scopes
        super().__init__()

    def authenticate(self, request: HttpRequest, token: str) -> Token:
        """Return the key, with its owner as the one who asks. Raises Refused."""
        found = token_of(token) if len(token) <= _LONGEST else None
        if found is None:
            raise no_key()
        _speak_to(found.owner, request)
        missing = [scope for scope in self.scopes if scope not in found.scopes]
        if missing:
            raise Refused(HTTPStatus.FORBIDDEN, "no-scope", said(_NO_SCOPE).format(scope=", ".join(missing)))
        if not has_agreed(found.owner):
            raise Refused(HTTPStatus.FORBIDDEN, "no-consent", said(_NO_CONSENT))
        request.user = found.owner
        check_expected(request)
        return found


def _speak_to(owner: User, request: HttpRequest) -> None:
    """Speak the language that the request asks for, or else that of the key's owner; count days where the owner is."""
    asked = [
        language.partition("-")[0]
        for language, _ in parse_accept_lang_header(request.headers.get("Accept-Language", ""))
    ]
    translation.activate(next((each for each in asked if each in LANGUAGES), owner.language))
    try:
        timezone.activate(ZoneInfo(owner.time_zone))
    except (ZoneInfoNotFoundError, ValueError):
        timezone.activate(ZoneInfo("Asia/Tokyo"))


@contextmanager
def as_before() -> Iterator[None]:
    """Speak after a request as before it: the next one in this thread is somebody else's."""
    zone, language = timezone.get_current_timezone(), translation.get_language()
    try:
        yield
    finally:
        timezone.activate(zone)
        translation.activate(language or "en")
