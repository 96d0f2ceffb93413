"""How does somebody of the demonstration write through the real forms, and what were they told is on record?

A writer does one thing after the other, as a browser would: what was answered with a redirect is acknowledged, what was sent and
not answered may have come to be or not.
"""

from __future__ import annotations

import http.client
import re
import sqlite3
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, field
from http.cookiejar import CookieJar
from pathlib import Path
from random import Random
from typing import Any, Final

import psycopg

ITEM: Final = "customer-service/hardware/technology"
CELLS: Final = ("itss/v3-2011/customer-service/hardware/5", "itss/v3-2011/customer-service/facility-management/3")
DRAFT: Final = "qualifications-new"
MOST_HELD: Final = 8
_LOST = (OSError, http.client.HTTPException)
"""What a request ends with when the process that should answer is gone."""


class Refused(Exception):
    """The application answered, and not as it answers to what is right."""


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any, **__: Any) -> None:
        """Follow nothing: the redirect is the answer."""


@dataclass(slots=True, kw_only=True)
class Writer:
    """Somebody who writes. `held` is what each thing was last acknowledged to be (None: gone), `sent` what has no answer yet."""

    email: str
    name: str
    random: Random
    address: str = ""
    key: str = ""
    held: dict[str, str | None] = field(default_factory=dict)
    sent: tuple[str, str | None] | None = None
    ever: set[str] = field(default_factory=set)
    acknowledged: int = 0
    wrong: list[str] = field(default_factory=list)
    _count: int = 0
    _jar: CookieJar = field(default_factory=CookieJar)

    def write(self, database: Path | str, is_over: Callable[[], bool]) -> None:
        """Write one thing after the other, until the application is gone."""
        try:
            self.come_in(database)
            while not is_over():
                self._do_something(database)
        except _LOST:
            return
        except (Refused, sqlite3.Error) as error:
            self.wrong.append(f"{self.name}: {error}")

    def come_in(self, database: Path | str) -> None:
        """Sign in where that is still to be done."""
        self.key = self.key or str(_one(database, "SELECT key FROM accounts_user WHERE email = ?", self.email))
        if not any(cookie.name == "kijun_session" for cookie in self._jar):
            self._ask("/accounts/login/")
            self._send("/demo/sign-in/", person=self.key)

    def _do_something(self, database: Path | str) -> None:
        entries = [name for name, word in self.held.items() if name.startswith("entry/") and word is not None]
        acts: list[Callable[[], None]] = [self._add] if len(entries) < MOST_HELD else []
        acts += [self._rate, self._keep_draft]
        if entries:
            key = self.random.choice(entries).removeprefix("entry/")
            acts += [lambda: self._edit(key), lambda: self._remove(key, database)] * 2
        if self.random.random() < 0.05:
            acts = [self._keep_plan]
        self.random.choice(acts)()

    def _add(self) -> None:
        key, word = f"{self.random.getrandbits(48):012x}", self._word()
        with_form = {"key": key, "whom": word, "since": "2024-04-01"}
        self._acknowledge(f"entry/{key}", word, f"{self._record()}mentoring/new/", with_form)

    def _edit(self, key: str) -> None:
        word = self._word()
        self._acknowledge(
            f"entry/{key}", word, f"{self._record()}entries/{key}/", {"whom": word, "since": "2024-05-01"}
        )

    def _remove(self, key: str, database: Path | str) -> None:
        """Remove an entry, and half of the time take that back."""
        was = self.held[f"entry/{key}"]
        self._acknowledge(f"entry/{key}", None, f"{self._record()}entries/{key}/remove/", {})
        if self.random.random() < 0.5:
            asked = "SELECT r.number FROM people_record r JOIN accounts_user u ON u.id = r.owner_id WHERE u.key = ?"
            number = _one(database, asked, self.key)
            self._acknowledge(f"entry/{key}", was, f"{self._record()}history/{number}/undo/", {})

    def _rate(self) -> None:
        word, level = self._word(), str(self.random.randint(1, 4))
        body = {"level": level, "note": word, "day": "2026-04-01", "scope": "field"}
        self._acknowledge("rating", word, f"/people/{self.key}/skills/{ITEM}/", body)

    def _keep_draft(self) -> None:
        word = self._word()
        where = f"{self._record()}draft/?form={DRAFT}"
        self._acknowledge("draft", word, where, {"examination": word}, expected=200)

    def _keep_plan(self) -> None:
        where, word = f"/people/{self.key}/plans/goal/{self.random.choice(CELLS)}/", self._word()
        page = self._ask(where)
        if 'id="keep"' not in page:
            return
        form = page[page.index('id="keep"') :]
        given = dict(re.findall(r'<input type="(?:text|hidden)" name="([^"]+)" value="([^"]*)"', form))
        given |= dict.fromkeys(re.findall(r'type="radio" name="(way_\d+)"', form), "0")
        self._acknowledge(f"plan/{word}", word, where, {**given, "name": word, "note": ""})

    def _acknowledge(self, name: str, word: str | None, where: str, body: dict[str, str], expected: int = 302) -> None:
        self.sent = (name, word)
        self._send(where, expected, **body)
        self.held[name], self.sent = word, None
        if word is not None and name != "draft":  # a draft has no history
            self.ever.add(word)
        self.acknowledged += 1

    def _record(self) -> str:
        return f"/people/{self.key}/record/"

    def _word(self) -> str:
        self._count += 1
        return f"{self.name}-{self._count}"

    def _ask(self, where: str) -> str:
        with self._opener().open(f"{self.address}{where}", timeout=60) as answer:
            return str(answer.read().decode())

    def _send(self, where: str, expected: int = 302, **body: str) -> None:
        """Send a form. Raises Refused where it is not answered as it should be."""
        body["csrfmiddlewaretoken"] = next(str(cookie.value) for cookie in self._jar if cookie.name == "kijun_csrf")
        try:
            with self._opener().open(
                f"{self.address}{where}", urllib.parse.urlencode(body).encode(), timeout=60
            ) as answer:
                status, place = answer.status, ""
                answer.read()
        except urllib.error.HTTPError as answer:
            status, place = answer.code, answer.headers.get("Location", "")
        if status != expected or "/login/" in place:
            raise Refused(f"{where}: {status} {place}")

    def _opener(self) -> urllib.request.OpenerDirector:
        return urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self._jar), _NoRedirect)


def _one(database: Path | str, query: str, *facts: str) -> object:
    """Return what stands in a database: an SQLite file, or a PostgreSQL by its address."""
    if isinstance(database, str):
        with psycopg.connect(database) as asked:
            row = asked.execute(query.replace("?", "%s").encode(), facts).fetchone()
            assert row is not None, query
            return row[0]
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=20)
    try:
        found: object = connection.execute(query, facts).fetchone()[0]
        return found
    finally:
        connection.close()
