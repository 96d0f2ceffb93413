"""What are the parts of the report called?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kijun.text import Text

WORDS: Final[Mapping[str, Text]] = {
    "passport": Text(ja="スキルパスポート", en="Skill passport"),
    "employee": Text(ja="社員番号", en="Employee"),
    "team": Text(ja="所属", en="Team"),
    "as_of": Text(ja="判定日", en="As of"),
    "levels": Text(ja="到達レベル", en="Level reached"),
    "map": Text(ja="キャリアマップ", en="Career map"),
    "field": Text(ja="専門分野", en="Field"),
    "legend": Text(ja="凡例", en="Legend"),
    "proofs": Text(ja="到達レベルの証明", en="What proves it"),
    "part": Text(ja="項目", en="Part"),
    "finding": Text(ja="記録にあること、求められること", en="What there is, what is asked"),
    "printed": Text(ja="印刷箇所", en="Printed at"),
    "career": Text(ja="職務経歴", en="Engagements"),
    "timeline": Text(ja="期間の図", en="Timeline"),
    "number": Text(ja="番号", en="No."),
    "engagement": Text(ja="案件", en="Engagement"),
    "role": Text(ja="役割", en="Role"),
    "period": Text(ja="期間", en="Period"),
    "outcome": Text(ja="成果", en="Outcome"),
    "masked": Text(ja="伏せた事実", en="Masked"),
    "done": Text(ja="終了した案件", en="ended"),
    "running": Text(ja="継続中", en="still running"),
    "failed": Text(ja="不成功(数えない)", en="failed (counts for nothing)"),
    "skills": Text(ja="スキル", en="Skills"),
    "item": Text(ja="スキル項目", en="Skill item"),
    "drawing": Text(ja="図", en="Drawing"),
    "target": Text(ja="目標", en="Target"),
    "self": Text(ja="本人", en="Self"),
    "superior": Text(ja="上司", en="Superior"),
    "assessor": Text(ja="評価者", en="Assessor"),
    "not_rated": Text(ja="未評価", en="not rated"),
    "next": Text(ja="次のレベルに向けて", en="Towards the next level"),
    "plan": Text(ja="あと何があれば足りるか", en="What would be enough"),
    "or": Text(ja="または", en="Or"),
    "others": Text(ja="ほかの専門分野の次のセル", en="The next cell in other fields"),
    "basis": Text(ja="この判定の根拠", en="What this rests on"),
    "edition": Text(ja="版", en="Edition"),
    "documents": Text(ja="印刷箇所の番号は、文書とその行", en="Numbers of places: document and line"),
    "policies": Text(ja="標準に書かれていない点への答え", en="Answers to points that the standard leaves open"),
    "masking": Text(ja="伏せた事実", en="Masked facts"),
    "masking_note": Text(
        ja="次の事実は、関係する会社のために伏せた。判定はすべての事実にもとづき、伏せても変わらない。",
        en="These facts are kept back for the companies concerned. The judgement rests on all facts and is the same with or "
        "without masking.",
    ),
    "digests": Text(ja="確かめるには", en="To check it"),
    "digests_note": Text(
        ja="同じ経歴と同じ標準からは、次のコマンドで同じSHA-256が得られ、この報告書を一字も違わず作り直せる。",
        en="The same record and the same standard give the same SHA-256 with this command, and the same report to the letter.",
    ),
    "record": Text(ja="経歴", en="Record"),
    "record_masked": Text(ja="経歴(伏せた事実を除く)", en="Record (without what is masked)"),
    "made_with": Text(ja="作成", en="Made with"),
    "independent": Text(
        ja="標準の発行者による認定ではない。kijunは発行者とは関係のないソフトウェアである。",
        en="This is no certificate of the standard's publisher, with whom kijun is not affiliated.",
    ),
    "wording": Text(ja="原文", en="Official wording"),
    "wording_note": Text(
        ja="入れてある原文パックから、文書に印刷された文言をそのまま示す。判定はこの文言によらない。",
        en="The words as the documents print them, from the text pack that is installed. The judgement does not rest on them.",
    ),
    "sources": Text(ja="原文を取り出したファイル", en="Files that the words were taken from"),
    "skip": Text(ja="本文へ", en="Skip to the content"),
    "contents": Text(ja="言語", en="Languages"),
    "level": Text(ja="レベル", en="level"),
    "met": Text(ja="満たす", en="met"),
    "not met": Text(ja="満たさない", en="not met"),
    "unknown": Text(ja="不明", en="unknown"),
}
"""The labels of the report by a short name, in the order in which they come."""
