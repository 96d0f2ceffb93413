"""How does a draft come about: read, asked about, looked at beside the one before it, and written?"""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from kijun.catalogue.edition_folder import load_edition
from kijun.catalogue.installed import open_edition
from kijun.catalogue.loaded_edition import LoadedEdition
from kijun.catalogue.shipped import unordered_folders
from kijun.catalogue.whole_file import write_whole
from kijun.cli.clock import today
from kijun.cli.format import TextOrJson
from kijun.cli.language import say
from kijun.cli.output import show_message, show_problems
from kijun.cli.read.asking import ask_at_terminal, is_interactive, may_replace
from kijun.cli.read.fitting import is_id, misfit, placed_in, show_misfits
from kijun.cli.read.new_names import accepted
from kijun.cli.read.place import file_names
from kijun.cli.read.progress import page_progress
from kijun.cli.read.result import Result, Shown, show_changes, show_nothing_found, show_result, summary_of
from kijun.documents.answers import FILE, NEW_NAMES, Answers, kept_text, load_answers
from kijun.documents.assemble import Assembled
from kijun.documents.fidelity import Fidelity, compare_with
from kijun.documents.folder import refuse_taken, take_place, written_beside
from kijun.documents.gather import Progress
from kijun.documents.question import Question
from kijun.documents.read import Asked, no_progress, read_documents
from kijun.errors import BadInput
from kijun.framework.dump import Plain
from kijun.problem import Severity
from kijun.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """The documents, where the draft goes, what it is called, where answers lie, and whether it may replace another."""

    files: tuple[Path, ...]
    into: Path | None
    edition: str
    answers: Path | None
    is_update: bool

    @property
    def folder(self) -> Path | None:
        """Where the draft really goes: links are followed."""
        return Path(os.path.realpath(self.into)) if self.into is not None else None

    @property
    def answers_file(self) -> Path | None:
        """The file of answers: the one that was named, else that of the draft."""
        return self.answers or (self.into / FILE if self.into is not None else None)


def draft(given: Given, shown: Shown) -> bool:
    """Read, ask, write and show; return whether anything of a skill standard was found."""
    if given.folder is not None:
        refuse_taken(given.folder, is_updated=given.is_update)
    against = open_edition(shown.against) if shown.against else None
    file = given.answers_file
    answers = load_answers(file, is_named=given.answers is not None) if file is not None else {}
    if not all(
        is_id(each) for each in answers.values()
    ):  # what answers for a name, and is no id, would be one all the same
        _refuse_misfits(given, answers)
    with page_progress() as progress:
        found = _read(given, answers, progress)
    if found is None:
        show_nothing_found(given.files)
        return False
    is_asked = given.into is not None and shown.format is TextOrJson.text and is_interactive()
    more: dict[str, Plain] = {}
    if is_asked:
        found, more = _asked(found, given, answers)
    text = kept_text(file, answers, more) if file is not None else ""
    with _written(found, given, {**answers, **more}, text) as (new, loaded):
        changes = _changes(given, loaded)
        if changes is not None and shown.format is TextOrJson.text:
            show_changes(changes)
            if is_asked and not may_replace():
                _keep_answers(given, more, text)
                return True
        result = Result(
            files=file_names(found.pack.documents),
            summary=summary_of(found, loaded.edition, given.into) if given.into is not None else None,
            questions=found.questions if shown.questions else None,
            fidelity=compare_with(loaded.edition, against) if against and loaded.edition else None,
            against=shown.against,
        )
        if given.folder is not None:
            take_place(new, given.folder)
    show_result(result, shown.format, changes)
    return True


def _asked(found: Assembled, given: Given, answers: Answers) -> tuple[Assembled, dict[str, Plain]]:
    """Ask at the terminal until no answer brings a new question; return what is read with the answers, and the answers."""
    more: dict[str, Plain] = {}
    seen: set[str] = set()
    goes_on = True
    while goes_on and (new := [each for each in found.questions if each.id not in seen]):
        seen |= {each.id for each in new}
        judge = partial(_judge, given, {**answers, **more})
        told, goes_on = ask_at_terminal(new, file_names(found.pack.documents), judge)
        more |= told
        found = (_read(given, {**answers, **more}) if told else None) or found
    return found, more


def _judge(given: Given, answers: Answers, question: Question, plain: Plain, more: Answers) -> Text | None:
    return misfit(question, plain, partial(_read, given), {**answers, **more})


def _read(given: Given, answers: Answers, progress: Progress = no_progress) -> Assembled | None:
    """Read the documents; where the answers say so, new names are taken as they are."""
    is_shipped = given.edition in unordered_folders()
    asked = Asked(files=given.files, edition=given.edition, is_shipped=is_shipped)
    found = read_documents(asked, answers, today(), progress)
    if found is None or NEW_NAMES not in answers:
        return found
    taken = accepted(found.questions)
    return dataclasses.replace(found, questions=tuple(each for each in found.questions if each.id not in taken))


@contextmanager
def _written(found: Assembled, given: Given, answers: Answers, text: str) -> Iterator[tuple[Path, LoadedEdition]]:
    """Write a draft beside its place and load it. Raises BadInput where an answer makes that no standard."""
    with TemporaryDirectory() as elsewhere:
        folder = given.folder or Path(elsewhere) / "draft"
        with written_beside(folder, found, text) as new:
            loaded = load_edition(new)
            problems = [placed_in(each, new, given.into or Path("draft")) for each in loaded.problems]
            if any(each.severity is Severity.ERROR for each in problems):
                _refuse_misfits(given, answers)
            show_problems(problems)
            yield new, loaded


def _refuse_misfits(given: Given, answers: Answers) -> None:
    """Raise BadInput where answers are the reason why a draft is no standard, and name them."""
    unanswered = _read(given, {}) if answers else None
    lines = [
        (question, wrong)
        for question in (unanswered.questions if unanswered else ())
        if question.id in answers
        and (wrong := misfit(question, answers[question.id], partial(_read, given), {})) is not None
    ]
    if lines:
        show_misfits(lines)
        raise BadInput(
            Text(
                ja=f"「{given.answers_file}」の答えを直して読み直してください。何も書いていません。",
                en=f'Correct the answers in "{given.answers_file}" and read again. Nothing was written.',
            )
        )


def _changes(given: Given, loaded: LoadedEdition) -> Fidelity | None:
    """Return what changes of the draft that was there before, in every category of either."""
    if given.into is None or not given.is_update or not given.into.is_dir():
        return None
    before = load_edition(given.into).edition
    if before is None or loaded.edition is None:
        return None
    return compare_with(loaded.edition, before, categories=[*before.categories, *loaded.edition.categories])


def _keep_answers(given: Given, more: Answers, text: str) -> None:
    """Keep what was answered, where the draft itself is not replaced."""
    assert given.into is not None, "only a draft with a folder is replaced"
    if more:
        write_whole(given.into / FILE, text)
    show_message(
        say(
            f"書き換えていません。{f'答えは{given.into / FILE}に残しました。' if more else ''}",
            f"The draft was not replaced.{f' Your answers are kept in {given.into / FILE}.' if more else ''}",
        )
    )
