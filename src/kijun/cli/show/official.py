"""How are the official words of a path shown, where a text pack is installed?

Beside what kijun says itself, marked as official and with the place where they are printed; in plain values under the key
`wording`, which is there only where a pack is.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from kijun.catalogue.installed import find_edition
from kijun.catalogue.official_text import OfficialText
from kijun.catalogue.shipped import unordered_folders
from kijun.cli.language import said, say
from kijun.cli.layout import Row, show_rows
from kijun.framework.dump import Plain
from kijun.framework.dump_wording import dump_wording
from kijun.framework.edition import Edition
from kijun.framework.wording import Wording
from kijun.text import Text

_LABELS = {
    "ja": Text(ja="原文(日本語)", en="Official wording (Japanese)"),
    "en": Text(ja="原文(英語)", en="Official wording (English)"),
}


def official_text(edition: Edition, named: str | None) -> OfficialText:
    """Return the official words of an edition, as it was named on the command line."""
    folder: Path | None = find_edition(named).folder if named else unordered_folders().get(edition.id)
    return OfficialText(edition, folder)


def rows_of(wording: Sequence[Wording]) -> list[Row]:
    """Return a row for each wording; those of one language and page are labelled once, before the first."""
    rows, labelled = [], ""
    for each in wording:
        label = _label(each)
        if label != labelled:
            rows.append(Row(name="", words=[label], is_quiet=True))
        labelled = label
        rows.append(Row(name="", words=each.words.splitlines(), citation=str(each.citation), is_quiet=True))
    return rows


def _label(wording: Wording) -> str:
    page = wording.citation.page
    return f"{said(_LABELS[wording.language])}{say(f'、{page}ページ', f', page {page}') if page else ''}:"


def show_wording(out: Console, wording: Sequence[Wording]) -> None:
    """Write official words by themselves."""
    if wording:
        show_rows(out, rows_of(wording))
        out.print()


def with_wording(official: OfficialText, wording: Sequence[Wording]) -> dict[str, Plain]:
    """Return the key `wording` with official words, where a pack is installed; else no key."""
    return {"wording": dump_wording(wording)} if official.is_installed else {}
