"""Does a draft hold what the document holds: right, asked about, or wrong?

Wrong is any value that differs without an open question about its path, and any cell or item that is lost or made up in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from tests.documents.unseen.drafted import Drafted, Raw, same_name
from tests.documents.unseen.expected import Band, Cell, Holdings, Item, Sized

_NEW_MEASURE: Final = re.compile(r"measure-\d+")
Verdict = Literal["right", "asked", "wrong", "name"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One value: where, what the document says, what the draft says. `name` is a word whose name was cut otherwise."""

    verdict: Verdict
    path: str
    expected: Any
    got: Any

    def __str__(self) -> str:
        return f"{self.verdict}: {self.path}: expected {self.expected!r}, got {self.got!r}"


def compare(held: Holdings, draft: Drafted) -> list[Finding]:
    """Return a finding for every threshold and every list of names."""
    category = _identity(held.category, draft.categories)
    if category is None:
        return [Finding(verdict="wrong", path="category", expected=held.category, got=draft.said[-300:])]
    fields = next(each["fields"] for each in draft.categories if each["id"] == category)
    found = [*_cells(held, category, fields, draft)]
    for name, levels in held.charted:
        field = _identity(name, fields)
        own = [cell for cell in held.cells if cell.field == name]
        counted = {level for cell in own for level in cell.slots or ()}  # a level that is counted has a cell somewhere
        lost = sorted({*levels, *counted} - {cell.level for cell in own})
        got = next((each["missing_from_source"] for each in fields if each["id"] == field), None)
        found.append(_finding(f"{category}/{field}/missing_from_source", lost, got, draft))
    if held.items:
        found += _items(held, category, fields, draft)
    return found


def _identity(name: str, among: Iterable[Raw]) -> str | None:
    folded = same_name(name)
    return next((each["id"] for each in among if folded in {same_name(said) for said in each["name"].values()}), None)


def _finding(path: str, expected: object, got: object, draft: Drafted) -> Finding:
    verdict: Verdict = "right" if expected == got else "asked" if draft.asked_about(path) else "wrong"
    return Finding(verdict=verdict, path=path, expected=expected, got=got)


def _cells(held: Holdings, category: str, fields: Sequence[Raw], draft: Drafted) -> Iterator[Finding]:
    expected: set[tuple[str, str, int]] = set()
    for cell in held.cells:
        field = _identity(cell.field, fields) or f"?{cell.field}"
        got = draft.cells(category, field).get(cell.level)
        path = f"{category}/{field}/{cell.level}"
        expected.add((category, field, cell.level))
        if got is None:
            verdict: Verdict = "asked" if draft.asks_which_cell else "wrong"
            yield Finding(verdict=verdict, path=path, expected="a cell", got=None)
        else:
            for finding in _cell(cell, got, path, draft):
                part = finding.path.removeprefix(f"{path}/").split("/")[0]
                is_unread = finding.verdict == "wrong" and part in got.get("unread", ())
                yield (
                    Finding(verdict="asked", path=finding.path, expected=finding.expected, got="unread")
                    if is_unread
                    else finding
                )
    for extra in {*draft.cell_paths()} - expected:
        yield Finding(verdict="wrong", path="/".join(map(str, extra)), expected=None, got="a cell")


def _cell(cell: Cell, got: Raw, path: str, draft: Drafted) -> Iterator[Finding]:
    yield from _responsibility(cell, got.get("responsibility") or {}, f"{path}/responsibility", draft)
    yield from _complexity(cell, got.get("complexity") or {}, f"{path}/complexity", draft)
    yield from _size(cell.size, got.get("size"), f"{path}/size", draft)
    if cell.expertise is None:
        yield _finding(f"{path}/expertise", None, got.get("expertise"), draft)
    else:
        asked, said = cell.expertise, got.get("expertise") or {}
        for key in ("at_least", "degree", "reach"):
            yield _finding(f"{path}/expertise/{key}", getattr(asked, key), said.get(key, "lost"), draft)
        yield from _names(f"{path}/expertise/of", "area", asked.of, said.get("of") or [], draft)
    said = got.get("succession")
    if cell.succession is None:
        yield _finding(f"{path}/succession", None, said, draft)
    else:
        yield _finding(f"{path}/succession/at_least", cell.succession.at_least, (said or {}).get("at_least"), draft)
        yield _finding(f"{path}/succession/of", [*cell.succession.of], (said or {}).get("of"), draft)
    yield _finding(f"{path}/mentoring", cell.mentoring, got.get("mentoring"), draft)
    yield _finding(f"{path}/exam", cell.examination, got.get("exam"), draft)


def _responsibility(cell: Cell, got: Raw, path: str, draft: Drafted) -> Iterator[Finding]:
    for key in ("measure", "at_least", "outcome"):
        yield _finding(f"{path}/{key}", getattr(cell, key), got.get(key), draft)
    slots = [*cell.slots] if cell.slots is not None else None
    yield _finding(f"{path}/slots", slots, got.get("slots"), draft)
    yield _finding(f"{path}/years_at_level", cell.years_at_level, got.get("years_at_level"), draft)
    role = got.get("role")
    if cell.role is None:
        verdict: Verdict = "asked" if draft.asked_about(f"{path}/role") else "wrong"
        yield Finding(verdict=verdict, path=f"{path}/role", expected="a question", got=role)
    else:
        yield _finding(f"{path}/role", cell.role, role, draft)
    yield from _names(f"{path}/roles", "title", cell.titles, got.get("roles") or [], draft)
    yield from _names(f"{path}/activities", "activity", cell.activities, _activities(got), draft)


