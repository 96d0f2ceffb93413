"""Has this folder been read before, and did nothing change since?

Reading YAML costs most of a short command's time. The plain values of a shipped edition are kept as JSON in the user's
cache folder, together with the folder's state: every file's name, size and time, and those of what reads them. Whatever
differs is read again. Nothing personal is kept, and a cache that cannot be read or written is as good as none.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_READER = Path(__file__).with_name("yaml_tree.py")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainCache:
    """Where a folder's plain values are kept, and the state that they must have been read in."""

    file: Path
    state: str


def cache_of(folder: Path, files: Iterable[Path], *, part: str = "") -> PlainCache:
    """Return the cache of these files of a folder; files that are kept apart have the name of their part."""
    whole = str(folder.resolve())
    lines = [whole]
    for file in (_READER, *files):
        stat = file.stat()
        lines.append(f"{file} {stat.st_size} {stat.st_mtime_ns}")
    home = os.environ.get("XDG_CACHE_HOME") or _home()
    name = f"{folder.name}{part}-{zlib.crc32(whole.encode()):08x}.json"
    return PlainCache(file=Path(home) / "kijun" / name, state="\n".join(lines))


def recall(cache: PlainCache) -> dict[str, object] | None:
    """Return the plain values by file name, or None where they are not kept, not whole, or of another state."""
    try:
        kept = json.loads(cache.file.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(kept, dict) or kept.get("state") != cache.state:
        return None
    values = kept.get("values")
    return values if isinstance(values, dict) else None


def keep(cache: PlainCache, values: Mapping[str, object]) -> None:
    """Keep plain values for the next time, whole or not at all."""
    from kijun.catalogue.whole_file import write_whole  # noqa: PLC0415  # most commands find what they need

    with suppress(OSError):
        cache.file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(cache.file, json.dumps({"state": cache.state, "values": values}, ensure_ascii=False))


def _home() -> str:
    """Return the user's cache folder; a user without a home has none that could be read or written."""
    try:
        return str(Path.home() / ".cache")
    except RuntimeError:
        return os.devnull
