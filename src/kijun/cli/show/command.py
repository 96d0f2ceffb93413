"""`kijun show`: what does the standard say of an edition, a category, a field, a cell or a part?"""

from __future__ import annotations

import json
from typing import Annotated

import typer

from kijun.catalogue.find import Thing, find
from kijun.catalogue.find_skill import find_skills, names_skills
from kijun.catalogue.installed import open_edition, shipped_editions
from kijun.catalogue.official_text import OfficialText
from kijun.cli.format import TextOrJson
from kijun.cli.language import say
from kijun.cli.output import console, show_problems, write_plain
from kijun.cli.show.as_text import show_thing
from kijun.cli.show.official import official_text, with_wording
from kijun.cli.show.skills import plain_skills, show_skills
from kijun.errors import BadInput, NotFound
from kijun.framework.dump import Plain, dump_category, dump_cell, dump_citation, dump_text
from kijun.framework.edition import Edition
from kijun.framework.indicator import Indicator
from kijun.framework.wording import JOB_DESCRIPTION
from kijun.text import Text


def show(
    path: Annotated[
        str | None,
        typer.Argument(help=say("パスか名前(例: hardware/5)", "A path or a name, such as hardware/5.")),
    ] = None,
    all_: Annotated[
        bool,
        typer.Option("--all", help=say("版の全セル(または全スキル項目)", "Every cell, or skill item, of the edition.")),
    ] = False,
    skills: Annotated[
        bool,
        typer.Option(
            "--skills",
            help=say(
                "スキル項目、知識項目、熟達度を示す",
                "Show the skill items, with their knowledge items and proficiencies.",
            ),
        ),
    ] = False,
    edition: Annotated[
        str | None,
        typer.Option(
            help=say(
                "版: idかフォルダー(既定は新しい版から探す)",
                "The edition, by id or folder; the newest that has it if not given.",
            )
        ),
    ] = None,
    format: Annotated[TextOrJson, typer.Option(help=say("出力の形", "How to write the result."))] = TextOrJson.text,
) -> None:
    editions = list(shipped_editions()) if edition is None else [open_edition(edition)]
    if all_:
        for each in editions[:1]:
            _show_all(official_text(each, edition), format, is_of_skills=skills)
        return
    if path is None:
        raise BadInput(
            Text(
                ja="PATHか--allを指定してください。`kijun list`で一覧を見られます。",
                en="Name a PATH, or use --all. `kijun list` shows what there is.",
            )
        )
    thing = find_skills(path, editions) if names_skills(path) else find(path, editions)
    official = official_text(thing.edition, edition)
    show_one = _show_skills if skills or names_skills(path) else _show_thing
    show_one(thing, official, format)
    show_problems(official.problems)


show.__doc__ = say(
    """標準の内容を、印刷されている場所とともに示す。

    例:

      kijun show hardware/5

      kijun show ファシリティマネジメント/6/size

      kijun show itss/v3-2011/customer-service --format json

      kijun show hardware/skills/technology

      kijun show customer-service --skills

      kijun show --all --edition itss/v3-2011 --format json
    """,
    """Show what the standard says, with the place where it is printed.

    Examples:

      kijun show hardware/5

      kijun show facility-management/6/size

      kijun show itss/v3-2011/customer-service --format json

      kijun show hardware/skills/technology

      kijun show customer-service --skills

      kijun show --all --edition itss/v3-2011 --format json
    """,
)


def _show_thing(thing: Thing, official: OfficialText, format: TextOrJson) -> None:
    plain = _plain(thing, official)
    if format is TextOrJson.json:
        write_plain(json.dumps(plain, ensure_ascii=False, indent=2))
    else:
        show_thing(console(), thing, official)


def _show_skills(thing: Thing, official: OfficialText, format: TextOrJson) -> None:
    plain = plain_skills(thing, official)
    if format is TextOrJson.json:
        write_plain(json.dumps(plain, ensure_ascii=False, indent=2))
    else:
        show_skills(console(), thing, official)


def _show_all(official: OfficialText, format: TextOrJson, *, is_of_skills: bool) -> None:
    edition = official.edition
    if is_of_skills:
        _show_skills(Thing(kind="edition", path=edition.id, edition=edition), official, format)
    else:
        cells = [cell for _, field in edition.fields() for cell in edition.cells_of(field.path)]
        if format is TextOrJson.json:
            write_plain(json.dumps([_cell(cell, official) for cell in cells], ensure_ascii=False, indent=2))
        else:
            for cell in cells:
                show_thing(console(), Thing(kind="cell", path=cell.path, edition=edition), official)
    show_problems(official.problems)


def _cell(indicator: Indicator, official: OfficialText) -> dict[str, Plain]:
    return {**dump_cell(indicator, official.edition), **with_wording(official, official.under(indicator.path))}


def _plain(thing: Thing, official: OfficialText) -> Plain:
    edition = thing.edition
    match thing.kind:
        case "edition":
            return _plain_edition(edition)
        case "category":
            category = next(each for each in edition.categories.values() if each.path == thing.path)
            described = official.at(f"{category.path}/{JOB_DESCRIPTION}")
            return {**dump_category(category, edition), **with_wording(official, described)}
        case "field":
            field = next(field for _, field in edition.fields() if field.path == thing.path)
            return {
                "field": field.path,
                "name": dump_text(field.name),
                "summary": dump_text(field.summary),
                "missing_from_source": [*sorted(field.missing_from_source)],
                "citation": dump_citation(field.citation),
                "cells": [_cell(cell, official) for cell in edition.cells_of(field.path)],
                **with_wording(official, official.at(field.path)),
            }
        case "cell":
            return _cell(_printed(thing), official)
        case _:
            cell, _, part = thing.path.rpartition("/")
            indicator = edition.indicators[cell]
            return {
                "part": thing.path,
                part: dump_cell(indicator, edition)[part],
                "citation": dump_citation(indicator.cited(part)),
                **with_wording(official, official.under(thing.path)),
            }


def _plain_edition(edition: Edition) -> Plain:
    return {
        "edition": edition.id,
        "name": dump_text(edition.name),
        "categories": [dump_category(each, edition) for each in edition.categories.values()],
        "documents": {
            each.id: {
                "title": dump_text(each.title),
                "revision": dump_text(each.revision),
                "part": each.is_part,
            }
            for each in edition.documents.values()
        },
        "notes": [dump_text(note) for note in edition.notes],
        "policies": {
            point.id: {
                "question": dump_text(point.question),
                "default": point.default,
                "reason": dump_text(point.reason),
            }
            for point in edition.points.values()
        },
    }


def _printed(thing: Thing) -> Indicator:
    indicator = thing.edition.indicators.get(thing.path)
    if indicator is None:
        field_path, _, level = thing.path.rpartition("/")
        field = next(field for _, field in thing.edition.fields() if field.path == field_path)
        defined = ", ".join(str(cell.level) for cell in thing.edition.cells_of(field_path))
        is_missing = int(level) in field.missing_from_source
        raise NotFound(
            Text(
                ja=f"{thing.path}は"
                + ("標準にはあるが、手元の資料にありません。" if is_missing else "標準に定義がありません。")
                + f"定義のあるレベル: {defined}。",
                en=f"{thing.path} "
                + (
                    "exists in the standard but is missing from the source."
                    if is_missing
                    else "is not defined in the standard."
                )
                + f" Defined levels: {defined}.",
            )
        )
    return indicator


COMMAND = show
