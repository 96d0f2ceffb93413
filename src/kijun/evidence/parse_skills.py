"""Which ratings of skill items and which knowledge items does a record hold?

A record serves all editions: an item that one of them has may be rated, whichever edition the record is judged in.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Final

from kijun.day import exactly
from kijun.evidence.person import RATERS, Knowledge, Rating
from kijun.evidence.words import KINDS, RatedItem, Words
from kijun.problem.reading import Value
from kijun.text import Text, join, same

HIGHEST_RATING: Final = 7
"""The highest level of an item that no edition has; the scale of an item that is known is its editions' own."""
_ANY: Final = 10**30
_NO_DAY: Final = exactly(date.min)


def parse_skills(ratings: Value, knowledge: Value, words: Words) -> tuple[tuple[Rating, ...], tuple[Knowledge, ...]]:
    """Return the ratings and the knowledge of a record.

    An item that no edition has is a problem, one that the editions asked for lack is remarked on where it first stands.
    """
    remarked: set[str] = set()
    return _ratings(ratings, words, remarked), _knowledge(knowledge, words, remarked)


def _ratings(value: Value, words: Words, remarked: set[str]) -> tuple[Rating, ...]:
    """Return the ratings; two of one item by one rater on one day are remarked on, since only the higher one counts."""
    ratings: list[Rating] = []
    places: dict[tuple[str, str, object], Value] = {}
    for item in value.items():
        rating = _rating(item, words, remarked)
        ratings.append(rating)
        key = (rating.item, rating.by, rating.day)
        if key in places and all((rating.item, rating.by, rating.day != _NO_DAY)):
            line = item.reading.locate(places[key].path).line
            item.report("K224", item=rating.item, by=rating.by, day=rating.day.earliest, line=line)
        places[key] = item
    return tuple(ratings)


def _rating(value: Value, words: Words, remarked: set[str]) -> Rating:
    keys = value.keys(required=("item", "level", "by", "day"), optional=("note",))
    item = _item(keys["item"], words, remarked)
    known = words.items.get(item)
    return Rating(
        item=item,
        level=keys["level"].whole(most=HIGHEST_RATING) if known is None else _level(keys["level"], item, known),
        by=keys["by"].word(KINDS["rater"], RATERS),
        day=keys["day"].day() or _NO_DAY,
        note=keys["note"].words() or None,
    )


def _item(value: Value, words: Words, remarked: set[str]) -> str:
    item = value.words()
    if item and item not in words.items:
        _refuse(value, "item", item, dict(_spellings(words)), _listed(words.items))
    lacking = words.lacking.get(item) if item else None
    if lacking is not None and item not in remarked:
        name, called = words.items[item].name, lacking.called
        value.report("K222", item=item, name=name, asked=lacking.asked, had_by=lacking.had_by, called=called)
        remarked.add(item)
    return item


def _refuse(value: Value, kind: str, word: str, spelt: Mapping[str, str], listed: Text) -> None:
    """Report a word that is not known; what was probably meant is found by any of its spellings."""
    near = value.reading.suggest(word, spelt)
    suggestion = None if near is None else spelt[near]
    value.report("K104", suggestion=suggestion, kind=KINDS[kind], word=word, known=listed)


def _spellings(words: Words) -> Iterator[tuple[str, str]]:
    """Yield what people may write instead of category/field/item: a name, the item alone, or its path.

    A spelling that stands for several items means the last one yielded: the one for every field, of the first category.
    """
    found = sorted(words.items.items(), key=lambda each: each[0].count("/"))
    for key, item in found[::-1]:
        *above, last = key.split("/")
        yield from ((name, key) for name in (item.name.ja, item.name.en))
        yield from (("/".join((*above[start:], last)), key) for start in range(len(above), -1, -1))
        yield from (("/".join((edition, *above, "skills", last)), key) for edition in item.scales)


def _listed(known: Collection[str]) -> Text:
    if not known:
        return Text(ja="なし(手元の版にスキル項目がない)", en="none, since no edition at hand has skill items")
    first, count = next(iter(known)), len(known)
    return Text(
        ja=f"{first}など{count}個(一覧はkijun show --all --skills)",
        en=f"{first} and others, {count} in all (kijun show --all --skills lists them)",
    )


def _level(value: Value, item: str, known: RatedItem) -> int:
    highest = max(known.scales.values())
    level = value.whole(least=-_ANY, most=_ANY)
    if level < 0:
        if level > -_ANY:  # that one says that it is no whole number, and was reported
            value.report("K106", value=value.raw, least=0, most=highest)
        return 0
    if level > highest:
        value.report("K220", item=item, level=level, scale=_scales(known))
        return 0
    if level and level not in known.levels:
        defined = join([same(str(each)) for each in known.levels])
        value.report("K221", item=item, name=known.name, level=level, defined=defined)
    return level


def _scales(known: RatedItem) -> Text:
    return join([same(f"{highest} ({edition})") for edition, highest in known.scales.items()])


def _knowledge(value: Value, words: Words, remarked: set[str]) -> tuple[Knowledge, ...]:
    """Return the knowledge items that the person has, skill item by skill item; each is stated once, as a whole."""
    statements: list[Knowledge] = []
    places: dict[str, Value] = {}
    for each in value.items():
        keys = each.keys(required=("item", "known"))
        item = _item(keys["item"], words, remarked)
        if item in places:
            keys["item"].report("K223", item=item, line=each.reading.locate(places[item].path).line)
        elif item:
            places[item] = keys["item"]
        statements.append(Knowledge(item=item, known=_known(keys["known"], words.items.get(item))))
    return tuple(statements)


def _known(value: Value, item: RatedItem | None) -> frozenset[str]:
    """Return the knowledge items of a statement; those of a skill item that no edition has cannot be looked up."""
    found: dict[str, Value] = {}
    for each in value.items():
        word = each.words()
        if item is not None and word and word not in item.knowledge:
            listed = Text(ja="、".join(item.knowledge), en=", ".join(item.knowledge))
            _refuse(each, "knowledge", word, _knowledge_spellings(item), listed)
        if word in found:
            each.report("K111", word=word, line=each.reading.locate(found[word].path).line)
        elif word:
            found[word] = each
    return frozenset(found)


def _knowledge_spellings(item: RatedItem) -> dict[str, str]:
    names = ((name, identity) for identity, text in item.knowledge.items() for name in (text.ja, text.en))
    return {**dict(names), **{identity: identity for identity in item.knowledge}}
