"""`kijun compare`: what differs between two editions, and whose verdict changes?"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import track

from kijun.catalogue.find import Thing, find
from kijun.catalogue.find_skill import find_skills, names_skills
from kijun.catalogue.installed import open_edition, shipped_editions
from kijun.catalogue.record_folder import FoundRecord, load_records, records_in
from kijun.catalogue.record_words import words_of
from kijun.cli.clock import today
from kijun.cli.compare.as_json import dump_touched
from kijun.cli.compare.as_markdown import markdown
from kijun.cli.compare.as_text import show_comparison
from kijun.cli.compare.people_text import show_people
from kijun.cli.compare.people_view import Touched, judging
from kijun.cli.edition_changes import Editions
from kijun.cli.format import Format
from kijun.cli.language import Speaker, said, say
from kijun.cli.options import Day, HowWritten, Policies
from kijun.cli.output import console, write_plain
from kijun.cli.question import read_judgement_day, read_policies
from kijun.errors import BadInput, NotFound
from kijun.exchange.as_json.comparison import dump_comparison
from kijun.framework.compare.comparison import Comparison
from kijun.framework.compare.editions import compare as compare_editions
from kijun.framework.compare.related import are_related
from kijun.framework.edition import Edition
from kijun.text import Text

_MANY = 20
_EDITION = say("版のidかフォルダー", "An edition, by id or folder.")

People = Annotated[
    Path | None,
    typer.Option(
        "--people",
        metavar="FOLDER",
        help=say(
            "経歴のフォルダー: 結果が変わる人と、その理由を示す", "A folder of records: whose verdict changes, and why."
        ),
    ),
]


def compare(
    old: Annotated[str, typer.Argument(metavar="OLD", help=_EDITION)],
    new: Annotated[str, typer.Argument(metavar="NEW", help=_EDITION)],
    path: Annotated[
        str | None,
        typer.Argument(
            metavar="[PATH]",
            help=say(
                "比べる範囲(例: hardware/5、hardware/skills)", "What to compare, such as hardware/5 or hardware/skills."
            ),
        ),
    ] = None,
    people: People = None,
    on: Day = None,
    policy: Policies = None,
    format: HowWritten = Format.text,
) -> None:
    editions = Editions(old=open_edition(old), new=open_edition(new))
    _refuse_unrelated(editions)
    whole = compare_editions(editions.old, editions.new)
    narrowed, within = _narrowed(whole, path, editions)
    touched = _touched(whole, editions, people, (on, policy), within)
    is_close = within is not None and within.count("/") > 1
    match format:
        case Format.text:
            out = console()
            show_comparison(out, narrowed, editions, has_notes=is_close)
            if touched is not None:
                out.print()
                show_people(out, touched, editions)
        case Format.json:
            plain = dump_comparison(narrowed, editions.old, editions.new, within)
            if touched is not None:
                plain["people"] = dump_touched(touched)
            write_plain(json.dumps(plain, ensure_ascii=False, indent=2))
        case Format.markdown:
            write_plain(markdown(narrowed, editions, touched, Speaker.language, has_notes=is_close))


compare.__doc__ = say(
    """二つの版の違いを、セルごと、スキル項目ごとに示す。

    例:

      kijun compare itss/v3-2008 itss/v3-2011

      kijun compare itss/v3-2008 itss/v3-2011 hardware/5

      kijun compare itss/v3-2008 itss/v3-2011 hardware/skills --format markdown

      kijun compare itss/v3-2011 our-standard --people records --on 2026-04-01

    終了コード: 0 比べた、2 入力かコマンドの誤り。
    """,
    """Show what differs between two editions, cell by cell and skill item by skill item.

    Examples:

      kijun compare itss/v3-2008 itss/v3-2011

      kijun compare itss/v3-2008 itss/v3-2011 hardware/5

      kijun compare itss/v3-2008 itss/v3-2011 hardware/skills --format markdown

      kijun compare itss/v3-2011 our-standard --people records --on 2026-04-01

    Exit codes: 0 compared; 2 the input or the command is wrong.
    """,
)


def _refuse_unrelated(editions: Editions) -> None:
    old, new = editions.old, editions.new
    if are_related(old, new):
        return
    pairs = [_others(edition) for edition in (old, new)]
    raise BadInput(
        Text(
            ja=f"{old.id}と{new.id}は別の標準で、一方が他方をもとにしたものでもないため、比べられません。"
            + "".join(each.ja for each in pairs)
            + "同じ標準の版どうしか、組織の標準とそのもとの標準を比べられます。",
            en=f"{old.id} and {new.id} are different standards, and neither is made from the other, so they cannot be "
            f"compared. {''.join(each.en for each in pairs)}"
            "Compare editions of one standard, or a company's standard with the one it was made from.",
        )
    )


def _others(edition: Edition) -> Text:
    """Return the shipped editions that an edition can be compared with, where there are any."""
    found = [each.id for each in shipped_editions() if each.id != edition.id and are_related(each, edition)]
    if not found:
        return Text(ja="", en="")
    return Text(
        ja=f"{edition.id}と比べられる版: {'、'.join(found)}。",
        en=f"{edition.id} can be compared with: {', '.join(found)}. ",
    )


def _narrowed(whole: Comparison, path: str | None, editions: Editions) -> tuple[Comparison, str | None]:
    """Return what differs at a path, and the path below the edition; an edition's own name is the whole of it."""
    if path is None:
        return whole, None
    both = [editions.new, editions.old]
    if names_skills(path):
        thing = find_skills(path, both)
        below = _below(thing)
        if thing.kind == "skill":
            return whole.below(below), below
        found = whole.below(below) if below else whole
        return found.of_skills(), "/".join([*([below] if below else []), "skills"])
    thing = find(path, both)
    below = _below(thing)
    if not below:
        return whole, None
    if thing.kind == "cell":
        _refuse_undefined(below, editions)
    return whole.below(below), below


