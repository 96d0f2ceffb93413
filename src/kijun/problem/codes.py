"""Which problems are there, and what does each of them say?

One entry per code: severity, title, and a detail whose {names} are filled in where the problem is found. The titles and
details are the words of the program; docs/reference/problems.md is made from this table.
"""

from __future__ import annotations

from dataclasses import dataclass

from kijun.problem.problem import Severity
from kijun.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """What a code stands for."""

    severity: Severity
    title: Text
    detail: Text


def _code(severity: Severity, title: tuple[str, str], detail: tuple[str, str]) -> Code:
    return Code(severity=severity, title=Text(ja=title[0], en=title[1]), detail=Text(ja=detail[0], en=detail[1]))


_ERROR, _WARNING, _NOTICE = Severity.ERROR, Severity.WARNING, Severity.NOTICE

CODES: dict[str, Code] = {
    "K001": _code(
        _ERROR,
        ("ファイルが見つからない", "no such file"),
        (
            "「{name}」がありません。名前と場所を確かめてください。",
            '"{name}" does not exist. Check the name and the folder.',
        ),
    ),
    "K002": _code(
        _ERROR,
        ("ファイルではない", "not a file"),
        (
            "「{name}」はフォルダーです。{expected}を指定してください。",
            '"{name}" is a folder. Name {expected}.',
        ),
    ),
    "K003": _code(
        _ERROR,
        ("ファイルが大きすぎる", "file too large"),
        (
            "{size}MBあります。読めるのは{most}MBまでです。別のファイルを選んでいないか確かめてください。",
            "It has {size} MB; at most {most} MB are read. Check that it is the right file.",
        ),
    ),
    "K004": _code(
        _ERROR,
        ("UTF-8ではない", "not UTF-8"),
        (
            "UTF-8の文字ではありません。{guess}。UTF-8で保存し直してください。",
            "This is not UTF-8 text; {guess}. Save it again as UTF-8.",
        ),
    ),
    "K005": _code(
        _ERROR,
        ("空のファイル", "empty file"),
        (
            "何も書かれていません。経歴の雛形は`kijun record new`で作れます。",
            "Nothing is written here. `kijun record new` writes a record to start from.",
        ),
    ),
    "K006": _code(
        _ERROR,
        ("書式の誤り", "syntax error"),
        (
            "YAMLまたはJSONとして読めません: {reason}。この行とその前の行の字下げ、引用符、括弧を確かめてください。",
            "This is not valid YAML or JSON: {reason}. Check indentation, quotes and brackets of this line and the one before it.",
        ),
    ),
    "K007": _code(
        _ERROR,
        ("使えない書き方", "alias, anchor or tag"),
        (
            "YAMLの別名(*)、アンカー(&)、タグ(!)は使えません。値をそのまま書いてください。文字として使うなら引用符で囲んでください。",
            "YAML aliases (*), anchors (&) and tags (!) are not read. Write the value itself; put it in quotes if it is text.",
        ),
    ),
    "K008": _code(
        _ERROR,
        ("キーの重複", "duplicate key"),
        (
            "「{key}」は{line}行目にもあります。一方を消すか、まとめてください。",
            '"{key}" also stands at line {line}. Remove one of them, or put them together.',
        ),
    ),
    "K009": _code(
        _ERROR,
        ("読み取れない", "cannot be read"),
        ("読み取れません: {reason}。権限を確かめてください。", "It cannot be read: {reason}. Check the permissions."),
    ),
    "K010": _code(
        _ERROR,
        ("確かめるものがない", "nothing to check"),
        (
            "「{name}」には経歴(.yaml、.yml、.json)も標準(edition.yaml)もありません。フォルダーを確かめてください。",
            '"{name}" holds neither a record (.yaml, .yml, .json) nor a standard (edition.yaml). Check the folder.',
        ),
    ),
    "K011": _code(
        _ERROR,
        ("読めない形", "shape that is not read"),
        ("{what}", "{what}"),
    ),
    "K101": _code(
        _ERROR,
        ("未知のキー", "unknown key"),
        (
            "「{key}」というキーはここにはありません。使えるキー: {known}。",
            '"{key}" is not a key here. Keys: {known}.',
        ),
    ),
    "K102": _code(
        _ERROR,
        ("必要なキーがない", "missing key"),
        ("「{key}」がありません。書き加えてください。", '"{key}" is missing. Add it.'),
    ),
    "K103": _code(
        _ERROR,
        ("値の種類が違う", "wrong type"),
        (
            "ここには{expected}を書きます。今は{found}になっています。",
            "Write {expected} here, instead of {found}.",
        ),
    ),
    "K104": _code(
        _ERROR,
        ("未知の{kind}", "unknown {kind}"),
        (
            "「{word}」という{kind}はありません。使えるもの: {known}。",
            'There is no {kind} "{word}". Known: {known}.',
        ),
    ),
    "K105": _code(
        _ERROR,
        ("idの重複", "duplicate id"),
        (
            "「{id}」は{line}行目でも使われています。別のidにしてください。",
            '"{id}" is also used at line {line}. Give one of them another id.',
        ),
    ),
    "K106": _code(
        _ERROR,
        ("範囲外の数", "number out of range"),
        (
            "{value}と書かれています。{least}以上{most}以下の数を書いてください。",
            "{value} is written. Write a number from {least} to {most}.",
        ),
    ),
    "K107": _code(
        _ERROR,
        ("整数ではない", "not a whole number"),
        ("{value}と書かれています。整数で書いてください。", "{value} is written. Write a whole number."),
    ),
    "K108": _code(
        _ERROR,
        ("日付として読めない", "not a day"),
        (
            "「{value}」は日付として読めません。2021-04-01、2021-04、2021年4月1日、令和3年4月のように書いてください。",
            '"{value}" is not a day. Write it like 2021-04-01, 2021-04, 2021年4月1日 or 令和3年4月.',
        ),
    ),
    "K109": _code(
        _ERROR,
        ("空の値", "empty value"),
        (
            "値がありません。書くか、わからなければ省いてください。",
            "There is no value. Write one, or leave it out if it is not known.",
        ),
    ),
    "K110": _code(
        _ERROR,
        ("ありえない年", "day out of range"),
        (
            "「{value}」と書かれています。{first}年から{last}年までの日付を書いてください。",
            '"{value}" is written. Write a day between {first} and {last}.',
        ),
    ),
    "K111": _code(
        _ERROR,
        ("一覧の中の重複", "listed twice"),
        (
            "「{word}」は{line}行目にもあります。一方を消してください。",
            '"{word}" also stands at line {line}. Remove one of them.',
        ),
    ),
    "K112": _code(
        _ERROR,
        ("制御文字", "control character"),
        (
            "「{value}」に画面に表示できない文字(制御文字)があります。消してください。",
            '"{value}" holds a control character, which cannot be shown. Remove it.',
        ),
    ),
    "K120": _code(
        _ERROR,
        ("出典のないしきい値", "threshold without citation"),
        (
            "「{part}」に出典がありません。citationsに印刷されている行を書いてください。",
            '"{part}" has no citation. Add the line where it is printed under `citations`.',
        ),
    ),
    "K121": _code(
        _ERROR,
        ("ありえない件数", "impossible count"),
        (
            "「{part}」は{asked}件を求めていますが、{offered}件しか挙がっていません。件数か一覧を直してください。",
            '"{part}" asks for {asked}, but lists {offered}. Correct the count or the list.',
        ),
    ),
    "K122": _code(
        _ERROR,
        ("到達できないセル", "unreachable cell"),
        (
            "「{part}」は誰にも満たせません: {reason}。セルを直してください。",
            '"{part}" can be met by nobody: {reason}. Correct the cell.',
        ),
    ),
    "K123": _code(
        _ERROR,
        ("同じパスのセル", "two cells with one path"),
        (
            "「{path}」は{place}にもあります。専門分野とレベルを確かめてください。",
            '"{path}" is also defined at {place}. Check the field and the level.',
        ),
    ),
    "K124": _code(
        _ERROR,
        ("一覧にない必須条件", "mandatory condition not in the list"),
        (
            "「{word}」は必須とされていますが、一覧にありません。一覧に加えるか、必須から外してください。",
            '"{word}" is mandatory but not in the list. Add it to the list, or drop it from the mandatory ones.',
        ),
    ),
    "K125": _code(
        _ERROR,
        ("回数と内訳の不一致", "count and slots differ"),
        (
            "{asked}回と書かれていますが、内訳は{offered}個です。回数と同じ個数にしてください。",
            "It asks for {asked} times; the number of slots is {offered}. List one slot for each time.",
        ),
    ),
    "K126": _code(
        _ERROR,
        ("ありえない範囲", "impossible bounds"),
        (
            "「{part}」の下限{least}は上限{most}を超えています。どちらかを直してください。",
            'The lower bound {least} of "{part}" is above its upper bound {most}. Correct one of them.',
        ),
    ),
    "K127": _code(
        _ERROR,
        ("選べない方針の答え", "policy answer not offered"),
        (
            "「{point}」に「{answer}」という答えはありません。選べるもの: {known}。",
            '"{answer}" is not an answer to "{point}". Answers: {known}.',
        ),
    ),
    "K128": _code(
        _ERROR,
        ("標準ではないフォルダー", "not a standard"),
        (
            "「{name}」にedition.yamlがありません。版のフォルダーを指定してください。",
            'There is no edition.yaml in "{name}". Name the folder of an edition.',
        ),
    ),
    "K201": _code(
        _NOTICE,
        ("全角の数字", "full-width digits"),
        ("「{value}」を{number}として読みました。", '"{value}" was read as {number}.'),
    ),
    "K202": _code(
        _NOTICE,
        ("日が書かれていない", "month without a day"),
        (
            "「{value}」は月だけなので、{day}として数えます。日がわかれば書いてください。",
            '"{value}" names a month only; {day} is counted. Write the day if you know it.',
        ),
    ),
    "K210": _code(
        _ERROR,
        ("終わりが始まりより前", "engagement ends before it starts"),
        (
            "「{id}」は{start}から{end}までと書かれています。入れ替えるか、続いているなら`until`を消してください。",
            '"{id}": {start} to {end}. Swap the days, or leave `until` out if it is still running.',
        ),
    ),
    "K211": _code(
        _WARNING,
        ("始まりが今日より後", "starts later than today"),
        (
            "「{id}」は{start}に始まるので、それより前の日の判定では数えません。日付を確かめてください。",
            '"{id}" starts on {start} and counts for nothing before that day. Check the day.',
        ),
    ),
    "K212": _code(
        _ERROR,
        ("認定者か理由がない", "recognition without author or reason"),
        (
            "相当と認めた、または認めなかった場合は、`by`(誰が)と`reason`(なぜ)を書いてください。",
            "An equivalence that was recognised or refused needs `by` (who decided) and `reason` (why). Add them.",
        ),
    ),
    "K213": _code(
        _ERROR,
        ("従業員数のいらない市場", "employees where none are counted"),
        (
            "「{scope}」では従業員数を数えません。`employees`を消してください。",
            'Employees are not counted for "{scope}". Remove `employees`.',
        ),
    ),
}
