"""`kijun workforce`: which commands are there for everybody at once?

Each is loaded when it is asked for, as the commands of `kijun` are: one command's libraries are nothing to another.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any, Final

import typer
import typer.core
import typer.main

from kijun.cli.language import say

_COMMANDS: Final[Mapping[str, str]] = {
    "collect": "kijun.cli.workforce.collect",
    "sample": "kijun.cli.workforce.sample",
    "judge": "kijun.cli.workforce.judge",
    "summary": "kijun.cli.workforce.summary",
    "compare": "kijun.cli.workforce.compare",
    "explain": "kijun.cli.workforce.explain",
}
"""Command -> where it lives; its function there is called COMMAND."""


class _WhenAsked(typer.core.TyperGroup):
    """The group whose commands are loaded when they are asked for; its help, and a name that none has, ask for all."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002  # the library's own context
        """Return the names in the order in which they are used."""
        return list(_COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401, ARG002  # as above
        """Return the command of a name, or None; then all are there for the one that was meant."""
        for name in [cmd_name] if cmd_name in _COMMANDS else _COMMANDS:
            if name not in self.commands:
                self.commands[name] = _command(name)
        return self.commands.get(cmd_name)


def _command(name: str) -> Any:  # noqa: ANN401  # the library does not export the type of a command
    alone = typer.Typer(add_completion=False, rich_markup_mode=None)
    alone.command(name=name)(import_module(_COMMANDS[name]).COMMAND)
    return typer.main.get_command(alone)


workforce = typer.Typer(
    cls=_WhenAsked,
    no_args_is_help=True,
    rich_markup_mode=None,
    help=say(
        """組織の全員をまとめて判定する。経歴を集め、判定し、結果を集計する。

        例:

          kijun workforce collect records -o workforce

          kijun workforce judge workforce

          kijun workforce summary workforce.verdicts
        """,
        """Judge everybody at once: collect the records, judge them, and look at what comes of it.

        Examples:

          kijun workforce collect records -o workforce

          kijun workforce judge workforce

          kijun workforce summary workforce.verdicts
        """,
    ),
)


@workforce.callback()
def _workforce() -> None:
    """Hold the subcommands together."""


COMMAND = workforce
