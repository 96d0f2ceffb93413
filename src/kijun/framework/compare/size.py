"""What differs between the size bands of one cell in two editions?

Any band will do, and any alternative of it, so one more is easier. Printed upper bounds are floors by default: another upper
bound is named, but it keeps nobody out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kijun.framework.compare.aspects import aspect
from kijun.framework.compare.comparison import Change, Kind
from kijun.framework.compare.pairs import best_pairs
from kijun.framework.compare.values import EASIER, HARDER, Place, numbers, steps
from kijun.framework.indicator import Band, Bound, Indicator, SizeAlternative
from kijun.framework.phrase import phrase_alternative, phrase_bound, phrase_part
from kijun.text import Text, inside, same

_NOT_ASKED = Text(ja="条件の数は問わない", en="no number of conditions")


def compare_sizes(place: Place, old: Indicator, new: Indicator) -> Iterator[Change]:
    """Yield what differs between the bands, each compared with the one most like it; `place` is that of the part."""
    before, after = old.size or (), new.size or ()
    pairs = best_pairs(before, after, _likeness)
    partner = {j: i for i, j in pairs}
    for j, band in enumerate(after):
        here = replace(place, new=new.cited(f"size/{j + 1}"))
        if j in partner:
            i = partner[j]
            bands = _Bands(place=place, old=old, new=new, old_band=f"size/{i + 1}", new_band=f"size/{j + 1}")
            yield from _band(bands, before[i], band)
        else:
            words = dict(phrase_part(new, "size", place.new_words))[f"size/{j + 1}"]
            yield here.change(Kind.ADDED, aspect("band"), None, words, effect=EASIER)
    paired = {i for i, _ in pairs}
    for i, _ in enumerate(before):
        if i not in paired:
            words = dict(phrase_part(old, "size", place.old_words))[f"size/{i + 1}"]
            here = replace(place, old=old.cited(f"size/{i + 1}"))
            yield here.change(Kind.DROPPED, aspect("band"), words, None, effect=HARDER)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bands:
    """Two bands that belong together: the cells, and the path of either band below its cell."""

    place: Place
    old: Indicator
    new: Indicator
    old_band: str
    new_band: str

    def at(self, below: str = "") -> Place:
        """Return the place of something in the bands."""
        return replace(
            self.place,
            old=self.old.cited(f"{self.old_band}/{below}"),
            new=self.new.cited(f"{self.new_band}/{below}"),
        )


def _likeness(old: Band, new: Band) -> int:
    """Return how alike two bands are: 0 where nothing of one is measured as in the other."""
    shapes = [_shape(each) for each in old.any_of], [_shape(each) for each in new.any_of]
    shared = sum(shape in shapes[1] for shape in shapes[0])
    has_conditions = (old.complexity_at_least is None) == (new.complexity_at_least is None)
    return 0 if not shared else 1 + has_conditions + 2 * (shapes[0] == shapes[1]) + 4 * (old == new)


def _shape(alternative: SizeAlternative) -> tuple[frozenset[str], bool, bool]:
    return frozenset(alternative.bounds), alternative.customers is not None, alternative.some_rooms_or_networks


def _band(bands: _Bands, old: Band, new: Band) -> Iterator[Change]:
    pairs, place = best_pairs(old.any_of, new.any_of, _alike), bands.at()
    for i, j in pairs:
        yield from _alternative(bands, old.any_of[i], new.any_of[j])
    for j in _left(new.any_of, [j for _, j in pairs]):
        words = phrase_alternative(new.any_of[j], place.new_words)
        yield place.change(Kind.ADDED, aspect("alternative"), None, words, effect=EASIER)
    for i in _left(old.any_of, [i for i, _ in pairs]):
        words = phrase_alternative(old.any_of[i], place.old_words)
        yield place.change(Kind.DROPPED, aspect("alternative"), words, None, effect=HARDER)
    before, after = old.complexity_at_least, new.complexity_at_least
    said = (_NOT_ASKED if before is None else same(str(before)), _NOT_ASKED if after is None else same(str(after)))
    yield from numbers(bands.at("complexity_at_least"), aspect("band-conditions"), before, after, words=said)


def _alike(old: SizeAlternative, new: SizeAlternative) -> int:
    return 2 if old == new else int(_shape(old) == _shape(new))


def _left(of: Sequence[SizeAlternative], paired: Sequence[int]) -> list[int]:
    return [position for position, _ in enumerate(of) if position not in paired]


def _alternative(bands: _Bands, old: SizeAlternative, new: SizeAlternative) -> Iterator[Change]:
    for measure, bound in new.bounds.items():
        yield from _bound(bands.at(measure), measure, old.bounds[measure], bound)
    before, after, place = old.customers, new.customers, bands.at("customers")
    if before is not None and after is not None:
        yield from steps(place, aspect("customers"), "customers-reach", before.reach, after.reach)
        if before.or_equivalent != after.or_equivalent:
            kind, effect = (Kind.ADDED, EASIER) if after.or_equivalent else (Kind.DROPPED, HARDER)
            said = (phrase_alternative(old, place.old_words), phrase_alternative(new, place.new_words))
            yield place.change(kind, aspect("or-equivalent"), *said, effect=effect)


def _bound(place: Place, measure: str, old: Bound, new: Bound) -> Iterator[Change]:
    said = (
        _say_bound(place.old_words.name("measure", measure), phrase_bound(old, measure, place.old_words)),
        _say_bound(place.new_words.name("measure", measure), phrase_bound(new, measure, place.new_words)),
    )
    floors = (_floor(old), _floor(new))
    yield from numbers(place, aspect("band-floor"), *floors, words=said)
    if floors[0] == floors[1] and old != new:
        yield place.change(Kind.CHANGED, aspect("band-bound"), *said, values=(measure, measure), is_examined=False)


def _floor(bound: Bound) -> int:
    """Return the least that is asked; a band without a lower bound asks that something is there."""
    return bound.at_least if bound.at_least is not None else bound.printed if bound.printed is not None else 1


def _say_bound(measure: Text, bounds: Text) -> Text:
    return Text(ja=f"{measure.ja} {bounds.ja}", en=f"{inside(measure).en}: {bounds.en}")
