"""Where may a command write a file, and what does it say where it may not?

Asked before anything is worked out, and again when the file is written; a file is there whole or not at all.
"""

from __future__ import annotations

import os
from pathlib import Path

from kijun.catalogue.whole_file import write_whole
from kijun.errors import BadInput
from kijun.text import Text


def refuse_unwritable(path: Path, *, is_overwritten: bool = False) -> None:
    """Raise BadInput where no file can be written under a name; where one is there, unless it may be overwritten."""
    if path.is_dir():
        raise BadInput(
            Text(
                ja=f"「{path}」はフォルダーです。その中のファイルの名前まで書いてください。",
                en=f'"{path}" is a folder. Name a file in it.',
            )
        )
    if path.exists() and not path.is_file():
        raise BadInput(
            Text(
                ja=f"「{path}」は普通のファイルではないので書き込みません。別の名前を指定してください。",
                en=f'"{path}" is no ordinary file and is not written to. Name another file.',
            )
        )
    if path.exists() and not is_overwritten:
        raise BadInput(
            Text(
                ja=f"「{path}」はすでにあります。上書きしないので、別の名前を指定してください。",
                en=f'"{path}" exists already and is not overwritten. Name another file.',
            )
        )
    if not path.parent.is_dir():
        raise BadInput(
            Text(
                ja=f"フォルダー「{path.parent}」がありません。先に作ってください。",
                en=f'There is no folder "{path.parent}". Make it first.',
            )
        )


def write_file(path: Path, words: str | bytes) -> None:
    """Write a file whole or not at all; where a link stands, what it leads to. Raises BadInput where it cannot be written."""
    try:
        write_whole(Path(os.path.realpath(path)) if path.is_symlink() else path, words)
    except OSError as error:
        raise BadInput(
            Text(
                ja=f"「{path}」に書き込めません({error.strerror})。別の場所を指定してください。",
                en=f'"{path}" cannot be written ({error.strerror}). Name another place.',
            )
        ) from error
