"""How are the broken files made that a repository cannot hold, and the broken standards?"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final

from tests.broken.expected import RECORDS, SOUND, table

_TEXT: Final = (RECORDS / "months.yaml").read_text(encoding="utf-8")
_MEGABYTE: Final = 1_000_000
_MANY: Final = "9" * 5000
_RECORD: Final = """\
employee: E-1
name: A
engagements:
  - id: x
    fields: [hardware]
    activities: [fault-repair]
    role: leader
    from: 2020-04-01
    outcome: succeeded
    sizes:
      computer_rooms: {number}
"""


def _large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(50 * _MEGABYTE)


def _bytes(content: bytes) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        path.write_bytes(content)

    return make


MAKERS: Final[dict[str, Callable[[Path], None]]] = {
    "missing.yaml": lambda _: None,
    "folder": Path.mkdir,
    "no-records": Path.mkdir,
    "large.yaml": _large,
    "unreadable.yaml": _bytes(_TEXT.encode()),
    "euc_jp.yaml": _bytes(_TEXT.encode("euc_jp")),
    "cp932.yaml": _bytes(_TEXT.replace("花子", "①").encode("cp932")),
    "utf-16.yaml": _bytes(_TEXT.encode("utf-16")),
    "utf-16-le.yaml": _bytes(_TEXT.encode("utf-16-le")),
    "utf-16-be.yaml": _bytes(_TEXT.encode("utf-16-be")),
    "binary.yaml": _bytes(bytes(range(256)) * 16),
    "junk.yaml": _bytes(b"employee: \x81"),
    "marked-late-byte.yaml": _bytes("\ufeffemployee: E-1\nname: 花\nte".encode() + b"\xff\n"),
    "late-byte.yaml": _bytes("employee: E-1\nname: 花\nte".encode() + b"\xff\n"),
    "long-number.yaml": _bytes(_RECORD.format(number=f'"{_MANY}"').encode()),
    "long-number.json": _bytes(
        f'{{"employee": "E-1", "name": "A", "ratings": [\n{{"item": "customer-service/technology", "level": {_MANY}, "by": "self", "day": "2020-04-01"}}]}}'.encode()
    ),
    "open-brackets.yaml": _bytes(b"[" * 4 * _MEGABYTE),
    "open-brackets.json": _bytes(b"[" * 4 * _MEGABYTE),
}


def make_file(name: str, folder: Path) -> Path:
    """Make one of the files of `made`, and return its path."""
    path = folder / name
    MAKERS[name](path)
    return path


def make_standard(name: str, folder: Path) -> Path:
    """Copy the sound standard and break it in the one way that the table names."""
    copy = folder / "acme"
    shutil.copytree(SOUND, copy)
    case = table()["standards"][name]
    for change in (case["change"], *([case["and"]] if "and" in case else [])):
        _change(copy / change["file"], change.get("from"), change.get("to"))
    return copy


def _change(path: Path, old: str | None, new: str | None) -> None:
    """Replace some text of a file, the whole file, or remove it."""
    if new is None:
        path.unlink()
    elif old is None:
        path.write_text(new, encoding="utf-8")
    else:
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} does not stand once in {path.name}"
        path.write_text(text.replace(old, new), encoding="utf-8")
