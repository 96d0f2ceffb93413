"""What does one size of the size clause say: which alternatives, and with how many of the cell's conditions?

Nothing is left over: a size that holds a number, a comparator or a joining word that was not understood is not read at all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, Literal

from kijun.documents.notebook import Notebook
from kijun.documents.passage import Passage
from kijun.documents.printed import Place
from kijun.documents.recognise.bounds import Bounds, bounds_in
from kijun.documents.recognise.customers import customers_in, names_customers
from kijun.documents.recognise.measures import KIND, Counted, counted_by
from kijun.framework.dump import Plain

Relation = Literal["or", "and", "bracket", "list"]
"""How a bound stands to the one before it; a list is joined by the word that comes later in it."""

_BEFORE_COUNT: Final = re.compile(
    r"(?:上記|前記|上述)の?(?:(?:複雑性|複雑さ|条件)の?)*(?:うち|内)?、?$"
    r"|,? ?(?:\band )?(?:\b(?:with|meet(?:s|ing)|satisf(?:ies|ying)|fulfill?(?:s|ing)) (?:the )?)?$"
)
_AFTER_COUNT: Final = re.compile(
    r"^(?: ?(?:items?|criteria|conditions))?(?: ?of| in)? (?:the )?above(?: complexity)?(?: criteria| conditions| items)?,?"
    r"|^(?:の条件)?(?:に該当(?:して|し|する)?|を満た(?:して|し|す))?、?"
)
_COUNTS: Final = re.compile(r"(?:上記|前記|上述)|\babove\b")
_CONDITIONS: Final = re.compile(r"複雑性|複雑さ|項目|\bcriteria\b|\bcomplexity\b")
"""The cell's conditions are spoken of, whatever was lost of their count."""

_OR: Final = re.compile(r"または|又は|もしくは|若しくは|あるいは|或いは|\bor\b")
_AND: Final = re.compile(r"かつ|且つ|及び|および|並びに|ならびに|\band\b|\bas well as\b")
_OF: Final = re.compile(r"^[a-z ]*\b(?:of|with)\b[a-z ]*$")
_COMPARES: Final = re.compile(
    r"以上|以下|未満|超え|以内|[0-9]|\bmore\b|\bless\b|\bfewer\b|\bat (?:least|most)\b|\bup to\b|\bexceed|\bseveral\b|複数|数[箇か十百千万億]"
)
_CUT_SHORT: Final = re.compile(r"(?:^|[\s、,(])[以上下未満超](?![一-龥])|\b(?:than|but|mre|moe|mor|ore)\b")
"""A comparator of which a letter or a word is lost."""

_SOME: Final = re.compile(r"一部の[^、。]*|\b(?:some|part) of [^.]*|\bsome (?=computer|network)[^.]*")
_QUALIFIED: Final = re.compile(
    r"除[いきく]|でない|ではない|当たり|あたり|ごと|毎に|相当|同等|\b(?:except|excluding|not|without|per|each|equivalents?|unless)\b"
)
"""What makes another thing of a number: not this, for each of those, or something like it."""

_ROOMS: Final = re.compile(r"コンピュータ?ー?ルーム|\bcomputer rooms?\b")
_NETWORKS: Final = re.compile(r"ネットワーク|\bnetworks?\b")
_YEN: Final = re.compile(r"円|\byen\b|\bjpy\b")
_CONTRACT: Final = "annual_contract_value_yen"
_FEWEST_YEN: Final = 10_000
"""Nobody means a contract of less: a word for a larger number is lost."""

