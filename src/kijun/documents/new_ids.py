"""Which ids do the names get that the glossary does not have?

A new name is numbered by its kind in the order of the standard (categories, fields, levels from the highest), not of the pages,
so that pages in another order give the same ids. A person's answer goes before the number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kijun.documents.answers import Answers
from kijun.documents.names import UNKNOWN, Names, NewName
from kijun.documents.question import Question, question_id
from kijun.framework.dump import Plain
from kijun.text import Text

NEW: Final = "new"
"""The answer that a name is a word of its own, under the id that it was given."""

_TOGETHER: Final = ("knowledge", "circumstance", "setting")
"""Kinds that are asked about in one question each: nothing is judged by them, and a document has many."""

_UNASKED: Final = frozenset({*_TOGETHER, "ability"})
"""Kinds that are not asked about one by one; the abilities are asked about where the skill items are read."""

_SHOWN: Final = 5

_ASKS: Final = Text(
    ja="この名前は語彙にありません。同じものの語があればそのidを、なければnewと答えてください。",
    en="This name is not in the vocabulary. Answer with the id of the word that means the same, or with new.",
)
_ASKS_TOGETHER: Final = Text(
    ja="これらの名前は語彙にありません。判定には使われません。新しい語としてよければnewと答えてください。",
    en="These names are not in the vocabulary. Nothing is judged by them. Answer new if they are words of their own.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewIds:
    """The ids that stand-ins got, the names that are new words of the draft, and what is asked about them."""

    ids: Mapping[str, str]
    words: Mapping[str, NewName]
    questions: tuple[Question, ...]


def number(values: Iterable[Plain], names: Names, answers: Answers) -> NewIds:
    """Give every stand-in among the values an id, in the order in which they come."""
    ids: dict[str, str] = {}
    words: dict[str, NewName] = {}
    questions: list[Question] = []
    counts: dict[str, int] = {}
    for stand_in in _stand_ins(values):
        if stand_in in ids or stand_in not in names.new:  # printed words may begin like one
            continue
        name = names.new[stand_in]
        counts[name.kind] = counts.get(name.kind, 0) + 1
        own = f"{name.kind}-{counts[name.kind]}"
        asked = question_id("name", name.kind, name.words)
        answer = str(answers.get(asked, "")).strip()
        ids[stand_in] = answer if answer not in ("", NEW) else own
        if ids[stand_in] == own or names.glossary.find(name.kind, name.words) is None:
            words.setdefault(ids[stand_in], name)
        if not answer and name.kind not in _UNASKED:
            questions.append(
                Question(
                    id=asked,
                    kind="name",
                    path=f"{name.kind}/{own}",
                    words=name.words,
                    document=name.document,
                    place=name.place,
                    asks=_ASKS,
                    suggestions=names.glossary.near(name.kind, name.words),
                )
            )
    questions += _together([names.new[stand_in] for stand_in in ids], answers)
    return NewIds(ids=ids, words=words, questions=tuple(questions))


def _together(new: Sequence[NewName], answers: Answers) -> Iterator[Question]:
    """Yield one question for all the names of a kind that are not asked about one by one."""
    for kind in _TOGETHER:
        found = [name for name in new if name.kind == kind]
        words = sorted(name.words for name in found)
        asked = question_id("name", f"{kind}/all", "、".join(words))
        if found and asked not in answers:
            more = f" (+{len(words) - _SHOWN})" if len(words) > _SHOWN else ""
            yield Question(
                id=asked,
                kind="name",
                path=f"{kind}/all",
                words=" / ".join(words[:_SHOWN]) + more,
                document=found[0].document,
                place=found[0].place,
                asks=_ASKS_TOGETHER,
                suggestions=(NEW,),
            )


def put_in(value: Plain, ids: Mapping[str, str]) -> Plain:
    """Return a plain value with the ids in the places of their stand-ins; keys of mappings as well.

    Two names that are answered with one id stand in a list once.
    """
    match value:
        case str():
            return ids.get(value, value) if value.startswith(UNKNOWN) else value
        case list():
            found = [put_in(each, ids) for each in value]
            is_of_words = all(isinstance(each, str) for each in found)
            return [each for at, each in enumerate(found) if each not in found[:at]] if is_of_words else found
        case dict():
            return {ids.get(key, key): put_in(each, ids) for key, each in value.items()}
        case _:
            return value


def _stand_ins(values: Iterable[Plain]) -> Iterator[str]:
    for value in values:
        match value:
            case str():
                if value.startswith(UNKNOWN):
                    yield value
            case list():
                yield from _stand_ins(value)
            case dict():
                for key, each in value.items():
                    yield from _stand_ins([key, each])
            case _:
                pass
