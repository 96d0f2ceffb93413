"""What is a document made of before anybody decides how it is set: headings, parts, sentences, lists of options?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["title", "heading", "section", "part", "sentence", "options", "table"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A table of fields by levels; `filled` says which of its cells are coloured, and which levels carry no colour."""

    corner: str
    fields: tuple[str, ...]
    levels: tuple[tuple[int, str], ...]
    filled: frozenset[tuple[str, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One piece. A heading's parts are cells of one row; options are labels without their boxes."""

    kind: Kind
    text: str = ""
    options: tuple[str, ...] = ()
    chart: Chart | None = None
