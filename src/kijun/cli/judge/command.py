"""`kijun judge`: a record against the standard, with its proof."""

from __future__ import annotations

import json

import typer

from kijun.cli.clock import today
from kijun.cli.format import Format
from kijun.cli.judge.as_markdown import markdown
from kijun.cli.judge.as_text import show_judgement
from kijun.cli.judged import judge_record
from kijun.cli.judgement_notes import show_notices
from kijun.cli.language import Speaker, say
from kijun.cli.named_cells import cells_named
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
from kijun.errors import KijunError
from kijun.exchange.as_json.judgement import dump_judgement
from kijun.judgement.explain import VERDICT_NAMES
from kijun.judgement.record_judgement import RecordJudgement
from kijun.text import Text
from kijun.verdict import Verdict


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
    asked = judge_record(record, editions=edition, policies=policy, assumed=with_, on=on, now=today())
    judged, assumed = asked.judgement, asked.what_if.assumptions
    cells = cells_named(cell or [], judged)
    required = None if require is None else cells_named([require], judged)[0]
    match format:
        case Format.text:
            has_proofs = proof or bool(cells)
            show_judgement(console(), judged, cells, asked.again, has_proofs=has_proofs, assumed=assumed)
            show_notices(console(), asked.notices, record, edition or [])
        case Format.json:
            plain = dump_judgement(judged, cells, has_proofs=proof, assumed=assumed)
            write_plain(json.dumps(plain, ensure_ascii=False, indent=2))
        case Format.markdown:
            has_proofs = proof or bool(cells)
            write_plain(markdown(judged, cells, Speaker.language, has_proofs=has_proofs, assumed=assumed))
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


COMMAND = judge
