"""What leaves the server: kept by nobody on the way, framed by nobody, run by no browser, and told to no log."""

from __future__ import annotations

import io
import logging
from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client

from kijun.web.accounts.actions import Newcomer, invite
from kijun.web.accounts.quiet import Quiet
from kijun.web.audit.models import Event
from kijun.web.people.actions import Wish, change_record
from tests.web.cast import Cast, client_of, give_record, record_of
from tests.web.people.typed import ENGAGEMENT, text_of, url

pytestmark = pytest.mark.django_db
HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(2)>{{7*7}}'`"


def pages(cast: Cast) -> list[str]:
    own = f"/people/{cast.person.key}"
    return [
        f"{own}/map/",
        f"{own}/record/",
        f"{own}/record/history/",
        f"{own}/record/files/",
        f"{own}/record/engagements/new/",
        f"{own}/record/export/json/",
        f"{own}/skills/",
        f"{own}/plans/",
        f"{own}/plans/what-if/",
        f"{own}/changes/",
        f"{own}/passport/",
        f"{own}/passport/page/",
        f"{own}/passport/links/",
        f"{own}/cells/itss/v3-2011/customer-service/hardware/5/",
        "/people/",
        "/settings/",
        "/settings/tokens/",
        "/library/",
    ]


def test_no_page_is_kept_where_the_next_one_at_the_desk_finds_it(cast: Cast) -> None:
    give_record(cast.person)
    client = client_of(cast.person)
    for address in pages(cast):
        answer = client.get(address)
        assert "no-store" in answer.headers["Cache-Control"], address
        assert "private" in answer.headers["Cache-Control"], address
    refused = client.get(f"/people/{cast.outsider.key}/record/")
    assert (refused.status_code, "no-store" in refused.headers["Cache-Control"]) == (404, True)
    trail = client_of(cast.administrator).get("/administration/trail.csv")
    assert "no-store" in trail.headers["Cache-Control"]


def test_the_list_of_the_palette_is_asked_for_anew_by_whoever_signs_in_next(cast: Cast) -> None:
    first, second = client_of(cast.superior), client_of(cast.outsider)
    address = "/library/palette/"
    answer = first.get(address)
    assert "Person" in answer.content.decode()
    again = second.get(address, headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 200
    assert cast.person.key not in again.content.decode()
    assert "no-cache" in answer.headers["Cache-Control"]


def test_no_page_can_be_framed_or_run_what_somebody_wrote(cast: Cast) -> None:
    client = client_of(cast.person)
    for person in (cast.person, cast.superior):
        person.name = HOSTILE[:120]
        person.save()
    head = {"employee": HOSTILE[:60], "name": HOSTILE, "reading": HOSTILE, "team": HOSTILE}
    client.post(url("head", cast.person), head)
    client.post(
        url("engagement_new", cast.person), {**ENGAGEMENT, "title_en": HOSTILE, "title_ja": HOSTILE, "project": HOSTILE}
    )
    client.post(url("entry_new", cast.person, list="mentoring"), {"whom": HOSTILE, "since": "2018-04"})
    client.post(
        url("entry_new", cast.person, list="contributions"), {"kind": "book", "title_en": HOSTILE, "day": "2020-05-01"}
    )
    rating = {
        "item": "customer-service/hardware/technology",
        "level": 2,
        "by": "self",
        "day": "2026-04-01",
        "note": HOSTILE,
    }
    change_record(
        record_of(cast.person), [Wish(list="ratings", body=rating)], author=cast.person, kind="added", reason=HOSTILE
    )
    item = f"/people/{cast.person.key}/skills/customer-service/hardware/technology/"
    searched = f"/library/search/?q={HOSTILE}"
    for address in [*pages(cast), item, searched, "/library/<script>alert(1)</script>/", "/settings/?focus=<script>"]:
        if address.endswith("/json/"):
            continue
        answer = client.get(address)
        page = answer.content.decode()
        assert "<script>alert" not in page, address
        assert "<img src=x" not in page, address
        policy = answer.headers["Content-Security-Policy"]
        assert "unsafe" not in policy, address
        assert answer.headers["X-Frame-Options"] in ("DENY", "SAMEORIGIN"), address
        assert "frame-ancestors" in policy, address
    about = client_of(cast.superior).get(url("record", cast.person)).content.decode()
    assert "<script>alert" not in about


def test_a_file_name_cannot_write_into_a_header(cast: Cast) -> None:
    client = client_of(cast.person)
    client.post(url("head", cast.person), {"employee": 'E"; x="\r\nSet-Cookie: a=b', "name": "Person"})
    answer = client.get(f"/people/{cast.person.key}/record/export/json/")
    assert answer.status_code == 200
    said = answer.headers["Content-Disposition"]
    assert not {"\r", "\n"} & set(said)
    assert said.count('"') in (0, 2)


def test_the_trail_tells_administrators_nothing_that_is_on_record(cast: Cast) -> None:
    wish = Wish(list="mentoring", body={"whom": "Somebody by name", "since": "2020-04"})
    change_record(record_of(cast.person), [wish], author=cast.person, kind="added", reason="For a client by name")
    client_of(cast.person).post(
        f"/people/{cast.person.key}/passport/links/new/", {"purpose": "To a rival by name", "days": 5, "state": "live"}
    )
    told = "".join(f"{each.subject} {each.reason} {each.detail}" for each in Event.objects.all())
    page = text_of(client_of(cast.administrator).get("/administration/trail/"))
    assert "by name" not in told + page


@pytest.fixture
def log(settings: LazySettings) -> Any:
    """Give what the log of a server would hold."""
    handler = logging.StreamHandler(io.StringIO())
    for name in settings.LOGGING["handlers"]["console"]["filters"]:
        assert settings.LOGGING["filters"][name]["()"] == f"{Quiet.__module__}.{Quiet.__name__}"
        handler.addFilter(Quiet())
    logging.getLogger().addHandler(handler)
    yield handler.stream
    logging.getLogger().removeHandler(handler)


def test_what_opens_something_by_itself_is_not_in_the_log(
    cast: Cast, log: io.StringIO, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING, "django.request")  # also where an installation logs what is refused
    _person, secret = invite(Newcomer(email="new@example.com", name="New", language="en"), actor=cast.administrator)
    weak = Client().post(f"/welcome/{secret}/", {"password": "short", "again": "short"})
    assert weak.status_code == 422
    Client().get(f"/passport/{secret}/")
    Client().get(f"/sign-up/{secret}:1abc:{secret}/")
    Client().get("/nowhere/at/all/")
    said = log.getvalue()
    assert "/welcome/…/" in said
    assert "/nowhere/at/all/" in said
    assert secret not in said


def test_what_somebody_types_is_not_in_the_log(cast: Cast, log: io.StringIO) -> None:
    client = client_of(cast.person)
    client.post(url("engagement_new", cast.person), {**ENGAGEMENT, "title_en": "A secret client", "role": "boss"})
    client.get("/library/search/?q=A secret client")
    Client().post("/accounts/login/", {"login": "secret@example.com", "password": "A secret client"})
    assert "secret" not in log.getvalue().lower()
