"""`kijun read`: a published document becomes a standard, and what was not understood becomes a question.

Exit codes: 0 read; 2 a file cannot be read, or the command is wrong; 3 the documents hold nothing of a skill standard.
"""

from __future__ import annotations

import gc
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final

import typer

from kijun.catalogue.edition_folder import load_edition
from kijun.catalogue.installed import open_edition
from kijun.catalogue.shipped import unordered_folders
from kijun.cli.clock import today
from kijun.cli.extras import refuse_without
from kijun.cli.format import TextOrJson
from kijun.cli.language import say
from kijun.cli.output import show_problems
from kijun.cli.read.asking import ask_at_terminal, is_interactive
from kijun.cli.read.identity import edition_id
from kijun.cli.read.progress import page_progress
from kijun.cli.read.result import Result, show_nothing_found, show_result, summary_of
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What is shown beside the summary, and in which form."""

    questions: bool
    against: str | None
    format: TextOrJson


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """Where the draft goes, what it is called, where answers lie, and whether it may take the place of another."""

    into: Path | None
    edition: str
    answers: Path | None
    is_update: bool


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
    refuse_without(_LIBRARIES, "documents", Text(ja="文書を読む", en="Reading documents"))
    given = Given(into=into, edition=edition_id(edition, into), answers=answers, is_update=update)
    if not _read(files, given, shown):
        raise typer.Exit(_NOTHING_FOUND)


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
        questions=load_questions(into) if shown.questions else None,
        fidelity=compare_with(open_edition(str(into)), open_edition(shown.against)) if shown.against else None,
        against=shown.against,
    )
    show_result(result, shown.format)


def _read(files: Sequence[Path], given: Given, shown: Shown) -> bool:
    """Read, write and show; return whether anything of a skill standard was found."""
    from kijun.documents.answers import FILE, load_answers  # noqa: PLC0415  # brings the readers' libraries
    from kijun.documents.folder import refuse_taken, take_place, written_beside  # noqa: PLC0415
    from kijun.documents.read import Asked, read_documents  # noqa: PLC0415

    into = given.into
    if into is not None:
        refuse_taken(into, is_updated=given.is_update)
    against = open_edition(shown.against) if shown.against else None
    answers = load_answers(given.answers or (into or Path()) / FILE)
    asked = Asked(files=tuple(files), edition=given.edition, is_shipped=given.edition in unordered_folders())
    with page_progress() as progress:
        found = read_documents(asked, answers, today(), progress)
    if found is None:
        show_nothing_found(files)
        return False
    if into is not None and is_interactive() and (more := ask_at_terminal(found.questions)):
        answers |= more
        found = read_documents(asked, answers, today()) or found
    with written_beside(into or Path(tempfile.gettempdir()) / "draft", found, answers) as new:
        loaded = load_edition(new)
        show_problems(loaded.problems)
        before = load_edition(into).edition if into is not None and into.is_dir() and given.is_update else None
        result = Result(
            summary=summary_of(found, loaded.edition, into) if into is not None else None,
            changes=compare_with(loaded.edition, before) if before and loaded.edition else None,
            questions=found.questions if shown.questions else None,
            fidelity=compare_with(loaded.edition, against) if against and loaded.edition else None,
            against=shown.against,
        )
        if into is not None:
            take_place(new, into)
    show_result(result, shown.format)
    return True


COMMAND = read
