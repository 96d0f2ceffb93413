"""Which editions and which example records ship with kijun, and where do they lie?"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from kijun.catalogue.text_file import read_text
from kijun.catalogue.yaml_tree import Tree, parse_tree

SHIPPED = Path(__file__).resolve().parent.parent / "standards"
EXAMPLES = SHIPPED.parent / "examples"


@cache
def unordered_folders() -> Mapping[str, Path]:
    """Return the folders of the shipped editions by id, without looking into their files."""
    return {f"{path.parent.parent.name}/{path.parent.name}": path.parent for path in SHIPPED.glob("*/*/edition.yaml")}


@cache
def shipped_folders() -> Mapping[str, Path]:
    """Return the folders of the shipped editions by id, newest first within a standard."""
    return dict(sorted(unordered_folders().items(), key=_newest_first))


def _newest_first(named: tuple[str, Path]) -> tuple[str, int]:
    _, folder = named
    return folder.parent.name, -int(_head(folder).get("order", 0))


def _head(folder: Path) -> dict[str, int]:
    text = read_text(folder / "edition.yaml")
    tree = parse_tree(text, "edition.yaml") if isinstance(text, str) else None
    return tree.root if isinstance(tree, Tree) and isinstance(tree.root, dict) else {}
