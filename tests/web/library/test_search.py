"""Is it found, however somebody writes it?"""

from __future__ import annotations

import pytest
from django.test import Client

from kijun.web.library.folding import fold
from kijun.web.library.query_words import read_query
from kijun.web.library.search import near_words, search
from tests.web.cast import Cast, client_of

CELL = "itss/v3-2011/customer-service/hardware/5"


@pytest.fixture
def reader(cast: Cast) -> Client:
    return client_of(cast.outsider)


@pytest.mark.parametrize(
    "typed",
    [
        "hardware 5",
        "HARDWARE level 5",
        "5 hardware",
        "hardware lv.5",
        "HW 5",
        "ハードウェア レベル5",
        "ハードウェアレベル5",
        "ﾊｰﾄﾞｳｪｱ ﾚﾍﾞﾙ５",
        "はーどうぇあ5",
        "ハドウェア 5",
        "ハード5",
        "CS ハードウェア ５",
        "カスタマーサービス ハードウェア 5",
    ],
)
def test_a_cell_comes_first_however_it_is_written(typed: str) -> None:
    assert search(typed).entries[0].path == CELL


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("責任性 5", "responsibility 5"),
        ("mentoring", "後進の育成"),
        ("24/7", "around the clock"),
        ("around the clock", "年中無休"),
        ("マルチベンダ", "several vendors"),
        ("サービスレベル", "service level"),
        ("コンピューター", "コンピュータ"),
        ("PATENT", "ｐａｔｅｎｔ"),
        ("特許", "patent"),
        ("PM", "プロジェクト管理"),
        ("lv5", "レベル５"),
    ],
)
def test_two_ways_of_saying_it_find_the_same(one: str, other: str) -> None:
    found = [{entry.url for entry in search(each).entries} for each in (one, other)]
    assert found[0]
    assert found[0] == found[1]


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("ネゴシエーション", "item"),
        ("negotiation", "item"),
        ("software", "field"),
        ("customer service", "category"),
        ("bands.floor", "point"),
        ("特許出願", "word"),
        ("Cloud computing", "knowledge"),
    ],
)
def test_every_kind_of_thing_is_found(typed: str, kind: str) -> None:
    assert search(typed).entries[0].kind == kind


def test_japanese_that_stands_nowhere_together_is_looked_for_in_pieces() -> None:
    kinds = {entry.kind for entry in search("ハードウェアの複雑性").entries}
    assert "cell" in kinds


@pytest.mark.parametrize(
    ("typed", "words", "is_there"),
    [
        ("it", "quality", False),
        ("it", "IT facilities", True),
        ("cs", "basics", False),
        ("CS", "CS-6", True),
        ("install", "installation", True),
        ("stall", "installation", False),
        ("5", "level 5", True),
        ("5", "25 persons", False),
        ("レベル1", "レベル12", False),
        ("保守", "予防保守", True),
    ],
)
def test_a_latin_word_is_found_from_its_beginning_and_a_number_as_a_whole(
    typed: str, words: str, is_there: bool
) -> None:
    (term,) = read_query(typed)
    assert term.is_in(fold(words)) is is_there


@pytest.mark.parametrize("typed", ["", "   ", "!?", "\x00", "<script>", "%", "ー", "゛", "a" * 10_000, "🙂"])
def test_nothing_that_is_typed_breaks_the_search(typed: str) -> None:
    search(typed)
    near_words(typed)


def test_words_that_are_nearly_right_are_offered() -> None:
    assert search("hardwear").entries == ()
    assert "Hardware" in near_words("hardwear")
    assert any("ネゴシエーション" in word for word in near_words("ネゴシエイション"))


@pytest.mark.django_db
def test_the_words_that_were_found_are_marked(reader: Client) -> None:
    html = reader.get("/library/search/", {"q": "ﾊｰﾄﾞｳｪｱ ５"}).content.decode()
    assert '<span lang="ja"><mark>ハードウェア</mark> <mark>レベル5</mark></span>' in html
    assert "<mark>level 5</mark>" in html


@pytest.mark.django_db
def test_what_was_typed_is_shown_and_never_obeyed(reader: Client) -> None:
    html = reader.get("/library/search/", {"q": "<script>alert(1)</script>"}).content.decode()
    assert "<script>alert" not in html
    assert "&lt;script&gt;" in html


@pytest.mark.django_db
def test_an_empty_result_says_what_to_try(reader: Client) -> None:
    html = reader.get("/library/search/", {"q": "hardwear"}).content.decode()
    assert "Did you mean" in html
    assert ">Hardware</a>" in html


@pytest.mark.django_db
def test_many_results_come_in_pages(reader: Client) -> None:
    first, second = (reader.get("/library/search/", {"q": "customer", "page": page}) for page in (1, 2))
    one, two = ([each.url for each in answer.context["page"]] for answer in (first, second))
    assert len(one) == 25
    assert not set(one) & set(two)
    assert reader.get("/library/search/", {"q": "customer", "page": "9999"}).status_code == 200
    assert reader.get("/library/search/", {"q": "customer", "page": "x"}).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "word"), [("ja", "見つかりませんでした"), ("en", "Nothing is called that")])
def test_the_search_speaks_both_languages(cast: Cast, language: str, word: str) -> None:
    cast.person.language = language
    cast.person.save()
    assert word in client_of(cast.person).get("/library/search/", {"q": "zzz"}).content.decode()
