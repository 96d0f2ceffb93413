"""Is the thing found that a name means, in either language, and is a misspelt one helped?"""

from __future__ import annotations

import pytest

from kijun.catalogue.find import find, find_level, things
from kijun.errors import NotFound
from tests.builders import V3_2008, V3_2011
from tests.builders import edition as shipped
from tests.framework.small import edition

NEW, OLD = shipped(V3_2011), shipped(V3_2008)
HARDWARE = f"{V3_2011}/customer-service/hardware"


@pytest.mark.parametrize(
    ("name", "kind", "path"),
    [
        (V3_2011, "edition", V3_2011),
        (f"{V3_2011}/customer-service", "category", f"{V3_2011}/customer-service"),
        ("customer-service", "category", f"{V3_2011}/customer-service"),
        ("hardware", "field", HARDWARE),
        ("Hardware", "field", HARDWARE),
        ("ハードウェア", "field", HARDWARE),
        ("ﾊｰﾄﾞｳｪｱ", "field", HARDWARE),
        ("ハードウェア/5", "cell", f"{HARDWARE}/5"),
        ("Hardware / 5", "cell", f"{HARDWARE}/5"),
        ("カスタマサービス/ハードウェア/５/size", "part", f"{HARDWARE}/5/size"),
        ("hardware/7", "cell", f"{HARDWARE}/7"),
        ("/hardware/5/", "cell", f"{HARDWARE}/5"),
        ("sales/product-sales", "field", f"{V3_2008}/sales/product-sales"),
    ],
)
def test_a_name_is_a_path_or_the_end_of_one_with_ids_or_names(name: str, kind: str, path: str) -> None:
    found = find(name, [NEW, OLD])
    assert (found.kind, found.path) == (kind, path)


def test_the_first_edition_that_has_it_is_meant() -> None:
    assert find("hardware/5", [OLD, NEW]).edition is OLD


def test_only_the_kinds_that_are_asked_for_are_found() -> None:
    with pytest.raises(NotFound):
        find("hardware", [NEW], kinds=frozenset({"cell"}))
    assert find("hardware/5", [NEW], kinds=frozenset({"cell"})).kind == "cell"


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("hardwear", HARDWARE),
        ("hardwear/5", f"{HARDWARE}/5"),
        ("ハードウエア/5", f"{HARDWARE}/5"),
        ("customer-servise/hardware", HARDWARE),
    ],
)
def test_a_misspelt_name_is_answered_with_the_nearest_path(name: str, near: str) -> None:
    with pytest.raises(NotFound) as refused:
        find(name, [NEW])
    assert refused.value.suggestions == (near,)
    assert refused.value.text.en == f'"{name}" was not found. Did you mean "{near}"?'
    assert refused.value.text.ja == f"「{name}」は見つかりません。「{near}」のことでしょうか。"


def test_a_name_that_is_like_none_is_answered_with_what_to_do() -> None:
    with pytest.raises(NotFound) as refused:
        find("xyzzy", [NEW])
    assert refused.value.suggestions == ()
    assert refused.value.text.en == '"xyzzy" was not found. `kijun list` shows what there is.'
    assert refused.value.text.ja == "「xyzzy」は見つかりません。`kijun list`で一覧を見られます。"


def test_a_name_that_means_several_things_is_answered_with_all_or_the_first_of_them() -> None:
    with pytest.raises(NotFound) as few:
        find("5", [NEW])
    assert len(few.value.suggestions) == 4
    assert few.value.text.en.endswith("itss/v3-2011/customer-service/facility-management/5, "
                                      "itss/v3-2011/levels-1-2/common/5. Write one of them.")  # fmt: skip
    with pytest.raises(NotFound) as many:
        find("size", [NEW])
    assert len(many.value.suggestions) == 5
    assert " and 9 more. Write one of them." in many.value.text.en
    assert "、ほか9件。どれかを書いてください。" in many.value.text.ja


def test_everything_that_has_a_path_comes_from_the_whole_to_its_parts() -> None:
    found = list(things(edition()))
    assert [thing.path for thing in found[:4]] == ["acme/1", "acme/1/service", "acme/1/sales", "acme/1/service/alpha"]
    assert {thing.kind: sum(each.kind == thing.kind for each in found) for thing in found} == {
        "edition": 1,
        "category": 2,
        "field": 3,
        "cell": 9,
        "part": 36,
    }


@pytest.mark.parametrize(
    ("words", "level"), [("5", 5), (" ５ ", 5), ("レベル5", 5), ("LEVEL 5", 5), ("8", None), ("", None)]
)
def test_a_level_is_found_by_its_number_or_its_name_in_any_width_and_case(words: str, level: int | None) -> None:
    assert find_level(words, NEW) == level
