"""How does a draft get into a folder whole or not at all, and what is kept there of the one before it?

Everything is written into a new folder beside it, which then takes its name. The folder before it is put aside for the moment of
the change; where a run was killed in that moment, the next one puts it back, and removes what killed runs had begun to write.
"""

from __future__ import annotations

import fcntl
import glob
import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from kijun.catalogue.edition_files import TEXT_PACK
from kijun.catalogue.edition_yaml import dump_plain
from kijun.catalogue.text_pack import save_text_pack
from kijun.documents import answers as answers_file
from kijun.documents import questions_file
from kijun.documents.assemble import Assembled
from kijun.errors import BadInput
from kijun.text import Text

PLACES: Final = "places.yaml"
"""The file that says of every value where it is printed and how sure the reader is."""

WRITTEN: Final = ".written.json"
"""The file that knows what `kijun read` wrote, so that nothing of anybody else is lost when it reads anew."""

_BEGUN: Final = ".new"
"""How the name of a folder ends that is still being written."""


def is_draft(folder: Path) -> bool:
    """Return whether a folder holds a draft that `kijun read` wrote."""
    return _written(folder) is not None


def _written(folder: Path) -> dict[str, str] | None:
    """Return the digests of the files that `kijun read` wrote into a folder, by name, or None where it wrote none."""
    try:
        found = json.loads((folder / WRITTEN).read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) and all(isinstance(each, str) for each in found.values()) else None


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _edited(folder: Path) -> list[str]:
    """Return the files of a draft that somebody has changed since `kijun read` wrote them; answers are meant to be changed."""
    written = _written(folder) or {}
    return [
        name
        for name, digest in written.items()
        if name != answers_file.FILE and (folder / name).is_file() and _digest(folder / name) != digest
    ]


def refuse_taken(folder: Path, *, is_updated: bool) -> None:
    """Raise BadInput where a draft may not be written: over a standard without `--update`, or over something else."""
    if Path.cwd().is_relative_to(folder):
        raise BadInput(
            Text(
                ja=f"「{folder}」は今いるフォルダーです。--into draftのように、新しいフォルダーを指定してください。",
                en=f'You are inside "{folder}". Name a folder of its own, such as --into draft.',
            )
        )
    recover(folder)
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        if not folder.parent.is_dir():
            raise BadInput(
                Text(
                    ja=f"フォルダー「{folder.parent}」がありません。先に作ってください。",
                    en=f'There is no folder "{folder.parent}". Make it first.',
                )
            )
        return
    if not is_draft(folder):
        raise BadInput(
            Text(
                ja=f"「{folder}」には`kijun read`の案ではないものがあります。上書きしないので、別のフォルダーを指定してください。",
                en=f'"{folder}" holds something that is no draft of `kijun read`. It is not overwritten; name another folder.',
            )
        )
    if edited := _edited(folder):
        names = ", ".join(edited)
        raise BadInput(
            Text(
                ja=f"「{folder}」の次のファイルは、書き出したあとで変更されています: {names}。読み直すと変更が失われます。"
                "別のフォルダーに読むか、変更を別の場所に移してください。",
                en=f'These files of "{folder}" were changed after they were written: {names}. Reading anew would lose the changes. '
                "Read into another folder, or move the changes elsewhere first.",
            )
        )
    if not is_updated:
        raise BadInput(
            Text(
                ja=f"「{folder}」にはすでに標準があります。読み直すには--updateを付けてください。書く前に違いを示します。",
                en=f'"{folder}" holds a standard already. To read it anew add --update, which shows the difference first.',
            )
        )


def recover(folder: Path) -> None:
    """Put a folder back that a killed run had put aside, and remove what killed runs had begun to write."""
    aside = _aside(folder)
    if aside.is_dir():
        if folder.exists():
            shutil.rmtree(aside)
        else:
            aside.rename(folder)
    for begun in folder.parent.glob(f".{glob.escape(folder.name)}.*{_BEGUN}"):
        with suppress(OSError), _held(begun):
            shutil.rmtree(begun)


@contextmanager
def written_beside(folder: Path, assembled: Assembled, answers: str) -> Iterator[Path]:
    """Write a draft, with the text of its file of answers, into a new folder beside its place; remove what is left of that.

    Raises BadInput where nothing can be written.
    """
    try:
        new = Path(mkdtemp(dir=folder.parent, prefix=f".{folder.name}.", suffix=_BEGUN))
    except OSError as error:
        raise BadInput(
            Text(
                ja=f"「{folder}」に書けません({error.strerror})。書けるフォルダーを--intoで指定してください。",
                en=f'"{folder}" cannot be written ({error.strerror}). Name a folder that you may write to with --into.',
            )
        ) from error
    try:
        with _held(new):
            for name, plain in assembled.files.items():
                _write(new / name, dump_plain(plain))
            _write(new / "policy.yaml", assembled.policy)
            _write(new / PLACES, dump_plain(dict(assembled.places)))
            _write(new / questions_file.FILE, questions_file.dump_questions(assembled.questions))
            save_text_pack(new / TEXT_PACK, assembled.pack)
            if answers:
                _write(new / answers_file.FILE, answers)
            files = sorted(path for path in new.rglob("*") if path.is_file())
            _write(new / WRITTEN, json.dumps({str(path.relative_to(new)): _digest(path) for path in files}, indent=1))
            new.chmod(0o755)
            yield new
    finally:
        shutil.rmtree(new, ignore_errors=True)


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """Hold a folder, so that another run leaves it alone; the system lets it go when a run is killed. Raises OSError if held."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(handle)


def take_place(new: Path, folder: Path) -> None:
    """Let a new folder take the place of a draft."""
    aside = _aside(folder)
    if folder.exists():
        _carry_over(folder, new)
        folder.rename(aside)
    new.rename(folder)
    if aside.exists():
        shutil.rmtree(aside)


def _carry_over(folder: Path, new: Path) -> None:
    """Copy the files that somebody else has put into a draft's folder: they are not ours to remove."""
    written = _written(folder) or {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        is_ours = str(name) in written or str(name) == WRITTEN
        if path.is_file() and not is_ours and not (new / name).exists():
            (new / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, new / name)


def _aside(folder: Path) -> Path:
    return folder.parent / f".{folder.name}.before"


def _write(path: Path, words: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(words)
        file.flush()
        os.fsync(file.fileno())
