"""Which engagement is wanted, and what on record could be it?"""

from __future__ import annotations

from dataclasses import replace

from kijun.criteria import Recognised
from kijun.growth.addition import EquivalenceRecognised, FactRecorded, NewEngagement
from kijun.growth.facts import Fact
from kijun.growth.wanted import (
    Service,
    Wanted,
    as_addition,
    candidates,
    counted_by_all,
    designed,
    joined,
    new_engagement,
)
from kijun.judgement.record import read_record
from tests.builders import (
    ON,
    WHOLE_REGION,
    claim,
    clause,
    conditions,
    edition,
    engagement,
    once,
    person,
    rooms,
    share,
    sites,
)

_REPAIR, _DESIGN = clause(), clause(activities=("service-design",))


def _asked(*engagements: object) -> Service:
    return Service(
        field="hardware",
        service=None,
        once={},
        record=read_record(person(*engagements), ON),  # type: ignore[arg-type]  # engagements, in any number
        words=edition().vocabulary,
        designs={},
    )


def _wanted(*traits: object, clauses: tuple[object, ...] = (_REPAIR,)) -> Wanted:
    return Wanted(parts=("size",), level=None, clauses=clauses, traits=traits)  # type: ignore[arg-type]  # as above


def test_an_engagement_for_several_parts_is_counted_by_all_of_their_clauses_and_has_all_of_their_traits() -> None:
    time = Wanted(parts=("responsibility",), level=5, clauses=(_REPAIR,), traits=(rooms(3),))
    list_, size = once(conditions()), once(rooms(5))
    whole = joined(time, {"complexity": list_, "size": size})
    assert (whole.parts, whole.level) == (("responsibility", "complexity", "size"), 5)
    assert whole.clauses == (_REPAIR, list_.clause, size.clause)
    assert whole.traits == (rooms(3), conditions(), rooms(5))
    assert joined(None, {"size": size}).level is None


def test_only_what_every_clause_counts_can_be_the_one_that_is_wanted() -> None:
    both = engagement("both", activities=("fault-repair", "service-design"))
    record = _asked(both, engagement("repair")).record
    assert [each.engagement.id for each in counted_by_all([_REPAIR, _DESIGN], record)] == ["both"]
    assert [each.engagement.id for each in counted_by_all([_REPAIR], record)] == ["both", "repair"]


def test_a_candidate_lacks_one_fact_that_serves_all_traits() -> None:
    asked = _asked(engagement("silent"), engagement("small", sizes={"computer_rooms": 1}))
    found = [(reading.engagement.id, fact.about) for reading, fact in candidates(_wanted(rooms(3), rooms(5)), asked)]
    assert found == [("silent", "computer_rooms")]
    assert list(candidates(_wanted(rooms(3), sites(5)), asked)) == []
    assert list(candidates(_wanted(conditions()), asked)) == []


def test_a_fact_becomes_the_step_that_writes_it_down() -> None:
    [reading] = _asked(
        engagement("a", equivalences=(claim("claimed", None), claim("refused", "b/band")))
    ).record.engagements
    market = (share("companies", 3, 3000),)
    assert [
        as_addition(reading, fact)
        for fact in (
            Fact(fact="size", about="computer_rooms", least=3),
            Fact(fact="customers", about="whole-industry"),
            Fact(fact="conditions", about="new-technology"),
            Fact(fact="market", about="companies", shares=market),
            Fact(fact="recognised", about="a/band"),
        )
    ] == [
        FactRecorded(engagement="a", fact="computer_rooms", value=3),
        FactRecorded(engagement="a", fact="customers", value="whole-industry"),
        FactRecorded(engagement="a", fact="conditions", value="new-technology"),
        FactRecorded(engagement="a", fact="market", value=market),
        EquivalenceRecognised(engagement="a", to="a/band", is_claimed=True),
    ]


def test_an_equivalence_is_claimed_only_where_the_claim_could_be_for_it() -> None:
    band = Fact(fact="recognised", about="a/band")
    for recorded, is_claimed in (
        ((), False),
        ((claim("refused", "a/band"),), False),
        ((claim("claimed", "b/band"),), False),
        ((claim("claimed", "a/band"),), True),
    ):
        [reading] = _asked(engagement("a", equivalences=recorded)).record.engagements
        assert as_addition(reading, band) == EquivalenceRecognised(engagement="a", to="a/band", is_claimed=is_claimed)


def test_what_was_designed_once_is_not_designed_again() -> None:
    asked, wanted = _asked(), _wanted(WHOLE_REGION)
    assert designed(wanted, asked) is designed(wanted, asked)
    assert len(asked.designs) == 1


def test_a_new_engagement_lasts_as_many_days_as_are_asked_and_a_day_where_none_are() -> None:
    wanted = _wanted(rooms(3))
    made = [new_engagement(wanted, _asked(), start=ON, days=days) for days in (0, 1, 366)]
    assert all(isinstance(each, NewEngagement) for each in made)
    ends = [each.engagement.end.latest.isoformat() for each in made if each and each.engagement.end]
    assert ends == ["2026-04-01", "2026-04-01", "2027-04-01"]


def test_what_only_an_assessor_can_settle_is_no_new_engagement() -> None:
    assert new_engagement(_wanted(Recognised(as_one_of=frozenset({"a/band"}))), _asked(), start=ON, days=0) is None


def test_what_fields_ask_alike_is_designed_for_each_field_of_its_own() -> None:
    hardware = _asked()
    software = replace(hardware, field="software")
    wanted = Wanted(parts=("complexity",), level=None, clauses=(_REPAIR,), traits=(conditions(2),))
    made = [designed(wanted, each) for each in (hardware, software)]
    assert [each.fields for each in made if each] == [("hardware",), ("software",)]
