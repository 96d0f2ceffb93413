"""Which records do the tests collect, in which files, and what comes of it?"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from kijun.catalogue.installed import shipped_editions
from kijun.evidence import Person
from kijun.exchange.workbook.mapping import Column
from kijun.exchange.workbook.sheet_rows import rows_of
from kijun.exchange.workforce.collecting import Outcome, collect_into
from kijun.exchange.workforce.tables import EMPLOYEE, tables
from kijun.population.collect import SET_ASIDE
from kijun.population.load import open_workforce
from kijun.population.people import all_people
from kijun.text import Language

ITEM: Final = "customer-service/hardware/technology"


def record(employee: str, **changes: Any) -> dict[str, Any]:
    """Return the plain record of somebody with an entry in every list."""
    return {
        "employee": employee,
        "name": {"text": "山田 花子", "reading": "やまだ はなこ"},
        "team": "第1部",
        "complete": ["engagements", "expertise", "contributions", "mentoring", "qualifications", "ratings"],
        "engagements": [engagement("bank"), engagement("port", until="2021-03", market=[{"scope": "companies"}])],
        "expertise": [{"area": "service-level-management", "degree": "uses-basics", "reach": "company"}],
        "contributions": [{"kind": "book", "title": {"ja": "保守の本", "en": "On upkeep"}, "day": "2020-05-01"}],
        "mentoring": [{"whom": "suzuki", "since": "2019-04"}],
        "qualifications": [{"examination": "AP", "day": "2015-06-26"}],
        **changes,
    }


def engagement(identity: str, **changes: Any) -> dict[str, Any]:
    """Return a plain engagement."""
    return {
        "id": identity,
        "title": identity,
        "fields": ["hardware"],
        "activities": ["hardware-installation"],
        "role": "leader",
        "from": "2018-04-01",
        "outcome": "succeeded",
        "conditions": ["around-the-clock"],
        "conditions_complete": True,
        "sizes": {"peak_persons": 12, "customers": "whole-industry"},
        **changes,
    }


def write_lines(path: Path, records: Iterable[Mapping[str, Any] | str]) -> Path:
    """Write records as JSON Lines; text is a line as it stands."""
    lines = (each if isinstance(each, str) else json.dumps(each, ensure_ascii=False) for each in records)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def write_tables(
    folder: Path,
    records: Sequence[Mapping[str, Any]],
    *,
    language: Language = "ja",
    encoding: str = "utf-8-sig",
    changes: Mapping[str, Sequence[Sequence[str]]] | None = None,
) -> Path:
    """Write records as CSV files, with further rows of cells by table; cells are written as people write them."""
    folder.mkdir(exist_ok=True)
    for table, sheet in tables(shipped_editions()).items():
        rows: list[list[str]] = []
        for each in records:
            owner = [str(each["employee"])] if sheet.path else []
            rows += [[*owner, *(_cell(row.get(column)) for column in sheet.columns)] for row in rows_of(each, sheet)]
        rows += [list(row) for row in (changes or {}).get(table, ())]
        headings = [EMPLOYEE.said_in(language)] if sheet.path else []
        headings += [column.heading.said_in(language) for column in sheet.columns]
        if rows or table == "people":
            with (folder / f"{table}.csv").open("w", encoding=encoding, newline="") as file:
                csv.writer(file).writerows([headings, *rows])
    return folder


def headed(table: str) -> list[Column]:
    """Return the columns of a table, after that of the employee number."""
    return list(tables(shipped_editions())[table].columns)


def _cell(value: object) -> str:
    if isinstance(value, list):
        return "、".join(map(str, value)) or "(なし)"
    if isinstance(value, bool):
        return "はい" if value else "いいえ"
    return "" if value is None else str(value)


def collected(target: Path, *sources: Path, replace: bool = False, processes: int = 1) -> Outcome:
    """Collect sources into a workforce."""
    return collect_into(
        target,
        sources,
        (),
        replace=replace,
        processes=processes,
        reading=lambda _done, _count: None,
        writing=lambda _done, _count: None,
    )


def people_in(target: Path) -> dict[str, Person]:
    """Return everybody of a workforce by employee number."""
    return {person.employee: person for person in all_people(open_workforce(target))}


def aside_in(target: Path) -> list[dict[str, Any]]:
    """Return what was set aside, line by line."""
    return [json.loads(line) for line in (target / SET_ASIDE).read_text(encoding="utf-8").split("\n") if line]


def codes_in(target: Path) -> list[tuple[str, int | None, list[str]]]:
    """Return of what was set aside the name of its file, its line and its codes."""
    return [
        (Path(each["source"]).name, each["line"], [problem["code"] for problem in each["problems"]])
        for each in aside_in(target)
    ]
