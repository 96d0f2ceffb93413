"""What does the trail show, and as what can it be taken along?"""

from __future__ import annotations

import csv
import io
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction
from django.test import Client

from kijun.web.audit.actions import note
from kijun.web.audit.models import Event
from tests.web.cast import Cast, client_of

pytestmark = pytest.mark.django_db
TOKYO = ZoneInfo("Asia/Tokyo")


@pytest.fixture
def client(cast: Cast) -> Client:
    Event.objects.all().delete()
    with transaction.atomic():
        note("superior.named", actor=cast.administrator, about=cast.person, detail={"before": "", "after": "Superior"})
        for day in (1, 2, 3):
            at = datetime(2026, 4, day, 0, 30, tzinfo=TOKYO)
            note("token.made", actor=cast.steward, about=cast.steward, subject="=HYPERLINK(1)", at=at)
    return client_of(cast.administrator)


def _rows(client: Client, **query: str) -> list[dict[str, str]]:
    answer = client.get("/administration/trail.csv", query)
    text = b"".join(answer.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    return list(csv.DictReader(io.StringIO(text)))


def test_events_are_said_in_words(client: Client) -> None:
    page = client.get("/administration/trail/").content.decode()
    assert "named a superior" in page
    assert "nobody → Superior" in page


def test_events_are_narrowed_by_person_act_and_day(client: Client) -> None:
    assert len(_rows(client)) == 4
    assert len(_rows(client, who="person")) == 1
    assert len(_rows(client, action="token.made")) == 3
    days = _rows(client, since="2026-04-02", until="2026-04-02")
    assert [row["at"] for row in days] == ["2026-04-02T00:30:00+09:00"]


def test_a_day_that_is_none_is_told(client: Client) -> None:
    answer = client.get("/administration/trail/", {"since": "yesterday"})
    assert answer.status_code == 422
    assert "has-error" in answer.content.decode()
    assert _rows(client, since="yesterday") == []


def test_nothing_found_says_what_to_do(client: Client) -> None:
    assert "Nothing is found" in client.get("/administration/trail/", {"who": "zzz"}).content.decode()


def test_a_spreadsheet_takes_nothing_for_a_formula(client: Client) -> None:
    assert {row["subject"] for row in _rows(client, action="token.made")} == {"'=HYPERLINK(1)"}


def test_the_trail_is_only_read(client: Client) -> None:
    assert client.post("/administration/trail/").status_code == 405
    assert client.post("/administration/trail.csv").status_code == 405
