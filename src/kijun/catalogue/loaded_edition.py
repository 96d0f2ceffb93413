"""What comes of loading a standard's folder?"""

from __future__ import annotations

from dataclasses import dataclass

from kijun.framework.edition import Edition
from kijun.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedEdition:
    """What a folder holds: the edition where it could be read, and every problem found."""

    edition: Edition | None
    problems: tuple[Problem, ...]
