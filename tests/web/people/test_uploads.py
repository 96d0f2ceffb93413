"""A request that holds too much is not read to its end, and is answered with a page."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from tests.web.cast import Cast, client_of

pytestmark = pytest.mark.django_db
TOO_LARGE = SimpleUploadedFile("a.pdf", b"%PDF-" + b"x" * 5000)


@pytest.mark.parametrize(("language", "words"), [("en", "This is too large"), ("ja", "大きすぎます")])
def test_a_file_that_is_too_large_is_answered_with_a_page(
    cast: Cast, settings: Settings, language: str, words: str
) -> None:
    settings.MOST_UPLOADED = 1000
    type(cast.person).objects.update(language=language)
    TOO_LARGE.seek(0)
    response = client_of(cast.person).post(f"/people/{cast.person.key}/record/import/", {"file": TOO_LARGE})
    assert response.status_code == 413
    assert words in response.content.decode()


def test_it_is_refused_before_the_form_is_known_to_be_ours(cast: Cast, settings: Settings) -> None:
    settings.MOST_UPLOADED = 1000
    TOO_LARGE.seek(0)
    client = Client(enforce_csrf_checks=True)
    client.get("/accounts/login/")
    assert client.post("/accounts/login/", {"file": TOO_LARGE}).status_code == 413


def test_what_fits_is_read(cast: Cast) -> None:
    TOO_LARGE.seek(0)
    response = client_of(cast.person).post(f"/people/{cast.person.key}/record/import/", {"file": TOO_LARGE})
    assert response.status_code == 422
