"""Which size bands may a document of another category print: other things to count, other ways to write a bound?

All of them stand in one size part, so that each is read in the company of others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tests.documents.unseen.expected import Band, Cell, Holdings, Sized
from tests.documents.unseen.hand_en import CONSULTANT, CONSULTANT_HOLDS
from tests.documents.unseen.hand_ja import NETWORK, NETWORK_HOLDS

_Bounds = tuple[int | None, int | None, int | None]
"""At least, below, at most."""
_Fact = tuple[str, str | None, _Bounds]
"""Unit, the measure's id where the family has one, bounds."""
_PEAK: Final = "peak_persons"
_YEN: Final = "annual_contract_value_yen"

JAPANESE: Final[dict[str, tuple[int | None, tuple[_Fact, ...]]]] = {
    "ピーク時の要員数５００人以上、または年間契約金額１０億円以上": (
        None,
        (("人", _PEAK, (500, None, None)), ("円", _YEN, (1_000_000_000, None, None))),
    ),
    "ピーク時の要員50人以上500人未満、または年間契約金額5億円以上10億円未満": (
        None,
        (("人", _PEAK, (50, 500, None)), ("円", _YEN, (500_000_000, 1_000_000_000, None))),
    ),
    "上記複雑性の4項目以上に該当し、管理する要員数がピーク時10人以上50人未満、もしくは年間契約金額が1億円以上5億円未満": (
        4,
        (("人", _PEAK, (10, 50, None)), ("円", _YEN, (100_000_000, 500_000_000, None))),
    ),
    "サーバ100台以上、もしくはクライアント1,000台以上": (
        None,
        (("台", None, (100, None, None)), ("台", None, (1_000, None, None))),
    ),
    "年間の受講者数が延べ1,000人以上": (None, (("人", None, (1_000, None, None)),)),
    "研修コース 20コース以上の企画": (None, (("コース", None, (20, None, None)),)),
    "売上高100億円以上の事業": (None, (("円", None, (10_000_000_000, None, None)),)),
    "プログラム規模５００キロステップ以上": (None, (("キロステップ", None, (500, None, None)),)),
    "データ量10TB以上のデータベース": (None, (("TB", None, (10, None, None)),)),
    "３～４箇所のコンピュータルーム": (None, (("箇所", "computer_rooms", (3, None, 4)),)),
    "利用部門数5部門以上10部門未満": (None, (("部門", None, (5, 10, None)),)),
    "年間契約金額５００万円以上": (None, (("円", _YEN, (5_000_000, None, None)),)),
    "年間契約金額2.5億円以上": (None, (("円", _YEN, (250_000_000, None, None)),)),
    "年間契約金額１億５，０００万円未満": (None, (("円", _YEN, (None, 150_000_000, None)),)),
    "工数が100人月以上300人月未満": (None, (("人月", None, (100, 300, None)),)),
    "同時接続ユーザ数１万人以上": (None, (("人", None, (10_000, None, None)),)),
    "３０拠点以下のネットワーク": (None, (("拠点", "network_sites", (None, None, 30)),)),
    "上記複雑性の３項目以上に該当し、５０ノード未満のネットワーク": (3, (("ノード", None, (None, 50, None)),)),
}
_AT_PEAK: Final = "during peak periods"
_VALUE: Final = "an annual contract value of"
ENGLISH: Final[dict[str, tuple[int | None, tuple[_Fact, ...]]]] = {
    f"Project with 500 persons or more {_AT_PEAK}, or {_VALUE} 1 billion yen or more.": (
        None,
        (("persons", _PEAK, (500, None, None)), ("yen", _YEN, (1_000_000_000, None, None))),
    ),
    "Project with 100 person-months or more but less than 500 person-months.": (
        None,
        (("person-months", None, (100, 500, None)),),
    ),
    f"Project with {_VALUE} 50 million yen or more but less than 0.5 billion yen.": (
        None,
        (("yen", _YEN, (50_000_000, 500_000_000, None)),),
    ),
    "System with 2,000 nodes or more, or 10,000 users or more.": (
        None,
        (("nodes", None, (2_000, None, None)), ("users", None, (10_000, None, None))),
    ),
    f"Project with 10 persons or less {_AT_PEAK}, and with two or more of above complexity criteria.": (
        2,
        (("persons", _PEAK, (None, None, 10)),),
    ),
    f"Project with fewer than 10 persons {_AT_PEAK}.": (None, (("persons", _PEAK, (None, 10, None)),)),
    "Service for at least 20 sites.": (None, (("sites", None, (20, None, None)),)),
    "Course for 1,000 learners or more in a year.": (None, (("learners", None, (1_000, None, None)),)),
    f"Project with twenty or more but less than fifty persons {_AT_PEAK}.": (
        None,
        (("persons", _PEAK, (20, 50, None)),),
    ),
}


def many_sizes() -> list[tuple[str, str, Holdings]]:
    """Return a name, a text and its values for either language."""
    return [
        ("sizes-ja", _with_options(NETWORK, [*JAPANESE], "□"), _holding(NETWORK_HOLDS, JAPANESE)),
        ("sizes-en", _with_options(CONSULTANT, [*ENGLISH], "□"), _holding(CONSULTANT_HOLDS, ENGLISH)),
    ]


def _with_options(text: str, options: Sequence[str], box: str) -> str:
    """Put options in the place of the first ones below the first size part."""
    start = text.index(box, text.index("●サイズ" if "サイズ" in text else "●Size"))
    end = text.index("【" if "サイズ" in text else "[Professional", start)
    return text[:start] + "".join(f"{box}{each}\n" for each in options) + text[end:]


def _holding(held: Holdings, options: dict[str, tuple[int | None, tuple[_Fact, ...]]]) -> Holdings:
    first: Cell = replace(held.cells[0], size=tuple(_band(*each) for each in options.values()))
    return replace(held, cells=(first, *held.cells[1:]))


def _band(conditions: int | None, facts: tuple[_Fact, ...]) -> Band:
    return Band(conditions=conditions, any_of=tuple((_sized(*fact),) for fact in facts))


def _sized(unit: str, measure: str | None, bounds: _Bounds) -> Sized:
    at_least, below, at_most = bounds
    return Sized(noun="", unit=unit, measure=measure, at_least=at_least, below=below, at_most=at_most)
