"""Does what was read of a cell hold together: is every part there, and can what it asks be met?

A part that every indicator of the family has, and that this one lacks, was probably lost with its heading. A count above the list
that it counts means that a part of the list stands elsewhere. Both are asked about.
"""

from __future__ import annotations

from typing import Final

from kijun.documents.notebook import Notebook
from kijun.documents.passage import Passage
from kijun.text import Text

_EXPECTED: Final = {
    "responsibility": Text(ja="責任性", en="responsibility"),
    "complexity": Text(ja="複雑性", en="complexity"),
    "size": Text(ja="サイズ", en="size"),
    "expertise": Text(ja="専門性", en="expertise"),
}
_COUNTED: Final = ("complexity", "expertise", "succession")
_MOST: Final = 1_000
_OUT_OF_RANGE: Final = Text(
    ja="この数はありえません。文書を見て、正しい値を答えてください。",
    en="This number is impossible. Look at the document and answer with the right value.",
)
_TOO_MANY: Final = Text(
    ja="一覧にある数より多くを求めています。一覧の一部が別の場所にあるかもしれません。文書を見て、一覧を答えてください。",
    en="More is asked than the list has. A piece of the list may stand elsewhere. Look at the document and answer with the list.",
)


def ask_about_gaps(cell: Notebook, heading: Passage) -> None:
    """Ask about the parts that a cell should have and that were not found, and about counts that nobody can reach."""
    for part, name in _EXPECTED.items():
        if part not in cell.unread and not any(below.split("/")[0] == part for below in cell.noted):
            cell.give_up(part, heading, _missing(name))
    for part in _COUNTED:
        least, of = (cell.noted.get(f"{part}/{key}") for key in ("at_least", "of"))
        if least is None or of is None or not isinstance(of.value, list):
            continue
        if isinstance(least.value, int) and least.value > len(of.value) and part not in cell.unread:
            cell.give_up(part, cell.wording.get(part, heading), _TOO_MANY, below=f"{part}/of")
    _ask_about_bands(cell, heading)
    _ask_about_impossible(cell, heading)


def _ask_about_impossible(cell: Notebook, heading: Passage) -> None:
    """Ask about a count of none, or of more than anybody has: a number of something else was taken for it."""
    for below, noted in list(cell.noted.items()):
        part, _, key = below.partition("/")
        if key != "at_least" or not isinstance(noted.value, int) or part in cell.unread:
            continue
        if not 1 <= noted.value <= _MOST:
            cell.give_up(part, cell.wording.get(part, heading), _OUT_OF_RANGE, below=below)
    size = cell.noted.get("size")
    for band in size.value if size is not None and isinstance(size.value, list) else []:
        least = band.get("complexity_at_least") if isinstance(band, dict) else None
        if isinstance(least, int) and not 1 <= least <= _MOST and "size" not in cell.unread:
            cell.give_up("size", heading, _OUT_OF_RANGE)


def _ask_about_bands(cell: Notebook, heading: Passage) -> None:
    """Ask about the list of conditions where a band of the size counts more of them than there are."""
    size, of = cell.noted.get("size"), cell.noted.get("complexity/of")
    offered = len(of.value) if of is not None and isinstance(of.value, list) else 0
    for number, band in enumerate(size.value if size is not None and isinstance(size.value, list) else [], start=1):
        least = band.get("complexity_at_least") if isinstance(band, dict) else None
        if isinstance(least, int) and least > offered and "complexity" not in cell.unread:
            cell.give_up("complexity", cell.wording.get(f"size/{number}", heading), _TOO_MANY, below="complexity/of")


def _missing(name: Text) -> Text:
    return Text(
        ja=f"このセルに{name.ja}が見つかりません。印刷されていなければnoneと、あればその値を答えてください。",
        en=f"No {name.en} was found in this cell. Answer none where it is not printed, or with its value where it is.",
    )
