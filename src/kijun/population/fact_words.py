"""Which ways, and which clauses of a block, does each class of a fact leave standing?

What engagements share is read once and put into classes for all blocks together. Here the classes become words of one block:
a way that asks nothing of a fact stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kijun.criteria import Clause
from kijun.population.both import HOW
from kijun.population.demands import Demands
from kijun.population.look_up import Asked, Classes, asked_of

GATE: Final = "gate"


def gate_rows(key: str, classes: Classes, clauses: Sequence[Clause], demands: Demands) -> list[dict[str, int]]:
    """Return for each class of work the bits of the demands whose clauses count it; a class that none counts is left out."""
    masks = [[0] * len(demands.planes) for _ in clauses]
    place_of = {clause: place for place, clause in enumerate(clauses)}
    for word, bits, (clause, _) in demands.placed():
        masks[place_of[clause]][word] |= bits
    rows = []
    for number, answers in enumerate(classes.sure):
        gates = [0] * len(demands.planes)
        for place, mask in enumerate(masks):
            if answers >> place & 1:
                gates = [gate | bits for gate, bits in zip(gates, mask, strict=True)]
        if any(gates):
            rows.append({key: number, **{f"{GATE}_{word}": gate for word, gate in enumerate(gates)}})
    return rows


def words_of_ways(
    key: str, fact: str, classes: Classes, questions: Sequence[Asked], demands: Demands
) -> list[dict[str, int]]:
    """Return for each class of a fact the words of ways that it leaves; nothing where no way of the block asks it."""
    asked = asked_of(fact, demands.ways)
    place_of = {question: place for place, question in enumerate(questions)}
    masks = [(1 << place_of[question], of_word) for question, of_word in asked.masks.items()]
    rows = []
    for number, both in enumerate(zip(classes.sure, classes.possible, strict=True)) if masks else ():
        row = {key: number}
        for how, answers in zip(HOW, both, strict=True):
            words = dict(asked.free)
            for bit, of_word in masks:
                if answers & bit:
                    for word, mask in of_word.items():
                        words[word] |= mask
            row |= {f"{key}_{how}_{word}": bits for word, bits in words.items()}
        rows.append(row)
    return rows
