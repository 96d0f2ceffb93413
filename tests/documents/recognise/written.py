"""How do the tests of recognisers write a clause and take the notes on a cell?"""

from __future__ import annotations

from typing import Any

from kijun.documents.glossary import shipped_glossary
from kijun.documents.names import Names
from kijun.documents.notebook import Notebook
from kijun.documents.passage import Passage, join
from kijun.documents.printed import Line, Place
from kijun.documents.recognise.clauses import Clause, ClauseKind


def passage(text: str) -> Passage:
    """Return a text as a passage, its lines numbered from 1."""
    return join(Line(text=line, place=Place(line=number)) for number, line in enumerate(text.split("\n"), start=1))


def clause(kind: ClauseKind, lead: str | None, *options: str) -> Clause:
    """Return a clause with its options."""
    return Clause(
        kind=kind, lead=passage(lead) if lead is not None else None, options=tuple(passage(each) for each in options)
    )


def notebook(level: int = 4) -> Notebook:
    """Return the empty notes on a cell of a category that nobody has seen."""
    return Notebook(
        category="support",
        field="help-desk",
        level=level,
        document="1",
        language="ja",
        names=Names(shipped_glossary()),
    )


def value(cell: Notebook, below: str) -> Any:
    """Return what was noted; nothing noted is no value."""
    return cell.noted[below].value if below in cell.noted else "nothing noted"


def asked(cell: Notebook) -> list[str]:
    """Return what is asked about, by paths below the cell."""
    return [question.path.removeprefix(f"{cell.path}/") for question in cell.questions]
