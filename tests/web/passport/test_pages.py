"""Do the pages of a passport answer to the right people, in both languages, whatever is asked of them?"""

from __future__ import annotations

import json
import re
import shlex
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone

from kijun.web.accounts.models import User
from kijun.web.people.queries import plain_of
from tests.cli.command import Kijun
from tests.web.cast import Cast, client_of, give_record, record_of
from tests.web.passport.drawn import HARDWARE, edit_engagement, everything, give_link, own, pdf_text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("without_fonts")]
PAGES = ("passport", "page", "pdf", "file", "links", "link_new")
GIVEN_AWAY = tuple(name for name in PAGES if name != "page")
Bounded = Callable[[int], object]


def speak(user: User, language: str) -> Client:
    user.language = language
    user.save()
    return client_of(user)


@pytest.mark.parametrize("name", PAGES)
def test_the_person_sees_it(cast: Cast, name: str) -> None:
    give_record(cast.person)
    assert client_of(cast.person).get(own(name, cast.person)).status_code == 200


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("role", ["outsider", "administrator", "steward", "other_assessor"])
def test_who_may_not_see_the_record_is_told_of_no_page(cast: Cast, role: str, name: str) -> None:
    assert client_of(getattr(cast, role)).get(own(name, cast.person)).status_code == 404


@pytest.mark.parametrize("role", ["superior", "assessor"])
def test_a_superior_and_an_assessor_read_the_passport_and_give_it_to_nobody(cast: Cast, role: str) -> None:
    client = client_of(getattr(cast, role))
    assert client.get(own("page", cast.person)).status_code == 200
    assert [client.get(own(name, cast.person)).status_code for name in GIVEN_AWAY] == [403] * len(GIVEN_AWAY)
    assert client.post(own("link_new", cast.person), {"purpose": "x", "days": "1"}).status_code == 403


@pytest.mark.parametrize("name", PAGES)
def test_nobody_sees_it_without_signing_in(cast: Cast, name: str) -> None:
    assert Client().get(own(name, cast.person)).status_code == 302


@pytest.mark.parametrize("name", [name for name in PAGES if name != "link_new"])
def test_what_is_only_read_takes_nothing(cast: Cast, name: str) -> None:
    assert client_of(cast.person).post(own(name, cast.person)).status_code == 405


@pytest.mark.parametrize("name", ["passport", "page", "pdf", "file"])
@pytest.mark.parametrize(
    "query", ["languages=fr", "field=none", "level=99", "edition=none", "on=someday", "mask=none:title"]
)
def test_what_is_not_there_cannot_be_asked_for(cast: Cast, name: str, query: str) -> None:
    give_record(cast.person)
    answer = client_of(cast.person).get(f"{own(name, cast.person)}?{query}")
    assert answer.status_code == 422
    assert 'class="notice error"' in answer.content.decode()


def test_a_link_is_made_only_of_what_can_be_shown(cast: Cast) -> None:
    client, address = client_of(cast.person), f"{own('link_new', cast.person)}?level=99"
    assert client.get(address, follow=True).status_code == 422


@pytest.mark.parametrize("name", PAGES)
def test_an_empty_record_has_a_passport_that_says_so(cast: Cast, name: str) -> None:
    assert client_of(cast.person).get(own(name, cast.person)).status_code == 200


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ja", ("スキルパスポート", "事実を伏せる", "PDFで保存")),
        ("en", ("Skill passport", "Keep facts back", "Save as PDF")),
    ],
)
def test_the_choices_are_told_in_the_language_of_the_page(cast: Cast, language: str, words: tuple[str, ...]) -> None:
    give_record(cast.person)
    said = speak(cast.person, language).get(own("passport", cast.person)).content.decode()
    assert [word for word in words if word not in said] == []


