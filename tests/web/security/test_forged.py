"""What no form sends is refused where it comes in: nothing of it reaches the record, and nobody gets an error of ours."""

from __future__ import annotations

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from kijun.web.accounts.models import User
from kijun.web.passport.models import Link
from kijun.web.people.actions import Wish, change_record, keep_draft
from kijun.web.people.models import Draft, Entry, Revision
from tests.web.cast import Cast, client_of, give_record, record_of
from tests.web.people.typed import ENGAGEMENT, url

pytestmark = pytest.mark.django_db
MANY_DIGITS = "9" * 5000
"""More than Python makes a number of."""


@pytest.fixture
def client(cast: Cast) -> Client:
    give_record(cast.person)
    return client_of(cast.person)


def test_a_number_of_thousands_of_digits_is_no_revision(cast: Cast, client: Client) -> None:
    entry = Entry.objects.filter(record=record_of(cast.person), list="mentoring").first()
    assert entry
    head = {"employee": "E-1", "name": "Person", "based_on": MANY_DIGITS}
    assert client.post(url("head", cast.person), head).status_code == 302
    assert client.post(url("remove", cast.person, key=entry.key), {"based_on": MANY_DIGITS}).status_code == 302


def test_a_list_that_there_is_not_cannot_be_complete(cast: Cast, client: Client) -> None:
    assert client.post(url("complete", cast.person), {"complete": ["engagements", "secrets"]}).status_code == 422


@pytest.mark.parametrize("address", ["accounts:consent", "accounts:language", "accounts:theme"])
@pytest.mark.parametrize(
    "wanted",
    [
        "home",
        "accounts:settings",
        "x",
        "²",
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "///evil.example",
        "javascript:alert(1)",
        "\\\\evil.example",
        "/\t/evil.example",
        "http:evil.example",
        MANY_DIGITS,
    ],
)
def test_the_way_back_leads_to_a_path_of_ours_and_nowhere_else(
    cast: Cast, client: Client, address: str, wanted: str
) -> None:
    answer = client.post(reverse(address), {"next": wanted, "language": "en", "theme": "dark"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")


@pytest.mark.parametrize(
    "wanted", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"]
)
def test_the_sign_in_leads_nowhere_else(cast: Cast, wanted: str) -> None:
    cast.person.set_password("a long walk by the river")
    cast.person.save()
    answer = Client().post(
        "/accounts/login/", {"login": "person@example.com", "password": "a long walk by the river", "next": wanted}
    )
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")


@pytest.mark.parametrize("wanted", ["https://evil.example/", "//evil.example", "/\\evil.example"])
def test_a_saved_form_leads_nowhere_else(cast: Cast, client: Client, wanted: str) -> None:
    answer = client.post(
        url("engagement_new", cast.person), {**ENGAGEMENT, "back": wanted}, headers={"HX-Request": "1"}
    )
    assert answer.headers["HX-Redirect"].startswith(f"/people/{cast.person.key}/")


def test_half_a_letter_in_a_draft_is_kept_as_a_mark(cast: Cast, client: Client) -> None:
    sent = json.dumps({"answers": [["title_en", "a\ud800b\x00c"]]})
    address = f"{url('draft', cast.person)}?form=engagements-new"
    assert client.post(address, sent, content_type="application/json").status_code == 200
    assert client.post(address, {"title_en": "a\x00c"}).status_code == 200
    assert Draft.objects.get().body == {"answers": [["title_en", "ac"]]}


@pytest.mark.parametrize("where", ["/people/claims/?page=%00", "/library/search/?q=a%00b", "/library/%00/"])
def test_an_address_with_a_nul_cannot_be_read(client: Client, where: str) -> None:
    assert client.get(where).status_code == 400


def test_keys_of_another_record_open_nothing(cast: Cast) -> None:
    """Everything that stands in an address beside the person is looked for in that person's record only."""
    give_record(cast.person)
    outsider = client_of(cast.outsider)
    own = cast.outsider
    theirs = record_of(cast.person)
    change_record(
        theirs,
        [
            Wish(
                list="attachments",
                body={"entry": "x", "name": "a.pdf", "media_type": "application/pdf", "size": 1, "sha256": "0" * 64},
            )
        ],
        author=cast.person,
        kind="added",
    )
    for list_ in ("engagements", "mentoring", "ratings", "attachments"):
        entry = Entry.objects.filter(record=theirs, list=list_).first()
        assert entry
        for name in ("engagement", "entry", "entry_history", "attachments", "attachment", "claim"):
            assert outsider.get(url(name, own, key=entry.key)).status_code == 404, name
        for name in ("engagement", "entry", "remove", "attachment_remove", "attachments", "claim"):
            assert outsider.post(url(name, own, key=entry.key), {"file": "x"}).status_code == 404, name
        assert outsider.post(f"/people/{own.key}/skills/entries/{entry.key}/remove/").status_code == 404
        assert outsider.post(f"/people/{own.key}/skills/entries/{entry.key}/decide/").status_code == 404
        copied = outsider.get(url("engagement_new", own), {"copy": entry.key})
        assert copied.context["form"].kept == {}
    number = theirs.number
    assert number > record_of(own).number
    for name in ("undo", "decision_undo"):
        assert outsider.post(url(name, own, number=number)).status_code == 404
    keep_draft(theirs, author=cast.person, form="engagements-new", body={"answers": [["title_en", "Secret title"]]})
    page = outsider.get(f"{url('engagement_new', own)}?draft=continue").content.decode()
    assert "Secret title" not in page
    assert Revision.objects.filter(record=record_of(own)).count() == 1


def test_links_and_plans_of_another_record_open_nothing(cast: Cast) -> None:
    give_record(cast.person)
    client_of(cast.person).post(
        f"/people/{cast.person.key}/passport/links/new/", {"purpose": "p", "days": 5, "state": "live"}
    )
    link = Link.objects.get()
    outsider, own = client_of(cast.outsider), cast.outsider.key
    for then in ("", "page/"):
        assert outsider.get(f"/people/{own}/passport/links/{link.key}/{then}").status_code == 404
    for then in ("expiry/", "withdraw/"):
        assert outsider.post(f"/people/{own}/passport/links/{link.key}/{then}", {"days": 9}).status_code == 404
    link.refresh_from_db()
    assert link.withdrawn_at is None
    assert outsider.get(f"/passport/{link.key}/").status_code == 404, "the key is not the secret"


def test_an_account_form_changes_what_it_asks_for_and_no_office(cast: Cast, client: Client) -> None:
    forged = {"is_administrator": "on", "is_assessor": "on", "is_steward": "on", "email": "a@example.com", "key": "abc"}
    client.post(
        "/settings/", {"name": "Person", "language": "en", "time_zone": "Asia/Tokyo", "theme": "dark", **forged}
    )
    person = User.objects.get(pk=cast.person.pk)
    assert (person.theme, person.email, person.roles) == ("dark", "person@example.com", "")


def test_a_file_with_more_entries_than_anybody_has_is_not_taken(cast: Cast, client: Client) -> None:
    many = [{"whom": f"{number}", "since": "2020-01-01"} for number in range(5001)]
    plain = {"employee": "E-1", "name": "Person", "mentoring": many}
    answer = client.post(
        url("import", cast.person), {"file": SimpleUploadedFile("me.json", json.dumps(plain).encode())}
    )
    assert answer.status_code == 422
    assert "5,000" in answer.content.decode()
