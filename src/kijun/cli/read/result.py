"""What does `kijun read` show: what was read, what changes, what is still open, and how true it is to a standard?"""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.text import Text as Styled

from kijun.cli.format import TextOrJson
from kijun.cli.language import said, say
from kijun.cli.output import console, show_message, write_plain
from kijun.cli.read.place import Files
from kijun.cli.read.questions import count_words, show_questions
from kijun.documents.assemble import Assembled
from kijun.documents.fidelity import Compared, Fidelity, Standing
from kijun.documents.question import Question
from kijun.documents.questions_file import question_plain
from kijun.framework.dump import Plain
from kijun.framework.edition import Edition
from kijun.problem.reading import printable
from kijun.text import Text

_STANDINGS: Final[dict[Standing, Text]] = {
    "agrees": Text(ja="一致", en="agree"),
    "differs": Text(ja="相違", en="differ"),
    "only-in-document": Text(ja="文書だけ", en="only in the document"),
    "only-in-standard": Text(ja="標準だけ", en="only in the standard"),
}
_CHANGES: Final[dict[Standing, Text]] = {
    "agrees": Text(ja="変わらない", en="unchanged"),
    "differs": Text(ja="変わる", en="changed"),
    "only-in-document": Text(ja="加わる", en="added"),
    "only-in-standard": Text(ja="なくなる", en="gone"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What is shown beside the summary, and in which form."""

    questions: bool
    against: str | None
    format: TextOrJson


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """How much was read, and into which folder."""

    edition: str
    into: Path
    documents: int
    categories: int
    fields: int
    cells: int
    skill_items: int
    values: int
    questions: Sequence[Question]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What there is to show; what was not asked for is None."""

    files: Files
    summary: Summary | None = None
    questions: Sequence[Question] | None = None
    fidelity: Fidelity | None = None
    against: str | None = None


def summary_of(found: Assembled, edition: Edition | None, into: Path) -> Summary:
    """Return how much was read."""
    return Summary(
        edition=found.edition,
        into=into,
        documents=len(found.pack.documents),
        categories=len(edition.categories) if edition else 0,
        fields=sum(1 for _ in edition.fields()) if edition else 0,
        cells=len(edition.indicators) if edition else 0,
        skill_items=len(edition.skills) if edition else 0,
        values=len(found.places),
        questions=found.questions,
    )


def show_nothing_found(files: Sequence[Path]) -> None:
    """Say on standard error that the documents are of another kind."""
    names = ", ".join(printable(str(path)) for path in files)
    Console(stderr=True, highlight=False, soft_wrap=True).print(
        Styled(
            say(
                f"{names}: スキル標準にあたるものが見つかりません(セル、職種の説明、スキル項目のどれもありません)。何も書いていません。",
                f"{names}: nothing of a skill standard was found: no cell, no job description, no skill item. Nothing was written.",
            )
        )
    )


def show_result(result: Result, format: TextOrJson, changes: Fidelity | None = None) -> None:
    """Show a result for people, or write it for other programs, who are told the changes there as well."""
    if format is TextOrJson.json:
        write_plain(json.dumps(_plain(result, changes), ensure_ascii=False, indent=2))
        return
    out = console()
    if result.summary is not None:
        _show_summary(result.summary)
    if result.questions is not None:
        show_questions(out, result.questions, result.files)
    if result.fidelity is not None:
        against = result.against or ""
        _show_fidelity(out, result.fidelity, say(f"{against}との突き合わせ", f"Beside {against}"), _STANDINGS)


def _show_summary(summary: Summary) -> None:
    into = shlex.quote(str(summary.into))
    show_message(
        say(
            f"{summary.into}に{summary.edition}を書き出しました: 職種{summary.categories}、専門分野{summary.fields}、"
            f"セル{summary.cells}、スキル項目{summary.skill_items}。",
            f"Wrote {summary.edition} to {summary.into}: {_count(summary.categories, 'category', 'categories')}, "
            f"{_count(summary.fields, 'field')}, {_count(summary.cells, 'cell')}, "
            f"{_count(summary.skill_items, 'skill item')}.",
        )
    )
    if summary.questions:
        show_message(
            say(
                f"{count_words(summary.questions)}。`kijun read --questions --into {into}`で見られます。",
                f"{count_words(summary.questions)}; see `kijun read --questions --into {into}`.",
            )
        )
    show_message(
        say(
            f"次に: `kijun check {into}`、`kijun list --edition {into}`、`kijun judge RECORD --edition {into}`",
            f"Next: `kijun check {into}`, `kijun list --edition {into}`, `kijun judge RECORD --edition {into}`",
        )
    )


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def show_changes(changes: Fidelity) -> None:
    """Show what changes of the draft that was there before."""
    _show_fidelity(console(), changes, say("前の案との違い", "What changes of the draft before"), _CHANGES)


def _show_fidelity(out: Console, fidelity: Fidelity, title: str, names: dict[Standing, Text]) -> None:
    out.print(Styled(title, style="bold"))
    out.print("  " + ", ".join(f"{said(name)}: {len(fidelity.of(standing))}" for standing, name in names.items()))
    for standing, name in names.items():
        if standing == "agrees":
            continue
        for each in fidelity.of(standing):
            out.print(Styled(f"  {said(name)}  {each.path}"))
            out.print(Styled(f"      {_both(each)}"))


def _both(each: Compared) -> str:
    here, there = (printable(json.dumps(value, ensure_ascii=False)) for value in (each.document, each.standard))
    if each.standing == "only-in-document":
        return here
    if each.standing == "only-in-standard":
        return there
    return f"{here} | {there}"


def _plain(result: Result, changes: Fidelity | None) -> dict[str, Plain]:
    plain: dict[str, Plain] = {}
    if result.summary is not None:
        told = result.summary
        plain["summary"] = {
            "edition": told.edition,
            "into": str(told.into),
            "documents": told.documents,
            "categories": told.categories,
            "fields": told.fields,
            "cells": told.cells,
            "skill_items": told.skill_items,
            "values": told.values,
            "questions": len(told.questions),
        }
    if changes is not None:
        plain["changes"] = _compared(changes.values)
    if result.questions is not None:
        plain["questions"] = [question_plain(each) for each in result.questions]
    if result.fidelity is not None:
        plain["against"] = result.against
        plain["fidelity"] = _compared(result.fidelity.values)
    return plain


def _compared(values: Iterable[Compared]) -> list[Plain]:
    return [
        {"path": each.path, "standing": each.standing, "document": each.document, "standard": each.standard}
        for each in values
    ]
