"""In which editions, under which answers, is a workforce judged, and how are they named beside the verdicts?"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from kijun.cli.question import Asked
from kijun.framework.edition import Edition
from kijun.framework.policy import choose
from kijun.framework.resolve import ResolvedEdition, resolve_edition
from kijun.judgement.record_judgement import answers_for


def resolve_asked(editions: Sequence[Edition], policy: Mapping[str, str]) -> list[ResolvedEdition]:
    """Return editions under an organisation's answers, as one person is judged in them. Raises BadPolicy."""
    return [resolve_edition(each, choose(each.points, answers_for(each, policy, editions))) for each in editions]


def sources_of(asked: Asked, out: Path) -> dict[str, str]:
    """Return by what each edition is found again from the folder of the verdicts: its id, or its folder seen from there."""
    return {
        each.id: seen_from(out, Path(asked.folders[each.id])) if each.id in asked.folders else each.id
        for each in asked.editions
    }


def seen_from(out: Path, folder: Path) -> str:
    """Return a folder as it is found from another one, whatever links lead to either."""
    return Path(os.path.relpath(os.path.realpath(folder), os.path.realpath(out))).as_posix()
