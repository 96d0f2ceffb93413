"""Which operation tells what would be enough for a cell?"""

from __future__ import annotations

from typing import Annotated, Any, Final

from django.http import HttpRequest, JsonResponse
from ninja import Query, Router, Schema
from pydantic import Field

from kijun.exchange.as_json.plans import dump_planned
from kijun.text import Text
from kijun.web.api.answers import json_answer
from kijun.web.api.asking import When, question_for, record_for
from kijun.web.api.operations import operation
from kijun.web.api.wrong import invalid_value
from kijun.web.judgements.queries import judge_record
from kijun.web.plans.goals import distances_of, suggested

router = Router(tags=["plans"])
READ: Final = "plan:read"
_MOST: Final = 10
NOT_PRINTED: Final = Text(ja="このセルは、聞かれた版にない", en="this cell is not in the editions that are asked for")


class GoalsShape(Schema):
    """Plans, as `kijun plan --format json` writes them; see docs/reference/plan-json.md."""

    person: str
    on: str
    assumed: list[dict[str, Any]]
    cells: list[dict[str, Any]]


class Goals(When):
    """What is asked, for which cells; left out, those that are suggested."""

    cell: list[Annotated[str, Field(max_length=200)]] = Field(default=[], max_length=_MOST, description="By path.")


@operation(
    router,
    "GET",
    "/people/{slug:person}/goals",
    scope=READ,
    ja="セルを満たすのに足りる、いちばん小さな追加",
    answer=GoalsShape,
)
def goals(request: HttpRequest, person: str, given: Query[Goals]) -> JsonResponse:
    """Give the smallest additions that make a cell met."""
    record = record_for(request, person)
    judged = judge_record(record, question_for(given, record).asked)
    found = {each.growth.cell: each for each in distances_of(judged)}
    for each in given.cell:
        if each not in found:
            raise invalid_value(["query", "cell"], NOT_PRINTED)
    chosen = [found[each] for each in dict.fromkeys(given.cell)] if given.cell else suggested(judged, 5)
    return json_answer(dump_planned(judged, chosen))
