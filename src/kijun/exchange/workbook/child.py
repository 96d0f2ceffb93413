"""What stands in the cells of a workbook? The program of the child process that parses it.

The bytes come on standard input, the cells go out as JSON; memory and time are limited here, before anything is read. Why
a workbook was not read is an answer like any other. The parent is `grids`.
"""

from __future__ import annotations

import json
import sys
from datetime import date, datetime
from io import BytesIO
from typing import Final

from kijun.exchange.workbook.container import MOST_COLUMNS, MOST_ROWS, Refused, repacked

MOST_MEMORY: Final = 2**30
MOST_SECONDS: Final = 20
_MOST_LETTERS: Final = 5_000_000
_MOST_CELLS: Final = 1_000_000
_MOST_DIGITS: Final = 10**15
"""Excel keeps 15 digits."""

Plain = str | int | float | bool | None


def main() -> None:
    """Parse the workbook on standard input, and write its cells or why it was refused to standard output."""
    _limit()
    try:
        answer = json.dumps({"sheets": _sheets(repacked(sys.stdin.buffer.read()))})
    except Refused as refused:
        answer = json.dumps({"refused": refused.reason, "sheet": refused.sheet})
    except MemoryError:
        answer = json.dumps({"refused": "memory", "sheet": None})
    sys.stdout.write(answer)


def _limit() -> None:
    if sys.platform != "win32":
        import resource  # noqa: PLC0415  # not on every system

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _sheets(data: bytes) -> list[dict[str, object]]:
    import python_calamine as calamine  # noqa: PLC0415  # after the limits are set

    budget = _Budget()
    found: list[dict[str, object]] = []
    try:
        with calamine.load_workbook(BytesIO(data)) as workbook:
            for sheet in workbook.sheets_metadata:
                if sheet.typ != calamine.SheetTypeEnum.WorkSheet:
                    continue
                rows = _rows(workbook.get_sheet_by_name(sheet.name), sheet.name, budget)
                found.append({"name": sheet.name, "rows": rows})
    except calamine.PasswordError as error:
        raise Refused("encrypted") from error
    except (Refused, MemoryError, ImportError):
        raise
    except BaseException as error:  # what the parser did not foresee is no Exception
        raise Refused("damaged") from error
    return found


class _Budget:
    """How many cells and letters of all sheets together may still be handed on."""

    def __init__(self) -> None:
        self.cells = _MOST_CELLS
        self.letters = _MOST_LETTERS

    def take(self, row: list[Plain], sheet: str) -> None:
        """Count a row. Raises Refused once there is too much."""
        self.cells -= len(row)
        self.letters -= sum(len(value) for value in row if isinstance(value, str))
        if min(self.cells, self.letters) < 0:
            raise Refused("letters", sheet)


def _rows(sheet: object, name: str, budget: _Budget) -> list[list[Plain]]:
    import python_calamine as calamine  # noqa: PLC0415  # as above

    assert isinstance(sheet, calamine.CalamineSheet)
    last_row, last_column = sheet.end or (0, 0)
    if last_row >= MOST_ROWS:
        raise Refused("rows", name)
    if last_column >= MOST_COLUMNS:
        raise Refused("columns", name)
    rows: list[list[Plain]] = []
    for row in sheet.to_python(skip_empty_area=False):
        cells = [_plain(value) for value in row]
        while cells and cells[-1] is None:
            cells.pop()
        budget.take(cells, name)
        rows.append(cells)
    return rows


def _plain(value: object) -> Plain:
    """Return a cell as JSON can hold it: a day as it is written in a record, a whole number without a fraction."""
    match value:
        case bool():
            return value
        case float() if value.is_integer() and abs(value) < _MOST_DIGITS:
            return int(value)
        case int() | float():
            return value
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case str():
            return value if value.strip() else None
        case _:
            return str(value)


if __name__ == "__main__":
    main()
