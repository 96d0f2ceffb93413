"""Is everybody found whose level differs between two editions, and is the change named that causes it?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from kijun.framework.compare.comparison import Kind
from kijun.framework.compare.editions import compare
from kijun.framework.edition import Edition
from kijun.framework.policy import choose
from kijun.framework.resolve import resolve_edition
from kijun.judgement import judge_edition, levels
from kijun.population.changes import Changes, Move, Pair, Standing, changes, move_between
from kijun.population.changes_causes import WHOLE, FieldChanges, causes, lacking_cells
from kijun.population.verdicts_relation import verdict_table
from kijun.verdict import Verdict
from tests.builders import ON, V3_2008, V3_2011, edition
from tests.population.a_workforce import workforce
from tests.population.verdicts_made import make_verdicts
from tests.tailoring import change, tailored

_HARDWARE = "customer-service/hardware"


@contextmanager
def _changes(
    folder: Path,
    old: Edition,
    new: Edition,
    *,
    policy: Mapping[str, str] | None = None,
    lacking: frozenset[str] = frozenset(),
) -> Iterator[Changes]:
    verdicts = make_verdicts(folder / "out", workforce(), [old, new], policy=policy)
    before, after = verdicts.judgement.editions
    with verdict_table(verdicts) as table:
        yield changes(table, Pair(judgement=verdicts.judgement, old=before, new=after, lacking=lacking))


def _causes(folder: Path, old: Edition, new: Edition) -> list[FieldChanges]:
    resolved = [resolve_edition(each, choose(each.points, {})) for each in (old, new)]
    with _changes(folder, old, new) as found:
        return causes(found.counts(), compare(old, new), *resolved)


def _expected(old: Edition, new: Edition, policy: Mapping[str, str]) -> set[tuple[str, str, Move]]:
    """Return whose level differs in which field, worked out from the judgement of each."""
    found = set()
    is_ladder = policy.get("levels.imply") == "ladder"
    for person in workforce():
        reached = []
        for each in (old, new):
            cells = judge_edition(resolve_edition(each, choose(each.points, policy)), person, on=ON)
            of = {field.path: levels(field.path, cells, is_ladder=is_ladder) for _, field in each.fields()}
            reached.append({path.removeprefix(f"{each.id}/"): level for path, level in of.items()})
        for field in reached[0].keys() & reached[1].keys():
            was, now = (
                Standing(met=each[field].highest_met or 0, possible=each[field].highest_possible or 0)
                for each in reached
            )
            move = move_between(was, now)
            if move is not None:
                found.add((person.employee, field, move))
    return found


def _harder(folder: Path) -> Edition:
    return tailored(folder, change("set", f"{_HARDWARE}/5/succession/at_least", 4))


@pytest.mark.parametrize("policy", [{}, {"levels.imply": "ladder"}])
def test_who_is_at_another_level_is_who_the_judgements_say(policy: dict[str, str], tmp_path: Path) -> None:
    old, new = edition(V3_2008), edition(V3_2011)
    with _changes(tmp_path, old, new, policy=policy) as found:
        people = [*found.people()]
        counted = found.counts()
    seen = {(each.employee, each.changed.field, each.changed.move) for each in people}
    assert seen == _expected(old, new, policy)
    assert len(seen) == len(people) > 0
    assert Counter(each.changed for each in people) == dict(counted)


def test_the_parts_of_the_deciding_cell_that_differ_are_named(tmp_path: Path) -> None:
    with _changes(tmp_path, edition(), _harder(tmp_path / "own")) as found:
        (person,) = found.people()
    assert (person.employee, person.changed.move) == ("E-1", Move.DOWN)
    assert (person.changed.old.met, person.changed.new.met, person.changed.level) == (5, 4, 5)
    assert person.changed.parts == (("succession", Verdict.MET, Verdict.NOT_MET),)


def test_the_change_of_the_standard_is_the_cause(tmp_path: Path) -> None:
    (field,) = _causes(tmp_path, edition(), _harder(tmp_path / "own"))
    (cause,) = field.causes
    assert (field.field, dict(field.moves), dict(field.steps)) == (_HARDWARE, {Move.DOWN: 1}, {(5, 4): 1})
    assert (cause.cell, cause.part, cause.is_worse) == (f"{_HARDWARE}/5", "succession", True)
    assert (cause.people, cause.alone) == (1, 1)
    (because,) = cause.because
    assert (because.kind, because.old.value, because.new.value) == (Kind.RAISED, 3, 4)


def test_a_cell_that_one_edition_alone_prints_is_a_cause_of_its_own(tmp_path: Path) -> None:
    found = _causes(tmp_path, edition(V3_2008), edition(V3_2011))
    wholes = [cause for field in found for cause in field.causes if cause.part == WHOLE]
    assert wholes
    assert all(change.is_of_whole for cause in wholes for change in cause.because)


def test_a_level_that_hangs_on_a_cell_that_a_source_lacks_is_not_comparable(tmp_path: Path) -> None:
    old, new = edition(V3_2008), edition(V3_2011)
    lacking = lacking_cells(compare(old, new))
    assert f"{_HARDWARE}/4" in lacking
    with _changes(tmp_path, old, new, lacking=lacking) as found:
        people = [*found.people()]
    apart = [each for each in people if each.changed.move is Move.APART]
    assert {each.changed.cell in lacking for each in apart} == {True}
    assert {each.changed.cell in lacking for each in people if each not in apart} == {False}
    assert ("E-3", _HARDWARE) in [(each.employee, each.changed.field) for each in apart]


def test_an_edition_changes_nothing_for_itself_under_another_name(tmp_path: Path) -> None:
    own = tailored(tmp_path / "own")
    with _changes(tmp_path, edition(), own) as found:
        assert [*found.people()] == []
        assert found.counts() == []
        assert _HARDWARE in found.pair.fields


def test_a_level_is_newly_known_or_unknown_where_only_what_is_possible_differs() -> None:
    known, unknown = Standing(met=3, possible=3), Standing(met=3, possible=5)
    assert move_between(known, unknown) is Move.UNKNOWN
    assert move_between(unknown, known) is Move.KNOWN
    assert move_between(unknown, Standing(met=3, possible=4)) is None
    assert move_between(unknown, Standing(met=4, possible=5)) is Move.UP
