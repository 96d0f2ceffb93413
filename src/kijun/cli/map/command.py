"""`kijun map`: the career map, with how far every open cell is."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from kijun.cli.clock import today
from kijun.cli.format import Format
from kijun.cli.judged import judge_record
from kijun.cli.judgement_notes import show_notices
from kijun.cli.language import Speaker, say
from kijun.cli.map.as_markdown import map_markdown
from kijun.cli.map.as_text import show_map
from kijun.cli.options import Assumed, Day, Editions, HowWritten, Policies, RecordFile
from kijun.cli.output import console, write_plain
from kijun.exchange.as_json.career_map import dump_map
from kijun.growth.distances import distances

_SHOWN = 5
_MOST_SHOWN = 100


def map_(
    record: RecordFile,
    edition: Editions = None,
    on: Day = None,
    policy: Policies = None,
    with_: Assumed = None,
    nearest: Annotated[
        int,
        typer.Option(
            min=0,
            max=_MOST_SHOWN,
            metavar="NUMBER",
            help=say("近いセルをいくつ示すか", "How many of the nearest cells to show."),
        ),
    ] = _SHOWN,
    format: HowWritten = Format.text,
) -> None:
    asked = judge_record(record, editions=edition, policies=policy, assumed=with_, on=on, now=today())
    judged, assumed = asked.judgement, asked.what_if.assumptions
    found = distances(judged)
    match format:
        case Format.text:
            show_map(console(), judged, found, asked.again, nearest=nearest, assumed=assumed)
            show_notices(console(), asked.notices, record, edition or [])
        case Format.json:
            write_plain(json.dumps(dump_map(judged, found, assumed), ensure_ascii=False, indent=2))
        case Format.markdown:
            write_plain(map_markdown(judged, found, Speaker.language, nearest=nearest, assumed=assumed))


map_.__doc__ = say(
    """キャリアマップに、まだ満たしていないセルまでの手数を添えて示す。

    すべての専門分野から、いちばん近いセルを並べる。

    例:

      kijun map me.yaml

      kijun map me.yaml --nearest 10 --on 2026-04-01
    """,
    """Show the career map with the number of steps missing in every open cell.

    The nearest cells of all fields are listed, not only those of today's.

    Examples:

      kijun map me.yaml

      kijun map me.yaml --nearest 10 --on 2026-04-01
    """,
)

COMMAND = map_
