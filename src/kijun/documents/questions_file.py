"""How are open questions kept in a file, and read from it again?"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from kijun.catalogue.edition_yaml import dump_plain
from kijun.catalogue.text_file import read_text
from kijun.catalogue.yaml_tree import Tree, parse_tree
from kijun.documents.printed import Box, Place
from kijun.documents.question import Question
from kijun.errors import BadInput
from kijun.framework.dump import Plain
from kijun.text import Text

FILE: Final = "questions.yaml"
"""The file's name in the folder of a draft."""


def question_plain(question: Question) -> dict[str, Plain]:
    """Return a question as plain values, for a file or another program."""
    return {
        "id": question.id,
        "kind": question.kind,
        "path": question.path,
        "words": question.words,
        "place": question.place.plain(question.document),
        "asks": {"ja": question.asks.ja, "en": question.asks.en},
        "suggestions": [*question.suggestions],
    }


def dump_questions(questions: Iterable[Question]) -> str:
    """Return open questions as they are kept in a file."""
    return dump_plain({"questions": [question_plain(each) for each in questions]})


def load_questions(folder: Path) -> list[Question]:
    """Return the open questions of a draft's folder. Raises BadInput for a folder that holds none of `kijun read`."""
    path = folder / FILE
    text = read_text(path) if path.is_file() else None
    tree = parse_tree(text, str(path)) if isinstance(text, str) else None
    try:
        root = tree.root if isinstance(tree, Tree) else None
        return [_question(each) for each in root["questions"]]  # type: ignore[index]  # another shape is refused below
    except (KeyError, TypeError, ValueError) as error:
        raise BadInput(
            Text(
                ja=f"「{folder}」には`kijun read`の書いた{FILE}がありません。先に`kijun read FILE --into {folder}`で読んでください。",
                en=f'"{folder}" holds no {FILE} that `kijun read` wrote. Read a document first: `kijun read FILE --into {folder}`.',
            )
        ) from error


def _question(raw: dict[str, Plain]) -> Question:
    where, asks, suggestions = raw["place"], raw["asks"], raw["suggestions"]
    if not isinstance(where, dict) or not isinstance(asks, dict) or not isinstance(suggestions, list):
        raise TypeError
    page, label = where.get("page"), where.get("label")
    return Question(
        id=str(raw["id"]),
        kind=str(raw["kind"]),  # type: ignore[arg-type]  # whatever a later version asks is shown as it is
        path=str(raw["path"]),
        words=str(raw["words"]),
        document=str(where["document"]),
        place=Place(
            line=int(str(where["line"])),
            column=int(str(where["column"])),
            page=int(str(page)) if page is not None else None,
            label=str(label) if label is not None else None,
            box=_box(where.get("box")),
        ),
        asks=Text(ja=str(asks["ja"]), en=str(asks["en"])),
        suggestions=tuple(str(each) for each in suggestions),
    )


def _box(raw: Plain) -> Box | None:
    if raw is None:
        return None
    if not isinstance(raw, list):
        raise TypeError
    left, top, right, bottom = (float(str(edge)) for edge in raw)
    return left, top, right, bottom
