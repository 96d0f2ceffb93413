"""Whoever a record is about takes out all that is kept about them, and nobody else does."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from kijun.catalogue.yaml_tree import parse_tree
from kijun.web.accounts.models import User
from kijun.web.audit.models import Event
from kijun.web.people.actions import Wish, change_record
from kijun.web.people.models import Entry
from kijun.web.people.signals import collecting_own_data
from tests.web.cast import Cast, client_of, give_record, plain_example, record_of

pytestmark = pytest.mark.django_db


def at(cast: Cast, form: str = "") -> str:
    return f"/people/{cast.person.key}/record/export/{form}"


def archive_of(client: Client, cast: Cast) -> zipfile.ZipFile:
    response = client.get(at(cast, "zip/"))
    assert response["Content-Type"] == "application/zip"
    return zipfile.ZipFile(io.BytesIO(response.getvalue()))


def test_the_record_comes_out_in_the_order_of_the_format(cast: Cast) -> None:
    give_record(cast.person)
    client = client_of(cast.person)
    tree = parse_tree(client.get(at(cast, "yaml/")).content.decode(), "me.yaml")
    assert not isinstance(tree, list)
    assert not tree.problems
    as_json = json.loads(client.get(at(cast, "json/")).content)
    assert tree.root == as_json
    assert list(as_json) == [key for key in plain_example() if key not in ("team", "complete", "$schema")]
    assert as_json["engagements"] == plain_example()["engagements"]


@pytest.mark.parametrize("form", ["yaml", "json", "xlsx"])
def test_a_file_is_for_its_owner_to_keep(cast: Cast, form: str) -> None:
    response = client_of(cast.person).get(at(cast, f"{form}/"))
    assert response["Content-Disposition"] == f'attachment; filename="record-E-{cast.person.pk}.{form}"'
    assert response["Cache-Control"] == "private, no-store"
    event = Event.objects.get(action="record.exported")
    assert (event.about, event.detail) == (cast.person, {"form": form})


def test_everything_about_somebody_is_in_one_archive(cast: Cast, settings: Settings, tmp_path: Path) -> None:
    settings.ATTACHMENTS = tmp_path
    give_record(cast.person)
    client = client_of(cast.person)
    entry = Entry.objects.filter(record=record_of(cast.person), list="engagements")[0]
    for name in ("証明書.pdf", "証明書.pdf"):
        file = SimpleUploadedFile(name, b"%PDF-1.7")
        client.post(f"/people/{cast.person.key}/record/entries/{entry.key}/files/", {"file": file})
    waits = {"item": "customer-service/hardware/technology", "level": 5, "by": "superior", "day": "2026-04-01"}
    change_record(
        record_of(cast.person), [Wish(list="ratings", body=waits, awaits="superior")], author=cast.person, kind="added"
    )
    with archive_of(client, cast) as archive:
        names = archive.namelist()
        files = [name for name in names if name.startswith("attachments/")]
        assert len(set(files)) == 2
        assert archive.read(files[0]) == b"%PDF-1.7"
        told = {name: json.loads(archive.read(name)) for name in names if name.endswith(".json")}
    assert told["record.json"]["engagements"] == plain_example()["engagements"]
    assert [each["body"] for each in told["waiting.json"]] == [waits]
    assert [each["body"]["name"] for each in told["attachments.json"]] == ["証明書.pdf"] * 2
    assert [each["number"] for each in told["history.json"]] == [1, 2, 3, 4, 5]
    assert told["account.json"]["consents"][0]["notice"]
    assert {each["role"] for each in told["account.json"]["appointments"]} == {"superior", "assessor"}
    assert "record.imported" in {each["action"] for each in told["events.json"]}
    everything = json.dumps(told)
    assert "password" not in everything
    assert "digest" not in everything


def test_a_slice_above_adds_what_it_keeps(cast: Cast) -> None:
    def keeps(sender: object, person: User, **_: Any) -> tuple[str, object]:
        return "kept-elsewhere", [{"of": person.name}]

    collecting_own_data.connect(keeps)
    try:
        with archive_of(client_of(cast.person), cast) as archive:
            assert json.loads(archive.read("kept-elsewhere.json")) == [{"of": "Person"}]
    finally:
        collecting_own_data.disconnect(keeps)


def test_a_person_who_leads_nobody_and_has_nothing_gets_an_archive_all_the_same(cast: Cast) -> None:
    with archive_of(client_of(cast.person), cast) as archive:
        assert json.loads(archive.read("record.json")) == {"employee": f"E-{cast.person.pk}", "name": "Person"}


@pytest.mark.parametrize(
    ("who", "status"), [("superior", 403), ("assessor", 403), ("outsider", 404), ("administrator", 404)]
)
def test_nobody_else_takes_it_out(cast: Cast, who: str, status: int) -> None:
    for form in ("", "yaml/", "json/", "xlsx/", "zip/"):
        assert client_of(cast.each()[who]).get(at(cast, form)).status_code == status
    assert not Event.objects.filter(action="record.exported").exists()


def test_another_form_is_not_found_and_another_method_refused(cast: Cast) -> None:
    assert client_of(cast.person).get(at(cast, "exe/")).status_code == 404
    assert client_of(cast.person).post(at(cast, "zip/")).status_code == 405


def test_the_page_says_what_is_in_which_file_in_both_languages(cast: Cast) -> None:
    for language, words in (("en", "Everything about me"), ("ja", "自分に関するすべて")):
        type(cast.person).objects.update(language=language)
        assert words in client_of(cast.person).get(at(cast)).content.decode()


def test_the_archive_asks_no_more_for_a_longer_history(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    give_record(cast.person)
    for number in range(10):
        body = {"whom": str(number), "since": "2020-04-01"}
        change_record(record_of(cast.person), [Wish(list="mentoring", body=body)], author=cast.person, kind="added")
    client = client_of(cast.person)
    with django_assert_max_num_queries(28):
        archive_of(client, cast).close()
