"""Is it found whose verdict changes between two editions, in which cell, and because of which change?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from kijun.evidence import Person
from kijun.framework.compare.editions import compare
from kijun.framework.edition import Edition
from kijun.framework.indicator import Activities, Indicator
from kijun.framework.policy import choose
from kijun.framework.resolve import resolve_edition
from kijun.judgement.compare_people import PersonComparison, compare_person
from tests.builders import ON, V3_2008, V3_2011, edition, engagement, expertise, qualification
from tests.framework.compare.compared import line
from tests.people import HARDWARE, hardware_five

FIVE = f"{HARDWARE}/5"


def changed(**parts: Any) -> Edition:
    """Return itss/v3-2011 with other parts in hardware 5; a part that is a mapping is changed in these values only."""
    cell = printed()
    new = {name: replace(getattr(cell, name), **of) if isinstance(of, Mapping) else of for name, of in parts.items()}
    return with_cell(replace(cell, **new))


def with_cell(cell: Indicator) -> Edition:
    return replace(edition(), indicators={**edition().indicators, cell.path: cell})


def printed() -> Indicator:
    return edition().indicators[f"{V3_2011}/{FIVE}"]


def compared(
    old: Edition,
    new: Edition,
    person: Person,
    policy: Mapping[str, str] | None = None,
    within: str | None = None,
) -> PersonComparison:
    both = [resolve_edition(each, choose(each.points, policy or {})) for each in (old, new)]
    return compare_person(compare(old, new), person, both[0], both[1], on=ON, within=within)


def verdicts(found: PersonComparison) -> list[tuple[str, str, str]]:
    return [(each.path, each.old.value, each.new.value) for each in found.changed]


def causes(found: PersonComparison, part: str) -> list[str]:
    """Return why a part of the first cell is judged otherwise."""
    [named] = [each for each in found.changed[0].parts if each.name == part]
    return [line(change) for change in named.because]


def test_a_person_whose_verdicts_are_the_same_is_left_alone() -> None:
    found = compared(edition(), changed(succession={"at_least": 2}), hardware_five())
    assert (found.changed, found.not_comparable) == ((), ())


def test_a_verdict_changes_because_of_the_part_that_was_raised() -> None:
    found = compared(edition(), changed(succession={"at_least": 7}), hardware_five())
    assert verdicts(found) == [(FIVE, "met", "not met")]
    [part] = found.changed[0].parts
    assert (part.name, part.old and part.old.value, part.new and part.new.value) == ("succession", "met", "not met")
    assert causes(found, "succession") == ["raised kinds-asked: 3 -> 7 (harder)"]


def test_what_is_easier_made_nothing_worse_and_what_is_harder_made_nothing_better() -> None:
    new = changed(expertise={"of": ("main-it-components", "customer-trust"), "degree": "guides-juniors"})
    person = hardware_five()
    worse, better = compared(edition(), new, person), compared(new, edition(), person)
    assert verdicts(worse) == [(FIVE, "met", "not met")]
    assert verdicts(better) == [(FIVE, "not met", "met")]
    assert causes(worse, "expertise") == ["dropped areas: service level management -> - (harder)"]
    assert causes(better, "expertise") == ["added areas: - -> service level management (easier)"]


def test_a_mandatory_condition_is_why_where_the_person_does_not_have_it() -> None:
    must = {"must_include": ("new-technology", "multi-vendor")}
    found = compared(edition(), changed(complexity=must), hardware_five())
    assert causes(found, "complexity") == ["added mandatory: - -> new or little-used technology (harder)"]
    assert causes(found, "responsibility") == ["added mandatory: - -> new or little-used technology (harder)"]


def test_an_activity_that_is_dropped_is_why_where_an_engagement_is_of_no_other_one() -> None:
    activities = printed().responsibility
    assert activities is not None
    fewer = Activities(of=("fault-repair",), needs_all=False)
    new = changed(responsibility={"activities": fewer, "at_least": 4})
    alone = hardware_five(engagement("core", customers="whole-industry", activities=("hardware-installation",)))
    beside = ("hardware-installation", "fault-repair")
    among = hardware_five(engagement("core", customers="whole-industry", activities=beside))
    dropped = "dropped activities: hardware installation -> - (harder)"
    assert dropped in causes(compared(edition(), new, alone), "responsibility")
    assert dropped not in causes(compared(edition(), new, among), "responsibility")


def test_a_part_that_is_no_more_asked_is_met() -> None:
    person = hardware_five(mentoring=())
    found = compared(edition(), changed(asks_mentoring=False), person)
    assert verdicts(found) == [(FIVE, "not met", "met")]
    [part] = found.changed[0].parts
    assert (part.name, part.old and part.old.value, part.new) == ("mentoring", "not met", None)
    assert causes(found, "mentoring") == ["dropped mentoring: develops juniors (mentoring, coaching) -> - (easier)"]


def test_a_level_that_is_reached_in_a_higher_cell_counts_below_it() -> None:
    six = edition().indicators[f"{V3_2011}/{HARDWARE}/6"]
    assert six.complexity is not None
    hardest = with_cell(replace(six, complexity=replace(six.complexity, at_least=6), size=six.size))
    two = ("multi-vendor", "around-the-clock")
    served = engagement(
        "core", conditions=two, customers="nationwide", activities=("customer-service-management", "fault-repair")
    )
    five = with_cell(replace(printed(), complexity=replace(_complexity(), at_least=6)))
    old = replace(five, indicators={**edition().indicators, printed().path: five.indicators[printed().path]})
    new = replace(old, indicators={**old.indicators, six.path: hardest.indicators[six.path]})
    found = compared(old, new, hardware_five(served), within=FIVE)
    assert verdicts(found) == [(FIVE, "met", "not met")]
    assert causes(found, "complexity") == ["raised conditions-asked: 2 -> 6 (harder)"]
    assert {change.path for part in found.changed[0].parts for change in part.because} == {f"{HARDWARE}/6/complexity"}


def _complexity() -> Any:
    asked = printed().complexity
    assert asked is not None
    return asked


def test_a_cell_that_a_source_lacks_is_why_the_other_edition_cannot_tell() -> None:
    found = compared(edition(V3_2008), edition(V3_2011), _served_in_both(), within=FIVE)
    assert verdicts(found) == [(FIVE, "unknown", "met")]
    assert causes(found, "responsibility") == ["not comparable cell: - -> level 4"]


def _served_in_both() -> Person:
    """Return who meets hardware 5 of 2011 and has one time at level 5 in 2008: two more may be at level 4, which is missing."""
    both = ("hardware-installation",)
    times = [
        engagement("a", customers="whole-industry", activities=both),
        engagement("b", customers="wide-region", activities=both, start="2016-04-01", end="2017-03-31"),
        engagement("c", customers="wide-region", activities=both, start="2017-04-01", end="2018-03-31"),
    ]
    return hardware_five(*times, expertise=(expertise("customer-satisfaction"),))


def test_a_cell_met_in_one_edition_only_is_listed_apart_with_the_reason() -> None:
    found = compared(edition(V3_2008), edition(V3_2011), _served_in_both())
    apart = {each.path: each for each in found.not_comparable}
    assert f"{HARDWARE}/4" in apart
    assert apart[f"{HARDWARE}/4"].edition == V3_2011
    [change] = apart[f"{HARDWARE}/4"].because
    assert change.reason is not None
    assert "document 003 is a part" in change.reason.en
    back = compared(edition(V3_2011), edition(V3_2008), _served_in_both())
    assert {each.path for each in back.not_comparable} == set(apart)


def test_what_is_not_at_the_path_asked_for_is_left_out() -> None:
    new = changed(succession={"at_least": 7})
    assert verdicts(compared(edition(), new, hardware_five(), within=f"{FIVE}/succession")) != []
    assert verdicts(compared(edition(), new, hardware_five(), within="customer-service")) != []
    assert verdicts(compared(edition(), new, hardware_five(), within=f"{HARDWARE}/4")) == []
    assert verdicts(compared(edition(), new, hardware_five(), within=f"{HARDWARE}/skills")) == []


def test_another_default_is_why_where_it_shapes_the_part() -> None:
    old = edition()
    points = {**old.points, "evidence.window": replace(old.points["evidence.window"], default="1")}
    found = compared(old, replace(old, points=points), hardware_five(), within=FIVE)
    [part] = [each for each in found.changed[0].parts if each.name == "succession"]
    assert [change.path for change in part.because] == ["policy/evidence.window"]
    same_answer = compared(old, replace(old, points=points), hardware_five(), {"evidence.window": "any"}, within=FIVE)
    assert same_answer.changed == ()


def test_another_default_is_why_where_it_leaves_the_part_out() -> None:
    old = edition()
    points = {**old.points, "parts.required": replace(old.points["parts.required"], default="complexity,size")}
    found = compared(old, replace(old, points=points), hardware_five(mentoring=()), within=FIVE)
    assert verdicts(found) == [(FIVE, "not met", "met")]
    [part] = found.changed[0].parts
    assert (part.name, part.new) == ("mentoring", None)
    assert [change.path for change in part.because] == ["policy/parts.required"]


def test_an_examination_is_a_part_only_where_it_can_satisfy_the_cell() -> None:
    three = edition().indicators[f"{V3_2011}/{HARDWARE}/3"]
    without = with_cell(replace(three, exam=None))
    passed = hardware_five(expertise=(), mentoring=(), contributions=(), qualifications=(qualification("AP"),))
    found = compared(edition(), without, passed, {"examination.effect": "satisfies"}, within=f"{HARDWARE}/3")
    assert verdicts(found) == [(f"{HARDWARE}/3", "met", "not met")]
    assert compared(edition(), without, passed, within=f"{HARDWARE}/3").changed == ()
