"""`kijun judge`: a record against the standard, with its proof."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import typer

from kijun.catalogue.find import find
from kijun.catalogue.installed import newest_of_each_category, open_edition, shipped_editions
from kijun.catalogue.record_file import load_record, usable
from kijun.catalogue.record_words import words_of
from kijun.cli.clock import today
from kijun.cli.format import Format
from kijun.cli.judgement_json import dump_judgement
from kijun.cli.judgement_markdown import markdown
from kijun.cli.judgement_notes import show_notices
from kijun.cli.judgement_text import show_judgement
from kijun.cli.language import Speaker, say
from kijun.cli.options import Cells, Day, Editions, HowWritten, Policies, RecordFile, RequiredCell, WholeProof
from kijun.cli.output import console, show_error, show_problems, write_plain
from kijun.day import read_day
from kijun.errors import BadInput, BadPolicy, KijunError, NotFound
from kijun.evidence import Person
from kijun.framework.edition import Edition
from kijun.judgement.explain import VERDICT_NAMES
from kijun.judgement.run import RecordJudgement, judge_editions
from kijun.problem import Problem, Severity
from kijun.problem.reading import FIRST_DAY, LAST_DAY
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
) -> None:
    now = today()
    judged, notices = _judged(record, edition or [], _overrides(policy or []), on=_day(on, now), now=now)
    cells = _cells(cell or [], judged)
    required = None if require is None else _cells([require], judged)[0]
    match format:
        case Format.text:
            show_judgement(console(), judged, cells, has_proofs=proof or bool(cells))
            show_notices(console(), notices, record)
        case Format.json:
            plain = dump_judgement(judged, cells, has_proofs=proof)
            write_plain(json.dumps(plain, ensure_ascii=False, indent=2))
        case Format.markdown:
            write_plain(markdown(judged, cells, Speaker.language, has_proofs=proof or bool(cells)))
    if required is not None and (found := _short_of(required, judged)) is not None:
        show_error(KijunError(Text(ja=f"{required}: {found.ja}(--require)", en=f"{required}: {found.en} (--require)")))
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


def _short_of(path: str, judged: RecordJudgement) -> Text | None:
    """Return what keeps a required cell from being met, or None where it is met."""
    found = judged.cell(path)
    if found is None:
        return Text(ja="定義がない", en="not defined")
    return None if found.verdict is Verdict.MET else VERDICT_NAMES[found.verdict.value]


def _judged(
    record: Path, names: list[str], overrides: dict[str, str], *, on: date, now: date
) -> tuple[RecordJudgement, list[Problem]]:
    shipped = shipped_editions()
    ids = {edition.id: edition for edition in shipped}
    chosen = [ids[name] if name in ids else open_edition(name) for name in dict.fromkeys(names)]
    _refuse_same_id(chosen)
    editions = chosen or newest_of_each_category(shipped)
    person, notices = _person(record, [*shipped, *chosen], now)
    return judge_editions(editions, person, on=on, policy=overrides), notices


def _refuse_same_id(editions: list[Edition]) -> None:
    found = [edition.id for edition in editions]
    for each in found:
        if found.count(each) > 1:
            raise BadInput(
                Text(
                    ja=f"--editionに「{each}」という版が二つあります。一つだけ指定してください。",
                    en=f'Two editions of --edition are called "{each}". Name one of them.',
                )
            )


def _person(record: Path, editions: list[Edition], now: date) -> tuple[Person, list[Problem]]:
    """Return who is judged, with the notices that can wait; warnings are shown at once."""
    loaded = load_record(record, words_of(editions), today=now)
    person = usable(loaded)
    notices = [problem for problem in loaded.problems if problem.severity is Severity.NOTICE]
    show_problems([problem for problem in loaded.problems if problem.severity is not Severity.NOTICE])
    return person, notices


def _overrides(given: list[str]) -> dict[str, str]:
    overrides = {}
    for each in given:
        name, sign, answer = each.partition("=")
        if not sign:
            raise BadPolicy(
                Text(
                    ja=f"「{each}」: --policyは「名前=答え」の形で書いてください(例: levels.imply=ladder)。",
                    en=f'"{each}": write --policy as NAME=VALUE, such as levels.imply=ladder.',
                )
            )
        overrides[name.strip()] = answer.strip()
    return overrides


def _day(words: str | None, now: date) -> date:
    if words is None:
        return now
    recorded = read_day(words)
    if recorded is None or not recorded.is_exact:
        raise BadInput(
            Text(
                ja=f"「{words}」は判定日として読めません。2026-04-01のように日まで書いてください。",
                en=f'"{words}" is not a day. Write it like 2026-04-01, with its day.',
            )
        )
    if not FIRST_DAY <= recorded.earliest <= LAST_DAY:
        raise BadInput(
            Text(
                ja=f"「{words}」は{FIRST_DAY.year}年から{LAST_DAY.year}年までの日ではありません。",
                en=f'"{words}" is not between {FIRST_DAY.year} and {LAST_DAY.year}.',
            )
        )
    return recorded.earliest


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
