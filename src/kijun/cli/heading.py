"""What stands above a plan or a map: whose record it is, as of which day, and what is assumed?"""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text as Styled

from kijun.cli.assumptions import assumed_markdown, show_assumed
from kijun.cli.language import said
from kijun.judgement.assumption import Assumption
from kijun.judgement.record_judgement import RecordJudgement
from kijun.text import Language, Text


def show_heading(
    console: Console, judged: RecordJudgement, as_of: Text, assumed: Sequence[Assumption] | None = None
) -> None:
    """Write it for a terminal."""
    person = judged.person
    console.print(Styled(f"{person.name.written} · {person.employee}", style="bold"))
    console.print(said(as_of))
    console.print()
    show_assumed(console, assumed, judged.on)


def heading_markdown(
    judged: RecordJudgement, as_of: Text, language: Language, assumed: Sequence[Assumption] | None = None
) -> list[str]:
    """Return it as lines of Markdown in one language."""
    return [
        f"# {judged.person.name.written} ({judged.person.employee})",
        "",
        as_of.said_in(language),
        "",
        *assumed_markdown(assumed, judged.on, language),
    ]
