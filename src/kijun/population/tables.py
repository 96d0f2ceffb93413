"""Which tables does a workforce consist of, and what stands in each column?

This is the published schema: it is written into Parquet, checked when a workforce is opened, and printed in the docs. People
are numbered in the order of their employee numbers; every table is sorted by that number and cut into parts of the same
people. What many people share (a kind of work, a set of conditions) stands once, in a table of the whole workforce.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from kijun.text import Text

VERSION: Final = 1
"""Of the schema; a workforce of another one is refused."""
MOST_LEVEL: Final = 15
"""That a rating can have; every standard ends far below it."""
SIZE: Final = "size_"
"""A measure stands in a column of its own: size_peak_persons."""

Kind = Literal["bool", "int8", "int16", "int32", "int64", "date", "string"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its name, its type, what it holds, and whether it can be empty."""

    name: str
    kind: Kind
    says: Text
    can_be_empty: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table. `is_cut` says that it is cut into parts by people; else it is one file for the whole workforce."""

    name: str
    says: Text
    columns: tuple[Column, ...]
    is_cut: bool = True


def _column(name: str, kind: Kind, ja: str, en: str, *, can_be_empty: bool = False) -> Column:
    return Column(name=name, kind=kind, says=Text(ja=ja, en=en), can_be_empty=can_be_empty)


def _day(name: str, ja: str, en: str, *, can_be_empty: bool = False) -> tuple[Column, Column]:
    """Return the columns of a recorded day: a month stands as its first day, or as its last where something ends."""
    return (
        _column(name, "date", ja, en, can_be_empty=can_be_empty),
        _column(f"is_{name}_month", "bool", f"{name}は月までしか記録がない", f"only the month of {name} is known"),
    )


_PERSON = _column("person", "int32", "人の番号(peopleのもの)", "the number of the person, in people")
_POSITION = _column("position", "int16", "経歴の中の順番", "its place in the record")

PEOPLE: Final = Table(
    name="people",
    says=Text(ja="人", en="A person"),
    columns=(
        _column("person", "int32", "番号。0から、社員番号の順", "a number, from 0, in the order of employee numbers"),
        _column("employee", "string", "社員番号", "the employee number"),
        _column("name", "string", "氏名", "the name as it is written"),
        _column("reading", "string", "氏名の読み", "how the name is read aloud", can_be_empty=True),
        _column("team", "string", "所属", "the team", can_be_empty=True),
        _column("all_engagements", "bool", "案件の一覧に漏れがない", "the list of engagements is declared complete"),
        _column("all_expertise", "bool", "専門性の一覧に漏れがない", "the list of areas is declared complete"),
        _column("all_contributions", "bool", "技術の継承の一覧に漏れがない", "that of contributions is"),
        _column("all_mentoring", "bool", "後進の育成の一覧に漏れがない", "that of mentoring is"),
        _column("all_qualifications", "bool", "資格の一覧に漏れがない", "that of examinations is"),
        _column("all_ratings", "bool", "スキルの評価の一覧に漏れがない", "that of ratings is"),
    ),
)
ENGAGEMENTS: Final = Table(
    name="engagements",
    says=Text(
        ja="案件。規模はsize_で始まる列で、記録のないものは空",
        en="An engagement. Sizes stand in the columns that begin with size_, empty where none is on record",
    ),
    columns=(
        _PERSON,
        _POSITION,
        _column("id", "string", "案件のid", "the id of the engagement"),
        _column("title_ja", "string", "日本語の件名", "the title in Japanese", can_be_empty=True),
        _column("title_en", "string", "英語の件名", "the title in English", can_be_empty=True),
        _column("project", "string", "プロジェクト", "the project: records of one project are one time"),
        _column(
            "shared_project",
            "int32",
            "この人のほかの案件と同じプロジェクトなら、その番号(1から)。ほかになければ0",
            "the number, from 1, of a project that another engagement of the person shares, else 0",
        ),
        _column("work", "int32", "どんな仕事か(worksの番号)", "what kind of work, in works"),
        _column(
            "title_held", "string", "記録された役職名", "the title that was recorded for the role", can_be_empty=True
        ),
        *_day("since", "始まりの日", "its first day"),
        *_day("until", "終わりの日。空なら継続中", "its last day; empty while it is running", can_be_empty=True),
        _column(
            "condition_set", "int32", "成り立った条件(condition_setsの番号)", "which conditions held, in condition_sets"
        ),
        _column(
            "context", "int32", "顧客、市場、相当の判断(contextsの番号)", "customers, market and claims, in contexts"
        ),
        _column(
            "masked",
            "string",
            "他人に見せない事実。「;」区切り",
            "facts not to be shown to others, with ; between",
            can_be_empty=True,
        ),
    ),
)
EXPERTISE: Final = Table(
    name="expertise",
    says=Text(ja="専門性の領域", en="An area of expertise"),
    columns=(
        _PERSON,
        _POSITION,
        _column("holding", "int32", "領域、程度、範囲(holdingsの番号)", "area, degree and reach, in holdings"),
        *_day("since", "いつから", "since when", can_be_empty=True),
    ),
)
CONTRIBUTIONS: Final = Table(
    name="contributions",
    says=Text(ja="技術の継承", en="A contribution"),
    columns=(
        _PERSON,
        _POSITION,
        _column("kind", "int32", "種類(kindsの番号)", "its kind, in kinds"),
        _column("title_ja", "string", "日本語の件名", "the title in Japanese", can_be_empty=True),
        _column("title_en", "string", "英語の件名", "the title in English", can_be_empty=True),
        *_day("day", "日", "its day"),
    ),
)
MENTORING: Final = Table(
    name="mentoring",
    says=Text(ja="後進の育成", en="Mentoring or coaching of somebody"),
    columns=(
        _PERSON,
        _POSITION,
        _column("whom", "string", "誰を", "whom"),
        *_day("since", "いつから", "since when"),
    ),
)
QUALIFICATIONS: Final = Table(
    name="qualifications",
    says=Text(ja="合格した試験", en="An examination passed"),
    columns=(
        _PERSON,
        _POSITION,
        _column("examination", "int32", "試験(examinationsの番号)", "which, in examinations"),
        *_day("day", "日", "its day"),
    ),
)
RATINGS: Final = Table(
    name="ratings",
    says=Text(ja="スキルの評価", en="A rating of a skill item"),
    columns=(
        _PERSON,
        _POSITION,
        _column("item", "int32", "スキル項目(itemsの番号)", "the skill item, in items"),
        _column("level", "int8", "評価されたレベル", "the level given"),
        _column(
            "rater", "int8", "評価者。0本人、1上司、2評価者", "who rated it: 0 the person, 1 a superior, 2 an assessor"
        ),
        *_day("day", "日", "its day"),
        _column(
            "until",
            "date",
            "同じ名前の項目に、同じ評価者の新しい評価か、より重い評価者の評価がある最初の日。なければ空",
            "the first day on which a later rating by the same rater, or one by a weightier rater, stands under the same name; "
            "empty where there is none",
            can_be_empty=True,
        ),
        _column(
            "is_contested",
            "bool",
            "同じ項目が、専門分野の項目としても職種共通の項目としても評価されている",
            "the item is rated both as that of a field and as the common one",
        ),
    ),
)
CONFIRMATIONS: Final = Table(
    name="confirmations",
    says=Text(ja="セルの確認", en="An assessor's word on a cell, or on a part that was not understood"),
    columns=(
        _PERSON,
        _POSITION,
        _column("cell", "string", "セル、またはその部分", "the cell, or the part of it"),
        _column("decision", "string", "confirmedかrefused", "confirmed or refused"),
        _column("by", "string", "誰が", "by whom"),
        _column("reason", "string", "理由", "why"),
        *_day("day", "日", "its day"),
        _column(
            "until",
            "date",
            "同じセルについて次の判断がある日。なければ空",
            "the day of the next word on the same cell; empty where there is none",
            can_be_empty=True,
        ),
    ),
)

WORKS: Final = Table(
    name="works",
    says=Text(
        ja="仕事の種類: 役割、成果、専門分野、活動の組み合わせ",
        en="A kind of work: role, outcome, fields and activities together",
    ),
    columns=(
        _column("work", "int32", "番号", "a number"),
        _column("role", "string", "役割", "the role"),
        _column("outcome", "string", "成果", "the outcome"),
    ),
    is_cut=False,
)
WORK_FIELDS: Final = Table(
    name="work_fields",
    says=Text(ja="仕事の種類の専門分野", en="A field of a kind of work"),
    columns=(
        _column("work", "int32", "番号", "the number in works"),
        _column("position", "int16", "書かれた順番。最初は0", "in the order written, the first is 0"),
        _column("field", "string", "専門分野", "the field"),
    ),
    is_cut=False,
)
WORK_ACTIVITIES: Final = Table(
    name="work_activities",
    says=Text(ja="仕事の種類の活動", en="An activity of a kind of work"),
    columns=(
        _column("work", "int32", "番号", "the number in works"),
        _column("activity", "string", "活動", "the activity"),
    ),
    is_cut=False,
)
CONDITION_SETS: Final = Table(
    name="condition_sets",
    says=Text(ja="成り立った条件の組", en="A set of conditions that held"),
    columns=(
        _column("condition_set", "int32", "番号", "a number"),
        _column("is_whole", "bool", "ほかに成り立った条件はない", "no other condition held"),
    ),
    is_cut=False,
)
CONDITIONS: Final = Table(
    name="conditions",
    says=Text(ja="組の中の条件", en="A condition of a set"),
    columns=(
        _column("condition_set", "int32", "番号", "the number in condition_sets"),
        _column("condition", "string", "条件", "the condition"),
    ),
    is_cut=False,
)
CONTEXTS: Final = Table(
    name="contexts",
    says=Text(ja="顧客の範囲、担当市場、相当の判断の組み合わせ", en="Customers, market and claims together"),
    columns=(
        _column("context", "int32", "番号", "a number"),
        _column(
            "customers",
            "string",
            "顧客の範囲。記録がなければ空",
            "whom it served; empty where not recorded",
            can_be_empty=True,
        ),
        _column("has_market", "bool", "担当市場の記録がある", "a market is on record, even an empty one"),
    ),
    is_cut=False,
)
SHARES: Final = Table(
    name="shares",
    says=Text(ja="担当市場の一部", en="A part of the market answered for"),
    columns=(
        _column("context", "int32", "番号", "the number in contexts"),
        _POSITION,
        _column("scope", "string", "市場の範囲", "what is counted"),
        _column("count", "int32", "数", "how many"),
        _column("employees", "int32", "従業員数", "with how many employees each", can_be_empty=True),
    ),
    is_cut=False,
)
CLAIMS: Final = Table(
    name="claims",
    says=Text(
        ja="相当するという申告と、その判断",
        en="A claim that an engagement equals something printed, and what became of it",
    ),
    columns=(
        _column("context", "int32", "番号", "the number in contexts"),
        _POSITION,
        _column("decision", "string", "claimed、recognised、refused", "claimed, recognised or refused"),
        _column("to", "string", "何に相当するか", "the band or cell that it equals", can_be_empty=True),
        _column("by", "string", "誰が判断したか", "who decided", can_be_empty=True),
        _column("reason", "string", "理由", "why", can_be_empty=True),
        *_day("day", "日", "its day", can_be_empty=True),
    ),
    is_cut=False,
)
HOLDINGS: Final = Table(
    name="holdings",
    says=Text(ja="領域、程度、範囲の組み合わせ", en="An area with a degree and a reach"),
    columns=(
        _column("holding", "int32", "番号", "a number"),
        _column("area", "string", "領域", "the area"),
        _column("degree", "string", "程度", "the degree", can_be_empty=True),
        _column("reach", "string", "範囲", "the reach", can_be_empty=True),
    ),
    is_cut=False,
)
KINDS: Final = Table(
    name="kinds",
    says=Text(ja="継承の種類", en="A kind of contribution"),
    columns=(_column("kind", "int32", "番号", "a number"), _column("contribution", "string", "種類", "the kind")),
    is_cut=False,
)
EXAMINATIONS: Final = Table(
    name="examinations",
    says=Text(ja="試験", en="An examination"),
    columns=(_column("examination", "int32", "番号", "a number"), _column("name", "string", "試験", "the examination")),
    is_cut=False,
)
ITEMS: Final = Table(
    name="items",
    says=Text(ja="スキル項目", en="A skill item"),
    columns=(
        _column("item", "int32", "番号", "a number"),
        _column(
            "name",
            "string",
            "経歴での呼び名(category/field/itemかcategory/item)",
            "what a record calls it: category/field/item or category/item",
        ),
    ),
    is_cut=False,
)

CUT: Final = (PEOPLE, ENGAGEMENTS, EXPERTISE, CONTRIBUTIONS, MENTORING, QUALIFICATIONS, RATINGS, CONFIRMATIONS)
SHARED: Final = (
    WORKS,
    WORK_FIELDS,
    WORK_ACTIVITIES,
    CONDITION_SETS,
    CONDITIONS,
    CONTEXTS,
    SHARES,
    CLAIMS,
    HOLDINGS,
    KINDS,
    EXAMINATIONS,
    ITEMS,
)
TABLES: Final = {table.name: table for table in (*CUT, *SHARED)}


def columns_of(table: Table, measures: tuple[str, ...]) -> tuple[Column, ...]:
    """Return the columns of a table in a workforce that has these measures on record."""
    if table is not ENGAGEMENTS:
        return table.columns
    sizes = (
        _column(f"{SIZE}{measure}", "int64", f"規模: {measure}", f"its size: {measure}", can_be_empty=True)
        for measure in measures
    )
    return (*table.columns, *sizes)
