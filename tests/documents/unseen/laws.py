"""What goes wrong over many invented documents and many variants of real ones?

    python -m tests.documents.unseen.laws --count 200 --seed 1

prints every failure with the file that shows it, and how much was read and not asked about.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import mkdtemp
from typing import Final

from tests.documents.unseen.checks import (
    FORMATS,
    HAND_WRITTEN,
    TABLES,
    Checked,
    as_format,
    as_skills,
    as_tables,
    as_text,
    by_hand,
    damaged,
    drafted,
    in_english,
    pieces,
    trapped,
)
from tests.documents.unseen.compare import read_share, wrong_in
from tests.documents.unseen.drafted import Drafted
from tests.documents.unseen.expected import Language
from tests.documents.unseen.layout import Layout, set_as_text
from tests.documents.unseen.letters import lost_letters
from tests.documents.unseen.same_draft import differences
from tests.documents.unseen.traps import TRAPS
from tests.documents.unseen.variants import every_wrap, rewrapped, shuffled

DOCUMENTS: Final = Path(__file__).resolve().parents[4] / "shared" / "documents"
LANGUAGES: Final[tuple[Language, Language]] = ("ja", "en")
LEAST_READ: Final = 0.9
_LONG: Final = 40
_IN_ORDER: Final = "001"
"""The document whose tables do not name their field: only their order tells it."""


def real_documents() -> list[Path]:
    """Return the published documents, where they are at hand."""
    return sorted(DOCUMENTS.glob("0*.txt"))


def real_pdfs() -> list[Path]:
    """Return the published PDFs, where they are at hand."""
    return sorted(DOCUMENTS.glob("pdf/*.pdf"))


def language_of(text: str) -> Language:
    """Return the language that a text is written in."""
    return "ja" if any("぀" <= letter <= "ヿ" for letter in text[:2000]) else "en"


def variants_differ(text: str, rng: Random, folder: Path, *, is_ordered: bool = False) -> list[str]:
    """Read a text, a wrapped and a shuffled variant of it; return what these say otherwise."""
    folder.mkdir(parents=True, exist_ok=True)
    first = _read(text, folder / "printed.txt")
    found = [
        f"wrapped: {each}"
        for each in differences(first, _read(rewrapped(text, rng, language_of(text)), folder / "wrapped.txt"))
    ]
    if not is_ordered:
        other = _read(shuffled(text, rng), folder / "shuffled.txt")
        found += [f"shuffled: {each}" for each in differences(first, other)]
    return found


def _read(text: str, path: Path) -> Drafted:
    path.write_text(text, encoding="utf-8")
    return drafted(path)


def _documents(seed: int, folder: Path) -> Iterator[Checked]:
    for language in LANGUAGES:
        yield as_text(seed, language, folder)
        yield as_skills(seed, language, folder)
    for ending in FORMATS:
        yield as_format(seed, ending, folder)
        yield in_english(seed, ending, folder)
    for ending in TABLES:
        yield as_tables(seed, ending, folder)


def run(count: int, seed: int, folder: Path) -> int:
    """Check documents of many seeds, print what is wrong as it is found; return how many failures there were."""
    failures = 0
    for found in [_by_hand(count, seed, folder), *(_of_seed(number, folder) for number in range(seed, seed + count))]:
        for line in found:
            failures += 1
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()
    sys.stdout.write(f"{failures} failures over {count} seeds from {seed}; the files are in {folder}\n")
    return failures


def _by_hand(count: int, seed: int, folder: Path) -> Iterator[str]:
    """Check the documents that were written by hand, with traps, other wraps and lost letters."""
    yield from _over(by_hand(name, folder) for name in HAND_WRITTEN)
    yield from (f"trap, {wrong}" for wrong in (trapped(trap, folder) for trap in TRAPS) if wrong)
    for name, (text, _) in HAND_WRITTEN.items():
        yield from (f"{name}, {each}" for each in _every_place(text, count, folder))
        yield from (f"{name}, {each}" for each in lost_letters(name, 10 * count, Random(seed), folder))


def _of_seed(seed: int, folder: Path) -> Iterator[str]:
    """Check the invented documents of a seed, damaged ones, and variants of these and of the published ones."""
    yield from _over(_documents(seed, folder))
    yield from (f"damaged-{seed}.txt, {damage.name}: {wrong}" for damage, wrong in damaged(seed, folder) if wrong)
    for language in LANGUAGES:
        text = set_as_text(pieces(seed, language)[1], Layout(language=language))
        where = folder / f"variants-{language}-{seed}"
        yield from (f"{where.name}, {each}" for each in variants_differ(text, Random(seed), where))
    for path in real_documents():
        where = folder / f"variants-{path.stem[:3]}-{seed}"
        is_ordered = path.stem.startswith(_IN_ORDER)
        found = variants_differ(path.read_text(encoding="utf-8"), Random(seed), where, is_ordered=is_ordered)
        yield from (f"{where.name}, {each}" for each in found)


def _every_place(text: str, count: int, folder: Path) -> Iterator[str]:
    """Wrap long lines at each of their places: one line in a short run, all of them in a long one."""
    first = _read(text, folder / "printed.txt")
    lines = [at for at, line in enumerate(text.split("\n")) if len(line) >= _LONG]
    for line in lines[: max(1, count // 10)]:
        for wrapped in every_wrap(text, line, language_of(text)):
            for each in differences(first, _read(wrapped, folder / "wrapped.txt")):
                yield f"line {line} as {wrapped.split(chr(10))[line : line + 2]}: {each}"


def _over(checks: Iterator[Checked]) -> Iterator[str]:
    for each in checks:
        yield from (f"{each.path.name}, {line}" for line in wrong_in(each.findings))
        share = read_share(each.findings)
        if share < LEAST_READ:
            yield f"{each.path.name}: only {share:.0%} was read"


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--count", type=int, default=20)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--keep", type=Path, default=None, help="folder for the files")
    given = asked.parse_args()
    sys.exit(1 if run(given.count, given.seed, given.keep or Path(mkdtemp())) else 0)