@pytest.mark.parametrize(
    ("asked", "has"),
    [
        ("languages=ja", ("スキルパスポート",)),
        ("languages=en", ("Skill passport",)),
        ("languages=both", ("スキルパスポート", "Skill passport")),
        ("languages=en&on=2016-04-01", ("1 April 2016",)),
        (f"languages=en&field={HARDWARE}&level=6", (f"--field {HARDWARE} --level 6",)),
        ("languages=en&edition=itss/v3-2008", ("--edition itss/v3-2008",)),
    ],
)
def test_the_passport_is_the_one_that_is_asked_for(cast: Cast, asked: str, has: tuple[str, ...]) -> None:
    give_record(cast.person)
    client = client_of(cast.person)
    page = client.get(f"{own('page', cast.person)}?{asked}").content.decode()
    assert [each for each in has if each not in page] == []
    pdf = pdf_text(client.get(f"{own('pdf', cast.person)}?{asked}"))
    assert [each for each in has if re.sub(r"\s+", "", each) not in pdf] == []


def test_without_a_day_it_is_as_of_today(cast: Cast) -> None:
    page = client_of(cast.person).get(own("page", cast.person)).content.decode()
    assert f'datetime="{timezone.localdate().isoformat()}"' in page


def test_the_page_can_do_nothing_but_show_itself(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()  # with its fonts
    give_record(cast.person)
    answer = client_of(cast.person).get(own("page", cast.person))
    policy, html = answer.headers["Content-Security-Policy"], answer.content.decode()
    (style,) = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}';" in policy
    assert policy.startswith("default-src 'none';")
    assert "sandbox" in policy
    assert "frame-ancestors 'self'" in policy
    assert "unsafe" not in policy
    assert "script-src" not in policy
    assert re.findall(r"<script|style=|\son\w+=|https?://(?!www\.w3\.org)", html) == []
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_the_name_of_a_file_tells_only_the_day(cast: Cast) -> None:
    client = client_of(cast.person)
    for name, kind in (("pdf", "pdf"), ("file", "html")):
        answer = client.get(f"{own(name, cast.person)}?on=2026-04-01")
        assert answer.headers["Content-Disposition"] == f'attachment; filename="passport-2026-04-01.{kind}"'


@pytest.mark.parametrize("kind", ["pdf", "html"])
def test_the_command_that_it_prints_makes_the_same_file_of_the_exported_record(
    cast: Cast, kind: str, kijun: Kijun, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    give_record(cast.person)
    asked = f"languages=both&field={HARDWARE}&level=6&on=2026-04-01&mask=all:customers"
    answer = client_of(cast.person).get(f"{own('file' if kind == 'html' else 'pdf', cast.person)}?{asked}")
    page = client_of(cast.person).get(f"{own('file', cast.person)}?{asked}").content.decode()
    found = re.search(r"<code>(kijun [^<]+)</code>", page)
    assert found
    Path("RECORD").write_text(json.dumps(plain_of(record_of(cast.person))), encoding="utf-8")
    command = found.group(1).replace("passport.html", f"passport.{kind}")
    assert kijun(*shlex.split(command)[1:]).code == 0
    assert Path(f"passport.{kind}").read_bytes() == answer.content


def test_a_letter_that_no_font_has_is_told_with_its_place_and_there_is_no_pdf(cast: Cast) -> None:
    give_record(cast.person)
    edit_engagement(cast.person, "store-tills", title={"ja": "レジ😀", "en": "Tills 😀"})
    client = client_of(cast.person)
    for name, status in (("passport", 200), ("pdf", 422)):
        answer = client.get(own(name, cast.person))
        assert answer.status_code == status
        assert "U+1F600" in answer.content.decode()
        assert f"/people/{cast.person.key}/record" in answer.content.decode()
    assert "😀" in everything(client.get(own("page", cast.person)))


@pytest.mark.parametrize(
    ("name", "most"), [("passport", 14), ("page", 14), ("pdf", 14), ("file", 14), ("links", 10), ("link_new", 14)]
)
def test_a_page_asks_the_database_a_few_times(
    cast: Cast, name: str, most: int, django_assert_max_num_queries: Bounded
) -> None:
    give_record(cast.person)
    for _ in range(20):
        give_link(cast.person)
    client = client_of(cast.person)
    with django_assert_max_num_queries(most):  # type: ignore[attr-defined]
        client.get(own(name, cast.person))
