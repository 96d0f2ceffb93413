"""The command `kijun`: which commands are there, and what happens when one fails?

Exit codes: 0 done; 1 a required cell is not met or unknown; 2 the input or the command is wrong.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import typer

from kijun.cli.check import check
from kijun.cli.judge import judge
from kijun.cli.language import Speaker, choose_language, say, take_language
from kijun.cli.list import list_
from kijun.cli.output import show_error
from kijun.cli.record import record
from kijun.cli.show import show
from kijun.cli.usage import show_usage_error
from kijun.errors import BadInput, KijunError
from kijun.text import LANGUAGES, Text

app = typer.Typer(
    name="kijun",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    help=say(
        "スキル標準を動かす: 経歴を標準に照らして判定し、条件ごとに証明する。表示の言語: --lang ja|en(またはKIJUN_LANG)。",
        "The skill standard that runs: judge a career record against a published standard, and prove the result condition by"
        " condition. Language: --lang ja|en (or KIJUN_LANG).",
    ),
)
app.command(name="list")(list_)
app.command(name="show")(show)
app.command(name="check")(check)
app.command(name="judge")(judge)
app.add_typer(record, name="record")


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; a user never sees a traceback."""
    asked, rest = take_language(arguments)
    Speaker.language = choose_language(arguments, os.environ)
    try:
        if asked is not None and asked not in LANGUAGES:
            raise BadInput(
                Text(ja=f"--lang {asked}: jaかenを指定してください。", en=f"--lang {asked}: write ja or en.")
            )
        result = app(args=list(rest), standalone_mode=False, prog_name="kijun")
    except typer.Exit as end:
        return end.exit_code
    except typer.Abort:
        return 130
    except typer.TyperException as error:
        show_usage_error(error)
        return 2
    except KijunError as error:
        show_error(error)
        return 2
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except OSError as error:
        reason = error.strerror or str(error)
        show_error(KijunError(Text(ja=f"{error.filename}: {reason}", en=f"{error.filename}: {reason}")))
        return 2
    return result if isinstance(result, int) else 0


def run() -> None:
    """Run the command line of this process."""
    sys.exit(main(sys.argv[1:]))
