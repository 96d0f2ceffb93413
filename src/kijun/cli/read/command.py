"""`kijun read`: a published document becomes a standard, and what was not understood becomes a question.

Exit codes: 0 read; 2 a file cannot be read, or the command is wrong; 3 the documents hold nothing of a skill standard.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Final

import typer

from kijun.catalogue.installed import open_edition
from kijun.cli.extras import refuse_without
from kijun.cli.format import TextOrJson
from kijun.cli.language import say
from kijun.cli.read.identity import edition_id
from kijun.cli.read.place import files_of_draft
from kijun.cli.read.result import Result, Shown, show_result
from kijun.documents.fidelity import compare_with
from kijun.errors import BadInput
from kijun.text import Text

_LIBRARIES: Final = ("lxml", "pypdfium2", "tinycss2")
_NOTHING_FOUND: Final = 3

Files = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="FILE...",
        help=say("読む文書(PDF、Word、HTML、Markdown、テキスト)", "The documents: PDF, Word, HTML, Markdown or text."),
    ),
]
Into = Annotated[
    Path | None,
    typer.Option(
        "--into", metavar="DIR", help=say("標準を書き出すフォルダー", "The folder that the standard is written to.")
    ),
]
EditionId = Annotated[
    str | None,
    typer.Option(
        "--edition",
        metavar="ID",
        help=say(
            "読んだ版のid(例: itss/v3-2011。既定はDIRから作る)",
            "The edition's id, such as itss/v3-2011; made of DIR if not given.",
        ),
    ),
]
OnlyQuestions = Annotated[
    bool, typer.Option("--questions", help=say("開いている問いを一覧にする", "List the open questions."))
]
Against = Annotated[
    str | None,
    typer.Option(
        "--against",
        metavar="EDITION",
        help=say(
            "版と突き合わせ、一致、相違、欠けを示す",
            "Show what agrees, differs or is lacking beside an edition, by id or folder.",
        ),
    ),
]
AnswersFile = Annotated[
    Path | None,
    typer.Option(
        "--answers",
        metavar="FILE",
        help=say(
            "問いへの答えのファイル(既定はDIR/answers.yaml)", "The answers to questions; DIR/answers.yaml if not given."
        ),
    ),
]
Update = Annotated[
    bool,
    typer.Option(
        "--update",
        help=say("DIRの案を読み直す。先に違いを示す", "Read the draft in DIR anew; what changes is shown first."),
    ),
]
HowWritten = Annotated[TextOrJson, typer.Option("--format", help=say("出力の形", "How to write the result."))]


def read(
    files: Files = None,
    into: Into = None,
    edition: EditionId = None,
    questions: OnlyQuestions = False,
    against: Against = None,
    answers: AnswersFile = None,
    update: Update = False,
    format: HowWritten = TextOrJson.text,
) -> None:
    gc.enable()  # a long document is read page by page, and what a page needed is given back
    shown = Shown(questions=questions, against=against, format=format)
    if not files:
        _look_again(into, shown)
        return
    if into is None and not questions and against is None:
        raise BadInput(
            Text(
                ja="書き出すフォルダーを--into DIRで指定してください(読むだけなら--questionsか--against EDITION)。",
                en="Name the folder to write to with --into DIR, or only look with --questions or --against EDITION.",
            )
        )
    _refuse_twice(files)
    refuse_without(_LIBRARIES, "documents", Text(ja="文書を読む", en="Reading documents"))
    from kijun.cli.read.drafting import Given, draft  # noqa: PLC0415  # brings the readers' libraries

    given = Given(files=tuple(files), into=into, edition=edition_id(edition, into), answers=answers, is_update=update)
    if not draft(given, shown):
        raise typer.Exit(_NOTHING_FOUND)


read.__doc__ = say(
    """公開された文書を読み、判定に使える標準の案を作る。わからなかったことは問いとして残す。

    例:

      kijun read standard.pdf --into draft

      kijun read indicators.pdf skills.docx --into draft --edition acme/2026

      kijun read --questions --into draft

      kijun read standard.pdf --against itss/v3-2011

    スキル標準にあたるものがない文書では、終了コードは3。
    """,
    """Read published documents into a draft of a standard that can be judged by. What is not understood is asked about, not guessed.

    Examples:

      kijun read standard.pdf --into draft

      kijun read indicators.pdf skills.docx --into draft --edition acme/2026

      kijun read --questions --into draft

      kijun read standard.pdf --against itss/v3-2011

    The exit code is 3 where the documents hold nothing of a skill standard.
    """,
)


def _refuse_twice(files: Sequence[Path]) -> None:
    real = [os.path.realpath(path) for path in files]
    for path, name in zip(files, real, strict=True):
        if real.count(name) > 1:
            raise BadInput(
                Text(
                    ja=f"「{path}」が二度指定されています。一つの文書は一度だけ指定してください。",
                    en=f'"{path}" is named twice. Name each document once.',
                )
            )


def _look_again(into: Path | None, shown: Shown) -> None:
    """Show what an earlier run left in a folder."""
    from kijun.documents.questions_file import load_questions  # noqa: PLC0415  # only where a draft is looked at

    if into is None or not (shown.questions or shown.against):
        raise BadInput(
            Text(
                ja="読む文書を書いてください(例: kijun read standard.pdf --into draft)。",
                en="Name the documents to read, such as: kijun read standard.pdf --into draft",
            )
        )
    result = Result(
        files=files_of_draft(into),
        questions=load_questions(into) if shown.questions else None,
        fidelity=compare_with(open_edition(str(into)), open_edition(shown.against)) if shown.against else None,
        against=shown.against,
    )
    show_result(result, shown.format)


COMMAND = read
