"""What does the clause on succession ask: how many kinds of contribution out of which, and what is handed on?"""

from __future__ import annotations

import re
from typing import Final

from kijun.documents.notebook import Notebook
from kijun.documents.recognise.clauses import Clause
from kijun.documents.recognise.item_count import count_items
from kijun.text import Text

_NOUN: Final = r"[\u30a0-\u30ff\u3400-\u9fff々a-z0-9]+"
_SUBJECTS: Final = (
    re.compile(rf"(?P<subject>(?:(?!(?:以下|次|下記)の){_NOUN}の)*?{_NOUN})[のを]?(?:継承|伝承)"),
    re.compile(r"\bsuccession of (?:the )?(?P<subject>[^,.:;]+?)(?= (?:in|with|by|through|has|have)\b|[,.:;]|$)"),
    re.compile(
        r"\b(?:of|in|for|to)(?: the)?(?: following)? "
        r"(?P<subject>(?:(?!(?:of|in|for|to|the|following|items?|more)\b)[a-z][a-z'-]* )+)succession\b"
    ),
)
"""How a clause names what is handed on; the first that fits."""

_HOW_MANY: Final = Text(
    ja="技術の継承として、いくつの種類が求められるか、わかりません。数を答えてください。",
    en="The words do not tell how many kinds of contribution to succession are asked. Answer with a number.",
)
_WHICH_SUBJECT: Final = Text(
    ja="何の技術の継承か、わかりません。継承の対象のidを答えてください。",
    en="The words do not tell what is handed on. Answer with the id of the subject of succession.",
)
_NO_KINDS: Final = Text(
    ja="技術の継承の種類の一覧が読み取れません。技術の継承の全体を、達成度指標のファイルのsuccessionと同じ形で答えてください。",
    en="The list of kinds of contribution to succession could not be read. Answer with the succession as a whole, in the shape of "
    "succession in an indicator's file.",
)


def recognise_succession(clause: Clause, cell: Notebook) -> None:
    """Note how many kinds of contribution are asked, out of which, and of what."""
    lead, options = clause.lead, clause.options
    if lead is None or not options:
        first = clause.first
        if first is not None:
            cell.give_up("succession", first, _NO_KINDS)
        return
    cell.wording["succession"] = lead
    for option in options:
        cell.wording.setdefault(f"succession/of/{cell.name('contribution', option)}", option)
    kinds = cell.name_all("contribution", options)
    count = count_items(lead)
    asked = len(kinds) if count.is_all else count.at_least
    if not count.is_clear or asked is None or asked > len(kinds):
        cell.give_up("succession", lead, _HOW_MANY, below="succession/at_least")
    else:
        cell.write("succession/at_least", asked, lead.place())
    cell.write("succession/of", kinds, options[0].place())
    text = lead.folded.text
    subject = next((match for pattern in _SUBJECTS if (match := pattern.search(text))), None)
    if subject is None:
        cell.give_up("succession", lead, _WHICH_SUBJECT, below="succession/subject")
    else:
        passage = lead.folded_part(*subject.span("subject"))
        cell.write("succession/subject", cell.name("subject", passage), passage.place())
