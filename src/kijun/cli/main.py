"""The command `kijun`: which commands are there, and what happens when one fails?

Exit codes: 0 done; 1 a required cell is not met or unknown; 2 the input or the command is wrong.
"""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Sequence
from contextlib import redirect_stdout, suppress
from importlib import import_module

import typer

from kijun.cli.help_words import in_japanese
from kijun.cli.language import Speaker, choose_language, say, take_language
from kijun.cli.output import show_error
from kijun.cli.usage import refuse_empty_path, show_usage_error
from kijun.errors import BadInput, KijunError
from kijun.text import LANGUAGES, Text

_COMMANDS = {
    "list": "kijun.cli.list",
    "show": "kijun.cli.show.command",
    "check": "kijun.cli.check",
    "judge": "kijun.cli.judge.command",
    "skills": "kijun.cli.skills.command",
    "plan": "kijun.cli.plan.command",
    "map": "kijun.cli.map.command",
    "compare": "kijun.cli.compare.command",
    "report": "kijun.cli.report.command",
    "read": "kijun.cli.read.command",
    "record": "kijun.cli.record.command",
    "standard": "kijun.cli.standard.command",
    "workforce": "kijun.cli.workforce.command",
    "serve": "kijun.cli.serve",
}
"""Command -> where it lives: loaded when it is asked for, because each brings its own readers and writers."""

_HELP = say(
    """スキル標準を動かす。経歴を標準に照らして判定し、条件ごとに証明する。

    例:

      kijun list

      kijun record new -o me.yaml

      kijun judge me.yaml

      kijun plan me.yaml

    表示の言語は--lang jaか--lang enで選ぶ(またはKIJUN_LANG)。
    """,
    """The skill standard that runs: judge a career record against a published standard, and prove the result
    condition by condition.

    Examples:

      kijun list

      kijun record new -o me.yaml

      kijun judge me.yaml

      kijun plan me.yaml

    Language: --lang ja or --lang en, anywhere (or KIJUN_LANG).
    """,
)


def build(asked: str | None = None) -> typer.Typer:
    """Return the command line with the command that is asked for, or with all of them."""
    app = typer.Typer(
        name="kijun",
        add_completion=False,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    app.callback(help=_HELP)(_kijun)
    for name in [asked] if asked in _COMMANDS else _COMMANDS:
        command = import_module(_COMMANDS[name]).COMMAND
        if isinstance(command, typer.Typer):
            app.add_typer(command, name=name)
        else:
            app.command(name=name)(command)
    return app


def _kijun() -> None:
    """Hold the commands together, also where only one is loaded."""


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; a user never sees a traceback."""
    Speaker.language = choose_language(arguments, os.environ)
    _write_whatever_comes()
    try:
        result = _run(arguments)
        sys.stdout.flush()
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
    except (BrokenPipeError, SystemExit):  # whoever reads the output has enough; the libraries exit for it
        _drop_output()
        return 0
    except OSError as error:
        if error.filename is None:
            _drop_output()
        show_error(_unusable(error))
        return 2
    return result if isinstance(result, int) else 0


def _run(arguments: Sequence[str]) -> object:
    asked, rest = take_language(arguments)
    if asked is not None and asked not in LANGUAGES:
        raise BadInput(
            Text(
                ja=f"「{asked}」という言語はありません。--lang jaか--lang enと書いてください。",
                en=f'There is no language "{asked}". Write --lang ja or --lang en.',
            )
        )
    refuse_empty_path(rest)
    app = build(next(iter(rest), None))
    if "--help" not in rest or Speaker.language == "en":
        return app(args=rest, standalone_mode=False, prog_name="kijun")
    with redirect_stdout(io.StringIO()) as written:
        result = app(args=rest, standalone_mode=False, prog_name="kijun")
    sys.stdout.write(in_japanese(written.getvalue()))
    return result


def _unusable(error: OSError) -> KijunError:
    name, reason = error.filename, error.strerror or str(error)
    if name is None:
        return KijunError(Text(ja=f"出力を書けません({reason})。", en=f"The output cannot be written ({reason})."))
    return KijunError(
        Text(ja=f"「{name}」を読み書きできません({reason})。", en=f'"{name}" cannot be read or written ({reason}).')
    )


def _write_whatever_comes() -> None:
    """Let a letter that the terminal has no code for be written as its number, and nothing where output is closed."""
    sys.stdout = sys.stdout or open(os.devnull, "w")  # noqa: PTH123, SIM115  # the null device, until the process ends
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: PTH123, SIM115  # as above
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # a stream of a test may not have it


def _drop_output() -> None:
    """Send what is still to be written nowhere, so that nothing fails again when the process ends."""
    with suppress(OSError, ValueError), open(os.devnull, "w") as nowhere:  # noqa: PTH123  # the null device
        os.dup2(nowhere.fileno(), sys.stdout.fileno())


def run() -> None:
    """Run the command line of this process."""
    gc.disable()  # a command lives for a moment: collecting would cost more than it frees
    code = main(sys.argv[1:])
    if "duckdb" not in sys.modules:  # which complains of everything that is not given back
        gc.freeze()  # the process ends with one more collection, which finds nothing that it could leave to the system
    sys.exit(code)
