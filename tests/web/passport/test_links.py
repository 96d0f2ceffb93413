"""Does a private link show the passport to whoever has it, for as long as the person wants, and is every opening told?"""

from __future__ import annotations

import logging
import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from kijun.web.accounts.digests import digest_of
from kijun.web.accounts.models import User
from kijun.web.audit.models import Event
from kijun.web.passport import public_views
from kijun.web.passport.actions import change_expiry, open_link, withdraw_link
from kijun.web.passport.making import Sheet, page_of
from kijun.web.passport.models import Link
from tests.web.cast import Cast, client_of, give_record
from tests.web.passport.drawn import Answer, edit_engagement, give_link, opened, own, public, secret_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("without_fonts")]
ASKED = {"purpose": "Interview", "days": "30", "state": "live", "hides_later": "on"}
OF_ONE = ("link", "link_page")
ACTS = ("link_expiry", "link_withdraw")


def end(link: Link) -> None:
    Link.objects.filter(pk=link.pk).update(expires_at=timezone.now() - timedelta(seconds=1))


def withdraw(link: Link) -> None:
    assert withdraw_link(link, actor=link.record.owner)


def close_account(link: Link) -> None:
    User.objects.filter(record=link.record).update(is_active=False)


def open_record_again(link: Link) -> None:
    link.record.opened_at = timezone.now()
    link.record.save()


def forget(link: Link) -> None:
    Link.objects.filter(pk=link.pk).delete()


def said(answer: Answer, secret: str) -> str:
    """Return a page without its own address and the value that guards its form."""
    return re.sub(r"\b\w{64}\b", "", answer.content.decode()).replace(secret, "")


def actions() -> list[str]:
    return list(Event.objects.filter(action__startswith="passport.").order_by("pk").values_list("action", flat=True))


def test_a_link_opens_the_passport_for_somebody_without_an_account(cast: Cast) -> None:
    give_record(cast.person)
    made = client_of(cast.person).post(own("link_new", cast.person), ASKED)
    secret = secret_in(made)
    page, pdf = opened(Client(), secret)
    assert "Person" in page.content.decode()
    assert pdf.content.startswith(b"%PDF")
    assert pdf.headers["Content-Disposition"] == 'attachment; filename="passport.pdf"'
    for answer in (page, pdf):
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["X-Robots-Tag"].startswith("noindex")
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert answer.cookies == {}
    assert "frame-ancestors 'none'" in page.headers["Content-Security-Policy"]


def test_the_secret_is_told_once_and_only_its_digest_is_kept(cast: Cast) -> None:
    client = client_of(cast.person)
    made = client.post(own("link_new", cast.person), ASKED)
    secret, link = secret_in(made), Link.objects.get()
    assert made.headers["Cache-Control"] == "private, no-store"
    assert link.digest == digest_of(secret)
    assert secret not in repr(Link.objects.values()) + repr(Event.objects.values())
    for address in (own("links", cast.person), own("link", cast.person, key=link.key)):
        assert secret not in client.get(address).content.decode()


@pytest.mark.parametrize("becomes", [end, withdraw, close_account, open_record_again, forget])
def test_a_link_that_shows_nothing_gives_one_answer_for_whatever_reason(cast: Cast, becomes: object) -> None:
    link, secret = give_link(cast.person)
    assert callable(becomes)
    becomes(link)
    for kind in ("page", "pdf"):
        never = Client().get(public("A" * 43, kind))
        answer = Client().get(public(secret, kind))
        assert answer.status_code == never.status_code == 404
        assert said(answer, secret) == said(never, "A" * 43)
        assert dict(answer.headers) == dict(never.headers)
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert answer.headers["X-Robots-Tag"].startswith("noindex")
    assert not Event.objects.filter(action="passport.opened").exists()


@pytest.mark.parametrize(("language", "word"), [("ja", "このリンクは無効です"), ("en", "This link is not valid")])
def test_that_a_link_is_not_valid_is_said_in_the_language_of_the_reader(cast: Cast, language: str, word: str) -> None:
    answer = Client(headers={"accept-language": language}).get(public("A" * 43))
    assert word in answer.content.decode()


