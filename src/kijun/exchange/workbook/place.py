"""Where in a workbook does a value stand?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from kijun.problem import Place

_LETTERS: Final = 26
_CELL: Final = re.compile(r"(?P<sheet>.*)!(?P<column>[A-Z]+)(?P<row>\d+)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPlace:
    """A place in a workbook; row and column count from 1.

    >>> str(SheetPlace(sheet="Person", row=7, column=28))
    'Person!AB7'
    """

    sheet: str
    row: int
    column: int

    def __str__(self) -> str:
        """Return the place as Excel calls it."""
        return f"{self.sheet}!{column_name(self.column)}{self.row}"


def column_name(number: int) -> str:
    """Return the letters of a column that counts from 1.

    >>> column_name(26), column_name(27)
    ('Z', 'AA')
    """
    letters = ""
    while number:
        number, letter = divmod(number - 1, _LETTERS)
        letters = chr(ord("A") + letter) + letters
    return letters


def place_of(place: Place) -> SheetPlace | None:
    """Return the place in a workbook that a problem names, or None where it names a file or a sheet as a whole."""
    if (found := _CELL.fullmatch(place.file)) is None:
        return None
    number = 0
    for letter in found["column"]:
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return SheetPlace(sheet=found["sheet"], row=int(found["row"]), column=number)
