"""Which questions ask for the word that a name means, and which of those names may be taken as new words all at once?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from kijun.documents.new_ids import NEW
from kijun.documents.question import Question
from kijun.framework.dump import Plain
from kijun.text import Text

_KINDS: Final = {
    "category": Text(ja="職種", en="Categories"),
    "field": Text(ja="専門分野", en="Fields"),
    "title": Text(ja="役割名", en="Titles of a role"),
    "activity": Text(ja="活動", en="Activities"),
    "condition": Text(ja="複雑性の条件", en="Conditions of complexity"),
    "measure": Text(ja="サイズの数", en="Measures of size"),
    "customers": Text(ja="担当ユーザ", en="Customers served"),
    "scope": Text(ja="担当市場", en="Markets"),
    "area": Text(ja="専門性の領域", en="Areas of expertise"),
    "contribution": Text(ja="技術の継承の種類", en="Kinds of contribution"),
    "subject": Text(ja="技術の継承の対象", en="Subjects of succession"),
    "examination": Text(ja="試験", en="Examinations"),
    "setting": Text(ja="担当範囲", en="Settings"),
    "item": Text(ja="スキル項目", en="Skill items"),
}


def is_name(question: Question) -> bool:
    """Return whether a question asks for the word that a printed name means; that may be a new one."""
    return question.kind == "name" and question.path.count("/") == 1


def kind_of(question: Question) -> str:
    """Return what is named: a condition, an activity, a field."""
    return question.path.partition("/")[0]


def kind_words(kind: str) -> Text:
    """Return what names of a kind are called, as a heading."""
    return _KINDS.get(kind, Text(ja=kind, en=kind))


def by_kind(questions: Iterable[Question]) -> dict[str, list[Question]]:
    """Return the questions about names by what they name, in the order in which those are asked first."""
    found: dict[str, list[Question]] = {}
    for question in questions:
        if is_name(question):
            found.setdefault(kind_of(question), []).append(question)
    return found


def others(questions: Iterable[Question]) -> list[Question]:
    """Return the questions that ask for something else than a name: a part of a cell stays unread until they are answered."""
    return [each for each in questions if not is_name(each)]


def accepted(questions: Sequence[Question]) -> dict[str, Plain]:
    """Return the answers that take names as new words; a name that is spelt much like a known one is left to be asked about."""
    return {each.id: NEW for each in questions if is_name(each) and not each.suggestions}
