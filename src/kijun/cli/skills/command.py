"""`kijun skills`: the ratings of a record beside the level of a field."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Annotated, Final

import typer

from kijun.catalogue.find import find, find_level
from kijun.cli.clock import today
from kijun.cli.format import Format
from kijun.cli.judged import read_asked
from kijun.cli.judgement_notes import show_notices
from kijun.cli.language import Speaker, say
from kijun.cli.options import Assumed, Day, Editions, HowWritten, Policies, RecordFile
from kijun.cli.output import console, write_plain
from kijun.cli.question import Asked
from kijun.cli.skills.as_markdown import skills_markdown
from kijun.cli.skills.as_text import show_skills
from kijun.cli.skills.view import SkillView
from kijun.errors import NotFound
from kijun.exchange.as_json.skills import dump_skills
from kijun.framework.edition import Edition
from kijun.framework.policy import choose
from kijun.framework.resolve_proficiency import RATERS_ANSWERED
from kijun.framework.structure import Field
from kijun.judgement.skills import fields_on_record, skill_levels, skill_matrix
from kijun.text import Text

_FIELDS: Final = frozenset({"field"})

Fields = Annotated[
    list[str] | None,
    typer.Option(
        "--field",
        metavar="FIELD",
        help=say(
            "専門分野(例: hardware)。繰り返せる。既定は記録のある分野",
            "A specialty field, such as hardware; those with something on record if not given. May be repeated.",
        ),
    ),
]
Level = Annotated[
    str | None,
    typer.Option(
        "--level",
        metavar="LEVEL",
        help=say(
            "目標のレベル。省けば、定義のあるすべてのレベルのまとめ",
            "The target level; a summary of every defined level if not given.",
        ),
    ),
]


def skills(
    record: RecordFile,
    field: Fields = None,
    level: Level = None,
    edition: Editions = None,
    on: Day = None,
    policy: Policies = None,
    with_: Assumed = None,
    format: HowWritten = Format.text,
) -> None:
    found = read_asked(record, editions=edition, policies=policy, assumed=with_, on=on, now=today())
    asked, person, day = found.asked, found.what_if.person, found.on
    chosen = _fields(field or [], asked) or [
        (each, shown) for each in asked.editions for shown in fields_on_record(each, person, on=day)
    ]
    targets = _targets(chosen, level)
    view = SkillView(
        person=person,
        on=day,
        again=found.again,
        is_overview=level is None,
        matrices=tuple(
            skill_matrix(of, each, target, person, on=day, by=_deciders(of, found.policies))
            for of, each, target in targets
        ),
        fields=tuple(_having_items(asked.editions)),
        assumed=found.what_if.assumptions,
    )
    match format:
        case Format.text:
            show_skills(console(), view)
            show_notices(console(), found.notices, record, edition or [])
        case Format.json:
            write_plain(
                json.dumps(
                    dump_skills(view.person, view.matrices, on=view.on, assumed=view.assumed),
                    ensure_ascii=False,
                    indent=2,
                )
            )
        case Format.markdown:
            write_plain(skills_markdown(view, Speaker.language))


skills.__doc__ = say(
    """スキル項目ごとの評価を、専門分野のあるレベルの目標と並べて示す。

    例:

      kijun skills me.yaml

      kijun skills me.yaml --field hardware --level 5

      kijun skills me.yaml --field hardware --level 5 --edition itss/v3-2008 --format json

      kijun skills me.yaml --field hardware --level 5 --with plan.yaml

    評価のない項目は不明であり、0ではない。
    """,
    """Show the ratings of each skill item beside what a level of a field asks.

    Examples:

      kijun skills me.yaml

      kijun skills me.yaml --field hardware --level 5

      kijun skills me.yaml --field hardware --level 5 --edition itss/v3-2008 --format json

      kijun skills me.yaml --field hardware --level 5 --with plan.yaml

    An item that nobody rated is unknown, not zero.
    """,
)


def _deciders(edition: Edition, overrides: Mapping[str, str]) -> tuple[str, ...]:
    return RATERS_ANSWERED[choose(edition.points, overrides)["ratings.by"]]


def _having_items(editions: Sequence[Edition]) -> list[tuple[Edition, Field]]:
    return [(each, field) for each in editions for _, field in each.fields() if each.items_of(field.path)]


def _fields(names: Sequence[str], asked: Asked) -> list[tuple[Edition, Field]]:
    """Return the fields that --field names. Raises NotFound for one that is not there or has no skill items."""
    having = _having_items(asked.editions)
    chosen = []
    for name in names:
        thing = find(name, asked.editions, kinds=_FIELDS)
        field = next(field for _, field in thing.edition.fields() if field.path == thing.path)
        if not thing.edition.items_of(field.path):
            raise NotFound(_no_items(thing.edition, field, having))
        chosen.append((thing.edition, field))
    return chosen


def _no_items(edition: Edition, field: Field, having: Sequence[tuple[Edition, Field]]) -> Text:
    known = ", ".join(each.path for _, each in having)
    return Text(
        ja=f"{edition.id}は「{field.name.ja}」のスキル項目を持っていません。"
        + (f"スキル項目のある専門分野: {known}。" if known else "この版にスキル項目はありません。"),
        en=f"{edition.id} holds no skill items of {field.name.en}. "
        + (f"Fields with skill items: {known}." if known else "It has none at all."),
    )


def _targets(chosen: Sequence[tuple[Edition, Field]], level: str | None) -> list[tuple[Edition, Field, int]]:
    """Return every field with the level asked for, or with all its levels. Raises NotFound where no field has it."""
    if level is None:
        return [(edition, field, each) for edition, field in chosen for each in skill_levels(edition, field.path)]
    found = []
    for edition, field in chosen:
        target = find_level(level, edition)
        if target in skill_levels(edition, field.path):
            found.append((edition, field, target))
    if chosen and not found:
        raise NotFound(_undefined(level, *chosen[0]))
    return found


def _undefined(level: str, edition: Edition, field: Field) -> Text:
    defined = ", ".join(str(each) for each in skill_levels(edition, field.path))
    return Text(
        ja=f"{edition.id}の「{field.name.ja}」に、レベル「{level}」のスキル熟達度の定義はありません。定義のあるレベル: {defined}。",
        en=f'{field.name.en} of {edition.id} has no proficiency at level "{level}". Defined levels: {defined}.',
    )


COMMAND = skills
