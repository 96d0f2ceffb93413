"""Does a person's record meet a criterion, and what proves it?"""

from kijun.judgement.judge import judge, judge_cell, judge_edition
from kijun.judgement.levels import FieldLevels, levels
from kijun.judgement.proof import CellJudgement, Counted, NearMiss, OpenFact, PartJudgement, Proof

__all__ = [
    "CellJudgement",
    "Counted",
    "FieldLevels",
    "NearMiss",
    "OpenFact",
    "PartJudgement",
    "Proof",
    "judge",
    "judge_cell",
    "judge_edition",
    "levels",
]
