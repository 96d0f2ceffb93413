"""What do standards ask that no shipped one does?

A company's own, made by an overlay, so that what is recognised as its parent's band or cell is known there too; and the shipped
editions with parts that were not understood, ratings asked by a cell, a list of which all is asked, and clauses without activities.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from kijun.framework.edition import Edition, Flag
from kijun.framework.indicator import ALL, SOME, Band, Bound, Indicator, ProficiencyAsked, SizeAlternative
from kijun.framework.policy import choose
from kijun.framework.resolve import ResolvedEdition, resolve_edition
from tests.builders import V3_2008, V3_2011, edition
from tests.tailoring import answer, change, tailored

HARDWARE: Final = "customer-service/hardware"
SOFTWARE: Final = "customer-service/software"
FACILITY: Final = "customer-service/facility-management"


def tailored_editions(folder: Path) -> list[ResolvedEdition]:
    """Return all of these; the newer of the half read ones reads its bands literally, as the company's own does."""
    own, (newer, older) = overlay(folder), half_read()
    return [
        resolve_edition(own, choose(own.points, {})),
        resolve_edition(newer, choose(newer.points, {"bands.floor": "literal"})),
        resolve_edition(older, choose(older.points, {})),
    ]


def overlay(folder: Path) -> Edition:
    """Return a company's own standard: other numbers, another list, other answers to three silent points."""
    return tailored(
        folder,
        change("set", f"{HARDWARE}/5/responsibility/at_least", 4),
        change("set", f"{HARDWARE}/6/complexity/at_least", 3),
        change("set", f"{SOFTWARE}/6/succession/at_least", 2),
        change("drop", f"{SOFTWARE}/4/size"),
        policy=(answer("evidence.window", "10"), answer("levels.imply", "ladder"), answer("bands.floor", "literal")),
    )


def half_read() -> tuple[Edition, ...]:
    """Return the shipped editions under ids of their own, some of whose cells ask what no shipped cell does."""
    newer = _changed(edition(V3_2011), "half/v3-2011", dict(_odd_2011(edition(V3_2011))))
    older = _changed(edition(V3_2008), "half/v3-2008", dict(_odd_2008(edition(V3_2008))))
    return newer, older


def _odd_2011(printed: Edition) -> Iterator[tuple[str, Indicator]]:
    cells = {path.removeprefix(f"{printed.id}/"): cell for path, cell in printed.indicators.items()}
    yield f"{HARDWARE}/4", replace(cells[f"{HARDWARE}/4"], size=None, size_clause=None, unread=("size",))
    yield f"{HARDWARE}/5", _with_ratings(printed, cells[f"{HARDWARE}/5"], 3)
    yield f"{HARDWARE}/6", replace(cells[f"{HARDWARE}/6"], succession=None, unread=("succession",))
    yield (
        f"{SOFTWARE}/5",
        replace(cells[f"{SOFTWARE}/5"], complexity=None, responsibility=None, unread=("complexity", "responsibility")),
    )
    yield f"{SOFTWARE}/6", _without_activities(cells[f"{SOFTWARE}/6"])
    yield f"{FACILITY}/4", _asking_all_areas(cells[f"{FACILITY}/4"])
    yield f"{FACILITY}/5", replace(cells[f"{FACILITY}/5"], proficiency=ProficiencyAsked(at_least=2, of=None, level=4))
    yield f"{FACILITY}/6", _in_slots(_up_to_seven_rooms(cells[f"{FACILITY}/6"]), (6, 6, 5, 4, 4, 3))


def _odd_2008(printed: Edition) -> Iterator[tuple[str, Indicator]]:
    cells = {path.removeprefix(f"{printed.id}/"): cell for path, cell in printed.indicators.items()}
    yield (
        "sales/consulting-sales/5",
        replace(cells["sales/consulting-sales/5"], size=None, size_clause=None, unread=("size",)),
    )
    yield "sales/consulting-sales/6", _in_slots(cells["sales/consulting-sales/6"], (7, 6, 4))
    yield "sales/product-sales/5", _without_activities(cells["sales/product-sales/5"])
    yield "sales/product-sales/4", replace(cells["sales/product-sales/4"], size=None)
    yield f"{FACILITY}/5", _in_slots(cells[f"{FACILITY}/5"], (5, 5, 4, 3))


def _with_ratings(printed: Edition, cell: Indicator, at_least: int) -> Indicator:
    items = [item.id for item in printed.items_of(cell.field_path) if cell.level in item.proficiencies]
    return replace(cell, proficiency=ProficiencyAsked(at_least=at_least, of=tuple(items[:5]), level=cell.level))


def _without_activities(cell: Indicator) -> Indicator:
    assert cell.responsibility is not None
    assert cell.complexity is not None
    asked = replace(cell.complexity, activities=None, at_least=SOME, must_include=cell.complexity.of[:1])
    return replace(cell, responsibility=replace(cell.responsibility, activities=None), complexity=asked)


def _asking_all_areas(cell: Indicator) -> Indicator:
    assert cell.expertise is not None
    return replace(cell, expertise=replace(cell.expertise, at_least=ALL, of=cell.expertise.of[:3]))


def _up_to_seven_rooms(cell: Indicator) -> Indicator:
    """Return a cell with a band that ends where no other begins."""
    bounds = {"computer_rooms": Bound(at_least=2, at_most=7)}
    size = SizeAlternative(bounds=bounds, customers=None, some_rooms_or_networks=False)
    return replace(cell, size=(Band(any_of=(size,), complexity_at_least=None),))


def _in_slots(cell: Indicator, slots: tuple[int, ...]) -> Indicator:
    assert cell.responsibility is not None
    asked = replace(cell.responsibility, measure="times", at_least=len(slots), slots=slots, years_at_level=None)
    return replace(cell, responsibility=asked)


def _changed(printed: Edition, identity: str, odd: dict[str, Indicator]) -> Edition:
    """Return an edition with some cells changed, every path below an id of its own."""
    cells = {path: odd.get(path.removeprefix(f"{printed.id}/"), cell) for path, cell in printed.indicators.items()}
    return replace(renamed(replace(printed, indicators=cells), identity), flags={})


def renamed(printed: Edition, identity: str) -> Edition:
    """Return the same edition, every path of it below another id, so that it can be judged beside itself."""

    def own(path: str) -> str:
        return identity + path.removeprefix(printed.id)

    def corrected(flag: Flag) -> Flag:
        correction = flag.correction
        return flag if correction is None else replace(flag, correction=replace(correction, path=own(correction.path)))

    return replace(
        printed,
        id=identity,
        categories={
            name: replace(
                category,
                path=own(category.path),
                fields=tuple(replace(field, path=own(field.path)) for field in category.fields),
            )
            for name, category in printed.categories.items()
        },
        indicators={own(path): replace(cell, path=own(path)) for path, cell in printed.indicators.items()},
        skills={own(path): replace(item, path=own(path)) for path, item in printed.skills.items()},
        flags={name: corrected(flag) for name, flag in printed.flags.items()},
    )
