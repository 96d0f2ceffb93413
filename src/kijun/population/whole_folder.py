"""How does a folder appear whole or not at all, and hold what it held before where the run is stopped?

Everything is written into a new folder beside it, which takes its place in one step of the file system. What killed runs had
begun to write is removed by the next run. Nothing here knows what stands in the folder, but for the file that it is known by.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import glob
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from kijun.errors import BadInput
from kijun.text import Text

_BEGUN: Final = ".new"
"""How the name of a folder ends that is still being written."""
_BEFORE: Final = ".before"
"""How the name of a folder ends that was put aside where the file system cannot exchange two."""
_AT_CWD, _EXCHANGE = -100, 2
_CANNOT_EXCHANGE: Final = frozenset((errno.EINVAL, errno.ENOSYS, errno.ENOTSUP))


@contextmanager
def whole_folder(folder: Path, *, known_by: str, replace: bool) -> Iterator[Path]:
    """Give a new folder to write into, which takes the place of `folder` when the block ends well.

    `known_by` is the file that tells such a folder from anybody else's: only one that holds it is replaced, and only with
    `replace`. Raises BadInput where the folder is taken, and where it cannot be written.
    """
    refuse_taken_folder(folder, known_by=known_by, replace=replace)
    place = folder.resolve()
    try:
        new = _begun(place)
        try:
            with _held(new):
                yield new
                _settle(new)
                _take_place(new, place, replace=replace)
        finally:
            shutil.rmtree(new, ignore_errors=True)
    except OSError as error:
        raise BadInput(_unwritable(folder, error)) from error


def refuse_taken_folder(folder: Path, *, known_by: str, replace: bool) -> None:
    """Raise BadInput where a folder may not be written: over another of its kind without `replace`, or over something else.

    So it does where nobody may look who stands there.
    """
    try:
        _refuse_taken(folder, known_by=known_by, replace=replace)
    except OSError as error:
        raise BadInput(_unwritable(folder, error)) from error


def _refuse_taken(folder: Path, *, known_by: str, replace: bool) -> None:
    recover(folder)
    if not folder.exists():
        parent = folder.resolve().parent
        if not parent.is_dir():
            raise BadInput(
                Text(
                    ja=f"フォルダー「{parent}」がありません。先に作ってください。",
                    en=f'There is no folder "{parent}". Make it first.',
                )
            )
        return
    if folder.is_dir() and not any(folder.iterdir()):
        return
    if not (folder / known_by).is_file():
        raise BadInput(
            Text(
                ja=f"「{folder}」には別のもの({known_by}のないフォルダーかファイル)があります。上書きしないので、別の名前を指定してください。",
                en=f'"{folder}" is something else: it has no {known_by}. It is not overwritten; give another name.',
            )
        )
    if not replace:
        raise BadInput(
            Text(
                ja=f"「{folder}」はすでにあります。作り直して置き換えるには--updateを付けてください。",
                en=f'"{folder}" exists already. To make it anew and replace it, add --update.',
            )
        )


def recover(folder: Path) -> None:
    """Put back a folder that a killed run had put aside, and remove what killed runs had begun to write."""
    folder = folder.resolve()
    aside = folder.with_name(f".{folder.name}{_BEFORE}")
    if aside.is_dir():
        if folder.exists():
            shutil.rmtree(aside, ignore_errors=True)
        else:
            aside.rename(folder)
    for begun in folder.parent.glob(f".{glob.escape(folder.name)}.*{_BEGUN}"):
        with suppress(OSError), _held(begun):
            shutil.rmtree(begun)


def _begun(folder: Path) -> Path:
    new = Path(mkdtemp(dir=folder.parent, prefix=f".{folder.name}.", suffix=_BEGUN))
    new.chmod(0o755)
    return new


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """Hold a folder, so that another run leaves it alone; the system lets it go when a run is killed. Raises OSError if held."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(handle)


def _settle(folder: Path) -> None:
    """Have everything in a folder on the disk, so that it is whole also after a power failure."""
    for path in sorted(folder.rglob("*")):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _take_place(new: Path, folder: Path, *, replace: bool) -> None:
    """Let the new folder take the place; what it replaces is left under the name that the new one had.

    Without `replace` the place is free, or empty: where another run was faster, the system refuses.
    """
    if not (replace and folder.exists()):
        new.rename(folder)
        return
    if _is_exchanged(new, folder):
        return
    aside = folder.with_name(f".{folder.name}{_BEFORE}")
    folder.rename(aside)
    new.rename(folder)
    shutil.rmtree(aside)


def _is_exchanged(one: Path, other: Path) -> bool:
    """Exchange two folders in one step, so that there is none in which neither has the name; False where that is impossible."""
    exchange = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if exchange is None:
        return False
    if exchange(_AT_CWD, os.fsencode(one), _AT_CWD, os.fsencode(other), _EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT_EXCHANGE:
        return False
    raise OSError(number, os.strerror(number))


def _unwritable(folder: Path, error: OSError) -> Text:
    why = error.strerror or str(error)
    return Text(
        ja=f"「{folder}」に書けませんでした({why})。元のままです。空き容量と書き込みの許可を確かめてください。",
        en=f'"{folder}" could not be written ({why}). It is as it was. See that there is room, and that you may write there.',
    )
