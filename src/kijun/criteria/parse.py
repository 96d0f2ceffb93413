"""Which criterion do plain values describe?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import get_args

from kijun.criteria.criterion import Node
from kijun.criteria.dump import Plain
from kijun.errors import NotFound
from kijun.text import Text

_KINDS = {node.__name__: node for node in get_args(Node)}


def parse(plain: Mapping[str, Plain]) -> Node:
    """Return the criterion that `dump` wrote.

    >>> from kijun.criteria.dump import dump
    >>> from kijun.criteria.record import Mentors
    >>> parse(dump(Mentors())) == Mentors()
    True
    """
    kind = plain.get("kind")
    node = _KINDS.get(str(kind))
    if node is None:
        raise NotFound(Text(ja=f"「{kind}」という基準の種類はない", en=f'"{kind}" is not a kind of criterion'))
    made: Node = node(**{part.name: _value(plain[part.name], str(part.type)) for part in fields(node)})
    return made


def _value(plain: Plain, annotation: str) -> object:
    if isinstance(plain, dict):
        return parse(plain)
    if isinstance(plain, list):
        items = [_value(item, annotation.removeprefix("tuple[")) for item in plain]
        return frozenset(items) if annotation.startswith("frozenset") else tuple(items)
    return plain
