"""`kijun check`: is a record, a folder of records or a standard in order?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kijun.catalogue.edition_folder import load_edition
from kijun.catalogue.installed import shipped_editions
from kijun.catalogue.record_file import load_record
from kijun.catalogue.record_words import words_of
from kijun.cli.clock import today
from kijun.cli.language import say
from kijun.cli.output import show_message, show_problems
from kijun.problem import Place, Problem, Severity
from kijun.problem.reading import describe

_ENDINGS = (".yaml", ".yml", ".json")
_SCHEMA_ENDING = ".schema.json"


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
) -> None:
    problems, what = _checked(path)
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

    終了コード: 0 誤りなし、2 誤りあり。
    """,
    """Check a record or a standard, and show every problem with its place.

    Examples:

      kijun check me.yaml

      kijun check records/

      kijun check our-standard/

    Exit codes: 0 nothing is wrong; 2 something is.
    """,
)


def _checked(path: Path) -> tuple[list[Problem], str]:
    if (path / "edition.yaml").is_file():
        loaded = load_edition(path)
        if loaded.edition is None:
            return list(loaded.problems), say(f"{path} (標準)", f"{path} (a standard)")
        cells = len(loaded.edition.indicators)
        return list(loaded.problems), say(f"{path} (標準、{cells}セル)", f"{path} (a standard, {cells} cells)")
    words, now = words_of(shipped_editions()), today()
    if not path.is_dir():
        return list(load_record(path, words, today=now).problems), str(path)
    files = _records_in(path)
    if not files:
        return [describe("K010", Place(file=str(path)), name=path)], str(path)
    problems = [problem for file in files for problem in load_record(file, words, today=now).problems]
    count = f"{len(files)} {'record' if len(files) == 1 else 'records'}"
    return problems, say(f"{path} (経歴{len(files)}件)", f"{path} ({count})")


def _records_in(folder: Path) -> list[Path]:
    """Return the record files of a folder; the schema that `kijun record new` puts beside a record is none."""
    return sorted(
        file
        for file in folder.rglob("*")
        if file.suffix.lower() in _ENDINGS and not file.name.endswith(_SCHEMA_ENDING) and file.is_file()
    )


COMMAND = check
