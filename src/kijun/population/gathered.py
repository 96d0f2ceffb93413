"""Where does everything that is gathered of a person stand in the row?"""

from __future__ import annotations

from dataclasses import dataclass

from kijun.criteria import Confirmed, Mentors
from kijun.population.asked import AskedOfAll
from kijun.population.both import HOW
from kijun.population.holdings import AreaWord, Named, any_areas
from kijun.population.lanes import Lanes
from kijun.population.places import Places
from kijun.population.proficiency import Counts
from kijun.population.side_by_side import SideBySide, side_by_side


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """The bits and counts of each list. `lanes` are those of each block, `apart` the areas that are told apart."""

    asked: AskedOfAll
    lanes: tuple[Lanes, ...]
    apart: tuple[AreaWord, ...]
    kinds: Places[Named]
    examinations: Places[Named]
    confirmed: Places[Confirmed]
    counts: Counts

    @property
    def area_words(self) -> tuple[AreaWord, ...]:
        """The words of areas held, for all blocks and for those told apart."""
        return (*(word for block in self.asked.blocks for word in any_areas(block).values()), *self.apart)

    @property
    def held(self) -> SideBySide:
        """Where the words of what is held beside engagements and ratings stand."""
        widths = {f"{how}_{word.name}": word.width for word in self.area_words for how in HOW}
        bits: dict[str, Places[Named] | Places[Confirmed]] = {"kind": self.kinds, "examination": self.examinations}
        bits |= dict.fromkeys(("confirmed", "refused"), self.confirmed)
        for name, places in bits.items():
            widths |= {f"{name}_{word}": places.width(word) for word in range(places.words)}
        if self.asked.of(Mentors):
            widths["mentors"] = 1
        return side_by_side("held", widths)
