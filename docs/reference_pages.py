"""Which tables of the reference are made from what the program knows?

One function for each region of a page; `generate` puts its text between <!-- generated: name --> and <!-- end -->.
"""

# ruff: noqa: INP001  # a script and what it imports, no package

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from kijun.catalogue.installed import shipped_editions
from kijun.evidence.words import KINDS
from kijun.framework.edition import Edition
from kijun.framework.policy import Point
from kijun.judgement.explain import PART_NAMES, VERDICT_NAMES
from kijun.population.tables import CUT, SHARED, Column, Table, columns_of
from kijun.problem.code import Code
from kijun.problem.codes import CODES
from kijun.text import Text

_GROUPS = {
    "K0": Text(ja="ファイル", en="Files"),
    "K1": Text(ja="値", en="Values"),
    "K12": Text(ja="標準", en="Standards"),
    "K14": Text(ja="スキル項目", en="Skill items"),
    "K16": Text(ja="スキル熟達度を求めるセル", en="Cells that ask for proficiency"),
    "K2": Text(ja="経歴", en="Records"),
    "K22": Text(ja="評価と知識項目", en="Ratings and knowledge items"),
    "K23": Text(ja="仮定 (--with)", en="Additions (--with)"),
    "K30": Text(ja="自社の標準 (overlay.yaml)", en="A company's own standard (overlay.yaml)"),
    "K31": Text(ja="自社の標準の全体", en="A company's own standard as a whole"),
    "K34": Text(ja="報告書の文字", en="Letters of the report"),
    "K40": Text(ja="ブックとシート", en="Workbooks and sheets"),
    "K41": Text(ja="ブックの列とセル", en="Columns and cells of a workbook"),
    "K50": Text(ja="読む文書", en="Documents that are read"),
    "K52": Text(ja="原文パック", en="Text packs"),
    "K60": Text(ja="組織のデータの表", en="The tables of a workforce"),
    "K61": Text(ja="組織のデータの値", en="What stands in the tables of a workforce"),
    "K62": Text(ja="組織の判定結果", en="The verdicts of a workforce"),
    "K64": Text(ja="組織の経歴を集める", en="Collecting a workforce"),
}
_TERMS = {
    "rank": Text(ja="役割の階級", en="Ranks of a role"),
    "title": Text(ja="役割名", en="Titles of a role"),
    "outcome": Text(ja="成果", en="Outcomes"),
    "activity": Text(ja="活動", en="Activities"),
    "condition": Text(ja="複雑性の条件", en="Conditions of complexity"),
    "customers": Text(ja="担当ユーザ", en="Customers served"),
    "customers-reach": Text(ja="担当ユーザの広がり(サイズの条件)", en="Reach of customers (in a size band)"),
    "measure": Text(ja="サイズの数", en="Measures of size"),
    "fact": Text(ja="担当市場(記録)", en="Markets, as recorded"),
    "scope": Text(ja="担当市場(標準が求めるもの)", en="Markets, as asked"),
    "area": Text(ja="専門性の領域", en="Areas of expertise"),
    "degree": Text(ja="専門性の程度", en="Degrees of expertise"),
    "reach": Text(ja="貢献の範囲", en="Reaches of expertise"),
    "contribution": Text(ja="技術の継承の種類", en="Kinds of contribution"),
    "examination": Text(ja="試験", en="Examinations"),
    "setting": Text(ja="担当範囲(スキル熟達度)", en="Settings of a proficiency"),
}
_COLUMN_HEAD = ("column", "type", "can be empty", "holds", "中身")


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)


def _placeholders(words: str) -> str:
    return re.sub(r"\{(\w+)\}", r"‹\1›", words)


def problems() -> str:
    """Return every problem code with its severity, title and detail in both languages."""
    return "\n".join(_group(prefix, name) for prefix, name in _GROUPS.items())


def _group(prefix: str, name: Text) -> str:
    of_group = {code: entry for code, entry in sorted(CODES.items()) if _prefix(code) == prefix}
    listed = "\n".join(_problem(code, entry) for code, entry in of_group.items())
    return f"## {name.en} / {name.ja}\n\n{listed}"


def _prefix(code: str) -> str:
    return max((prefix for prefix in _GROUPS if code.startswith(prefix)), key=len)


def _problem(code: str, entry: Code) -> str:
    title = Text(ja=_placeholders(entry.title.ja), en=_placeholders(entry.title.en))
    return (
        f"### {code} {title.en} / {title.ja}\n\n"
        f"{entry.severity.value}: {_placeholders(entry.detail.en)}\n\n{_placeholders(entry.detail.ja)}\n"
    )


def policies() -> str:
    """Return every silent point with its answers; where editions answer differently, each is named."""
    editions = shipped_editions()
    points = {name: point for edition in editions for name, point in edition.points.items()}
    return "\n".join(_point(point, editions) for point in points.values())


