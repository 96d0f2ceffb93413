"""`kijun judge`: a record against the standard, with its proof."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from kijun.catalogue.find import find
from kijun.catalogue.installed import newest_of_each_category, open_edition, shipped_editions
from kijun.catalogue.record_file import load_record
from kijun.catalogue.record_words import words_of
from kijun.cli.format import Format
from kijun.cli.judgement_json import dump_judgement
from kijun.cli.judgement_markdown import markdown
from kijun.cli.judgement_text import show_judgement
from kijun.cli.language import Speaker, say
from kijun.cli.output import console, show_problems, write_plain
from kijun.day import read_day
from kijun.errors import BadInput, BadPolicy, NotFound
from kijun.evidence import Person
from kijun.framework.edition import Edition
from kijun.judgement.run import RecordJudgement, judge_editions
from kijun.problem import Severity
from kijun.text import Text
from kijun.verdict import Verdict

_CELLS = frozenset({"cell"})


def judge(
    record: Annotated[
        Path,
        typer.Argument(metavar="RECORD", help=say("経歴ファイル(YAMLまたはJSON)", "A career record (YAML or JSON).")),
    ],
    edition: Annotated[
        list[str] | None,
        typer.Option(
            help=say("判定する版: idかフォルダー。繰り返せる", "An edition, by id or folder. May be repeated.")
        ),
    ] = None,
    cell: Annotated[
        list[str] | None,
        typer.Option(
            help=say("判定するセル(例: hardware/5)。繰り返せる", "A cell, such as hardware/5. May be repeated.")
        ),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option(metavar="DAY", help=say("判定日(既定は今日)", "The day of judgement; today if not given.")),
    ] = None,
    policy: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME=VALUE",
            help=say(
                "標準に書かれていない点への組織の答え",
                "The organisation's answer to a point that the standard leaves open.",
            ),
        ),
    ] = None,
    format: Annotated[Format, typer.Option(help=say("出力の形", "How to write the result."))] = Format.text,
    proof: Annotated[bool, typer.Option("--proof", help=say("証明をすべて示す", "Show the whole proof."))] = False,
    require: Annotated[
        str | None,
        typer.Option(
            metavar="CELL",
            help=say("このセルを満たさなければ1で終わる", "End with 1 unless this cell is met."),
        ),
    ] = None,
) -> None:
    today = date.today()
    judged = _judged(record, edition or [], _overrides(policy or []), on=_day(on, today), today=today)
    cells = _cells(cell or [], judged)
    required = _cells([require], judged)[0] if require else None
    match format:
        case Format.text:
            show_judgement(console(), judged, cells, has_proofs=proof or bool(cells))
        case Format.json:
            plain = dump_judgement(judged, cells, has_proofs=proof)
            write_plain(json.dumps(plain, ensure_ascii=False, indent=2))
        case Format.markdown:
            write_plain(markdown(judged, cells, Speaker.language, has_proofs=proof or bool(cells)))
    if required is not None:
        found = judged.cell(required)
        if found is None or found.verdict is not Verdict.MET:
            raise typer.Exit(1)


judge.__doc__ = say(
    """経歴を標準に照らして判定し、その証明を示す。

    例:

      kijun judge me.yaml

      kijun judge me.yaml --cell hardware/5 --on 2026-04-01

      kijun judge me.yaml --edition itss/v3-2008 --format json --proof

    終了コード: 0 判定した、1 --requireのセルを満たさないか不明、2 入力かコマンドの誤り。
    """,
    """Judge a career record against the standard, and show the proof.

    Examples:

      kijun judge me.yaml

      kijun judge me.yaml --cell hardware/5 --on 2026-04-01

      kijun judge me.yaml --edition itss/v3-2008 --format json --proof

    Exit codes: 0 judged; 1 the cell of --require is not met or unknown; 2 the input or the command is wrong.
    """,
)


def _judged(record: Path, names: list[str], overrides: dict[str, str], *, on: date, today: date) -> RecordJudgement:
    shipped = shipped_editions()
    ids = {edition.id: edition for edition in shipped}
    chosen = [ids[name] if name in ids else open_edition(name) for name in names]
    editions = chosen or newest_of_each_category(shipped)
    person = _person(record, [*shipped, *chosen], today)
    return judge_editions(editions, person, on=on, policy=overrides)


def _person(record: Path, editions: list[Edition], today: date) -> Person:
    loaded = load_record(record, words_of(editions), today=today)
    if loaded.person is None:
        count = sum(problem.severity is Severity.ERROR for problem in loaded.problems)
        raise BadInput(
            Text(ja=f"経歴を読めません。誤りは{count}件です。", en=f"The record cannot be used: {count} problem(s)."),
            problems=loaded.problems,
        )
    show_problems(loaded.problems)
    return loaded.person


def _overrides(given: list[str]) -> dict[str, str]:
    overrides = {}
    for each in given:
        name, sign, answer = each.partition("=")
        if not sign:
            raise BadPolicy(
                Text(ja=f"「{each}」はNAME=VALUEの形で書いてください。", en=f'Write "{each}" as NAME=VALUE.')
            )
        overrides[name.strip()] = answer.strip()
    return overrides


def _day(words: str | None, today: date) -> date:
    if words is None:
        return today
    recorded = read_day(words)
    if recorded is None or not recorded.is_exact:
        raise BadInput(
            Text(
                ja=f"「{words}」は日付として読めません。2026-04-01のように書いてください。",
                en=f'"{words}" is not a day. Write it like 2026-04-01.',
            )
        )
    return recorded.earliest


def _cells(names: list[str], judged: RecordJudgement) -> list[str]:
    editions = [each.edition.edition for each in judged.editions]
    found = []
    for name in names:
        if not name:
            raise NotFound(Text(ja="セルの名前が空です。", en="The name of the cell is empty."))
        found.append(find(name, editions, kinds=_CELLS).path)
    return found
