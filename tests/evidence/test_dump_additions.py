"""Are additions written in the words of a record, and is nothing written that says nothing?"""

from __future__ import annotations

from kijun.evidence.assume import Additions, FurtherFacts, assume
from kijun.evidence.dump_additions import dump_additions, dump_engagement, merged_facts
from kijun.text import Text
from tests.builders import claim, confirmation, contribution, day, engagement, expertise, person, rating, share

BAND = "itss/v3-2011/customer-service/hardware/5/size/1"


def test_nothing_is_written_of_no_additions() -> None:
    assert dump_additions(Additions()) == {}


def test_an_engagement_is_written_without_what_it_does_not_say() -> None:
    made = engagement(end=None, conditions=(), has_all_conditions=False)
    assert dump_engagement(made) == {
        "id": "core",
        "title": "core",
        "fields": ["hardware"],
        "activities": ["fault-repair"],
        "role": "responsible",
        "from": "2020-04-01",
        "outcome": "succeeded",
    }


def test_an_engagement_is_written_with_all_that_it_says() -> None:
    made = engagement(
        start="2020-04",
        title=Text(ja="基幹", en="The core"),
        project="whole",
        title_held="hardware-service-responsible",
        sizes={"computer_rooms": 0},
        customers="whole-industry",
        market=(share(count=3, employees=1000), share("departments")),
        equivalences=(claim("recognised", BAND, "2024-05-01"), claim("refused", None)),
        masked=frozenset({"title", "sites"}),
    )
    assert dump_engagement(made) == {
        "id": "core",
        "title": {"ja": "基幹", "en": "The core"},
        "project": "whole",
        "fields": ["hardware"],
        "activities": ["fault-repair"],
        "role": "hardware-service-responsible",
        "from": "2020-04",
        "until": "2023-03-31",
        "outcome": "succeeded",
        "conditions": ["around-the-clock", "multi-vendor"],
        "conditions_complete": True,
        "sizes": {"computer_rooms": 0, "customers": "whole-industry"},
        "market": [
            {"scope": "companies", "count": 3, "employees": 1000},
            {"scope": "departments", "count": 1},
        ],
        "equivalences": [
            {"to": BAND, "decision": "recognised", "by": "tanaka", "reason": "seen", "day": "2024-05-01"},
            {"decision": "refused", "by": "tanaka", "reason": "seen"},
        ],
        "masked": ["sites", "title"],
    }


def test_a_market_of_nothing_is_a_statement_and_is_written() -> None:
    assert dump_engagement(engagement(market=()))["market"] == []
    assert "market" not in dump_engagement(engagement(market=None))


def test_every_list_is_written_in_its_own_words() -> None:
    plain = dump_additions(
        Additions(
            expertise=(expertise(degree=None, reach=None, since="2024-04"),),
            contributions=(contribution("book", title="A book"),),
            ratings=(rating("customer-service/communication", 0),),
            confirmations=(confirmation("itss/v3-2011/customer-service/hardware/5"),),
            complete=frozenset({"ratings", "engagements"}),
        )
    )
    assert plain == {
        "complete": ["engagements", "ratings"],
        "expertise": [{"area": "customer-satisfaction", "since": "2024-04"}],
        "contributions": [{"kind": "book", "title": "A book", "day": "2024-05-01"}],
        "ratings": [
            {"item": "customer-service/communication", "level": 0, "by": "assessor", "day": "2025-10-01"},
        ],
        "confirmations": [
            {
                "cell": "itss/v3-2011/customer-service/hardware/5",
                "decision": "confirmed",
                "by": "tanaka",
                "reason": "seen",
                "day": "2025-04-01",
            }
        ],
    }


def test_facts_of_one_engagement_become_one_entry_that_comes_to_the_same() -> None:
    facts = (
        FurtherFacts(engagement="core", conditions=frozenset({"new-technology"}), market=(share(employees=900),)),
        FurtherFacts(engagement="other", end=day("2030-03-31")),
        FurtherFacts(engagement="core", sizes={"computer_rooms": 3}, customers="whole-industry"),
        FurtherFacts(
            engagement="core",
            sizes={"computer_rooms": 9, "network_sites": 2},
            end=day("2025-03-31"),
            equivalences=(claim("recognised", BAND),),
            market=(share("departments", employees=50), share()),
        ),
    )
    merged = merged_facts(facts)
    assert [each.engagement for each in merged] == ["core", "other"]
    recorded = engagement(market=(share(), share("departments")))
    one_by_one = assume(person(recorded), Additions(facts=facts))
    assert assume(person(recorded), Additions(facts=merged)) == one_by_one
    assert one_by_one.engagements[0].sizes == {"computer_rooms": 3, "network_sites": 2}
    assert one_by_one.engagements[0].market == (share(employees=900), share("departments", employees=50))