def test_no_secret_comes_into_the_log(cast: Cast, caplog: pytest.LogCaptureFixture) -> None:
    _, secret = give_link(cast.person)
    with caplog.at_level(logging.DEBUG):
        for kind in ("page", "pdf"):
            Client().get(public(secret, kind))
            Client().get(public("A" * 43, kind))
    assert secret not in caplog.text
    assert "A" * 43 not in caplog.text


def test_every_opening_is_counted_and_told_without_who_it_was(cast: Cast) -> None:
    link, secret = give_link(cast.person)
    opened(Client(headers={"user-agent": "Told"}, REMOTE_ADDR="203.0.113.7"), secret)
    link.refresh_from_db()
    assert link.opened == 2
    events = Event.objects.filter(action="passport.opened")
    assert [each.detail["kind"] for each in events.order_by("pk")] == ["html", "pdf"]
    assert link.last_opened_at == events.latest("at").at
    for event in events:
        assert (event.actor, event.actor_name, event.about) == (None, "", cast.person)
        assert "203.0.113.7" not in repr(vars(event))
        assert "Told" not in repr(vars(event))
    assert "2 times" in client_of(cast.person).get(own("links", cast.person)).content.decode()


def test_an_opening_that_cannot_be_told_is_not_counted(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    link, _ = give_link(cast.person)

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("kijun.web.passport.actions.note", fail)
    with pytest.raises(RuntimeError):
        open_link(link, kind="html")
    link.refresh_from_db()
    assert link.opened == 0


def test_a_link_that_is_withdrawn_while_it_is_drawn_shows_nothing(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    link, secret = give_link(cast.person)

    def withdraw_meanwhile(sheet: Sheet) -> str:
        withdraw(link)
        return page_of(sheet)

    monkeypatch.setattr(public_views, "page_of", withdraw_meanwhile)
    assert Client().get(public(secret)).status_code == 404


def test_withdrawing_is_final(cast: Cast) -> None:
    client, (link, secret) = client_of(cast.person), give_link(cast.person)
    client.post(own("link_withdraw", cast.person, key=link.key))
    client.post(own("link_withdraw", cast.person, key=link.key))
    client.post(own("link_expiry", cast.person, key=link.key), {"days": "10"})
    assert Client().get(public(secret)).status_code == 404
    assert actions() == ["passport.link_made", "passport.link_withdrawn"]


def test_a_link_that_is_over_can_be_opened_again_with_a_new_day(cast: Cast) -> None:
    link, secret = give_link(cast.person)
    end(link)
    client_of(cast.person).post(own("link_expiry", cast.person, key=link.key), {"days": "10"})
    assert Client().get(public(secret)).status_code == 200
    assert actions() == ["passport.link_made", "passport.link_changed", "passport.opened"]


@pytest.mark.parametrize("days", ["0", "366", "-1", "x", ""])
def test_a_link_is_good_for_a_day_to_a_year(cast: Cast, days: str) -> None:
    client, (link, _) = client_of(cast.person), give_link(cast.person)
    assert client.post(own("link_new", cast.person), {**ASKED, "days": days}).status_code == 422
    assert client.post(own("link_expiry", cast.person, key=link.key), {"days": days}).status_code == 422
    assert Link.objects.count() == 1
    with pytest.raises(AssertionError):
        change_expiry(link, expires_at=timezone.now() + timedelta(days=366), actor=cast.person)


@pytest.mark.parametrize("wrong", [{"purpose": ""}, {"purpose": "x" * 121}, {"state": "other"}])
def test_a_form_with_something_wrong_makes_no_link(cast: Cast, wrong: dict[str, str]) -> None:
    answer = client_of(cast.person).post(own("link_new", cast.person), {**ASKED, **wrong})
    assert answer.status_code == 422
    assert 'class="notice error"' in answer.content.decode()
    assert not Link.objects.exists()


@pytest.mark.parametrize("role", ["outsider", "administrator", "superior", "assessor"])
def test_nobody_else_sees_or_changes_a_link(cast: Cast, role: str) -> None:
    link, _ = give_link(cast.person)
    client, refusal = client_of(getattr(cast, role)), 403 if role in {"superior", "assessor"} else 404
    for name in OF_ONE:
        assert client.get(own(name, cast.person, key=link.key)).status_code == refusal
    for name in ACTS:
        assert client.post(own(name, cast.person, key=link.key), {"days": "1"}).status_code == refusal
    assert actions() == ["passport.link_made"]


def test_the_link_of_somebody_else_is_not_found_among_ones_own(cast: Cast) -> None:
    link, _ = give_link(cast.outsider)
    client = client_of(cast.person)
    assert [client.get(own(name, cast.person, key=link.key)).status_code for name in OF_ONE] == [404, 404]
    assert [client.post(own(name, cast.person, key=link.key)).status_code for name in ACTS] == [404, 404]


def test_wrong_methods_are_refused(cast: Cast) -> None:
    link, secret = give_link(cast.person)
    client = client_of(cast.person)
    assert [client.get(own(name, cast.person, key=link.key)).status_code for name in ACTS] == [405, 405]
    assert [client.post(own(name, cast.person, key=link.key)).status_code for name in OF_ONE] == [405, 405]
    assert [Client().post(public(secret, kind)).status_code for kind in ("page", "pdf")] == [405, 405]


def test_the_person_sees_what_is_kept_back_of_engagements_to_come(cast: Cast) -> None:
    hides, lets = give_link(cast.person)[0], give_link(cast.person, later=frozenset())[0]
    shown = [
        client_of(cast.person).get(own("link", cast.person, key=each.key)).content.decode() for each in (hides, lets)
    ]
    assert ["title, customers, amounts, sites, conditions" in each for each in shown] == [True, False]


def test_looking_at_what_a_link_shows_does_not_count_as_opening_it(cast: Cast) -> None:
    link, _ = give_link(cast.person)
    assert client_of(cast.person).get(own("link_page", cast.person, key=link.key)).status_code == 200
    link.refresh_from_db()
    assert link.opened == 0


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ja", ("有効", "まだ開かれていません", "期限を変える")),
        ("en", ("can be opened", "not opened yet", "Change the day")),
    ],
)
def test_a_link_is_told_in_the_language_of_the_page(cast: Cast, language: str, words: tuple[str, ...]) -> None:
    link, _ = give_link(cast.person)
    cast.person.language = language
    cast.person.save()
    said = client_of(cast.person).get(own("link", cast.person, key=link.key)).content.decode()
    assert [word for word in words if word not in said] == []


