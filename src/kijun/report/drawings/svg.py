"""How is a drawing written down as SVG, once for the page and for the PDF?

Every shape has its colour as an attribute, which the PDF reads, and a class, by which the page gives it the colour of the
reader's light or dark theme.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from xml.sax.saxutils import escape, quoteattr

FONT: Final = "Noto Sans JP"
COLOURS: Final = {
    "ink": "#1b1f24",
    "quiet": "#59636e",
    "rule": "#d0d7de",
    "paper": "#ffffff",
    "accent": "#1f5fa8",
    "soft": "#c9dcf2",
    "target": "#9a4a12",
}
"""Colour role -> its colour on white paper; the page's own for light and dark stand in passport.css."""


def fill(role: str) -> dict[str, str]:
    """Return the attributes of a shape that is filled with a colour role."""
    return {"fill": COLOURS[role], "class": f"fill-{role}"}


def stroke(role: str, width: float = 1.0, dash: str = "") -> dict[str, str]:
    """Return the attributes of an outline in a colour role."""
    found = {"fill": "none", "stroke": COLOURS[role], "stroke-width": number(width), "class": f"stroke-{role}"}
    return {**found, "stroke-dasharray": dash} if dash else found


def diamond(x: float, y: float, *, half: float = 3.6) -> str:
    """Return the outline of a diamond around a point."""
    return f"M{number(x)} {number(y - half)} L{number(x + half)} {number(y)} L{number(x)} {number(y + half)} L{number(x - half)} {number(y)} Z"


def number(value: float) -> str:
    """Return a coordinate, short.

    >>> number(12.0), number(3.14159)
    ('12', '3.14')
    """
    return f"{value:.2f}".rstrip("0").rstrip(".")


def shape(tag: str, attributes: dict[str, str], **coordinates: float) -> str:
    """Return one shape."""
    places = {name: number(value) for name, value in coordinates.items()}
    return f"<{tag}{_written({**places, **attributes})}/>"


def path(steps: str, attributes: dict[str, str]) -> str:
    """Return a path."""
    return f"<path{_written({'d': steps, **attributes})}/>"


def words(
    said: str, x: float, y: float, *, size: float = 11, role: str = "ink", anchor: str = "start", is_bold: bool = False
) -> str:
    """Return text at a place; `anchor` is start, middle or end."""
    attributes = {
        "x": number(x),
        "y": number(y),
        "font-family": FONT,
        "font-size": number(size),
        "text-anchor": anchor,
        **({"font-weight": "700"} if is_bold else {}),
        **fill(role),
    }
    return f"<text{_written(attributes)}>{escape(said)}</text>"


def drawing(width: float, height: float, shapes: Iterable[str]) -> str:
    """Return a whole drawing of that size; its text alternative is given where it is shown."""
    size = f"{number(width)} {number(height)}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}" '
        f'width="{number(width)}" height="{number(height)}">{"".join(shapes)}</svg>'
    )


def _written(attributes: dict[str, str]) -> str:
    return "".join(f" {name}={quoteattr(value)}" for name, value in attributes.items())
