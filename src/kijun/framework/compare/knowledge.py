"""Which knowledge items stayed under their skill item, which moved to another one, which are gone and which are new?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kijun.framework.compare.names import likeness
from kijun.framework.compare.pairs import best_pairs
from kijun.framework.skill import KnowledgeItem, SkillItem

Both = tuple[SkillItem | None, SkillItem | None]
Key = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A knowledge item in both editions, with the skill items under which it stands; None where it does not."""

    old: KnowledgeItem | None
    new: KnowledgeItem | None
    old_item: SkillItem | None
    new_item: SkillItem | None
    is_elsewhere: bool = False


def compare_knowledge(both: Sequence[Both]) -> Mapping[Key, list[Move]]:
    """Return what became of every knowledge item, by the ids of the skill item in both editions.

    What stands under the same skill item in both stayed; then what is left over on either side is one thing that moved.
    """
    moves: dict[Key, list[Move]] = {}
    gone: list[tuple[Both, KnowledgeItem]] = []
    come: list[tuple[Both, KnowledgeItem]] = []
    for pair in both:
        before, after = (item.knowledge if item else () for item in pair)
        stayed = best_pairs(before, after, likeness)
        moves[_key(pair)] = [Move(old=before[i], new=after[j], old_item=pair[0], new_item=pair[1]) for i, j in stayed]
        gone += [(pair, each) for i, each in enumerate(before) if i not in {i for i, _ in stayed}]
        come += [(pair, each) for j, each in enumerate(after) if j not in {j for _, j in stayed}]
    moved = best_pairs(gone, come, lambda was, now: likeness(was[1], now[1]))
    for i, j in moved:
        (was, old), (now, new) = gone[i], come[j]
        moves[_key(now)].append(Move(old=old, new=new, old_item=was[0], new_item=now[1], is_elsewhere=True))
    for j, (pair, new) in enumerate(come):
        if j not in {j for _, j in moved}:
            moves[_key(pair)].append(Move(old=None, new=new, old_item=pair[0], new_item=pair[1]))
    for i, (pair, old) in enumerate(gone):
        if i not in {i for i, _ in moved}:
            moves[_key(pair)].append(Move(old=old, new=None, old_item=pair[0], new_item=pair[1]))
    return moves


def _key(pair: Both) -> Key:
    return pair[0].id if pair[0] else None, pair[1].id if pair[1] else None
