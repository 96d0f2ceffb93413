"""Which problems are there, and what does each of them say?

One entry per code: severity, title, and a detail whose {names} are filled in where the problem is found. The titles and
details are the words of the program; docs/reference/problems.md is made from this table.
"""

from __future__ import annotations

from typing import Final

from kijun.problem.code import Code
from kijun.problem.collect_codes import COLLECT_CODES
from kijun.problem.document_codes import DOCUMENT_CODES
from kijun.problem.file_codes import FILE_CODES
from kijun.problem.overlay_codes import OVERLAY_CODES
from kijun.problem.record_codes import RECORD_CODES
from kijun.problem.standard_codes import STANDARD_CODES
from kijun.problem.text_pack_codes import TEXT_PACK_CODES
from kijun.problem.verdict_codes import VERDICT_CODES
from kijun.problem.workbook_codes import WORKBOOK_CODES
from kijun.problem.workforce_codes import WORKFORCE_CODES

CODES: Final[dict[str, Code]] = {
    **FILE_CODES,
    **STANDARD_CODES,
    **RECORD_CODES,
    **OVERLAY_CODES,
    **WORKBOOK_CODES,
    **TEXT_PACK_CODES,
    **DOCUMENT_CODES,
    **WORKFORCE_CODES,
    **COLLECT_CODES,
    **VERDICT_CODES,
}
