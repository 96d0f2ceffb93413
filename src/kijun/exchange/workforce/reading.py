"""How do sources become the chunks of which a workforce is assembled?

First everything is looked at: what is wrong with a whole file is said before anything is read. Then the pieces are read, and
last the ranges of the CSV tables, which need all their files. What is in the staging folder already is not read again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, assert_never

from kijun.errors import BadInput
from kijun.exchange.workforce.book import open_book
from kijun.exchange.workforce.csv_text import CsvText, Unmatched, look_at, rows_of
from kijun.exchange.workforce.desk import Desk
from kijun.exchange.workforce.pieces import (
    BYTES_IN_A_PIECE,
    Gathered,
    Piece,
    Split,
    WholeBook,
    cut_lines,
    cut_records,
    key_of,
)
from kijun.exchange.workforce.rows import employee_of
from kijun.exchange.workforce.sources import Book, CsvTables, Lines, Records, Source, files_of
from kijun.exchange.workforce.splitting import bounds_of
from kijun.exchange.workforce.tables import EMPLOYEE, PEOPLE, Headed, head
from kijun.exchange.workforce.workers import read_pieces
from kijun.problem import Place, Problem, Severity
from kijun.problem.reading import describe
from kijun.text import Text

_BYTES_IN_A_RANGE: Final = 8_000_000
_CANNOT: Final = Text(
    ja="もとのファイルに誤りがあるので、何も集めていません。直してからもう一度実行してください。",
    en="Nothing was collected, since something is wrong with whole files. Correct them and run the command again.",
)


State = tuple[int, int] | None
"""The size of a file, and when it was changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is to be read: first the pieces, then the ranges; `keys` are those of the chunks, in the order of the sources.

    `made_of` names each source with the digest of its bytes; `remarks` are what is not read of the sources; `states` are the
    sizes and times of change that the files had when they were looked at.
    """

    pieces: tuple[Piece, ...]
    ranges: tuple[Gathered, ...]
    keys: tuple[str, ...]
    made_of: tuple[dict[str, str], ...]
    remarks: tuple[Problem, ...]
    states: Mapping[Path, State]

    def done(self, desk: Desk) -> int:
        """How much of it was read before."""
        return sum(desk.staging.has(each.key) for each in (*self.pieces, *self.ranges))

    @property
    def size(self) -> int:
        """How much there is to be read."""
        return len(self.pieces) + len(self.ranges)


def read_all(desk: Desk, plan: Plan, *, processes: int, progress: Callable[[int, int], None]) -> None:
    """Read everything that was not read before; `progress` is told how much of how much is done.

    Raises BadInput where a file was changed meanwhile: then nobody knows what was read of it.
    """
    done = 0

    def told() -> None:
        nonlocal done
        done += 1
        progress(done, plan.size)

    for pieces in (plan.pieces, plan.ranges):
        read_pieces(desk, pieces, processes, told)
    if changed := [path for path, state in plan.states.items() if _state(path) != state]:
        desk.staging.forget()
        raise BadInput(_changed(changed[0]))


def _changed(path: Path) -> Text:
    return Text(
        ja=f"「{path}」が読んでいる間に変更されました。書き終わってから、もう一度実行してください。",
        en=f'"{path}" was changed while it was read. Run the command again when nobody writes to it.',
    )


def _state(path: Path) -> State:
    """Return the size of a file and when it was changed; of one that is not there, nothing."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_size, stat.st_mtime_ns


def plan_of(
    desk: Desk, sources: Iterable[Source], *, piece: int = BYTES_IN_A_PIECE, in_range: int = _BYTES_IN_A_RANGE
) -> Plan:
    """Return what is to be read of sources. Raises BadInput with all that is wrong with whole files; OSError passes."""
    planning = _Planning(desk=desk, piece=piece, in_range=in_range)
    for source in sources:
        planning.add(source)
    if any(problem.severity is Severity.ERROR for problem in planning.problems):
        raise BadInput(_CANNOT, problems=planning.problems)
    return Plan(
        pieces=tuple(planning.pieces),
        ranges=tuple(planning.ranges),
        keys=tuple(planning.keys),
        made_of=tuple(planning.made_of),
        remarks=tuple(planning.problems),
        states=planning.states,
    )


