"""How is it said what one engagement is like?"""

from __future__ import annotations

from kijun.criteria import (
    Amount,
    Conditions,
    Customers,
    Either,
    Every,
    Market,
    Reaches,
    Recognised,
    Unprinted,
    Unspecified,
)
from kijun.criteria.phrase import Names, phrase, quantity, say_level
from kijun.day import RecordedDay
from kijun.day_words import say_day, say_month
from kijun.evidence import Person
from kijun.judgement.explain_market import say_market
from kijun.judgement.proof import Proof
from kijun.text import Text, inside, join, series
from kijun.verdict import MET


def say_trait(proof: Proof, person: Person, names: Names) -> Text:
    """Return what an engagement has of a trait that it was found to have."""
    trait = proof.criterion
    match trait:
        case Conditions():
            return _conditions(trait, proof, names)
        case Amount(measure=measure):
            name = names("measure", measure)
            number = quantity(measure, proof.have or 0, names)
            return Text(ja=f"{name.ja} {number.ja}", en=f"{inside(name).en}: {number.en}")
        case Customers():
            served = names("customers", proof.which[0])
            return Text(ja=f"担当ユーザは「{served.ja}」", en=f"users served: “{inside(served).en}”")
        case Recognised():
            return _recognised(trait, None, proof, person, names)
        case Market():
            (engagement,) = (each for each in person.engagements if each.id == proof.evidence)
            return say_market(engagement, [trait], names)
        case Every():
            return join([say_trait(child, person, names) for child in proof.children], ja="。", en="; ")
        case Either(of=traits):
            witness = _witness(proof)
            if isinstance(witness.criterion, Recognised):
                reach = next((each for each in traits if isinstance(each, Customers)), None)
                return _recognised(witness.criterion, reach, witness, person, names)
            return say_trait(witness, person, names)
        case Reaches(ways=ways):
            witness = _witness(proof)
            level = say_level(next(way.level for way in ways if way.trait is witness.criterion), names)
            return Text(ja=f"{level.ja}の複雑性とサイズに届く", en=f"reaches the complexity and size of {level.en}")
        case Unspecified() | Unprinted():
            return phrase(trait, names)
        case _:
            raise AssertionError(f"{trait} is not a trait")


def _witness(proof: Proof) -> Proof:
    return next(child for child in proof.children if child.verdict is MET)


def _conditions(trait: Conditions, proof: Proof, names: Names) -> Text:
    held = series([inside(names("condition", each)) for each in proof.which])
    return Text(
        ja=f"{len(trait.of)}つの条件のうち{proof.have}つ({held.ja})。求められるのは{proof.need}つ",
        en=f"{proof.have} of {len(trait.of)} conditions ({held.en}); {proof.need} asked",
    )


def _recognised(trait: Recognised, asked: Customers | None, proof: Proof, person: Person, names: Names) -> Text:
    """Return who recognised the engagement as equivalent to what, and when, as far as that is on record."""
    (engagement,) = (each for each in person.engagements if each.id == proof.evidence)
    claim = next(
        each for each in engagement.equivalences if each.decision == "recognised" and each.to in trait.as_one_of
    )
    to = _equal_to(claim.to or "", asked, names)
    by = Text(ja=claim.by or "評価者", en=claim.by or "an assessor")
    when = Text(ja="", en="")
    if claim.day is not None:
        day = say_recorded(claim.day)
        when = Text(ja=f"({day.ja})", en=f", {day.en}")
    return Text(
        ja=f"{to.ja}に相当すると{by.ja}が認定{when.ja}",
        en=f"recognised as equivalent to {to.en} by {by.en}{when.en}",
    )


def _equal_to(path: str, asked: Customers | None, names: Names) -> Text:
    if asked is not None:
        reach = inside(names("customers-reach", asked.reach.least))
        return Text(ja=f"「{reach.ja}」", en=f"“{reach.en}”")
    cell, _, band = path.partition("/size/")
    level = say_level(int(cell.rpartition("/")[2]), names)
    if band:
        return Text(ja=f"{level.ja}のサイズ", en=f"the size of {level.en}")
    return Text(ja=f"{level.ja}の市場", en=f"the market of {level.en}")


def say_recorded(recorded: RecordedDay) -> Text:
    """Return a recorded day as short as a list needs it: the day, or the month where the day is not known."""
    day = recorded.earliest
    return Text(ja=say_day(day).ja, en=day.isoformat()) if recorded.is_exact else say_month(day)
