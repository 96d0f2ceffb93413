"""How is it said which skill items are rated as asked, and which are not?"""

from __future__ import annotations

from collections.abc import Iterable

from kijun.criteria import Rated
from kijun.criteria.phrase import Names, rated_by, say_level
from kijun.judgement.proof import NearMiss, Proof
from kijun.text import Text, inside, same, series
from kijun.verdict import MET, NOT_MET


def say_rated(proof: Proof, criterion: Rated, names: Names) -> Text:
    """Return how many of the skill items are rated at the level or above, beside how many are asked."""
    if len(criterion.of) == 1:
        return _one(proof, criterion, names)
    count, held, others = len(criterion.of), _items(proof.which, names), _lacking(proof, names)
    level, by = _at(criterion, names), rated_by(criterion)
    is_all = proof.need == count
    asked = Text(ja="すべて" if is_all else f"{proof.need}項目", en="all" if is_all else f"{proof.need}")
    rest = Text(ja=f"。ほかの項目: {others.ja}", en=f"; the others: {others.en}") if proof.missing else same("")
    if proof.which:
        return Text(
            ja=f"{by.ja}の評価が{level.ja}の項目は{count}項目のうち{proof.have}項目({held.ja})。"
            f"求められるのは{asked.ja}{rest.ja}",
            en=f"{proof.have} of {count} skill items {'is' if proof.have == 1 else 'are'} rated {level.en} {by.en} "
            f"({held.en}); {asked.en} asked{rest.en}",
        )
    if proof.verdict is NOT_MET:
        return Text(
            ja=f"{by.ja}の評価が{level.ja}の項目なし。求められるのは{count}項目のうち{asked.ja}: {others.ja}",
            en=f"none of {count} skill items is rated {level.en} {by.en}; {asked.en} asked: {others.en}",
        )
    return Text(
        ja=f"{by.ja}による{level.ja}の評価の記録なし。求められるのは{count}項目のうち{asked.ja}: {others.ja}",
        en=f"no skill item on record as rated {level.en} {by.en}; {asked.en} of {count} asked: {others.en}",
    )


def _one(proof: Proof, criterion: Rated, names: Names) -> Text:
    item, level, by = _items(criterion.of, names), _at(criterion, names), rated_by(criterion)
    if proof.verdict is MET:
        return Text(ja=f"「{item.ja}」は{by.ja}の評価で{level.ja}", en=f"“{item.en}” is rated {level.en} {by.en}")
    if proof.verdict is NOT_MET:
        rated = _level(proof.children[0], names)
        return Text(
            ja=f"「{item.ja}」は{by.ja}の評価で{rated.ja}。求められるのは{level.ja}",
            en=f"“{item.en}” is rated {rated.en} {by.en}; {level.en} asked",
        )
    return Text(
        ja=f"「{item.ja}」は{by.ja}による評価の記録なし。求められるのは{level.ja}",
        en=f"“{item.en}” is not rated {by.en}, as far as is on record; {level.en} asked",
    )


def _at(criterion: Rated, names: Names) -> Text:
    level = say_level(criterion.level, names)
    return Text(ja=f"{level.ja}以上", en=f"{level.en} or above")


def _items(items: Iterable[str], names: Names) -> Text:
    return series([inside(names("skill-item", each)) for each in items])


def _lacking(proof: Proof, names: Names) -> Text:
    """Return the items that are not rated as asked, each with the level that it is rated at."""
    lower = [child for child in proof.children if child.evidence in proof.missing]
    return series([_with_level(child, names) for child in lower])


def _with_level(child: Proof, names: Names) -> Text:
    item, level = inside(names("skill-item", child.evidence or "")), _level(child, names)
    return Text(ja=f"{item.ja}({level.ja})", en=f"{item.en} ({level.en})")


def _level(child: Proof, names: Names) -> Text:
    return Text(ja="評価なし", en="not rated") if child.have is None else say_level(child.have, names)


def say_low_rating(miss: NearMiss, names: Names) -> Text:
    """Return the level that an item is rated at, beside the one asked."""
    have, need = (say_level(int(level or 0), names) for level in (miss.have, miss.need))
    return Text(
        ja=f"評価は{have.ja}、求められるのは{need.ja}以上",
        en=f"it is rated {have.en}; {need.en} or above asked",
    )
