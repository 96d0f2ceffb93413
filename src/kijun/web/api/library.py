"""Which operations read the standards? Whoever has a key with the scope may read all of them."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, JsonResponse
from ninja import Query, Router, Schema
from pydantic import ConfigDict, Field

from kijun.exchange.as_json.comparison import dump_comparison
from kijun.framework.dump import dump_text
from kijun.framework.edition import Edition
from kijun.web.api.answers import json_answer
from kijun.web.api.library_things import thing_as_json
from kijun.web.api.operations import operation
from kijun.web.api.pages import Exactly, Page, Piece, page_of
from kijun.web.api.texts import TextShape
from kijun.web.api.wrong import invalid_words
from kijun.web.library.addresses import places, spelt_plainly
from kijun.web.library.compare_pages import read_question
from kijun.web.library.differences import comparison_of
from kijun.web.library.index import Entry
from kijun.web.library.queries import editions
from kijun.web.library.search import search
from kijun.web.library.standard_pages import counts_of

router = Router(tags=["library"])
SCOPE = "library:read"


class EditionShape(Schema):
    """An installed edition, and how much it holds."""

    path: str
    name: TextShape
    is_own: bool = Field(description="Whether it is the organisation's own, and not one that ships with kijun.")
    published: str | None
    fields: int
    cells: int
    items: int


class FoundShape(Schema):
    """Something that was found."""

    kind: str
    path: str
    anchor: str
    name: TextShape
    within: TextShape


class ThingShape(Schema):
    """What stands at a path. More keys go with the kind; docs/reference/api.md names them."""

    model_config = ConfigDict(extra="allow")
    kind: str
    path: str
    edition: str
    name: TextShape


class ComparisonShape(Schema):
    """What differs, as `kijun compare --format json` writes it."""

    model_config = ConfigDict(extra="allow")
    old: dict[str, Any]
    new: dict[str, Any]
    path: str | None
    summary: dict[str, dict[str, int]]
    changes: list[dict[str, Any]]


class Words(Piece):
    """What is looked for."""

    q: str = Field(min_length=1, max_length=200, description="Words in either language, in any width.")


class Pair(Exactly):
    """Two editions, and the path below them to which the comparison is narrowed."""

    old: str = Field(default="", max_length=200)
    new: str = Field(default="", max_length=200)
    path: str = Field(default="", max_length=300)


@operation(
    router,
    "GET",
    "/editions",
    scope=SCOPE,
    ja="入っている版",
    answer=list[EditionShape],
)
def installed(request: HttpRequest) -> list[dict[str, Any]]:
    """Give the installed editions."""
    return [_edition(each) for each in editions()]


def _edition(edition: Edition) -> dict[str, Any]:
    counts = counts_of(edition)
    return {
        "path": edition.id,
        "name": dump_text(edition.name),
        "is_own": counts["is_own"],
        "published": counts["published"].isoformat() if counts["published"] else None,
        "fields": counts["fields"],
        "cells": counts["cells"],
        "items": counts["items"],
    }


@operation(
    router,
    "GET",
    "/search",
    scope=SCOPE,
    ja="標準を探す(合うものから)",
    answer=Page[FoundShape],
)
def found(request: HttpRequest, given: Query[Words]) -> dict[str, Any]:
    """Search the standards, the best first."""
    return page_of(search(given.q).entries, given, _found)


def _found(entry: Entry) -> dict[str, Any]:
    return {
        "kind": entry.kind,
        "path": entry.path,
        "anchor": entry.anchor,
        "name": dump_text(entry.name),
        "within": dump_text(entry.within),
    }


@operation(
    router,
    "GET",
    "/comparison",
    scope=SCOPE,
    ja="二つの版の違い",
    answer=ComparisonShape,
)
def comparison(request: HttpRequest, given: Query[Pair]) -> JsonResponse:
    """Tell what differs between two editions."""
    asked = read_question(given.old, given.new, given.path, is_only_differences=False)
    if asked.wrong or asked.old is None or asked.new is None:
        raise invalid_words(["query"], asked.wrong)
    whole = comparison_of(asked.old.id, asked.new.id)
    narrowed = whole.below(asked.path) if asked.path else whole
    return json_answer(dump_comparison(narrowed, asked.old, asked.new, asked.path or None))


@operation(
    router,
    "GET",
    "/{path:path}",
    scope=SCOPE,
    ja="パスにあるもの: 版、職種、専門分野、セル、部分、スキル項目",
    answer=ThingShape,
)
def thing(request: HttpRequest, path: str) -> JsonResponse:
    """Tell what stands at a path: an edition, category, field, cell, part or skill item."""
    place = places().get(spelt_plainly(path))
    shown = thing_as_json(place) if place else None
    if shown is None:
        raise Http404
    return json_answer(shown)