_MONEY: Final = re.compile(r"value|amount|金額|額")


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A band in the shape of an indicator's file, and where each of its numbers stands."""

    plain: dict[str, Plain]
    places: dict[str, tuple[Place, Plain]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """The words of a size without its count of conditions: where they begin and end in the folded text."""

    start: int
    end: int
    conditions: int | None


def read_band(option: Passage, clause: str, cell: Notebook) -> Band | None:
    """Return the band that an option prints, or None where something in it was not understood.

    `clause` is the text of all options: a currency may be printed in another one.
    """
    text = option.folded.text
    found = bounds_in(text)
    counts = [each for each in found if _is_count(each, text)]
    bounds = [each for each in found if each not in counts]
    part = _part(text, counts)
    if part is None or not all(each.is_clear for each in bounds) or _has_left_over(text, found):
        return None
    places: dict[str, tuple[Place, Plain]] = {}
    if bounds:
        alternatives = _measured(option, bounds, part, clause, cell, places)
    else:
        alternatives = _unmeasured(text[part.start : part.end], cell)
    if alternatives is None or not _has_conditions(cell, part.conditions or 0):
        return None
    return Band(plain={"any_of": [*alternatives], "complexity_at_least": part.conditions}, places=places)


def _has_conditions(cell: Notebook, asked: int) -> bool:
    """Return whether the cell lists so many conditions, as far as its complexity was read before."""
    listed = cell.noted.get("complexity/of")
    return listed is None or not isinstance(listed.value, list) or asked <= len(listed.value)


def _is_count(bounds: Bounds, text: str) -> bool:
    """Return whether a bound counts the cell's conditions: "four or more of the above"."""
    before, after = text[: bounds.start], text[bounds.end :]
    is_after = re.search(r"(?:上記|前記|上述)[^、。0-9]*$", before) is not None
    return is_after or re.match(r"[a-z ]*\babove\b", after) is not None


def _part(text: str, counts: Sequence[Bounds]) -> _Part | None:
    """Return what a size says beside its count of conditions, which stands at its beginning or at its end."""
    if not counts:
        return (
            None if _COUNTS.search(text) or _CONDITIONS.search(text) else _Part(start=0, end=len(text), conditions=None)
        )
    count = counts[0]
    before, after = _BEFORE_COUNT.search(text[: count.start]), _AFTER_COUNT.search(text[count.end :])
    plain = count.plain()
    least = plain.get("at_least")
    if len(counts) > 1 or before is None or after is None or len(plain) > 1 or not count.is_clear:
        return None
    start, end = before.start(), count.end + after.end()
    if not isinstance(least, int) or (start > 0 and text[end:].strip(" 、.。")):
        return None
    return _Part(start=end if start == 0 else 0, end=len(text) if start == 0 else start, conditions=least)


def _has_left_over(text: str, found: Sequence[Bounds]) -> bool:
    """Return whether a number or a comparator stands outside of all bounds."""
    rest, since = "", 0
    for each in found:
        rest, since = rest + text[since : each.start] + " ", each.end
    rest = re.sub(r"m2|b2[bc]|\bit\b", " ", rest + text[since:])
    return _COMPARES.search(rest) is not None or _CUT_SHORT.search(rest) is not None


def _unmeasured(text: str, cell: Notebook) -> list[Plain] | None:
    """Return the alternatives of a size without numbers: some rooms or networks, or customers."""
    some = _SOME.search(text)
    if some and _ROOMS.search(some.group()) and _NETWORKS.search(some.group()):
        return [{"some_rooms_or_networks": True}]
    customers = customers_in(text, cell.names.glossary)
    if customers is None or (some and not names_customers(text)):
        return None
    return [{"customers": {"reach": reach, "or_equivalent": customers.or_equivalent}} for reach in customers.reaches]


def _measured(
    option: Passage,
    bounds: Sequence[Bounds],
    part: _Part,
    clause: str,
    cell: Notebook,
    places: dict[str, tuple[Place, Plain]],
) -> list[Plain] | None:
    text = option.folded.text
    relations = _relations([text[one.end : two.start] for one, two in pairwise(bounds)])
    rest = text[part.start : part.end]
    words = _without(rest, bounds, part)
    if relations is None or names_customers(words) or _SOME.search(rest) or _QUALIFIED.search(words):
        return None
    alternatives: list[dict[str, Plain]] = []
    things: list[str] = []
    for number, (each, relation) in enumerate(zip(bounds, ["or", *relations], strict=True)):
        since = bounds[number - 1].end if number else part.start
        readings = counted_by(each, text, since, part.end, things)
        measure = _measure(option.place_of(each.start), each, readings, clause, cell)
        if measure is None or (
            measure == _CONTRACT
            and any(isinstance(value, int) and value < _FEWEST_YEN for value in each.plain().values())
        ):
            return None
        things.extend(reading.thing for reading in readings[:1] if reading.thing)
        if relation == "or":
            alternatives.append({})
        if measure in alternatives[-1]:
            return None
        plain = each.plain()
        alternatives[-1][measure] = plain
        for comparator, value in plain.items():
            is_upper = comparator in ("at_most", "below") and len(plain) > 1
            place = option.place_of(each.end - 1 if is_upper else each.start)
            places.setdefault(f"{measure}/{comparator}", (place, value))
    return [*alternatives]


def _without(text: str, bounds: Sequence[Bounds], part: _Part) -> str:
    """Return the words of a size without its bounds: a unit names no customers."""
    for each in reversed(bounds):
        text = text[: max(each.start - part.start, 0)] + text[max(each.end - part.start, 0) :]
    return text


def _measure(place: Place, bounds: Bounds, readings: Sequence[Counted], clause: str, cell: Notebook) -> str | None:
    """Return the id of what a bound counts, or its stand-in; None where it is not clear what that is.

    The reading that the glossary knows goes first; else the words that stand nearest are a new name.
    """
    within = f"{cell.category}/{cell.field}"
    known = [each for each in readings if cell.names.glossary.find(KIND, each.name, within) is not None]
    counted = next(iter(known), readings[0])
    in_yen = _YEN.search(counted.unit or clause) is not None
    if not counted.is_size or (_MONEY.search(counted.thing) and not in_yen):
        return None
    if bounds.printed is not None and not known:
        return None
    name = Passage(text=counted.name, starts=(0,), places=(place,))
    return cell.name(KIND, name, detail=counted.unit)


def _relations(between: Sequence[str]) -> list[Relation] | None:
    """Return how each bound stands to the one before it, or None where that is not clear."""
    found = [_relation(words) for words in between]
    said = {each for each in found if each in ("or", "and")}
    if None in found or len(said) > 1 or ("list" in found and not said):
        return None
    joined = next(iter(said), None)
    if "list" in found and found[-1] == "list":  # the word that joins a list stands before its last one
        return None
    return [joined if each == "list" and joined else each for each in found if each is not None]


def _relation(words: str) -> Relation | None:
    if words.count("(") > words.count(")") or words.count("[") > words.count("]"):
        return "bracket"
    any_of, all_of = [*_OR.finditer(words)], [*_AND.finditer(words)]
    if any_of and (not all_of or any_of[-1].start() > all_of[-1].start()):
        return "or"
    if all_of:
        return None if any_of else "and"
    if _OF.match(words):
        return "bracket"
    return "list" if re.search(r"[、,]", words) else None
