"""Which documents are made of a seed, and what does reading each of them show?"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final

from tests.documents.unseen import say_en, say_ja
from tests.documents.unseen.as_files import write_docx, write_html, write_markdown, write_pdf, write_text
from tests.documents.unseen.as_skills import skills_in_english, skills_in_japanese
from tests.documents.unseen.as_tables import docx_cells, docx_tables, html_tables, pdf_tables
from tests.documents.unseen.blocks import Block
from tests.documents.unseen.career_chart import charted
from tests.documents.unseen.compare import Finding, compare
from tests.documents.unseen.damage import DAMAGES, Damage
from tests.documents.unseen.drafted import Drafted, read_with_kijun, same_name
from tests.documents.unseen.expected import Cell, Holdings, Language
from tests.documents.unseen.hand_en import HAND_WRITTEN as HAND_EN
from tests.documents.unseen.hand_ja import HAND_WRITTEN as HAND_JA
from tests.documents.unseen.invent import invent, invent_items
from tests.documents.unseen.layout import BOXES, Layout, set_as_text
from tests.documents.unseen.many_sizes import many_sizes
from tests.documents.unseen.marks import MARKS
from tests.documents.unseen.numerals import Digits
from tests.documents.unseen.traps import Trap, value_at

HAND_WRITTEN: Final[Mapping[str, tuple[str, Holdings]]] = {
    **HAND_JA,
    **HAND_EN,
    **{name: (text, held) for name, text, held in many_sizes()},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What reading a document showed: its file, the draft, and a finding for each of its values."""

    path: Path
    draft: Drafted
    findings: tuple[Finding, ...]


def drafted(path: Path, *more: Path) -> Drafted:
    """Read files into a folder beside the first, anew."""
    into = path.with_name(f"{path.stem}-draft")
    shutil.rmtree(into, ignore_errors=True)
    return read_with_kijun([path, *more], into)


def checked(held: Holdings, path: Path) -> Checked:
    """Read one file and hold its draft against what it holds."""
    draft = drafted(path)
    return Checked(path=path, draft=draft, findings=tuple(compare(held, draft)))


def layout_of(seed: int, language: Language) -> Layout:
    """Return the layout of a seed; every third has nothing odd in it."""
    rng = Random(seed)
    if seed % 3 == 0:
        return Layout(language=language)
    return Layout(
        width=rng.choice([None, 40, 60]) if language == "ja" else rng.choice([None, 80, 110]),
        empty_lines=rng.random() < 0.5,
        columns=rng.randint(1, 3),
        furniture=rng.random() < 0.6,
        inside=rng.random() < 0.5,
        alike=language == "ja" and rng.random() < 0.5,
        boxes=rng.choice(["□", BOXES]),
        language=language,
        seed=seed,
    )


def pieces(seed: int, language: Language) -> tuple[Holdings, list[Block]]:
    """Return the values and the pieces of an invented document of indicators."""
    held = invent(seed, language)
    if language == "en":
        return held, say_en.say(held, seed)
    return held, say_ja.say(held, seed, Random(seed).choice(["half", "full", "kanji"]))


def as_text(seed: int, language: Language, folder: Path) -> Checked:
    """Check an invented document as a text extract."""
    held, blocks = pieces(seed, language)
    return checked(held, write_text(blocks, layout_of(seed, language), folder / f"{language}-{seed}.txt"))


FORMATS: Final[Mapping[str, Callable[[list[Block], Path], Path]]] = {
    "md": write_markdown,
    "html": write_html,
    "docx": write_docx,
    "cells.docx": docx_cells,
    "pdf": write_pdf,
}


def as_format(seed: int, ending: str, folder: Path) -> Checked:
    """Check an invented document with a career chart in another format; colours are lost in Markdown."""
    held, blocks = charted(seed)
    if ending == "md":
        held = Holdings(language="ja", category=held.category, fields=held.fields, cells=held.cells)
    return checked(held, FORMATS[ending](blocks, folder / f"chart-{seed}.{ending}"))


def in_english(seed: int, ending: str, folder: Path) -> Checked:
    """Check an invented English document in another format."""
    held, blocks = pieces(seed, "en")
    return checked(held, FORMATS[ending](blocks, folder / f"english-{seed}.{ending}"))


