"""What does a document say and a standard have: what agrees, what differs, and what does one of them lack?

Both are compared value by value in the fixed shape that `kijun show --format json` writes. Our own words (summaries, notes,
flags) and places are not compared: they are ours, not the document's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from kijun.framework.dump import Plain, dump_category, dump_cell
from kijun.framework.edition import Edition
from kijun.framework.overview import printed_area
from kijun.framework.skill import SkillItem

Standing = Literal["agrees", "differs", "only-in-document", "only-in-standard"]

_OURS: Final = frozenset({"citation", "citations", "flags", "cell"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One value: its path below the edition, how the two stand to each other, and what each of them has."""

    path: str
    standing: Standing
    document: Plain = None
    standard: Plain = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fidelity:
    """All values of a document and a standard, in the standard's order, then what only the document has."""

    values: tuple[Compared, ...]

    def of(self, standing: Standing) -> list[Compared]:
        """Return the values that stand in one way."""
        return [each for each in self.values if each.standing == standing]


def compare_with(draft: Edition, standard: Edition, *, categories: Iterable[str] | None = None) -> Fidelity:
    """Compare a draft with a standard, in the categories that the draft has unless others are named."""
    wanted = frozenset(draft.categories if categories is None else categories)
    read, has = _values(draft, wanted), _values(standard, wanted)
    found = []
    for path in dict.fromkeys([*has, *read]):
        here, there = read.get(path), has.get(path)
        if path not in has:
            standing: Standing = "only-in-document"
        elif path not in read:
            standing = "only-in-standard"
        else:
            standing = "agrees" if here == there else "differs"
        found.append(Compared(path=path, standing=standing, document=here, standard=there))
    return Fidelity(values=tuple(found))


def _values(edition: Edition, categories: frozenset[str]) -> dict[str, Plain]:
    """Return every value of an edition that a document can say, by path below the edition."""
    values: dict[str, Plain] = {}
    for category in edition.categories.values():
        if category.id not in categories:
            continue
        described = dump_category(category, edition)
        values[f"{category.id}/fields"] = [field.id for field in category.fields]
        values[f"{category.id}/phases"] = [{"id": phase.id, "main": phase.is_main} for phase in category.phases]
        values[f"{category.id}/activities"] = [each.phase for each in category.activities]
        values[f"{category.id}/levels_printed"] = described["levels_printed"]
        for field in category.fields:
            for cell in edition.cells_of(field.path):
                values.update(_leaves(_below(cell.path, edition), dump_cell(cell, edition)))
            for item in edition.items_of(field.path):
                values.update(_item(_below(item.path, edition), item))
        area = printed_area(edition, category.id)
        for group in area.groups if area else ():
            for listed in group.items:
                path = f"{category.id}/skill-area/{group.field or 'common'}/{listed.item}"
                values[path] = [each.id for each in listed.knowledge]
    return values


def _below(path: str, edition: Edition) -> str:
    return path.removeprefix(f"{edition.id}/")


def _leaves(path: str, plain: Mapping[str, Plain]) -> Iterator[tuple[str, Plain]]:
    for key, value in plain.items():
        if key in _OURS:
            continue
        if isinstance(value, dict) and key != "activities":
            yield from _leaves(f"{path}/{key}", value)
        elif key == "size" and isinstance(value, list):
            yield from ((f"{path}/size/{number}", band) for number, band in enumerate(value, start=1))
        else:
            yield f"{path}/{key}", value


def _item(path: str, item: SkillItem) -> Iterator[tuple[str, Plain]]:
    yield f"{path}/common", item.is_common
    yield f"{path}/headed", [*item.headed]
    yield f"{path}/knowledge", [each.id for each in item.knowledge]
    for level in item.levels:
        told = item.proficiencies[level]
        yield f"{path}/{level}", {"roles": [*told.roles], "setting": told.setting, "ability": told.ability}
