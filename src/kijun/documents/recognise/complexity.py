"""What does the complexity ask for: how many of its conditions, which of them without fail, and by which work?"""

from __future__ import annotations

import re
from typing import Final

from kijun.documents.notebook import Notebook
from kijun.documents.passage import Passage
from kijun.documents.recognise.activities import recognise_activities
from kijun.documents.recognise.bounds import Bounds, bounds_in
from kijun.documents.recognise.circumstances import recognise_circumstances
from kijun.documents.recognise.clauses import Clause
from kijun.documents.recognise.leftovers import ask_about_leftovers, is_too_long
from kijun.documents.recognise.outcomes import recognise_outcome
from kijun.documents.recognise.roles import recognise_role
from kijun.documents.recognise.sentence import Sentence
from kijun.framework.dump import Plain
from kijun.framework.indicator import SOME
from kijun.text import Text

_NOT_ASKED: Final = re.compile(
    r"複雑性(?:を|は)?(?:特に)?(?:問わ[ずない]|不問)|特定せず|(?:regardless|irrespective) of (?:the )?complexity|\bnot specified\b|\bany complexity\b"
)
_SOME: Final = re.compile(r"(?:幾|いく)つかの?|\bsome(?= of| (?:items|conditions|criteria))(?: of)?")
_ANY: Final = re.compile(
    r"い[ずづ]れか(?:一つ|1つ|の?1項目)?(?:以上)?の?|\beither(?: one)? of|\bany (?:one )?of|\bone of"
)
_EVERY: Final = re.compile(r"すべて|全ての?|全項目|い[ずづ]れも|\ball (?:of )?(?:the )?(?:following|above)")
_UNIT_JA: Final = re.compile(r"(?:項目|つ|個|件|条件|種類?)")
_UNIT_EN: Final = re.compile(
    r" ?(?:items?|criteria|conditions?)?(?: or (?:more|above))? ?(?:of|from)? ?(?:the )?(?:above|following|items?|criteria|conditions?|complexity)\b"
)
_MANDATORY: Final = re.compile(
    r"\(?(?:ただし|但し)?、?(?:うち、?)?(?P<ja>「.+?」)(?:を|は)(?:必須(?:とする|とし)?|必ず含(?:む|み|めること))[)、。]?"
    r"|、?「(?P<of>[^「」]+)」を(?:必ず)?含(?:む|み|めた?|んだ)"
    r'|,? (?:which |that )?(?:must )?includ(?:ing|es?) (?P<has>"[^"]+"(?:(?: and|,) "[^"]+")*)'
    r'|\(?(?P<en>".+?") (?:is|are|must be) (?:required|mandatory|included)\.?\)?'
    r"|\(?(?:必須|必ず含む|required|mandatory) ?[:は] ?(?P<plain>[^()]+)\)"
)
_QUOTED: Final = re.compile(r"「([^「」]+)」|\"([^\"]+)\"")
_EITHER: Final = re.compile(r"[」\"](?:、?(?:又は|または|もしくは|若しくは|あるいは)|,? or )[「\"]")
_SENTENCE: Final = re.compile(r"経験と?|実績を有する|(?:以下|次|上記)の|\b(?:experience|following|above)\b")
_ASKS_EITHER: Final = Text(
    ja="必須の条件が「又は」で結ばれています。必須とする条件のidを[id]の形で答えてください。なければ[]と答えてください。",
    en='The mandatory conditions are joined by "or". Answer with the ids of those that are asked without fail, as [id], or with [].',
)
_ASKS_SENTENCE: Final = Text(
    ja="条件の一覧の中に、文があります。見出しが一つ欠けているかもしれません。この部分の値を、達成度指標のファイルと同じ形で答えてください。",
    en="A sentence stands in the list of conditions; a heading may be missing. Answer with the value of this part, in the shape of an "
    "indicator's file.",
)
_ASKS: Final = Text(
    ja="条件のうち幾つを求めるか、読み取れません。項目数(1以上の整数)、または幾つかであればsomeと答えてください。",
    en='How many of the conditions are asked for could not be read. Answer with a whole number, 1 or more, or with "some".',
)
_ASKS_ALL: Final = Text(
    ja="複雑性に文がありません。この部分の値を、達成度指標のファイルと同じ形で答えてください。",
    en="The complexity has no sentence. Answer with the value of the part, in the shape of an indicator's file.",
)
_ASKS_LIST: Final = Text(
    ja="複雑性の条件の一覧が見つかりません。条件のidを[id, id]の形で答えてください。",
    en="The list of conditions was not found. Answer with the ids of the conditions, as [id, id].",
)
_ASKS_MANDATORY: Final = Text(
    ja="必須とする条件が、条件の一覧に見つかりません。必須の条件のidを[id]の形で答えてください。",
    en="A mandatory condition was not found in the list. Answer with the ids of the mandatory conditions, as [id].",
)


