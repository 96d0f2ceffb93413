"""Do engagements come to the times, the years, or the once that a clause asks?"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kijun.criteria import Reaches, Unprinted, Way
from kijun.judgement import Counted, NearMiss, OpenFact, judge
from kijun.verdict import MET, NOT_MET, UNKNOWN, Verdict
from tests.builders import ON, conditions, engagement, once, or_above, person, rooms, times, years

LIST_OPEN = OpenFact(evidence=None, fact="complete", about="engagements")
FIVE, THREE = rooms(5), rooms(3)


def hall(identity: str, number: int | None = 5, **changes: Any) -> Any:
    return engagement(identity, sizes={} if number is None else {"computer_rooms": number}, **changes)


# Once


def test_one_engagement_is_enough_and_the_first_is_named() -> None:
    proof = judge(once(FIVE), person(hall("small", 4), hall("a"), hall("b")), on=ON)
    assert proof.verdict is MET
    assert proof.counted == (Counted(evidence="a"),)
    assert [child.evidence for child in proof.children] == ["a"]
    assert (proof.near_misses, proof.would_settle) == ((), ())


@pytest.mark.parametrize(("complete", "verdict"), [(("engagements",), NOT_MET), (("mentoring",), UNKNOWN)])
def test_none_found_is_not_met_only_where_the_list_is_complete(complete: tuple[str, ...], verdict: Verdict) -> None:
    proof = judge(once(FIVE), person(hall("a", 4), complete=complete), on=ON)
    assert proof.verdict is verdict
    assert proof.counted == ()
    assert proof.would_settle == ((LIST_OPEN,) if verdict is UNKNOWN else ())


def test_an_engagement_that_could_still_have_it_makes_once_unknown() -> None:
    proof = judge(once(FIVE), person(hall("a", 4), hall("b", None)), on=ON)
    assert proof.verdict is UNKNOWN
    assert proof.would_settle == (OpenFact(evidence="b", fact="computer_rooms", about="computer_rooms"),)
    assert [child.evidence for child in proof.children] == ["a", "b"]
    assert [miss.evidence for miss in proof.near_misses] == ["a", "b"]


def test_what_the_clause_does_not_count_is_neither_looked_at_nor_open() -> None:
    proof = judge(once(FIVE), person(hall("a", None, role="member")), on=ON)
    assert proof.verdict is NOT_MET
    assert (proof.children, proof.would_settle) == ((), ())


# Times


def test_three_projects_fill_three_slots_hardest_first() -> None:
    asked = times((6, FIVE), (5, THREE), (5, THREE))
    proof = judge(asked, person(hall("a", 3), hall("b", 3), hall("c", 5)), on=ON)
    assert proof.verdict is MET
    assert (proof.have, proof.need, proof.unit, proof.open_slots) == (3, 3, "times", ())
    assert [counted.slot for counted in proof.counted] == [6, 5, 5]
    assert set(proof.counted) == {
        Counted(evidence="c", slot=6),
        Counted(evidence="a", slot=5),
        Counted(evidence="b", slot=5),
    }
    assert [child.criterion for child in proof.children] == [FIVE, THREE, THREE]
    assert (proof.near_misses, proof.would_settle) == ((), ())


def test_two_projects_leave_the_third_slot_open() -> None:
    asked = times((6, FIVE), (5, THREE), (5, THREE))
    proof = judge(asked, person(hall("a", 3), hall("c", 5)), on=ON)
    assert proof.verdict is NOT_MET
    assert (proof.have, proof.open_slots) == (2, (5,))
    assert [counted.evidence for counted in proof.counted] == ["c", "a"]


def test_the_hardest_slot_stays_open_where_nothing_reaches_it() -> None:
    asked = times((6, FIVE), (5, THREE), (5, THREE))
    proof = judge(asked, person(hall("a", 3), hall("b", 3), hall("c", 3)), on=ON)
    assert proof.verdict is NOT_MET
    assert (proof.have, proof.open_slots) == (2, (6,))
    used = {counted.evidence for counted in proof.counted}
    assert (len(used), {counted.slot for counted in proof.counted}) == (2, {5})
    (unused,) = {"a", "b", "c"} - used
    assert proof.near_misses == (NearMiss(evidence=unused, fact="computer_rooms", have=3, need=5),)


def test_a_project_gives_way_where_another_can_take_its_place() -> None:
    missing = Reaches(level=6, ways=(Way(level=6, trait=Unprinted(cell="x/6")),))
    asked = times((6, missing), (5, FIVE))
    able, other = hall("able", 5), hall("other", 1)
    for record in (person(able, other), person(other, able)):
        proof = judge(asked, record, on=ON)
        assert (proof.verdict, proof.open_slots) == (UNKNOWN, (6,))
        assert proof.would_settle == (OpenFact(evidence=None, fact="source", about="x/6"),)


def test_a_project_that_could_fill_either_slot_leaves_the_one_that_another_can_fill() -> None:
    asked = times((5, conditions(1, ("multi-vendor",))), (5, FIVE))
    both = hall("both", 5, conditions=("multi-vendor",))
    simple = hall("simple", 1, conditions=("multi-vendor",))
    for record in (person(both, simple), person(simple, both)):
        proof = judge(asked, record, on=ON)
        assert (proof.verdict, {counted.evidence for counted in proof.counted}) == (MET, {"both", "simple"})


def test_records_of_one_project_are_one_time_and_the_one_that_reaches_it_counts() -> None:
    asked = times((5, FIVE), (5, FIVE))
    first, second = hall("draft", 1, project="hub"), hall("build", 5, project="hub")
    one = judge(asked, person(first, second), on=ON)
    assert (one.verdict, one.have, one.counted) == (NOT_MET, 1, (Counted(evidence="build", slot=5),))
    two = judge(asked, person(first, second, hall("other")), on=ON)
    assert (two.verdict, two.have) == (MET, 2)


def test_records_of_one_project_are_not_added_up() -> None:
    asked = times((5, conditions(2)))
    parts = (
        engagement("a", project="hub", conditions=("multi-vendor",)),
        engagement("b", project="hub", conditions=("around-the-clock",)),
    )
    assert judge(asked, person(*parts), on=ON).verdict is NOT_MET


def test_a_time_that_could_still_fill_the_slot_makes_times_unknown() -> None:
    asked = times((5, FIVE), (5, FIVE))
    proof = judge(asked, person(hall("a"), hall("b", None)), on=ON)
    assert (proof.verdict, proof.have, proof.open_slots) == (UNKNOWN, 1, (5,))
    assert proof.would_settle == (OpenFact(evidence="b", fact="computer_rooms", about="computer_rooms"),)


def test_one_open_time_cannot_fill_two_slots() -> None:
    asked = times((5, FIVE), (5, FIVE))
    proof = judge(asked, person(hall("b", None)), on=ON)
    assert (proof.verdict, proof.would_settle) == (NOT_MET, ())


def test_times_not_in_the_list_may_be_missing_from_it() -> None:
    proof = judge(times((5, FIVE)), person(complete=()), on=ON)
    assert (proof.verdict, proof.have, proof.would_settle) == (UNKNOWN, 0, (LIST_OPEN,))


def test_an_unknown_of_times_names_each_fact_once_and_only_of_what_the_clause_counts() -> None:
    asked = times((6, FIVE), (5, FIVE))
    proof = judge(asked, person(hall("a", None), hall("b", None, role="member"), complete=()), on=ON)
    assert proof.would_settle == (
        OpenFact(evidence="a", fact="computer_rooms", about="computer_rooms"),
        LIST_OPEN,
    )


def test_facts_of_what_already_fills_a_slot_are_not_asked_for() -> None:
    asked = times((6, rooms(5)), (5, rooms(1)))
    filled = hall("a", 5)
    proof = judge(asked, person(filled, complete=()), on=ON)
    assert proof.would_settle == (LIST_OPEN,)
    assert proof.near_misses == ()


def test_a_slot_of_a_missing_level_is_unknown_unless_a_higher_one_is_reached() -> None:
    missing = Reaches(level=4, ways=(Way(level=4, trait=Unprinted(cell="x/4")), Way(level=5, trait=FIVE)))
    asked = times((4, missing))
    unsure = judge(asked, person(hall("a", 1)), on=ON)
    assert (unsure.verdict, unsure.would_settle) == (UNKNOWN, (OpenFact(evidence=None, fact="source", about="x/4"),))
    assert judge(asked, person(hall("a", 5)), on=ON).verdict is MET
    assert judge(asked, person(hall("a", 1, role="member")), on=ON).verdict is NOT_MET


def test_the_near_misses_of_times_are_those_of_the_easiest_open_slot() -> None:
    asked = times((6, FIVE), (5, THREE))
    proof = judge(asked, person(hall("a", 2)), on=ON)
    assert proof.near_misses == (NearMiss(evidence="a", fact="computer_rooms", have=2, need=3),)


# Years


@pytest.mark.parametrize(
    ("end", "verdict", "have", "days"),
    [("2023-03-31", MET, 3, 0), ("2023-03-30", NOT_MET, 2, 364), ("2023-05-02", MET, 3, 32)],
)
def test_three_years_are_met_on_their_last_day_and_not_a_day_before(
    end: str, verdict: Verdict, have: int, days: int
) -> None:
    proof = judge(years(3), person(engagement("a", end=end)), on=ON)
    assert (proof.verdict, proof.have, proof.days, proof.need, proof.unit) == (verdict, have, days, 3, "years")
    assert proof.counted == (Counted(evidence="a"),)
    assert [child.evidence for child in proof.children] == ["a"]


def test_years_that_are_enough_name_no_near_miss() -> None:
    proof = judge(years(3), person(engagement("a"), engagement("b", role="member")), on=ON)
    assert (proof.verdict, proof.near_misses) == (MET, ())


def test_time_served_twice_counts_once() -> None:
    both = person(engagement("a"), engagement("b", start="2021-04-01", end="2023-03-31"))
    assert judge(years(4), both, on=ON).have == 3


def test_years_of_what_lacks_the_trait_do_not_count() -> None:
    proof = judge(
        years(2), person(engagement("a", conditions=("multi-vendor",)), engagement("b", role="member")), on=ON
    )
    assert (proof.verdict, proof.have, proof.days, proof.counted) == (NOT_MET, 0, 0, ())
    assert proof.near_misses == (
        NearMiss(evidence="a", fact="conditions", have=1, need=2),
        NearMiss(evidence="b", fact="role", have="member", need="leader"),
    )
    assert proof.would_settle == ()


def test_years_that_could_still_count_make_years_unknown() -> None:
    unsure = engagement("b", start="2023-04-01", end="2025-03-31", conditions=(), has_all_conditions=False)
    proof = judge(years(5), person(engagement("a"), unsure), on=ON)
    assert (proof.verdict, proof.have) == (UNKNOWN, 3)
    assert proof.would_settle == (OpenFact(evidence="b", fact="conditions", about="conditions"),)
    assert proof.counted == (Counted(evidence="a"),)
    assert judge(years(6), person(engagement("a"), unsure), on=ON).verdict is NOT_MET


def test_years_not_in_the_list_may_be_missing_from_it() -> None:
    proof = judge(years(4), person(engagement("a"), complete=()), on=ON)
    assert (proof.verdict, proof.would_settle) == (UNKNOWN, (LIST_OPEN,))
    assert judge(years(3), person(engagement("a"), complete=()), on=ON).would_settle == ()
    assert judge(years(3), person(engagement("a", end="2023-03-30"), complete=()), on=ON).near_misses == ()


def test_a_running_engagement_is_served_up_to_the_day_of_judgement() -> None:
    running = person(engagement("a", end=None))
    assert judge(years(6), running, on=date(2026, 3, 31)).verdict is MET
    assert judge(years(6), running, on=date(2026, 3, 30)).verdict is NOT_MET


def test_within_a_window_only_the_days_of_the_window_count() -> None:
    long = person(engagement("a", start="2010-04-01", end=None))
    proof = judge(years(6, within_years=5), long, on=ON)
    assert (proof.verdict, proof.have, proof.days) == (NOT_MET, 5, 0)
    assert judge(years(5, within_years=5), long, on=ON).verdict is MET
    young = person(engagement("a", start="2023-04-01", end=None))
    assert (judge(years(3, within_years=5), young, on=ON).have) == 3


def test_years_count_in_the_role_of_the_clause_or_above() -> None:
    asked = years(3, role=or_above("responsible"))
    assert judge(asked, person(engagement("a", role="leader")), on=ON).verdict is NOT_MET
    assert judge(asked, person(engagement("a", role="responsible")), on=ON).verdict is MET
