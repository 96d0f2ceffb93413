"""Which facts of which engagements are kept back, and by what name is an engagement called?

Companies do not let out whom a project served, for how much and where. The judgement reads everything; what is kept back is
left out of whatever is said afterwards. An engagement's id may say it too, so every id becomes a token that means nothing
before anything is put into words, and the words become names again at the end.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kijun.errors import BadInput, NotFound
from kijun.evidence import Engagement, Person
from kijun.evidence.engagement import MASKABLE
from kijun.evidence.words import MASKABLE_NAMES
from kijun.problem.reading import nearest
from kijun.text import Text, join, same

Masks = Mapping[str, frozenset[str]]
"""Engagement id -> the facts that are kept back."""

_PLACES = frozenset({"computer_rooms", "computer_room_area_m2", "data_centres", "data_centre_area_m2", "network_sites"})
_AMOUNTS = frozenset({"peak_persons", "annual_contract_value_yen"})
_WHOLE = frozenset(MASKABLE)
_ALL = "all"
_FIRST_TOKEN = 0xF0000
"""A plane for private use, above the letters of their own that people in Japan use in names."""


def masks_of(person: Person, asked: Sequence[str] = ()) -> dict[str, frozenset[str]]:
    """Return what is kept back: what the record says of each engagement, and what is asked for besides.

    One that is asked for is an id, a number of the report or all, with the facts after a colon (ID:customers,amounts) or
    without, which means every fact. Raises NotFound for an engagement that the record lacks, BadInput for a fact that cannot be kept back.
    """
    ids = [engagement.id for engagement in person.engagements]
    numbered = {str(number): name for name, number in numbers_of(person).items()}
    found = {each.id: each.masked for each in person.engagements}
    for words in asked:
        name, facts = _asked(words, ids, numbered)
        for each in ids if name == _ALL else [name]:
            found[each] |= facts
    return {name: facts for name, facts in found.items() if facts}


def numbers_of(person: Person) -> dict[str, int]:
    """Return the number that each engagement has in a report, by id: in the order of their beginning."""
    ordered = sorted(person.engagements, key=lambda each: (each.start.earliest, each.id))
    return {each.id: number for number, each in enumerate(ordered, start=1)}


def _asked(words: str, ids: list[str], numbered: Mapping[str, str]) -> tuple[str, frozenset[str]]:
    known = {**numbered, **{name: name for name in ids}, _ALL: _ALL}
    if words.strip() in known:
        return known[words.strip()], _WHOLE
    name, _, listed = words.rpartition(":")
    name = name.strip() or words.strip()
    if name not in known:
        near = nearest(name, ids)
        raise NotFound(
            Text(
                ja=f"「{name}」という案件は経歴にありません。"
                + (f"「{near}」のことでしょうか。" if near else f"案件: {'、'.join(ids)}。"),
                en=f'The record has no engagement "{name}".'
                + (f' Did you mean "{near}"?' if near else f" Engagements: {', '.join(ids)}."),
            ),
            suggestions=[near] if near else ids,
        )
    facts = [each.strip() for each in listed.split(",")]
    for fact in facts:
        if fact not in MASKABLE:
            near, listed = nearest(fact, MASKABLE), ", ".join(MASKABLE)
            raise BadInput(
                Text(
                    ja=f"「{fact}」は伏せられる事実ではありません。"
                    + (f"「{near}」のことでしょうか。" if near else "")
                    + f"伏せられるもの: {listed}。",
                    en=f'"{fact}" cannot be masked.'
                    + (f' Did you mean "{near}"?' if near else "")
                    + f" What can be: {listed}.",
                )
            )
    return known[name], frozenset(facts)


def is_measure_masked(measure: str, facts: frozenset[str]) -> bool:
    """Return whether a number is kept back; one that is neither clearly an amount nor clearly a place is by either word.

    >>> is_measure_masked("network_sites", frozenset({"amounts"})), is_measure_masked("racks", frozenset({"amounts"}))
    (False, True)
    """
    if measure in _PLACES:
        return "sites" in facts
    if measure in _AMOUNTS:
        return "amounts" in facts
    return not facts.isdisjoint({"amounts", "sites"})


def is_equivalence_masked(facts: frozenset[str]) -> bool:
    """Return whether equivalences are kept back: what an engagement equals says how large it is, and for whom."""
    return not facts.isdisjoint({"customers", "amounts", "sites"})


def say_masked(facts: frozenset[str]) -> Text:
    """Return the facts that are kept back, in words.

    >>> say_masked(frozenset({"amounts", "title"})).en
    'title, amounts'
    """
    return join([MASKABLE_NAMES[fact] for fact in MASKABLE if fact in facts])


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """What each engagement is called: `token` by id; `label` and `number` by token, `masks` by token."""

    token: Mapping[str, str]
    label: Mapping[str, Text]
    number: Mapping[str, int]
    masks: Masks

    def named(self, text: Text) -> Text:
        """Return a saying with the names of the engagements in the place of their tokens."""
        ja, en = text.ja, text.en
        for token, label in self.label.items():
            ja, en = ja.replace(token, label.ja), en.replace(token, label.en)
        return Text(ja=ja, en=en)


def relabelled(person: Person, masks: Masks) -> tuple[Person, Labels]:
    """Return the person with tokens for the ids of engagements, and what the tokens stand for.

    Every fact that counts is as it was, so every verdict is; tokens are in the order of the ids, for whatever sorts by them.
    """
    ordered = sorted(each.id for each in person.engagements)
    token = {name: chr(_FIRST_TOKEN + position) for position, name in enumerate(ordered)}
    number = {token[name]: count for name, count in numbers_of(person).items()}
    labels = Labels(
        token=token,
        label={token[each.id]: _label(each, number[token[each.id]], masks) for each in person.engagements},
        number=number,
        masks={token[name]: facts for name, facts in masks.items()},
    )
    engagements = tuple(replace(each, id=token[each.id], title=same(token[each.id])) for each in person.engagements)
    assumed = frozenset(token.get(name, name) for name in person.assumed)
    return replace(person, engagements=engagements, assumed=assumed), labels


def _label(engagement: Engagement, number: int, masks: Masks) -> Text:
    if "title" in masks.get(engagement.id, frozenset()):
        return Text(ja=f"案件{number}", en=f"Engagement {number}")
    return engagement.title
