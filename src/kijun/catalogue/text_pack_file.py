"""Which wordings does a file of a text pack hold, and what keeps some of them from being shown?

Whatever is wrong is a warning (K520 to K529): the words are shown beside the standard, never needed. What cannot be shown is
left out, entry by entry, and said.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from kijun.catalogue.text_file import read_text
from kijun.catalogue.yaml_tree import parse_tree
from kijun.citation import Citation
from kijun.framework.wording import PackDocument, Wording
from kijun.problem import Problem, Severity
from kijun.problem.reading import Reading, Value, describe
from kijun.text import LANGUAGES, Text

MOST_LETTERS: Final = 20_000
_NEVER_PRINTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
"""Control characters, and what turns the direction of writing."""
_LANGUAGE = Text(ja="言語", en="language")
_CATEGORY = Text(ja="職種", en="category")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What pack.yaml says: whose wording it is, from which documents, made when."""

    edition: str
    documents: tuple[PackDocument, ...]
    made: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What the entries of a file may name: the edition and its paths of the category (None: not known), the documents."""

    edition: str
    paths: frozenset[str] | None
    documents: frozenset[str]


def read_head(file: Path) -> tuple[Head | None, tuple[Problem, ...]]:
    """Return what pack.yaml says, or the problems that keep it from being read."""
    value = _value(file)
    if isinstance(value, tuple):
        return None, value
    keys = value.keys(required=("edition", "documents", "made"))
    edition, made = keys["edition"].words(), keys["made"].day()
    documents = tuple(_document(each) for each in keys["documents"].identified())
    found = _damages(value.reading.in_order())
    if found or made is None:
        return None, found
    return Head(edition=edition, documents=documents, made=made.earliest), ()


def _document(value: Value) -> PackDocument:
    keys = value.keys(required=("id", "file", "digest"))
    return PackDocument(id=keys["id"].words(), file=keys["file"].words(), digest=keys["digest"].words())


def read_wording(file: Path, expected: Expected) -> tuple[tuple[Wording, ...], tuple[Problem, ...]]:
    """Return the wordings of a category's file that can be shown, and why the others cannot."""
    value = _value(file)
    if isinstance(value, tuple):
        return (), value
    keys = value.keys(required=("category", "wording"))
    category = keys["category"].word(_CATEGORY, (file.stem,))
    if value.reading.has_errors:
        return (), _damages(value.reading.in_order())
    found = []
    for item in keys["wording"].items():
        wording = _wording(item)
        if wording is not None and _is_fit(wording, item, expected, category):
            found.append(wording)
    return tuple(found), _damages(value.reading.in_order())


def _wording(item: Value) -> Wording | None:
    before = len(item.reading.problems)
    keys = item.keys(required=("path", "language", "words", "document", "line"), optional=("page",))
    language = keys["language"].word(_LANGUAGE, LANGUAGES)
    citation = Citation(
        document=keys["document"].words(),
        line=keys["line"].whole(least=1),
        page=keys["page"].words() or None if keys["page"].is_written else None,
    )
    path = keys["path"].words().strip("/")
    raw = keys["words"].raw
    words = raw if isinstance(raw, str) and raw.strip() else keys["words"].words()
    if len(item.reading.problems) > before:
        return None
    plain = words.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").strip()
    return Wording(path=path, language="ja" if language == "ja" else "en", words=plain, citation=citation)


def _is_fit(wording: Wording, item: Value, expected: Expected, category: str) -> bool:
    """Return whether a wording can be shown; why not is reported."""
    strange = _NEVER_PRINTED.search(wording.words)
    if expected.paths is not None and wording.path not in expected.paths:
        near = item.reading.suggest(wording.path, expected.paths)
        item.report("K523", suggestion=near, path=wording.path, edition=expected.edition, category=category)
    elif len(wording.words) > MOST_LETTERS:
        item.report("K524", path=wording.path, length=f"{len(wording.words):,}", most=f"{MOST_LETTERS:,}")
    elif strange is not None:
        item.report("K525", path=wording.path, code=f"U+{ord(strange.group()):04X}")
    elif wording.citation.document not in expected.documents:
        item.report("K526", path=wording.path, document=wording.citation.document)
    else:
        return True
    return False


def _value(file: Path) -> Value | tuple[Problem, ...]:
    text = read_text(file)
    tree = parse_tree(text, str(file)) if isinstance(text, str) else [text]
    if isinstance(tree, list):
        return _damages(tree)
    if tree.problems:
        return _damages(tree.problems)
    return Value(reading=Reading(locate=tree.locate), path=(), raw=tree.root)


def _damages(problems: Collection[Problem]) -> tuple[Problem, ...]:
    """Return problems as what they are to a text pack: warnings, whatever they would be elsewhere."""
    return tuple(_damage(each) if each.severity is Severity.ERROR else each for each in problems)


def _damage(problem: Problem) -> Problem:
    return describe("K521", problem.place, suggestion=problem.suggestion, title=problem.title, detail=problem.detail)
