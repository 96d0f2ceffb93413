"""How is one skill item drawn in a table: self and assessor as bars, the target as a line?"""

from __future__ import annotations

from kijun.report.drawings.svg import diamond, drawing, fill, number, path, shape, stroke
from kijun.report.passport import Axis

_WIDTH, _HEIGHT, _PAD = 150.0, 20.0, 4.0


def draw_bar(axis: Axis, highest: int) -> str:
    """Return the bars of a skill item: the assessor's level full, a superior's thin, the person's own as an outline below."""

    def at(level: int) -> float:
        return _PAD + (_WIDTH - 2 * _PAD) * level / highest

    shapes = [path(f"M{number(at(level))} 2 V18", stroke("rule", 0.6)) for level in range(highest + 1)]
    if axis.assessor is not None:
        shapes.append(shape("rect", fill("accent"), x=_PAD, y=4, width=max(at(axis.assessor) - _PAD, 1), height=6))
    if axis.superior is not None:
        shapes.append(shape("rect", fill("quiet"), x=_PAD, y=10.5, width=max(at(axis.superior) - _PAD, 1), height=1.5))
    if axis.own is not None:
        shapes.append(shape("rect", stroke("ink", 1.0), x=_PAD, y=12, width=max(at(axis.own) - _PAD, 1), height=4))
    shapes.append(path(f"M{number(at(axis.target))} 1 V19", stroke("target", 2.0)))
    return drawing(_WIDTH, _HEIGHT, shapes)


def draw_key(kind: str, *, is_bar: bool) -> str:
    """Return what target, self, superior or assessor looks like, in the radar or in the bars."""
    line = path("M11 1 V13", stroke("target", 2.0)) if is_bar else path("M1 7 H21", stroke("target", 2.0))
    own = (
        [shape("rect", stroke("ink", 1.0), x=1, y=5, width=20, height=4)]
        if is_bar
        else [path("M1 7 H21", stroke("ink", 1.2, "4 2.5")), shape("circle", fill("ink"), cx=11, cy=7, r=2.6)]
    )
    assessor = (
        [shape("rect", fill("accent"), x=1, y=4, width=20, height=6)]
        if is_bar
        else [
            shape("rect", fill("soft"), x=1, y=2, width=20, height=10),
            shape("rect", stroke("accent", 1.4), x=1, y=2, width=20, height=10),
            shape("rect", fill("accent"), x=8.2, y=4.2, width=5.6, height=5.6),
        ]
    )
    superior = (
        [shape("rect", fill("quiet"), x=1, y=6, width=20, height=1.5)]
        if is_bar
        else [path("M1 7 H21", stroke("quiet", 1.2, "1 2")), path(diamond(11, 7), fill("quiet"))]
    )
    return drawing(22, 14, {"target": [line], "self": own, "superior": superior, "assessor": assessor}[kind])
