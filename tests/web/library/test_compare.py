"""Do two editions stand side by side, with the differences marked and nothing else?"""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from django.test import Client

from kijun.framework.compare.comparison import Kind
from kijun.web.library.differences import comparison_of, home_of
from tests.web.cast import Cast, client_of
from tests.web.library.pages import Page

OLD, NEW = "itss/v3-2008", "itss/v3-2011"
CELL = "customer-service/hardware/5"
ITEM = "customer-service/hardware/skills/technology"


@pytest.fixture
def reader(cast: Cast) -> Client:
    return client_of(cast.outsider)


def shown(reader: Client, **asked: str) -> str:
    answer = reader.get("/library/compare/", {"old": OLD, "new": NEW, **asked})
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.django_db
def test_only_what_differs_in_a_cell_is_marked(reader: Client) -> None:
    html = shown(reader, path=CELL)
    assert "<del>3 times or more" in html
    assert "<ins>3 years or more at the complexity and size of level 5</ins>" in html
    assert "<ins>fault repair</ins>" in html
    assert not re.search(r"<(ins|del)>[^<]*hardware installation", html)
    assert not re.search(r"<(ins|del)>develops juniors", html)
    assert {"003:62", "002:140"} <= set(Page(html).text.split())


@pytest.mark.django_db
def test_a_difference_says_whether_it_is_harder_or_easier(reader: Client) -> None:
    text = Page(shown(reader, path=CELL)).text
    assert "fault repair, preventive maintenance of hardware, customer service management added easier" in text
    assert "hardware upkeep, hardware maintenance dropped harder" in text
    assert "technique of hardware service changed changes no verdict" in text


@pytest.mark.django_db
def test_what_is_alike_can_be_left_out(reader: Client) -> None:
    everything, differences = shown(reader, path=CELL), shown(reader, path=CELL, only="1")
    assert 'id="mentoring"' in everything
    assert 'id="mentoring"' not in differences
    assert 'id="responsibility"' in differences


@pytest.mark.django_db
def test_a_skill_item_stands_side_by_side_with_blank_levels_told_apart(reader: Client) -> None:
    html = shown(reader, path=ITEM)
    assert "<del>headed but blank</del>" in html
    assert "<ins>Cloud computing</ins>" in html


@pytest.mark.django_db
def test_a_name_that_one_edition_has_in_translation_is_no_difference(reader: Client) -> None:
    html = shown(reader, path=ITEM)
    assert "Database Technologies" in html
    assert not re.search(r"<(ins|del)>[^<]*Database", html)


@pytest.mark.django_db
def test_a_skill_item_that_was_renamed_says_why_it_is_the_same(reader: Client) -> None:
    html = shown(reader, path="customer-service/hardware/skills/hardware-technology")
    renamed = [change for change in comparison_of(OLD, NEW).changes if change.kind is Kind.RENAMED]
    assert renamed
    assert all(
        change.reason is None or change.reason.en in html for change in renamed if "hardware-tech" in change.path
    )


@pytest.mark.django_db
def test_what_one_document_lacks_is_not_comparable_and_no_difference(reader: Client) -> None:
    text = Page(shown(reader, path="customer-service/hardware/6")).text
    assert "Not comparable" in text
    assert "missing from the source of itss/v3-2008" in text


@pytest.mark.django_db
def test_the_whole_edition_is_shown_by_cell(reader: Client) -> None:
    linked = {unquote(link).rpartition("path=")[2] for link in Page(shown(reader)).links}
    homes = {home_of(change.path) for change in comparison_of(OLD, NEW).changes if change.kind != Kind.NOT_COMPARABLE}
    assert homes - {""} <= linked


@pytest.mark.django_db
def test_every_place_where_two_editions_differ_has_a_comparison(reader: Client) -> None:
    homes = {home_of(change.path) for change in comparison_of(OLD, NEW).changes}
    fields = {"/".join(home.split("/")[:2]) for home in homes}
    for path in sorted((homes | fields) - {""}):
        page = Page(shown(reader, path=path))
        assert page.headings[0] == 1
        assert all(after - before <= 1 for before, after in zip(page.headings, page.headings[1:], strict=False))
        assert all(table.caption.strip() and all(table.scopes) for table in page.tables)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ({"old": "itss/v9"}, "There is no edition “itss/v9”"),
        ({"old": NEW}, "Both sides are the same edition"),
        ({"path": "customer-service/nothing/5"}, "is in neither edition"),
        ({"path": "customer-service/hardware/1"}, "is in neither edition"),
    ],
)
def test_what_cannot_be_compared_is_said(reader: Client, asked: dict[str, str], why: str) -> None:
    answer = reader.get("/library/compare/", {"old": OLD, "new": NEW, **asked})
    assert answer.status_code == 422
    assert why in answer.content.decode()


@pytest.mark.django_db
def test_without_a_question_the_newest_two_are_compared(reader: Client) -> None:
    answer = reader.get("/library/compare/")
    assert (answer.context["old"].id, answer.context["new"].id) == (OLD, NEW)


@pytest.mark.django_db
def test_a_page_leads_to_its_comparison(reader: Client) -> None:
    answer = reader.get(f"/library/{NEW}/{CELL}/", {"to": OLD})
    assert answer.status_code == 302
    assert reader.get(answer.headers["Location"]).context["asked"].path == CELL


@pytest.mark.django_db
def test_a_comparison_speaks_japanese(cast: Cast) -> None:
    cast.person.language = "ja"
    cast.person.save()
    answer = client_of(cast.person).get("/library/compare/", {"old": OLD, "new": NEW, "path": CELL})
    text = Page(answer.content.decode()).text
    assert {"追加", "緩くなる", "厳しくなる", "別の数え方"} <= set(text.split())
