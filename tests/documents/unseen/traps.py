"""Which small change of wording changes what is asked for, so that a reader in a hurry takes the old number or a wrong one?

Each trap changes one turn of a document that was written by hand. The value is one of those that are named, or it is asked about.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

NODES: Final = "500ノード以上2,000ノード未満"
PERSONS: Final = "20人以上50人未満"
TIMES: Final = "を4回以上（レベル5の複雑性、サイズ相当）"
MANY: Final = "以下の3項目以上の条件に"
ROLE: Final = "広域ネットワーク責任者として"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trap:
    """Words of a document, those in their place, the value below the cell at level 5, and what it may be."""

    document: str
    old: str
    new: str
    path: str
    level: int = 5
    may_be: tuple[Any, ...] = ()


def _ja(old: str, new: str, path: str, *may_be: Any) -> Trap:
    return Trap(document="network", old=old, new=new, path=path, may_be=may_be)


def _en(old: str, new: str, path: str, *may_be: Any) -> Trap:
    return Trap(document="consultant", old=old, new=new, path=path, level=6, may_be=may_be)


_NODES_AT: Final = "size/0/any_of/0"
_PERSONS_AT: Final = "size/1/any_of/0"
_COUNT: Final = "responsibility/at_least"
_SLOTS: Final = "responsibility/slots"
_RANK: Final = "responsibility/role"
_DEED: Final = "responsibility/outcome"
_FEW: Final = "complexity/at_least"
_MUST: Final = "complexity/must_include"
_BESIDE: Final = "size/1/complexity_at_least"
_PERSONS_EN: Final = "20 or more but less than 50 persons"
_MANY_EN: Final = "with three or more of the following complexity criteria"

TRAPS: Final = (
    _ja(NODES, "500ノードを超え2,000ノード以下", _NODES_AT, {"at_least": 501, "at_most": 2000}),
    _ja(NODES, "2,000ノード未満500ノード以上", _NODES_AT, {"at_least": 500, "below": 2000}),
    _ja(NODES, "500ノード～2,000ノード", _NODES_AT, {"at_least": 500, "at_most": 2000}),
    _ja(NODES, "2,000ノード以内", _NODES_AT, {"at_most": 2000}),
    _ja(NODES, "２千ノード以上", _NODES_AT, {"at_least": 2000}),
    _ja(NODES, "1.5万ノード以上", _NODES_AT, {"at_least": 15000}),
    _ja(NODES, "2000ノード以上", _NODES_AT, {"at_least": 2000}),
    _ja(NODES, "約500ノード以上", _NODES_AT),
    _ja(NODES, "500ノード前後", _NODES_AT),
    _ja(NODES, "５００ノード超", _NODES_AT, {"at_least": 501}),
    _ja(NODES, "500以上2,000未満のノード", _NODES_AT, {"at_least": 500, "below": 2000}),
    _ja(NODES, "五百ノード以上", _NODES_AT, {"at_least": 500}),
    _ja(PERSONS, "20人以上50人以下", _PERSONS_AT + "/peak_persons", {"at_least": 20, "at_most": 50}),
    _ja(PERSONS, "20名以上50名未満", _PERSONS_AT + "/peak_persons", {"at_least": 20, "below": 50}),
    _ja(PERSONS, "50人未満20人", _PERSONS_AT + "/peak_persons"),
    _ja(TIMES, "を4回を超えて（レベル5の複雑性、サイズ相当）", _COUNT, 5),
    _ja(TIMES, "を少なくとも4回（レベル5の複雑性、サイズ相当）", _COUNT, 4),
    _ja(TIMES, "を四回以上（レベル５の複雑性、サイズ相当）", _COUNT, 4),
    _ja(TIMES, "を4～5回（レベル5の複雑性、サイズ相当）", _COUNT, 4),
    _ja(TIMES, "を4回未満（レベル5の複雑性、サイズ相当）", _COUNT),
    _ja(TIMES, "を3年以上にわたり4回以上（レベル5の複雑性、サイズ相当）", _COUNT),
    _ja(TIMES, "を4回以上又は3年以上（レベル5の複雑性、サイズ相当）", _COUNT),
    _ja(TIMES, "を一年半以上（レベル5の複雑性、サイズ相当）", _COUNT),
    _ja(TIMES, "を6か月以上（レベル5の複雑性、サイズ相当）", _COUNT),
    _ja(TIMES, "を36ヶ月以上（レベル5の複雑性、サイズ相当）", _COUNT, 3),
    _ja(TIMES, "を4回以上（レベル5又はレベル6の複雑性、サイズ相当）", _SLOTS),
    _ja(TIMES, "を4回以上（レベル4以上の複雑性、サイズ相当）", _SLOTS, [4, 4, 4, 4]),
    _ja(
        TIMES,
        "を4回以上（内1回以上はレベル6、2回以上はレベル5、他はレベル4以上の複雑性、サイズ相当）",
        _SLOTS,
        [6, 5, 5, 4],
    ),
    _ja(TIMES, "を4回以上（内5回以上はレベル5、他はレベル4以上の複雑性、サイズ相当）", _SLOTS),
    _ja(TIMES, "を4回以上（内1回はレベル5、残りはレベル4以上の複雑性、サイズ相当）", _SLOTS, [5, 4, 4, 4]),
    _ja(MANY, "以下の3項目未満の条件に", _FEW),
    _ja(MANY, "以下のすべての条件に", _FEW, "all", 5),
    _ja(MANY, "以下のいずれかの条件に", _FEW, 1),
    _ja(MANY, "以下の条件に", _FEW),
    _ja(MANY, "以下のうち少なくとも3項目の条件に", _FEW, 3),
    _ja(MANY, "以下の10項目以上の条件に", _FEW),
    _ja(MANY, "以下の3項目以上（「無停止での切替え」を除く）の条件に", _FEW),
    _ja(MANY, "以下の3項目以上の条件（「無停止での切替え」又は「暗号化の必須化」を必須とする）に", _MUST),
    _ja(MANY, "以下の3項目以上の条件（「月面での運用」を必須とする）に", _MUST),
    _ja(ROLE, "広域ネットワーク責任者の補佐として", _RANK),
    _ja(ROLE, "広域ネットワークサブリーダとして", _RANK),
    _ja(ROLE, "広域ネットワーク責任者又はリーダとして", _RANK, "leader"),
    _ja(ROLE, "責任者の指示の下、チームメンバとして", _RANK, "member"),
    _ja(ROLE, "広域ネットワークチ－ムリ－ダとして", _RANK, "leader"),
    _ja(ROLE, "上級専門家として", _RANK),
    _ja(
        "切替えの活動を4回以上（レベル5の複雑性、サイズ相当）成功裡に達成した",
        "切替えの活動に4回以上（レベル5の複雑性、サイズ相当）参画又は実施した",
        _DEED,
        "participated",
    ),
    _ja("上記複雑性の4項目以上に該当し", "上記複雑性のすべてに該当し", _BESIDE, 5, "all"),
    _ja("上記複雑性の4項目以上に該当し", "上記複雑性に該当し", _BESIDE),
    _ja("領域のいずれかについて、他を", "領域の２つ以上について、他を", "expertise/at_least", 2),
    _ja("次の2項目以上の実績", "次の二種類以上の実績", "succession/at_least", 2),
    _ja("次の2項目以上の実績", "次の項目の実績", "succession/at_least"),
    _ja("●複雑性 以下の3項目", "以下の3項目", _FEW, 3),
    _ja("●サイズ 以下のいずれか", "以下のいずれか", _NODES_AT, {"at_least": 500, "below": 2000}),
    _ja("●複雑性 以下の3項目", "●複雜性 以下の3項目", _FEW, 3),
    _ja("●サイズ 以下のいずれか", "●規模 以下のいずれか", _NODES_AT, {"at_least": 500, "below": 2000}),
    _ja("●責任性 広域", "広域", _COUNT, 4),
    _ja("専門分野 広域ネットワーク レベル5", "専門分野 広域ネットワーク レベル", _COUNT),
    _ja("専門分野 広域ネットワーク レベル5", "専門分野\n\n広域ネットワーク\n\nレベル5", _COUNT, 4),
    _ja("専門分野 広域ネットワーク レベル5", "レベル5", _COUNT, 4),
    _ja("専門分野 広域ネットワーク レベル5", "専門分野 広域ネットワーク レベル五", _COUNT, 4),
    _ja("専門分野 広域ネットワーク レベル5", "専門分野 広域ネットワーク レベルV", _COUNT, 4),
    _ja("専門分野 広域ネットワーク レベル5", "専門分野 広域ネットワーク LEVEL5", _COUNT, 4),
    _ja(
        NODES,
        "500ノード以上2,\n\nＩＴスキル標準Ｖ３ 2031_20310401\n\n職種の概要と達成度指標 XY-4 ©2031 架空産業省\n\n000ノード未満",
        _NODES_AT,
        {"at_least": 500, "below": 2000},
    ),
    _ja(NODES, "500ノード以上2,\n\n000ノード未満", _NODES_AT, {"at_least": 500, "below": 2000}),
    _ja(NODES, "50\n0ノード以上2,000ノー\n\nド未満", _NODES_AT, {"at_least": 500, "below": 2000}),
    _ja(TIMES, "を4回\n- 12 -\n以上（レベル5の複雑性、サイズ相当）", _COUNT, 4),
    _ja(MANY, "以下の3\n\n12\n\n項目以上の条件に", _FEW, 3),
    _ja(TIMES, "を4\n7\n回以上（レベル5の複雑性、サイズ相当）", _COUNT, 4),
    _ja(MANY, "以下のうち3つ以上の条件に", _FEW, 3),
    _ja(MANY, "以下の条件のうち3項目以上に", _FEW, 3),
    _ja("次の2項目以上の実績", "次のうち2件以上の実績", "succession/at_least", 2),
    _ja("他を指導することができる高度な専門性", "高度な知見", "expertise/degree"),
    _ja("、社内に貢献している", "、地域に貢献している", "expertise/reach"),
    _ja("、社内に貢献している", "、社内外に貢献している", "expertise/reach"),
    _en("four\ntimes or more", "more than four\ntimes", _COUNT, 5),
    _en("four\ntimes or more", "at least four\ntimes", _COUNT, 4),
    _en("four\ntimes or more", "a dozen\ntimes or more", _COUNT, 12),
    _en("four\ntimes or more", "several\ntimes", _COUNT),
    _en("four\ntimes or more", "four\nto six times", _COUNT, 4),
    _en("carrying out the activities of\ndiagnosing", "diagnosing", _COUNT, 4),
    _en("At least two projects must", "Projects must", _SLOTS),
    _en("At least two projects must", "At most two projects must", _SLOTS),
    _en("and others can be of the Level 5 or above", "and others can be of any level", _SLOTS),
    _en(_MANY_EN, "with all of the following complexity criteria", _FEW, "all", 4),
    _en(_MANY_EN, "with the following complexity criteria", _FEW),
    _en(_MANY_EN, "with less than three of the following complexity criteria", _FEW),
    _en(_MANY_EN, "with at least three of the following complexity criteria", _FEW, 3),
    _en(_MANY_EN, "with some of the following complexity criteria", _FEW, "some"),
    _en(
        _PERSONS_EN,
        "more than 20 but not more than 50 persons",
        "size/0/any_of/0/peak_persons",
        {"at_least": 21, "at_most": 50},
    ),
    _en(_PERSONS_EN, "20 to 50 persons", "size/0/any_of/0/peak_persons", {"at_least": 20, "at_most": 50}),
    _en(_PERSONS_EN, "at least 20 persons", "size/0/any_of/0/peak_persons", {"at_least": 20}),
    _en(_PERSONS_EN, "around 20 persons", "size/0/any_of/0/peak_persons"),
    _en(
        _PERSONS_EN,
        "less than 50 but 20 or more persons",
        "size/0/any_of/0/peak_persons",
        {"at_least": 20, "below": 50},
    ),
    _en(
        "10 million yen or more\nbut less than 80 million yen",
        "10 million or more\nbut less than 80 million yen",
        "size/0/any_of/1",
        {"at_least": 10_000_000, "below": 80_000_000},
    ),
    _en(
        "10 million yen or more\nbut less than 80 million yen",
        "10 million dollars or more\nbut less than 80 million dollars",
        "size/0/any_of/1",
    ),
    _en(
        "as a person responsible for Retail Operations",
        "as an assistant to the person responsible for Retail Operations",
        _RANK,
    ),
    _en(
        "as a person responsible for Retail Operations",
        "as a leader or a person responsible for Retail Operations",
        _RANK,
        "leader",
    ),
    _en("as a person responsible for Retail Operations", "as a partner", _RANK),
    _en("four or more of above complexity criteria", "all of above complexity criteria", _BESIDE, "all", 4),
    _en(
        "in four or more items of following consulting",
        "in some items of following consulting",
        "succession/at_least",
        "some",
    ),
)


def value_at(cell: Any, path: str) -> Any:
    """Return a value of a cell by its path; the first measure's bounds where the path names none."""
    for step in path.split("/"):
        if isinstance(cell, list):
            cell = cell[int(step)] if int(step) < len(cell) else None
        elif isinstance(cell, dict):
            cell = cell.get(step)
        else:
            return None
    is_sized = isinstance(cell, dict) and "size" in path and not {"at_least", "below", "at_most"} & {*cell}
    return next(iter(cell.values()), None) if is_sized else cell
