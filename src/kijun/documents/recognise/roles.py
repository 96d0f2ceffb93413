"""In which role does a clause ask for the work: which titles are printed, and of which rank are they?

A title whose rank its words do not tell is asked about. Where one of several titles will do, the lowest rank is asked.
"""

from __future__ import annotations

import re
from typing import Final

from kijun.documents.notebook import Notebook
from kijun.documents.recognise.bounds import bounds_in
from kijun.documents.recognise.name_lists import Span, split_list
from kijun.documents.recognise.sentence import Sentence
from kijun.framework.dump import Plain
from kijun.text import Text

_HEADS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("responsible", re.compile(r"^(?:person|persons|one|officer) responsible\b")),
    ("leader", re.compile(r"^leaders?\b")),
    ("member", re.compile(r"^members?\b")),
    ("responsible", re.compile(r"責任者$|\bresponsible (?:person|officer)$")),
    ("leader", re.compile(r"リーダー?$|\bleaders?$")),
    ("member", re.compile(r"(?:メンバー?|一員)$|\bmembers?$")),
)
"""Rank -> how its titles are spelt: what an English title begins with goes first."""

_ORDER: Final = ("member", "leader", "responsible")
_LESSER: Final = re.compile(r"サブ|副|補佐|代理|準|候補|\b(?:sub|deputy|vice|assistant|acting|associate)\b|sub-")
_BARE: Final = re.compile(r"(?:責任者|リーダー?|メンバー?|(?:a |an |the )?(?:leader|member|person responsible))")
_OR: Final = re.compile(
    r"又は|または|もしくは|若しくは|あるいは|或いは|及び|および|、|,? or (?!more\b|less\b|above\b|fewer\b)(?:as )?|, "
)
_JA: Final = re.compile(
    r"(?P<titles>[^。()\x00]*?)(?P<end>として(?:の|、)?|の(?:立場|役割|役職)(?:で|にて|として)、?|を務め(?:て|、)?)"
)
_JA_START: Final = re.compile(
    r"(?:における|において、?|にて、?|の(?:下|もと)(?:で|に)?、?|従[いっ]て?、|したがって、|相当する|[いきしちりえてで]、)"
)
_EN: Final = re.compile(
    r"\b(?:as|in the (?:role|position|capacity) of) (?P<titles>(?:(?:a|an|the|one) )?[a-z][^.;()\x00]*?)"
    r"(?=[,.;()\x00]|$| (?:in|at|within|through|throughout|with|under|during|who|has|have|leads?|and (?:has|leads?)|on)\b)"
)
_EN_RESPONSIBLE: Final = re.compile(
    r"\b(?:as|in the (?:role|position|capacity) of) (?P<titles>(?:(?:a|an|the) )?(?:person|one|officer) responsible for [a-z -]+?)(?=[,.;()\x00]|$| (?:of|in|at|within|through|throughout|with|under|during|who|or)\b)"
)
_ARTICLE: Final = re.compile(r"(?:a|an|the|one) ")
_MARKET: Final = re.compile(r"業界|企業|市場|従業員|事業所|会社")
_ASKS_MARKET: Final = Text(
    ja="立場の前に、担当する市場があるようです。[{scope: 範囲のid}]の形で答えてください。市場がなければ[]と答えてください。",
    en="A market seems to stand with the role. Answer with [{scope: id}], or with [] where there is none.",
)
_ASKS: Final = Text(
    ja="立場の階級がわかりません。member(メンバ)、leader(リーダ)、responsible(責任者)のいずれかで答えてください。",
    en="The rank of this role is not clear. Answer with member, leader or responsible.",
)
_ASKS_WHERE: Final = Text(
    ja="立場がどこに書かれているか、わかりません。member(メンバ)、leader(リーダ)、responsible(責任者)のいずれかで答えてください。",
    en="The role was not found in these words. Answer with member, leader or responsible.",
)


_POSITION: Final = re.compile(
    r"(?:責任者|リーダー?|メンバー?)の?立場|立場で|\bin the role of\b|\bas (?:an? |the )?(?:leader|member|person)"
)
"""A role is spoken of, whatever was lost of its words."""


def recognise_role(sentence: Sentence, part: str, cell: Notebook, *, is_required: bool) -> int | None:
    """Write the role and the titles of a clause, and return where they end; a clause that needs a role and has none is asked about."""
    found, end = _titles(sentence)
    if not found:
        if is_required or _POSITION.search(sentence.open):
            cell.give_up(part, sentence.passage, _ASKS_WHERE, below=f"{part}/role")
        return None
    start = found[0][0]
    ranks = [rank_of(sentence.text[first:last]) for first, last in found]
    place = sentence.place(start)
    named = [span for span in found if not _BARE.fullmatch(sentence.text[span[0] : span[1]])]
    titles: list[Plain] = []
    for (first, last), rank in zip(found, ranks, strict=True):
        if (first, last) in named:
            titles.append(cell.name("title", sentence.part(first, last), detail=rank or ""))
    if None in ranks:
        unclear = found[ranks.index(None)]
        cell.give_up(part, sentence.part(*unclear), _ASKS, below=f"{part}/role")
    else:
        cell.write(f"{part}/role", min((rank for rank in ranks if rank), key=_ORDER.index), place)
    cell.write(f"{part}/roles", list(dict.fromkeys(titles)), place)
    if not any(bounds.printed is None for bounds in bounds_in(sentence.text[start:end])):
        sentence.take(start, end)  # a threshold in a title is left over, and asked about
    if _MARKET.search(sentence.text[start:end]):
        cell.give_up(part, sentence.part(start, end), _ASKS_MARKET, below=f"{part}/market")
    return end


def rank_of(title: str) -> str | None:
    """Return the rank that a folded title tells, or None.

    >>> rank_of("運用チームリーダー")
    'leader'
    """
    if _LESSER.search(title):
        return None
    plain = _ARTICLE.sub("", title, count=1) if _ARTICLE.match(title) else title
    return next((rank for rank, pattern in _HEADS if pattern.search(plain)), None)


def _titles(sentence: Sentence) -> tuple[list[Span], int]:
    """Return where the titles of a sentence stand, and where the words end that make them the role."""
    text = sentence.open
    if not sentence.is_japanese:
        match = _EN_RESPONSIBLE.search(text) or _EN.search(text)
        return (_split(text, *match.span("titles"), is_japanese=False), match.end()) if match else ([], 0)
    for match in _JA.finditer(text):
        start, end = match.span("titles")
        marks = list(_JA_START.finditer(text, start, end))
        spans = _split(text, marks[-1].end() if marks else start, end, is_japanese=True)
        if spans:
            return spans, match.end()
    return [], 0


def _split(text: str, start: int, end: int, *, is_japanese: bool) -> list[Span]:
    """Return the titles between two offsets: those that are joined by "or"; what stands before the first of them is none."""
    spans = split_list(text, start, end, _OR)
    if not is_japanese:
        return [_without_article(text, *span) for span in spans]
    while len(spans) > 1 and rank_of(text[slice(*spans[0])]) is None and rank_of(text[slice(*spans[-1])]) is not None:
        spans = spans[1:]
    return spans


def _without_article(text: str, start: int, end: int) -> Span:
    article = _ARTICLE.match(text, start, end)
    return (article.end() if article else start), end
