"""kijun: the skill standard that runs.

A standard as data, a career record judged against it, the proof, and what would be enough. The public names are loaded when they are first used,
so that importing kijun is light.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kijun.catalogue.installed import newest_of_each_category, open_edition, shipped_editions
    from kijun.catalogue.record_file import open_record
    from kijun.errors import BadInput, KijunError, NotFound
    from kijun.framework.compare.editions import compare
    from kijun.growth.explain import explain_plan
    from kijun.growth.plan_cell import plan_cell
    from kijun.judgement.explain import explain
    from kijun.judgement.judge import judge
    from kijun.judgement.record_judgement import judge_editions
    from kijun.text import Text
    from kijun.verdict import Verdict

__version__ = "0.1.0"

_HOMES = {
    "BadInput": "kijun.errors",
    "KijunError": "kijun.errors",
    "NotFound": "kijun.errors",
    "Text": "kijun.text",
    "Verdict": "kijun.verdict",
    "compare": "kijun.framework.compare.editions",
    "explain": "kijun.judgement.explain",
    "explain_plan": "kijun.growth.explain",
    "judge": "kijun.judgement.judge",
    "judge_editions": "kijun.judgement.record_judgement",
    "newest_of_each_category": "kijun.catalogue.installed",
    "open_edition": "kijun.catalogue.installed",
    "open_record": "kijun.catalogue.record_file",
    "plan_cell": "kijun.growth.plan_cell",
    "shipped_editions": "kijun.catalogue.installed",
}

__all__ = [
    "BadInput",
    "KijunError",
    "NotFound",
    "Text",
    "Verdict",
    "compare",
    "explain",
    "explain_plan",
    "judge",
    "judge_editions",
    "newest_of_each_category",
    "open_edition",
    "open_record",
    "plan_cell",
    "shipped_editions",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"kijun has no {name!r}")
    return getattr(import_module(_HOMES[name]), name)
