"""Which skill items does a shipped edition hold, read only when somebody asks?

Their files are the larger half of an edition, and judging needs none of them (decision 0008).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path

from kijun.catalogue.folder_reader import FolderReader
from kijun.catalogue.late_mapping import Late
from kijun.errors import BadInput
from kijun.framework.edition import Edition
from kijun.framework.parse_skills import Skills, parse_skills
from kijun.framework.parse_vocabulary import FILES, parse_vocabulary
from kijun.framework.skill import item_terms
from kijun.framework.vocabulary import Term, Vocabulary
from kijun.text import Text

LATE_WORDS = ("settings", "abilities")
"""The vocabulary files that only proficiencies use."""

_KINDS = tuple(kind for name in LATE_WORDS for kind in FILES[name].values())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    terms: Mapping[str, Mapping[str, Term]]
    skills: Skills


def skill_files(folder: Path) -> list[Path]:
    """Return the files of an edition that hold skill items, sorted."""
    return sorted((folder / "skills").glob("*.yaml"))


def late_files(folder: Path) -> list[Path]:
    """Return the files of an edition that need not be read before somebody asks for skills."""
    words = [folder / "vocabulary" / f"{name}.yaml" for name in LATE_WORDS]
    return [*skill_files(folder), *(path for path in words if path.is_file())]


def with_late_skills(edition: Edition, folder: Path) -> Edition:
    """Return the edition with the skill items of its folder, read at the first look."""

    @cache
    def read() -> _Read:
        return _read(folder, edition, is_kept=True)

    named: dict[str, Mapping[str, Term]] = {kind: Late(partial(_terms, kind, read)) for kind in _KINDS}
    named["skill-item"] = Late(lambda: item_terms(read().skills.items.values()))
    return replace(
        edition,
        vocabulary=_with_terms(edition, named),
        skills=Late(lambda: read().skills.items),
        skill_areas=Late(lambda: read().skills.areas),
    )


def _read(folder: Path, edition: Edition, *, is_kept: bool) -> _Read:
    reader = FolderReader(folder, late_files(folder), is_kept=is_kept, part="-skills")
    named = {path.stem: reader.read(path) for path in late_files(folder) if path.parent.name == "vocabulary"}
    files = [reader.read(path) for path in skill_files(folder)]
    if not reader.problems:
        reader.keep()
        words = parse_vocabulary(named)
        terms = {kind: words.terms[kind] for kind in _KINDS}
        skills = parse_skills(files, replace(edition, vocabulary=_with_terms(edition, terms)))
        if not reader.has_errors:
            return _Read(terms=terms, skills=skills)
        if reader.is_recalled:  # the kept values are not those of the files
            return _read(folder, edition, is_kept=False)
    raise BadInput(
        Text(ja=f"「{edition.id}」のスキル項目は読めません。", en=f'The skill items of "{edition.id}" cannot be read.'),
        problems=(*reader.problems, *reader.found()),
    )


def _terms(kind: str, read: Callable[[], _Read]) -> Mapping[str, Term]:
    return read().terms[kind]


def _with_terms(edition: Edition, terms: Mapping[str, Mapping[str, Term]]) -> Vocabulary:
    return replace(edition.vocabulary, terms={**edition.vocabulary.terms, **terms})
