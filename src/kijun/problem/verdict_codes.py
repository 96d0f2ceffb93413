"""What can be wrong with the verdicts of a workforce?"""

from __future__ import annotations

from typing import Final

from kijun.problem.code import Code, code
from kijun.problem.problem import Severity

VERDICT_CODES: Final[dict[str, Code]] = {
    "K620": code(
        Severity.ERROR,
        ("組織の判定結果ではない", "no verdicts of a workforce"),
        (
            "{file}がありません。`kijun workforce judge`で書き出したフォルダーを指定してください。",
            "It has no {file}. Name a folder that `kijun workforce judge` wrote.",
        ),
    ),
    "K621": code(
        Severity.ERROR,
        ("判定結果の説明が読めない", "description of the verdicts cannot be read"),
        (
            "{reason}。`kijun workforce judge --update`で判定し直してください。",
            "{reason}. Judge again with `kijun workforce judge --update`.",
        ),
    ),
    "K622": code(
        Severity.ERROR,
        ("セルのパスではない", "not the path of a cell"),
        (
            "「{value}」はレベルの番号で終わっていません。`kijun workforce judge --update`で判定し直してください。",
            '"{value}" does not end in a level. Judge again with `kijun workforce judge --update`.',
        ),
    ),
    "K623": code(
        Severity.ERROR,
        ("判定結果の版が違う", "another version of the verdicts"),
        (
            "「{found}」です。読めるのは「{expected}」です。このkijunの`workforce judge --update`で判定し直してください。",
            'It is "{found}"; "{expected}" is read. Judge again with this kijun\'s `workforce judge --update`.',
        ),
    ),
    "K624": code(
        Severity.ERROR,
        ("壊れた判定結果", "damaged file of verdicts"),
        (
            "Parquetとして読めません({reason})。`kijun workforce judge --update`で判定し直してください。",
            "It cannot be read as Parquet ({reason}). Judge again with `kijun workforce judge --update`.",
        ),
    ),
    "K625": code(
        Severity.ERROR,
        ("判定結果の列がない", "column of the verdicts missing"),
        (
            "「{column}」の列({kind})がありません。`kijun workforce judge --update`で判定し直してください。",
            'There is no column "{column}" ({kind}). Judge again with `kijun workforce judge --update`.',
        ),
    ),
    "K626": code(
        Severity.ERROR,
        ("判定結果の列の型が違う", "column of the verdicts of another type"),
        (
            "「{column}」の型は{found}です。必要な型は{kind}です。`kijun workforce judge --update`で判定し直してください。",
            'The column "{column}" is {found}, and should be {kind}. Judge again with `kijun workforce judge --update`.',
        ),
    ),
    "K627": code(
        Severity.ERROR,
        ("別の判定の結果が混じっている", "verdicts of another judgement"),
        (
            "標準、方針、判定日、組織のデータのどれかが{file}と違います。`kijun workforce judge --update`で判定し直してください。",
            "Its standard, answers, day or workforce is not that of {file}. Judge again with `kijun workforce judge --update`.",
        ),
    ),
    "K628": code(
        Severity.ERROR,
        ("人数が合わない", "another number of people"),
        (
            "{expected}人のはずですが、{found}人分あります。足りないか余分なファイルがあります。`kijun workforce judge --update`で判定し直してください。",
            "There should be {expected} people, not {found}: a file is missing, or one too many. Judge again with `kijun workforce judge --update`.",
        ),
    ),
}
