import json, re, time, logging
import pytest
from html.parser import HTMLParser
from django.db import transaction
from django.test import Client
from django.urls import reverse
from kijun.web.people.models import Entry
from kijun.web.passport.models import Link
from tests.web.cast import *
from tests.web.doors import routes, CELL, FIELD, ITEM

pytestmark = pytest.mark.django_db

BAD = {
    "nul": "a\x00b",
    "long": "x" * 30000,
    "digits": "9" * 5000,
    "big": "9" * 30,
    "neg": "-1",
    "fmt": "%s{}{{7*7}}",
    "y": "9999-12-31",
    "y1": "0001-01-01",
    "sup": "²",
    "ctl": "\x1b\u202e\u2028",
    "astral": "\U0010ffff" * 500,
    "path": "../../etc/passwd",
    "surr": "\ud800".encode("utf-8", "surrogatepass"),
}


class Names(HTMLParser):
    def __init__(self):
        super().__init__()
        self.names = set()
        self.hidden = {}

    def handle_starttag(self, tag, attrs):
        a = dict(attrs)
        if tag in ("input", "select", "textarea", "button") and a.get("name"):
            self.names.add(a["name"])
            if a.get("value"):
                self.hidden[a["name"]] = a["value"]


def wanted(cast):
    give_record(cast.person)
    e = Entry.objects.filter(record=record_of(cast.person), list="engagements").first()
    return {
        "person": cast.person.key,
        "assessor": cast.assessor.key,
        "cell": CELL,
        "field": FIELD,
        "item": ITEM,
        "path": CELL,
        "key": e.key,
        "list": "mentoring",
        "number": 2,
    }


QUERY = [
    "on",
    "recorded",
    "edition",
    "page",
    "level",
    "q",
    "focus",
    "copy",
    "draft",
    "back",
    "next",
    "cell",
    "to",
    "as",
    "plan",
    "goal",
    "since",
    "field",
    "old",
    "new",
    "path",
    "only",
    "who",
    "action",
    "until",
    "state",
    "form",
    "token",
    "superior-who",
    "assessor-who",
    "area",
    "kind",
    "examination",
    "languages",
    "mask",
    "key",
    "number",
]


@pytest.mark.parametrize("who", ["person", "administrator", "assessor", "superior"])
def test_get(cast, who, caplog):
    holds = wanted(cast)
    c = client_of(cast.each()[who])
    c.raise_request_exception = False
    slow = []
    bad = []
    for r in routes():
        kw = {n: holds.get(f"{r.name}:{n}", holds.get(n)) for n in r.holds}
        kw = {n: ("x" if v is None else v) for n, v in kw.items()}
        try:
            url = reverse(r.name, kwargs=kw)
        except Exception:
            try:
                url = reverse(r.name, kwargs={n: 1 if v == "x" else v for n, v in kw.items()})
            except Exception as ex:
                print("norev", r.name)
                continue
        for name, value in BAD.items():
            t = time.time()
            with transaction.atomic():
                a = c.get(url, {q: value for q in QUERY})
                if a.status_code >= 500:
                    bad.append((r.name, name, "all"))
                transaction.set_rollback(True)
            dt = time.time() - t
            if dt > 1.5:
                slow.append((round(dt, 2), r.name, name))
    print("BAD", who, bad)
    print("SLOW", who, sorted(slow)[-20:])


@pytest.mark.parametrize("who", ["person", "administrator", "assessor", "superior"])
def test_post(cast, who):
    holds = wanted(cast)
    c = client_of(cast.each()[who])
    c.raise_request_exception = False
    slow = []
    bad = []
    for r in routes():
        kw = {n: holds.get(f"{r.name}:{n}", holds.get(n)) for n in r.holds}
        kw = {n: ("x" if v is None else v) for n, v in kw.items()}
        try:
            url = reverse(r.name, kwargs=kw)
        except Exception:
            try:
                url = reverse(r.name, kwargs={n: 1 if v == "x" else v for n, v in kw.items()})
            except Exception:
                continue
        p = Names()
        with transaction.atomic():
            g = c.get(url)
            transaction.set_rollback(True)
        if g.status_code == 200 and "html" in g.get("Content-Type", ""):
            p.feed(g.content.decode())
        names = (
            p.names
            | set(QUERY)
            | {
                "based_on",
                "decision",
                "reason",
                "by",
                "day",
                "note",
                "known",
                "scope",
                "seen",
                "name",
                "text",
                "list",
                "position",
                "levels",
                "email",
                "password",
                "login",
                "language",
                "theme",
                "time_zone",
                "days",
                "scopes",
                "file",
                "word",
                "everything",
                "head",
                "entry",
            }
        )
        names.discard("csrfmiddlewaretoken")
        for name, value in BAD.items():
            t = time.time()
            with transaction.atomic():
                a = c.post(url, {q: value for q in names})
                if a.status_code >= 500:
                    bad.append((r.name, name, "all"))
                transaction.set_rollback(True)
            if name in ("nul", "digits", "big", "surr"):
                for one in names:
                    with transaction.atomic():
                        d = {**p.hidden, one: value}
                        d.pop("csrfmiddlewaretoken", None)
                        a = c.post(url, d)
                        if a.status_code >= 500:
                            bad.append((r.name, name, one))
                        transaction.set_rollback(True)
            if r.name == "account_logout":
                c.force_login(cast.each()[who], backend="allauth.account.auth_backends.AuthenticationBackend")
            dt = time.time() - t
            if dt > 4:
                slow.append((round(dt, 2), r.name, name))
    print("BAD", who, sorted(set(bad)))
    print("SLOW", who, sorted(slow)[-20:])


def test_headers(cast):
    holds = wanted(cast)
    for who in ("person", "administrator"):
        c = client_of(cast.each()[who])
        c.raise_request_exception = False
        for r in routes():
            kw = {n: holds.get(f"{r.name}:{n}", holds.get(n)) for n in r.holds}
            kw = {n: ("x" if v is None else v) for n, v in kw.items()}
            try:
                url = reverse(r.name, kwargs=kw)
            except Exception:
                continue
            a = c.get(url)
            if a.status_code == 200:
                print(who, r.name, "|", a.get("Cache-Control"), "|", a.get("Content-Disposition"))
