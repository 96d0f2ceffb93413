"""What is it, in words, that differs between two editions at one place?"""

from __future__ import annotations

from typing import Final

from kijun.text import Text

ASPECTS: Final[dict[str, Text]] = {
    "category": Text(ja="職種", en="category"),
    "field": Text(ja="専門分野", en="field"),
    "cell": Text(ja="セル", en="cell"),
    "part": Text(ja="全体", en="the whole part"),
    "name": Text(ja="名称", en="name"),
    "phases": Text(ja="IT投資の局面", en="phase of IT investment"),
    "main-phase": Text(ja="主な活動局面", en="main phase"),
    "fields-named": Text(ja="案件と専門分野の結びつき", en="how engagements belong to fields"),
    "level": Text(ja="レベル", en="level"),
    "level-name": Text(ja="レベルの名称", en="name of a level"),
    "policy-point": Text(ja="方針の項目", en="policy point"),
    "policy-default": Text(ja="方針の既定", en="default of a policy"),
    "word": Text(ja="語の名称", en="name of a word"),
    "count": Text(ja="回数・年数", en="times or years"),
    "role": Text(ja="役割", en="role"),
    "titles": Text(ja="役割名", en="role title"),
    "activities": Text(ja="活動", en="activity"),
    "every-activity": Text(ja="活動の数え方", en="how many of the activities"),
    "outcome": Text(ja="成果", en="outcome"),
    "market": Text(ja="市場", en="market"),
    "market-count": Text(ja="市場の数", en="number in the market"),
    "market-employees": Text(ja="市場の従業員数", en="employees in the market"),
    "market-bound": Text(ja="市場の上限", en="upper bound of the market"),
    "conditions-asked": Text(ja="条件の数", en="number of conditions"),
    "conditions": Text(ja="条件", en="condition"),
    "mandatory": Text(ja="必須の条件", en="mandatory condition"),
    "size": Text(ja="サイズ", en="size"),
    "band": Text(ja="サイズの条件", en="size band"),
    "alternative": Text(ja="サイズの条件の中の選択肢", en="alternative in a size band"),
    "band-conditions": Text(ja="サイズとともに求める条件の数", en="conditions asked with a size band"),
    "band-floor": Text(ja="サイズの下限", en="floor of a size band"),
    "band-bound": Text(ja="サイズの上限", en="upper bound of a size band"),
    "customers": Text(ja="担当ユーザ", en="users served"),
    "or-equivalent": Text(ja="「それに相当する」の語", en="“or equivalent”"),
    "areas-asked": Text(ja="領域の数", en="number of areas"),
    "areas": Text(ja="領域", en="area"),
    "degree": Text(ja="程度", en="degree"),
    "reach": Text(ja="貢献の範囲", en="reach"),
    "kinds-asked": Text(ja="継承の種類の数", en="number of kinds"),
    "kinds": Text(ja="継承の種類", en="kind of contribution"),
    "subject": Text(ja="継承する技術", en="what is handed on"),
    "mentoring": Text(ja="後進の育成", en="mentoring"),
    "exam": Text(ja="試験の注釈", en="examination note"),
    "items-asked": Text(ja="スキル項目の数", en="number of skill items"),
    "rated-level": Text(ja="評価のレベル", en="level of the ratings"),
    "rated-items": Text(ja="スキル項目", en="skill item"),
    "skills": Text(ja="スキル", en="skills"),
    "skill-note": Text(ja="スキルディクショナリの印の注", en="note on the mark in the skill dictionary"),
    "item": Text(ja="スキル項目", en="skill item"),
    "common": Text(ja="共通か固有か", en="common or specific"),
    "headed": Text(ja="見出しのレベル", en="levels headed"),
    "proficiency": Text(ja="熟達度", en="proficiency"),
    "ability": Text(ja="能力", en="ability"),
    "skill-roles": Text(ja="役割名", en="role title"),
    "setting": Text(ja="担当範囲", en="setting"),
    "knowledge": Text(ja="知識項目", en="knowledge item"),
}


def aspect(identity: str) -> tuple[str, Text]:
    """Return an aspect with what it is called."""
    return identity, ASPECTS[identity]
