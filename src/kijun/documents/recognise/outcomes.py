"""With which outcome does a clause ask for the work: taken part, carried out, carried out with success?

The outcome is said by the verb of the experience. A verb that is not known is asked about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from kijun.documents.notebook import Notebook
from kijun.documents.recognise.sentence import Sentence
from kijun.text import Text

_JA: Final = re.compile(
    r"(?P<verb>[一-龥ぁ-んァ-ヶー]{1,12}?)(?:し|させ|して(?:い|き)?)た(?=(?:[^。、]{0,6}(?:経験|実績)))"
)
_JA_OUTCOMES: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("participated", re.compile(r"(?:参画|参加)$")),
    ("carried-out", re.compile(r"(?:実施|遂行|実践|実行)$")),
    ("succeeded", re.compile(r"(?:成功|完遂)$")),
)
_OR: Final = re.compile(r"(?:参画|参加)(?:し)?、?(?:又は|または|もしくは|若しくは|あるいは)")
_SUCCESS: Final = re.compile(r"成功[裡裏](?:のうち)?に、?|成功させ、?")
_SUCCESS_IN_PART: Final = re.compile(r"成功|[成功][裡裏]|[裡裏]に")
"""A success of which a letter is lost."""

_NEAR: Final = 12
"""So many letters may stand between the success and its verb."""

_EN_EXPERIENCE: Final = re.compile(r"\b(?:experiences?|performance|track record|achievements?)\b(?P<said>[^.]*)")
_EN_OUTCOMES: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("participated", re.compile(r"\bparticipat(?:ing|ion|ed?)\b|\b(?:taking|took|taken) part\b|\bbeing involved\b")),
    ("succeeded", re.compile(r"\bsuccess(?:ful|fully)?\b|\bsucceed(?:ing|ed)\b")),
    (
        "carried-out",
        re.compile(
            r"\bcarr(?:ying|ied) out\b|\b(?:perform|conduct|execut|implement|undertak|accomplish)(?:ing|ed)\b|\bdoing\b"
        ),
    ),
)
_EN_SUCCESS_IN_PART: Final = re.compile(r"\b(?:suc+e|uccess|sccess|suces)")
_ASKS: Final = Text(
    ja="どの成果を求めるか、読み取れません。participated(参画)、carried-out(実施)、succeeded(成功裡の遂行)のいずれかで答えてください。",
    en="The outcome that is asked for could not be read. Answer with participated, carried-out or succeeded.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """An outcome, and where the words begin and end that say it."""

    id: str
    start: int
    end: int


def recognise_outcome(sentence: Sentence, part: str, cell: Notebook) -> Outcome | None:
    """Write the outcome of a clause, or ask about it."""
    found = _japanese(sentence.open) if sentence.is_japanese else _english(sentence.open)
    if found is None:
        cell.give_up(part, sentence.passage, _ASKS, below=f"{part}/outcome")
        return None
    cell.write(f"{part}/outcome", found.id, sentence.place(found.start))
    return found


def _japanese(text: str) -> Outcome | None:
    """Return the outcome that the last verb before the experience says; of two verbs joined by "or", the lesser one."""
    verbs = list(_JA.finditer(text))
    if len(verbs) != 1:
        return None
    end = verbs[0].end("verb")
    start = max(text.rfind(sign, 0, end) for sign in "。\x00をにで、") + 1
    success = next(reversed(list(_SUCCESS.finditer(text, max(text.rfind("。", 0, end), 0), end))), None)
    if success is not None and success.end() >= start and not _OR.search(text, success.end(), end):
        return Outcome(id="succeeded", start=success.start(), end=end)
    known = [(name, match) for name, pattern in _JA_OUTCOMES if (match := pattern.search(text, start, end))]
    other = _OR.search(text, start, end)
    if not known or (other is not None and success is not None):
        return None
    name, match = known[0]
    if success is None and name != "succeeded" and _SUCCESS_IN_PART.search(text):
        return None
    if other is not None:
        return Outcome(id="participated", start=other.start(), end=match.end())
    if success is None:
        return Outcome(id=name, start=match.start(), end=match.end())
    is_near = len(text[success.end() : match.start()].strip("\x00、")) <= _NEAR
    return Outcome(id="succeeded", start=success.start(), end=end) if name == "carried-out" and is_near else None


def _english(text: str) -> Outcome | None:
    """Return the outcome that is said of the experience; taking part with success is not clear."""
    said = next(_EN_EXPERIENCE.finditer(text), None)
    if said is None:
        return None
    found = [
        Outcome(id=name, start=match.start(), end=match.end())
        for name, pattern in _EN_OUTCOMES
        if (match := pattern.search(text, *said.span("said")))
    ]
    names = {each.id for each in found}
    if "succeeded" not in names and _EN_SUCCESS_IN_PART.search(text, *said.span("said")):
        return None
    if not found or names >= {"participated", "succeeded"}:
        return None
    return found[0]
