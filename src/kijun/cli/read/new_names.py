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

_ABILITIES: Final = "/skills/abilities"


def is_name(question: Question) -> bool:
    """Return whether a question asks for the word that one printed name means; that may be a new one."""
    return question.kind == "name" and question.path.count("/") == 1 and not is_of_many(question)


def is_of_many(question: Question) -> bool:
    """Return whether new names are asked about together: knowledge items, abilities."""
    return question.suggestions == (NEW,) and (question.kind == "name" or question.path.endswith(_ABILITIES))


def is_of_value(question: Question) -> bool:
    """Return whether something else than a name is asked for; a part of a cell stays unread until it is answered."""
    return not is_name(question) and not is_of_many(question)


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
    """Return the questions that are asked one by one: those about values, then those about many names together."""
    return sorted((each for each in questions if not is_name(each)), key=is_of_many)


def accepted(questions: Sequence[Question]) -> dict[str, Plain]:
    """Return the answers that take names as new words; a name that is spelt much like a known one is left to be asked about."""
    return {each.id: NEW for each in questions if is_of_many(each) or (is_name(each) and not each.suggestions)}
