"""What has a person answered, and what does an answer change in a cell?

Answers are kept in a file beside the draft (`answers.yaml`: the question's id, and the answer), so that reading again asks
nothing twice. An answer to a value is that value, in the shape of an indicator's file. One line of the file, `new-names: all`,
answers for every name that is like none of the vocabulary.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from kijun.catalogue.edition_yaml import dump_plain
from kijun.catalogue.text_file import read_text
from kijun.catalogue.yaml_tree import Tree, parse_tree
from kijun.documents.notebook import Notebook
from kijun.errors import BadInput
from kijun.framework.dump import Plain
from kijun.problem import Problem
from kijun.text import Text

FILE: Final = "answers.yaml"
"""The file's name in the folder of a draft."""

NONE: Final = "none"
"""The answer that a part is not printed."""

NEW_NAMES: Final = "new-names"
"""The key that answers for names in one line, where its value is `all`."""

ALL: Final = "all"
"""The answer that every new name is a word of its own."""

_EMPTY: Final = "K005"
_NOTHING: Final = re.compile(r"(?:\s|#.*)*")

Answers = Mapping[str, Plain]
"""The answers by the ids of their questions."""


def load_answers(path: Path, *, is_named: bool = False) -> dict[str, Plain]:
    """Return the answers of a file; one that is not there holds none, unless somebody named it.

    Raises BadInput for a file that holds something else.
    """
    if not path.exists() and not is_named:
        return {}
    text = read_text(path)
    if text.code == _EMPTY if isinstance(text, Problem) else _NOTHING.fullmatch(text):
        return {}
    tree = parse_tree(text, str(path)) if isinstance(text, str) else [text]
    if isinstance(tree, Tree) and (tree.root is None or isinstance(tree.root, dict)):
        found = {str(key): value for key, value in (tree.root or {}).items() if value is not None}
        if found.get(NEW_NAMES, ALL) == ALL:
            return found
        raise BadInput(
            Text(
                ja=f"「{path}」の{NEW_NAMES}には{ALL}だけが書けます。",
                en=f'"{path}": {NEW_NAMES} can only be {ALL}.',
            )
        )
    raise BadInput(
        Text(
            ja=f"「{path}」は答えのファイルとして読めません。「問いのid: 答え」を1行ずつ書いてください。",
            en=f'"{path}" cannot be read as answers. Write "id of the question: answer", one to a line.',
        ),
        problems=tree if isinstance(tree, list) else (),
    )


def dump_answers(answers: Answers) -> str:
    """Return answers as they are kept in a file."""
    return dump_plain(dict(answers))


def kept_text(path: Path, given: Answers, more: Answers) -> str:
    """Return the text of a file of answers with more of them at its end: what somebody wrote into it stays as it is."""
    before = read_text(path) if given else ""
    text = before if isinstance(before, str) else ""
    together = f"{text.rstrip()}\n{dump_answers(more)}".lstrip() if more else text
    tree = parse_tree(together, str(path)) if together else None
    wanted = {**given, **more}
    is_right = isinstance(tree, Tree) and isinstance(tree.root, dict) and wanted.items() <= tree.root.items()
    return together if is_right or not wanted else dump_answers(wanted)


def answer(cell: Notebook, answers: Answers) -> None:
    """Put the answers about a cell's values in their places; a part whose questions are all answered is read."""
    if not any(question.id in answers for question in cell.questions):
        return
    open_parts: dict[str, None] = {}
    left = []
    for question in cell.questions:
        below = question.path.removeprefix(f"{cell.path}/")
        part = below.split("/")[0]
        if question.kind == "value" and question.id in answers:
            noted = next(iter(cell.noted.values()))
            cell.noted[below] = replace(
                noted,
                value=None if answers[question.id] == NONE else answers[question.id],
                place=question.place,
                document=question.document,
                certainty="asked",
            )
        else:
            left.append(question)
            open_parts[part] = None
    answered = {question.path.removeprefix(f"{cell.path}/").split("/")[0] for question in cell.questions} - set(
        open_parts
    )
    cell.questions[:] = left
    for part in answered:
        cell.unread.pop(part, None)
