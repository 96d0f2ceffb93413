"""How does a document look that holds little but a coloured career chart and the indicators of some of the cells it shows?"""

from __future__ import annotations

from dataclasses import replace
from random import Random

from tests.documents.unseen.blocks import Block, Chart
from tests.documents.unseen.expected import Holdings
from tests.documents.unseen.invent import invent
from tests.documents.unseen.say_ja import say


def charted(seed: int) -> tuple[Holdings, list[Block]]:
    """Return the values of a document with a chart, and its pieces: the job description first."""
    rng = Random(seed)
    held = invent(seed, "ja")
    filled: set[tuple[str, int]] = {(cell.field, cell.level) for cell in held.cells}
    for field in held.fields:
        filled |= {(field, level) for level in rng.sample(range(1, 8), 2)}
    levels = tuple((level, f"レベル{level}") for level in range(7, 0, -1))
    chart = Chart(corner="専門分野", fields=held.fields, levels=levels, filled=frozenset(filled))
    opening = [
        Block(kind="title", text=f"{held.category}の概要"),
        Block(kind="sentence", text=f"職種：{held.category}"),
        Block(kind="table", chart=chart),
        Block(kind="title", text="職種の説明"),
        Block(kind="sentence", text="顧客の求めに応じて作業を進め、その品質に責任を持つ。"),
        Block(kind="sentence", text="当該職種は、以下の専門分野に区分される"),
    ]
    for field in held.fields:
        opening.append(Block(kind="part", text=f"●{field}"))
        opening.append(Block(kind="sentence", text=f"{field}に関する作業を計画し、実施する。"))
    shown = tuple((field, tuple(sorted(level for name, level in filled if name == field))) for field in held.fields)
    return replace(held, charted=shown), [*opening, *say(held, seed, "half")]
