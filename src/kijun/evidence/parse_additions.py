"""Is this plain value a file of additions, and what would be on record beside a record?

The words and lists are a record's own. An engagement with an id that is on record holds further facts of it: what is
recorded may be written again, never otherwise. Any other engagement is a new one.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from kijun.day import RecordedDay
from kijun.evidence.assume import Additions, FurtherFacts
from kijun.evidence.dump_additions import dump_engagement
from kijun.evidence.engagement import MASKABLE, Engagement, MarketShare
from kijun.evidence.parse import (
    known_list,
    parse_confirmation,
    parse_contribution,
    parse_engagement,
    parse_equivalence,
    parse_expertise,
    parse_mentoring,
    parse_qualification,
    parse_share,
    parse_sizes,
)
from kijun.evidence.parse_skills import parse_skills
from kijun.evidence.person import LISTS, Knowledge, Person
from kijun.evidence.words import KINDS, Words
from kijun.problem.reading import Value
from kijun.text import Text, join, same, series

OF_A_RECORD: Final = ("employee", "name", "team")
"""The keys that tell a record from a file of additions."""
FURTHER: Final = ("id", "until", "conditions", "sizes", "market", "equivalences")
"""What may be added to an engagement that is on record."""
_KEYS: Final = ("$schema", "complete", *LISTS, "knowledge", "confirmations")
_ANY_DAY: Final = date.max
"""Additions lie in the future as a rule, so that none starts too late."""
_NOTHING: Final = Text(ja="「なし」", en="nothing")


def parse_additions(value: Value, words: Words, person: Person, *, on: date = _ANY_DAY) -> Additions:
    """Return what is assumed beside a person's record; what is wrong with it is reported to the value's reading.

    An engagement that is recorded to end after the day of judgement goes on by its record: an earlier `until` adds nothing.
    """
    keys = _without_a_record(value).keys(optional=_KEYS)
    recorded = {each.id: each for each in person.engagements}
    facts: list[FurtherFacts] = []
    engagements: list[Engagement] = []
    for item in keys["engagements"].identified():
        identity = _identity(item)
        if identity in recorded:
            further = _further(item, recorded[identity], words, on)
            facts += [further] if further != FurtherFacts(engagement=identity) else []
        elif identity and _has_further_facts_only(item):
            _refuse_unknown(item, identity, recorded)
        else:
            engagements.append(parse_engagement(item, words, _ANY_DAY))
    ratings, knowledge = parse_skills(keys["ratings"], keys["knowledge"], words)
    _keep_knowledge(keys["knowledge"], knowledge, person)
    return Additions(
        engagements=tuple(engagements),
        facts=tuple(facts),
        expertise=tuple(parse_expertise(item, words, _ANY_DAY) for item in keys["expertise"].items()),
        contributions=tuple(parse_contribution(item, words) for item in keys["contributions"].items()),
        mentoring=tuple(parse_mentoring(item, _ANY_DAY) for item in keys["mentoring"].items()),
        qualifications=tuple(parse_qualification(item, words) for item in keys["qualifications"].items()),
        ratings=ratings,
        knowledge=knowledge,
        confirmations=tuple(parse_confirmation(item, words) for item in keys["confirmations"].items()),
        complete=frozenset(keys["complete"].word_list(KINDS["list"], LISTS)),
    )


def _without_a_record(value: Value) -> Value:
    """Return the file without what only a record has; that is one problem, not several."""
    if not isinstance(value.raw, dict):
        return value
    foreign = [key for key in value.raw if key in OF_A_RECORD]
    if foreign:
        listed = series([same(f"`{key}`") for key in foreign])
        value.reading.report("K236", (*value.path, foreign[0]), keys=listed)
    kept = {key: raw for key, raw in value.raw.items() if key not in foreign}
    return Value(reading=value.reading, path=value.path, raw=kept)


def _identity(item: Value) -> str:
    raw = item.raw.get("id") if isinstance(item.raw, dict) else None
    return " ".join(str(raw).split()) if isinstance(raw, str | int | float) else ""


def _has_further_facts_only(item: Value) -> bool:
    return isinstance(item.raw, dict) and all(key in FURTHER for key in item.raw)


def _refuse_unknown(item: Value, identity: str, recorded: Mapping[str, Engagement]) -> None:
    listed = series([same(each) for each in recorded]) if recorded else Text(ja="なし", en="none")
    near = item.reading.suggest(identity, recorded)
    item.reading.report("K230", (*item.path, "id"), suggestion=near, id=identity, known=listed)


def _further(item: Value, recorded: Engagement, words: Words, on: date) -> FurtherFacts:
    keys = item.keys(required=FURTHER[:1], optional=(*FURTHER[1:], *_SETTLED))
    for key in _SETTLED:
        if keys[key].is_written and _read_settled(keys[key], key, words) != _as_recorded(recorded, key):
            _refuse_change(keys[key], recorded, key)
    conditions = frozenset(known_list(keys["conditions"], "condition", words))
    undeclared = [word for word in sorted(conditions - recorded.conditions) if word in words.of["condition"]]
    if recorded.has_all_conditions and undeclared:
        further = series([words.of["condition"][word] for word in undeclared])
        keys["conditions"].report("K232", id=recorded.id, conditions=further)
    sizes, customers = _sizes(keys["sizes"], recorded, words)
    return FurtherFacts(
        engagement=recorded.id,
        conditions=conditions,
        sizes=sizes,
        customers=customers,
        market=_market(keys["market"], recorded, words),
        equivalences=tuple(parse_equivalence(each, words) for each in keys["equivalences"].items()),
        end=_end(keys["until"], recorded, on),
    )


_SETTLED: Final = (
    *("title", "project", "fields", "activities", "role"),
    *("from", "outcome", "conditions_complete", "masked"),
)
"""What the record of an engagement settles."""


def _read_settled(value: Value, key: str, words: Words) -> object:
    match key:
        case "title":
            return value.text()
        case "fields":
            return known_list(value, "field", words)
        case "activities":
            return frozenset(known_list(value, "activity", words))
        case "role" | "outcome":
            return value.word(KINDS[key], words.of[key])
        case "from":
            return value.day()
        case "conditions_complete":
            return value.flag()
        case "masked":
            return frozenset(value.word_list(KINDS["masked"], MASKABLE))
        case _:
            return value.words()


def _as_recorded(recorded: Engagement, key: str) -> object:
    match key:
        case "role":
            return recorded.title_held or recorded.role
        case "from":
            return recorded.start
        case "conditions_complete":
            return recorded.has_all_conditions
        case _:
            return getattr(recorded, key)


def _refuse_change(value: Value, recorded: Engagement, key: str) -> None:
    value.report("K231", id=recorded.id, key=key, recorded=_said(dump_engagement(recorded).get(key)))


def _said(plain: object) -> Text:
    match plain:
        case None:
            return _NOTHING
        case dict():
            return Text(ja=str(plain["ja"]), en=str(plain["en"]))
        case list():
            return join([same(str(each)) for each in plain])
        case bool():
            return same(str(plain).lower())
        case _:
            return same(str(plain))


def _end(value: Value, recorded: Engagement, on: date) -> RecordedDay | None:
    end = value.day(counted_as="latest")
    if end is None:
        return None
    if end.latest < recorded.start.earliest:
        value.report("K210", id=recorded.id, start=recorded.start.earliest, end=end.latest)
    elif recorded.end is not None and end.latest < recorded.end.latest:
        if recorded.end.latest > on:
            return None
        value.report("K233", id=recorded.id, recorded=recorded.end.latest, given=end.latest)
    return end


def _sizes(value: Value, recorded: Engagement, words: Words) -> tuple[dict[str, int], str | None]:
    sizes, customers = parse_sizes(value, words)
    known = {**recorded.sizes, **({"customers": recorded.customers} if recorded.customers is not None else {})}
    for key, given in {**sizes, **({"customers": customers} if customers is not None else {})}.items():
        if key in known and known[key] != given:
            said = same(f"{known[key]:,}" if isinstance(known[key], int) else str(known[key]))
            value.reading.report("K231", (*value.path, key), id=recorded.id, key=key, recorded=said)
    return sizes, customers


def _market(value: Value, recorded: Engagement, words: Words) -> tuple[MarketShare, ...] | None:
    """Return the whole market where none is on record, else the head counts that are not."""
    if not value.is_written:
        return None
    items = value.items()
    shares = tuple(parse_share(item, words) for item in items)
    if recorded.market is not None:
        known = [(item, each) for item, each in zip(items, shares, strict=True) if each.scope in words.of["scope"]]
        for item, share in known:
            _compare_share(item, share, recorded.market, recorded.id)
    return shares


def _compare_share(item: Value, share: MarketShare, market: tuple[MarketShare, ...], identity: str) -> None:
    same_shares = [each for each in market if (each.scope, each.count) == (share.scope, share.count)]
    if not same_shares:
        listed = series([same(f"{each.scope} {each.count:,}") for each in market])
        item.report("K234", id=identity, recorded=listed if market else _NOTHING)
    elif share.employees is not None and all(each.employees not in (None, share.employees) for each in same_shares):
        heads = same_shares[0].employees
        item.reading.report(
            "K231", (*item.path, "employees"), id=identity, key="employees", recorded=same(f"{heads:,}")
        )


def _keep_knowledge(value: Value, assumed: tuple[Knowledge, ...], person: Person) -> None:
    """Report a statement that leaves out what is on record as known: it would replace the one on record."""
    known = {each.item: each.known for each in person.knowledge}
    for position, statement in enumerate(assumed):
        left_out = sorted(known.get(statement.item, frozenset()) - statement.known)
        if left_out:
            path = (*value.path, position, "known")
            value.reading.report("K237", path, item=statement.item, known=series([same(each) for each in left_out]))
