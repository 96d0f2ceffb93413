"""`kijun judge`: a record against the standard, with its proof."""

from __future__ import annotations

import json

import typer

from kijun.catalogue.find import find
from kijun.cli.assumptions import read_assumed
from kijun.cli.clock import today
from kijun.cli.format import Format
from kijun.cli.judgement_json import dump_judgement
from kijun.cli.judgement_markdown import markdown
from kijun.cli.judgement_notes import show_notices
from kijun.cli.judgement_text import show_judgement
from kijun.cli.language import Speaker, say
from kijun.cli.options import (
    Assumed,
    Cells,
    Day,
    Editions,
    HowWritten,
    Policies,
    RecordFile,
    RequiredCell,
    WholeProof,
)
from kijun.cli.output import console, show_error, write_plain
from kijun.cli.question import asked_editions, read_judgement_day, read_person, read_policies
from kijun.errors import KijunError, NotFound
from kijun.judgement.explain import VERDICT_NAMES
from kijun.judgement.run import RecordJudgement, judge_editions
from kijun.text import Text
from kijun.verdict import Verdict

_CELLS = frozenset({"cell"})


def judge(
    record: RecordFile,
    edition: Editions = None,
    cell: Cells = None,
    on: Day = None,
    policy: Policies = None,
    format: HowWritten = Format.text,
    proof: WholeProof = False,
    require: RequiredCell = None,
    with_: Assumed = None,
) -> None:
    now = today()
    overrides, day = read_policies(policy or []), read_judgement_day(on, now)
    asked = asked_editions(edition or [])
    person, notices = read_person(record, asked, now)
    what_if = read_assumed(with_ or [], person, asked, on=day)
    judged = judge_editions(asked.editions, what_if.person, on=day, policy=overrides)
    cells = _cells(cell or [], judged)
    required = None if require is None else _cells([require], judged)[0]
    match format:
        case Format.text:
            show_judgement(console(), judged, cells, has_proofs=proof or bool(cells), assumed=what_if.assumptions)
            show_notices(console(), notices, record, edition or [])
        case Format.json:
            plain = dump_judgement(judged, cells, has_proofs=proof, assumed=what_if.assumptions)
            write_plain(json.dumps(plain, ensure_ascii=False, indent=2))
        case Format.markdown:
            has_proofs = proof or bool(cells)
            write_plain(markdown(judged, cells, Speaker.language, has_proofs=has_proofs, assumed=what_if.assumptions))
    if required is not None and (found := _short_of(required, judged)) is not None:
        show_error(KijunError(Text(ja=f"{required}: {found.ja}(--require)", en=f"{required}: {found.en} (--require)")))
        raise typer.Exit(1)


judge.__doc__ = say(
    """経歴を標準に照らして判定し、その証明を示す。

    例:

      kijun judge me.yaml

      kijun judge me.yaml --cell hardware/5 --on 2026-04-01

      kijun judge me.yaml --edition itss/v3-2008 --format json --proof

      kijun judge me.yaml --with next-year.yaml

    終了コード: 0 判定した、1 --requireのセルを満たさないか不明、2 入力かコマンドの誤り。
    """,
    """Judge a career record against the standard, and show the proof.

    Examples:

      kijun judge me.yaml

      kijun judge me.yaml --cell hardware/5 --on 2026-04-01

      kijun judge me.yaml --edition itss/v3-2008 --format json --proof

      kijun judge me.yaml --with next-year.yaml

    Exit codes: 0 judged; 1 the cell of --require is not met or unknown; 2 the input or the command is wrong.
    """,
)


def _short_of(path: str, judged: RecordJudgement) -> Text | None:
    """Return what keeps a required cell from being met, or None where it is met."""
    found = judged.cell(path)
    if found is None:
        return Text(ja="定義がない", en="not defined")
    return None if found.verdict is Verdict.MET else VERDICT_NAMES[found.verdict.value]


def _cells(names: list[str], judged: RecordJudgement) -> list[str]:
    editions = [each.edition.edition for each in judged.editions]
    found = []
    for name in names:
        if not name.strip():
            raise NotFound(
                Text(
                    ja="セルの名前が空です。hardware/5のように書いてください。",
                    en="The name of the cell is empty. Write it like hardware/5.",
                )
            )
        found.append(find(name, editions, kinds=_CELLS).path)
    return found


COMMAND = judge
