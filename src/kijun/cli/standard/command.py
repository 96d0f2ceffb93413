"""`kijun standard`: a company's own standard, begun as an overlay of another, and the official wording of one."""

from __future__ import annotations

import os
import re
import shlex
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from kijun.catalogue.installed import find_edition, open_edition
from kijun.catalogue.overlay.file import OVERLAY
from kijun.catalogue.shipped import shipped_folders
from kijun.catalogue.whole_file import write_whole
from kijun.cli.clock import today
from kijun.cli.language import Speaker, say
from kijun.cli.output import show_message
from kijun.cli.standard.template import Start, template
from kijun.cli.standard.text import HELP, text
from kijun.errors import BadInput
from kijun.framework.edition import Edition
from kijun.text import Text

_ID = re.compile(r"[^\W_][\w.-]*(/[^\W_][\w.-]*)*")
_NO_WORD = re.compile(r"[^\w.-]+|^[_.]+")

standard = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help=say(
        """自社の標準を作る。標準の原文パックを入れる。

        例:

          kijun standard tailor itss/v3-2011 --into acme

          kijun standard text draft/text-pack
        """,
        """Make a standard of your own; install the official wording of one.

        Examples:

          kijun standard tailor itss/v3-2011 --into acme

          kijun standard text draft/text-pack
        """,
    ),
)


@standard.callback()
def _standard() -> None:
    """Hold the subcommands together."""


@standard.command(
    name="tailor",
    help=say(
        """もとの標準から変える点だけを書くoverlay.yamlを書き出す。

    例:

      kijun standard tailor itss/v3-2011 --into acme

      kijun standard tailor acme --into acme-tokyo --id acme/tokyo
    """,
        """Write an overlay.yaml, which holds what you change of another standard.

    Examples:

      kijun standard tailor itss/v3-2011 --into acme

      kijun standard tailor acme --into acme-tokyo --id acme/tokyo
    """,
    ),
)
def tailor(
    parent: Annotated[
        str,
        typer.Argument(
            metavar="EDITION", help=say("もとの標準: idかフォルダー", "The parent: an edition, by id or folder.")
        ),
    ],
    into: Annotated[
        Path,
        typer.Option("--into", metavar="DIR", help=say("書き出すフォルダー", "The folder to write to.")),
    ],
    id: Annotated[
        str | None,
        typer.Option("--id", metavar="ID", help=say("自社の標準のid(既定はDIR/v1)", "Its id; DIR/v1 if not given.")),
    ] = None,
) -> None:
    edition = open_edition(parent)
    identity = (
        id.strip()
        if id is not None
        else f"{_NO_WORD.sub('-', Path(os.path.realpath(into)).name).strip('-') or 'own'}/v1"
    )
    _refuse(identity, edition, into)
    start = Start(id=identity, parent=_named(parent, into), day=today().isoformat())
    _write(into, template(edition, start, Speaker.language))
    file, here, from_ = into / OVERLAY, shlex.quote(str(into)), shlex.quote(parent)
    show_message(say(f"{file}を書き出しました。まだ何も変えません。", f"Wrote {file}. It changes nothing yet."))
    show_message(
        say(
            f"変更を書いたら: `kijun check {here}`、`kijun show {identity} --edition {here}`",
            f"Once you have written your changes: `kijun check {here}`, `kijun show {identity} --edition {here}`",
        )
    )
    show_message(
        say(
            f"次に: `kijun compare {from_} {here}`、`kijun judge RECORD --edition {here}`",
            f"Then: `kijun compare {from_} {here}`, `kijun judge RECORD --edition {here}`",
        )
    )


def _named(parent: str, into: Path) -> str:
    """Return the parent as the overlay names it: an id, or a folder seen from its own."""
    found = find_edition(parent)
    return (
        parent if found.is_shipped else Path(os.path.relpath(found.folder.resolve(), os.path.realpath(into))).as_posix()
    )


def _refuse(identity: str, parent: Edition, into: Path) -> None:
    if not _ID.fullmatch(identity):
        raise BadInput(
            Text(
                ja="--idには空白のない名前を書いてください。文字、数字、-、.、_と、区切りの/だけを使えます(例: acme/v1)。",
                en="Write --id as a name without spaces: letters, digits, -, . and _, with a / between two words, such as acme/v1.",
            )
        )
    if identity == parent.id or identity in shipped_folders():
        raise BadInput(
            Text(
                ja=f"「{identity}」は別の標準のidです。--idで別の名前を付けてください。",
                en=f'"{identity}" is the id of another standard. Give this one its own with --id.',
            )
        )
    for name in (OVERLAY, "edition.yaml"):
        if (into / name).exists():
            raise BadInput(
                Text(
                    ja=f"「{into / name}」はすでにあります。上書きしないので、別のフォルダーを指定してください。",
                    en=f'"{into / name}" exists already and is not overwritten. Name another folder.',
                )
            )


def _write(into: Path, words: str) -> None:
    is_new = not into.exists()
    try:
        into.mkdir(parents=True, exist_ok=True)
        write_whole(into / OVERLAY, words)
    except OSError as error:
        if is_new:
            with suppress(OSError):
                into.rmdir()
        raise BadInput(
            Text(
                ja=f"「{into}」に書き込めません({error.strerror})。別の場所を指定してください。",
                en=f'"{into}" cannot be written to ({error.strerror}). Name another place.',
            )
        ) from error


standard.command(name="text", help=HELP)(text)
COMMAND = standard
