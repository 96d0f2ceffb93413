"""Which plain values does a YAML or JSON text hold, and where does each of them stand?

YAML 1.2 scalars, so that `no` is text and 012 is twelve; aliases, anchors, tags and duplicate keys are refused, because
each of them lets a file say something else than it seems to say. JSON is read by the same events, so that its values have
places too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import yaml

from kijun.problem import Path, Place, Problem
from kijun.problem.reading import describe
from kijun.text import Text

_Loader: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"[-+]?[0-9]+")
_OTHER_INTEGER = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_WORDS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_DEEPEST = 60
_MOST_DIGITS = 30
_TOO_DEEP = Text(ja="入れ子が深すぎる", en="the nesting is too deep")
_ONE_DOCUMENT = Text(ja="文書は1つだけ読む", en="only one document is read")
_KEY_IS_WORD = Text(ja="キーは文字で書く", en="a key must be a word")


class _Refused(Exception):
    """The first thing that keeps the text from being read."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """The plain values of a text; `locate` finds the place of a path."""

    file: str
    text: str
    root: object

    def locate(self, path: Path) -> Place:
        """Return the place of a value: that of its key in a mapping, of the item in a list."""
        places = _places(self.text, self.file)
        while path and path not in places:
            path = path[:-1]
        line, column = places.get(path, (1, 1))
        return Place(file=self.file, line=line, column=column)


def parse_tree(text: str, file: str) -> Tree | list[Problem]:
    """Return the plain values of a text, or every duplicate key, alias, anchor and tag in it, or the syntax error."""
    if file.endswith(".json") and (problem := _json_problem(text, file)):
        return [problem]
    builder = _Builder(file=file)
    try:
        root = builder.document(_events(_as_yaml(text, file), file))
    except _Refused as refused:
        return [*builder.problems, refused.problem]
    return builder.problems or Tree(file=file, text=text, root=root)


def _as_yaml(text: str, file: str) -> str:
    """Return JSON with the two spellings that YAML reads otherwise: tabs between tokens, and surrogate pairs."""
    if not file.endswith(".json"):
        return text
    return re.sub(r"\\ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}", _joined, text.replace("\t", " "), flags=re.IGNORECASE)


def _joined(pair: re.Match[str]) -> str:
    return str(json.loads(f'"{pair.group()}"'))


def _json_problem(text: str, file: str) -> Problem | None:
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        return describe("K006", Place(file=file, line=error.lineno, column=error.colno), reason=error.msg)
    except RecursionError:
        return describe("K006", Place(file=file, line=1, column=1), reason=_TOO_DEEP)
    return None


def _places(text: str, file: str) -> dict[Path, tuple[int, int]]:
    builder = _Builder(file=file)
    builder.document(_events(_as_yaml(text, file), file))
    return builder.places


def _events(text: str, file: str) -> Iterator[yaml.Event]:
    try:
        yield from yaml.parse(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        place = Place(file=file, line=line, column=column)
        raise _Refused(describe("K006", place, reason=error.problem or error.context or "?")) from error
    except yaml.reader.ReaderError as error:
        before = text[: error.position]
        place = Place(file=file, line=before.count("\n") + 1, column=error.position - before.rfind("\n"))
        raise _Refused(describe("K006", place, reason=error.reason)) from error


class _Builder:
    """Plain values from events, with the place of each; depth is bounded, so recursion is."""

    def __init__(self, *, file: str) -> None:
        self.file = file
        self.places: dict[Path, tuple[int, int]] = {}
        self.problems: list[Problem] = []

    def document(self, events: Iterator[yaml.Event]) -> object:
        """Return the value of the only document."""
        root: object = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise _Refused(self._problem("K006", event, reason=_ONE_DOCUMENT))
                root = self._value(next(events), events, ())
        return root

    def _value(self, event: yaml.Event, events: Iterator[yaml.Event], path: Path) -> object:
        self.places.setdefault(path, _start(event))
        if _is_marked(event):
            self.problems.append(self._problem("K007", event))
        if len(path) > _DEEPEST:
            raise _Refused(self._problem("K006", event, reason=_TOO_DEEP))
        match event:
            case yaml.ScalarEvent():
                return _scalar(event)
            case yaml.SequenceStartEvent():
                return self._list(events, path)
            case yaml.MappingStartEvent():
                return self._mapping(events, path)
        return None

    def _list(self, events: Iterator[yaml.Event], path: Path) -> list[object]:
        items: list[object] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(self._value(event, events, (*path, len(items))))
        return items

    def _mapping(self, events: Iterator[yaml.Event], path: Path) -> dict[str, object]:
        holder: dict[str, object] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise _Refused(self._problem("K006", event, reason=_KEY_IS_WORD))
            below = (*path, event.value)
            if event.value in holder:
                self.problems.append(self._problem("K008", event, key=event.value, line=self.places[below][0]))
            else:
                self.places[below] = _start(event)
            holder[event.value] = self._value(next(events), events, below)
        return holder

    def _problem(self, code: str, event: yaml.Event, **facts: Text | str | int) -> Problem:
        line, column = _start(event)
        return describe(code, Place(file=self.file, line=line, column=column), suggestion=None, **facts)


def _start(event: yaml.Event) -> tuple[int, int]:
    assert event.start_mark is not None, "the parser marks every event"
    return event.start_mark.line + 1, event.start_mark.column + 1


def _is_marked(event: yaml.Event) -> bool:
    """Return whether an event is an alias, or carries an anchor or a tag other than the plain "!"."""
    if isinstance(event, yaml.AliasEvent):
        return True
    if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent):
        return bool(event.anchor or (event.tag and event.tag != "!"))
    return False


def _scalar(event: yaml.ScalarEvent) -> object:
    written: str = event.value
    if not event.implicit[0]:
        return written
    if written in _NULLS:
        return None
    if written in _WORDS:
        return _WORDS[written]
    if _INTEGER.fullmatch(written) and len(written) <= _MOST_DIGITS:
        return int(written)
    if _OTHER_INTEGER.fullmatch(written) and len(written) <= _MOST_DIGITS:
        return int(written, 0)
    if _NOT_FINITE.fullmatch(written):
        return float(written.replace(".", ""))
    return float(written) if _FLOAT.fullmatch(written) else written
