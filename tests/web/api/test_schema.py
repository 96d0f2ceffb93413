"""Does every operation keep to its document, whatever it is asked: nothing undeclared, nothing that breaks?"""

from __future__ import annotations

from typing import Any

import pytest

from kijun.web.people.models import Entry
from tests.web.api.caller import Caller
from tests.web.api.fuzzing import ask_everything
from tests.web.api.ground import known_values
from tests.web.cast import Cast, give_record

pytestmark = pytest.mark.django_db
EXAMPLES = 4


@pytest.mark.parametrize("who", ["person", "assessor", "administrator"])
def test_whatever_is_asked_is_answered_as_the_document_says(cast: Cast, who: str) -> None:
    give_record(cast.person)
    asked = ask_everything(Caller(getattr(cast, who)).secret, known_values(cast), examples=EXAMPLES, start=1)
    assert asked.failures == []
    assert 200 in asked.statuses
