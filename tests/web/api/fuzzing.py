"""How is the whole API asked for whatever its document allows, and for what it does not?

Every request leaves the database as it found it. `make api-fuzz` asks for long.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any, Final

from django.db import transaction
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis import Case, GenerationMode, openapi
from schemathesis.checks import CHECKS, load_all_checks
from schemathesis.core.failures import Failure
from schemathesis.core.result import Ok

from kijun.web.api.document import openapi as document
from kijun.web.people import queries
from kijun.web.wsgi import application

NOT_ASKED: Final = ("positive_data_acceptance", "ignored_auth")
"""What a record may hold no schema can say: the core refuses much that has the right shape. Keys are tested by themselves."""


ALWAYS_KNOWN: Final = ("person",)
"""A person whom there is not is found out at once, and nothing further is asked."""


@dataclass(slots=True, kw_only=True)
class Asked:
    """What came of the requests: how many, with which statuses, and what was wrong."""

    statuses: dict[int, int] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)

    def count(self, status: int) -> None:
        """Note an answer."""
        self.statuses[status] = self.statuses.get(status, 0) + 1


def ask_everything(
    secret: str, known: Mapping[str, list[Any]], *, examples: int, start: int, tags: tuple[str, ...] = ()
) -> Asked:
    """Ask every operation for what its document allows and for what it does not, and return what came of it.

    `known` are values that lead somewhere, by the names of parameters and of what is in bodies.
    """
    load_all_checks()
    schema = openapi.from_dict(with_known(document(), known))
    schema.app = _closing
    asked = Asked()
    for found in schema.get_all_operations():
        assert isinstance(found, Ok), "the document is one"
        operation = found.ok()
        if tags and not set(tags) & set(operation.definition.raw.get("tags", ())):
            continue
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
            _ask(operation, mode, secret, asked, examples=examples, start=start)
    return asked


def _ask(operation: Any, mode: GenerationMode, secret: str, asked: Asked, *, examples: int, start: int) -> None:
    @seed(start)
    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        phases=(Phase.explicit, Phase.generate),
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case: Case[Any]) -> None:
        with transaction.atomic():
            answer = case.call(headers={"Authorization": f"Bearer {secret}"})
            transaction.set_rollback(True)
        forget_states()
        asked.count(answer.status_code)
        try:
            case.validate_response(answer, excluded_checks=_not_asked())
        except (Failure, BaseExceptionGroup) as wrong:
            asked.failures.append(f"{operation.label} ({mode.name}): {_told(wrong)}\n{case.as_curl_command()[:1500]}")

    try:
        ask()
    except Exception as error:
        if type(error).__name__ not in ("Unsatisfiable", "UnsatisfiableNegative"):
            raise


def _closing(environ: dict[str, Any], start_response: Any) -> list[bytes]:
    """Answer as the application does, and close what it opened: a program that reads to the end does."""
    answer = application(environ, start_response)
    try:
        return [b"".join(answer)]
    finally:
        answer.close()


def _not_asked() -> Any:
    return [CHECKS.get_one(name) for name in NOT_ASKED]


def _told(wrong: BaseException) -> str:
    inner = wrong.exceptions if isinstance(wrong, BaseExceptionGroup) else (wrong,)
    return "; ".join(f"{type(each).__name__}: {str(each)[:600]}" for each in inner)


def forget_states() -> None:
    """Forget what a process keeps of records: after a rollback another state may have the same number."""
    for kept in ("_states_at", "_read_at"):
        getattr(queries, kept).cache_clear()


def with_known(made: dict[str, Any], known: Mapping[str, list[Any]]) -> dict[str, Any]:
    """Return the document with values that lead somewhere among those that its parameters and bodies allow."""
    told = deepcopy(made)
    for operations in told["paths"].values():
        for operation in operations.values():
            for parameter in operation.get("parameters", ()):
                _offer(parameter, "schema", known.get(parameter["name"]), is_only=parameter["name"] in ALWAYS_KNOWN)
    for shape in told["components"]["schemas"].values():
        for name in shape.get("properties", {}):
            _offer(shape["properties"], name, known.get(name))
    return told


def _offer(holder: dict[str, Any], name: str, values: list[Any] | None, *, is_only: bool = False) -> None:
    if values:
        holder[name] = {"enum": values} if is_only else {"anyOf": [{"enum": values}, holder[name]]}
