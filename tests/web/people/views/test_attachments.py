"""Files stand behind entries; whoever may see the record loads them down, and nothing of them runs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django import DjangoAssertNumQueries, Settings

from kijun.web.people.models import Entry, Revision
from tests.web.cast import Cast, client_of, give_record, record_of

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7 certificate"


@pytest.fixture(autouse=True)
def _folder(settings: Settings, tmp_path: Path) -> None:
    settings.ATTACHMENTS = tmp_path / "attachments"


@pytest.fixture
def at(cast: Cast) -> str:
    give_record(cast.person)
    return f"/people/{cast.person.key}/record/"


def entry_of(cast: Cast, list_: str = "engagements") -> Entry:
    return Entry.objects.filter(record=record_of(cast.person), list=list_)[0]


def hand_in(cast: Cast, at: str, *, who: Any = None, data: bytes = PDF, name: str = "合格証.pdf") -> Any:
    url = f"{at}entries/{entry_of(cast).key}/files/"
    sent = {"file": SimpleUploadedFile(name, data), "note": "Passed at the first try"}
    return client_of(who or cast.person).post(url, sent)


def test_a_file_is_attached_shown_and_loaded_down(cast: Cast, at: str) -> None:
    assert hand_in(cast, at).status_code == 302
    entry = Entry.objects.get(list="attachments")
    assert entry.body == {
        "entry": entry_of(cast).key,
        "name": "合格証.pdf",
        "media_type": "application/pdf",
        "size": len(PDF),
        "sha256": entry.body["sha256"],
        "note": "Passed at the first try",
    }
    client = client_of(cast.person)
    for page in (f"{at}files/", f"{at}entries/{entry_of(cast).key}/files/"):
        assert "合格証.pdf" in client.get(page).content.decode()
    for reader in (cast.person, cast.superior, cast.assessor):
        response = client_of(reader).get(f"{at}files/{entry.key}/")
        assert response.getvalue() == PDF
        assert response["Content-Type"] == "application/pdf"
        assert response["Content-Disposition"] == "attachment; filename*=utf-8''%E5%90%88%E6%A0%BC%E8%A8%BC.pdf"
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
        assert response["Cache-Control"] == "private, no-store"


def test_removing_can_be_undone(cast: Cast, at: str) -> None:
    hand_in(cast, at)
    entry = Entry.objects.get(list="attachments")
    client = client_of(cast.person)
    client.post(f"{at}files/{entry.key}/remove/")
    assert not Entry.objects.filter(list="attachments").exists()
    assert client.get(f"{at}files/{entry.key}/").status_code == 404
    number = Revision.objects.filter(record=record_of(cast.person)).latest("number").number
    client.post(f"{at}history/{number}/undo/")
    assert client.get(f"{at}files/{entry.key}/").getvalue() == PDF


def test_whoever_may_not_see_the_record_finds_nothing(cast: Cast, at: str) -> None:
    hand_in(cast, at)
    key = Entry.objects.get(list="attachments").key
    for who in (cast.outsider, cast.administrator, cast.steward, cast.other_assessor):
        client = client_of(who)
        for url in (f"{at}files/", f"{at}files/{key}/", f"{at}entries/{entry_of(cast).key}/files/"):
            assert client.get(url).status_code == 404
        assert client.post(f"{at}files/{key}/remove/").status_code == 404
        assert hand_in(cast, at, who=who).status_code == 404


def test_whoever_may_see_may_not_write(cast: Cast, at: str) -> None:
    hand_in(cast, at)
    key = Entry.objects.get(list="attachments").key
    for who in (cast.superior, cast.assessor):
        assert hand_in(cast, at, who=who).status_code == 403
        assert client_of(who).post(f"{at}files/{key}/remove/").status_code == 403
    assert Entry.objects.filter(list="attachments").count() == 1


def test_a_file_of_somebody_else_is_not_reached_through_ones_own_record(cast: Cast, at: str) -> None:
    hand_in(cast, at)
    key = Entry.objects.get(list="attachments").key
    assert client_of(cast.outsider).get(f"/people/{cast.outsider.key}/record/files/{key}/").status_code == 404


def test_no_other_entry_passes_for_a_file(cast: Cast, at: str) -> None:
    key = entry_of(cast).key
    assert client_of(cast.person).get(f"{at}files/{key}/").status_code == 404
    assert client_of(cast.person).post(f"{at}files/{key}/remove/").status_code == 404


@pytest.mark.parametrize("list_", ["ratings", "knowledge", "head"])
def test_no_file_stands_behind_what_is_no_evidence(cast: Cast, at: str, list_: str) -> None:
    assert client_of(cast.person).get(f"{at}entries/{entry_of(cast, list_).key}/files/").status_code == 404


def test_wrong_methods_are_refused(cast: Cast, at: str) -> None:
    hand_in(cast, at)
    key = Entry.objects.get(list="attachments").key
    client = client_of(cast.person)
    assert client.get(f"{at}files/{key}/remove/").status_code == 405
    assert client.post(f"{at}files/{key}/").status_code == 405
    assert client.put(f"{at}entries/{entry_of(cast).key}/files/").status_code == 405


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.html", b"<html>"), ("a.svg", b"<svg/>"), ("a.pdf", b"not a PDF"), ("a.pdf", b""), ("a.exe", b"MZ\x90\x00")],
)
def test_what_is_not_taken_is_said_at_the_field(cast: Cast, at: str, name: str, data: bytes) -> None:
    response = hand_in(cast, at, data=data, name=name)
    assert response.status_code == 422
    assert "id_file_error" in response.content.decode()
    assert not Entry.objects.filter(list="attachments").exists()


def test_a_file_that_is_too_large_says_how_large_it_may_be(
    cast: Cast, at: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kijun.web.people.forms.attachment.MOST_OF_A_FILE", 10)
    response = hand_in(cast, at)
    assert response.status_code == 422
    assert "at most 0 MB" in response.content.decode()


def test_a_name_with_a_way_in_it_is_its_last_part(cast: Cast, at: str) -> None:
    hand_in(cast, at, name="..\\..\\secret\u202e.pdf")
    assert Entry.objects.get(list="attachments").body["name"] == "secret.pdf"


def test_bytes_that_are_gone_are_not_found(cast: Cast, at: str, settings: Settings, tmp_path: Path) -> None:
    hand_in(cast, at)
    settings.ATTACHMENTS = tmp_path / "elsewhere"
    key = Entry.objects.get(list="attachments").key
    assert client_of(cast.person).get(f"{at}files/{key}/").status_code == 404


def test_the_pages_speak_both_languages(cast: Cast, at: str) -> None:
    for language, words in (("en", "No file is attached yet"), ("ja", "添付されたファイルはまだありません")):
        type(cast.person).objects.update(language=language)
        for url in (f"{at}files/", f"{at}entries/{entry_of(cast).key}/files/"):
            assert words in client_of(cast.person).get(url).content.decode()


def test_many_files_ask_no_more_of_the_database(
    cast: Cast, at: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(12):
        hand_in(cast, at, data=PDF + bytes([65 + number]))
    client = client_of(cast.person)
    with django_assert_max_num_queries(13):
        client.get(f"{at}files/")


def test_the_history_and_the_record_tell_of_files_in_words(cast: Cast, at: str) -> None:
    hand_in(cast, at)
    client = client_of(cast.person)
    page = client.get(f"{at}history/").content.decode()
    for said in ("合格証.pdf", "PDF", "20\xa0bytes"):
        assert said in page
    assert Entry.objects.get(list="attachments").body["sha256"] not in page
    page = client.get(at).content.decode()
    assert f"{at}entries/{entry_of(cast).key}/files/" in page
    assert ">Files 1<" in page
    assert ">Files 1<" in client_of(cast.superior).get(at).content.decode()
