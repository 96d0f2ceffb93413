"""How are the pieces of a document set as lines: wraps, empty lines, columns, running heads, letters that look alike?

What is set says the same whatever is chosen here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Final

from tests.documents.unseen.blocks import Block, Chart

BOXES: Final = "□☐❑◻❏"
_BULLETS: Final = "－ー一―‐−・"
_DASHES: Final = "ー－―‐−"
_STOPS: Final = {"、": "､", "。": "｡", "少": "尐"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How lines are set. `width` None sets each piece on one line; `furniture` puts running heads where a page ends.

    `alike` exchanges letters for others that look like them; `columns` sets several options on a line.
    """

    width: int | None = None
    empty_lines: bool = False
    columns: int = 1
    furniture: bool = False
    inside: bool = False
    alike: bool = False
    boxes: str = "□"
    language: str = "ja"
    seed: int = 0


@dataclass(slots=True)
class _Setting:
    layout: Layout
    rng: Random
    lines: list[str] = field(default_factory=list)
    page: int = 3

    def put(self, text: str) -> None:
        lines = [*self._wrapped(text)]
        broken_at = self.rng.randrange(1, len(lines)) if self.layout.inside and len(lines) > 1 else None
        for number, line in enumerate(lines):
            if number == broken_at and self.rng.random() < 0.15:
                self.lines += ["", *self.running_heads()]
            self.lines.append(line)
            if self.layout.empty_lines:
                self.lines.append("")

    def running_heads(self) -> list[str]:
        self.page += 1
        if self.layout.language == "en":
            return [
                "Skill Standards for IT Professionals V3 2031 Release 2.0",
                "",
                f"XY-{self.page}",
                "Skill Area and Indicators        ©2031 Ministry of Invented Affairs, JAPAN ",
                "",
            ]
        return [
            "ＩＴスキル標準Ｖ３ 2031_20310401",
            "",
            f"職種の概要と達成度指標 XY-{self.page} ©2031 架空産業省，独立行政法人架空機構",
            "",
        ]

    def _wrapped(self, text: str) -> Iterator[str]:
        width = self.layout.width
        if width is None:
            yield text
        elif self.layout.language == "en":
            yield from _by_words(text, width)
        else:
            while text:
                here = width + self.rng.randint(-3, 3)
                yield text[:here]
                text = text[here:]


def _by_words(text: str, width: int) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def set_as_text(blocks: Sequence[Block], layout: Layout) -> str:
    """Return the lines of a text extract."""
    setting = _Setting(layout=layout, rng=Random(layout.seed))
    for number, block in enumerate(blocks):
        if block.kind == "title" and number and layout.furniture and blocks[number - 1].kind != "title":
            setting.lines += ["", *setting.running_heads()]
        for line in _lines_of(block, setting):
            if block.kind in ("title", "heading", "section", "part"):
                setting.lines.append(line)
                if layout.empty_lines:
                    setting.lines.append("")
            else:
                setting.put(line)
    text = "\n".join(setting.lines) + "\n"
    return _with_look_alikes(text, setting.rng) if layout.alike else text


def _lines_of(block: Block, setting: _Setting) -> Iterator[str]:
    match block.kind:
        case "options":
            boxed = [f"{setting.rng.choice(setting.layout.boxes)}{label}" for label in block.options]
            for start in range(0, len(boxed), setting.layout.columns):
                yield "      ".join(boxed[start : start + setting.layout.columns])
        case "table":
            assert block.chart is not None  # a table is a chart
            yield from chart_lines(block.chart)
        case _:
            yield block.text


def chart_lines(chart: Chart) -> Iterator[str]:
    """Return a chart as lines whose cells are parted by tabs; its colours are lost."""
    yield "\t".join([chart.corner, *chart.fields])
    for _, name in chart.levels:
        yield name + "\t" * len(chart.fields)


def _with_look_alikes(text: str, rng: Random) -> str:
    """Exchange letters for others that look alike, in bullets, katakana and stops; digits and units stay."""
    done: list[str] = []
    for at, letter in enumerate(text):
        before = text[at - 1] if at else "\n"
        if letter == "－" and before == "\n":
            done.append(rng.choice(_BULLETS))
        elif letter == "ー" and _is_katakana(before) and _is_katakana(text[at + 1 : at + 2]) and rng.random() < 0.2:
            done.append(rng.choice(_DASHES))
        elif letter in _STOPS and rng.random() < 0.1:
            done.append(_STOPS[letter])
        else:
            done.append(letter)
    return "".join(done)


def _is_katakana(letter: str) -> bool:
    return bool(letter) and "ァ" <= letter <= "ヺ"
