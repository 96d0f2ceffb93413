"""Does the reference of the comparison's JSON name every key, and no kind that there is not?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kijun.framework.compare.comparison import Effect, Kind
from tests.cli.command import ON, RECORDS, kijun
from tests.cli.command import Kijun as Run
from tests.docs.pages import DOCS, prose

__all__ = ["kijun"]

_PAGE = DOCS / "reference" / "comparison-json.md"
_CODE = re.compile(r"`([^`]+)`")


def test_every_key_of_a_comparison_in_json_is_described(kijun: Run) -> None:
    described = set(_CODE.findall(prose(_PAGE)))
    people = str(RECORDS.parent / "people")
    plain = kijun("compare", "itss/v3-2008", "itss/v3-2011", "--people", people, *ON, "--format", "json").plain
    named = {"ja", "en", "page_inferred"}
    assert plain["people"]["changed"] != []
    assert plain["people"]["not_comparable"] != []
    assert plain["people"]["set_aside"] != []
    assert set(_keys(plain)) - described - named == set()


def test_every_kind_and_effect_is_described() -> None:
    described = set(_CODE.findall(prose(_PAGE)))
    assert {f'"{each.value}"' for each in (*Kind, *Effect)} <= described


def _keys(plain: object) -> Iterator[str]:
    """Yield every key; those of a summary and of the policies are paths and points."""
    if isinstance(plain, dict):
        for key, value in plain.items():
            yield key
            if key not in ("summary", "policies"):
                yield from _keys(value)
    elif isinstance(plain, list):
        for item in plain:
            yield from _keys(item)