def _below(thing: Thing) -> str:
    return thing.path.removeprefix(thing.edition.id).strip("/")


def _refuse_undefined(below: str, editions: Editions) -> None:
    field, _, level = below.rpartition("/")
    for edition in (editions.old, editions.new):
        lacking = [each.missing_from_source for _, each in edition.fields() if each.path == f"{edition.id}/{field}"]
        if f"{edition.id}/{below}" in edition.indicators or any(int(level) in each for each in lacking):
            return
    raise NotFound(Text(ja=f"{below}はどちらの版にも定義がありません。", en=f"{below} is defined in neither edition."))


def _touched(
    whole: Comparison,
    editions: Editions,
    people: Path | None,
    asked: tuple[str | None, list[str] | None],
    within: str | None,
) -> Touched | None:
    day, policy = asked
    if people is None:
        if day is not None or policy:
            raise BadInput(
                Text(
                    ja="--onと--policyは、--peopleで経歴を判定するときに使います。",
                    en="--on and --policy are for judging records: name their folder with --people.",
                )
            )
        return None
    now = today()
    on, overrides = read_judgement_day(day, now), read_policies(policy or [])
    files = _files(people)
    words = words_of([*shipped_editions(), editions.old, editions.new])
    both = judging(whole, editions, overrides, on=on, within=within)
    touched = both.judge(_shown(load_records(files, words, today=now), len(files)))
    if not touched.people:
        raise BadInput(
            Text(
                ja=f"「{people}」には読める経歴がありません。`kijun check {people}`で誤りを見られます。",
                en=f'No record in "{people}" can be used. `kijun check {people}` shows what is wrong.',
            )
        )
    return touched


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise BadInput(
            Text(
                ja=f"「{folder}」というフォルダーはありません。--peopleには経歴のフォルダーを指定してください。",
                en=f'"{folder}" is not a folder. Name a folder of records with --people.',
            ),
        )
    files = records_in(folder)
    if not files:
        raise BadInput(
            Text(
                ja=f"「{folder}」に経歴ファイル(YAMLかJSON)がありません。",
                en=f'There is no record (YAML or JSON) in "{folder}".',
            )
        )
    return files


def _shown(records: Iterable[FoundRecord], count: int) -> Iterable[FoundRecord]:
    """Return the records; where they are many, how far one has come is shown beside the result."""
    out = Console(stderr=True)
    words = said(Text(ja="経歴を判定中", en="Judging records"))
    hidden = count < _MANY or not out.is_terminal
    return track(records, description=words, total=count, console=out, transient=True, disable=hidden)


COMMAND = compare