def _point(point: Point, editions: Sequence[Edition]) -> str:
    rows = [[f"`{each.id}`{_default(each.id, point, editions)}", each.text.en, each.text.ja] for each in point.answers]
    return (
        f"## {point.id}\n\n{point.question.en} {point.question.ja}\n\n"
        f"{_table(['answer', 'in words', '日本語'], rows)}\nWhy: {point.reason.en} {point.reason.ja}\n"
    )


def _default(answer: str, point: Point, editions: Sequence[Edition]) -> str:
    having = [edition for edition in editions if point.id in edition.points]
    default_in = [edition.id for edition in having if edition.points[point.id].default == answer]
    if len(default_in) == len(having):
        return " (default)"
    return f" (default in {', '.join(default_in)})" if default_in else ""


def standards() -> str:
    """Return what ships: editions, documents, fields with their levels, and how many flags there are."""
    return "\n".join(_edition(edition) for edition in shipped_editions())


def _edition(edition: Edition) -> str:
    documents = [
        [
            each.id,
            f"{each.title.en} / {each.title.ja}",
            each.revision.en + ("" if each.is_revision_printed else " (not printed)"),
            "a part" if each.is_part else "whole",
        ]
        for each in edition.documents.values()
    ]
    fields = [
        [
            f"`{field.path}`",
            f"{category.name.en}, {field.name.en} / {category.name.ja}、{field.name.ja}",
            ", ".join(str(cell.level) for cell in edition.cells_of(field.path)),
            ", ".join(str(level) for level in sorted(field.missing_from_source)) or "none",
        ]
        for category, field in edition.fields()
    ]
    notes = "".join(f"- {note.en}\n- {note.ja}\n" for note in edition.notes)
    return (
        f"## {edition.id}: {edition.name.en} / {edition.name.ja}\n\n"
        f"{len(edition.indicators)} cells, {len(edition.flags)} flags, {len(edition.points)} policy points"
        f"{_skills(edition)}.\n\n"
        f"{_table(['document', 'holds', 'revision', 'complete?'], documents)}\n"
        f"{_table(['field', 'name', 'levels', 'missing from the source'], fields)}\n{notes}"
    )


def _skills(edition: Edition) -> str:
    """Return how many skill items there are, with their proficiencies and knowledge items."""
    items = edition.skills.values()
    levels, known = sum(len(item.levels) for item in items), sum(len(item.knowledge) for item in items)
    return f", {len(items)} skill items with {levels} proficiencies and {known} knowledge items" if items else ""


def glossary() -> str:
    """Return the words of the shipped vocabularies, kind by kind, with the editions that use them."""
    return "\n".join(_kind(kind, name) for kind, name in _TERMS.items())


def _kind(kind: str, name: Text) -> str:
    used: dict[str, tuple[Text, list[str]]] = {}
    for edition in shipped_editions():
        for word, said in _words(kind, edition).items():
            used.setdefault(word, (said, []))[1].append(edition.id.rpartition("/")[2])
    rows = [[f"`{word}`", said.ja, said.en, ", ".join(where)] for word, (said, where) in used.items()]
    return f"### {name.en} / {name.ja}\n\n{_table(['word', '日本語', 'English', 'editions'], rows)}"


def _words(kind: str, edition: Edition) -> Mapping[str, Text]:
    words = edition.vocabulary
    if kind == "measure":
        return {word: measure.name for word, measure in words.measures.items()}
    if kind == "scope":
        return {word: scope.name for word, scope in words.scopes.items()}
    source = {"rank": "role"}.get(kind, kind)
    return {word: term.name for word, term in words.terms[source].items()}


def verdicts() -> str:
    """Return the verdicts and the parts of a cell, as they are said."""
    rows = [[f"`{word}`", said.ja, said.en] for word, said in (*VERDICT_NAMES.items(), *PART_NAMES.items())]
    return _table(["word", "日本語", "English"], rows)


def kinds() -> str:
    """Return what the kinds of words of a record are called in messages."""
    return _table(["kind", "日本語", "English"], [[f"`{kind}`", said.ja, said.en] for kind, said in KINDS.items()])


def workforce_cut() -> str:
    """Return the tables of a workforce that are cut into parts by people, column by column."""
    return "\n".join(_workforce_table(table) for table in CUT)


def workforce_shared() -> str:
    """Return the tables that a workforce has once, column by column."""
    return "\n".join(_workforce_table(table) for table in SHARED)


def _workforce_table(table: Table) -> str:
    rows = [_workforce_column(column) for column in columns_of(table, ("MEASURE",))]
    return f"### {table.name}\n\n{table.says.en}. {table.says.ja}。\n\n{_table(_COLUMN_HEAD, rows)}"


def _workforce_column(column: Column) -> list[str]:
    return [f"`{column.name}`", column.kind, "yes" if column.can_be_empty else "", column.says.en, column.says.ja]


REGIONS: Mapping[str, Callable[[], str]] = {
    "problems": problems,
    "policies": policies,
    "standards": standards,
    "glossary": glossary,
    "verdicts": verdicts,
    "workforce-cut": workforce_cut,
    "workforce-shared": workforce_shared,
    "kinds": kinds,
}
