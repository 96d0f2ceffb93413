"""What is asked of engagements, told in classes and small numbers, and what does each of them leave standing for a block?

Read once for a whole workforce: kinds of work, sets of conditions and contexts are few beside the engagements that name them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from kijun.criteria import Clause
from kijun.population.alike import LookUps
from kijun.population.alternatives import CONDITIONS, CONTEXT
from kijun.population.asked import AskedOfAll
from kijun.population.conditions import classes_of_conditions
from kijun.population.constant import constant, constant_columns
from kijun.population.contexts import classes_of_contexts
from kijun.population.demands import Demands, Way
from kijun.population.engagements import Facts, lengths_of, windows_of
from kijun.population.engines.engine import Engine
from kijun.population.fact_words import GATE, gate_rows, words_of_ways
from kijun.population.look_up import Asked, Classes, asked_of
from kijun.population.manifest import Manifest
from kijun.population.side_by_side import side_by_side
from kijun.population.sizes import ladders, unknown
from kijun.population.tables import TABLES
from kijun.population.works import classes_of_works

WORK, CONDITION_SET, CONTEXT_KEY = "work", "condition_set", "context"
_FACT_OF = {CONDITION_SET: CONDITIONS, CONTEXT_KEY: CONTEXT}


@dataclass(frozen=True, slots=True, kw_only=True)
class FactClasses:
    """The classes of what engagements share, and what they were asked."""

    facts: Facts
    clauses: tuple[Clause, ...]
    works: Classes
    questions: Mapping[str, tuple[Asked, ...]]
    classes: Mapping[str, Classes]
    measures: tuple[str, ...]

    def look_ups(self, engine: Engine, demands: Demands) -> LookUps:
        """Return what the facts leave standing for the demands of a block."""
        rows = {WORK: gate_rows(WORK, self.works, self.clauses, demands)}
        for key, classes in self.classes.items():
            rows[key] = words_of_ways(key, _FACT_OF[key], classes, self.questions[key], demands)
        rows |= {group.name: group.rows(demands.ways) for group in self.facts.sizes}
        unknown_ways = unknown(demands.ways, self.measures)
        standing: dict[int, int] = {}
        for word, bit, _ in demands.ways:
            standing[word] = standing.get(word, 0) | (1 << bit)
        surely = {word: bits & ~unknown_ways.get(word, 0) for word, bits in standing.items()}
        gates = {f"{GATE}_{word}": pa.int64() for word in range(len(demands.planes))}
        return LookUps(
            tables={
                key: constant(engine, found, {key: pa.int32()} | (gates if key == WORK else {}))
                for key, found in rows.items()
                if found or key == WORK
            },
            most={"sure": surely, "possible": standing},
        )


def read_facts(engine: Engine, manifest: Manifest, asked: AskedOfAll, *, on: date) -> FactClasses:
    """Return the classes of everything that some engagement names, for all that is asked of engagements."""
    every = asked.engagements
    ways = [way for each in every for way in each.demands.ways]
    clauses = tuple(dict.fromkeys(clause for each in every for clause, _ in each.demands.bits))
    rows = {name: engine.rows(table) for name, table in TABLES.items() if not table.is_cut}
    works = classes_of_works(clauses, rows["works"], rows["work_fields"], rows["work_activities"])
    questions = {key: tuple(asked_of(fact, ways).masks) for key, fact in _FACT_OF.items()}
    classes = {}
    if questions[CONDITION_SET]:
        found = rows["condition_sets"], rows["conditions"]
        classes[CONDITION_SET] = classes_of_conditions(questions[CONDITION_SET], *found)
    if questions[CONTEXT_KEY]:
        found_there = rows["contexts"], rows["shares"], rows["claims"]
        classes[CONTEXT_KEY] = classes_of_contexts(questions[CONTEXT_KEY], *found_there, on=on)
    return FactClasses(
        facts=_facts(engine, manifest, asked, {WORK: works, **classes}, ways),
        clauses=clauses,
        works=works,
        questions=questions,
        classes=classes,
        measures=manifest.measures,
    )


def _facts(
    engine: Engine, manifest: Manifest, asked: AskedOfAll, classes: Mapping[str, Classes], ways: Sequence[Way]
) -> Facts:
    sizes, windows, lengths = ladders(ways, manifest.measures), windows_of(asked.engagements), lengths_of(asked.years)
    widths = {
        **{key: len(each.sure) for key, each in classes.items()},
        **{group.name: group.places for group in sizes},
        "windows": len(windows) + 1,
        **{f"length_{place}": len(each.years) + 1 for place, each in enumerate(lengths)},
    }
    kinds = pa.int32()
    return Facts(
        classes={
            key: constant_columns(
                engine, {key: each.numbers, f"{key}_class": each.classes}, {key: kinds, f"{key}_class": kinds}
            )
            for key, each in classes.items()
        },
        sizes=sizes,
        windows=windows,
        lengths=lengths,
        likeness=side_by_side("likeness", {name: max(many - 1, 0).bit_length() for name, many in widths.items()}),
    )
