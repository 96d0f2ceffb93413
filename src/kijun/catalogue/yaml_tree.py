"""Which plain values does a YAML or JSON text hold, and where does each of them stand?

`no` is text, and a number that would not be written back as it stands (012, 1.50, 0x1F) is text too, so that an id keeps
its digits. Aliases, anchors, tags and duplicate keys are refused, because each of them lets a file say something else than
it seems to say; what they stand for is left out and the rest is read on. JSON is read by the same events, so that its
values have places too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import yaml

from kijun.catalogue.syntax_words import say_syntax
from kijun.problem import Path, Place, Problem
from kijun.problem.reading import ABSENT, describe
from kijun.text import Text

_Loader: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,29})")
_FLOAT = re.compile(r"-?[0-9]+\.[0-9]+")
_UNPRINTABLE = "[^\\t\\n\\r\\x20-\\x7e\\x85\\xa0-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]"
"""Compiled where it is needed: it takes longer than reading most records."""
_NOT_AS_IN_JSON = re.compile("[\\x7f-\\x9f\\u2028\\u2029\\ufeff\\ufffe\\uffff]")
"""What may stand in a JSON string, while YAML refuses it or breaks the line there."""
_WORDS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_DEEPEST = 60
_TOO_DEEP = Text(
    ja="入れ子が深すぎます。閉じ忘れた括弧がないか確かめてください。",
    en="The nesting is too deep. Look for a bracket that was not closed.",
)
_ONE_DOCUMENT = Text(
    ja="1つのファイルから読むのは1つの文書だけです。---から後を別のファイルに移してください。",
    en="Only one document is read from a file. Move what follows --- to a file of its own.",
)
_KEY_IS_WORD = Text(
    ja="一覧や組をキーにはできません。キーは1語で書いてください。",
    en="A list or a mapping cannot be a key. Write one word as the key.",
)


class _Refused(Exception):
    """The first thing that keeps the text from being read."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """The plain values of a text, what was refused in it, and the places of its values."""

    file: str
    root: object
    problems: tuple[Problem, ...]
    places: Mapping[Path, tuple[int, int]]

    def locate(self, path: Path) -> Place:
        """Return the place of a value: that of its key in a mapping, of the item in a list."""
        while path and path not in self.places:
            path = path[:-1]
        line, column = self.places.get(path, (1, 1))
        return Place(file=self.file, line=line, column=column)


def parse_tree(text: str, file: str) -> Tree | list[Problem]:
    """Return the plain values of a text with what was refused in it, or the problems that end the reading."""
    is_json = file.lower().endswith(".json")
    builder = _Builder(file=file)
    try:
        root = builder.document(_events(_json_as_yaml(text, file) if is_json else text, file))
    except _Refused as refused:
        return [*builder.problems, refused.problem]
    if root is None:
        return [*builder.problems, describe("K005", Place(file=file, line=1, column=1))]
    return Tree(file=file, root=root, problems=tuple(builder.problems), places=builder.places)


def _json_as_yaml(text: str, file: str) -> str:
    """Return JSON, once it is known to be JSON, with the spellings that YAML reads otherwise replaced."""
    try:
        json.loads(text, parse_int=str, parse_float=str)
    except json.JSONDecodeError as error:
        place = Place(file=file, line=error.lineno, column=error.colno)
        raise _Refused(describe("K006", place, reason=say_syntax(error.msg))) from error
    except RecursionError as error:
        raise _Refused(describe("K011", Place(file=file, line=1, column=1), what=_TOO_DEEP)) from error
    text = _NOT_AS_IN_JSON.sub(lambda letter: f"\\u{ord(letter.group()):04x}", text.replace("\t", " "))
    return re.sub(r"\\ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}", _joined, text, flags=re.IGNORECASE)


def _joined(pair: re.Match[str]) -> str:
    return str(json.loads(f'"{pair.group()}"'))


def _events(text: str, file: str) -> Iterator[yaml.Event]:
    try:
        yield from yaml.parse(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        place = Place(file=file, line=line, column=column)
        reason = say_syntax(error.problem or error.context or "?")
        raise _Refused(describe("K006", place, reason=reason)) from error
    except yaml.reader.ReaderError as error:
        found = re.search(_UNPRINTABLE, text)
        before = text[: found.start() if found else 0]
        place = Place(file=file, line=before.count("\n") + 1, column=len(before) - before.rfind("\n"))
        raise _Refused(describe("K006", place, reason=say_syntax(error.reason))) from error


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
                    raise _Refused(self._problem("K011", event, what=_ONE_DOCUMENT))
                root = self._value(next(events), events, ())
        return root

    def _value(self, event: yaml.Event, events: Iterator[yaml.Event], path: Path) -> object:
        self.places.setdefault(path, _start(event))
        self._refuse_mark(event)
        if len(path) > _DEEPEST:
            raise _Refused(self._problem("K011", event, what=_TOO_DEEP))
        match event:
            case yaml.ScalarEvent():
                return _scalar(event)
            case yaml.SequenceStartEvent():
                return self._list(events, path)
            case yaml.MappingStartEvent():
                return self._mapping(events, path)
        return ABSENT

    def _list(self, events: Iterator[yaml.Event], path: Path) -> list[object]:
        items: list[object] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(self._value(event, events, (*path, len(items))))
        return items

    def _mapping(self, events: Iterator[yaml.Event], path: Path) -> dict[str, object]:
        holder: dict[str, object] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            self._refuse_mark(event)
            if not isinstance(event, yaml.ScalarEvent):
                raise _Refused(self._problem("K011", event, what=_KEY_IS_WORD))
            below = (*path, event.value)
            if event.value in holder:
                self.problems.append(self._problem("K008", event, key=event.value, line=self.places[below][0]))
            else:
                self.places[below] = _start(event)
            holder[event.value] = self._value(next(events), events, below)
        return holder

    def _refuse_mark(self, event: yaml.Event) -> None:
        if _is_marked(event):
            self.problems.append(self._problem("K007", event))

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
    if _INTEGER.fullmatch(written):
        return int(written)
    is_float = _FLOAT.fullmatch(written) and str(float(written)) == written
    return float(written) if is_float else written