def as_skills(seed: int, language: Language, folder: Path) -> Checked:
    """Check an invented document of skills."""
    held = invent_items(seed, language)
    text = skills_in_japanese(held, seed) if language == "ja" else skills_in_english(held, seed)
    path = folder / f"skills-{language}-{seed}.txt"
    path.write_text(text, encoding="utf-8")
    return checked(held, path)


TABLES: Final[Mapping[str, Callable[[Holdings, Path], Path]]] = {
    "html": html_tables,
    "docx": docx_tables,
    "pdf": pdf_tables,
}


def as_tables(seed: int, ending: str, folder: Path) -> Checked:
    """Check an invented document of skills whose items are tables."""
    held = invent_items(seed, "ja")
    return checked(held, TABLES[ending](held, folder / f"tables-{seed}.{ending}"))


def by_hand(name: str, folder: Path) -> Checked:
    """Check a document that was written by hand."""
    text, held = HAND_WRITTEN[name]
    path = folder / f"{name}.txt"
    path.write_text(text, encoding="utf-8")
    return checked(held, path)


def damaged(seed: int, folder: Path) -> Iterator[tuple[Damage, str | None]]:
    """Yield each damage that a document can take, with what is wrong with its draft or None."""
    held = invent(seed, "ja")
    digits: Digits = Random(seed).choice(["half", "full"])
    text = set_as_text(say_ja.say(held, seed, digits), Layout())
    for damage in DAMAGES:
        cell = _first_damaged(text, damage, held)
        if cell is None:
            continue
        path = folder / f"damaged-{seed}.txt"
        path.write_text(damage.pattern.sub(damage.put, text, count=1), encoding="utf-8")
        yield damage, _answered(drafted(path), cell, damage.lost)


def _first_damaged(text: str, damage: Damage, held: Holdings) -> Cell | None:
    found = damage.pattern.search(text)
    if found is None:
        return None
    before = len(re.findall("^専門分野", text[: found.start()], flags=re.MULTILINE))
    return held.cells[before - 1]


def _answered(draft: Drafted, cell: Cell, lost: str) -> str | None:
    """Return what is wrong: a value for what nobody can tell, without a question; or a cell that is gone."""
    part = lost.split("/", maxsplit=1)[0]
    for category, field, level in draft.cell_paths():
        got = draft.cells(category, field)[level]
        if level == cell.level and draft.field_name(category, field) == same_name(cell.field):
            path = f"{category}/{field}/{level}/{lost}"
            asked = part in got.get("unread", ()) or draft.asked_about(path)
            return None if asked else f"{path}: nothing is asked, got {got.get(part)!r}"
    return None if draft.asks_which_cell else f"{cell.field} {cell.level} is gone in silence"


def trapped(trap: Trap, folder: Path) -> str | None:
    """Return what is wrong with the draft of a document into which a trap was put, or None."""
    text, held = HAND_WRITTEN[trap.document]
    assert trap.old in text, trap.old
    path = folder / "trap.txt"
    path.write_text(text.replace(trap.old, trap.new, 1), encoding="utf-8")
    draft = drafted(path)
    cells = {
        (category, field): draft.cells(category, field).get(trap.level) for category, field, _ in draft.cell_paths()
    }
    part = trap.path.split("/", maxsplit=1)[0]
    for (category, field), cell in cells.items():
        if cell is None:
            continue
        got = value_at(cell, trap.path)
        asked = part in cell.get("unread", ()) or draft.asked_about(f"{category}/{field}/{trap.level}/{trap.path}")
        return None if asked or got in trap.may_be else f"{trap.new!r}: {trap.path} is {got!r}, may be {trap.may_be}"
    return None if draft.asks_which_cell else f"{trap.new!r}: level {trap.level} of {held.fields} is gone in silence"


def with_marks(name: str, folder: Path) -> Checked:
    """Check a document that was written by hand, set with other marks."""
    text, held = HAND_WRITTEN["network"]
    for old, new in MARKS[name]:
        text = text.replace(old, new)
    path = folder / "marks.txt"
    path.write_text(text, encoding="utf-8", newline="")
    return checked(held, path)
