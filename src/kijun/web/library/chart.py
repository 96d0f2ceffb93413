"""Which levels does a field have: defined, missing from the source, or not in the standard?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kijun.framework.edition import Edition
from kijun.framework.structure import Category, Field
from kijun.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """One level of a field; `path` is empty where there is no cell to open."""

    level: int
    name: Text
    path: str
    is_missing: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A field with all levels of its edition, lowest first."""

    field: Field
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """The fields of some categories by level; `heads` stand above the columns."""

    heads: tuple[tuple[int, Text], ...]
    groups: tuple[tuple[Category, tuple[Row, ...]], ...]


def chart_of(edition: Edition, categories: Iterable[Category]) -> Chart:
    """Return the chart of an edition's categories."""
    levels = sorted(edition.levels)
    return Chart(
        heads=tuple((level, edition.cell_heading(level)) for level in levels),
        groups=tuple((each, tuple(_row(edition, field) for field in each.fields)) for each in categories),
    )


def _row(edition: Edition, field: Field) -> Row:
    boxes = []
    for level in sorted(edition.levels):
        path = f"{field.path}/{level}"
        boxes.append(
            Box(
                level=level,
                name=edition.cell_name(field, level),
                path=path if path in edition.indicators else "",
                is_missing=level in field.missing_from_source,
            )
        )
    return Row(field=field, boxes=tuple(boxes))
