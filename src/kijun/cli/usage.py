"""What is said when the command itself is wrong?

The argument parser speaks English only; its mistakes are said here in both languages.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import typer
from rich.console import Console
from rich.text import Text as Styled

from kijun.cli.help_words import in_japanese
from kijun.cli.language import Speaker, said, say
from kijun.errors import BadInput
from kijun.problem.reading import nearest, shown
from kijun.text import Text

_QUOTED = re.compile(r"'([^']*)'")
_CHOICES = re.compile(r"(?:Value error, )?'(.*)' is not one of (.*)\.?", re.DOTALL)
_PATHS = ("--people", "--into", "--with", "--output", "-o")
_NO_NUMBER = re.compile(r"(-?\d+) is not in the range .*|'(.*)' is not a valid int(?:eger)? range\.", re.DOTALL)
_NO_COMMAND = re.compile(r"No such command '(.*?)'\.(?: Did you mean (.*)\?)?", re.DOTALL)
_EXTRA = re.compile(r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)", re.DOTALL)


def show_usage_error(error: typer.TyperException) -> None:
    """Write a usage error to standard error, with what to do."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "kijun"
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    if type(error).__name__ == "NoArgsIsHelpError":
        shown_help = error.format_message()
        console.print(Styled(in_japanese(shown_help) if Speaker.language == "ja" else shown_help))
        return
    console.print(Styled(said(_words(error)), style="bold red"))
    console.print(Styled(say(f"使い方は`{command} --help`で見られます。", f"`{command} --help` shows how it is used.")))


def refuse_empty_path(arguments: Sequence[str]) -> None:
    """Raise BadInput where the name of a file or a folder is empty: it would be taken for the folder one stands in."""
    for before, word in zip(["", *arguments], arguments, strict=False):
        option, _, value = word.partition("=")
        is_option = option in _PATHS and (value or word.endswith("="))
        name = option if is_option else before if before in _PATHS else "FILE|FOLDER" if before == "check" else None
        if name is not None and not (value if is_option else word).strip():
            raise BadInput(
                Text(
                    ja=f"{name}の値が空です。ファイルかフォルダーの名前を書いてください。",
                    en=f"{name} is empty. Write the name of a file or a folder.",
                )
            )


def _words(error: typer.TyperException) -> Text:
    english = error.format_message()
    match type(error).__name__:
        case "NoSuchOption":
            option, possible = getattr(error, "option_name", ""), getattr(error, "possibilities", None)
            near = (nearest(option, possible) or possible[0]) if possible else None
            return _unknown("オプション", "option", option, [near] if near else [])
        case "MissingParameter":
            name = _parameter(error)
            return Text(ja=f"{name}を指定してください。", en=f"Name the {name}.")
        case "BadParameter":
            return _bad_value(_parameter(error), error.message, getattr(getattr(error, "param", None), "type", None))
        case "BadOptionUsage":
            name = getattr(error, "option_name", "")
            if "requires" in english:
                return Text(ja=f"{name}の後に値を書いてください。", en=f"Write a value after {name}.")
            return Text(ja=f"{name}に値は付けられません。", en=f"{name} takes no value.")
    return _other(english)


def _other(english: str) -> Text:
    if found := _NO_COMMAND.fullmatch(english):
        return _unknown("コマンド", "command", found[1], _QUOTED.findall(found[2] or ""))
    if found := _EXTRA.fullmatch(english):
        words = shown(found[1])
        return Text(ja=f"余分な語があります: {words}", en=f"These words are too many: {words}")
    return Text(ja=f"コマンドの使い方が正しくありません: {english}", en=english)


def _unknown(ja: str, en: str, word: str, near: list[str]) -> Text:
    word = shown(word)
    return Text(
        ja=f"「{word}」という{ja}はありません。" + "".join(f"「{each}」のことでしょうか。" for each in near[:1]),
        en=f'There is no {en} "{word}".' + "".join(f' Did you mean "{each}"?' for each in near[:1]),
    )


def _bad_value(name: str, message: str, asked: object) -> Text:
    if found := _NO_NUMBER.fullmatch(message):
        word, least, most = shown(found[1] or found[2]), getattr(asked, "min", None), getattr(asked, "max", None)
        return Text(
            ja=f"{name}に「{word}」は使えません。{least}から{most}までの整数を書いてください。",
            en=f'{name} cannot be "{word}". Write a whole number from {least} to {most}.',
        )
    if found := _CHOICES.fullmatch(message):
        word, known = shown(found[1]), _QUOTED.findall(found[2])
        near = nearest(found[1], known)
        return Text(
            ja=f"{name}に「{word}」は使えません。使えるもの: {'、'.join(known)}。"
            + (f"「{near}」のことでしょうか。" if near else ""),
            en=f'{name} cannot be "{word}". Known: {", ".join(known)}.' + (f' Did you mean "{near}"?' if near else ""),
        )
    return Text(ja=f"{name}の値が正しくありません: {message}", en=f"The value of {name} is wrong: {message}")


def _parameter(error: typer.TyperException) -> str:
    """Return an option as it is typed (--format), an argument as the help names it (RECORD)."""
    parameter = getattr(error, "param", None)
    options = [option for option in getattr(parameter, "opts", ()) if option.startswith("--")]
    return options[0] if options else str(getattr(parameter, "metavar", None) or getattr(parameter, "name", ""))
