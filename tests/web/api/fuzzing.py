"""How is the whole API asked for whatever its document allows, and for what it does not?

`python -m tests.web.api.fuzzing --examples 500 --seed 1` does it for long. Every request leaves the database as it found it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any, Final

from django.db import transaction
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis import Case, GenerationMode, openapi
from schemathesis.checks import CHECKS, load_all_checks
from schemathesis.core.failures import Failure

from kijun.web.api.document import openapi as document
from kijun.web.people import queries
from kijun.web.wsgi import application

NOT_ASKED: Final = ("positive_data_acceptance", "ignored_auth")
"""What a record may hold no schema can say: the core refuses much that has the right shape. Keys are tested by themselves."""


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
    schema.app = application
    asked = Asked()
    for found in schema.get_all_operations():
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
    def ask(case: Case) -> None:
        with transaction.atomic():
            answer = case.call(headers={"Authorization": f"Bearer {secret}"})
            transaction.set_rollback(True)
        forget_states()
        asked.count(answer.status_code)
        try:
            case.validate_response(answer, excluded_checks=[CHECKS.get_one(name) for name in NOT_ASKED])
        except (Failure, BaseExceptionGroup) as wrong:
            asked.failures.append(f"{operation.label} ({mode.name}): {_told(wrong)}\n{case.as_curl_command()[:1500]}")

    try:
        ask()
    except Exception as error:
        if type(error).__name__ not in ("Unsatisfiable", "UnsatisfiableNegative"):
            raise


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
                _offer(parameter, "schema", known.get(parameter["name"]))
    for shape in told["components"]["schemas"].values():
        for name in shape.get("properties", {}):
            _offer(shape["properties"], name, known.get(name))
    return told


def _offer(holder: dict[str, Any], name: str, values: list[Any] | None) -> None:
    if values:
        holder[name] = {"anyOf": [{"enum": values}, holder[name]]}


def main() -> int:
    """Ask for long, and tell what came of it."""
    from tests.web.api.ground import known_values, someone_with_a_key  # noqa: PLC0415  # Django is to be ready

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    given_ = parser.parse_args()
    wrong = 0
    for name, secret, cast in someone_with_a_key():
        asked = ask_everything(secret, known_values(cast), examples=given_.examples, start=given_.seed)
        print(name, dict(sorted(asked.statuses.items())), len(asked.failures))  # noqa: T201
        for each in asked.failures[:20]:
            print(each)  # noqa: T201
        wrong += len(asked.failures)
    return 1 if wrong else 0


def _unused() -> Iterator[None]:
    yield


if __name__ == "__main__":
    sys.exit(main())
