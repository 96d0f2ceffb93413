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
from kijun.criteria.phrase import Names, phrase, quantity
from kijun.judgement.proof import Proof
from kijun.text import Text, inside, join
from kijun.verdict import MET


def say_trait(proof: Proof, names: Names) -> Text:
    """Return what an engagement has of a trait that it was found to have."""
    trait = proof.criterion
    match trait:
        case Conditions(of=listed):
            held = join([inside(names("condition", each)) for each in proof.which])
            return Text(
                ja=f"{len(listed)}項目中{proof.have}項目({held.ja})。求められるのは{proof.need}項目",
                en=f"{proof.have} of {len(listed)} conditions ({inside(held).en}); {proof.need} asked",
            )
        case Amount(measure=measure):
            name = names("measure", measure)
            number = quantity(measure, proof.have or 0, names)
            return Text(ja=f"{name.ja} {number.ja}", en=f"{inside(name).en}: {number.en}")
        case Customers():
            served = names("customers", proof.which[0])
            return Text(ja=f"担当ユーザは「{served.ja}」", en=f"users served: {inside(served).en}")
        case Recognised():
            return Text(ja="評価者が相当と認めた", en="recognised as equivalent by an assessor")
        case Market():
            return phrase(trait, names)
        case Every():
            return join([say_trait(child, names) for child in proof.children], ja="、", en=", ")
        case Either():
            return say_trait(_witness(proof), names)
        case Reaches(ways=ways):
            witness = _witness(proof)
            level = next(way.level for way in ways if way.trait is witness.criterion)
            return Text(
                ja=f"レベル{level}の複雑性とサイズに届く", en=f"reaches the complexity and size of level {level}"
            )
        case Unspecified() | Unprinted():
            return phrase(trait, names)
        case _:
            raise AssertionError(f"{trait} is not a trait")


def _witness(proof: Proof) -> Proof:
    return next(child for child in proof.children if child.verdict is MET)
