"""How is a criterion written as plain values (for JSON)?"""

from __future__ import annotations

from dataclasses import fields, is_dataclass

from kijun.criteria.criterion import Node

Plain = dict[str, "Plain"] | list["Plain"] | str | int | bool | None


def dump(node: Node) -> dict[str, Plain]:
    """Return plain values; `kind` names the node.

    >>> from kijun.criteria.record import Passed
    >>> dump(Passed(any_of=("AP",), within_years=None))
    {'kind': 'Passed', 'any_of': ['AP'], 'within_years': None}
    """
    return {"kind": type(node).__name__} | {part.name: _plain(getattr(node, part.name)) for part in fields(node)}


def _plain(value: object) -> Plain:
    if is_dataclass(value):
        return dump(value)  # type: ignore[arg-type]  # every dataclass inside a node is a node
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    assert value is None or isinstance(value, str | int)
    return value
