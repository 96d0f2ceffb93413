"""Which sheets does an uploaded workbook have, and what stands in them?

The parsing is done by a process of its own (`child`), because a workbook can be made to cost memory and time without end;
whatever becomes of that process, the answer is the sheets or one problem. What the sheets mean is decided by `incoming`.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from kijun.exchange.workbook.child import MOST_SECONDS, Plain
from kijun.exchange.workbook.container import (
    MEGABYTE,
    MOST_BYTES,
    MOST_COLUMNS,
    MOST_ENTRIES,
    MOST_RATIO,
    MOST_ROWS,
    MOST_UNPACKED,
    kind_of,
)
from kijun.problem import Place, Problem
from kijun.problem.reading import describe
from kijun.text import Text

_CHILD: Final = "kijun.exchange.workbook.child"
_NOT_A_WORKBOOK: Final[Mapping[str, Text]] = {
    "empty": Text(ja="ファイルの中身が空です", en="The file is empty"),
    "old": Text(
        ja="古い形式(.xls)か、ほかのOffice文書です", en="This is the old format (.xls) or another Office document"
    ),
    "pdf": Text(ja="PDFです", en="This is a PDF"),
    "text": Text(ja="CSVなどのテキストです", en="This is text, such as CSV"),
    "binary": Text(ja="知らない形式です", en="This is a format that is not known"),
    "other": Text(ja="圧縮ファイルか、ほかの形式の文書です", en="This is an archive, or a document of another format"),
    "damaged": Text(ja="ファイルが壊れています", en="The file is damaged"),
}
_TOO_LARGE: Final[Mapping[str, Text]] = {
    "bytes": Text(
        ja=f"読めるのは{MOST_BYTES // MEGABYTE}MBまでです", en=f"At most {MOST_BYTES // MEGABYTE} MB are read"
    ),
    "entries": Text(
        ja=f"ブックの中のファイルが{MOST_ENTRIES}個を超えています",
        en=f"The workbook holds more than {MOST_ENTRIES} files",
    ),
    "unpacked": Text(
        ja=f"展開すると{MOST_UNPACKED // MEGABYTE}MBを超えます",
        en=f"It unpacks to more than {MOST_UNPACKED // MEGABYTE} MB",
    ),
    "ratio": Text(
        ja=f"展開すると{MOST_RATIO}倍を超えて膨らみます", en=f"It unpacks to more than {MOST_RATIO} times its size"
    ),
    "letters": Text(ja="文字が多すぎます", en="It holds too much text"),
    "memory": Text(ja="読むのに1GBを超えるメモリーが要ります", en="Reading it takes more than 1 GB of memory"),
    "time": Text(ja=f"{MOST_SECONDS}秒で読み終わりません", en=f"It is not read within {MOST_SECONDS} seconds"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A sheet as it stands in the workbook: its name, and its rows of cells; nothing where a cell is blank."""

    name: str
    rows: tuple[tuple[Plain, ...], ...]


def grids(data: bytes, name: str) -> tuple[Grid, ...] | Problem:
    """Return the sheets of a workbook in order, or why it cannot be read; the name says which file it is."""
    kind = kind_of(data)
    if kind != "zip":
        return _problem(kind, None, name)
    if len(data) > MOST_BYTES:
        return _problem("bytes", None, name)
    answer = _parsed(data)
    if "refused" in answer:
        return _problem(answer["refused"], answer["sheet"], name)
    return tuple(Grid(name=each["name"], rows=tuple(map(tuple, each["rows"]))) for each in answer["sheets"])


def _parsed(data: bytes) -> dict[str, Any]:
    """Return what the child says; one that was ended by a signal took too much."""
    try:
        done = subprocess.run(  # noqa: S603  # our own program, by its own name
            [sys.executable, "-P", "-m", _CHILD],
            input=data,
            capture_output=True,
            timeout=MOST_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return {"refused": "time", "sheet": None}
    if done.returncode < 0:
        return {"refused": "time" if done.returncode == -signal.SIGXCPU else "memory", "sheet": None}
    if done.returncode:
        raise ChildProcessError(done.stderr.decode(errors="replace"))
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _problem(reason: str, sheet: str | None, name: str) -> Problem:
    place = Place(file=name if sheet is None else sheet)
    if reason == "encrypted":
        return describe("K401", place)
    if reason in ("rows", "columns"):
        return describe("K403", place, rows=f"{MOST_ROWS:,}", columns=MOST_COLUMNS)
    if reason in _TOO_LARGE:
        return describe("K402", place, reason=_TOO_LARGE[reason])
    return describe("K400", place, found=_NOT_A_WORKBOOK[reason])
