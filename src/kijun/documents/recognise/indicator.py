"""Which recogniser reads which clause of an indicator?"""

from __future__ import annotations

from typing import Final, assert_never

from kijun.documents.notebook import Notebook
from kijun.documents.recognise.clauses import Clause
from kijun.documents.recognise.complexity import recognise_complexity
from kijun.documents.recognise.examinations import EXAMINATION, recognise_note
from kijun.documents.recognise.professional import recognise_professional
from kijun.documents.recognise.responsibility import recognise_responsibility
from kijun.documents.recognise.size_clause import recognise_size_clause
from kijun.documents.recognise.sizes import recognise_bands
from kijun.text import Text

_LOOSE: Final = Text(
    ja="どの項目の言葉か、見出しからわかりません。文書を見て、読み取られていない値があれば、その項目の問いに答えてください。"
    "なければnoneと答えてください。",
    en="No heading tells which part these words belong to. Look at the document: where a value was not read, answer the "
    "question about its part. Answer none where nothing is lacking.",
)


def recognise_clause(clause: Clause, cell: Notebook) -> None:
    """Note what a clause says of its cell."""
    match clause.kind:
        case "responsibility":
            recognise_responsibility(clause, cell)
        case "complexity":
            recognise_complexity(clause, cell)
        case "size":
            recognise_size_clause(clause, cell)
            recognise_bands(clause, cell)
        case "professional":
            recognise_professional(clause, cell)
        case "note":
            recognise_note(clause, cell)
        case "loose":
            _recognise_loose(clause, cell)
        case _:
            assert_never(clause.kind)


def _recognise_loose(clause: Clause, cell: Notebook) -> None:
    """Note an examination whose heading was not understood; ask about all other words that belong to no part."""
    first = clause.first
    if first is None:
        return
    if clause.lead is not None and EXAMINATION.search(clause.lead.folded.text):
        recognise_note(clause, cell)
    else:
        cell.ask("loose", first, _LOOSE, kind="reading", suggestions=("none",))
