"""By which work is a size reached: outcome, activities and circumstances of the size clause's first sentence?

The bands themselves are read by `sizes`.
"""

from __future__ import annotations

import re
from typing import Final

from kijun.documents.notebook import Notebook
from kijun.documents.recognise.activities import recognise_activities
from kijun.documents.recognise.circumstances import recognise_circumstances, recognise_team
from kijun.documents.recognise.clauses import Clause
from kijun.documents.recognise.leftovers import ask_about_leftovers, is_too_long
from kijun.documents.recognise.outcomes import recognise_outcome
from kijun.documents.recognise.sentence import Sentence

_NOT_ASKED: Final = re.compile(
    r"(?:サイズ|規模)(?:を|は)?(?:特に)?(?:問わ[ずない]|不問)|特定(?:せず|しない)|\bnot specified\b|\bunspecified\b"
    r"|(?:regardless|irrespective) of (?:the )?(?:project )?size|\bany size\b"
)


def recognise_size_clause(clause: Clause, cell: Notebook) -> None:
    """Write the outcome, the activities and the circumstances of the size; where no size is asked, there is none of them."""
    if clause.lead is None or _NOT_ASKED.search(clause.lead.folded.text):
        return
    cell.wording["size_clause"] = clause.lead
    if is_too_long(clause.lead, "size_clause", cell):
        return
    sentence = Sentence(clause.lead)
    for each in (sentence, *(Sentence(option) for option in clause.options if not is_too_long(option, "size", cell))):
        recognise_team(each, "size_clause", cell)
    recognise_circumstances(sentence, "size_clause", cell)
    outcome = recognise_outcome(sentence, "size_clause", cell)
    recognise_activities(sentence, outcome, "size_clause", cell)
    ask_about_leftovers(sentence, "size_clause", cell)
