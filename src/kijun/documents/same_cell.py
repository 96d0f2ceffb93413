"""What if one cell is printed twice: do both agree, does one add to the other, or do they contradict?

What agrees is one cell. What contradicts is asked about, and its part stays unread until somebody has answered: neither
document is more right than the other.
"""

from __future__ import annotations

from typing import Final

from kijun.documents.notebook import Notebook, Noted
from kijun.documents.question import Question, question_id
from kijun.text import Text

_OURS: Final = ("roles", "circumstances")
"""What is not judged may be printed in other words."""


def merge(first: Notebook, second: Notebook) -> None:
    """Add to a cell what is printed of it a second time; ask about the parts in which the two do not agree."""
    parts = {below.split("/")[0] for below in second.noted}
    for part in sorted(parts):
        here, there = _of(first, part), _of(second, part)
        if not here and part not in first.unread:
            first.noted |= there
        elif differing := [below for below in there if below in here and here[below].value != there[below].value]:
            _ask(first, part, [(below, here[below], there[below]) for below in differing])
        elif here.keys() != there.keys():
            _ask(
                first, part, [(part, next(iter(here.values()), next(iter(there.values()))), next(iter(there.values())))]
            )
    asked = {question.id for question in first.questions}
    first.questions.extend(question for question in second.questions if question.id not in asked)
    first.unread |= second.unread
    for below, passage in second.wording.items():
        first.wording.setdefault(below, passage)


def _of(cell: Notebook, part: str) -> dict[str, Noted]:
    return {
        below: noted
        for below, noted in cell.noted.items()
        if below.split("/")[0] == part and below.split("/")[-1] not in _OURS
    }


def _ask(cell: Notebook, part: str, differing: list[tuple[str, Noted, Noted]]) -> None:
    cell.unread[part] = None
    for below, here, there in differing:
        path, words = f"{cell.path}/{below}", f"{here.value} / {there.value}"
        cell.questions.append(
            Question(
                id=question_id("value", path, words),
                kind="value",
                path=path,
                words=words,
                document=there.document,
                place=there.place,
                asks=Text(
                    ja=f"文書{here.document}の{here.place.line}行と文書{there.document}の{there.place.line}行で値が違います。"
                    "正しい値を答えてください。",
                    en=f"Document {here.document}, line {here.place.line}, and document {there.document}, line "
                    f"{there.place.line}, print different values. Answer with the right one.",
                ),
                suggestions=(str(here.value), str(there.value)),
            )
        )
