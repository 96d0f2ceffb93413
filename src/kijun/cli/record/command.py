"""`kijun record`: a record to start from, examples, and the schema for editors."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated

import typer

from kijun.catalogue.installed import shipped_editions
from kijun.catalogue.record_words import words_of
from kijun.catalogue.shipped import EXAMPLES
from kijun.cli.language import Speaker, say
from kijun.cli.output import show_message, write_plain
from kijun.cli.record.template import template
from kijun.cli.written_file import refuse_unwritable, write_file
from kijun.errors import NotFound
from kijun.evidence.schema import record_schema
from kijun.evidence.schema_additions import additions_schema
from kijun.evidence.words import Words
from kijun.problem.reading import nearest
from kijun.text import Language, Text

SCHEMA_NAME = "kijun-record.schema.json"

record = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help=say(
        """経歴ファイルを書き始める。

        例:

          kijun record new -o me.yaml

          kijun record schema > kijun-record.schema.json
        """,
        """Start a career record.

        Examples:

          kijun record new -o me.yaml

          kijun record schema > kijun-record.schema.json
        """,
    ),
)


@record.command(
    name="new",
    help=say(
        """説明付きの経歴ファイルを書き出す。

    例:

      kijun record new -o me.yaml

      kijun record new --example customer-service-hardware -o example.yaml
    """,
        """Write a commented career record to start from.

    Examples:

      kijun record new -o me.yaml

      kijun record new --example customer-service-hardware -o example.yaml
    """,
    ),
)
def new(
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help=say("書き出すファイル(既定は標準出力)", "The file to write; standard output if not given."),
        ),
    ] = None,
    example: Annotated[
        str | None,
        typer.Option(help=say("雛形の代わりに付属の例を書き出す", "Write a shipped example instead of the template.")),
    ] = None,
) -> None:
    words = words_of(shipped_editions())
    text = template(words, Speaker.language) if example is None else _example(example)
    if output is None:
        write_plain(text)
        return
    refuse_unwritable(output)
    write_file(output, text)
    show_message(
        say(f"{output}を書き出しました。次は`kijun check {output}`。", f"Wrote {output}. Next: `kijun check {output}`.")
    )
    schema = output.parent / SCHEMA_NAME
    if not schema.exists():
        write_file(schema, _schema())
        show_message(
            say(
                f"エディターの補完用に{schema}も書き出しました。",
                f"Also wrote {schema}, for completion in your editor.",
            )
        )


@record.command(
    name="schema",
    help=say(
        "経歴ファイルのJSON Schemaを書き出す(エディターの補完用)。\n\n例:\n\n  kijun record schema > kijun-record.schema.json\n\n"
        "  kijun record schema --additions > kijun-additions.schema.json",
        "Write the JSON Schema of a career record, for completion in an editor.\n\nExample:\n\n"
        "  kijun record schema > kijun-record.schema.json\n\n"
        "  kijun record schema --additions > kijun-additions.schema.json",
    ),
)
def schema(
    additions: Annotated[
        bool,
        typer.Option(
            "--additions",
            help=say("--withに渡す仮定のファイルのものを書き出す", "That of a file of additions, as --with takes it."),
        ),
    ] = False,
) -> None:
    write_plain(_schema(additions_schema if additions else record_schema))


def _schema(of: Callable[[Words, Language], Mapping[str, object]] = record_schema) -> str:
    return json.dumps(of(words_of(shipped_editions()), Speaker.language), ensure_ascii=False, indent=1) + "\n"


def _example(name: str) -> str:
    names = sorted(path.stem for path in EXAMPLES.glob("*.yaml"))
    if name not in names:
        near = nearest(name, names)
        listed = ", ".join(names)
        raise NotFound(
            Text(
                ja=f"「{name}」という例はありません。"
                + (f"「{near}」のことでしょうか。" if near else f"例: {listed}。"),
                en=f'"{name}" is not an example.' + (f' Did you mean "{near}"?' if near else f" Examples: {listed}."),
            )
        )
    return (EXAMPLES / f"{name}.yaml").read_text(encoding="utf-8")


COMMAND = record
