"""What does the responsibility ask for: role, market, activities, outcome, how many times or years, and at which levels?"""

from __future__ import annotations

import re
from typing import Final

from kijun.documents.notebook import Notebook
from kijun.documents.recognise.activities import recognise_activities
from kijun.documents.recognise.circumstances import recognise_circumstances
from kijun.documents.recognise.clauses import Clause
from kijun.documents.recognise.counts import recognise_count
from kijun.documents.recognise.leftovers import ask_about_leftovers, is_too_long
from kijun.documents.recognise.levels import recognise_levels
from kijun.documents.recognise.markets import recognise_market
from kijun.documents.recognise.outcomes import recognise_outcome
from kijun.documents.recognise.roles import recognise_role
from kijun.documents.recognise.sentence import Sentence
from kijun.text import Text

_NOT_ASKED: Final = re.compile(
    r"(?:責任性(?:を|は)問わ[ずない]+|特定せず|not specified|regardless of responsibility)[。.]?"
)
_ASKS: Final = Text(
    ja="責任性に文がありません。この部分の値を、達成度指標のファイルと同じ形で答えてください。",
    en="The responsibility has no sentence. Answer with the value of the part, in the shape of an indicator's file.",
)

_ASKS_OPTIONS: Final = Text(
    ja="責任性に選択肢の一覧があります。見出しが一つ欠けているかもしれません。この部分の値を、達成度指標のファイルと同じ形で答えてください。",
    en="The responsibility has a list of options; a heading may be missing. Answer with the value of this part, in the shape of an "
    "indicator's file.",
)


def recognise_responsibility(clause: Clause, cell: Notebook) -> None:
    """Write the responsibility of a cell, or ask about what was not understood of it."""
    if clause.lead is None:
        if clause.first is not None:
            cell.give_up("responsibility", clause.first, _ASKS)
        return
    cell.wording["responsibility"] = clause.lead
    if is_too_long(clause.lead, "responsibility", cell):
        return
    sentence = Sentence(clause.lead)
    if _NOT_ASKED.fullmatch(sentence.text):
        cell.write("responsibility", None, sentence.place(0))
        return
    recognise_levels(sentence, recognise_count(sentence, cell), cell)
    title_end = recognise_role(sentence, "responsibility", cell, is_required=True)
    recognise_market(sentence, title_end, cell)
    outcome = recognise_outcome(sentence, "responsibility", cell)
    recognise_circumstances(sentence, "responsibility", cell)
    recognise_activities(sentence, outcome, "responsibility", cell)
    ask_about_leftovers(sentence, "responsibility", cell)
    if clause.options:
        for part in ("responsibility", "complexity"):
            cell.give_up(part, clause.options[0], _ASKS_OPTIONS)
