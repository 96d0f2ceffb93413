"""Which sheet and which column holds which fact of a career record?

The record is the plain mapping of a record file. What a workbook cannot say, and is lost on the way out and back:

| in the record | comes back as |
|---|---|
| `$schema`, and every key that a record does not have | nothing |
| a key without a value, and `sizes: {}` | nothing |
| a name without a reading, written as `{text: ...}` | the name alone |
| a word of the vocabulary with spaces around it | the word alone |
| a number with a fraction of zero, such as `1.0`, or of more than 15 digits | the same digits, as text |
| surrogates and U+FFFE, U+FFFF, which no XML may hold | U+FFFD |
| `market` and `equivalences` of an engagement whose `id` another one has too | those of the first one |

Everything else comes back as it was, including months without a day and days of the Japanese calendar.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from kijun.evidence.words import KINDS, LIST_NAMES
from kijun.framework.edition import Edition
from kijun.problem import Path
from kijun.text import Text, join, same

Holds = Literal["text", "number", "day", "flag", "word", "words"]
ENGAGEMENT: Final[Path] = ("engagement",)
"""The column of a sheet of its own that names the engagement; it is no key of the record."""
INSTRUCTIONS: Final = Text(ja="記入方法", en="How to fill in")
WORDS: Final = Text(ja="語の一覧", en="Words")
NOTHING: Final = Text(ja="(なし)", en="(none)")
"""What says that a list is known to be empty."""
FLAGS: Final[Mapping[bool, Text]] = {True: Text(ja="はい", en="Yes"), False: Text(ja="いいえ", en="No")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: the way from a row's item to the fact, its heading, what a value is, and of which kind its words are."""

    path: Path
    heading: Text
    holds: Holds
    words: str | None = None
    is_required: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet: the list of the record that its rows are, or the list of an engagement; () is the person."""

    path: tuple[str, ...]
    name: Text
    columns: tuple[Column, ...]

    @property
    def is_of_engagement(self) -> bool:
        """Whether a row belongs to the engagement that it names."""
        return self.columns[0].path == ENGAGEMENT


def _text(path: str, ja: str, en: str, *, must: bool = False) -> Column:
    return Column(path=tuple(path.split(".")), heading=Text(ja=ja, en=en), holds="text", is_required=must)


def _day(path: str, ja: str, en: str, *, must: bool = False) -> Column:
    return Column(path=(path,), heading=Text(ja=ja, en=en), holds="day", is_required=must)


def _number(path: str, ja: str, en: str, *, must: bool = False) -> Column:
    return Column(path=(path,), heading=Text(ja=ja, en=en), holds="number", is_required=must)


def _word(path: str, words: str, heading: Text | None = None, *, must: bool = False) -> Column:
    said = heading or KINDS[words]
    return Column(path=tuple(path.split(".")), heading=_capital(said), holds="word", words=words, is_required=must)


def _words(path: str, words: str, heading: Text | None = None, *, must: bool = False) -> Column:
    said = heading or KINDS[words]
    return Column(path=(path,), heading=_capital(said), holds="words", words=words, is_required=must)


def _capital(text: Text) -> Text:
    return Text(ja=text.ja, en=text.en[:1].upper() + text.en[1:])


_BY: Final = _text("by", "判断した人", "Decided by")
_REASON: Final = _text("reason", "理由", "Reason")
_OWNER: Final = Column(path=ENGAGEMENT, heading=Text(ja="案件のID", en="Engagement id"), holds="text", is_required=True)

_PERSON: Final = Sheet(
    path=(),
    name=Text(ja="本人", en="Person"),
    columns=(
        _text("employee", "社員番号", "Employee id", must=True),
        _text("name.text", "氏名", "Name", must=True),
        _text("name.reading", "氏名の読み", "Reading of the name"),
        _text("team", "所属", "Team"),
        _words("complete", "list", Text(ja="漏れなく書いた一覧", en="Lists with nothing missing")),
    ),
)
_BEFORE_SIZES: Final = (
    _text("id", "案件のID", "Engagement id", must=True),
    _text("title.ja", "件名", "Title"),
    _text("title.en", "件名(英語)", "Title (English)"),
    _text("project", "プロジェクト", "Project"),
    _words("fields", "field", Text(ja="専門分野", en="Fields"), must=True),
    _words("activities", "activity", Text(ja="活動", en="Activities"), must=True),
    _word("role", "role", must=True),
    _day("from", "開始日", "From", must=True),
    _day("until", "終了日", "Until"),
    _word("outcome", "outcome", must=True),
    _words("conditions", "condition", Text(ja="複雑性の条件", en="Conditions of complexity")),
    Column(path=("conditions_complete",), heading=Text(ja="条件はこれがすべて", en="No other condition"), holds="flag"),
    _word("sizes.customers", "customers"),
)
_MASKED: Final = _words("masked", "masked", Text(ja="伏せる事実", en="Facts to be masked"))
_AFTER_ENGAGEMENTS: Final = (
    Sheet(
        path=("engagements", "market"),
        name=Text(ja="担当市場", en="Market"),
        columns=(
            _OWNER,
            _word("scope", "scope", must=True),
            _number("count", "数", "Count"),
            _number("employees", "従業員数", "Employees"),
        ),
    ),
    Sheet(
        path=("engagements", "equivalences"),
        name=Text(ja="相当の判断", en="Equivalences"),
        columns=(
            _OWNER,
            _word("to", "equal", Text(ja="相当するもの", en="Equals")),
            _word("decision", "decision", must=True),
            _BY,
            _REASON,
            _day("day", "判断日", "Day"),
        ),
    ),
    Sheet(
        path=("expertise",),
        name=LIST_NAMES["expertise"],
        columns=(
            _word("area", "area", must=True),
            _word("degree", "degree"),
            _word("reach", "reach"),
            _day("since", "いつから", "Since"),
        ),
    ),
    Sheet(
        path=("contributions",),
        name=LIST_NAMES["contributions"],
        columns=(
            _word("kind", "contribution", must=True),
            _text("title.ja", "件名", "Title"),
            _text("title.en", "件名(英語)", "Title (English)"),
            _day("day", "日付", "Day", must=True),
        ),
    ),
    Sheet(
        path=("mentoring",),
        name=LIST_NAMES["mentoring"],
        columns=(_text("whom", "育てた人", "Whom", must=True), _day("since", "いつから", "Since", must=True)),
    ),
    Sheet(
        path=("qualifications",),
        name=LIST_NAMES["qualifications"],
        columns=(_word("examination", "examination", must=True), _day("day", "合格日", "Day", must=True)),
    ),
    Sheet(
        path=("ratings",),
        name=LIST_NAMES["ratings"],
        columns=(
            _word("item", "item", must=True),
            _number("level", "レベル", "Level", must=True),
            _word("by", "rater", Text(ja="評価した人", en="Rated by"), must=True),
            _day("day", "評価日", "Day", must=True),
            _text("note", "備考", "Note"),
        ),
    ),
    Sheet(
        path=("knowledge",),
        name=KINDS["knowledge"],
        columns=(
            _word("item", "item", must=True),
            _words("known", "knowledge", Text(ja="知っている知識項目", en="Known"), must=True),
        ),
    ),
    Sheet(
        path=("confirmations",),
        name=Text(ja="セルの確認", en="confirmations"),
        columns=(
            _word("cell", "cell", Text(ja="セル", en="cell"), must=True),
            _word("decision", "confirmation", Text(ja="判断", en="decision"), must=True),
            Column(path=_BY.path, heading=_BY.heading, holds="text", is_required=True),
            Column(path=_REASON.path, heading=_REASON.heading, holds="text", is_required=True),
            _day("day", "判断日", "Day", must=True),
        ),
    ),
)


def sheets(editions: Sequence[Edition]) -> tuple[Sheet, ...]:
    """Return the sheets of a record, in order; each measure of the editions has a column among the engagements."""
    engagements = Sheet(
        path=("engagements",),
        name=LIST_NAMES["engagements"],
        columns=(*_BEFORE_SIZES, *_measures(editions), _MASKED),
    )
    made = (_PERSON, engagements, *_AFTER_ENGAGEMENTS)
    return tuple(Sheet(path=each.path, name=_capital(each.name), columns=each.columns) for each in made)


def _measures(editions: Sequence[Edition]) -> list[Column]:
    """Return a column for each measure; where two of them are called the same, their ids tell them apart."""
    measures = {measure.id: measure for each in editions for measure in each.vocabulary.measures.values()}
    named = {
        identity: Text(
            ja=f"{measure.name.ja}({measure.unit.ja})", en=f"{_capital(measure.name).en} ({measure.unit.en})"
        )
        for identity, measure in measures.items()
    }
    often = Counter(words for name in named.values() for words in {name.ja, name.en})
    return [
        Column(
            path=("sizes", identity),
            heading=join([name, same(identity)], ja=" ", en=" ") if max(often[name.ja], often[name.en]) > 1 else name,
            holds="number",
        )
        for identity, name in named.items()
    ]
