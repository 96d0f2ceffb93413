"""What may still be said of a proof when facts of an engagement are kept back?

The verdict of every part stays. What would tell a fact that is kept back, because it names it or counts with it, is left
out or said as "enough".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kijun.criteria import Amount, Conditions, Criterion, Customers, Market, Once, Reaches, Recognised, Trait
from kijun.criteria.phrase import Names
from kijun.evidence import Person
from kijun.judgement.explain import Said, explain
from kijun.judgement.proof import CellJudgement, NearMiss, OpenFact, PartJudgement, Proof
from kijun.report.mask import Labels, is_equivalence_masked, is_measure_masked
from kijun.text import Text
from kijun.verdict import MET

_ALWAYS_SAID = frozenset({"role", "activities", "outcome", "field", "window", "complete", "source"})
_LEFT_OUT = Text(ja="伏せた事実に関わることは省いた", en="what concerns masked facts is left out")


def say_parts(judged: CellJudgement, person: Person, names: Names, labels: Labels) -> list[Said]:
    """Return the parts of a cell in words, engagements by their names and without what is kept back."""
    parts = {name: _redacted_part(part, labels) for name, part in judged.parts.items()}
    examination = judged.minimum_by_examination
    said = []
    for each in explain(replace(judged, parts=parts, minimum_by_examination=examination), person, names):
        whole = judged.parts[each.name].proof if each.name in judged.parts else None
        said.append(_named(each, whole, labels))
    return said


def _named(said: Said, whole: Proof | None, labels: Labels) -> Said:
    headline, lines = labels.named(said.headline), [labels.named(line) for line in said.details]
    if whole is not None:
        hidden = _disclosing(whole, labels)
        if hidden is not None:
            label = labels.label[hidden]
            headline = Text(ja=f"{label.ja}: 十分(事実は伏せた)", en=f"{label.en}: enough; the facts are masked")
            lines = []
        elif _redacted(whole, labels) != whole and whole.verdict is not MET:
            lines.append(_LEFT_OUT)
    return replace(said, headline=headline, details=tuple(lines))


def _disclosing(proof: Proof, labels: Labels) -> str | None:
    """Return the engagement whose facts the headline of a proof would tell, or None."""
    if isinstance(proof.criterion, Once):
        if proof.verdict is not MET:
            return None
        witnesses = [child for child in proof.children if child.evidence is not None]
        return next((each.evidence for each in witnesses if _tells(each, labels)), None)
    return next((found for child in proof.children if (found := _disclosing(child, labels))), None)


def _tells(proof: Proof, labels: Labels) -> bool:
    facts = labels.masks.get(proof.evidence or "", frozenset())
    return bool(facts) and any(_is_about(each, facts) for each in _leaves(proof))


def _leaves(proof: Proof) -> Iterator[Criterion | Trait]:
    if isinstance(proof.criterion, Reaches):
        return
    yield proof.criterion
    for child in proof.children:
        yield from _leaves(child)


def _is_about(trait: Criterion | Trait, facts: frozenset[str]) -> bool:
    match trait:
        case Conditions():
            return "conditions" in facts
        case Amount(measure=measure):
            return is_measure_masked(measure, facts)
        case Customers() | Market():
            return "customers" in facts
        case Recognised():
            return is_equivalence_masked(facts)
        case _:
            return False


def _redacted_part(part: PartJudgement, labels: Labels) -> PartJudgement:
    return replace(part, proof=_redacted(part.proof, labels))


def _redacted(proof: Proof, labels: Labels) -> Proof:
    """Return a proof without the near misses, open facts and best tries that tell what is kept back."""
    is_try = isinstance(proof.criterion, Once) and proof.verdict is not MET
    return replace(
        proof,
        near_misses=tuple(each for each in proof.near_misses if _may_say(each, labels)),
        would_settle=tuple(each for each in proof.would_settle if _may_say(each, labels)),
        children=tuple(
            _redacted(child, labels)
            for child in proof.children
            if not (is_try and labels.masks.get(child.evidence or "", frozenset()) - {"title"})
        ),
    )


def _may_say(each: NearMiss | OpenFact, labels: Labels) -> bool:
    facts = labels.masks.get(each.evidence or "", frozenset())
    match each.fact:
        case fact if not facts or fact in _ALWAYS_SAID:
            return True
        case "conditions":
            return "conditions" not in facts
        case "customers" | "market":
            return "customers" not in facts
        case "equivalence":
            return not is_equivalence_masked(facts)
        case measure:
            return not is_measure_masked(measure, facts)
