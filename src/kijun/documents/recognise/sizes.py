"""Which sizes does the size clause offer: bands of bounds and customers, each with so many conditions where printed?

One of the bands will do. In a band, "or" makes alternatives; what stands in brackets behind a thing holds together with it. A
number that was not understood makes the whole part unread.
"""

from __future__ import annotations

import re
from typing import Final

from kijun.documents.notebook import Notebook
from kijun.documents.passage import Passage
from kijun.documents.recognise.bands import read_band
from kijun.documents.recognise.clauses import Clause
from kijun.documents.recognise.item_count import count_items
from kijun.text import Text

_ANY: Final = re.compile(
    r"特定(?:せず|しない)|(?:規模|サイズ)(?:を|は)?(?:問わ(?:ず|ない)|限定しない)|問わ(?:ず|ない)|指定(?:なし|しない)|制限なし"
    r"|\b(?:not specified|unspecified|regardless of (?:the )?(?:project )?sizes?|any size|irrespective of (?:the )?size|no size)\b"
)
_COMPARES: Final = re.compile(
    r"以上|以下(?!の)|未満|を?超え|以内|\d|\bmore\b|\bless\b|\bfewer\b|\bat least\b|\bup to\b|\bexceed"
)
_UNCLEAR: Final = Text(
    ja="サイズに読み取れない語か数があります。このセルのサイズの全体を、達成度指標のファイルのsizeと同じ形で答えてください。",
    en="This size holds words or numbers that could not be read. Answer with all sizes of the cell, in the shape of size in an "
    "indicator's file.",
)
_UNCLEAR_CHOICE: Final = Text(
    ja="サイズが一つでよいのか、すべて必要なのか、読み取れません。このセルのサイズの全体を、達成度指標のファイルのsizeと同じ形で答えてください。",
    en="It could not be read whether one of the sizes will do or all of them are asked. Answer with all sizes of the cell, in the "
    "shape of size in an indicator's file.",
)


def recognise_bands(clause: Clause, cell: Notebook) -> None:
    """Note the bands of the size clause, or that its size is not specified."""
    first = clause.first
    if first is None:
        return
    if any(_ANY.search(each.folded.text) for each in (first, *clause.options)):
        _note_any(first, clause.options, cell)
    elif clause.options:
        _note_bands(clause.options, clause.lead, cell)
    else:
        _note_bands((first,), None, cell)


def _note_any(first: Passage, options: tuple[Passage, ...], cell: Notebook) -> None:
    cell.wording["size"] = first
    if len(options) > 1 or any(_COMPARES.search(each.folded.text) for each in (first, *options)):
        cell.give_up("size", first, _UNCLEAR)
    else:
        cell.write("size", None, first.place())


def _note_bands(options: tuple[Passage, ...], lead: Passage | None, cell: Notebook) -> None:
    """Note the bands; what was not understood first is asked about, and the answer is the part as a whole."""
    cell.wording["size"] = lead or options[0]
    currency = " ".join(each.folded.text for each in options)
    bands = [(option, read_band(option, currency, cell)) for option in options]
    read = [(option, band) for option, band in bands if band is not None]
    if lead is not None and not _offers_one(lead, len(options)):
        cell.give_up("size", lead, _UNCLEAR_CHOICE)
        return
    if len(read) < len(bands):
        cell.give_up("size", next(option for option, band in bands if band is None), _UNCLEAR)
        return
    cell.write("size", [band.plain for _, band in read], options[0].place())
    for number, (option, band) in enumerate(read, start=1):
        cell.wording[f"size/{number}"] = option
        cell.write(f"size/{number}", band.plain, option.place())
        for below, (place, value) in band.places.items():
            if place.line != option.place().line:
                cell.write(f"size/{number}/{below}", value, place)


def _offers_one(lead: Passage, offered: int) -> bool:
    """Return whether one of the bands will do: nothing else is said."""
    count = count_items(lead)
    return count.is_clear and (not count.is_all or offered == 1) and count.at_least in (None, 1)
