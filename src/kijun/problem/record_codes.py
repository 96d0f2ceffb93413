"""What can be wrong with a career record?"""

from __future__ import annotations

from typing import Final

from kijun.problem.code import Code, code
from kijun.problem.problem import Severity

RECORD_CODES: Final[dict[str, Code]] = {
    "K201": code(
        Severity.NOTICE,
        ("全角の数字", "full-width digits"),
        ("「{value}」を{number}として読みました。", '"{value}" was read as {number}.'),
    ),
    "K202": code(
        Severity.NOTICE,
        ("日が書かれていない", "month without a day"),
        (
            "「{value}」は月だけなので、{day}として数えます。日がわかれば書いてください。",
            '"{value}" names a month only; {day} is counted. Write the day if you know it.',
        ),
    ),
    "K210": code(
        Severity.ERROR,
        ("終わりが始まりより前", "engagement ends before it starts"),
        (
            "「{id}」は{start}から{end}までと書かれています。入れ替えるか、続いているなら`until`を消してください。",
            '"{id}": {start} to {end}. Swap the days, or leave `until` out if it is still running.',
        ),
    ),
    "K211": code(
        Severity.WARNING,
        ("始まりが今日より後", "starts later than today"),
        (
            "「{id}」は{start}に始まるので、それより前の日の判定では数えません。日付を確かめてください。",
            '"{id}" starts on {start} and counts for nothing before that day. Check the day.',
        ),
    ),
    "K212": code(
        Severity.ERROR,
        ("認定者か理由がない", "recognition without author or reason"),
        (
            "相当と認めた、または認めなかった場合は、`by`(誰が)と`reason`(なぜ)を書いてください。",
            "An equivalence that was recognised or refused needs `by` (who decided) and `reason` (why). Add them.",
        ),
    ),
    "K213": code(
        Severity.ERROR,
        ("従業員数のいらない市場", "employees where none are counted"),
        (
            "「{scope}」では従業員数を数えません。`employees`を消してください。",
            'Employees are not counted for "{scope}". Remove `employees`.',
        ),
    ),
}
