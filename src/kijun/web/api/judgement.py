"""Which operations answer what is met, and why? The same JSON as the command line writes."""

from __future__ import annotations

from typing import Annotated, Any, Final

from django.http import Http404, HttpRequest, JsonResponse
from ninja import Query, Router, Schema
from pydantic import ConfigDict, Field

from kijun.exchange.as_json.career_map import dump_map
from kijun.exchange.as_json.judgement import dump_judgement
from kijun.judgement.record_judgement import RecordJudgement
from kijun.text import Text
from kijun.web.api.answers import json_answer
from kijun.web.api.asking import When, question_for, record_for
from kijun.web.api.operations import operation
from kijun.web.api.wrong import invalid_value
from kijun.web.judgements.queries import judge_record
from kijun.web.plans.goals import distances_of, edition_of

router = Router(tags=["judgement"])
SCOPE = "judgement:read"
_Path = Annotated[str, Field(max_length=200)]


_NOT_PRINTED: Final = Text(
    ja="このセルは、判定する版にない。cells/のパスで聞けば、載っている版で判定する",
    en="this cell is not in the editions that are judged in; asked for by its path below cells/, it is judged where it is printed",
)
_NO_CELLS: Final = Text(ja="証明を付けるセルをcellで選ぶ", en="choose by cell of which cells the proof is wanted")


class JudgementShape(Schema):
    """A judgement, as `kijun judge --format json` writes it; docs/reference/judgement-json.md describes each key."""

    model_config = ConfigDict(extra="allow")
    person: str
    on: str
    policies: dict[str, dict[str, str]]
    cells: dict[str, dict[str, Any]]
    levels: dict[str, dict[str, Any]]


class LevelsShape(Schema):
    """The level reached in each field."""

    person: str
    on: str
    levels: dict[str, dict[str, Any]]


class MapShape(Schema):
    """The map with its distances, as `kijun map --format json` writes it; see docs/reference/plan-json.md."""

    person: str
    on: str
    assumed: list[dict[str, Any]]
    cells: list[dict[str, Any]]
    nearest: list[str]


class Cells(When):
    """What is asked, of which cells, with or without their proofs."""

    cell: list[_Path] = Field(default=[], max_length=20, description="Only these cells, by path.")
    proof: bool = Field(default=False, description="With the proof of each cell; at most 20 cells, named by `cell`.")


@operation(
    router,
    "GET",
    "/people/{slug:person}/judgement",
    scope=SCOPE,
    ja="満たすもの、満たさないもの、不明なもの",
    answer=JudgementShape,
)
def judgement(request: HttpRequest, person: str, given: Query[Cells]) -> JsonResponse:
    """Tell what is met, what is not, what is unknown."""
    judged = _judged(request, person, given)
    for each in given.cell:
        if judged.cell(each) is None:
            raise invalid_value(["query", "cell"], _NOT_PRINTED)
    if given.proof and not given.cell:
        raise invalid_value(["query", "proof"], _NO_CELLS)
    return json_answer(dump_judgement(judged, given.cell, has_proofs=given.proof))


@operation(
    router,
    "GET",
    "/people/{slug:person}/levels",
    scope=SCOPE,
    ja="専門分野ごとの到達レベル",
    answer=LevelsShape,
)
def levels(request: HttpRequest, person: str, given: Query[When]) -> dict[str, Any]:
    """Give the level reached in each field."""
    judged = dump_judgement(_judged(request, person, given), [], has_proofs=False)
    return {name: judged[name] for name in ("person", "on", "levels")}


@operation(
    router,
    "GET",
    "/people/{slug:person}/map",
    scope=SCOPE,
    ja="各セルまでの手数(近いものから)",
    answer=MapShape,
)
def career_map(request: HttpRequest, person: str, given: Query[When]) -> JsonResponse:
    """How far each cell is, the nearest first."""
    judged = _judged(request, person, given)
    return json_answer(dump_map(judged, distances_of(judged)))


@operation(
    router,
    "GET",
    "/people/{slug:person}/cells/{path:cell}",
    scope=SCOPE,
    ja="セルとその証明",
    answer=JudgementShape,
)
def cell(request: HttpRequest, person: str, cell: str, given: Query[When]) -> JsonResponse:
    """Give a cell with its proof.

    Give the judgement of one cell. Where no edition is asked for, it is judged in the one in which it is printed.
    """
    judged = _judged(request, person, given)
    if judged.cell(cell) is None and given.edition is None:
        edition = edition_of(cell)
        if edition is not None:
            judged = _judged(request, person, given.model_copy(update={"edition": edition.id}))
    if judged.cell(cell) is None:
        raise Http404
    return json_answer(dump_judgement(judged, [cell], has_proofs=True))


def _judged(request: HttpRequest, person: str, given: When) -> RecordJudgement:
    record = record_for(request, person)
    return judge_record(record, question_for(given, record).asked)
