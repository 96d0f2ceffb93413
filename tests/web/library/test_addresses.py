"""Does every path of a standard have one address, and does every other spelling lead there?"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client
from django.utils.translation import override
from pytest_django import DjangoAssertNumQueries

from kijun.catalogue.find import things
from kijun.catalogue.installed import shipped_editions
from kijun.framework.indicator import Bound, Indicator
from kijun.framework.phrase import phrase_bound, phrase_part
from kijun.text import LANGUAGES, Language
from kijun.web.library.addresses import Place, address_of, named_by, places
from kijun.web.library.contents import content_of
from tests.web.cast import Cast, client_of
from tests.web.library.pages import Page, plain

CELL = "itss/v3-2011/customer-service/hardware/5"
CELLS = [(edition, cell) for edition in shipped_editions() for cell in edition.indicators.values()]


@pytest.fixture
def reader(cast: Cast) -> Client:
    return client_of(cast.outsider)


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_path_of_every_shipped_edition_has_a_page(cast: Cast, language: Language) -> None:
    cast.person.language = language
    cast.person.save()
    browser = client_of(cast.person)
    shipped = [place for place in places().values() if place.edition in shipped_editions()]
    assert {place.path: browser.get(address_of(place.path)).status_code for place in shipped} == {
        place.path: 200 for place in shipped
    }


def test_everything_that_the_catalogue_names_has_a_page() -> None:
    for edition in shipped_editions():
        printed = {thing.path for thing in things(edition) if thing.kind != "cell"} | set(edition.indicators)
        items = {f"{item.path.rpartition('/')[0]}" for item in edition.skills.values()} | set(edition.skills)
        assert (printed | items) - set(places()) == set()


@pytest.mark.parametrize(("edition", "cell"), CELLS, ids=lambda each: getattr(each, "path", ""))
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_cell_shows_every_line_with_the_place_where_it_is_printed(
    edition: object, cell: Indicator, language: Language
) -> None:
    place = places()[cell.path]
    page = _page(place, language)
    for part in ("responsibility", "complexity", "size", "expertise", "succession", "mentoring", "exam"):
        for below, words in phrase_part(cell, part, place.edition.vocabulary):
            assert plain(words.said_in(language)) in page.text
            assert str(cell.cited(below)) in page.text
    cited = {str(citation) for citation in (cell.citation, *cell.citations.values())}
    assert cited <= set(page.text.replace(",", " ").replace("、", " ").split())
    for number in _thresholds(cell, place):
        assert number in page.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_reads_in_order(language: Language) -> None:
    for path, place in places().items():
        page = _page(place, language)
        assert page.headings.count(1) == 1, path
        assert page.headings[0] == 1, path
        assert all(after - before <= 1 for before, after in zip(page.headings, page.headings[1:], strict=False)), path
        assert all(table.caption.strip() and all(table.scopes) for table in page.tables), path
        assert len(page.ids) == len(set(page.ids)), path


def test_a_link_within_the_library_leads_to_a_page_and_to_a_line_on_it() -> None:
    pages = {address_of(path): _page(place, "en") for path, place in places().items()}
    for address, page in pages.items():
        for link in page.links:
            where, _, anchor = link.partition("#")
            if where.startswith("/library/compare/"):
                continue
            assert where in pages, f"{address}: {link}"
            assert not anchor or anchor in pages[where].ids, f"{address}: {link}"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "written",
    [
        "/library/ITSS/V3-2011/Customer-Service/Hardware/5/",
        "/library/itss/v3-2011/customer-service/hardware/5",
        "/library//itss/v3-2011/customer-service//hardware/5/",
        "/library/itss/v3-2011/customer-service/hardware/５/",
    ],
)
def test_another_spelling_leads_to_the_permanent_address(reader: Client, written: str) -> None:
    answer = reader.get(written)
    assert (answer.status_code, answer.headers["Location"]) == (301, address_of(CELL))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("hardware/5", CELL),
        ("ハードウェア/5/", CELL),
        ("ﾊｰﾄﾞｳｪｱ/5/size/", f"{CELL}/size"),
        ("hardware/skills/technology/", "itss/v3-2011/customer-service/hardware/skills/technology"),
        ("hardware/skills", "itss/v3-2011/customer-service/hardware/skills"),
        ("consulting-sales/6/", "itss/v3-2008/sales/consulting-sales/6"),
    ],
)
def test_a_short_name_leads_to_the_newest_edition_that_has_it(reader: Client, name: str, path: str) -> None:
    answer = reader.get(f"/library/{name}")
    assert (answer.status_code, answer.headers["Location"]) == (302, address_of(path))


@pytest.mark.django_db
def test_a_page_that_is_not_there_names_those_that_are_near(reader: Client) -> None:
    answer = reader.get("/library/itss/v3-2011/customer-service/hardwear/5/")
    assert answer.status_code == 404
    assert address_of(CELL) in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("itss/v3-2011/customer-service/hardware/1/", "does not define this cell"),
        ("itss/v3-2008/customer-service/hardware/4/", "missing from the document at hand"),
    ],
)
def test_a_level_without_a_cell_says_why_and_which_there_are(reader: Client, path: str, why: str) -> None:
    answer = reader.get(f"/library/{path}")
    assert answer.status_code == 404
    assert why in answer.content.decode()
    assert address_of(path.rpartition("/")[0].rpartition("/")[0] + "/5") in answer.content.decode()


@pytest.mark.parametrize("name", ["", "/", "..", "%", "skills", "a" * 5000, "hardware/skills/nothing", "\x00"])
def test_no_name_is_too_odd(name: str) -> None:
    named_by(name)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", ["/library/", f"/library/{CELL}/", "/library/search/", "/library/compare/", "/library/palette/"]
)
def test_the_library_is_there_to_be_read(reader: Client, address: str) -> None:
    assert reader.get(address).status_code == 200
    assert reader.head(address).status_code == 200
    assert reader.post(address).status_code == 405
    assert Client().get(address).status_code == 302


@pytest.mark.django_db
def test_a_page_costs_no_question_to_the_database_beyond_its_frame(
    reader: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    reader.get("/library/")
    for address in (
        "/library/",
        f"/library/{CELL}/",
        "/library/search/?q=hardware",
        "/library/compare/",
        "/library/palette/",
    ):
        with django_assert_max_num_queries(6):
            reader.get(address)


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "word"), [("ja", "ライブラリ"), ("en", "Library")])
def test_the_library_says_what_it_holds(cast: Cast, language: str, word: str) -> None:
    cast.person.language = language
    cast.person.save()
    text = Page(client_of(cast.person).get("/library/").content.decode()).text
    for edition in shipped_editions():
        assert {edition.id, *edition.documents} <= set(text.split())
    assert word in text


def _page(place: Place, language: Language) -> Page:
    with override(language):
        return Page(content_of(place))


def _thresholds(cell: Indicator, place: Place) -> Iterator[str]:
    """Yield every number that a cell asks, as it is written in English or in digits."""
    clauses = (cell.responsibility, cell.complexity, cell.expertise, cell.succession)
    numbers = [clause.at_least for clause in clauses if clause is not None]
    yield from (str(number) for number in numbers if isinstance(number, int))
    for band in cell.size or ():
        if band.complexity_at_least is not None:
            yield str(band.complexity_at_least)


def test_the_bounds_of_a_size_are_on_the_page_of_its_cell() -> None:
    for _edition, cell in CELLS:
        place = places()[cell.path]
        bounds: list[tuple[str, Bound]] = [
            (measure, bound)
            for band in cell.size or ()
            for each in band.any_of
            for measure, bound in each.bounds.items()
        ]
        text = _page(place, "en").text
        assert all(plain(phrase_bound(bound, name, place.edition.vocabulary).en) in text for name, bound in bounds)
