"""Does the form of an engagement make the body of a record file out of what was typed?"""

from __future__ import annotations

from typing import Any

import pytest
from django.http import QueryDict
from django.utils.translation import override

from kijun.web.people.forms.engagement import EngagementForm
from tests.web.cast import plain_example


def typed(**answers: Any) -> QueryDict:
    data = QueryDict(mutable=True)
    for name, value in answers.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return data


def body(kept: dict[str, Any] | None = None, **answers: Any) -> dict[str, Any]:
    with override("en"):
        return EngagementForm(typed(**answers), kept=kept, today="2026-04-01").body()


def test_what_is_empty_is_not_written() -> None:
    assert body(title_en=" ", role="") == {"id": "engagement"}


def test_what_cannot_be_read_is_kept_for_the_core_to_refuse() -> None:
    assert body(until="soon", peak_persons="-3", market_0_count="x") == {
        "id": "engagement",
        "until": "soon",
        "sizes": {"peak_persons": "-3"},
        "market": [{"count": "x"}],
    }


def test_words_keep_their_order_on_record_and_new_ones_come_after() -> None:
    kept = {"id": "a", "activities": ["fault-repair", "hardware-installation"], "fields": ["software", "hardware"]}
    made = body(
        kept,
        activities=["customer-service-management", "hardware-installation", "fault-repair"],
        fields=["hardware", "software"],
    )
    assert made["activities"] == ["fault-repair", "hardware-installation", "customer-service-management"]
    assert made["fields"] == ["software", "hardware"]
    assert body(kept, activities="hardware-installation")["activities"] == ["hardware-installation"]


def test_a_day_that_is_the_same_stays_as_it_is_written() -> None:
    assert body({"id": "a", "from": "平成31年4月"}, **{"from": "2019-04"})["from"] == "平成31年4月"
    assert body({"id": "a", "from": "平成31年4月"}, **{"from": "2019-05"})["from"] == "2019-05"


def test_running_goes_before_a_last_day() -> None:
    assert "until" not in body(until="2022-03-31", is_running="on")


def test_a_claim_that_is_no_longer_ticked_is_withdrawn_and_a_decision_is_not() -> None:
    refused = {"to": "x/2", "decision": "refused", "by": "T", "reason": "r"}
    kept = {"id": "a", "equivalences": [{"to": "x/1", "decision": "claimed"}, refused]}
    assert body(kept)["equivalences"] == [refused]
    assert body(kept, equivalence=["x/1", "x/2", "x/3"])["equivalences"] == [
        *kept["equivalences"],
        {"to": "x/3", "decision": "claimed", "day": "2026-04-01"},
    ]


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("name", ["customer-service-hardware.yaml", "facility-management.yaml", "sales.yaml"])
def test_an_engagement_that_is_only_looked_at_is_the_same(name: str, language: str) -> None:
    with override(language):
        for recorded in plain_example(name)["engagements"]:
            made = EngagementForm(kept=recorded).body()
            assert made == {key: value for key, value in recorded.items() if value is not False}


def test_a_name_is_made_of_any_letters_and_is_the_first_that_is_free() -> None:
    with override("ja"):
        form = EngagementForm(typed(title_ja="勘定系 ＡＢＣ/2"), taken={"勘定系-abc-2"})
        assert form.body()["id"] == "勘定系-abc-2-2"
