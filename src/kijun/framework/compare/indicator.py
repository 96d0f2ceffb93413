"""What differs between one cell of two editions, part by part?

Both cells are read as they are printed. Ids are the same where the vocabularies of the editions call two wordings the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from kijun.criteria.phrase import say_level
from kijun.framework.compare.aspects import aspect
from kijun.framework.compare.comparison import Change, Kind
from kijun.framework.compare.market import compare_markets
from kijun.framework.compare.size import compare_sizes
from kijun.framework.compare.values import (
    EASIER,
    HARDER,
    Place,
    numbers,
    options,
    ordered,
    presence,
    steps,
)
from kijun.framework.indicator import (
    ALL,
    SOME,
    Activities,
    Circumstance,
    Complexity,
    Indicator,
    Responsibility,
    SizeClause,
)
from kijun.framework.phrase import NOT_UNDERSTOOD, phrase_part
from kijun.framework.vocabulary import Vocabulary
from kijun.text import Text, inside, join, same, series


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """One cell as two editions print it, with the words of either; `path` is below the edition."""

    path: str
    old: Indicator
    new: Indicator
    old_words: Vocabulary
    new_words: Vocabulary

    def at(self, part: str, below: str | None = None) -> Place:
        """Return the place of a part; its citations are those of a path below the cell."""
        asked = below or part
        return Place(
            path=f"{self.path}/{part}",
            old=self.old.cited(asked),
            new=self.new.cited(asked),
            old_words=self.old_words,
            new_words=self.new_words,
        )

    def listing(self, part: str, below: str) -> Callable[[str], Place]:
        """Return the place of each word of a list, which may have a citation of its own."""
        return lambda word: self.at(part, f"{below}/{word}")

    def said(self, part: str) -> tuple[Text | None, Text | None]:
        """Return the whole of a part in the words of either edition, None where it has none."""
        return _whole(self.old, part, self.old_words), _whole(self.new, part, self.new_words)


def compare_cells(cells: Cells) -> Iterator[Change]:
    """Yield what differs between the two cells, in the order of the parts."""
    for part, compare in _PARTS.items():
        unread = [part in cell.unread for cell in (cells.old, cells.new)]
        if unread == [False, False]:
            yield from compare(cells, part)
        elif unread != [True, True]:
            yield cells.at(part).change(Kind.NOT_COMPARABLE, aspect("part"), *cells.said(part), reason=NOT_UNDERSTOOD)


def _whole(cell: Indicator, part: str, words: Vocabulary) -> Text | None:
    lines = phrase_part(cell, part, words)
    return join([line for _, line in lines], ja="。", en="; ") if lines else None


def _responsibility(cells: Cells, part: str) -> Iterator[Change]:
    old, new = cells.old.responsibility, cells.new.responsibility
    if old is None or new is None:
        yield from presence(cells.at(part), aspect("part"), *cells.said(part))
        return
    yield from _service(cells, old, new)
    role = cells.at(part, "responsibility/role")
    yield from steps(role, aspect("role"), "role", old.role, new.role)
    yield from _titles(cells, part, old.roles, new.roles)
    yield from _activities(cells, part, part, old.activities, new.activities)
    outcome = cells.at(part, "responsibility/outcome")
    yield from steps(outcome, aspect("outcome"), "outcome", old.outcome, new.outcome)
    yield from compare_markets(cells.at(part, "responsibility/market"), old.market, new.market)
    yield from _circumstances(cells.at(part, "responsibility/circumstances"), old.circumstances, new.circumstances)


def _titles(cells: Cells, part: str, old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[Change]:
    """Yield what differs in the printed titles of a role; only its rank is compared with a record."""
    listed = cells.listing(part, f"{part}/role/titles")
    yield from options(listed, aspect("titles"), "title", old, new, effect_of_more=None, is_examined=False)


def _service(cells: Cells, old: Responsibility, new: Responsibility) -> Iterator[Change]:
    place, name = cells.at("responsibility", "responsibility/at_least"), aspect("count")
    said = (
        phrase_part(cells.old, "responsibility", cells.old_words)[0][1],
        phrase_part(cells.new, "responsibility", cells.new_words)[0][1],
    )
    values = (old.at_least, new.at_least)
    if old.measure != new.measure:
        yield place.change(Kind.OTHER_MEASURE, name, *said, values=values)
    else:
        yield from ordered(place, name, _asked(old), _asked(new), said, values=values)


def _asked(service: Responsibility) -> tuple[int, ...]:
    """Return what is asked as numbers of which every one is harder where it is higher."""
    if service.slots is not None:
        return tuple(sorted(service.slots, reverse=True))
    return service.at_least, service.years_at_level or 0


def _complexity(cells: Cells, part: str) -> Iterator[Change]:
    old, new = cells.old.complexity, cells.new.complexity
    if old is None or new is None:
        was, now = cells.said(part)  # a cell that prints "any complexity" says so, and has no such part all the same
        yield from presence(cells.at(part), aspect("part"), was if old else None, now if new else None)
        return
    asked = cells.at(part, "complexity/at_least")
    if isinstance(old.at_least, int) and isinstance(new.at_least, int):
        yield from numbers(asked, aspect("conditions-asked"), old.at_least, new.at_least)
    elif old.at_least != new.at_least:  # how many some are is a policy's to say
        said, values = (_many(old.at_least), _many(new.at_least)), (old.at_least, new.at_least)
        yield asked.change(Kind.CHANGED, aspect("conditions-asked"), *said, values=values)
    yield from options(cells.listing(part, "complexity/of"), aspect("conditions"), "condition", old.of, new.of)
    must = cells.listing(part, "complexity/must_include")
    yield from options(
        must, aspect("mandatory"), "condition", old.must_include, new.must_include, effect_of_more=HARDER
    )
    yield from _complexity_clause(cells, part, old, new)


def _complexity_clause(cells: Cells, part: str, old: Complexity, new: Complexity) -> Iterator[Change]:
    role = cells.at(part, "complexity/role")
    yield from steps(role, aspect("role"), "role", old.role, new.role)
    yield from _titles(cells, part, old.roles, new.roles)
    yield from _activities(cells, part, part, old.activities, new.activities)
    outcome = cells.at(part, "complexity/outcome")
    yield from steps(outcome, aspect("outcome"), "outcome", old.outcome, new.outcome)
    yield from _circumstances(cells.at(part, "complexity/circumstances"), old.circumstances, new.circumstances)


def _size(cells: Cells, part: str) -> Iterator[Change]:
    old, new = cells.old, cells.new
    if (old.size is None) != (new.size is None):
        kind, effect = (Kind.ADDED, HARDER) if old.size is None else (Kind.DROPPED, EASIER)
        yield cells.at(part).change(kind, aspect("size"), *cells.said(part), effect=effect)
    else:
        yield from compare_sizes(cells.at(part), old, new)
    yield from _size_clause(cells, part, old.size_clause, new.size_clause)


def _size_clause(cells: Cells, part: str, old: SizeClause | None, new: SizeClause | None) -> Iterator[Change]:
    place = cells.at(part, "size_clause")
    if old is not None and new is not None:
        yield from _activities(cells, part, "size_clause", old.activities, new.activities)
        yield from steps(cells.at(part, "size_clause/outcome"), aspect("outcome"), "outcome", old.outcome, new.outcome)
    yield from _circumstances(place, old.circumstances if old else (), new.circumstances if new else ())


def _expertise(cells: Cells, part: str) -> Iterator[Change]:
    old, new = cells.old.expertise, cells.new.expertise
    if old is None or new is None:
        yield from presence(cells.at(part), aspect("part"), *cells.said(part))
        return
    asked = cells.at(part, "expertise/at_least")
    said = (_many(old.at_least), _many(new.at_least))
    yield from numbers(asked, aspect("areas-asked"), old.count, new.count, words=said)
    are_all = {each.at_least == ALL for each in (old, new)}
    more = None if len(are_all) > 1 else HARDER if are_all == {True} else EASIER
    listed = cells.listing(part, "expertise/of")
    yield from options(listed, aspect("areas"), "area", old.of, new.of, effect_of_more=more)
    yield from steps(cells.at(part, "expertise/degree"), aspect("degree"), "degree", old.degree, new.degree)
    yield from steps(cells.at(part, "expertise/reach"), aspect("reach"), "reach", old.reach, new.reach)


def _many(at_least: int | str) -> Text:
    """Return how many are asked: a number, some, or all of them."""
    return _IN_WORDS.get(at_least) or same(str(at_least))


_IN_WORDS: Mapping[int | str, Text] = {SOME: Text(ja="幾つか", en="some"), ALL: Text(ja="すべて", en="all")}


def _succession(cells: Cells, part: str) -> Iterator[Change]:
    old, new = cells.old.succession, cells.new.succession
    if old is None or new is None:
        yield from presence(cells.at(part), aspect("part"), *cells.said(part))
        return
    asked = cells.at(part, "succession/at_least")
    yield from numbers(asked, aspect("kinds-asked"), old.at_least, new.at_least)
    yield from options(cells.listing(part, "succession/of"), aspect("kinds"), "contribution", old.of, new.of)
    if old.subject != new.subject:
        names = (
            inside(cells.old_words.name("subject", old.subject)),
            inside(cells.new_words.name("subject", new.subject)),
        )
        values = (old.subject, new.subject)
        place = cells.at(part, "succession/subject")
        yield place.change(Kind.CHANGED, aspect("subject"), *names, values=values, is_examined=False)


def _mentoring(cells: Cells, part: str) -> Iterator[Change]:
    yield from presence(cells.at(part), aspect("mentoring"), *cells.said(part))


def _proficiency(cells: Cells, part: str) -> Iterator[Change]:
    old, new = cells.old.proficiency, cells.new.proficiency
    if old is None or new is None:
        yield from presence(cells.at(part), aspect("part"), *cells.said(part))
        return
    asked = cells.at(part, "proficiency/at_least")
    yield from numbers(asked, aspect("items-asked"), old.at_least, new.at_least)
    levels = (say_level(old.level, cells.old_words.name), say_level(new.level, cells.new_words.name))
    rated = cells.at(part, "proficiency/level")
    yield from numbers(rated, aspect("rated-level"), old.level, new.level, words=levels)
    if old.of is not None and new.of is not None:
        before, after = ([f"{cells.new.category}/{cells.new.field}/{item}" for item in of] for of in (old.of, new.of))
        listed = cells.listing(part, "proficiency/of")
        yield from options(listed, aspect("rated-items"), "skill-item", before, after)
    elif old.of != new.of:
        yield cells.at(part).change(Kind.CHANGED, aspect("rated-items"), *cells.said(part))


def _exam(cells: Cells, part: str) -> Iterator[Change]:
    """Yield what differs in the examination note, which by default decides nothing."""
    old, new = cells.old.exam, cells.new.exam
    place, said = cells.at(part), cells.said(part)
    found = presence(place, aspect("exam"), *said, effect_of_more=None)
    if old is not None and new is not None and old != new:
        found = iter([place.change(Kind.CHANGED, aspect("exam"), *said, values=(old, new))])
    yield from (replace(change, is_examined=False) for change in found)


def _activities(
    cells: Cells, part: str, clause: str, old: Activities | None, new: Activities | None
) -> Iterator[Change]:
    if old is None or new is None:
        place = cells.at(part, f"{clause}/activities")
        said = (_listed(cells.old_words, old), _listed(cells.new_words, new))
        yield from presence(place, aspect("activities"), *said)
        return
    if old.needs_all != new.needs_all and max(len(old.of), len(new.of)) > 1:
        names = {True: Text(ja="すべて", en="all of them"), False: Text(ja="いずれか", en="any of them")}
        kind, effect = (Kind.RAISED, HARDER) if new.needs_all else (Kind.LOWERED, EASIER)
        said = (names[old.needs_all], names[new.needs_all])
        place = cells.at(part, f"{clause}/activities")
        yield place.change(kind, aspect("every-activity"), *said, effect=effect)
        effect_of_more = None
    else:
        effect_of_more = HARDER if old.needs_all else EASIER
    listed = cells.listing(part, f"{clause}/activities")
    yield from options(listed, aspect("activities"), "activity", old.of, new.of, effect_of_more=effect_of_more)


def _listed(words: Vocabulary, activities: Activities | None) -> Text | None:
    if activities is None:
        return None
    return series([inside(words.name("activity", each)) for each in activities.of])


def _circumstances(place: Place, old: tuple[Circumstance, ...], new: tuple[Circumstance, ...]) -> Iterator[Change]:
    """Yield what differs in the circumstances, kind by kind; no fact of a record shows them, so no verdict hangs on them."""
    before, after = {each.kind: each.of for each in old}, {each.kind: each.of for each in new}
    for kind in dict.fromkeys([*before, *after]):
        was, now = before.get(kind), after.get(kind)
        if was is None or now is None or set(was) != set(now):
            what = Kind.ADDED if was is None else Kind.DROPPED if now is None else Kind.CHANGED
            words = place.old_words if now is None else place.new_words
            about = ("circumstances", inside(words.name("circumstance-kind", kind)))
            sides = (_circumstance(place.old_words, was), _circumstance(place.new_words, now))
            yield place.change(what, about, *sides, values=(kind, kind), is_examined=False)


def _circumstance(words: Vocabulary, of: tuple[str, ...] | None) -> Text | None:
    return None if of is None else series([inside(words.name("circumstance", each)) for each in of])


_PARTS: Mapping[str, Callable[[Cells, str], Iterator[Change]]] = {
    "responsibility": _responsibility,
    "complexity": _complexity,
    "size": _size,
    "expertise": _expertise,
    "succession": _succession,
    "mentoring": _mentoring,
    "proficiency": _proficiency,
    "exam": _exam,
}
