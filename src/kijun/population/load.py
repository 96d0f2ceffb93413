"""Is this folder a workforce, and where do its tables stand?

Its bytes have to be those whose digest it names: what is damaged could be read as something else. Then the ends of the files
tell what is in them. Of files that are damaged or changed everything is said that is wrong with them; what is checked of a file
is decided in `table_file`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kijun.catalogue.text_file import read_text
from kijun.catalogue.yaml_tree import parse_tree
from kijun.errors import BadInput
from kijun.population.manifest import FILE, FORMAT, Manifest, parse_manifest
from kijun.population.parts import file_of
from kijun.population.table_file import Expected, check_file
from kijun.population.tables import CUT, PEOPLE, SHARED, VERSION, Table
from kijun.problem import Place, Problem
from kijun.problem.reading import Reading, Value, describe
from kijun.text import Text

_AT_ONCE: Final = 1 << 18
"""How many bytes are digested at once: as many as stay near the processor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workforce:
    """A workforce on disk: its folder, and what it says about itself."""

    folder: Path
    manifest: Manifest

    def file(self, table: Table, part: int = 0) -> Path:
        """Return the file of a table: that of a part, or the only one of a table that is shared."""
        return file_of(self.folder, table, part)

    def files(self, table: Table) -> list[Path]:
        """Return all files of a table, part by part."""
        return [self.file(table, part) for part in range(len(self.manifest.parts) if table.is_cut else 1)]


def open_workforce(folder: Path) -> Workforce:
    """Open a workforce. Raises BadInput with everything that keeps it from being read."""
    loaded = _manifest(folder)
    if isinstance(loaded, list):
        raise _unusable(folder, loaded)
    workforce = Workforce(folder=folder, manifest=loaded)
    problems = _check_files(workforce)
    if problems:
        raise _unusable(folder, problems)
    return workforce


def _is_unchanged(workforce: Workforce) -> bool:
    """Return whether the bytes of the tables are those whose digest the workforce names: nothing of them is damaged."""
    digest = hashlib.sha256()
    block = bytearray(_AT_ONCE)
    try:
        for path in _in_order(workforce):
            with path.open("rb", buffering=0) as file:
                while read := file.readinto(block):
                    digest.update(memoryview(block)[:read])
    except OSError:
        return False
    return f"sha256:{digest.hexdigest()}" == workforce.manifest.digest


def _in_order(workforce: Workforce) -> Iterator[Path]:
    for part in range(len(workforce.manifest.parts)):
        yield from (workforce.file(table, part) for table in CUT)
    yield from (workforce.file(table) for table in SHARED)


def _manifest(folder: Path) -> Manifest | list[Problem]:
    path = folder / FILE
    if not path.is_file():
        return [describe("K600", Place(file=str(folder)), name=folder)]
    text = read_text(path)
    if not isinstance(text, str):
        return [text]
    tree = parse_tree(text, str(path))
    if isinstance(tree, list):
        return tree
    said = tree.root if isinstance(tree.root, dict) else {}
    if said.get("format") != FORMAT:
        return [describe("K600", Place(file=str(folder)), name=folder)]
    if said.get("version") != VERSION:
        return [describe("K601", tree.locate(("version",)), found=said.get("version"), expected=VERSION)]
    reading = Reading(locate=tree.locate, problems=list(tree.problems))
    manifest = parse_manifest(Value(reading=reading, path=(), raw=tree.root))
    if not reading.has_errors:
        _check_counts(manifest, reading)
    return list(reading.in_order()) if reading.has_errors else manifest


def _check_counts(manifest: Manifest, reading: Reading) -> None:
    if not manifest.people:
        reading.report("K602", ("people",), what=Text(ja="人が一人もいません", en="It has no people"))
    first = 0
    for index, part in enumerate(manifest.parts):
        if part.first != first or part.last < part.first or part.rows[PEOPLE.name] != part.last - part.first + 1:
            reading.report("K602", ("parts", index), what=_GAP)
        first = part.last + 1
    if first != manifest.people:
        reading.report("K602", ("people",), what=_GAP)
    if list(manifest.measures) != sorted(set(manifest.measures)):
        what = Text(ja="規模の項目が重複するか、順番が違います", en="The measures stand twice, or out of order")
        reading.report("K602", ("measures",), what=what)


_GAP: Final = Text(
    ja="人の番号が、0から人数まで順に続いていません",
    en="The numbers of the people do not run from 0 to how many there are",
)


def _check_files(workforce: Workforce) -> list[Problem]:
    manifest, is_unchanged = workforce.manifest, _is_unchanged(workforce)
    problems: list[Problem] = []
    before: str | None = None
    for index, part in enumerate(manifest.parts):
        for table in CUT:
            expected = Expected(table=table, manifest=manifest, part=part, before=before)
            read = check_file(workforce.file(table, index), expected, is_unchanged=is_unchanged)
            problems += read.problems
            if table is PEOPLE:
                before = read.last_employee
    for table in SHARED:
        expected = Expected(table=table, manifest=manifest, part=None, before=None)
        problems += check_file(workforce.file(table), expected, is_unchanged=is_unchanged).problems
    if not problems and not is_unchanged:
        problems.append(describe("K613", Place(file=str(workforce.folder / FILE))))
    return problems


def _unusable(folder: Path, problems: list[Problem]) -> BadInput:
    count = len(problems)
    return BadInput(
        Text(
            ja=f"「{folder}」を読めません。誤りが{count}件あります。",
            en=f'"{folder}" cannot be used: {count} {"problem" if count == 1 else "problems"}.',
        ),
        problems=tuple(problems),
    )
