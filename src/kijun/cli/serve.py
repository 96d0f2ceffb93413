"""`kijun serve`: the web application, in a process of its own that takes the place of this one."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated, Final

import typer

from kijun.cli.extras import refuse_without
from kijun.cli.language import Speaker, say
from kijun.text import Text

_LIBRARIES: Final = ("django", "granian", "huey", "ninja", "allauth")
_MOST_PORT: Final = 65_535


def serve(
    host: Annotated[
        str,
        typer.Option(
            metavar="ADDRESS",
            help=say("待ち受けるアドレス。0.0.0.0は全部", "The address to listen on; 0.0.0.0 is all of them."),
        ),
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(min=1, max=_MOST_PORT, metavar="PORT", help=say("待ち受けるポート", "The port to listen on."))
    ] = 8000,
    data: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help=say(
                "データのフォルダー(既定は~/.local/share/kijun、--demoでは一時フォルダー)",
                "The folder of the data; ~/.local/share/kijun if not given, a temporary one with --demo.",
            ),
        ),
    ] = None,
    database: Annotated[
        str,
        typer.Option(
            metavar="ADDRESS",
            help=say(
                "PostgreSQLの場所(postgres://利用者:パスワード@ホスト/名前)。なければデータのフォルダーのSQLite",
                "A PostgreSQL database, postgres://user:password@host/name; SQLite in the data folder if not given.",
            ),
        ),
    ] = "",
    demo: Annotated[
        bool, typer.Option("--demo", help=say("見本の会社を見せる", "Show an example company to look around in."))
    ] = False,
) -> None:
    refuse_without(_LIBRARIES, "web", Text(ja="ウェブを動かす", en="The web application"))
    arguments = ["--host", host, "--port", str(port), "--data", str(data or ("" if demo else _home()))]
    if database:
        # Other users of the machine can read the arguments of a process, and the address holds a password.
        os.environ["KIJUN_DATABASE"] = database
    os.environ["KIJUN_LANG"] = Speaker.language
    sys.stdout.flush()
    os.execv(  # noqa: S606  # it is this program, in a process without the command line
        sys.executable, [sys.executable, "-m", "kijun.web", *arguments, *(["--demo"] if demo else [])]
    )


def _home() -> Path:
    """Return the folder where the system keeps the data of a user's programs."""
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "kijun"


serve.__doc__ = say(
    """経歴、判定、計画をブラウザーで見る。Ctrl-Cで止める。

    例:

      kijun serve --demo

      kijun serve --host 0.0.0.0 --port 8080 --data /srv/kijun
    """,
    """Open records, judgements and plans in the browser, until you stop it with Ctrl-C.

    Examples:

      kijun serve --demo

      kijun serve --host 0.0.0.0 --port 8080 --data /srv/kijun
    """,
)

COMMAND = serve
"""The command, as `kijun serve`."""
