"""What do the files of --with assume beside a record, and how is that shown above a result?

Every command that takes --with reads and shows it by these functions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.text import Text as Styled

from kijun.cli.language import said
from kijun.cli.layout import Row, show_rows
from kijun.cli.question import Asked
from kijun.evidence import Person
from kijun.judgement.assumption import KIND_NAMES, Assumption
from kijun.text import Language, Text

TITLE = Text(ja="仮定(経歴にはない)", en="Assumed, not on record")
_NOTHING = Text(ja="何も仮定されていない", en="nothing is assumed")


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """A person as if the assumptions were on record, and the assumptions in words; None where no file was named."""

    person: Person
    assumptions: tuple[Assumption, ...] | None


def read_assumed(files: Sequence[Path], person: Person, asked: Asked, *, on: date) -> WhatIf:
    """Return the person with what the files assume, each beside those before it.

    What is not there yet on the day of judgement marks nothing as assumed. What was read otherwise than written is shown at
    once. Raises BadInput with every problem of all the files.
    """
    if not files:
        return WhatIf(person=person, assumptions=None)
    from kijun.cli.assumed_files import read_files  # noqa: PLC0415  # most judgements assume nothing

    as_if, found = read_files(files, person, asked, on=on)
    return WhatIf(person=as_if, assumptions=found)


def show_assumed(console: Console, found: Sequence[Assumption] | None, on: date) -> None:
    """Write what is assumed, line by line; nothing where no file was named."""
    if found is None:
        return
    console.print(Styled(said(TITLE), style="bold yellow"))
    rows = [
        Row(name=said(KIND_NAMES[each.kind]), words=[said(_with_day(each, on))], mark="+", style="yellow")
        for each in found
    ]
    show_rows(console, rows or [Row(name="", words=[said(_NOTHING)])])
    console.print()


def assumed_markdown(found: Sequence[Assumption] | None, on: date, language: Language) -> list[str]:
    """Return what is assumed as lines of Markdown, with an empty line below; none where no file was named."""
    if found is None:
        return []
    lines = [f"- {KIND_NAMES[each.kind].said_in(language)}: {_with_day(each, on).said_in(language)}" for each in found]
    return [f"**{TITLE.said_in(language)}**", "", *(lines or [f"- {_NOTHING.said_in(language)}"]), ""]


def _with_day(each: Assumption, on: date) -> Text:
    if not each.is_later_than(on):
        return each.words
    return Text(
        ja=f"{each.words.ja}(判定日より後なので、まだ数えない)",
        en=f"{each.words.en} (after the day of judgement, so not counted yet)",
    )
