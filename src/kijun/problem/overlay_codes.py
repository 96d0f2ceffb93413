"""What can be wrong with a company's own standard that changes another one?"""

from __future__ import annotations

from typing import Final

from kijun.problem.code import Code

OVERLAY_CODES: Final[dict[str, Code]] = {}