class _Planning:
    """The plan so far."""

    def __init__(self, *, desk: Desk, piece: int, in_range: int) -> None:
        self._desk, self._piece, self._in_range = desk, piece, in_range
        self.pieces: list[Piece] = []
        self.ranges: list[Gathered] = []
        self.keys: list[str] = []
        self.made_of: list[dict[str, str]] = []
        self.problems: list[Problem] = []
        self.states: dict[Path, State] = {}

    def add(self, source: Source) -> None:
        """Look at a source, and plan how it is read."""
        self.states |= {path: _state(path) for path in files_of(source)}
        match source:
            case Lines(path=path):
                self._add(path, cut_lines(path, self._desk.digest, self._piece))
            case Records(folder=folder, files=files):
                name = folder if len(files) > 1 else files[0]
                self._add(name, cut_records(files, self._desk.digest))
            case Book(path=path):
                opened = open_book(path, self._desk.tables)
                self.problems += opened.problems
                digest = hashlib.sha256(path.read_bytes()).digest()
                book = WholeBook(key=key_of("book", path, digest.hex(), self._desk.digest), path=path)
                self._add(path, [(book, digest)])
            case CsvTables(files=files):
                self._tables(files)
            case _:
                assert_never(source)

    def _add(self, name: Path, cut: Iterable[tuple[Piece, bytes]]) -> None:
        digest = hashlib.sha256()
        for piece, of_piece in cut:
            digest.update(of_piece)
            self.pieces.append(piece)
            self.keys.append(piece.key)
        self._made_of(name, digest.hexdigest())

    def _made_of(self, name: Path, digest: str) -> None:
        self.made_of.append({"name": name.name, "digest": f"sha256:{digest}"})

    def _tables(self, files: Mapping[str, Path]) -> None:
        texts = {table: text for table, path in files.items() if (text := self._text(path)) is not None}
        headed = {table: found for table, text in texts.items() if (found := self._headed(table, text)) is not None}
        if len(headed) < len(files):
            return
        size = sum(path.stat().st_size for path in files.values())
        people = rows_of(texts[PEOPLE])
        next(people, None)
        bounds = bounds_of((employee_of(cells, headed[PEOPLE]) for _, cells in people), size // self._in_range + 1)
        splits = tuple((table, _split(text, headed[table], bounds)) for table, text in texts.items())
        keys = [each.key for _, each in splits]
        called = files[PEOPLE].name
        for number in range(len(bounds) + 1):
            key = key_of("range", number, *keys, self._desk.digest)
            self.ranges.append(Gathered(key=key, number=number, splits=splits, called=called))
            self.keys.append(key)
        self.pieces += [each for _, each in splits]
        for text in texts.values():
            self._made_of(text.path, text.digest)

    def _text(self, path: Path) -> CsvText | None:
        text = look_at(path)
        if isinstance(text, Problem):
            self.problems.append(text)
            return None
        try:
            for _ in rows_of(text):
                pass
        except Unmatched as error:
            self.problems.append(describe("K646", Place(file=str(path), line=error.line)))
            return None
        return text

    def _headed(self, table: str, text: CsvText) -> Headed | None:
        line, row = next(rows_of(text), (1, []))
        place = Place(file=str(text.path), line=line)
        headed, wrong = head(self._desk.tables[table], row, place)
        if headed.employee is None and table != PEOPLE:
            wrong.append(describe("K412", place, heading=EMPLOYEE))
        self.problems += wrong
        return None if wrong else headed


def _split(text: CsvText, headed: Headed, bounds: Sequence[str]) -> Split:
    return Split(
        key=key_of("split", text.path, text.digest, headed, *bounds), text=text, headed=headed, bounds=tuple(bounds)
    )
