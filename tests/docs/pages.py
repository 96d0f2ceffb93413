"""Which pages do people read, and which blocks and links do they hold?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

REPOSITORY: Final = Path(__file__).resolve().parents[2]
DOCS: Final = REPOSITORY / "docs"

_BLOCK = re.compile(r"^```(?P<info>[^\n]*)\n(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\[[^\]]*\]\((?P<target>[^)\s]+)\)")
_HEADING = re.compile(r"^#+ (?P<words>.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A fenced block: what it is marked with, and what it holds."""

    info: str
    body: str


def pages() -> list[Path]:
    """Return every page that people read."""
    return [*sorted(REPOSITORY.glob("*.md")), *sorted(DOCS.rglob("*.md"))]


def name_of(page: Path) -> str:
    """Return a page as it is named from the top of the project."""
    return str(page.relative_to(REPOSITORY))


def read(page: Path) -> str:
    """Return the text of a page."""
    return page.read_text(encoding="utf-8")


def blocks(page: Path) -> list[Block]:
    """Return the fenced blocks of a page."""
    return [Block(info=found["info"], body=found["body"]) for found in _BLOCK.finditer(read(page))]


def prose(page: Path) -> str:
    """Return a page without its fenced blocks."""
    return _BLOCK.sub("", read(page))


def links(page: Path) -> Iterator[str]:
    """Yield the target of every link of a page."""
    yield from (found["target"] for found in _LINK.finditer(prose(page)))


def anchors(page: Path) -> set[str]:
    """Return the anchors of a page's headings, as a forge makes them."""
    return {
        re.sub(r"[^\w\- ]", "", found["words"]).strip().lower().replace(" ", "-")
        for found in _HEADING.finditer(prose(page))
    }


def section(page: Path, heading: str) -> str:
    """Return what stands below a heading, up to the next heading."""
    _, _, rest = read(page).partition(f"\n{heading}\n")
    return re.split(r"^#+ ", rest, maxsplit=1, flags=re.MULTILINE)[0]
