"""Does a tailored standard have what the answers to its silent points need?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kijun.catalogue.overlay.changes import Made
from kijun.catalogue.overlay.file import Overlay
from kijun.catalogue.overlay.traced import Traced
from kijun.framework.edition import Edition
from kijun.framework.indicator import PARTS, Indicator
from kijun.problem import Path
from kijun.text import Text

_LIST = 2
_NAMED_BY = {
    "ranks": ("rank",),
    "reaches": ("reach",),
    "kinds": ("kind",),
    "facts": ("counted", "all_of"),
}
"""List of the vocabulary -> where other words name a word of it."""


def report_needs(edition: Edition, made: list[Made], overlay: Overlay) -> bool:
    """Report each answer that names something which the standard does not have, and return whether one does.

    It is reported to the change that dropped what is needed, else to the overlay's answer.
    """
    found = list(_needs(edition))
    for point, needs, dropped in found:
        cause = next((each.change.at for each in made if _drops(each, dropped)), None)
        answered = next((each.at for each in overlay.answers if each.point == point), None)
        at: Path = cause or answered or ()
        answer = edition.points[point].default
        overlay.reading.report("K311", at, point=point, answer=answer, needs=needs)
    return bool(found)


def report_used_words(made: list[Made], files: Mapping[str, Traced], overlay: Overlay) -> None:
    """Report each word that is dropped while other words of the vocabulary still name it.

    What cells and skill items name is the parser's to find.
    """
    for each in made:
        if each.change.kind == "drop" and each.spot.file.startswith("vocabulary/") and len(each.change.steps) > _LIST:
            keys = _NAMED_BY.get(each.change.steps[-2], ())
            word = each.change.steps[-1]
            places = [
                f"vocabulary/{kind}/{term.get('id')}"
                for file, root in files.items()
                if file.startswith("vocabulary/")
                for kind, terms in root.mapping.items()
                for term in (*terms.items, *(inner for group in terms.mapping.values() for inner in group.items))
                if any(word in _words(term.mapping.get(key)) for key in keys)
            ]
            if places:
                listed = Text(ja="、".join(places), en=", ".join(places))
                overlay.reading.report("K310", each.change.at, word=word, places=listed)


def _words(value: Traced | None) -> Iterator[object]:
    if value is None:
        return
    yield value.held
    for item in value.items:
        yield from _words(item)


def _needs(edition: Edition) -> Iterator[tuple[str, Text, str]]:
    """Yield the point, what its answer needs and is missing, and the last words of the paths that would drop it."""
    answers = {name: point.default for name, point in edition.points.items()}
    for part in _ids(answers.get("parts.required", "all"), "all"):
        if part not in PARTS or not any(_has(cell, part) for cell in edition.indicators.values()):
            yield "parts.required", Text(ja=f"部分「{part}」のあるセル", en=f'a cell with the part "{part}"'), part
    if answers.get("proficiency.decides") == "all-items":
        for _, field in edition.fields():
            if edition.cells_of(field.path) and not edition.items_of(field.path):
                needs = Text(ja=f"専門分野「{field.name.ja}」のスキル項目", en=f"skill items of {field.name.en}")
                yield "proficiency.decides", needs, f"{field.id}/skills"


def _ids(answer: str, none: str) -> list[str]:
    return [] if answer == none else answer.split(",")


def _has(cell: Indicator, part: str) -> bool:
    if part in cell.unread:
        return True
    return cell.asks_mentoring if part == "mentoring" else getattr(cell, part) is not None


def _drops(made: Made, what: str) -> bool:
    path = f"/{made.change.path}"
    return made.change.kind == "drop" and (path.endswith(f"/{what}") or f"/{what}/" in path)
