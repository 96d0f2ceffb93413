"""What is lost when the application is killed while people write? Nothing that they were told is on record.

`python -m tests.web.killing --times 100 --seed 1` (make kill) starts the demonstration as a user does, lets several of its people
write through the real forms, kills all of its processes at once at a random moment, looks at what the disk holds then, and starts
it again on that, as often as asked. A small sample runs with the tests.
"""

from __future__ import annotations

import argparse
import shutil
import sqlite3
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Final

from tests.web.serving import ANSWERS_WITHIN, Served, kill, start
from tests.web.soundness import faults_of
from tests.web.writing import ITEM, Writer

PEOPLE: Final = (
    "daisuke.fujita@example.com",
    "eri.murakami@example.com",
    "seiichi.takanashi@example.com",
    "chinatsu.kobayashi@example.com",
)
SHORTEST, LONGEST = 0.2, 2.5
"""Seconds of writing, once everybody has begun, before the kill."""
_HELD: Final = """SELECT u.email, 'entry/' || e.key, json_extract(e.body, '$.whom') FROM people_entry e
    JOIN people_record r ON r.id = e.record_id JOIN accounts_user u ON u.id = r.owner_id WHERE e.list = 'mentoring'"""
_RATED: Final = """SELECT u.email, 'rating', json_extract(e.body, '$.note') FROM people_entry e
    JOIN people_record r ON r.id = e.record_id JOIN accounts_user u ON u.id = r.owner_id
    WHERE e.list = 'ratings' AND json_extract(e.body, '$.item') = '%s' AND json_extract(e.body, '$.day') = '2026-04-01'
    AND json_extract(e.body, '$.by') = 'self'"""
_DRAFTED: Final = """SELECT u.email, 'draft', json_extract(d.body, '$.answers[0][1]') FROM people_draft d
    JOIN accounts_user u ON u.id = d.author_id"""
_PLANNED: Final = """SELECT u.email, 'plan/' || p.name, p.name FROM plans_plan p
    JOIN people_record r ON r.id = p.record_id JOIN accounts_user u ON u.id = r.owner_id"""
_WORDS: Final = """SELECT json_extract(after, '$.body.whom') FROM people_change UNION
    SELECT json_extract(after, '$.body.note') FROM people_change UNION SELECT name FROM plans_plan"""


@dataclass(slots=True, kw_only=True)
class Killed:
    """What came of a run: how often it was killed, how much was acknowledged before, and what was wrong afterwards."""

    seed: int
    times: int = 0
    acknowledged: int = 0
    unanswered: int = 0
    came_to_be: int = 0
    restarts: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    took: float = 0.0

    def table(self) -> str:
        """Return it as a row of the table in docs/reference/long-runs.md, without its date."""
        slowest = f"{max(self.restarts):.1f} s"
        return (
            f"| {self.seed} | {self.times} | {self.took:.0f} s | {self.acknowledged:,} |"
            f" {self.unanswered} / {self.came_to_be} | {len(self.wrong)} | {slowest} |"
        )


def run(folder: Path, *, times: int, seed: int, writers: int = len(PEOPLE), is_told: bool = False) -> Killed:
    """Kill the application while people write, so many times, and return what came of it."""
    random, done, begun = Random(seed), Killed(seed=seed), time.monotonic()
    data = folder / "data"
    people = [
        Writer(email=email, name=f"w{seed}-{number}", random=Random(f"{seed} {email}"))
        for number, email in enumerate(PEOPLE[:writers])
    ]
    for number in range(1, times + 1):
        served = start(folder, ["--demo", "--data", str(data)])
        try:
            done.restarts.append(served.started_in)
            _write_until_killed(served, data, people, random.uniform(SHORTEST, LONGEST))
        finally:
            if served.processes():
                kill(served)
        done.times = number
        with _disk(data) as found:
            done.wrong += [f"kill {number}: {each}" for each in what_is_wrong(found, people, done)]
        served.log.unlink()
        if is_told:
            print(f"{number} kills, {done.acknowledged} writes acknowledged, {len(done.wrong)} wrong", flush=True)  # noqa: T201
    done.wrong += [
        f"start {number}: {each:.1f} s" for number, each in enumerate(done.restarts) if each > ANSWERS_WITHIN
    ]
    done.took = time.monotonic() - begun
    return done


def _write_until_killed(served: Served, data: Path, people: list[Writer], seconds: float) -> None:
    over = threading.Event()
    threads = []
    for person in people:
        person.address = served.address
        person.come_in(data / "kijun.sqlite3")
        threads.append(threading.Thread(target=person.write, args=(data / "kijun.sqlite3", over.is_set)))
    for thread in threads:
        thread.start()
    over.wait(seconds)
    kill(served)
    over.set()
    for thread in threads:
        thread.join()
    while served.processes():
        over.wait(0)


@contextmanager
def _disk(data: Path) -> Iterator[sqlite3.Connection]:
    """Open what the disk holds, on a copy: the application itself has to recover what was left."""
    with tempfile.TemporaryDirectory() as folder:
        for end in ("", "-wal"):
            place = data / f"kijun.sqlite3{end}"
            if place.exists():
                shutil.copy(place, folder)
        with closing(sqlite3.connect(Path(folder) / "kijun.sqlite3")) as connection:
            yield connection


def what_is_wrong(found: sqlite3.Connection, people: list[Writer], done: Killed) -> Iterator[str]:
    """Yield what is wrong with what the disk holds, and take for known what became of the writes without an answer."""
    if tuple(found.execute("PRAGMA integrity_check")) != (("ok",),):
        yield "the database is damaged"
    yield from (f"a row without its other: {row}" for row in found.execute("PRAGMA foreign_key_check"))
    yield from faults_of(found.execute)
    words = {word for (word,) in found.execute(_WORDS)}
    now: dict[tuple[str, str], str] = {}
    for query in (_HELD, _RATED % ITEM, _DRAFTED, _PLANNED):
        now |= {(email, name): word for email, name, word in found.execute(query)}
    done.acknowledged = sum(person.acknowledged for person in people)
    for person in people:
        yield from person.wrong
        person.wrong.clear()
        if person.sent is not None:
            name, word = person.sent
            done.unanswered += 1
            was, is_now = person.held.get(name), now.get((person.email, name))
            if is_now == word != was:
                done.came_to_be += 1
                person.held[name] = word
            person.sent = None
        for name, word in person.held.items():
            if now.get((person.email, name)) != word:
                yield f"{person.email}: {name} was acknowledged as {word}, and is {now.get((person.email, name))}"
        lost = person.ever - words
        yield from (f"{person.email}: {word} was acknowledged, and no history tells it" for word in sorted(lost))


def main() -> int:
    """Run as asked, print the table and what was wrong; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.web.killing")
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kijun-kill-") as folder:
        done = run(Path(folder), times=asked.times, seed=asked.seed, is_told=True)
    print("| seed | kills | time | acknowledged writes | unanswered / of these on record | wrong | slowest start |")  # noqa: T201
    print(done.table())  # noqa: T201
    for each in done.wrong:
        print(each)  # noqa: T201
    return 1 if done.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
