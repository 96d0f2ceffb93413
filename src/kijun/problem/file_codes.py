"""What can be wrong with a file, whatever it holds?"""

from __future__ import annotations

from typing import Final

from kijun.problem.code import Code, code
from kijun.problem.problem import Severity

FILE_CODES: Final[dict[str, Code]] = {
    "K001": code(
        Severity.ERROR,
        ("ファイルが見つからない", "no such file"),
        (
            "「{name}」がありません。名前と場所を確かめてください。",
            '"{name}" does not exist. Check the name and the folder.',
        ),
    ),
    "K002": code(
        Severity.ERROR,
        ("ファイルではない", "not a file"),
        (
            "「{name}」はフォルダーです。{expected}を指定してください。",
            '"{name}" is a folder. Name {expected}.',
        ),
    ),
    "K003": code(
        Severity.ERROR,
        ("ファイルが大きすぎる", "file too large"),
        (
            "{size}MBあります。読めるのは{most}MBまでです。別のファイルを選んでいないか確かめてください。",
            "It has {size} MB; at most {most} MB are read. Check that it is the right file.",
        ),
    ),
    "K004": code(
        Severity.ERROR,
        ("UTF-8ではない", "not UTF-8"),
        (
            "UTF-8の文字ではありません。{guess}。UTF-8で保存し直してください。",
            "This is not UTF-8 text; {guess}. Save it again as UTF-8.",
        ),
    ),
    "K005": code(
        Severity.ERROR,
        ("空のファイル", "empty file"),
        (
            "何も書かれていません。経歴の雛形は`kijun record new`で作れます。",
            "Nothing is written here. `kijun record new` writes a record to start from.",
        ),
    ),
    "K006": code(
        Severity.ERROR,
        ("書式の誤り", "syntax error"),
        (
            "YAMLまたはJSONとして読めません: {reason}。この行とその前の行の字下げ、引用符、括弧を確かめてください。",
            "This is not valid YAML or JSON: {reason}. Check indentation, quotes and brackets of this line and the one before it.",
        ),
    ),
    "K007": code(
        Severity.ERROR,
        ("使えない書き方", "alias, anchor or tag"),
        (
            "YAMLの別名(*)、アンカー(&)、タグ(!)は使えません。値をそのまま書いてください。文字として使うなら引用符で囲んでください。",
            "YAML aliases (*), anchors (&) and tags (!) are not read. Write the value itself; put it in quotes if it is text.",
        ),
    ),
    "K008": code(
        Severity.ERROR,
        ("キーの重複", "duplicate key"),
        (
            "「{key}」は{line}行目にもあります。一方を消すか、まとめてください。",
            '"{key}" also stands at line {line}. Remove one of them, or put them together.',
        ),
    ),
    "K009": code(
        Severity.ERROR,
        ("読み取れない", "cannot be read"),
        ("読み取れません: {reason}。権限を確かめてください。", "It cannot be read: {reason}. Check the permissions."),
    ),
    "K010": code(
        Severity.ERROR,
        ("確かめるものがない", "nothing to check"),
        (
            "「{name}」には経歴(.yaml、.yml、.json)も標準(edition.yaml)もありません。フォルダーを確かめてください。",
            '"{name}" holds neither a record (.yaml, .yml, .json) nor a standard (edition.yaml). Check the folder.',
        ),
    ),
    "K011": code(
        Severity.ERROR,
        ("読めない形", "shape that is not read"),
        ("{what}", "{what}"),
    ),
}
