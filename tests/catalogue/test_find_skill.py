"""Is a skill item found by its id and its name in either language, and suggested where it is misspelt?"""

from __future__ import annotations

import pytest

from kijun.catalogue.find_skill import find_skills, names_skills
from kijun.catalogue.installed import shipped_editions
from kijun.errors import NotFound

HARDWARE = "itss/v3-2011/customer-service/hardware"
SOFTWARE = "itss/v3-2011/customer-service/software"


def found(name: str) -> tuple[str, str]:
    thing = find_skills(name, shipped_editions())
    return thing.kind, thing.path


@pytest.mark.parametrize(
    ("name", "path"),
    [
        (f"{HARDWARE}/skills/technology", f"{HARDWARE}/skills/technology"),
        ("hardware/skills/technology", f"{HARDWARE}/skills/technology"),
        ("hardware/skills/Technology", f"{HARDWARE}/skills/technology"),
        ("ハードウェア/SKILLS/テクノロジ", f"{HARDWARE}/skills/technology"),
        (" ﾊｰﾄﾞｳｪｱ / ｓｋｉｌｌｓ / ﾃｸﾉﾛｼﾞ ", f"{HARDWARE}/skills/technology"),
        ("software/skills/一次対応／二次対応", f"{SOFTWARE}/skills/primary-and-secondary-response"),
        ("software/skills/一次対応/二次対応", f"{SOFTWARE}/skills/primary-and-secondary-response"),
        ("v3-2008/customer-service/hardware/skills/technology", "itss/v3-2008/customer-service/hardware/skills/technology"),
        ("facility-management/skills/facility management", "itss/v3-2008/customer-service/facility-management/skills/facility-management"),
        ("skills/fault-repair", f"{HARDWARE}/skills/fault-repair"),
        ("customer-service/skills/障害修理", f"{HARDWARE}/skills/fault-repair"),
    ],
)  # fmt: skip
def test_an_item_is_found_by_its_path_its_end_and_its_names(name: str, path: str) -> None:
    assert found(name) == ("skill", path)


@pytest.mark.parametrize(
    ("name", "thing"),
    [
        ("hardware/skills", ("field", HARDWARE)),
        ("hardware/skills/", ("field", HARDWARE)),
        ("カスタマサービス/skills", ("category", "itss/v3-2011/customer-service")),
        ("itss/v3-2008/skills", ("edition", "itss/v3-2008")),
        ("skills", ("edition", "itss/v3-2011")),
    ],
)
def test_without_an_item_the_name_means_all_of_them(name: str, thing: tuple[str, str]) -> None:
    assert found(name) == thing


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("hardware/skills/tecnology", f"{HARDWARE}/skills/technology"),
        ("hardware/skills/テクノロジー", f"{HARDWARE}/skills/technology"),
        ("v3-2008/customer-service/hardware/skills/hardware tecnology", "itss/v3-2008/customer-service/hardware/skills/hardware-technology"),
        ("hardwear/skills/technology", HARDWARE),
        ("hardwear/skills", HARDWARE),
    ],
)  # fmt: skip
def test_a_misspelt_name_gets_a_suggestion(name: str, near: str) -> None:
    with pytest.raises(NotFound) as refused:
        found(name)
    assert list(refused.value.suggestions) == [near]
    assert near in refused.value.text.ja
    assert near in refused.value.text.en


def test_a_name_that_resembles_nothing_is_told_where_to_look() -> None:
    with pytest.raises(NotFound, match="--skills") as refused:
        found("hardware/skills/☃")
    assert list(refused.value.suggestions) == []


def test_an_item_of_several_fields_is_not_guessed() -> None:
    with pytest.raises(NotFound) as refused:
        found("skills/leadership")
    assert len(refused.value.suggestions) == 4
    assert f"{SOFTWARE}/skills/leadership" in refused.value.text.ja


def test_a_field_without_skill_items_has_none_of_that_name() -> None:
    with pytest.raises(NotFound, match="no skill item"):
        found("consulting-sales/skills/technology")


@pytest.mark.parametrize(("name", "is_so"), [("hardware/skills", True), ("SKILLS / x", True), ("hardware/5", False)])
def test_a_name_speaks_of_skills_where_a_segment_says_so(name: str, is_so: bool) -> None:
    assert names_skills(name) is is_so
