"""What is gathered of each person, of every list once?

What people share is read once for the whole workforce; then each table of people is read once, and what comes of it stands
in the row of the person.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from kijun.criteria import Areas, Confirmed, Kinds, Mentors, Passed, Rated, Years
from kijun.population.alike import read_alike
from kijun.population.asked import AskedOfAll
from kijun.population.both import HOW
from kijun.population.constant import Row, constant
from kijun.population.engagements import engagements_served, gather_engagements, likenesses
from kijun.population.engines.engine import Engine
from kijun.population.facts import FactClasses, read_facts
from kijun.population.gathered import Gathered
from kijun.population.holdings import (
    areas_apart,
    examination_bits,
    gather_holdings,
    held_areas,
    held_confirmed,
    held_mentoring,
    held_named,
    kind_bits,
    look_up_areas,
)
from kijun.population.lanes import lanes_for
from kijun.population.manifest import Manifest
from kijun.population.open_years import counted_for, doubtful_engagements, open_years, spans_of, years_keys
from kijun.population.places import Places
from kijun.population.proficiency import contested_targets, counts_for, gather_ratings, look_up_ratings
from kijun.population.served_years import gather_years
from kijun.population.tables import TABLES


@dataclass(frozen=True, slots=True, kw_only=True)
class Gatherer:
    """Gathers what the cells ask of the people of a workforce, on an engine, as of a day."""

    engine: Engine
    layout: Gathered
    shared: FactClasses
    on: date

    def row(self) -> ir.Table:
        """Return the people, each with everything that was gathered; what nobody had is no bit and no count."""
        people = self._table("people")
        row, gathered = people, []
        for number, found in enumerate(self._found()):
            own = f"person_{number}"  # so that joins are one step, and not each a step of its own
            row = row.left_join(found.rename({own: "person"}), [("person", own)])
            gathered += [name for name in found.columns if name != "person"]
        row = row.select(*people.columns, **{name: row[name].fill_null(0) for name in gathered})
        held = self.layout.held
        return row.mutate(**held.read(row)) if held.names[0] in row.columns else row

    def _table(self, name: str) -> ir.Table:
        return self.engine.table(TABLES[name])

    def _found(self) -> Iterator[ir.Table]:
        if any(each.demands.bits for each in self.layout.asked.engagements):
            yield from self._of_engagements()
        held = list(self._held())
        if held:
            yield self.engine.step(gather_holdings(held, self.layout.held))
        rated = self.layout.asked.of(Rated)
        if rated:
            yield self.engine.step(self._of_ratings(rated))

    def _held(self) -> Iterator[ir.Table]:
        layout, on = self.layout, self.on
        if layout.area_words:
            rows = look_up_areas(self.engine.rows(TABLES["holdings"]), layout.area_words)
            words = {f"{how}_{word.name}": pa.int64() for word in layout.area_words for how in HOW}
            areas = constant(self.engine, rows, {"holding": pa.int32(), **words})
            yield held_areas(self._table("expertise"), areas, on=on)
        if len(layout.kinds):
            kinds, done = self._table("kinds"), self._table("contributions")
            yield held_named(done, kinds, "kind", "contribution", layout.kinds, on=on)
        if len(layout.examinations):
            names, done = self._table("examinations"), self._table("qualifications")
            yield held_named(done, names, "examination", "name", layout.examinations, on=on)
        if layout.asked.of(Mentors):
            yield held_mentoring(self._table("mentoring"), on=on)
        if len(layout.confirmed):
            yield held_confirmed(self._table("confirmations"), layout.confirmed, on=on)

    def _of_engagements(self) -> Iterator[ir.Table]:
        """Yield what the engagements come to, block by block, and then the years that were served."""
        facts, asked = self.shared.facts, self.layout.asked
        served = self.engine.keep(engagements_served(self._table("engagements"), facts, on=self.on))
        alike = self.engine.keep(likenesses(served, facts))
        places = {years: place for place, years in enumerate(asked.years)}
        keys: dict[object, Row] = {}
        spans = []
        for block, of_block, lanes in zip(asked.blocks, asked.engagements, self.layout.lanes, strict=True):
            if not of_block.demands.bits:
                continue
            look_ups = self.shared.look_ups(self.engine, of_block.demands)
            come_to = self.engine.keep(read_alike(alike, of_block, lanes, look_ups, facts))
            gathered = self.engine.keep(gather_engagements(served, come_to, facts))
            new = [key for key in years_keys(of_block, places, on=self.on) if key["place"] not in keys]
            if new:
                doubtful = self.engine.step(doubtful_engagements(served, open_years(gathered, of_block)))
                counted = self.engine.step(counted_for(doubtful, come_to, facts))
                spans.append(spans_of(counted, constant(self.engine, new, {"counts_from": pa.date32()}), of_block))
            keys |= {key["place"]: {"place": key["place"], "at_least": key["at_least"]} for key in new}
            words = [name for name in gathered.columns if name not in ("person", "days")]
            yield gathered.select("person", **{f"{block.name}_{name}": gathered[name] for name in words})
        if spans:
            every = self.engine.keep(ibis.union(*spans) if len(spans) > 1 else spans[0])
            years = gather_years(every, constant(self.engine, keys.values(), {}), self._years_masks(places))
            yield self.engine.step(years)

    def _years_masks(self, places: Mapping[Years, int]) -> dict[str, dict[int, int]]:
        """Return of each word of years which of its bits stand for which place."""
        masks: dict[str, dict[int, int]] = {}
        for block, of_block in zip(self.layout.asked.blocks, self.layout.asked.engagements, strict=True):
            for years, mask in of_block.alone.items():
                for word, bits in mask.items():
                    masks.setdefault(f"years_{block.name}_{word}", {})[places[years]] = bits
        return masks

    def _of_ratings(self, rated: tuple[Rated, ...]) -> ir.Table:
        counts, engine = self.layout.counts, self.engine
        names = {row["item"]: row["name"] for row in engine.rows(TABLES["items"])}
        words = {f"items_{word}": pa.int64() for word in range(counts.words)}
        ones = {f"{which}_{word}": pa.int64() for which in ("level", "below") for word in range(counts.words)}
        small = dict.fromkeys(("item", "criterion", "asked", "weight", "needs"), pa.int32()) | {"rater": pa.int8()}
        look_up = constant(engine, look_up_ratings(rated, names, counts), {"key": pa.int32(), **words})
        targets = constant(engine, contested_targets(rated, names, counts), {**small, **ones})
        return gather_ratings(self._table("ratings"), look_up, targets, counts, on=self.on)


def gatherer(engine: Engine, manifest: Manifest, asked: AskedOfAll, *, on: date) -> Gatherer:
    """Return what gathers for some cells, with what people share worked out."""
    confirmed: Places[Confirmed] = Places()
    for criterion in asked.of(Confirmed):
        confirmed.place(criterion)
    layout = Gathered(
        asked=asked,
        lanes=tuple(lanes_for(each.projects, manifest.most_engagements) for each in asked.engagements),
        apart=areas_apart(asked.of(Areas)),
        kinds=kind_bits(asked.of(Kinds)),
        examinations=examination_bits(asked.of(Passed)),
        confirmed=confirmed,
        counts=counts_for(asked.of(Rated)),
    )
    return Gatherer(engine=engine, layout=layout, shared=read_facts(engine, manifest, asked, on=on), on=on)
