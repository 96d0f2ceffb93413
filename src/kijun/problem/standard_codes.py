"""What can be wrong with a standard?"""

from __future__ import annotations

from typing import Final

from kijun.problem.code import Code, code
from kijun.problem.problem import Severity

STANDARD_CODES: Final[dict[str, Code]] = {
    "K101": code(
        Severity.ERROR,
        ("未知のキー", "unknown key"),
        (
            "「{key}」というキーはここにはありません。使えるキー: {known}。",
            '"{key}" is not a key here. Keys: {known}.',
        ),
    ),
    "K102": code(
        Severity.ERROR,
        ("必要なキーがない", "missing key"),
        ("「{key}」がありません。書き加えてください。", '"{key}" is missing. Add it.'),
    ),
    "K103": code(
        Severity.ERROR,
        ("値の種類が違う", "wrong type"),
        (
            "ここには{expected}を書きます。今は{found}になっています。",
            "Write {expected} here, instead of {found}.",
        ),
    ),
    "K104": code(
        Severity.ERROR,
        ("未知の{kind}", "unknown {kind}"),
        (
            "「{word}」という{kind}はありません。使えるもの: {known}。",
            'There is no {kind} "{word}". Known: {known}.',
        ),
    ),
    "K105": code(
        Severity.ERROR,
        ("idの重複", "duplicate id"),
        (
            "「{id}」は{line}行目でも使われています。別のidにしてください。",
            '"{id}" is also used at line {line}. Give one of them another id.',
        ),
    ),
    "K106": code(
        Severity.ERROR,
        ("範囲外の数", "number out of range"),
        (
            "{value}と書かれています。{least}以上{most}以下の数を書いてください。",
            "{value} is written. Write a number from {least} to {most}.",
        ),
    ),
    "K107": code(
        Severity.ERROR,
        ("整数ではない", "not a whole number"),
        ("{value}と書かれています。整数で書いてください。", "{value} is written. Write a whole number."),
    ),
    "K108": code(
        Severity.ERROR,
        ("日付として読めない", "not a day"),
        (
            "「{value}」は日付として読めません。2021-04-01、2021-04、2021年4月1日、令和3年4月のように書いてください。",
            '"{value}" is not a day. Write it like 2021-04-01, 2021-04, 2021年4月1日 or 令和3年4月.',
        ),
    ),
    "K109": code(
        Severity.ERROR,
        ("空の値", "empty value"),
        (
            "値がありません。書くか、わからなければ省いてください。",
            "There is no value. Write one, or leave it out if it is not known.",
        ),
    ),
    "K110": code(
        Severity.ERROR,
        ("ありえない年", "day out of range"),
        (
            "「{value}」と書かれています。{first}年から{last}年までの日付を書いてください。",
            '"{value}" is written. Write a day between {first} and {last}.',
        ),
    ),
    "K111": code(
        Severity.ERROR,
        ("一覧の中の重複", "listed twice"),
        (
            "「{word}」は{line}行目にもあります。一方を消してください。",
            '"{word}" also stands at line {line}. Remove one of them.',
        ),
    ),
    "K112": code(
        Severity.ERROR,
        ("制御文字", "control character"),
        (
            "「{value}」に画面に表示できない文字(制御文字)があります。消してください。",
            '"{value}" holds a control character, which cannot be shown. Remove it.',
        ),
    ),
    "K120": code(
        Severity.ERROR,
        ("出典のないしきい値", "threshold without citation"),
        (
            "「{part}」に出典がありません。citationsに印刷されている行を書いてください。",
            '"{part}" has no citation. Add the line where it is printed under `citations`.',
        ),
    ),
    "K121": code(
        Severity.ERROR,
        ("ありえない件数", "impossible count"),
        (
            "「{part}」は{asked}件を求めていますが、{offered}件しか挙がっていません。件数か一覧を直してください。",
            '"{part}" asks for {asked}, but lists {offered}. Correct the count or the list.',
        ),
    ),
    "K122": code(
        Severity.ERROR,
        ("到達できないセル", "unreachable cell"),
        (
            "「{part}」は誰にも満たせません: {reason}。セルを直してください。",
            '"{part}" can be met by nobody: {reason}. Correct the cell.',
        ),
    ),
    "K123": code(
        Severity.ERROR,
        ("同じパスのセル", "two cells with one path"),
        (
            "「{path}」は{place}にもあります。専門分野とレベルを確かめてください。",
            '"{path}" is also defined at {place}. Check the field and the level.',
        ),
    ),
    "K124": code(
        Severity.ERROR,
        ("一覧にない必須条件", "mandatory condition not in the list"),
        (
            "「{word}」は必須とされていますが、一覧にありません。一覧に加えるか、必須から外してください。",
            '"{word}" is mandatory but not in the list. Add it to the list, or drop it from the mandatory ones.',
        ),
    ),
    "K125": code(
        Severity.ERROR,
        ("回数と内訳の不一致", "count and slots differ"),
        (
            "{asked}回と書かれていますが、内訳は{offered}個です。回数と同じ個数にしてください。",
            "It asks for {asked} times; the number of slots is {offered}. List one slot for each time.",
        ),
    ),
    "K126": code(
        Severity.ERROR,
        ("ありえない範囲", "impossible bounds"),
        (
            "「{part}」の下限{least}は上限{most}を超えています。どちらかを直してください。",
            'The lower bound {least} of "{part}" is above its upper bound {most}. Correct one of them.',
        ),
    ),
    "K127": code(
        Severity.ERROR,
        ("選べない方針の答え", "policy answer not offered"),
        (
            "「{point}」に「{answer}」という答えはありません。選べるもの: {known}。",
            '"{answer}" is not an answer to "{point}". Answers: {known}.',
        ),
    ),
    "K128": code(
        Severity.ERROR,
        ("標準ではないフォルダー", "not a standard"),
        (
            "「{name}」にedition.yamlもoverlay.yamlもありません。標準のフォルダーを指定してください。",
            'There is neither edition.yaml nor overlay.yaml in "{name}". Name the folder of a standard.',
        ),
    ),
    "K129": code(
        Severity.ERROR,
        ("読めなかった部分の値", "value of a part that was not understood"),
        (
            "「{part}」はunreadに挙がっていますが、値もあります。値が正しければunreadから外し、そうでなければ値を消してください。",
            '"{part}" stands in `unread` and has a value. Take it out of `unread` if the value is right, or else remove the value.',
        ),
    ),
    "K160": code(
        Severity.ERROR,
        ("熟達度のないレベル", "level without a proficiency"),
        (
            "「{item}」にレベル{level}のスキル熟達度はありません。あるレベル: {levels}。レベルかスキル項目を直してください。",
            '"{item}" has no proficiency at level {level}. It has some at: {levels}. Correct the level or the item.',
        ),
    ),
    "K140": code(
        Severity.ERROR,
        ("同じパスのスキル項目", "two skill items with one path"),
        (
            "「{path}」は{place}にもあります。専門分野とidを確かめてください。",
            '"{path}" is also defined at {place}. Check the field and the id.',
        ),
    ),
    "K141": code(
        Severity.ERROR,
        ("見出しのないレベルの熟達度", "proficiency at a level that is not headed"),
        (
            "レベル{level}の熟達度がありますが、headedにこのレベルがありません(headed: {headed})。headedに加えるか、レベルを直してください。",
            "There is a proficiency at level {level}, which `headed` does not list (headed: {headed}). Add it there, or correct the level.",
        ),
    ),
    "K142": code(
        Severity.ERROR,
        ("表にない知識項目", "knowledge item that no table has"),
        (
            "「{word}」は「{item}」の知識項目にありません。idを直すか、概要にだけあるものならnameを書いてください。",
            '"{word}" is not a knowledge item of "{item}". Correct the id, or write its name where only the overview has it.',
        ),
    ),
}
