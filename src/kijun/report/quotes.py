"""Which official words does a report quote: those of the cells whose parts it tells?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kijun.catalogue.official_text import OfficialText
from kijun.framework.indicator import PARTS, Indicator
from kijun.framework.wording import Wording
from kijun.judgement.explain import PART_NAMES
from kijun.judgement.proof import CellJudgement
from kijun.report.passport import Quote, Quoted
from kijun.text import Text

_WHOLE = Text(ja="セル", en="cell")
_NAMES = {"": _WHOLE, "size_clause": PART_NAMES["size"], "exam": Text(ja="注釈", en="examination")}
_ORDER = ("", *PARTS, "size_clause", "exam")


def quoted_cells(cells: Sequence[CellJudgement], official: OfficialText | None) -> Iterator[Quoted]:
    """Yield the official words of each cell that has some, once, part by part in printed order."""
    if official is None:
        return
    for path, cell in {each.cell.indicator.path: each.cell.indicator for each in cells}.items():
        quotes = [_quote(each, cell) for part in _ORDER for each in official.under(path) if _part(each, cell) == part]
        if quotes:
            field = next(field for _, field in official.edition.fields() if field.path == cell.field_path)
            yield Quoted(cell=official.edition.cell_name(field, cell.level), quotes=tuple(quotes))


def sources_of(official: OfficialText) -> list[str]:
    """Return the files that the words were taken from, each with its digest."""
    return [f"{each.id}  {each.file}  {each.digest}" for each in official.documents]


def _part(wording: Wording, cell: Indicator) -> str:
    """Return the part of the cell that words belong to; none where they are of the whole cell."""
    below = wording.path.removeprefix(f"{cell.field}/{cell.level}").strip("/")
    return below.partition("/")[0]


def _quote(wording: Wording, cell: Indicator) -> Quote:
    part = _part(wording, cell)
    name = _NAMES.get(part) or PART_NAMES[part]
    return Quote(part=name, language=wording.language, words=wording.words, citation=wording.citation)
