"""`kijun list`: which standards are there?"""

from __future__ import annotations

import json
import shlex
from collections.abc import Sequence
from typing import Annotated, Final

import typer
from rich.table import Table
from rich.text import Text as Styled

from kijun.catalogue.installed import open_edition, shipped_editions
from kijun.cli.format import TextOrJson
from kijun.cli.language import said, say
from kijun.cli.output import console, show_message, write_plain
from kijun.framework.dump import Plain, dump_text
from kijun.framework.edition import Edition

_KNOWN: Final = "hardware/5"


def list_(
    edition: Annotated[
        list[str] | None,
        typer.Option(
            metavar="EDITION",
            help=say("版: idかフォルダー。繰り返せる", "An edition, by id or folder. May be repeated."),
        ),
    ] = None,
    format: Annotated[TextOrJson, typer.Option(help=say("出力の形", "How to write the result."))] = TextOrJson.text,
) -> None:
    editions = [open_edition(name) for name in edition] if edition else shipped_editions()
    if format is TextOrJson.json:
        write_plain(json.dumps([_plain(each) for each in editions], ensure_ascii=False, indent=2))
        return
    out = console()
    for each in editions:
        out.print(Styled(f"{each.id}  {said(each.name)}", style="bold"))
        table = Table.grid(padding=(0, 2))
        for category, field in each.fields():
            levels = said(each.levels_of(field.path))
            table.add_row(
                f"  {category.id}/{field.id}",
                say(f"{category.name.ja} {field.name.ja}", f"{category.name.en}, {field.name.en}"),
                levels,
            )
        out.print(table)
        out.print()
    command = _to_open(editions, edition or [])
    show_message(
        say(
            f"右の数字は定義のあるレベル。`{command}`のように名前で開けます。",
            f"The numbers are the levels that are defined. Open one by name: `{command}`.",
        )
    )


list_.__doc__ = say(
    "使える標準と、その職種、専門分野、レベルを並べる。\n\n例:\n\n  kijun list\n\n  kijun list --edition our-standard",
    "List the standards that are here, with their categories, fields and levels.\n\nExamples:\n\n  kijun list\n\n"
    "  kijun list --edition our-standard",
)


def _to_open(editions: Sequence[Edition], names: Sequence[str]) -> str:
    """Return a command that opens a cell of the first edition; by its field and level, which is enough."""
    first = editions[0]
    cells = [f"{field.id}/{cell.level}" for _, field in first.fields() for cell in first.cells_of(field.path)]
    chosen = _KNOWN if _KNOWN in cells else next(iter(cells), first.id)
    return shlex.join(["kijun", "show", chosen, *(("--edition", names[0]) if names else ())])


def _plain(edition: Edition) -> dict[str, Plain]:
    return {
        "edition": edition.id,
        "name": dump_text(edition.name),
        "published": edition.published or None,
        "fields": [
            {
                "field": field.path,
                "category": category.path,
                "name": dump_text(field.name),
                "levels": [cell.level for cell in edition.cells_of(field.path)],
                "missing_from_source": [*sorted(field.missing_from_source)],
            }
            for category, field in edition.fields()
        ],
    }


COMMAND = list_
