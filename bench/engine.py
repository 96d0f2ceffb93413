"""How long does judging one record in all cells take, against a rule engine that only decides?

kijun judges each record in every cell of both editions, with the proof of every part. zen-engine decides the same cells on the
same facts, without a proof. Facts are parsed, criteria resolved and the decision compiled beforehand; both must come to the
same verdicts on every record, or the benchmark stops.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TypeVar

from zen import ZenDecision

from kijun.catalogue.installed import open_edition
from kijun.catalogue.shipped import shipped_folders
from kijun.criteria import Criterion, Once, Times, Years
from kijun.evidence import Person
from kijun.framework.policy import choose
from kijun.framework.resolve import ResolvedEdition, resolve_edition
from kijun.judgement import CellJudgement, Proof, judge_edition
from kijun.judgement.record import RecordReading, has_months, read_record
from kijun.verdict import Verdict
from measure import in_turn, ratio, verdict
from people import ON, make_people
from zen_model import Facts, decide_cells, decide_parts, decide_rows, facts, verdicts

Thing = TypeVar("Thing")
AT_LEAST, AIM = 5, 50
_KIJUN = "kijun, every part with its proof"
_ZEN = "zen-engine, cells only, one expression"
_ZEN_PARTS = "zen-engine, cells and parts, one expression"
_ZEN_ROWS = "zen-engine, cells and parts, a row for each"
_READING, _VERDICTS = "reading the facts", "reading and verdicts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What is judged: every shipped edition under its default policy, and the people."""

    editions: tuple[ResolvedEdition, ...]
    people: tuple[Person, ...]


def run(*, seed: int, people: int, pairs: int) -> bool:
    """Print the table of the engine and return whether the target is reached."""
    setting = _setting(seed=seed, people=people)
    zen_cells = decide_cells(setting.editions, ON)
    zen_parts = decide_parts(setting.editions, ON)
    zen_rows = decide_rows(setting.editions, ON)
    records = [facts(person) for person in setting.people]
    _check(setting, records, zen_cells, (zen_parts, zen_rows))
    _print_counts(setting)
    rounds = in_turn(
        {
            _KIJUN: lambda: _each(lambda person: _judge(setting.editions, person), setting.people),
            _ZEN: lambda: _each(zen_cells.evaluate, records),
            _ZEN_PARTS: lambda: _each(zen_parts.evaluate, records),
            _ZEN_ROWS: lambda: _each(zen_rows.evaluate, records),
            _READING: lambda: _each(lambda person: _readings(setting.editions, person), setting.people),
            _VERDICTS: lambda: _each(lambda person: _look(setting.editions, person), setting.people),
        },
        pairs,
    )
    _print_times({name: median(seconds) / people * 1e6 for name, seconds in rounds.items()})
    for zen in (_ZEN_ROWS, _ZEN_PARTS, _ZEN):
        print(f"{zen:45} / kijun {ratio(zen, _KIJUN, rounds):7.2f}")
    found = ratio(_ZEN, _KIJUN, rounds)
    print(f"at least {AT_LEAST} against its fastest: {verdict(is_reached=found >= AT_LEAST)} (aim {AIM})")
    return found >= AT_LEAST


def _each(do: Callable[[Thing], object], things: Iterable[Thing]) -> None:
    """Do something with each thing and keep nothing of it, as a program does that judges one record after another."""
    for thing in things:
        do(thing)


def _print_times(micros: Mapping[str, float]) -> None:
    lines = {
        _KIJUN: micros[_KIJUN],
        "  of which reading the facts": micros[_READING],
        "  clauses and traits of engagements": micros[_VERDICTS] - micros[_READING],
        "  proofs, and the rest of the verdicts": micros[_KIJUN] - micros[_VERDICTS],
        _ZEN: micros[_ZEN],
        _ZEN_PARTS: micros[_ZEN_PARTS],
        _ZEN_ROWS: micros[_ZEN_ROWS],
    }
    for name, each in lines.items():
        print(f"{name:45} {each:7.0f} us a record")


