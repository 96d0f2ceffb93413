"""Which open questions does somebody at a terminal answer right away?"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import typer
from rich.text import Text as Styled

from kijun.catalogue.yaml_tree import Tree, parse_tree
from kijun.cli.language import said, say
from kijun.cli.output import console
from kijun.cli.read.place import place_words
from kijun.documents.question import Question
from kijun.framework.dump import Plain
from kijun.problem.reading import printable


def is_interactive() -> bool:
    """Return whether somebody sits at both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask_at_terminal(questions: Sequence[Question]) -> dict[str, Plain]:
    """Ask one question after the other; an empty answer leaves one open, and the word for the end all that are left."""
    answers: dict[str, Plain] = {}
    if not questions:
        return answers
    out = console()
    out.print(
        Styled(
            say(
                f"問いが{len(questions)}件あります。Enterだけで後に回し、qで残りを後に回します。",
                f"{len(questions)} questions. Enter alone leaves one open, q leaves all that are left.",
            )
        )
    )
    for number, question in enumerate(questions, start=1):
        out.print()
        out.print(Styled(f"{number}/{len(questions)}  {question.path}  ({place_words(question)})", style="bold"))
        out.print(Styled(f"  {printable(question.words)}"))
        out.print(Styled(f"  {said(question.asks)}"))
        if question.suggestions:
            out.print(Styled(say("  候補: ", "  Perhaps: ") + ", ".join(map(printable, question.suggestions))))
        try:
            given = typer.prompt(say("  答え", "  Answer"), default="", show_default=False).strip()
        except typer.Abort:
            break
        if given == "q":
            break
        if given:
            answers[question.id] = _plain(given)
    return answers


def _plain(given: str) -> Plain:
    """Return an answer as the plain value that it writes: a number, a word, or a list."""
    tree = parse_tree(given, "answer")
    return tree.root if isinstance(tree, Tree) else given
