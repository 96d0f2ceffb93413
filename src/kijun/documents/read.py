"""Which standard do these documents hold, and what has to be asked?"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kijun.documents.answers import Answers
from kijun.documents.assemble import Assembled, assemble
from kijun.documents.draft import Draft
from kijun.documents.gather import Progress, gather
from kijun.documents.glossary import shipped_glossary
from kijun.documents.names import Names
from kijun.documents.readers.open import open_document


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is to be read: the files, the id of the edition that they make, and whether that one ships."""

    files: tuple[Path, ...]
    edition: str
    is_shipped: bool


def no_progress(document: str, page: int, count: int) -> None:
    """Tell nobody."""


def read_documents(asked: Asked, answers: Answers, today: date, progress: Progress = no_progress) -> Assembled | None:
    """Return the standard that documents hold, or None where they hold nothing of a skill standard.

    Raises Unreadable for a file that cannot be read.
    """
    draft = Draft(names=Names(shipped_glossary()))
    documents = [open_document(path) for path in asked.files]
    gather(documents, [_digest(path) for path in asked.files], draft, answers, progress)
    return None if draft.is_empty else assemble(draft, asked.edition, answers, is_shipped=asked.is_shipped, made=today)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return f"sha256:{hashlib.file_digest(file, 'sha256').hexdigest()}"
