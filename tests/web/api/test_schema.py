"""Does every operation keep to its document, whatever it is asked: nothing undeclared, nothing that breaks?

KIJUN_API_EXAMPLES and KIJUN_API_SEED say how much is asked, and from where on: `make api-fuzz` asks for long.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator

import pytest

from tests.web.api.caller import Caller
from tests.web.api.fuzzing import ask_everything
from tests.web.api.ground import fill, known_values
from tests.web.cast import Cast

pytestmark = pytest.mark.django_db
EXAMPLES = int(os.environ.get("KIJUN_API_EXAMPLES", "4"))
SEED = int(os.environ.get("KIJUN_API_SEED", "1"))


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """Keep the thousand refusals out of the log."""
    logging.disable(logging.WARNING)
    yield
    logging.disable(logging.NOTSET)


@pytest.mark.parametrize("who", ["person", "assessor", "administrator"])
def test_whatever_is_asked_is_answered_as_the_document_says(cast: Cast, who: str) -> None:
    known = known_values(cast, fill(cast))
    secret = Caller(getattr(cast, who)).secret
    asked = ask_everything(secret, known, examples=EXAMPLES, start=SEED)
    assert "\n".join(asked.failures[:20]) == "", f"{asked.statuses}; seed {SEED}, {EXAMPLES} examples"
    assert {200, 404, 422} <= set(asked.statuses)
