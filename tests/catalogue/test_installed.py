"""Is the edition found that a name means, and is each category judged in the newest edition that has it?"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kijun.catalogue.installed import (
    find_edition,
    newest_of_each_category,
    open_edition,
    restrict,
    shipped_editions,
)
from kijun.catalogue.shipped import shipped_folders
from kijun.errors import BadInput, NotFound
from tests.builders import V3_2008, V3_2011, edition
from tests.framework import small


def test_the_shipped_editions_come_newest_first() -> None:
    assert list(shipped_folders()) == [V3_2011, V3_2008]
    assert [each.id for each in shipped_editions()] == [V3_2011, V3_2008]


def test_an_edition_is_named_by_its_id_or_its_folder() -> None:
    folder = shipped_folders()[V3_2011]
    assert (find_edition(V3_2011).folder, find_edition(V3_2011).is_shipped) == (folder, True)
    assert (find_edition(str(folder)).folder, find_edition(str(folder)).is_shipped) == (folder, False)
    assert open_edition(str(folder)).id == V3_2011


def test_a_misspelt_edition_is_answered_with_the_nearest() -> None:
    with pytest.raises(NotFound) as refused:
        open_edition("itss/v3-2001")
    assert refused.value.suggestions == (V3_2011,)
    assert refused.value.text.en.endswith(f'Did you mean "{V3_2011}"?')
    assert refused.value.text.ja.endswith(f"「{V3_2011}」のことでしょうか。")


def test_an_edition_that_is_like_none_is_answered_with_all_of_them() -> None:
    with pytest.raises(NotFound) as refused:
        find_edition("xyzzy")
    assert refused.value.suggestions == (V3_2011, V3_2008)
    assert f"{V3_2011}, {V3_2008}" in refused.value.text.en


def test_a_folder_that_is_no_standard_is_refused_with_its_problems(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as refused:
        open_edition(str(tmp_path))
    assert len(refused.value.problems) == 1
    assert "cannot be read as a standard" in refused.value.text.en


def test_each_category_is_kept_in_the_newest_edition_that_has_it() -> None:
    newest = newest_of_each_category([edition(V3_2008), edition(V3_2011)])
    assert [(each.id, list(each.categories)) for each in newest] == [
        (V3_2011, ["customer-service", "levels-1-2"]),
        (V3_2008, ["sales"]),
    ]
    assert {cell.category for cell in newest[1].indicators.values()} == {"sales"}


def test_the_categories_of_another_standard_are_kept_too() -> None:
    other = replace(small.edition(), standard="acme", order=1)
    newest = newest_of_each_category([other, edition(V3_2008), edition(V3_2011)])
    assert [each.id for each in newest] == [V3_2011, V3_2008, "acme/1"]


def test_an_edition_with_nothing_new_is_left_out() -> None:
    older = replace(edition(V3_2011), id="itss/older", order=1)
    assert [each.id for each in newest_of_each_category([older, edition(V3_2011)])] == [V3_2011]


def test_an_edition_is_restricted_to_some_of_its_categories() -> None:
    sales = restrict(small.edition(), ["sales"])
    assert (list(sales.categories), list(sales.indicators)) == (
        ["sales"],
        ["acme/1/sales/gamma/3", "acme/1/sales/gamma/2"],
    )