def _setting(*, seed: int, people: int) -> Setting:
    editions = [open_edition(name) for name in shipped_folders()]
    resolved = tuple(resolve_edition(edition, choose(edition.points, {})) for edition in editions)
    return Setting(editions=resolved, people=tuple(make_people(editions, count=people, seed=seed)))


def _judge(editions: Iterable[ResolvedEdition], person: Person) -> list[dict[str, CellJudgement]]:
    return [judge_edition(edition, person, on=ON) for edition in editions]


def _check(
    setting: Setting, records: Sequence[Facts], zen_cells: ZenDecision, zen_parts: Sequence[ZenDecision]
) -> None:
    """Stop the benchmark where the engines do not say the same of a cell, or of a part, of any record."""
    for person, record in zip(setting.people, records, strict=True):
        cells = [
            (f"{person.employee} {cell.cell.indicator.path}", cell)
            for judged in _judge(setting.editions, person)
            for cell in judged.values()
        ]
        _compare([(path, cell.verdict) for path, cell in cells], verdicts(zen_cells, record))
        both = [
            said
            for path, cell in cells
            for said in ((path, cell.verdict), *((f"{path}/{name}", part.verdict) for name, part in cell.parts.items()))
        ]
        for decision in zen_parts:
            _compare(both, verdicts(decision, record))


def _compare(ours: Sequence[tuple[str, Verdict]], theirs: Sequence[Verdict]) -> None:
    for (path, said), other in zip(ours, theirs, strict=True):
        if said is not other:
            raise SystemExit(f"{path}: kijun says {said.value}, zen-engine {other.value}")


def _readings(editions: Iterable[ResolvedEdition], person: Person) -> list[tuple[ResolvedEdition, RecordReading]]:
    strict = (False, True) if has_months(person) else (False,)
    return [(edition, read_record(person, ON, is_strict=each)) for edition in editions for each in strict]


def _look(editions: Iterable[ResolvedEdition], person: Person) -> int:
    """Ask of every engagement that a clause counts whether it has the trait, and make nothing of it."""
    asked = 0
    for edition, record in _readings(editions, person):
        for cell in edition.cells.values():
            for part in cell.parts.values():
                asked += _look_at(part.criterion, record)
    return asked


def _look_at(criterion: Criterion, record: RecordReading) -> int:
    match criterion:
        case Once(clause=clause, trait=trait) | Years(clause=clause, trait=trait):
            asked = [(clause, trait)]
        case Times(slots=slots):
            asked = [(slot.clause, slot.trait) for slot in slots]
        case _:
            asked = []
    for clause, trait in asked:
        for reading in record.counted_by(clause).engagements:
            reading.has(trait)
    return len(asked)


def _print_counts(setting: Setting) -> None:
    """Print what was judged and found: counters that no noise can move."""
    said: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    for person in setting.people:
        judged = [cell for one in _judge(setting.editions, person) for cell in one.values()]
        said.update(cell.verdict.value for cell in judged)
        parts = [part for cell in judged for part in (*cell.parts.values(), cell.minimum_by_examination) if part]
        nodes: dict[int, Proof] = {}
        for part in parts:
            _collect(part.proof, nodes)
        counts.update(parts=len(parts), nodes=len(nodes), months=has_months(person))
        counts.update(near=sum(len(proof.near_misses) for proof in nodes.values()))
    people = len(setting.people)
    print(f"people {people}, of whom {counts['months']} wrote a month without a day and are judged twice")
    print(
        f"cells {sum(said.values()) / people:.0f} a person; {', '.join(f'{name} {n}' for name, n in said.most_common())}"
    )
    print(
        f"parts {counts['parts'] / people:.0f}, proof nodes {counts['nodes'] / people:.0f}, near misses {counts['near'] / people:.0f} a person"
    )


def _collect(proof: Proof, nodes: dict[int, Proof]) -> None:
    if id(proof) not in nodes:
        nodes[id(proof)] = proof
        for child in proof.children:
            _collect(child, nodes)
