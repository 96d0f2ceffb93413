"""What does a file of additions assume beside a record, and how is one written?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import yaml

from kijun.catalogue.text_file import read_text
from kijun.catalogue.yaml_tree import parse_tree
from kijun.evidence import Person
from kijun.evidence.assume import Additions
from kijun.evidence.dump_additions import dump_additions
from kijun.evidence.parse_additions import parse_additions
from kijun.evidence.words import Words
from kijun.problem import Problem
from kijun.problem.reading import Reading, Value, describe, printable
from kijun.text import Language, Text

_HEADER: Final = (
    Text(
        ja="経歴にない証拠の仮定。kijun judge 経歴 --with このファイル で、経歴にあるものとして判定します。",
        en="Evidence that is not on record. kijun judge RECORD --with THIS-FILE judges as if it were.",
    ),
    Text(
        ja="書き方は経歴と同じです。idが経歴にある案件には、経歴にない事実だけを書きます。",
        en="It is written like a record. An engagement whose id is on record has facts that are not recorded, and nothing else.",
    ),
)
_WIDTH: Final = 140
_EMPTY: Final = "K005"


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedAdditions:
    """What a file of additions holds: the additions where they could be read, and every problem found."""

    additions: Additions | None
    problems: tuple[Problem, ...]


def load_additions(path: Path, words: Words, person: Person, *, on: date = date.max) -> LoadedAdditions:
    """Return what a file, YAML or JSON, assumes beside a person's record as it stands on a day."""
    text = read_text(path)
    if isinstance(text, Problem):
        return LoadedAdditions(additions=None, problems=(_helpful(text),))
    return read_additions_text(text, str(path), words, person, on=on)


def read_additions_text(text: str, name: str, words: Words, person: Person, *, on: date = date.max) -> LoadedAdditions:
    """Return what a text assumes beside a person's record; the name says where it came from and whether it is JSON."""
    tree = parse_tree(text, name)
    if isinstance(tree, list):
        return LoadedAdditions(additions=None, problems=tuple(map(_helpful, tree)))
    reading = Reading(locate=tree.locate, problems=list(tree.problems))
    additions = parse_additions(Value(reading=reading, path=(), raw=tree.root), words, person, on=on)
    return LoadedAdditions(additions=None if reading.has_errors else additions, problems=reading.in_order())


def _helpful(problem: Problem) -> Problem:
    """Return a problem of any file as one of this kind: an empty one is not to begin as a record."""
    return describe("K235", problem.place) if problem.code == _EMPTY else problem


def additions_text(additions: Additions, language: Language, *, about: Sequence[Text] = ()) -> str:
    """Return additions as YAML that a person can read and change, below comments; `about` says where they come from."""
    header = "".join(f"# {printable(each.said_in(language))}\n" for each in (*about, *_HEADER))
    plain = dump_additions(additions)
    body = yaml.dump(plain, Dumper=_Dumper, allow_unicode=True, sort_keys=False, default_flow_style=None, width=_WIDTH)
    return f"{header}\n{body}"


class _Dumper(yaml.SafeDumper):
    """Writes a day without quotes, as people do: the reader takes it as text."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002  # the library's own
        """Indent the items of a list below its key."""
        super().increase_indent(flow, indentless=False)


_DAY_TAG: Final = "tag:yaml.org,2002:timestamp"
_Dumper.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != _DAY_TAG]
    for first, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
}
