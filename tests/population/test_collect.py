"""Do the chunks of a collection become one workforce, with everybody once and in order, however many there are?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kijun.errors import BadInput
from kijun.evidence import Person
from kijun.population.collect import SET_ASIDE, Collected, assemble
from kijun.population.collect_chunk import Chunk, Read, open_chunk, write_chunk
from kijun.population.collect_merge import Twice, lanes
from kijun.population.collect_staging import Staging, open_staging, staging_of
from kijun.population.load import open_workforce
from kijun.population.people import all_people
from tests.builders import engagement, person


def numbered(employee: str, team: str = "x") -> Person:
    return person(engagement("bank"), employee=employee, team=team)


def chunk(staging: Staging, key: str, *employees: str, aside: tuple[str, ...] = ()) -> str:
    write_chunk(staging, key, [Read(person=numbered(each, key), place=f"{key}:{each}") for each in employees], aside)
    return key


def assembled(staging: Staging, target: Path, *keys: str, most_open: int = 200) -> Collected:
    def said(twice: Twice) -> str:
        return json.dumps([twice.employee, twice.first, twice.second])

    return assemble(
        staging,
        keys,
        target,
        replace=False,
        made_by={},
        said_twice=said,
        people_in_a_part=3,
        most_open=most_open,
    )


def teams(target: Path) -> list[tuple[str, str | None]]:
    return [(each.employee, each.team) for each in all_people(open_workforce(target))]


def test_everybody_comes_once_in_the_order_of_the_employee_numbers(tmp_path: Path) -> None:
    with open_staging(tmp_path / "out") as staging:
        keys = [chunk(staging, "a", "E5", "E1"), chunk(staging, "b", "E4", "E2"), chunk(staging, "c", "E3")]
        collected = assembled(staging, tmp_path / "out", *keys)
    assert teams(tmp_path / "out") == [("E1", "a"), ("E2", "b"), ("E3", "c"), ("E4", "b"), ("E5", "a")]
    assert [part.last for part in collected.manifest.parts] == [2, 4]
    assert not staging_of(tmp_path / "out").exists()


def test_the_first_source_decides_who_of_two_stands(tmp_path: Path) -> None:
    with open_staging(tmp_path / "out") as staging:
        keys = [chunk(staging, "z", "E2", aside=("1",)), chunk(staging, "a", "E1", "E2", "E2", aside=("2", "3"))]
        collected = assembled(staging, tmp_path / "out", *keys)
    assert teams(tmp_path / "out") == [("E1", "a"), ("E2", "z")]
    assert collected.set_aside == 5
    lines = (tmp_path / "out" / SET_ASIDE).read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == [1, 2, 3, ["E2", "z:E2", "a:E2"], ["E2", "z:E2", "a:E2"]]


def test_more_chunks_than_files_may_be_open_give_the_same(tmp_path: Path) -> None:
    with open_staging(tmp_path / "out") as staging:
        keys = [chunk(staging, f"k{n}", f"E{n:02}", f"E{50 - n:02}", "E99") for n in range(20)]
        assembled(staging, tmp_path / "few", *keys, most_open=3)
        assembled(staging, tmp_path / "many", *keys)
    files = [sorted(file.read_bytes() for file in (tmp_path / name).rglob("*.*")) for name in ("few", "many")]
    assert files[0] == files[1]
    assert teams(tmp_path / "few")[-1] == ("E99", "k0")


def test_chunks_that_follow_one_another_are_read_one_after_the_other() -> None:
    def spanning(key: str, first: str, last: str, people: int = 2) -> Chunk:
        return Chunk(key=key, people=people, first=first, last=last, measures=(), set_aside=0)

    found = lanes(
        [spanning("c", "E5", "E6"), spanning("a", "E1", "E2"), spanning("b", "E3", "E4"), spanning("d", "E2", "E9")]
    )
    assert [[each.key for each in lane] for lane in found] == [["a", "b", "c"], ["d"]]
    assert lanes([spanning("nobody", "", "", people=0)]) == []


def test_what_is_finished_stays_where_a_run_is_stopped(tmp_path: Path) -> None:
    def stopped() -> None:
        with open_staging(tmp_path / "out") as staging:
            chunk(staging, "a", "E1")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    with open_staging(tmp_path / "out") as staging:
        assert staging.has("a")
        assert not staging.has("b")
        assert open_chunk(staging, "a").people == 1


def test_a_run_that_finished_nothing_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), open_staging(tmp_path / "out"):
        raise KeyboardInterrupt
    assert [*tmp_path.iterdir()] == []


def test_two_runs_do_not_make_one_workforce(tmp_path: Path) -> None:
    with open_staging(tmp_path / "out"), pytest.raises(BadInput, match="right now"), open_staging(tmp_path / "out"):
        pass


def test_what_somebody_else_put_there_is_left_alone(tmp_path: Path) -> None:
    folder = staging_of(tmp_path / "out")
    folder.mkdir()
    (folder / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(BadInput, match="something else"), open_staging(tmp_path / "out"):
        pass
    assert (folder / "mine.txt").read_text(encoding="utf-8") == "mine"


def test_where_nothing_can_be_written_that_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be read or written"), open_staging(tmp_path / "none" / "out"):
        pass


def test_a_chunk_that_was_damaged_is_said(tmp_path: Path) -> None:
    def damaged() -> None:
        with open_staging(tmp_path / "out") as staging:
            key = chunk(staging, "a", "E1")
            (people,) = staging.folder.glob("*.gz")
            people.write_bytes(people.read_bytes()[:-12])
            assembled(staging, tmp_path / "out", key)

    with pytest.raises(BadInput, match="is damaged"):
        damaged()
    assert not (tmp_path / "out").exists()
