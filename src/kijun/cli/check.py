"""`kijun check`: is a record, a folder of records or a standard in order?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from kijun.catalogue.edition_folder import load_edition
from kijun.catalogue.record_file import load_record
from kijun.catalogue.record_folder import records_in
from kijun.catalogue.record_words import words_of
from kijun.cli.clock import today
from kijun.cli.language import say
from kijun.cli.output import show_message, show_problems
from kijun.cli.question import asked_editions
from kijun.problem import Place, Problem, Severity
from kijun.problem.reading import describe

_STANDARDS = ("edition.yaml", "overlay.yaml")


def check(
    path: Annotated[
        Path,
        typer.Argument(
            metavar="FILE|FOLDER",
            help=say(
                "経歴ファイル、経歴のフォルダー、または標準のフォルダー",
                "A record, a folder of records, or the folder of a standard.",
            ),
        ),
    ],
    edition: Annotated[
        list[str] | None,
        typer.Option(
            "--edition",
            metavar="EDITION",
            help=say(
                "経歴が使う版: idかフォルダー。繰り返せる(付属の版は常に使える)",
                "An edition whose words a record uses, by id or folder; those shipped are always known. May be repeated.",
            ),
        ),
    ] = None,
) -> None:
    problems, what = _checked(path, edition or [])
    show_problems(problems)
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    if errors:
        show_message(
            say(f"{what}: 誤りが{errors}件あります。", f"{what}: {errors} {'problem' if errors == 1 else 'problems'}.")
        )
        raise typer.Exit(2)
    show_message(say(f"{what}: 誤りはありません。", f"{what}: nothing is wrong."))


check.__doc__ = say(
    """経歴または標準を確かめ、問題を場所とともにすべて示す。

    例:

      kijun check me.yaml

      kijun check records/

      kijun check our-standard/

      kijun check me.yaml --edition our-standard/

    終了コード: 0 誤りなし、2 誤りあり。
    """,
    """Check a record or a standard, and show every problem with its place.

    Examples:

      kijun check me.yaml

      kijun check records/

      kijun check our-standard/

      kijun check me.yaml --edition our-standard/

    Exit codes: 0 nothing is wrong; 2 something is.
    """,
)


def _checked(path: Path, names: Sequence[str] = ()) -> tuple[list[Problem], str]:
    folder = path.parent if path.name in _STANDARDS else path
    if any((folder / name).is_file() for name in _STANDARDS):
        return _checked_standard(folder)
    asked, now = asked_editions(names), today()
    words = words_of(asked.known, asked.ids)
    if not path.is_dir():
        return list(load_record(path, words, today=now).problems), str(path)
    files = records_in(path)
    if not files:
        return [describe("K010", Place(file=str(path)), name=path)], str(path)
    problems = [problem for file in files for problem in load_record(file, words, today=now).problems]
    count = f"{len(files)} {'record' if len(files) == 1 else 'records'}"
    return problems, say(f"{path} (経歴{len(files)}件)", f"{path} ({count})")


def _checked_standard(folder: Path) -> tuple[list[Problem], str]:
    loaded = load_edition(folder)
    if loaded.edition is None:
        return list(loaded.problems), say(f"{folder} (標準)", f"{folder} (a standard)")
    cells, parent = len(loaded.edition.indicators), loaded.edition.parent
    from_ja = f"{parent}をもとにした" if parent else ""
    from_en = f" tailored from {parent}" if parent else ""
    what = say(f"{folder} ({from_ja}標準、{cells}セル)", f"{folder} (a standard{from_en}, {cells} cells)")
    return list(loaded.problems), what


COMMAND = check
