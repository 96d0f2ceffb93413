"""Which activities does a clause name?

In Japanese they stand before the verb of the experience, in English after the experience. Any one of a list is asked, unless its
words are the links of one chain (`activity-chain` of the printed names). Work without a name ("the requested work") is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kijun.documents.notebook import Notebook
from kijun.documents.passage import words_of
from kijun.documents.recognise.name_lists import Span, split_list
from kijun.documents.recognise.outcomes import Outcome
from kijun.documents.recognise.sentence import TAKEN, Sentence
from kijun.framework.dump import Plain
from kijun.text import Text

_T: Final = TAKEN
_BRACKET: Final = re.compile(rf"\([^()]*{_T}[^()]*(?:\)|$)")
_OBJECT: Final = re.compile(
    rf"(?P<common>(?:の)?(?:サービス)?(?:活動|プロジェクト|業務|作業|案件|工程)(?:等|など)?)?(?P<particle>[をに])[{_T}、]*$"
)
_COMMON: Final = re.compile(r"(?P<common>(?:の)?活動(?:等|など)?)(?P<particle>[をに])")
_JA_STOP: Final = re.compile(rf"[{_T}。()]|として|において|における|にて|立場で|の(?:下|もと)(?:で|に)?、")
"""Where a list of activities begins at the latest."""

_JA_START: Final = re.compile(
    r"を[一-龥]+[ぁ-ん]{1,3}|(?:って|[しっらさ]れ?た|する|される|られる|による|における|にて|として)"
    r"|(?<![一-龥])(?:[てでたる](?!化))(?=[一-龥ァ-ヶa-z0-9])|[一-龥](?:て|で|た|る)(?=[一-龥ァ-ヶa-z0-9])(?![一-龥][ぁ-ん])"
    r"|[をにがはへ](?=[一-龥ァ-ヶa-z0-9])|(?<=[ぁ-ん])(?<![のとやび])(?<!たは)(?<!又は)(?=[ァ-ヶa-z0-9])"
)
"""Where in its first piece a list begins: after a verb or a particle."""

_JA_PREDICATE: Final = re.compile(
    r"[をがはへ]|に(?:従|基づ|対|関|沿|応)|と[一-龥]{2,}し$|(?:て|で|る|た|つ|おり|ながら|ため)$"
)
"""What no name of an activity holds: such a piece is what stands before the list."""

_JA_SPLIT: Final = re.compile(r"、?(?:及び|および|並びに|ならびに|又は|または|もしくは|若しくは)|、")
_NAMELESS: Final = re.compile(
    r"(?:(?:.*の)?一部|作業|業務|活動|局面|プロジェクト|案件|それら?|これら?|全体|役割|担当(?:作業|業務)?|要求(?:された)?作業|複雑度の?|.*条件|.*規模|複雑度の.*)"
)
_EN: Final = re.compile(
    r"\b(?:experiences?|performance|track record|achievements?)\b(?: and (?:performance|achievements?|results?|track record))*"
    r" (?:of|in|with|for) (?P<list>[^.]*)"
)
_EN_VERB: Final = re.compile(
    r"(?:successfully |having |with success )*"
    r"(?:carr(?:ying|ied) out|participat(?:ing|ion|ed) in|taking part in|perform(?:ing|ed)|conduct(?:ing|ed)|execut(?:ing|ed)"
    r"|implement(?:ing|ed)|undertak(?:ing|en)|(?:achieving )?success(?:es)? in)(?: successfully| with success)? "
)
_EN_ACTIVITIES: Final = re.compile(r"(?:the )?activit(?:y|ies) (?:of|in|such as|including) ")
_EN_END: Final = re.compile(
    rf"[{_T}(;]| for projects?\b| with (?:\d|{_T}|expected|either|any|the following|following|some|all|at least|[^,]{{0,20}}(?:following|above|conditions?|criteria))| that meet\b| on (?:projects?|systems?)\b| in (?:projects?|systems?)\b"
)
_EN_SPLIT: Final = re.compile(r",? and |,? or |, ")
_EN_ADVERB: Final = re.compile(r"(?:successfully|the|having) ")
_EN_TAIL: Final = re.compile(r"(?: (?:for|with|in|on|at|of|over|during|as))+ ?$")
_EN_NAMELESS: Final = re.compile(
    r"(?:(?:the|such|all|any|its|their|requested|required|assigned|own|whole|achieving|successful|sales) )*"
    r"(?:works?|tasks?|activit(?:y|ies)|projects?|operations?|duties)"
)
_ASKS: Final = Text(
    ja="活動をすべて求めるか、いずれか一つでよいか、読み取れません。{any_of: [活動のid, …]}または{all_of: [活動のid, …]}の形で答えてください。",
    en="Whether all of these activities or any one of them is asked could not be read. Answer with {any_of: [ids of activities]} or "
    "{all_of: [ids of activities]}.",
)
_SPOKEN_OF: Final = re.compile(r"活動|\bactivit(?:y|ies)\b")
_ASKS_WHICH: Final = Text(
    ja="どの活動を求めるか、読み取れません。{any_of: [活動のid, …]}の形で答えてください。活動を問わなければnoneと答えてください。",
    en="Which activities are asked for could not be read. Answer with {any_of: [ids of activities]}, or with none where any will do.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """The activities that stand in a sentence, whether one word such as "activities" binds them, and whether they are all."""

    spans: Sequence[Span]
    shared: Span | None = None
    is_listed: bool = True
    is_whole: bool = True


def recognise_activities(sentence: Sentence, outcome: Outcome | None, part: str, cell: Notebook) -> None:
    """Write the activities of a clause."""
    named = _japanese(sentence, outcome) if sentence.is_japanese else _english(sentence)
    below = f"{part}/activities"
    chain = _chain_of_cell(cell) if part != "responsibility" else None
    ids = [_identify(sentence, span, named.shared if at else None, cell) for at, span in enumerate(named.spans)]
    for start, end in named.spans:
        sentence.take(start, end)
    place = sentence.place(named.spans[0][0] if named.spans else outcome.start if outcome is not None else 0)
    if chain is not None and set(ids) <= set(chain):
        cell.write(below, {"any_of": [*chain]}, place)
    elif not ids:
        cell.write(below, None, place)
        is_said = not sentence.is_japanese and _EN_NAMELESS.search(sentence.text) is None
        if is_said or _SPOKEN_OF.search(sentence.open):
            cell.give_up(part, sentence.passage, _ASKS_WHICH, below=below)
    elif _is_chain(ids, cell):
        cell.write(below, {"all_of": list(dict.fromkeys(ids))}, place)
    else:
        cell.write(below, {"any_of": list(dict.fromkeys(ids))}, place)
        if not named.is_whole or (len(ids) > 1 and not named.is_listed):
            first, last = named.spans[0][0], named.spans[-1][1]
            cell.give_up(part, sentence.part(first, last), _ASKS, below=below)


def _identify(sentence: Sentence, span: Span, shared: Span | None, cell: Notebook) -> str:
    """Return the id of an activity; words that stand before the first one and hold for all are put before its name."""
    passage = sentence.part(*span)
    if shared is None:
        return cell.name("activity", passage)
    words = words_of(sentence.part(*shared)) + words_of(passage)
    within = f"{cell.category}/{cell.field}"
    return cell.names.identify_words("activity", words, passage.place(), document=cell.document, within=within)


def _is_chain(ids: Sequence[Plain], cell: Notebook) -> bool:
    glossary = cell.names.glossary
    chains = {glossary.find("activity-chain", str(each), f"{cell.category}/{cell.field}") for each in ids}
    return len(ids) > 1 and len(chains) == 1 and None not in chains


def _chain_of_cell(cell: Notebook) -> list[Plain] | None:
    """Return the chain of the cell's responsibility: its other clauses ask for any link of it."""
    noted = cell.noted.get("responsibility/activities")
    value = noted.value if noted is not None else None
    chain = value.get("all_of") if isinstance(value, dict) else None
    return chain if isinstance(chain, list) else None


