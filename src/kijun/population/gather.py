"""What is gathered of each person, of every list once?

Look-ups are worked out once for the whole workforce; then each table of people is read once, and what comes of it stands in
the row of the person.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import ibis.expr.types as ir
import pyarrow as pa

from kijun.criteria import Confirmed
from kijun.population.asked import AskedOfAll
from kijun.population.cells import Gathered
from kijun.population.conditions import look_up_conditions
from kijun.population.contexts import look_up_contexts
from kijun.population.engagements import LookUps, engagements_served, gather_engagements, read_engagements
from kijun.population.engines.engine import Engine
from kijun.population.holdings import (
    area_bits,
    examination_bits,
    gather_areas,
    gather_confirmed,
    gather_mentoring,
    gather_named,
    kind_bits,
    look_up_areas,
)
from kijun.population.lanes import lanes_for
from kijun.population.manifest import Manifest
from kijun.population.places import ALL_ONES, Places
from kijun.population.proficiency import contested_targets, counts_for, gather_ratings, look_up_ratings
from kijun.population.sizes import ladders
from kijun.population.tables import TABLES
from kijun.population.works import look_up_works
from kijun.population.years import gather_years, mask_of_years, spans_of, years_keys


@dataclass(frozen=True, slots=True, kw_only=True)
class Gatherer:
    """Gathers what the cells ask of the people of a workforce, on an engine, as of a day."""

    engine: Engine
    asked: AskedOfAll
    on: date
    layout: Gathered
    look_ups: LookUps | None
    years_keys: ir.Table | None
    areas: ir.Table | None
    ratings: tuple[ir.Table, ir.Table] | None

    def row(self) -> ir.Table:
        """Return the people, each with everything that was gathered; what nobody had is no bit and no count."""
        people = self._table("people")
        row = people
        for found in self._found():
            row = row.left_join(found, "person").drop("person_right")
        gathered = (name for name in row.columns if name not in people.columns)
        filled = {name: row[name].fill_null(False if row[name].type().is_boolean() else 0) for name in gathered}
        return row.select(*people.columns, **filled)

    def _table(self, name: str) -> ir.Table:
        return self.engine.table(TABLES[name])

    def _found(self) -> Iterable[ir.Table]:
        asked, layout = self.asked, self.layout
        if self.look_ups is not None:
            yield from self._of_engagements(self.look_ups)
        if self.areas is not None:
            yield gather_areas(self._table("expertise"), self.areas, on=self.on)
        if asked.kinds:
            kinds, done = self._table("kinds"), self._table("contributions")
            yield gather_named(done, kinds, "kind", "contribution", layout.kinds, on=self.on)
        if asked.passed:
            names, done = self._table("examinations"), self._table("qualifications")
            yield gather_named(done, names, "examination", "name", layout.examinations, on=self.on)
        if asked.asks_mentoring:
            yield gather_mentoring(self._table("mentoring"), on=self.on)
        if asked.confirmed:
            yield gather_confirmed(self._table("confirmations"), layout.confirmed, on=self.on)
        if self.ratings is not None:
            look_up, targets = self.ratings
            yield gather_ratings(self._table("ratings"), look_up, targets, layout.counts, on=self.on)

    def _of_engagements(self, look_ups: LookUps) -> Iterable[ir.Table]:
        asked = self.asked
        served = self.engine.keep(engagements_served(self._table("engagements"), look_ups, on=self.on), is_shared=False)
        everything = dict.fromkeys(range(asked.bits.words), ALL_ONES)
        alone, shared = (
            read_engagements(served.filter(some), asked, look_ups, on=self.on, only=everything)
            for some in (served.shared_project == 0, served.shared_project > 0)
        )
        yield gather_engagements(alone, shared, asked, self.layout.lanes)
        if self.years_keys is not None:
            counting = read_engagements(served, asked, look_ups, on=self.on, only=mask_of_years(asked))
            spans = self.engine.keep(spans_of(counting, self.years_keys, asked), is_shared=False)
            yield gather_years(spans, self.years_keys, asked)


def gatherer(engine: Engine, manifest: Manifest, asked: AskedOfAll, *, on: date) -> Gatherer:
    """Return what gathers for some cells, with its look-ups worked out."""
    confirmed: Places[Confirmed] = Places()
    for criterion in asked.confirmed:
        confirmed.place(criterion)
    layout = Gathered(
        asked=asked,
        lanes=lanes_for(asked.projects, asked.bits, manifest.most_engagements),
        areas=area_bits(asked.areas),
        kinds=kind_bits(asked.kinds),
        examinations=examination_bits(asked.passed),
        confirmed=confirmed,
        counts=counts_for(asked.rated),
    )
    return Gatherer(
        engine=engine,
        asked=asked,
        on=on,
        layout=layout,
        look_ups=_look_ups(engine, manifest, asked, on=on) if len(asked.bits) else None,
        years_keys=_constant(engine, years_keys(asked, on=on), {"counts_from": pa.date32()}) if asked.years else None,
        areas=engine.keep(look_up_areas(engine.table(TABLES["holdings"]), layout.areas), is_shared=True)
        if asked.areas
        else None,
        ratings=_ratings(engine, asked, layout) if asked.rated else None,
    )


def _look_ups(engine: Engine, manifest: Manifest, asked: AskedOfAll, *, on: date) -> LookUps:
    table = {name: engine.table(each) for name, each in TABLES.items() if not each.is_cut}
    conditions = look_up_conditions(asked.bits, table["condition_sets"], table["conditions"])
    contexts = look_up_contexts(asked.bits, table["contexts"], table["shares"], table["claims"], on=on)
    works = look_up_works(asked.bits, table["works"], table["work_fields"], table["work_activities"])
    sizes, sure_at_most = ladders(asked.bits, manifest.measures)
    return LookUps(
        works=engine.keep(works, is_shared=True),
        conditions=None if conditions is None else engine.keep(conditions, is_shared=True),
        contexts=None if contexts is None else engine.keep(contexts, is_shared=True),
        sizes=[(group, _constant(engine, group.rows(), {group.name: pa.int32()})) for group in sizes],
        sure_at_most=sure_at_most,
    )


def _ratings(engine: Engine, asked: AskedOfAll, layout: Gathered) -> tuple[ir.Table, ir.Table]:
    items = engine.table(TABLES["items"]).to_pyarrow()
    names = dict(zip(items["item"].to_pylist(), items["name"].to_pylist(), strict=True))
    words = {f"items_{word}": pa.int64() for word in range(layout.counts.words)}
    ones = {f"{which}_{word}": pa.int64() for which in ("level", "below") for word in range(layout.counts.words)}
    small = dict.fromkeys(("item", "rater", "criterion", "asked", "weight", "needs"), pa.int32()) | {"rater": pa.int8()}
    return (
        _constant(engine, look_up_ratings(asked.rated, names, layout.counts), {"key": pa.int32(), **words}),
        _constant(engine, contested_targets(asked.rated, names, layout.counts), {**small, **ones}),
    )


def _constant(engine: Engine, rows: Iterable[Mapping[str, object]], kinds: Mapping[str, pa.DataType]) -> ir.Table:
    """Return rows as a table; a column whose type is not said holds words of 64 bits."""
    found = list(rows)
    names = list(found[0]) if found else list(kinds)
    schema = pa.schema([pa.field(name, kinds.get(name, pa.int64())) for name in names])
    return engine.constant(pa.Table.from_pylist(found, schema=schema))
