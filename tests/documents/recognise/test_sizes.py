"""Which bands does a size clause offer, and what of it is asked about?"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kijun.documents.notebook import Notebook
from kijun.documents.printed import Place
from kijun.documents.recognise.sizes import recognise_bands
from tests.documents.recognise.written import asked, clause, notebook, value

_EITHER = "以下のいずれかの規模に相当する拠点で、監視の活動を実施した。"


def _read(*options: str, lead: str | None = None) -> Notebook:
    cell = notebook()
    recognise_bands(clause("size", lead, *options), cell)
    return cell


def _band(option: str) -> Any:
    (band,) = value(_read(option), "size")
    return band


@pytest.mark.parametrize(
    ("option", "any_of"),
    [
        ("６箇所以上のコンピュータルーム", [{"computer_rooms": {"at_least": 6}}]),
        ("六箇所以上のコンピュータルーム", [{"computer_rooms": {"at_least": 6}}]),
        (
            "６箇所以上又は７,０００㎡以上のコンピュータルームの空調",
            [{"computer_rooms": {"at_least": 6}}, {"computer_room_area_m2": {"at_least": 7000}}],
        ),
        (
            "コンピュータルーム6か所以上もしくは7,000平方メートル以上",
            [{"computer_rooms": {"at_least": 6}}, {"computer_room_area_m2": {"at_least": 7000}}],
        ),
        (
            "9,000㎡未満のデータセンタ（２箇所以上）の空調、電源",
            [{"data_centre_area_m2": {"below": 9000}, "data_centres": {"at_least": 2}}],
        ),
        ("３～４箇所のコンピュータルーム", [{"computer_rooms": {"at_least": 3, "at_most": 4}}]),
        (
            "ピーク時の要員数が8人以上30人未満、または年間契約金額が7,000万円以上1.5億円未満",
            [
                {"peak_persons": {"at_least": 8, "below": 30}},
                {"annual_contract_value_yen": {"at_least": 70_000_000, "below": 150_000_000}},
            ],
        ),
        ("70拠点以上の中規模ネットワーク、かつ要員8名以上", [{"network_sites": {"at_least": 70}, "peak_persons": {"at_least": 8}}]),
        ("年間契約金額7,000万円", [{"annual_contract_value_yen": {"printed": 70_000_000}}]),
        ("7 persons or more during peak periods", [{"peak_persons": {"at_least": 7}}]),
        (
            "A team with 7 or more but less than 9 persons at peak, or an annual contract value of seven million yen or more",
            [{"peak_persons": {"at_least": 7, "below": 9}}, {"annual_contract_value_yen": {"at_least": 7_000_000}}],
        ),
        ("One or more data centers of 9,000 m2 or more", [{"data_centres": {"at_least": 1}, "data_centre_area_m2": {"at_least": 9000}}]),
        ("6 or more computer rooms or 70 to 90 network sites", [{"computer_rooms": {"at_least": 6}}, {"network_sites": {"at_least": 70, "at_most": 90}}]),
        ("担当する一部のコンピュータルーム及びネットワークの監視", [{"some_rooms_or_networks": True}]),
        ("特定ユーザを担当", [{"customers": {"reach": "specific-user", "or_equivalent": False}}]),
        ("広域地域全体又はそれらに相当するユーザを担当、", [{"customers": {"reach": "whole-region-or-industry", "or_equivalent": True}}]),
        ("Nationwide or overseas, or equivalent", [{"customers": {"reach": "nationwide-overseas-or-infrastructure", "or_equivalent": True}}]),
    ],
)  # fmt: skip
def test_a_band_is_read_with_its_alternatives(option: str, any_of: list[Any]) -> None:
    assert _band(option) == {"any_of": any_of, "complexity_at_least": None}


@pytest.mark.parametrize(
    ("option", "measure"),
    [
        ("500ノード以上のネットワーク", "?measure:ネットワークノード"),
        ("利用者が500名以上のシステム", "?measure:利用者人"),
        ("工数500人月以上", "?measure:工数人月"),
        ("500台を超える端末", "?measure:端末台"),
        ("20人以上のプロジェクト", "?measure:人"),
        ("500 users or more", "?measure:users"),
        ("Effort of 500 person-months or more", "?measure:effortpersonmonths"),
        ("売上高が500億円以上の会社", "?measure:売上高円"),
    ],
)
def test_what_nobody_has_counted_yet_is_a_measure_of_its_own(option: str, measure: str) -> None:
    cell = _read(option)
    ((alternative,),) = (band["any_of"] for band in value(cell, "size"))
    assert [*alternative] == [measure]
    assert measure in cell.names.new


@pytest.mark.parametrize(
    "option",
    [
        "上記複雑性の３項目以上に該当し、70拠点以上のネットワーク",
        "70拠点以上のネットワークで、上記の条件の三項目以上に該当",
        "With three or more of the above conditions, 70 network sites or more",
        "70 network sites or more, and with 3 or more of above complexity criteria.",
    ],
)
def test_so_many_conditions_bind_the_whole_band(option: str) -> None:
    assert _band(option) == {"any_of": [{"network_sites": {"at_least": 70}}], "complexity_at_least": 3}


@pytest.mark.parametrize(
    "option",
    [
        "約70拠点のネットワーク",
        "数十拠点以上のネットワーク",
        "大規模なシステム",
        "70拠点以上のネットワーク、8台以上のサーバ",
        "70拠点以上のネットワーク、または上記複雑性の３項目以上に該当し8台以上のサーバ",
        "上記複雑性の３項目未満に該当し、70拠点以上のネットワーク",
        "上記複雑性に該当し、70拠点以上のネットワーク",
        "70拠点以上のネットワークまたは8台以上のサーバ及び20人以上の要員",
        "70拠点以上のネットワーク、または広域地域全体",
        "１拠点当たり70台以上の端末",
        "70拠点以上又はそれに相当する規模",
        "3年以上の運用",
        "全体の10%以上",
        "24時間の監視",
        "一部のコンピュータルーム",
        "銀河の全体を担当",
        "about 70 network sites",
        "70 sites, 8 racks or 5 servers",
        "An annual contract value of 7 million or more",
        "An annual contract value of 7 million dollars or more",
        "A very large system",
    ],
)
def test_a_size_that_is_not_understood_as_a_whole_is_asked_about(option: str) -> None:
    cell = _read("70拠点以上のネットワーク", option)
    assert [(each.path, each.words) for each in cell.questions] == [("support/help-desk/4/size", option)]
    assert ([*cell.unread], value(cell, "size")) == (["size"], "nothing noted")


@pytest.mark.parametrize(
    ("lead", "options"),
    [
        (None, ("特定せず",)),
        ("特定せず。", ()),
        ("サイズを問わず、頼まれた作業に加わった。", ()),
        (None, ("Not specified",)),
        ("Took part in work regardless of size.", ()),
    ],
)
def test_a_size_that_is_not_specified_is_none(lead: str | None, options: tuple[str, ...]) -> None:
    cell = _read(*options, lead=lead)
    assert (value(cell, "size"), asked(cell)) == (None, [])


@pytest.mark.parametrize("options", [("70拠点以上のネットワーク", "特定せず"), ("規模を問わず、ただし70拠点以上",)])
def test_a_size_that_is_and_is_not_specified_is_asked_about(options: tuple[str, ...]) -> None:
    assert asked(_read(*options)) == ["size"]


def test_a_clause_without_boxes_is_one_band() -> None:
    cell = _read(lead="ピーク時の要員数が８人以上の案件を完了した。")
    assert value(cell, "size") == [{"any_of": [{"peak_persons": {"at_least": 8}}], "complexity_at_least": None}]


@pytest.mark.parametrize("lead", ["以下のすべての規模を経験した。", "以下のいずれか二つ以上の規模を経験した。"])
def test_sizes_of_which_more_than_one_is_asked_are_asked_about(lead: str) -> None:
    assert asked(_read("70拠点以上のネットワーク", "8箇所以上のコンピュータルーム", lead=lead)) == ["size"]


def test_each_band_and_a_number_on_another_line_have_their_own_place() -> None:
    cell = _read("70拠点以上のネットワーク", "70拠点以上\n90拠点未満のネットワーク", lead=_EITHER)
    assert {below: noted.place.line for below, noted in cell.noted.items()} == {
        "size": 1,
        "size/1": 1,
        "size/2": 1,
        "size/2/network_sites/below": 2,
    }


@given(st.data())
def test_a_wrap_anywhere_gives_the_same_band(data: st.DataObject) -> None:
    option = "上記複雑性の３項目以上に該当し、７～８箇所または２,０００㎡以上９,０００㎡未満のコンピュータルームの電源"
    at = data.draw(st.integers(1, len(option) - 1))
    assert _band(f"{option[:at]}\n{option[at:]}") == _band(option)


def test_the_official_words_are_kept_with_each_band_and_with_the_whole_where_it_was_not_read() -> None:
    read, unread = _read("70拠点以上のネットワーク", lead=_EITHER), _read("大規模なシステム", lead=_EITHER)
    assert {below: words.text for below, words in read.wording.items()} == {
        "size": _EITHER,
        "size/1": "70拠点以上のネットワーク",
    }
    assert {below: words.text for below, words in unread.wording.items()} == {"size": _EITHER}


def test_more_conditions_than_the_cell_lists_are_asked_about() -> None:
    cell = notebook()
    cell.write("complexity/of", ["old-lines", "long-lines"], Place(line=1))
    recognise_bands(clause("size", None, "上記複雑性の３項目以上に該当し、70拠点以上のネットワーク"), cell)
    assert asked(cell) == ["size"]
