"""Does a proof read all the way down: what is asked, on which engagement, and what is there?"""

from __future__ import annotations

from collections.abc import Mapping

from kijun.evidence import LISTS, Person
from kijun.judgement.judge import judge_cell
from kijun.judgement.proof import OpenFact
from kijun.report.mask import relabelled
from kijun.web.judgements.proof_tree import Branch, Teller
from kijun.web.judgements.titles import Naming
from tests.builders import ON, V3_2008, V3_2011, cell, claim, edition, engagement, names, person, rating
from tests.people import CONSULTING, FACILITY, HARDWARE, facility, hardware_five


def tree(
    part: str, who: Person, *, below: str = f"{HARDWARE}/5", policy: Mapping[str, str] | None = None, of: str = V3_2011
) -> list[str]:
    """Return the proof of a part as lines: indented, with its mark, and where its fact would be recorded."""
    someone, labels = relabelled(who, {})
    judged = judge_cell(cell(below, policy, of=of), someone, on=ON)
    teller = Teller(
        person=someone,
        names=edition(of).vocabulary.name,
        naming=Naming(labels=labels, urls={}, language="en"),
        record=lambda fact: f"/{_called(fact, labels.token)}/{fact.fact}",
    )
    return [line for branch in teller.tree(judged.parts[part].proof) for line in _lines(branch, "")]


def _called(fact: OpenFact, tokens: Mapping[str, str]) -> str:
    return next(name for name, token in tokens.items() if token == fact.evidence)


def _lines(branch: Branch, indent: str) -> list[str]:
    recorded = f" -> {branch.record}" if branch.record else ""
    below = [line for each in branch.branches for line in _lines(each, f"{indent}  ")]
    return [f"{indent}{branch.kind}: {branch.said}{recorded}", *below]


def test_what_holds_is_told_by_what_is_there() -> None:
    lines = tree("responsibility", hardware_five())
    assert lines[1] == "  met: bank-core: reaches the complexity and size of level 5"
    assert "    met: level 5: all of these" in lines
    assert "      met: 2 of 6 conditions (several vendors; around the clock, all year); 2 asked" in lines


def test_what_is_not_on_record_is_said_with_where_it_can_be_recorded() -> None:
    lines = tree("size", hardware_five(engagement("bank-core")))
    assert any(line.endswith("on record: nothing -> /bank-core/customers") for line in lines)
    rooms = tree("size", person(facility("hall", sizes={})), below=f"{FACILITY}/6")
    assert any("-> /hall/computer_rooms" in line for line in rooms)
    listed = tree("complexity", hardware_five(engagement("bank-core", conditions=(), has_all_conditions=False)))
    assert any("on record: nothing -> /bank-core/conditions" in line for line in listed)


def test_a_claim_waits_for_its_decision() -> None:
    waiting = claim("claimed", f"{V3_2011}/{HARDWARE}/5/size/1")
    lines = tree("size", hardware_five(engagement("bank-core", customers="one-user", equivalences=(waiting,))))
    assert any("recognised as equivalent by an assessor -> /bank-core/equivalence" in line for line in lines)


def test_a_number_that_is_too_small_is_told_beside_what_is_asked() -> None:
    lines = tree("size", person(facility("hall", sizes={"computer_rooms": 1})), below=f"{FACILITY}/6")
    assert any("not-met: " in line and "; on record: 1" in line for line in lines)


def test_of_many_engagements_some_are_shown_and_the_rest_counted() -> None:
    many = [engagement(f"work-{number}", conditions=()) for number in range(20)]
    lines = tree("complexity", hardware_five(*many))
    assert sum(line.startswith("  not-met: work-") for line in lines) == 12
    assert lines[-1] == "  not-met: and 8 more"


def test_what_is_joined_is_told_one_after_the_other() -> None:
    lines = tree("responsibility", hardware_five(), policy={"circumstances.examined": "confirmed"})
    assert lines[-1] == "unknown: the circumstances confirmed by an assessor"


def test_ratings_are_told_item_by_item() -> None:
    who = hardware_five(ratings=(rating(f"{HARDWARE}/technology", 5),))
    lines = tree("proficiency", who, policy={"proficiency.decides": "all-items"})
    assert any(line.startswith("  met: ") for line in lines)


def test_a_market_is_told_where_it_is_answered_for() -> None:
    lines = tree("responsibility", person(complete=LISTS), below=f"{CONSULTING}/5", of=V3_2008)
    assert len(lines) == 1
    assert names("role", "responsible").en.lower() in lines[0].lower()
