"""How is a long list given, a bounded piece at a time?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final, Generic, TypeVar

from django.db.models import Model, QuerySet
from ninja import Schema
from pydantic import ConfigDict, Field

MOST: Final = 100
_FARTHEST: Final = 1_000_000
T = TypeVar("T")
Row = TypeVar("Row", bound=Model)


class Exactly(Schema):
    """What is given, and nothing else: a name that is misspelt is told."""

    model_config = ConfigDict(extra="forbid")


class Piece(Exactly):
    """Which piece of a list is asked for."""

    limit: int = Field(default=50, ge=1, le=MOST, description="How many at most.")
    offset: int = Field(default=0, ge=0, le=_FARTHEST, description="How many are left out before.")


class Page(Schema, Generic[T]):
    """A piece of a list, and how many there are in all."""

    total: int
    limit: int
    offset: int
    items: list[T]


def page_of(found: QuerySet[Row] | Sequence[Any], asked: Piece, shape: Callable[[Any], Any]) -> dict[str, Any]:
    """Return the piece of a list that is asked for."""
    total = found.count() if isinstance(found, QuerySet) else len(found)
    piece = found[asked.offset : asked.offset + asked.limit]
    return {"total": total, "limit": asked.limit, "offset": asked.offset, "items": [shape(each) for each in piece]}
