"""How is the summary of a workforce worked out and written, in the form that was asked for?"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TextIO

from kijun.cli.language import say
from kijun.cli.output import console, show_error, show_message, write_plain
from kijun.cli.workforce.summary_as_csv import write_csv
from kijun.cli.workforce.summary_as_html import page_of
from kijun.cli.workforce.summary_as_json import dump_summary
from kijun.cli.workforce.summary_as_text import show_summary
from kijun.cli.workforce.summary_names import Names, names_of
from kijun.cli.written_file import write_file
from kijun.errors import KijunError, NotFound
from kijun.population.summary import Summary, summarise
from kijun.population.summary_counts import Fields
from kijun.population.verdicts import open_verdicts
from kijun.population.verdicts_judgement import Judgement
from kijun.population.verdicts_relation import verdict_table
from kijun.problem.reading import nearest
from kijun.text import Text, same


def write_summary(
    out: Path,
    *,
    fields: Sequence[str],
    by_team: bool,
    below: int,
    most_people: int,
    form: str,
    output: Path | None,
) -> None:
    """Work out the summary of the verdicts in a folder, and write it in a form; to standard output without a file."""
    verdicts = open_verdicts(out)
    chosen = fields_named(fields, verdicts.judgement)
    names = names_of(verdicts)
    with verdict_table(verdicts) as table:
        found = summarise(table, verdicts.judgement, chosen, by_team=by_team, below=below)
        if output is None and form == "text":
            show_summary(console(), found, names, most_people=most_people)
        elif form == "csv":
            with _file(output) as to:
                write_csv(found, names, to)
        else:
            _write(_written(found, names, form, most_people), output)


def fields_named(names: Sequence[str], judgement: Judgement) -> Fields:
    """Return the fields that are asked for by a path or the end of one, or all. Raises NotFound for what none is called."""
    levels = judgement.levels
    chosen: dict[str, Sequence[int]] = {}
    for name in names:
        found = [path for path in levels if f"/{path}".endswith(f"/{name.strip('/')}")] if name.strip("/ ") else []
        if not found:
            _refuse_field(name, levels)
        chosen |= {path: levels[path] for path in found}
    return {path: of for path, of in levels.items() if path in chosen or not names}


def _refuse_field(name: str, levels: Fields) -> None:
    short = list(dict.fromkeys(path.rpartition("/")[2] for path in levels))
    near = nearest(name, [*short, *levels])
    raise NotFound(
        Text(
            ja=f"「{name}」という専門分野は判定結果にありません。"
            + (f"「{near}」のことでしょうか。" if near else f"専門分野: {'、'.join(short)}。"),
            en=f'No field of the verdicts is called "{name}".'
            + (f' Did you mean "{near}"?' if near else f" Fields: {', '.join(short)}."),
        ),
        suggestions=[near] if near else short,
    )


@contextmanager
def _file(output: Path | None) -> Iterator[TextIO]:
    """Give what to write to, piece by piece: standard output, or a file that appears when the block ends well."""
    if output is None:
        yield sys.stdout
        return
    with TemporaryDirectory(dir=output.parent, prefix=f".{output.name}.") as folder:
        new = Path(folder) / output.name
        with new.open("w", encoding="utf-8", newline="") as file:
            yield file
        new.replace(output)
    show_message(say(f"{output}を書き出しました。", f"Wrote {output}."))


def _written(found: Summary, names: Names, form: str, most_people: int) -> str | bytes:
    match form:
        case "xlsx":
            from kijun.cli.workforce.summary_as_xlsx import workbook_of  # noqa: PLC0415  # brings its own writer

            workbook, cut = workbook_of(found, names)
            for words in cut:
                show_error(KijunError(same(words)))
            return workbook
        case "html":
            return page_of(found, names, most_people=most_people)
        case "json":
            return json.dumps(dump_summary(found, names, most_people=most_people), ensure_ascii=False, indent=2) + "\n"
        case _:
            out = console()
            with out.capture() as shown:
                show_summary(out, found, names, most_people=most_people)
            return shown.get()


def _write(words: str | bytes, output: Path | None) -> None:
    if output is None:
        write_plain(words if isinstance(words, str) else words.decode())
        return
    write_file(output, words)
    show_message(say(f"{output}を書き出しました。", f"Wrote {output}."))
