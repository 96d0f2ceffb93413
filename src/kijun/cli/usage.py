"""What is said when the command itself is wrong?

The argument parser speaks English only; its five kinds of mistake are said here in both languages.
"""

from __future__ import annotations

import typer
from rich.console import Console
from rich.text import Text as Styled

from kijun.cli.language import say

_COMMANDS = ("list", "show", "check", "judge", "record")


def show_usage_error(error: typer.TyperException) -> None:
    """Write a usage error to standard error, with what to do."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "kijun"
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    if type(error).__name__ == "NoArgsIsHelpError":
        console.print(Styled(error.format_message()))
        return
    console.print(Styled(_words(error), style="bold red"))
    console.print(Styled(say(f"使い方: `{command} --help`", f"Usage: `{command} --help`")))


def _words(error: typer.TyperException) -> str:
    english = error.format_message()
    match type(error).__name__:
        case "NoSuchOption":
            option = getattr(error, "option_name", "")
            near = ", ".join(getattr(error, "possibilities", None) or ())
            return say(
                f"「{option}」というオプションはありません。" + (f"「{near}」のことでしょうか。" if near else ""),
                english,
            )
        case "MissingParameter":
            parameter = getattr(error, "param", None)
            name = str(parameter.name).upper() if parameter is not None else ""
            return say(f"「{name}」がありません。", english)
        case "BadParameter":
            hint = getattr(error, "param_hint", None)
            parameter = getattr(error, "param", None)
            name = hint or (parameter.name if parameter is not None else "")
            return say(f"「{name}」の値が正しくありません: {error.message}", english)
        case "BadOptionUsage":
            return say(f"「{getattr(error, 'option_name', '')}」の使い方が正しくありません。", english)
        case _:
            return say(f"コマンドの使い方が正しくありません({', '.join(_COMMANDS)}): {english}", english)
