"""Which evidence that counted is assumed and not on record?

An assumption is known by name: an engagement with assumed facts is assumed in part, and an area, a kind or a person that an
assumption names is marked also where the record alone would do. What is marked may be on record; what is not marked is.
"""

from __future__ import annotations

from collections.abc import Iterator

from kijun.criteria import Areas, Confirmed, Criterion, Kinds, Mentors, Passed, Rated, Trait
from kijun.criteria.phrase import Names
from kijun.evidence import Person
from kijun.judgement.proof import Proof
from kijun.judgement.ratings import common_item
from kijun.text import Text, inside, same, series


def is_assumed(evidence: str, criterion: Criterion | Trait, person: Person) -> bool:
    """Return whether a piece of evidence that a criterion counted is assumed, in whole or in part."""
    named: tuple[str, ...]
    match criterion:
        case Areas():
            named = (f"expertise:{evidence}",)
        case Kinds():
            named = (f"contributions:{evidence}",)
        case Mentors():
            named = (f"mentoring:{evidence}",)
        case Passed():
            named = (f"qualifications:{evidence}",)
        case Rated():
            named = (f"ratings:{evidence}", f"ratings:{common_item(evidence)}")
        case Confirmed(path=path):
            named = (f"confirmations:{path}",)
        case _:
            named = (evidence,)
    return not person.assumed.isdisjoint(named)


def say_assumed(proof: Proof, person: Person, names: Names) -> Text | None:
    """Return which of the evidence that counted for a proof is assumed, or None where all of it is on record."""
    found = {each.en: each for each in _counted(proof, person, names)} if person.assumed else {}
    if not found:
        return None
    listed = series([*found.values()])
    return Text(ja=f"仮定を含む: {listed.ja}", en=f"includes assumptions: {listed.en}")


def _counted(proof: Proof, person: Person, names: Names) -> Iterator[Text]:
    for each in proof.counted:
        if is_assumed(each.evidence, proof.criterion, person):
            yield _name(each.evidence, proof.criterion, names)
    for child in proof.children:
        yield from _counted(child, person, names)


def _name(evidence: str, criterion: Criterion | Trait, names: Names) -> Text:
    match criterion:
        case Areas():
            return inside(names("area", evidence))
        case Kinds():
            return inside(names("contribution", evidence))
        case Passed():
            return names("examination", evidence)
        case Rated():
            return inside(names("skill-item", evidence))
        case _:
            return same(evidence)
