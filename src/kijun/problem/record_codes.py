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
    "K220": code(
        Severity.ERROR,
        ("尺度を超える評価", "rating above the scale"),
        (
            "「{item}」をレベル{level}とは評価できません。最も高いレベルは{scale}です。それ以下のレベルを書いてください。",
            '"{item}" cannot be rated {level}. Its highest level is {scale}. Write that or a lower one.',
        ),
    ),
    "K221": code(
        Severity.NOTICE,
        ("熟達度の定義がないレベルの評価", "rated at a level without a proficiency"),
        (
            "「{name}」({item})のレベル{level}には、スキル熟達度の定義がありません(定義のあるレベル: {defined})。評価はそのまま残します。",
            '"{name}" ({item}) has no proficiency at level {level} (defined: {defined}). The rating is kept.',
        ),
    ),
    "K222": code(
        Severity.NOTICE,
        ("指定した版にないスキル項目", "skill item that the edition asked for lacks"),
        (
            "{had_by}の「{name}」({item})は{asked}にありません。{called}",
            '"{name}" ({item}) is an item of {had_by}; {asked} does not have it. {called}',
        ),
    ),
    "K223": code(
        Severity.ERROR,
        ("知識項目の二重の記録", "knowledge of an item stated twice"),
        (
            "「{item}」の知識項目は{line}行目にも書かれています。書いたものがその項目のすべてになるので、1つにまとめてください。",
            'The knowledge of "{item}" is also stated at line {line}. A statement is the whole of it: put both into one.',
        ),
    ),
    "K224": code(
        Severity.WARNING,
        ("同じ日の2つの評価", "two ratings of one day"),
        (
            "{by}による「{item}」の{day}の評価は{line}行目にもあります。高いほうだけを数えます。日付を確かめるか、どちらかを消してください。",
            '"{item}" is also rated by {by} on {day} at line {line}; the higher one counts. Check the days, or remove one.',
        ),
    ),
    "K225": code(
        Severity.NOTICE,
        ("どの標準にもない試験", "examination that no standard names"),
        (
            "試験「{examination}」は、手元の標準のどの注釈にもありません(ある試験: {known})。記録はそのまま残します。",
            'No standard at hand has a note on the examination "{examination}" (those that have one: {known}). It is kept.',
        ),
    ),
    "K230": code(
        Severity.ERROR,
        ("経歴にない案件", "engagement that is not on record"),
        (
            "「{id}」という案件は経歴にありません(経歴の案件: {known})。idを直すか、新しい案件として`fields`、`activities`、`role`、`from`、`outcome`も書いてください。",
            '"{id}" is no engagement of the record (those are: {known}). Correct the id, or make it a new engagement with `fields`, `activities`, `role`, `from` and `outcome`.',
        ),
    ),
    "K231": code(
        Severity.ERROR,
        ("経歴と違う仮定", "assumed otherwise than recorded"),
        (
            "「{id}」の`{key}`は、経歴では{recorded}です。仮定は経歴に加えるもので、書かれていることは変えられません。消すか、別のidの新しい案件にしてください。",
            '`{key}` of "{id}" is {recorded} on record. An assumption adds to a record and changes nothing in it: remove the key, or write a new engagement with an id of its own.',
        ),
    ),
    "K232": code(
        Severity.ERROR,
        ("すべて書き終えた条件への追加", "condition added to a complete list"),
        (
            "「{id}」の条件は経歴ですべて書き終えたもの(`conditions_complete: true`)なので、{conditions}は加えられません。消すか、経歴を確かめてください。",
            'The record says that "{id}" met no other condition (`conditions_complete: true`), so {conditions} cannot be assumed. Remove it, or check the record.',
        ),
    ),
    "K233": code(
        Severity.ERROR,
        ("経歴より早い終わり", "ends earlier than recorded"),
        (
            "「{id}」は経歴では{recorded}までで、仮定の{given}はそれより前です。`until`には経歴の終わりより後の日を書いてください。",
            '"{id}" lasts until {recorded} on record, and {given} is before that. Write a later day as `until`, or leave it out.',
        ),
    ),
    "K234": code(
        Severity.ERROR,
        ("経歴にない担当市場", "market that is not on record"),
        (
            "「{id}」の担当市場は経歴にすべて書かれています({recorded})。加えられるのは、そこにない従業員数だけです。",
            'The market of "{id}" is on record as a whole ({recorded}). Only head counts that are missing there can be assumed.',
        ),
    ),
    "K235": code(
        Severity.ERROR,
        ("仮定が書かれていない", "nothing assumed"),
        (
            "仮定が何も書かれていません。経歴と同じ書き方で、加える証拠だけを書きます。例: `complete: [mentoring]`",
            "Nothing is assumed here. Write the evidence to be added, as in a record, and nothing else. For example: `complete: [mentoring]`",
        ),
    ),
    "K236": code(
        Severity.ERROR,
        ("仮定ではなく経歴", "a record, not additions"),
        (
            "{keys}は経歴のキーです。仮定のファイルには、経歴にない証拠だけを書きます。消すか、`--with`に別のファイルを指定してください。",
            "A record has {keys}; a file of additions holds only evidence that is not on record. Remove what only a record has, or name another file for `--with`.",
        ),
    ),
    "K237": code(
        Severity.ERROR,
        ("知識項目の取り消し", "knowledge taken away"),
        (
            "「{item}」では{known}が経歴にあります。書いたものがその項目のすべてになるので、それも書いてください。",
            'On record, {known} of "{item}" is known. A statement is the whole of an item: write it here too.',
        ),
    ),
    "K340": code(
        Severity.ERROR,
        ("フォントにない文字", "letter that no font has"),
        (
            (
                "「{letter}」({code})の字形が報告書のフォントにないため、PDFにできません(場所: {words})。別の字で書くか、"
                "読む人のフォントで表示されるHTML(-o passport.html)にしてください。"
            ),
            (
                'The fonts of the report have no glyph for "{letter}" ({code}) in {words}, so no PDF was made. Write another '
                "letter, or write HTML (-o passport.html), which uses the reader's fonts."
            ),
        ),
    ),
    "K341": code(
        Severity.WARNING,
        ("ページに埋め込めない文字", "letter that the page cannot bring along"),
        (
            (
                "「{letter}」({code})の字形が報告書のフォントにありません(場所: {words})。読む人の環境のフォントで表示され、"
                "なければ見えません。別の字で書けば確実です。"
            ),
            (
                'The fonts of the report have no glyph for "{letter}" ({code}) in {words}. It shows in a font of the reader, if '
                "there is one. Another letter would be safe."
            ),
        ),
    ),
    "K342": code(
        Severity.WARNING,
        ("異体字をもとの字形で表示", "variant shown in its plain form"),
        (
            (
                "「{letter}」({code})の異体字の字形が報告書のフォントにないため、もとの字形で表示します(場所: {words})。"
                "フォントにある字を書けば、その字形になります。"
            ),
            (
                'The fonts of the report lack this variant of "{letter}" ({code}) in {words}; its plain form is shown. Write a '
                "letter that the fonts have to get its form."
            ),
        ),
    ),
}