def recognise_complexity(clause: Clause, cell: Notebook) -> None:
    """Write the complexity of a cell, or ask about what was not understood of it."""
    first = clause.first
    if first is None:
        return
    if any(is_too_long(each, "complexity", cell) for each in (first, *clause.options)):
        return
    not_asked = _NOT_ASKED.search(first.folded.text)
    if not_asked is not None and len(clause.options) <= (0 if clause.lead is not None else 1):
        cell.write("complexity", None, first.place_of(not_asked.start()))
        cell.wording["complexity"] = first
        return
    for option in clause.options:
        if _SENTENCE.search(option.folded.text):
            for part in ("complexity", "size_clause", "size"):
                cell.give_up(part, option, _ASKS_SENTENCE)
    conditions = cell.name_all("condition", [without_comma(option) for option in clause.options])
    for identity, option in zip(conditions, clause.options, strict=False):
        cell.wording[f"complexity/of/{identity}"] = option
    if clause.options:
        cell.write("complexity/of", conditions, clause.options[0].place())
    else:
        cell.give_up("complexity", first, _ASKS_LIST, below="complexity/of")
    if clause.lead is None:
        cell.give_up("complexity", first, _ASKS_ALL)
        return
    cell.wording["complexity"] = clause.lead
    sentence = Sentence(clause.lead)
    _recognise_mandatory(sentence, conditions, cell)
    _recognise_least(sentence, len(conditions), cell)
    recognise_role(sentence, "complexity", cell, is_required=False)
    least = cell.noted.get("complexity/at_least")
    place = least.place if least is not None else sentence.place(0)
    for below, nothing in (("role", None), ("roles", []), ("must_include", [])):
        cell.write(f"complexity/{below}", nothing, place)
    outcome = recognise_outcome(sentence, "complexity", cell)
    recognise_circumstances(sentence, "complexity", cell)
    recognise_activities(sentence, outcome, "complexity", cell)
    ask_about_leftovers(sentence, "complexity", cell)


def without_comma(option: Passage) -> Passage:
    """Return an option without the comma that some of them end with.

    It is no part of the name.
    """
    text = option.folded.text.rstrip("、。,. ")
    return option.folded_part(0, len(text)) if text else option


def _recognise_mandatory(sentence: Sentence, conditions: list[Plain], cell: Notebook) -> None:
    """Write the conditions that are asked without fail: they are quoted from the list."""
    must: list[Plain] = []  # grows where several sentences name some
    for match in _MANDATORY.finditer(sentence.text):
        group = next(name for name in ("ja", "of", "has", "en", "plain") if match.group(name))
        quoted = [each.span(each.lastindex or 0) for each in _QUOTED.finditer(sentence.text, *match.span(group))]
        for start, end in quoted or [match.span(group)]:
            name = cell.names.glossary.find(
                "condition", sentence.part(start, end).text, f"{cell.category}/{cell.field}"
            )
            name = name or cell.name("condition", sentence.part(start, end))
            if name not in conditions:
                cell.give_up("complexity", sentence.part(start, end), _ASKS_MANDATORY, below="complexity/must_include")
            if name not in must:
                must.append(name)
        if _EITHER.search(match.group()):
            cell.give_up("complexity", sentence.part(*match.span()), _ASKS_EITHER, below="complexity/must_include")
        sentence.take(*match.span())
        cell.write("complexity/must_include", must, sentence.place(match.start()))


def _recognise_least(sentence: Sentence, total: int, cell: Notebook) -> None:
    """Write how many conditions are asked for, "some" of them, or ask."""
    text = sentence.open
    counted = [bounds for bounds in bounds_in(text) if _is_of_conditions(text, bounds)]
    some, every, one = _SOME.search(text), _EVERY.search(text), _ANY.search(text)
    least: int | str | None = None
    span = (0, 0)
    if len(counted) == 1 and not some and not every:
        plain = counted[0].plain()
        number = plain.get("at_least")
        is_read = counted[0].is_clear and len(plain) == 1 and isinstance(number, int) and 1 <= number <= max(total, 1)
        least = number if is_read and isinstance(number, int) else None
        span = counted[0].start, counted[0].end
    elif not counted and sum(each is not None for each in (some, every, one)) == 1:
        match = some or every or one
        assert match is not None  # one of the three
        least = SOME if some else total if every else 1
        span = match.span()
    sentence.take(*span)
    if least:
        cell.write("complexity/at_least", least, sentence.place(span[0]))
    else:
        cell.give_up("complexity", sentence.passage, _ASKS, below="complexity/at_least")


def _is_of_conditions(text: str, bounds: Bounds) -> bool:
    """Return whether a number counts the conditions of the list."""
    if _UNIT_JA.match(bounds.unit):
        return True
    return (
        _UNIT_EN.match(text, bounds.end) is not None
        or re.search(r"\b(?:items?|criteria|conditions?)\b", bounds.unit) is not None
    )
