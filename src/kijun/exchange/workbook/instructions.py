"""What is a person told who fills in the workbook?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kijun.exchange.workbook.mapping import FLAGS
from kijun.text import Text

TITLE: Final = Text(ja="経歴のブックの記入方法", en="How to fill in this career record")
LINES: Final[tuple[Text, ...]] = (
    Text(
        ja="1行に1つずつ書きます。見出しに * のある列は必ず書き、ほかは分かるものだけ書きます。空のままの欄は「不明」として扱います。",
        en="Write one thing in each row. Columns marked * are needed; of the others, fill in what you know. What stays empty is unknown.",
    ),
    Text(
        ja="「本人」から始め、次に「案件」を書きます。案件のIDは自分で決める短い名前で、「担当市場」と「相当の判断」の行はそのIDで案件を指します。",
        en='Start with "Person", then write the engagements. The id of an engagement is a short name of your choice; the rows of "Market" and "Equivalences" name the engagement by it.',
    ),
    Text(
        ja="語の欄では、一覧から選ぶか、日本語または英語の名前を書きます。使える語は「語の一覧」にあります。",
        en='Where a word is asked for, choose one from the list, or write its name in Japanese or English. The sheet "Words" lists them all.',
    ),
    Text(
        ja="いくつも書く欄(専門分野、活動、条件など)では、セルの中で改行する(Alt+Enter)か、「、」で区切ります。",
        en="Where several are asked for (fields, activities, conditions and so on), write each on a line of its own inside the cell (Alt+Enter), or put commas between them.",
    ),
    Text(
        ja="日付は 2021-04-01 や 2021年4月1日 のように書きます。日が分からなければ、'2021-04 のように先頭に ' を付けて月だけを書きます(付けないとExcelが1日に変えます)。",
        en="Write a day as 2021-04-01. Where you do not know the day, write the month with an apostrophe before it, '2021-04, or Excel makes it the first of the month.",
    ),
    Text(
        ja="終わっていない案件の終了日は空けておきます。",
        en="Leave the last day of an engagement empty while it is running.",
    ),
    Text(
        ja="条件や知識項目が一つもないと分かっているときは「(なし)」と書きます。空のままだと不明になります。",
        en='Where you know that there is none, of conditions or knowledge items for example, write "(none)". An empty cell says that it is unknown.',
    ),
    Text(
        ja="「漏れなく書いた一覧」には、書き漏らしのない一覧を挙げます。挙げた一覧に書かれていないことは「ない」とみなします。",
        en='"Lists with nothing missing" names the lists that are complete. What a complete list does not hold counts as not there.',
    ),
    Text(
        ja="シートと列の名前は変えないでください。使わないシートは空のままで構いません。",
        en="Keep the names of sheets and columns. Leave the sheets empty that you do not need.",
    ),
)
EXAMPLE_TITLE: Final = Text(ja="案件の1行の例(架空)", en="An engagement, as an example (invented)")
EXAMPLE: Final[Mapping[str, Text]] = {
    "id": Text(ja="branch-rollout", en="branch-rollout"),
    "title.ja": Text(ja="あさかぜ銀行 支店端末の全国展開", en="Asakaze Bank: terminals for every branch"),
    "from": Text(ja="2019-04-01", en="2019-04-01"),
    "until": Text(ja="2022-03-31", en="2022-03-31"),
    "conditions_complete": FLAGS[True],
}
"""The facts of the example that are no words of a vocabulary."""
EXAMPLE_WORDS: Final[Mapping[str, slice]] = {
    "fields": slice(1),
    "activities": slice(2),
    "role": slice(1),
    "outcome": slice(-1, None),
    "conditions": slice(2),
    "sizes.customers": slice(1),
}
"""Which words of its vocabulary the example has; the outcomes end with the best one."""
DAY_HELP: Final = Text(
    ja="2021-04-01 のように書きます。月しか分からなければ '2021-04 (先頭に ' )と書きます。",
    en="For example 2021-04-01. Where only the month is known: '2021-04, with the apostrophe.",
)
WORD_HELP: Final = Text(
    ja="一覧から選ぶか、名前を書きます。使える語は「語の一覧」のシートにあります。",
    en='Choose from the list, or write the name. The sheet "Words" has them all.',
)
WORDS_HELP: Final = Text(
    ja="いくつでも書けます。セルの中で改行する(Alt+Enter)か、「、」で区切ります。語は「語の一覧」のシートにあります。",
    en='Several may stand here, each on its own line (Alt+Enter) or with commas. The sheet "Words" has them all.',
)
UNKNOWN: Final = Text(ja="知らない語です", en="Not a known word")
UNKNOWN_HELP: Final = Text(
    ja="「語の一覧」のシートにない語です。このまま書きますか。",
    en='The sheet "Words" does not have it. Keep it all the same?',
)
WORDS_HEADINGS: Final = (Text(ja="種類", en="Kind"), Text(ja="名前", en="Name"), Text(ja="ID", en="Id"))
