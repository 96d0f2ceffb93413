"""A record that is erased is gone, and its owner begins anew."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks, Settings

from kijun.web.audit.models import Event
from kijun.web.people.models import Change, Draft, Entry, Record, Revision
from kijun.web.people.signals import record_erased
from tests.web.cast import Cast, client_of, give_record, record_of

pytestmark = pytest.mark.django_db
PASSWORD = "correct horse battery"  # of nobody


def at(cast: Cast) -> str:
    return f"/people/{cast.person.key}/record/erase/"


def erase(cast: Cast, **given: str) -> Any:
    return client_of(cast.person).post(at(cast), given)


def test_everything_of_a_record_goes_and_an_empty_one_is_there(cast: Cast) -> None:
    give_record(cast.person)
    old = record_of(cast.person)
    Draft.objects.create(author=cast.person, record=old, form="x", body={}, saved_at=old.opened_at)
    assert erase(cast, word="erase").status_code == 302
    opened = record_of(cast.person)
    assert opened.pk != old.pk
    assert [each.list for each in Entry.objects.filter(record=opened)] == ["head"]
    assert not Record.objects.filter(pk=old.pk).exists()
    assert not Revision.objects.filter(record=old.pk).exists()
    assert not Draft.objects.exists()
    page = client_of(cast.person).get(f"/people/{cast.person.key}/record/").content.decode()
    assert "Asakaze" not in page


def test_the_trail_keeps_that_it_was_done_and_nothing_of_what_was_in_it(cast: Cast) -> None:
    give_record(cast.person)
    erase(cast, word="erase")
    event = Event.objects.get(action="record.erased")
    assert (event.actor, event.about, event.reason, list(event.detail)) == (cast.person, cast.person, "", ["entries"])
    assert "Asakaze" not in str(list(Event.objects.values_list("detail", "reason", "subject")))


def test_nothing_offers_to_undo_it(cast: Cast) -> None:
    give_record(cast.person)
    client = client_of(cast.person)
    page = client.post(at(cast), {"word": "erase"}, follow=True).content.decode()
    assert "Your record was erased" in page
    assert "/undo/" not in page


def test_files_go_at_once_but_not_those_of_others(
    cast: Cast,
    settings: Settings,
    tmp_path: Path,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    settings.ATTACHMENTS = tmp_path
    for who in (cast.person, cast.outsider):
        give_record(who)
        entry = Entry.objects.filter(record=record_of(who), list="engagements")[0]
        for data in (b"%PDF-1.7 shared", b"%PDF-1.7 own " + who.name.encode()):
            url = f"/people/{who.key}/record/entries/{entry.key}/files/"
            client_of(who).post(url, {"file": SimpleUploadedFile("a.pdf", data)})
    with django_capture_on_commit_callbacks(execute=True):
        erase(cast, word="erase")
    left = {path.read_bytes() for path in tmp_path.glob("*/*")}
    assert left == {b"%PDF-1.7 shared", b"%PDF-1.7 own Outsider"}


def test_the_slices_above_hear_of_it_while_it_is_still_there(cast: Cast) -> None:
    give_record(cast.person)
    heard: list[int] = []

    def hears(sender: object, record: Record, **_: Any) -> None:
        heard.append(Change.objects.filter(revision__record=record).count())

    record_erased.connect(hears)
    try:
        erase(cast, word="erase")
    finally:
        record_erased.disconnect(hears)
    assert len(heard) == 1
    assert heard[0] > 0


@pytest.mark.parametrize("given", [{}, {"word": "yes"}, {"password": "anything"}])
def test_it_takes_the_word(cast: Cast, given: dict[str, str]) -> None:
    give_record(cast.person)
    number = record_of(cast.person).number
    assert erase(cast, **given).status_code == 422
    assert record_of(cast.person).number == number


def test_whoever_has_a_password_gives_it(cast: Cast) -> None:
    give_record(cast.person)
    cast.person.set_password(PASSWORD)
    cast.person.save()
    number = record_of(cast.person).number
    for wrong in ({"word": "erase"}, {"password": "wrong"}, {}):
        response = erase(cast, **wrong)
        assert response.status_code == 422
        assert PASSWORD not in response.content.decode()
    assert record_of(cast.person).number == number
    assert erase(cast, password=PASSWORD).status_code == 302
    assert record_of(cast.person).number == 1


def test_a_password_is_not_guessed_without_end(cast: Cast) -> None:
    cast.person.set_password(PASSWORD)
    cast.person.save()
    for _attempt in range(6):
        response = erase(cast, password="wrong")
    assert response.status_code == 429
    assert erase(cast, password=PASSWORD).status_code == 429
    assert Record.objects.filter(owner=cast.person, number=1).exists()


@pytest.mark.parametrize(
    ("who", "status"), [("superior", 403), ("assessor", 403), ("outsider", 404), ("administrator", 404)]
)
def test_nobody_else_erases(cast: Cast, who: str, status: int) -> None:
    client = client_of(cast.each()[who])
    assert client.get(at(cast)).status_code == status
    assert client.post(at(cast), {"word": "erase"}).status_code == status


def test_the_page_says_what_goes_and_what_stays_in_both_languages(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    give_record(cast.person)
    for language, words in (
        ("en", ("What goes", "What stays", "It cannot be undone", "Export everything first")),
        ("ja", ("消えるもの", "残るもの", "元に戻せません", "先にすべてを書き出す")),
    ):
        type(cast.person).objects.update(language=language)
        client = client_of(cast.person)
        with django_assert_max_num_queries(12):
            page = client.get(at(cast)).content.decode()
        assert all(each in page for each in words)
    assert client.put(at(cast)).status_code == 405