def _activities(got: Raw) -> list[str]:
    return [each for of in (got.get("activities") or {}).values() for each in of]


def _complexity(cell: Cell, got: Raw, path: str, draft: Drafted) -> Iterator[Finding]:
    asked = cell.complexity
    if asked is None:
        # a part that is printed as "regardless" asks for nothing, and is written as nothing
        yield _finding(path, None, got or None, draft)
        return
    yield _finding(f"{path}/at_least", asked.at_least, got.get("at_least"), draft)
    yield _finding(f"{path}/outcome", asked.outcome, got.get("outcome"), draft)
    yield _finding(f"{path}/role", asked.role, got.get("role"), draft)
    yield from _names(f"{path}/of", "condition", asked.of, got.get("of") or [], draft)
    must = [*got.get("must_include", [])]
    yield _finding(f"{path}/must_include", len(asked.mandatory), len(must), draft)
    yield from _names(f"{path}/must_include", "condition", asked.mandatory, must, draft)
    activities = cell.activities if asked.activities is None else asked.activities
    yield from _names(f"{path}/activities", "activity", activities, _activities(got), draft)


def _names(path: str, kind: str, expected: Sequence[str], ids: Sequence[str], draft: Drafted) -> Iterator[Finding]:
    """Yield one finding for how many names there are, and one for each that was cut otherwise than it is printed."""
    yield _finding(f"{path}/count", len(expected), len(ids), draft)
    if len(expected) == len(ids):
        for name, identity, said in zip(expected, ids, draft.names(kind, ids), strict=True):
            if same_name(name) not in said and not any(same_name(name) == each.removeprefix("a") for each in said):
                yield Finding(verdict="name", path=path, expected=name, got=(identity, sorted(said)))


def _size(expected: Sequence[Band] | None, got: Sequence[Raw] | None, path: str, draft: Drafted) -> Iterator[Finding]:
    if expected is None or got is None:
        yield _finding(path, None if expected is None else "bands", got, draft)
        return
    yield _finding(f"{path}/count", len(expected), len(got), draft)
    for number, (band, said) in enumerate(zip(expected, got, strict=False), start=1):
        here = f"{path}/{number}"
        yield _finding(f"{here}/complexity_at_least", band.conditions, said.get("complexity_at_least"), draft)
        if band.reach is not None:
            customers = {"reach": band.reach, "or_equivalent": band.or_equivalent}
            yield _finding(here, [customers], [_customers(each) for each in said["any_of"]], draft)
            continue
        yield _finding(
            f"{here}/any_of", [len(group) for group in band.any_of], [len(each) for each in said["any_of"]], draft
        )
        for group, bounds in zip(band.any_of, said["any_of"], strict=False):
            yield from _group(group, dict(bounds), f"{here}/any_of", draft)


def _group(group: Sequence[Sized], bounds: Raw, path: str, draft: Drafted) -> Iterator[Finding]:
    """Compare measure by measure; a measure that nobody knows is one of those that are left, in their order."""
    for sized in sorted(group, key=lambda each: each.measure not in bounds):
        measure = sized.measure if sized.measure in bounds else next(iter(bounds), None)
        got = bounds.pop(measure) if measure is not None else None
        yield _finding(f"{path}/{sized.noun or sized.unit}", sized.bounds, got, draft)
        if sized.measure is not None and measure is not None and _NEW_MEASURE.fullmatch(measure) is None:
            yield _finding(f"{path}/{sized.noun}/measure", sized.measure, measure, draft)  # a new name is asked about


def _customers(said: Raw) -> Any:
    customers = said.get("customers")
    if isinstance(customers, dict):
        return {"reach": customers.get("reach"), "or_equivalent": bool(customers.get("or_equivalent"))}
    return said


def _items(held: Holdings, category: str, fields: Sequence[Raw], draft: Drafted) -> Iterator[Finding]:
    said = draft.file(f"skills/{category}.yaml").get("items", [])
    for name in held.fields:
        field = _identity(name, fields)
        path = f"{category}/{field}/skills"
        expected = [item for item in held.items if item.field == name]
        got = [item for item in said if item["field"] == field]
        names = [same_name(item["name"]["ja"]) for item in got]
        yield _finding(path, [same_name(item.name) for item in expected], names, draft)
        if len(got) == len(expected):
            for item, raw in zip(expected, got, strict=True):
                yield from _item(item, raw, f"{path}/{item.name}", draft)


def _item(item: Item, got: Raw, path: str, draft: Drafted) -> Iterator[Finding]:
    yield _finding(f"{path}/common", item.common, bool(got.get("common")), draft)
    yield _finding(f"{path}/headed", [*item.headed], got.get("headed"), draft)
    filled = sorted((each["level"] for each in got.get("proficiencies", [])), reverse=True)
    yield _finding(f"{path}/proficiencies", [*item.filled], filled, draft)
    knowledge = [same_name(each["name"]["ja"]) for each in got.get("knowledge", [])]
    yield _finding(f"{path}/knowledge", [same_name(each) for each in item.knowledge], knowledge, draft)


def wrong_in(findings: Iterable[Finding]) -> list[str]:
    """Return what is wrong, as lines."""
    return [str(each) for each in findings if each.verdict == "wrong"]


def read_share(findings: Iterable[Finding]) -> float:
    """Return which share of the values was read, and not asked about."""
    counted = [each.verdict for each in findings if each.verdict != "name" and each.expected != "a question"]
    return sum(verdict == "right" for verdict in counted) / len(counted) if counted else 0.0
