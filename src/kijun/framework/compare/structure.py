"""What differs between two editions outside their cells: levels, categories, fields, policies, the names of words?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from kijun.citation import Citation
from kijun.framework.compare.aspects import aspect
from kijun.framework.compare.comparison import Change, Kind
from kijun.framework.compare.values import Place
from kijun.framework.edition import Edition
from kijun.framework.policy import Point
from kijun.framework.structure import Category, Field, Phase
from kijun.text import Text

Thing = TypeVar("Thing")

_MAIN = {
    True: Text(ja="主な活動局面", en="a main phase"),
    False: Text(ja="主な活動局面ではない", en="not a main phase"),
}
_NAMED = {
    True: Text(ja="案件が挙げる専門分野", en="the fields that an engagement names"),
    False: Text(ja="案件の活動", en="the activities of an engagement"),
}

_COMPARED_ELSEWHERE = frozenset({"level", "skill-item"})


class Cited(Protocol):
    """Something that a document prints."""

    @property
    def citation(self) -> Citation:
        """Where it is printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """The two editions."""

    old: Edition
    new: Edition

    def place(self, path: str, old: Cited | None = None, new: Cited | None = None) -> Place:
        """Return a place in both, cited by what either has there."""
        return Place(
            path=path,
            old=old.citation if old else None,
            new=new.citation if new else None,
            old_words=self.old.vocabulary,
            new_words=self.new.vocabulary,
        )


def both(old: Mapping[str, Thing], new: Mapping[str, Thing]) -> Iterator[tuple[Thing | None, Thing | None]]:
    """Yield what stands under one id in either mapping: in the newer one's order, then what only the older one has.

    >>> list(both({"a": 1, "b": 2}, {"b": 3}))
    [(2, 3), (1, None)]
    """
    yield from ((old.get(key), thing) for key, thing in new.items())
    yield from ((thing, None) for key, thing in old.items() if key not in new)


def compare_levels(pair: Pair) -> Iterator[Change]:
    """Yield levels that only one edition has, and levels that are called otherwise."""
    for level in sorted({*pair.old.levels, *pair.new.levels}):
        place = pair.place(f"levels/{level}")
        old, new = pair.old.level_name(level), pair.new.level_name(level)
        if level not in pair.old.levels:
            yield place.change(Kind.ADDED, aspect("level"), None, new, values=(None, level))
        elif level not in pair.new.levels:
            yield place.change(Kind.DROPPED, aspect("level"), old, None, values=(level, None))
        elif old != new:
            yield place.change(Kind.RENAMED, aspect("level-name"), old, new, is_examined=False)


def compare_category(pair: Pair, old: Category | None, new: Category | None) -> Iterator[Change]:
    """Yield what differs in a category itself; the documents of an edition may hold nothing on it."""
    if old is not None and new is not None:
        yield from _category(pair.place(new.id, old, new), old, new)
        yield from _note(pair, new.id)
        return
    only, without = (old, pair.new) if old is not None else (new, pair.old)
    assert only is not None
    place, said = pair.place(only.id, old, new), (old.name if old else None, new.name if new else None)
    if only.citation.document in without.documents:
        yield place.change(Kind.DROPPED if new is None else Kind.ADDED, aspect("category"), *said)
        return
    documents = list(without.documents)
    reason = Text(
        ja=f"{without.id}の手元の文書({'、'.join(documents)})にない",
        en=f"not in the documents at hand of {without.id} ({', '.join(documents)})",
    )
    yield place.change(Kind.NOT_COMPARABLE, aspect("category"), *said, reason=reason)


def compare_field(pair: Pair, category: str, old: Field | None, new: Field | None) -> Iterator[Change]:
    """Yield that only one edition has a field, or that it is called otherwise."""
    only = new or old
    assert only is not None
    place = pair.place(
        f"{category}/{only.id}",
        old or pair.old.categories[category],
        new or pair.new.categories[category],
    )
    said = (old.name if old else None, new.name if new else None)
    if old is None or new is None:
        yield place.change(Kind.ADDED if old is None else Kind.DROPPED, aspect("field"), *said)
    elif old.name != new.name:
        yield place.change(Kind.RENAMED, aspect("name"), *said, is_examined=False)


def compare_policies(pair: Pair) -> Iterator[Change]:
    """Yield policy points that only one edition has, and those with another default."""
    for old, new in both(pair.old.points, pair.new.points):
        only = new or old
        assert only is not None
        place = pair.place(f"policy/{only.id}")
        if old is None or new is None:
            kind = Kind.ADDED if old is None else Kind.DROPPED
            said = (old.question if old else None, new.question if new else None)
            yield place.change(kind, aspect("policy-point"), *said, values=_ids(old, new))
        elif old.default != new.default:
            said = (old.say(old.default), new.say(new.default))
            values = (old.default, new.default)
            reason = new.reason if new.chosen else old.reason if old.chosen else None
            place = replace(place, old=old.chosen, new=new.chosen)
            yield place.change(Kind.CHANGED, aspect("policy-default"), *said, values=values, reason=reason)


def compare_words(pair: Pair) -> Iterator[Change]:
    """Yield words of one id that the editions call otherwise."""
    for kind, terms in pair.new.vocabulary.terms.items():
        if kind in _COMPARED_ELSEWHERE:
            continue
        before = pair.old.vocabulary.terms.get(kind, {})
        for identity, term in terms.items():
            old = before.get(identity)
            if old is not None and old.name != term.name:
                yield pair.place(f"words/{kind}/{identity}").change(
                    Kind.RENAMED, aspect("word"), old.name, term.name, values=(identity, identity), is_examined=False
                )


def _category(place: Place, old: Category, new: Category) -> Iterator[Change]:
    if old.name != new.name:
        yield place.change(Kind.RENAMED, aspect("name"), old.name, new.name, is_examined=False)
    if old.is_field_named != new.is_field_named:
        said = (_NAMED[old.is_field_named], _NAMED[new.is_field_named])
        yield place.change(Kind.CHANGED, aspect("fields-named"), *said)
    phases = ({phase.id: phase for phase in category.phases} for category in (old, new))
    for before, after in both(*phases):
        yield from _phase(place, before, after)


def _note(pair: Pair, category: str) -> Iterator[Change]:
    old, new = pair.old.skill_areas.get(category), pair.new.skill_areas.get(category)
    if old is not None and new is not None and old.note != new.note:
        place = replace(pair.place(f"{category}/skills"), old=old.note_citation, new=new.note_citation)
        kind = Kind.ADDED if old.note is None else Kind.DROPPED if new.note is None else Kind.CHANGED
        yield place.change(kind, aspect("skill-note"), old.note, new.note, is_examined=False)


def _phase(place: Place, old: Phase | None, new: Phase | None) -> Iterator[Change]:
    values = _ids(old, new)
    if old is None or new is None:
        kind = Kind.ADDED if old is None else Kind.DROPPED
        said = (old.name if old else None, new.name if new else None)
        yield place.change(kind, aspect("phases"), *said, values=values, is_examined=False)
    elif old.is_main != new.is_main:
        said = (_main(old), _main(new))
        yield place.change(Kind.CHANGED, aspect("main-phase"), *said, values=values, is_examined=False)


def _ids(old: Phase | Point | None, new: Phase | Point | None) -> tuple[str | None, str | None]:
    return old.id if old else None, new.id if new else None


def _main(phase: Phase) -> Text:
    said = _MAIN[phase.is_main]
    return Text(ja=f"{phase.name.ja}({said.ja})", en=f"{phase.name.en} ({said.en})")
