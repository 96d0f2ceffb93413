"""Who asks the API in the tests: a program with somebody's key."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from django.test import Client

from kijun.web.accounts.actions import SCOPES, make_token
from kijun.web.accounts.models import User


class Caller:
    """A program that has a key of somebody."""

    def __init__(self, owner: User | None, scopes: Iterable[str] = SCOPES, **headers: str) -> None:
        self.secret = make_token(owner, "tests", scopes, 30)[1] if owner else ""
        self.client = Client(headers={**({"authorization": f"Bearer {self.secret}"} if owner else {}), **headers})

    def ask(self, method: str, path: str, body: Any = None, /, **query: Any) -> Any:
        """Return what comes from an operation; a body is sent as JSON."""
        more = {} if body is None else {"data": json.dumps(body), "content_type": "application/json"}
        return self.client.generic(
            method, f"/api/{path}", more.get("data", ""), more.get("content_type", ""), query_params=query or None
        )

    def get(self, path: str, /, **query: Any) -> Any:
        """Return what an operation answers with, which has to be well."""
        answer = self.ask("GET", path, **query)
        assert answer.status_code == 200, answer.content
        return answer.json()

    def send(self, method: str, path: str, body: Any = None, /, **query: Any) -> Any:
        """Return what comes of a change, which has to go well."""
        answer = self.ask(method, path, body, **query)
        assert answer.status_code in (200, 204), answer.content
        return answer.json() if answer.content else None