def _japanese(sentence: Sentence, outcome: Outcome | None) -> _Named:
    """Return what stands before the verb of the experience; where that is no name, the last "activities of" before it."""
    text = _BRACKET.sub(lambda match: _T * len(match.group()), sentence.open)
    end = outcome.start if outcome is not None else len(text)
    match = _OBJECT.search(text, 0, end)
    spans = _listed(text, match.start()) if match else []
    if not spans:
        match = next(reversed(list(_COMMON.finditer(text, 0, end))), None)
        spans = _listed(text, match.start()) if match else []
    others = [_listed(text, each.start()) for each in _COMMON.finditer(text, 0, match.start())] if match else []
    is_whole = not any(others)
    common = match.group("common") if match else None
    if not spans or not common or common.startswith("の") or len(spans) == 1:
        return _Named(spans=spans, is_whole=is_whole)
    first = text[slice(*spans[0])]
    is_shared = "の" in first and not any("の" in text[slice(*span)] for span in spans[1:])
    shared = (spans[0][0], spans[0][0] + first.index("の") + 1) if is_shared else None
    return _Named(spans=spans, shared=shared, is_whole=is_whole)


def _listed(text: str, end: int) -> list[Span]:
    """Return the names of the list that ends here: the pieces before it that hold no verb."""
    stops = list(_JA_STOP.finditer(text, 0, end))
    spans: list[Span] = []
    for piece in reversed(split_list(text, stops[-1].end() if stops else 0, end, _JA_SPLIT)):
        bare = _bare(text, *piece)
        is_first = _JA_START.search(text, *piece) is not None
        if bare[0] >= bare[1] or (not is_first and _JA_PREDICATE.search(text[slice(*piece)])):
            break
        spans.insert(0, bare)
        if is_first:
            break
    return [span for span in spans if not _NAMELESS.fullmatch(text[slice(*span)])]


def _bare(text: str, start: int, end: int) -> Span:
    """Return a name without what stands before it in its sentence, and without "and the like"."""
    marks = list(_JA_START.finditer(text, start, end))
    start = marks[-1].end() if marks else start
    words = text[start:end].removesuffix("等").removesuffix("など")
    return start + len(words) - len(words.removeprefix("の")), start + len(words)


def _english(sentence: Sentence) -> _Named:
    text = sentence.open
    match = _EN.search(text)
    if match is None:
        return _Named(spans=[])
    start, end = match.span("list")
    stop = _EN_END.search(text, start, end)
    end = stop.start() if stop else end
    verb = _EN_VERB.match(text, start, end)
    start = verb.end() if verb else start
    listed = _EN_ACTIVITIES.match(text, start, end)
    start = listed.end() if listed else start
    spans = split_list(text, start, end, _EN_SPLIT)
    spans = [_plain(text, *span) for span in spans]
    named = [(first, last) for first, last in spans if first < last and not _EN_NAMELESS.fullmatch(text[first:last])]
    return _Named(spans=named, is_listed=listed is not None or verb is not None)


def _plain(text: str, start: int, end: int) -> Span:
    """Return a name without the adverb before it, and without the preposition of what was read after it."""
    adverb = _EN_ADVERB.match(text, start, end)
    tail = _EN_TAIL.search(text, start, end)
    return (adverb.end() if adverb else start), (tail.start() if tail else end)
