"""What is gathered of each person, of every list once?

Look-ups are worked out once for the whole workforce; then each table of people is read once, and what comes of it stands in
the row of the person.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import ibis.expr.types as ir
import pyarrow as pa

from kijun.criteria import Confirmed
from kijun.population.alike import read_alike
from kijun.population.answers import Gathered
from kijun.population.asked import AskedOfAll
from kijun.population.both import HOW
from kijun.population.bounds import NUMBERED
from kijun.population.conditions import look_up_conditions
from kijun.population.contexts import look_up_contexts
from kijun.population.engagements import (
    LookUps,
    engagements_served,
    gather_engagements,
    lengths_of,
    windows_of,
    with_first,
)
from kijun.population.engines.engine import Engine
from kijun.population.holdings import (
    area_bits,
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
from kijun.population.likeness import likeness_of
from kijun.population.manifest import Manifest
from kijun.population.places import Places
from kijun.population.proficiency import contested_targets, counts_for, gather_ratings, look_up_ratings
from kijun.population.sizes import ladders
from kijun.population.tables import TABLES
from kijun.population.works import look_up_works
from kijun.population.years import counted_for, doubtful_engagements, gather_years, open_years, spans_of, years_keys

_FIRST_DAY: Final = date(1970, 1, 1)
"""From which Arrow counts days."""
_CODES: Final = {8: "b", 32: "i", 64: "q"}


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
        filled = {name: row[name].fill_null(0) for name in gathered}
        return row.select(*people.columns, **filled)

    def _table(self, name: str) -> ir.Table:
        return self.engine.table(TABLES[name])

    def _kept(self, relation: ir.Table) -> ir.Table:
        return self.engine.keep(relation, is_shared=False)

    def _found(self) -> Iterable[ir.Table]:
        if self.look_ups is not None:
            yield from self._of_engagements(self.look_ups)
        held = list(self._held())
        if held:
            yield gather_holdings(held, self.layout.widths)
        if self.ratings is not None:
            look_up, targets = self.ratings
            yield gather_ratings(self._table("ratings"), look_up, targets, self.layout.counts, on=self.on)

    def _held(self) -> Iterable[ir.Table]:
        asked, layout = self.asked, self.layout
        if self.areas is not None:
            yield held_areas(self._table("expertise"), self.areas, on=self.on)
        if asked.kinds:
            kinds, done = self._table("kinds"), self._table("contributions")
            yield held_named(done, kinds, "kind", "contribution", layout.kinds, on=self.on)
        if asked.passed:
            names, done = self._table("examinations"), self._table("qualifications")
            yield held_named(done, names, "examination", "name", layout.examinations, on=self.on)
        if asked.asks_mentoring:
            yield held_mentoring(self._table("mentoring"), on=self.on)
        if asked.confirmed:
            yield held_confirmed(self._table("confirmations"), layout.confirmed, on=self.on)

    def _of_engagements(self, look_ups: LookUps) -> Iterable[ir.Table]:
        served = self._kept(engagements_served(self._table("engagements"), look_ups, on=self.on))
        alike = self._kept(read_alike(served, self.asked, self.layout.lanes, look_ups))
        found = gather_engagements(served, alike, look_ups)
        if self.years_keys is None:
            yield found
            return
        gathered = self._kept(found)
        doubtful = self.engine.step(doubtful_engagements(served, open_years(gathered, self.asked)))
        counted = self.engine.step(counted_for(doubtful, alike, look_ups))
        spans = self._kept(spans_of(counted, self.years_keys, self.asked))
        yield gathered
        yield gather_years(spans, self.years_keys, self.asked)


def gatherer(engine: Engine, manifest: Manifest, asked: AskedOfAll, *, on: date) -> Gatherer:
    """Return what gathers for some cells, with its look-ups worked out."""
    confirmed: Places[Confirmed] = Places()
    for criterion in asked.confirmed:
        confirmed.place(criterion)
    layout = Gathered(
        asked=asked,
        lanes=lanes_for(asked.projects, manifest.most_engagements),
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
        look_ups=_look_ups(engine, manifest, asked, on=on) if len(asked.demands.bits) else None,
        years_keys=_constant(engine, years_keys(asked, on=on), {"counts_from": pa.date32()}) if asked.years else None,
        areas=_areas(engine, layout) if asked.areas else None,
        ratings=_ratings(engine, asked, layout) if asked.rated else None,
    )


def _look_ups(engine: Engine, manifest: Manifest, asked: AskedOfAll, *, on: date) -> LookUps:
    table = {name: engine.table(each) for name, each in TABLES.items() if not each.is_cut}
    ways = asked.demands.ways
    found = {
        "work": look_up_works(asked.demands, table["works"], table["work_fields"], table["work_activities"]),
        "condition_set": look_up_conditions(ways, table["condition_sets"], table["conditions"]),
        "context": look_up_contexts(ways, table["contexts"], table["shares"], table["claims"], on=on),
    }
    sizes, sure_at_most = ladders(ways, manifest.measures)
    shared = {key: with_first(each, key) for key, each in found.items() if each is not None}
    windows, lengths = windows_of(asked.demands), lengths_of(asked.years)
    return LookUps(
        shared={key: engine.keep(each, is_shared=True) for key, each in shared.items()},
        sizes=[(group, _constant(engine, group.rows(), {group.name: pa.int32()})) for group in sizes],
        sure_at_most=sure_at_most,
        windows=windows,
        lengths=lengths,
        likeness=likeness_of(
            {
                **{key: manifest.rows_shared[NUMBERED[key]] for key in shared},
                **{group.name: group.places for group in sizes},
                "windows": len(windows) + 1,
                **{f"length_{place}": len(each.years) + 1 for place, each in enumerate(lengths)},
            }
        ),
    )


def _areas(engine: Engine, layout: Gathered) -> ir.Table:
    words = {f"{how}_areas_{word}": pa.int64() for how in HOW for word in range(layout.areas.words)}
    return _constant(
        engine, look_up_areas(engine.rows(TABLES["holdings"]), layout.areas), {"holding": pa.int32(), **words}
    )


def _ratings(engine: Engine, asked: AskedOfAll, layout: Gathered) -> tuple[ir.Table, ir.Table]:
    names = {row["item"]: row["name"] for row in engine.rows(TABLES["items"])}
    words = {f"items_{word}": pa.int64() for word in range(layout.counts.words)}
    ones = {f"{which}_{word}": pa.int64() for which in ("level", "below") for word in range(layout.counts.words)}
    small = dict.fromkeys(("item", "rater", "criterion", "asked", "weight", "needs"), pa.int32()) | {"rater": pa.int8()}
    return (
        _constant(engine, look_up_ratings(asked.rated, names, layout.counts), {"key": pa.int32(), **words}),
        _constant(engine, contested_targets(asked.rated, names, layout.counts), {**small, **ones}),
    )


def _constant(engine: Engine, rows: Iterable[Mapping[str, int | date]], kinds: Mapping[str, pa.DataType]) -> ir.Table:
    """Return rows as a table; a column whose type is not said holds words of 64 bits."""
    found = list(rows)
    names = list(found[0]) if found else list(kinds)
    columns = {name: _column([row[name] for row in found], kinds.get(name, pa.int64())) for name in names}
    return engine.constant(pa.table(columns))


def _column(values: Sequence[int | date], kind: pa.DataType) -> pa.Array:
    """Return numbers and days as a column. Made of their bytes: for a list Arrow would load pandas, if it is there, first."""
    numbers = [(value - _FIRST_DAY).days if isinstance(value, date) else int(value) for value in values]
    stored = array(_CODES[kind.bit_width], numbers)
    return pa.Array.from_buffers(kind, len(values), [None, pa.py_buffer(stored)])
