"""Is everything that is made of the standards forgotten when they change?"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse

import kijun.web
from kijun.web.judgements.queries import Asked, judge_record
from kijun.web.library import kept
from kijun.web.library.actions import read_standards_anew
from tests.builders import ON
from tests.tailoring import change, write_overlay
from tests.web.cast import Cast, client_of, give_record, record_of

CELL = "acme/v1/customer-service/hardware/5"
OF_NO_STANDARD = {
    "kijun.web.accounts.zones",
    "kijun.web.api.document",
    "kijun.web.library.query_words",
}
"""Modules that keep what no standard tells."""
_A_PAST_STATE = "_states_at"


@pytest.fixture
def own(settings: Any, tmp_path: Path) -> Iterator[Path]:
    settings.STANDARDS = tmp_path / "standards"
    yield tmp_path / "standards"
    settings.STANDARDS = tmp_path / "none"
    read_standards_anew()


def ask_for(many: int, own: Path) -> None:
    """Write the organisation's standard, which asks for so many kinds of contributions, and have it read."""
    write_overlay(own / "acme", [change("set", "customer-service/hardware/5/succession/at_least", many)])
    read_standards_anew()


@pytest.mark.django_db
def test_a_judgement_and_its_page_follow_a_standard_that_changed(cast: Cast, own: Path) -> None:
    give_record(cast.person)
    asked = Asked(on=ON, edition="acme/v1")
    page = reverse("judgements:cell", args=(cast.person.key, CELL))
    seen = []
    for many in (1, 7):
        ask_for(many, own)
        judged = judge_record(record_of(cast.person), asked).cell(CELL)
        assert judged is not None
        seen.append((judged.parts["succession"].verdict, client_of(cast.person).get(page).content))
    assert seen[0][0] is not seen[1][0]
    assert seen[0][1] != seen[1][1]


def test_whatever_keeps_something_of_the_standards_forgets_it_with_them() -> None:
    found = {
        f"{module}.{name}"
        for module, name, each in _caches()
        if module not in OF_NO_STANDARD and name != _A_PAST_STATE and each.cache_clear not in kept._FORGET
    }
    assert found == set()


def _caches() -> Iterator[tuple[str, str, Any]]:
    for info in pkgutil.walk_packages(kijun.web.__path__, "kijun.web."):
        if ".migrations" in info.name or info.name.rpartition(".")[2] in ("__main__", "background", "wsgi"):
            continue
        module = import_module(info.name)
        for name, each in vars(module).items():
            if (
                not isinstance(each, type)
                and callable(getattr(each, "cache_clear", None))
                and each.__module__ == info.name
            ):
                yield info.name, name, each
