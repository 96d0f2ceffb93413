"""How is it written down for which part of the market somebody answered?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from kijun.web.people import vocabulary
from kijun.web.people.forms.choices import One, choices_of
from kijun.web.people.forms.record_form import RecordForm, typed_number, without_blanks
from kijun.web.people.states import Plain

FURTHER = 2
"""How many empty rows stand below the recorded ones."""
_KEYS = ("scope", "count", "employees")


def add_market(form: RecordForm, rows: int) -> None:
    """Add the rows of a market."""
    scopes = choices_of(vocabulary.plain("scope"))
    for row in range(rows):
        form.add(f"market_{row}_scope", _("Scope"), widget=One(scopes))
        for key, label in (("count", _("How many")), ("employees", _("Employees of the smallest"))):
            form.add(f"market_{row}_{key}", label, widget=forms.TextInput(attrs={"inputmode": "numeric"}))


def market_of(shares: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return what the rows show of a market."""
    return {f"market_{row}_{key}": share.get(key, "") for row, share in enumerate(shares) for key in _KEYS}


def typed_market(form: RecordForm) -> list[Plain]:
    """Return the rows that something was typed into."""
    return [share for _row, share in _filled(form)]


def row_of(form: RecordForm, place: int) -> int:
    """Return the row that holds a share of the body; empty rows above it are in no body."""
    return [row for row, _share in _filled(form)][place]


def _filled(form: RecordForm) -> list[tuple[int, Plain]]:
    found = []
    for row in range(_rows_of(form)):
        scope, count, employees = (form.one(f"market_{row}_{key}") for key in _KEYS)
        share = {"scope": scope, "count": typed_number(count), "employees": typed_number(employees)}
        found.append((row, without_blanks(share)))
    return [(row, share) for row, share in found if share]


def rows_of(form: RecordForm) -> list[list[forms.BoundField]]:
    """Return the fields of each row, as the page shows them."""
    return [[form[f"market_{row}_{key}"] for key in _KEYS] for row in range(_rows_of(form))]


def _rows_of(form: RecordForm) -> int:
    return sum(name.startswith("market_") and name.endswith("_scope") for name in form.fields)
