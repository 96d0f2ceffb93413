"""What is noted below a judgement: answers to silent points, notes on the printed text, what was read otherwise?"""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from rich.console import Console

from kijun.cli.again import Again
from kijun.cli.language import said, say
from kijun.cli.layout import show_command
from kijun.framework.edition import Edition
from kijun.judgement.proof import CellJudgement
from kijun.judgement.record_judgement import EditionJudgement
from kijun.problem import Problem
from kijun.text import Text

_OTHERWISE: Final = ""
_COUNTED: Final[Mapping[str, tuple[str, Text]]] = {
    "K202": (
        "day is known to the month only",
        Text(ja="月までしかわからない日が", en="days are known to the month only"),
    ),
    _OTHERWISE: (
        "value was read otherwise than written",
        Text(ja="読み替えた値が", en="values were read otherwise than written"),
    ),
    "K221": (
        "rating is at a level without a proficiency",
        Text(ja="熟達度の定義がないレベルの評価が", en="ratings are at a level without a proficiency"),
    ),
    "K225": (
        "examination is named by no standard",
        Text(ja="どの標準にもない試験が", en="examinations are named by no standard"),
    ),
}
"""Code of a notice -> what is said of one and of several; of every other code, that values were read otherwise."""


def show_notices(console: Console, notices: Sequence[Problem], record: Path, named: Sequence[str] = ()) -> None:
    """Write in one quiet line how many notices there are; `kijun check` shows them all.

    `named` are the editions as somebody asked for them.
    """
    counts = Counter(notice.code if notice.code in _COUNTED else _OTHERWISE for notice in notices)
    said_ja, said_en = [], []
    for code, (one, many) in _COUNTED.items():
        count = counts[code]
        if count:
            said_ja.append(f"{many.ja}{count}つ")
            said_en.append(f"1 {one}" if count == 1 else f"{count} {many.en}")
    if said_ja:
        check = shlex.join(["kijun", "check", str(record), *(word for name in named for word in ("--edition", name))])
        them_ja, them_en = "、".join(said_ja), ", ".join(said_en)
        show_command(
            console,
            say(
                f"{them_ja}あります。一覧: {check}",
                f"{them_en}; `{check}` lists {'it' if len(notices) == 1 else 'them'}",
            ),
        )


def say_policies(edition: EditionJudgement, cell: CellJudgement, again: Again) -> list[str]:
    """Return the silent points that were answered otherwise than by default, in words.

    A company's own standard answers them otherwise than its parent, and says why.
    """
    points = edition.edition.edition.points
    used = [*cell.cell.policies, *(policy for part in cell.parts.values() for policy in part.policies)]
    notes = []
    for name in dict.fromkeys(used):
        point = points.get(name)
        answer = edition.edition.policy.answers.get(name)
        if point is None or answer is None or (answer == point.default and point.chosen is None):
            continue
        question = said(point.question)
        words = said(point.say(answer))
        why = f" {point.chosen}  {said(point.reason)}" if answer == point.default else ""
        notes.append(
            say(
                f"方針: {question}: {words}({name}={answer}){why}",
                f"policy: {question} {words} ({name}={answer}){why}",
            )
        )
    if notes:
        return notes
    command = again.show(edition.edition.edition.id)
    return [
        say(
            f"書かれていない点への答えは既定のまま({command})",
            f"silent points answered by default ({command})",
        )
    ]


def say_flags(edition: Edition, cell: CellJudgement, again: Again) -> list[str]:
    """Return what a company changed in a cell and why, and how many notes there are on what is printed.

    Typographic ones are not counted.
    """
    indicator = cell.cell.indicator
    known = [edition.flags[flag] for flag in indicator.flags if flag in edition.flags]
    changes = [f"{flag.id}  {said(flag.about)}" for flag in known if flag.is_change]
    count = sum(not flag.is_change and not flag.is_typographic for flag in known)
    if not count:
        return changes
    notes, command = "1 note" if count == 1 else f"{count} notes", again.show(indicator.path)
    return [
        *changes,
        say(
            f"印刷についての注記{count}件: {command}",
            f"{notes} on the printed text: {command}",
        ),
    ]
