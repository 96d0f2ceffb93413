"""Where does a workforce grow while it is collected, and what of it is done already?

In a folder of its own beside the workforce, `.NAME.staging`: what a run has finished stays there when the run is stopped,
under the digest of all that it was made from, so that the next run finds it and nothing else is taken for it. The digest is
over the bytes themselves: that costs a hundredth of reading them, and neither a size nor a time of change tells as much.
"""

from __future__ import annotations

import fcntl
import gzip
import os
import shutil
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kijun.catalogue.whole_file import write_whole
from kijun.errors import BadInput
from kijun.text import Text

_MARK: Final = "kijun-staging"
_ENDING: Final = ".staging"
_DONE: Final = ".done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Staging:
    """A folder of finished pieces of work, each under its key."""

    folder: Path

    def path(self, key: str, ending: str) -> Path:
        """Return where a file of a piece stands, or is to stand."""
        return self.folder / f"{key}{ending}"

    def has(self, key: str) -> bool:
        """Whether a piece is finished."""
        return self.path(key, _DONE).is_file()

    def finish(self, key: str, said: str) -> None:
        """Say of a piece whose files are written that it is finished, and what there is to know of it."""
        write_whole(self.path(key, _DONE), said)

    def said(self, key: str) -> str:
        """Return what was said of a piece when it was finished."""
        return self.path(key, _DONE).read_text(encoding="utf-8")

    def forget(self) -> None:
        """Have nothing be finished."""
        for done in self.folder.glob(f"*{_DONE}"):
            done.unlink()

    @contextmanager
    def undamaged(self) -> Iterator[None]:
        """Raise BadInput where what is read in the block is not what was written there."""
        try:
            yield
        except (EOFError, gzip.BadGzipFile, zlib.error, ValueError) as error:
            raise BadInput(
                Text(
                    ja=f"途中の結果を置いた「{self.folder}」が壊れています。消してから、もう一度実行してください。",
                    en=f'"{self.folder}", where unfinished work is kept, is damaged. Remove it and run the command again.',
                )
            ) from error


def staging_of(target: Path) -> Path:
    """Return the staging folder of a workforce."""
    target = Path(os.path.abspath(target))  # noqa: PTH100  # a link at its end keeps its name
    return target.with_name(f".{target.name}{_ENDING}")


@contextmanager
def open_staging(target: Path) -> Iterator[Staging]:
    """Hold the staging folder of a workforce; it is removed when the block ends well, or when nothing is finished in it.

    Raises BadInput where another run holds it, where something else has its name, and where it cannot be written.
    """
    folder = staging_of(target)
    try:
        handle = _held(folder, target)
    except OSError as error:
        raise BadInput(_unwritable(folder, error)) from error
    try:
        yield Staging(folder=folder)
        shutil.rmtree(folder, ignore_errors=True)
    except OSError as error:
        raise BadInput(_unwritable(folder, error)) from error
    finally:
        if not any(folder.glob(f"*{_DONE}")):
            shutil.rmtree(folder, ignore_errors=True)
        os.close(handle)


def _held(folder: Path, target: Path) -> int:
    mark = folder / _MARK
    if folder.is_dir() and any(folder.iterdir()) and not mark.is_file():
        raise BadInput(
            Text(
                ja=f"「{folder}」は途中の結果を置くフォルダーの名前ですが、別のものがあります。別の場所に移してください。",
                en=f'"{folder}" is where unfinished work is kept, but something else has that name. Move it elsewhere.',
            )
        )
    folder.mkdir(mode=0o700, exist_ok=True)
    handle = os.open(mark, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(handle)
        raise BadInput(
            Text(
                ja=f"「{target}」はいま別のコマンドが作っています。終わるのを待つか、別の名前を指定してください。",
                en=f'Another command is making "{target}" right now. Wait until it is done, or give another name.',
            )
        ) from error
    return handle


def _unwritable(folder: Path, error: OSError) -> Text:
    what, why = error.filename or folder, error.strerror or str(error)
    return Text(
        ja=f"「{what}」を読み書きできません({why})。できた分は残してあり、直してから同じコマンドをもう一度実行すると続きから始まります。",
        en=f'"{what}" cannot be read or written ({why}). What is done is kept: put it right and run the same command again to continue.',
    )
