"""A text pack for a test: words that we wrote ourselves, at paths of an edition."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from kijun.catalogue.text_pack import save_text_pack
from kijun.citation import Citation
from kijun.framework.wording import PackDocument, TextPack, Wording
from kijun.text import Language
from tests.builders import V3_2011

HOSTILE: Final = '<script>alert("x")</script> & [red]{% now %}\\#"'
PARTS_OF_A_CELL: Final = {
    "hardware/5": "A line for the whole cell.",
    "hardware/5/responsibility": "試しの責任性の文。\n二行目の文。",
    "hardware/5/complexity/of/multi-vendor": "□ 試しの条件",
    "hardware/5/size/1": HOSTILE,
    "hardware/5/size_clause": "試しのサイズの文。",
    "hardware/5/succession": "試しの継承の文。",
}
EVERYWHERE: Final = {
    "job-description": "試しの職種の説明。",
    "hardware": "試しの専門分野の説明。",
    **PARTS_OF_A_CELL,
    "hardware/6/responsibility": "試しの、次のセルの文。",
    "hardware/skills/technology": "試しのスキル項目。",
    "hardware/skills/technology/5": "試しの熟達度の文。",
}


def pack_of(
    words: dict[str, str] | None = None,
    *,
    edition: str = V3_2011,
    category: str = "customer-service",
    language: Language = "ja",
) -> TextPack:
    """Return a pack of one category, its words on one line after another of one document."""
    given = EVERYWHERE if words is None else words
    wording = tuple(
        Wording(path=path, language=language, words=said, citation=Citation(document="002", line=line, page="CS-9"))
        for line, (path, said) in enumerate(given.items(), start=11)
    )
    documents = (PackDocument(id="002", file="our-copy.txt", digest="sha256:" + "2" * 64),)
    return TextPack(edition=edition, documents=documents, made=date(2026, 11, 21), wording={category: wording})


def write_pack(folder: Path, words: dict[str, str] | None = None, **more: str) -> Path:
    """Write such a pack into a folder, and return the folder."""
    save_text_pack(folder, pack_of(words, **more))  # type: ignore[arg-type]  # they are names of its parameters
    return folder