def test_the_way_to_the_pdf_stands_in_the_language_of_the_passport(cast: Cast) -> None:
    _, secret = give_link(cast.person)
    said = Client(headers={"accept-language": "en"}).get(public(secret)).content.decode()
    assert '<a href="passport.pdf">PDFで保存</a>' in said


def test_a_letter_without_a_glyph_leaves_the_page_and_no_hint_which_one(cast: Cast) -> None:
    give_record(cast.person)
    edit_engagement(cast.person, "store-tills", title={"ja": "レジ😀", "en": "Tills 😀"})
    link, secret = give_link(cast.person)
    assert "passport.pdf" not in Client().get(public(secret)).content.decode().partition("<main>")[0]
    answer = Client().get(public(secret, "pdf"))
    assert answer.status_code == 422
    assert "😀" not in answer.content.decode()
    link.refresh_from_db()
    assert link.opened == 1


def test_an_edition_that_is_gone_shows_nothing_and_the_person_is_told(cast: Cast) -> None:
    link, secret = give_link(cast.person)
    Link.objects.filter(pk=link.pk).update(edition="own/gone")
    assert Client().get(public(secret)).status_code == 404
    assert "shows nothing" in client_of(cast.person).get(own("link", cast.person, key=link.key)).content.decode()


def test_the_trail_says_what_was_done_and_not_what_the_link_is_for(cast: Cast) -> None:
    client = client_of(cast.person)
    client.post(own("link_new", cast.person), {**ASKED, "purpose": "For Tsubame Trading"})
    assert "Tsubame" not in repr(Event.objects.values())


def test_a_link_asks_the_database_a_few_times(cast: Cast, django_assert_max_num_queries: object) -> None:
    give_record(cast.person)
    _, secret = give_link(cast.person)
    assert callable(django_assert_max_num_queries)
    for kind in ("page", "pdf"):
        with django_assert_max_num_queries(12):
            Client().get(public(secret, kind))
