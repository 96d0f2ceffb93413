"""What can be wrong with a career record that is an Excel workbook?"""

from __future__ import annotations

from typing import Final

from kijun.problem.code import Code, code
from kijun.problem.problem import Severity

WORKBOOK_CODES: Final[dict[str, Code]] = {
    "K400": code(
        Severity.ERROR,
        ("Excelのブックではない", "not an Excel workbook"),
        (
            "{found}。読めるのは.xlsxのブックです。Excelで開き、「Excelブック(*.xlsx)」として保存し直してください。",
            "{found}. Only .xlsx workbooks are read. Open it in Excel and save it as an Excel workbook (*.xlsx).",
        ),
    ),
    "K401": code(
        Severity.ERROR,
        ("パスワードのあるブック", "workbook with a password"),
        (
            "パスワードで保護されているため読めません。パスワードを外して保存し直してください。",
            "It is protected by a password and cannot be read. Save it without the password.",
        ),
    ),
    "K402": code(
        Severity.ERROR,
        ("ブックが大きすぎる", "workbook too large"),
        (
            "{reason}。経歴のブックか確かめ、画像や不要な書式を消して保存し直してください。",
            "{reason}. Check that it is a career record; remove pictures and formats that are not needed, and save it again.",
        ),
    ),
    "K403": code(
        Severity.ERROR,
        ("シートが大きすぎる", "sheet too large"),
        (
            "1つのシートから読むのは{rows}行、{columns}列までです。遠くのセルに何か書かれていないか確かめてください。",
            "At most {rows} rows and {columns} columns of a sheet are read. Look for something written in a far-off cell.",
        ),
    ),
    "K404": code(
        Severity.ERROR,
        ("経歴のシートがない", "no sheet of a career record"),
        (
            "「{sheet}」のシートがありません(このブックのシート: {found})。雛形から写すか、シートの名前を直してください。",
            'There is no sheet "{sheet}" (sheets of this workbook: {found}). Copy it from the template, or correct the name of the sheet.',
        ),
    ),
    "K405": code(
        Severity.NOTICE,
        ("空とみなしたシート", "sheets read as empty"),
        (
            "次のシートがないので、何も書かれていないものとして読みました: {sheets}。",
            "These sheets are missing, and were read as if nothing stood in them: {sheets}.",
        ),
    ),
    "K406": code(
        Severity.WARNING,
        ("読まなかったシート", "sheet that is not read"),
        (
            "「{sheet}」は経歴のシートではないので読みません。経歴を書いたのなら、雛形のシートの名前に直してください。",
            '"{sheet}" is no sheet of a career record and is not read. If it holds some of the record, give it the name that the template has.',
        ),
    ),
    "K407": code(
        Severity.ERROR,
        ("同じ内容のシートが二つ", "two sheets for one thing"),
        (
            "「{sheet}」と「{other}」は同じ内容のシートです。1つにまとめてください。",
            '"{sheet}" and "{other}" are the same sheet of a record. Put them together.',
        ),
    ),
    "K410": code(
        Severity.ERROR,
        ("知らない列", "unknown column"),
        (
            "「{heading}」という列は「{sheet}」にありません(使える列: {known})。見出しを直すか、列を消してください。",
            '"{heading}" is no column of "{sheet}" (its columns: {known}). Correct the heading, or remove the column.',
        ),
    ),
    "K411": code(
        Severity.ERROR,
        ("同じ見出しの列が二つ", "column twice"),
        (
            "「{heading}」の列は{column}列にもあります。1つにまとめてください。",
            'Column {column} is also "{heading}". Put them together.',
        ),
    ),
    "K412": code(
        Severity.ERROR,
        ("必要な列がない", "missing column"),
        (
            "「{heading}」の列がありません。見出しの行に加え、各行に書いてください。",
            'There is no column "{heading}". Add it to the row of headings, and fill it in.',
        ),
    ),
    "K413": code(
        Severity.ERROR,
        ("見出しのない列", "column without a heading"),
        (
            "見出しのない列に「{value}」と書かれています。見出しを書くか、消してください。",
            '"{value}" stands in a column without a heading. Write the heading, or remove it.',
        ),
    ),
    "K414": code(
        Severity.ERROR,
        ("空のセル", "empty cell"),
        (
            "「{heading}」が空です。この行には必要です。書くか、行を消してください。",
            '"{heading}" is empty, and this row needs it. Fill it in, or remove the row.',
        ),
    ),
    "K415": code(
        Severity.ERROR,
        ("知らない語", "word that is not known"),
        (
            "「{word}」は「{heading}」の語ではありません。使える語: {known}。一覧は「{sheet}」のシートにあります。",
            '"{word}" is no word for "{heading}". Known: {known}. The sheet "{sheet}" of the template lists them.',
        ),
    ),
    "K416": code(
        Severity.ERROR,
        ("どの語か決まらない", "name of several words"),
        (
            "「{word}」には同じ名前の語がいくつかあります: {known}。どれかを書いてください。",
            '"{word}" can mean several words: {known}. Write one of them.',
        ),
    ),
    "K417": code(
        Severity.ERROR,
        ("シートにない案件", "engagement that no sheet has"),
        (
            "「{id}」という案件は「{sheet}」のシートにありません(案件のID: {known})。IDを直すか、案件を加えてください。",
            '"{id}" is no engagement of the sheet "{sheet}" (ids: {known}). Correct the id, or add the engagement.',
        ),
    ),
    "K418": code(
        Severity.ERROR,
        ("「なし」とほかの値", "none, and something as well"),
        (
            "「{nothing}」と書かれていますが、ほかにも書かれています。どちらかを消してください。",
            '"{nothing}" is written, but something else is, too. Remove one or the other.',
        ),
    ),
    "K419": code(
        Severity.ERROR,
        ("本人が二人", "two people"),
        (
            "1つのブックに書けるのは1人です。2人目の行を消し、別のブックに書いてください。",
            "A workbook is the record of one person. Remove the second row, and write another workbook for it.",
        ),
    ),
}
