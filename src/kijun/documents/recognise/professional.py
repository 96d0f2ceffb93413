"""Which part of the professional contribution is a clause: expertise, succession, or mentoring?"""

from __future__ import annotations

import re
from typing import Final

from kijun.documents.notebook import Notebook
from kijun.documents.recognise.bounds import bounds_in
from kijun.documents.recognise.clauses import Clause
from kijun.documents.recognise.examinations import EXAMINATION, recognise_note
from kijun.documents.recognise.expertise import recognise_expertise
from kijun.documents.recognise.succession import recognise_succession
from kijun.text import Text

_MENTORING: Final = re.compile(
    r"(?:後進|後輩|部下|人材)の?育成|メンタリング|コーチング"
    r"|\bdevelop(?:s|ing|ment of)? (?:of )?(?:subordinates|juniors|successors)|\bmentor|\bcoaching\b"
)
_SUCCESSION: Final = re.compile(r"継承|伝承|\bsuccession\b")
_EXPERTISE: Final = re.compile(
    r"領域|専門(?!分野の)|知識|技能|\bspecialt|\bexpertise\b|\bareas?\b|\bknowledge\b|\bskills?\b"
)
_UNCLEAR: Final = Text(
    ja="プロフェッショナル貢献のこの項目は、専門性、技術の継承、後進の育成のどれとも読み取れません。このセルの専門性の全体を、"
    "達成度指標のファイルのexpertiseと同じ形で答えてください。",
    en="This line of the professional contribution is neither expertise nor succession nor mentoring as far as could be read. "
    "Answer with the cell's expertise as a whole, in the shape of expertise in an indicator's file.",
)
_UNCLEAR_MENTORING: Final = Text(
    ja="後進の育成に数や条件がありますが、読み取れません。育成を求めるだけならtrueと答えてください。",
    en="Mentoring is asked with a number or options that could not be read. Answer with true if no more than mentoring is asked.",
)


def recognise_professional(clause: Clause, cell: Notebook) -> None:
    """Give a clause of the professional contribution to the recogniser of its part; ask about one that fits none."""
    first = clause.first
    if first is None:
        return
    text = clause.lead.folded.text if clause.lead is not None else ""
    if EXAMINATION.search(text):
        recognise_note(clause, cell)
    elif _SUCCESSION.search(text):
        recognise_succession(clause, cell)
    elif _MENTORING.search(text) and not (clause.options and _EXPERTISE.search(text)):
        _recognise_mentoring(clause, cell)
    elif not _is_read("expertise", cell) and _EXPERTISE.search(text):
        recognise_expertise(clause, cell)
    else:  # a second line on expertise, or one that lost its word, is more likely the part that was not read yet
        part = next((part for part in ("expertise", "succession") if not _is_read(part, cell)), "expertise")
        cell.give_up(part, first, _UNCLEAR)


def _is_read(part: str, cell: Notebook) -> bool:
    return part in cell.unread or any(below.split("/")[0] == part for below in cell.noted)


def _recognise_mentoring(clause: Clause, cell: Notebook) -> None:
    lead = clause.lead
    assert lead is not None  # its words were found
    cell.wording["mentoring"] = lead
    if clause.options or bounds_in(lead.folded.text):
        cell.give_up("mentoring", lead, _UNCLEAR_MENTORING)
    else:
        cell.write("mentoring", True, lead.place())
