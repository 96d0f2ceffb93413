"""Which recogniser reads which clause of an indicator?"""

from __future__ import annotations

from typing import assert_never

from kijun.documents.notebook import Notebook
from kijun.documents.recognise.clauses import Clause
from kijun.documents.recognise.complexity import recognise_complexity
from kijun.documents.recognise.examinations import recognise_note
from kijun.documents.recognise.professional import recognise_professional
from kijun.documents.recognise.responsibility import recognise_responsibility
from kijun.documents.recognise.size_clause import recognise_size_clause
from kijun.documents.recognise.sizes import recognise_bands


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
        case _:
            assert_never(clause.kind)
