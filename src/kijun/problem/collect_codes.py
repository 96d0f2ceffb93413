"""What can be wrong with the records of a whole workforce, beyond what can be wrong with one of them?"""

from __future__ import annotations

from typing import Final

from kijun.problem.code import Code, code
from kijun.problem.problem import Severity

COLLECT_CODES: Final[dict[str, Code]] = {
    "K640": code(
        Severity.ERROR,
        ("同じ人が二度", "a person twice"),
        (
            "社員番号「{employee}」の経歴は{first}にもあり、そちらを使いました。どちらが正しいか確かめ、一方を消してください。",
            'The employee number "{employee}" stands at {first}, too, and that one is used. See which is right, and remove the other.',
        ),
    ),
    "K641": code(
        Severity.ERROR,
        ("いない人の行", "row of nobody"),
        (
            "社員番号「{employee}」の人が「{people}」にいません。番号を直すか、その人を加えてください。",
            'Nobody in "{people}" has the employee number "{employee}". Correct the number, or add the person.',
        ),
    ),
    "K642": code(
        Severity.ERROR,
        ("使えない人の行", "row of a person set aside"),
        (
            "社員番号「{employee}」の人は{at}で使えないとわかったので、この行も使いません。そちらを直してください。",
            'The person with the employee number "{employee}" was set aside for what stands at {at}, and so is this row. Correct that.',
        ),
    ),
    "K643": code(
        Severity.ERROR,
        ("使えない行に左右される行", "row that hangs on another"),
        (
            "{at}の行が使えず、それがこの行に代わるものかもしれないので、この行も使いません。そちらを直してください。",
            "The row at {at} cannot be used, and may be meant to replace this one, which is set aside with it. Correct that row.",
        ),
    ),
    "K644": code(
        Severity.ERROR,
        ("案件のない行", "row without its engagement"),
        (
            "案件「{id}」が使えないか、IDが重なっているので、この行も使いません。{at}を直してください。",
            'The engagement "{id}" cannot be used, or its id stands there twice, so that this row is set aside. Correct {at}.',
        ),
    ),
    "K645": code(
        Severity.WARNING,
        ("読まなかったファイル", "file that is not read"),
        (
            "経歴のファイルではないので読みません。読めるもの: .jsonl、.xlsx、.yaml、.json、次の名前の.csv({known})。",
            "It is no file of records and is not read. What is read: .jsonl, .xlsx, .yaml, .json, and .csv of these names: {known}.",
        ),
    ),
    "K646": code(
        Severity.ERROR,
        ("引用符の誤り", "quotation marks that do not match"),
        (
            'この行の「"」が対になっていないので、ここから先の行がわかりません。閉じるか、文字としての「"」なら二つ重ねて書いてください。',
            'The " of this row do not match, so that nobody can tell the rows after it. Close it, or write a " that is a letter twice.',
        ),
    ),
    "K647": code(
        Severity.ERROR,
        ("人の表がない", "no table of the people"),
        (
            "「{sheet}」がありません(ここにあるもの: {found})。社員番号と氏名の表を加えてください。",
            'There is no "{sheet}" (here are: {found}). Add the table of employee numbers and names.',
        ),
    ),
}
