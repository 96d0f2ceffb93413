"""Which open questions does somebody at a terminal answer right away?

First those that leave a part unread, one by one; then the new names, kind by kind, because a new standard has many.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

import typer
from rich.console import Console
from rich.text import Text as Styled

from kijun.catalogue.yaml_tree import Tree, parse_tree
from kijun.cli.language import said, say
from kijun.cli.output import console, show_message
from kijun.cli.read.new_names import accepted, by_kind, is_of_value, others
from kijun.cli.read.place import Files
from kijun.cli.read.questions import ABOUT_NAMES, count_words, show_names, show_question
from kijun.documents.new_ids import NEW
from kijun.documents.question import Question
from kijun.framework.dump import Plain
from kijun.text import Text

_END = "q"
_ALL = "all"
_EACH = "each"

Judge = Callable[[Question, Plain, dict[str, Plain]], Text | None]
"""Says why an answer does not fit, beside the answers that were given before it."""


class _Enough(Exception):  # whoever answers has enough
    """Whoever answers leaves all that are left open."""


def is_interactive() -> bool:
    """Return whether somebody sits at both ends."""
    return all(end is not None and end.isatty() for end in (sys.stdin, sys.stdout))


def may_replace() -> bool:
    """Ask whether a draft may be replaced."""
    return _prompt(say("この内容で書き換えますか (y/N)", "Replace the draft (y/N)")).lower() in ("y", "yes")


def ask_at_terminal(questions: Sequence[Question], files: Files, judge: Judge) -> tuple[dict[str, Plain], bool]:
    """Ask, and return the answers, and whether more may be asked; an empty answer leaves a question open, `q` all of them."""
    answers: dict[str, Plain] = {}
    out = console()
    show_message(count_words(questions))
    show_message(
        say(
            "Enterだけで後に回し、qで残りをすべて後に回します。答えはanswers.yamlに残ります。",
            "Enter alone leaves a question open, q all that are left. Answers are kept in answers.yaml.",
        )
    )
    try:
        asked = others(questions)
        for number, question in enumerate(asked, start=1):
            out.print()
            show_question(out, question, files, number=f"{number}/{len(asked)}  ")
            _ask(question, answers, judge)
        _ask_names(out, by_kind(questions), files, answers, judge)
    except (_Enough, typer.Abort):
        out.print()
        return answers, False
    return answers, True


def _ask_names(
    out: Console, named: dict[str, list[Question]], files: Files, answers: dict[str, Plain], judge: Judge
) -> None:
    if named:
        out.print()
        show_message(said(ABOUT_NAMES))
    for kind, questions in named.items():
        out.print()
        show_names(out, kind, questions, files)
        one_by_one = questions
        if len(questions) > 1:
            chosen = _prompt(
                say(
                    "  allで候補のない名前をすべてnewに、eachで一つずつ",
                    "  all: new for every name without a suggestion; each: one by one",
                )
            )
            if chosen not in (_ALL, _EACH):
                continue
            taken = accepted(questions) if chosen == _ALL else {}
            answers.update(taken)
            one_by_one = [each for each in questions if each.id not in taken]
        for question in one_by_one:
            if len(questions) > 1:
                out.print(Styled(f"  {question.path.rpartition('/')[2]}  {question.words}"), soft_wrap=True)
            _ask(question, answers, judge)


def _ask(question: Question, answers: dict[str, Plain], judge: Judge) -> None:
    """Ask one question until the answer fits, or is empty."""
    while given := _prompt(say("  答え", "  Answer")):
        plain = NEW if given == _ALL and not is_of_value(question) else _plain(given)
        wrong = judge(question, plain, answers)
        if wrong is None:
            answers[question.id] = plain
            return
        show_message(f"  {said(wrong)}")


def _prompt(words: str) -> str:
    given: str = typer.prompt(words, default="", show_default=False).strip()
    if given == _END:
        raise _Enough
    return given


def _plain(given: str) -> Plain:
    """Return an answer as the plain value that it writes: a number, a word, or a list."""
    tree = parse_tree(given, "answer")
    return tree.root if isinstance(tree, Tree) else given  # type: ignore[return-value]  # what YAML holds is plain
