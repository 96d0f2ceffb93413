"""How are open questions listed: first those that leave a part unread, then the new names, kind by kind?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rich.console import Console
from rich.text import Text as Styled

from kijun.cli.language import said, say
from kijun.cli.layout import Row, show_rows, wrap
from kijun.cli.read.new_names import accepted, by_kind, is_of_value, kind_words, others
from kijun.cli.read.place import Files, place_words
from kijun.documents.question import Question
from kijun.problem.reading import printable
from kijun.text import Text

ABOUT_NAMES: Final = Text(
    ja="次の名前は語彙にありません。語彙に同じ意味の語があればそのidを、付けたいidがあればそのidを、示したidのままでよければnewを答えます。",
    en="These names are not in the vocabulary. The answer is the id of a word that means the same, an id of your own, or new for the "
    "id that is shown.",
)
_ALL_NAMES: Final = Text(
    ja="「new-names: all」という1行で、候補のない名前をすべて示したidのまま受け入れます。",
    en='One line, "new-names: all", accepts every name without a suggestion under the id that is shown.',
)


def show_questions(out: Console, questions: Sequence[Question], files: Files) -> None:
    """Write open questions with their places, what an answer looks like, and how to give it."""
    if not questions:
        out.print(say("開いている問いはありません。", "There are no open questions."))
        return
    _write(out, count_words(questions))
    out.print()
    for question in others(questions):
        show_question(out, question, files)
        out.print()
    named = by_kind(questions)
    if named:
        _write(out, said(ABOUT_NAMES))
        out.print()
    for kind, asked in named.items():
        show_names(out, kind, asked, files)
        out.print()
    _write(
        out,
        say(
            "答えはanswers.yamlに「問いのid: 答え」の形で1行ずつ書き、--updateを付けて読み直します。",
            'Write the answers into answers.yaml, each as "id: answer", and read again with --update.',
        ),
    )
    if accepted(questions):
        _write(out, said(_ALL_NAMES))


def count_words(questions: Sequence[Question]) -> str:
    """Return how many questions there are, and of which sort."""
    values = sum(map(is_of_value, questions))
    names = len(questions) - values
    sorts = [
        *([say(f"印刷された内容{values}件", f"{values} about what is printed")] if values else []),
        *([say(f"語彙にない名前{names}件", f"{names} about names that are new")] if names else []),
    ]
    return say(
        f"開いている問い{len(questions)}件({'、'.join(sorts)})",
        f"{len(questions)} open question{'' if len(questions) == 1 else 's'}: {', '.join(sorts)}",
    )


def show_question(out: Console, question: Question, files: Files, *, number: str = "") -> None:
    """Write one question: what it is about, the words and their place, and what an answer looks like."""
    head = Styled(f"{number}{question.id}", style="bold")
    head.append(f"  {printable(question.path)}", style="not bold")
    head.append(f"  {place_words(question, files)}", style="not bold dim")
    out.print(head, soft_wrap=True)
    _write(out, say(f"「{printable(question.words)}」", f'"{printable(question.words)}"'), indent=2)
    _write(out, said(question.asks), indent=2)
    if question.suggestions:
        _write(out, suggested(question), indent=2)


def show_names(out: Console, kind: str, questions: Sequence[Question], files: Files) -> None:
    """Write the new names of one kind, each with the id that it would get."""
    out.print(Styled(f"{said(kind_words(kind))} ({len(questions)})", style="bold"))
    show_rows(
        out,
        [
            Row(
                name=f"{each.id}  {each.path.rpartition('/')[2]}",
                words=[printable(each.words), *([suggested(each)] if each.suggestions else [])],
                citation=place_words(each, files),
            )
            for each in questions
        ],
        indent=0,
    )


def suggested(question: Question) -> str:
    """Return the answers that may be right."""
    return say("候補: ", "Perhaps: ") + say("、", ", ").join(map(printable, question.suggestions))


def _write(out: Console, words: str, *, indent: int = 0) -> None:
    for line in wrap(words, max(out.width - indent, 20)):
        out.print(Styled(" " * indent + line), soft_wrap=True)
