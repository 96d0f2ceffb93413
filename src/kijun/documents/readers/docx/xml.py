"""What does an element of WordprocessingML hold, by the names of its children?

Names are compared without their namespace: Word writes two of them, and other word processors further ones, for the same words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

_OFF: Final = frozenset({"0", "false", "off", "none"})


def name_of(element: etree._Element) -> str:
    """Return the name of an element; "" for what is none, such as an entity."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: etree._Element | None, *names: str) -> Iterator[etree._Element]:
    """Return the children of these names."""
    if element is not None:
        yield from (each for each in element if name_of(each) in names)


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """Return the first child of that name."""
    return next(children(element, name), None)


def attribute(element: etree._Element | None, name: str) -> str:
    """Return an attribute, or "" where there is none."""
    for key, words in element.attrib.items() if element is not None else ():
        if str(key).rpartition("}")[2] == name:
            return str(words)
    return ""


def value(element: etree._Element | None, name: str) -> str:
    """Return what the child of that name says, or "" where there is none."""
    return attribute(child(element, name), "val")


def is_on(element: etree._Element | None) -> bool:
    """Return whether a property is there and not switched off."""
    return element is not None and attribute(element, "val") not in _OFF
