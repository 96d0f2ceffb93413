"""Was a threshold overlooked in a sentence that was read?

A number, or a word that makes a bound or an exception, that no recogniser took may change what is asked. The part is then
asked about.
"""

from __future__ import annotations

import re
from typing import Final

from kijun.documents.notebook import Notebook
from kijun.documents.passage import Passage
from kijun.documents.recognise.numbers import numbers_in
from kijun.documents.recognise.sentence import TAKEN, Sentence
from kijun.text import Text

_BOUND: Final = re.compile(
    r"以上|未満|半数|過半|ただし|但し|を除[くき]|以外|必須|必ず|数[回件名人社十百千]|幾つ|いくつ|[「\"]"
    r"|\b(?:or more|or above|more than|less than|fewer than|at least|at most|half of|most of|unless|except|excluding|provided that"
    r"|required|mandatory|several)\b"
)
_HARMLESS: Final = re.compile(
    r"以下(?:の|に示す|いずれ)|次の|\b(?:either|any|each|every) one\b|\bone of\b|\bone's\b|\bno one\b|\bby one\b|二次|一次"
)
_ASKS: Final = Text(
    ja="この文に、読み取れていない数や条件があります。この部分の値を、達成度指標のファイルと同じ形で答えてください。",
    en="This sentence holds a number or a condition that was not understood. Answer with the value of the part, in the shape of an indicator's file.",
)

_ASKS_STRAY: Final = Text(
    ja="文の途中に、数だけの行があります。文の一部か、ページ番号か、わかりません。この部分の値を、達成度指標のファイルと同じ形で答えてください。",
    en="A line of this sentence is only a number, of the sentence or of a page. Answer with the value of the part, in the shape of an "
    "indicator's file.",
)
_NUMBER_ALONE: Final = re.compile(r"\D?\d{1,4}\D?")


_MOST_LETTERS: Final = 3_000
_ASKS_LONG: Final = Text(
    ja="文が長すぎて、一つの文として読めません。この部分の値を、達成度指標のファイルと同じ形で答えてください。",
    en="This is too long to be read as one sentence. Answer with the value of the part, in the shape of an indicator's file.",
)


def is_too_long(passage: Passage, part: str, cell: Notebook) -> bool:
    """Ask about a part that is longer than any clause, and return whether it is."""
    if len(passage.text) <= _MOST_LETTERS:
        return False
    cell.give_up(part, passage, _ASKS_LONG)
    return True


def has_stray_number(passage: Passage) -> bool:
    """Return whether a line of a passage is only a number: it may be that of a page, in the middle of a sentence."""
    ends = (*passage.starts[1:], len(passage.text))
    lines = (passage.text[start:end].strip() for start, end in zip(passage.starts, ends, strict=True))
    return len(passage.starts) > 1 and any(_NUMBER_ALONE.fullmatch(line.strip("-－― ")) for line in lines)


def ask_about_leftovers(sentence: Sentence, part: str, cell: Notebook) -> None:
    """Ask about a part where something that may be a threshold was not read."""
    if has_stray_number(sentence.passage):
        cell.give_up(part, sentence.passage, _ASKS_STRAY)
        return
    text = _HARMLESS.sub(lambda match: TAKEN * len(match.group()), sentence.open)
    found = [(number.start, number.end) for number in numbers_in(text)]
    found += [match.span() for match in _BOUND.finditer(text)]
    if found:
        cell.give_up(part, sentence.passage, _ASKS)
