"""Does the summary of a workforce say of everybody what the judgement of each says?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import ibis
import pytest

from kijun.evidence import Person
from kijun.framework.policy import choose
from kijun.framework.resolve import resolve_edition
from kijun.judgement import judge_edition, levels
from kijun.population.masking import Mask
from kijun.population.one_short import one_short
from kijun.population.summary import Summary, summarise
from kijun.population.verdicts_relation import verdict_table
from kijun.verdict import Verdict
from tests.builders import ON, V3_2008, V3_2011, edition
from tests.population.a_workforce import named, workforce
from tests.population.verdicts_made import make_verdicts

_HARDWARE = f"{V3_2011}/customer-service/hardware"
_POLICIES: list[dict[str, str]] = [{}, {"levels.imply": "ladder"}, {"examination.effect": "satisfies"}]


@contextmanager
def _summary(
    folder: Path, people: list[Person], *, below: int = 0, policy: Mapping[str, str] | None = None
) -> Iterator[Summary]:
    verdicts = make_verdicts(folder / "out", people, [edition()], policy=policy)
    with verdict_table(verdicts) as table:
        yield summarise(table, verdicts.judgement, verdicts.judgement.levels, by_team=True, below=below)


def _expected_short(people: list[Person], policy: Mapping[str, str]) -> set[tuple[str, str, int, str, bool]]:
    """Return who is one part short, worked out from the proof of each."""
    resolved = resolve_edition(edition(), choose(edition().points, policy))
    found = set()
    for person in people:
        cells = judge_edition(resolved, person, on=ON)
        for _, field in resolved.edition.fields():
            met = levels(field.path, cells, is_ladder=policy.get("levels.imply") == "ladder").highest_met or 0
            above = (cells[cell.path] for cell in resolved.edition.cells_of(field.path) if cell.level > met)
            cell = next(above, None)
            if cell is None:
                continue
            at = (person.employee, field.path, cell.cell.indicator.level)
            if cell.is_one_part_short:
                found.add((*at, cell.short_parts[0], False))
            elif cell.verdict is Verdict.UNKNOWN and len(cell.open_parts) == 1 and not cell.short_parts:
                found.add((*at, cell.open_parts[0], True))
    return found


def test_everybody_is_counted_at_the_highest_level_met_and_possible(tmp_path: Path) -> None:
    with _summary(tmp_path, workforce()) as found:
        everybody, *teams = found.groups
    counts = {each.level: (each.met, each.possible) for each in everybody.fields[0].levels}
    assert (everybody.people, everybody.fields[0].field) == (7, _HARDWARE)
    assert counts == {3: (2, 1), 4: (1, 1), 5: (1, 1), 6: (0, 1)}
    assert [(team.team, team.people) for team in teams] == [("A", 3), ("B", 3), (None, 1)]


@pytest.mark.parametrize("policy", _POLICIES)
def test_who_is_one_part_short_is_who_the_proofs_say(policy: dict[str, str], tmp_path: Path) -> None:
    people = workforce()
    with _summary(tmp_path, people, policy=policy) as found:
        listed = [*found.people()]
    seen = {
        (each.employee, each.short.field, each.short.level, each.short.part, each.short.is_unknown) for each in listed
    }
    assert seen == _expected_short(people, policy)
    assert len(seen) == len(listed)
    assert {part for *_, part, _ in seen} >= {"mentoring", "succession"}
    counted = Counter(each.short for each in listed)
    assert dict(found.groups[0].short) == counted


def test_a_single_holder_is_named(tmp_path: Path) -> None:
    with _summary(tmp_path, workforce()) as found:
        (hole,) = [each for each in found.groups[0].holes if each.field == _HARDWARE]
    assert hole.holder is not None
    assert (hole.levels, found.holders[hole.holder].name, hole.others_possible) == ((5,), "佐藤 花子", 1)


def test_a_masked_team_has_no_numbers_no_holders_and_no_people(tmp_path: Path) -> None:
    with _summary(tmp_path, workforce(), below=2) as found:
        listed = {each.team for each in found.people()}
    masked = {group.team: group.mask for group in found.groups if group.mask is not None}
    assert masked == {None: Mask.SMALL, "A": Mask.BESIDE}
    assert listed == {"B"}
    assert {holder.team for holder in found.holders.values()} == {"B"}
    for group in found.groups:
        if group.mask is not None:
            assert (group.people, group.fields, group.holes, dict(group.short)) == (0, (), (), {})


def test_a_whole_workforce_that_is_too_small_is_masked(tmp_path: Path) -> None:
    with _summary(tmp_path, workforce(), below=8) as found:
        assert {group.mask for group in found.groups} == {Mask.SMALL}
        assert [*found.people()] == []
        assert dict(found.holders) == {}


def test_so_many_of_the_people_are_the_first_of_them(tmp_path: Path) -> None:
    with _summary(tmp_path, workforce()) as found:
        assert [*found.people(2)] == [*found.people()][:2]


def test_each_question_is_one_pass_however_many_fields_there_are(tmp_path: Path) -> None:
    verdicts = make_verdicts(tmp_path / "out", workforce(), [edition(), edition(V3_2008)], per_file=2)
    with verdict_table(verdicts) as table:
        engine = ibis.get_backend(table)
        plan = engine.raw_sql(
            f"EXPLAIN {engine.compile(one_short(table, verdicts.judgement, verdicts.judgement.levels).rows)}"
        )
        shown = "\n".join(row[1] for row in plan.fetchall())
    assert shown.count("READ_PARQUET") == 1
    assert "JOIN" not in shown


def test_nobody_is_summed_up_as_nobody(tmp_path: Path) -> None:
    with _summary(tmp_path, []) as found:
        (everybody,) = found.groups
        assert everybody.people == 0
        assert [*found.people()] == []


def test_teams_stand_in_the_order_of_their_names(tmp_path: Path) -> None:
    people = [named(workforce()[0], f"E-{place}", "名", team) for place, team in enumerate(("b", None, "a", "10", "9"))]
    with _summary(tmp_path, people) as found:
        assert [group.team for group in found.groups[1:]] == ["10", "9", "a", "b", None]
