"""Is what differs outside the cells found: levels, categories, fields, policies, names of words?"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from kijun.citation import Citation
from kijun.framework.compare.editions import compare
from kijun.framework.edition import Edition
from kijun.text import Text
from tests.framework.compare.compared import found, line
from tests.framework.small import (
    edition,
    edition_file,
    indicator_files,
    point,
    policy_file,
    structure_file,
    vocabulary_files,
)
from tests.framework.small import field as small_field


def structured(change: Any) -> Edition:
    """Return the small standard with its structure changed by a function."""
    structure = structure_file()
    change(structure)
    return edition(structure=structure)


def without_sales(**changes: object) -> Edition:
    structure, files = structure_file(), indicator_files()
    structure["categories"].pop()
    return edition(**{"structure": structure, "indicators": files[:2], **changes})


def test_a_category_whose_document_the_other_edition_has_is_dropped_or_added() -> None:
    assert found(edition(), without_sales()) == ["dropped category: Sales -> -"]
    assert found(without_sales(), edition()) == ["added category: - -> Sales"]


def test_a_category_of_which_the_other_edition_holds_no_document_is_not_comparable() -> None:
    about = edition_file()
    about["documents"].pop("d2")
    [change] = compare(edition(), without_sales(edition=about)).changes
    assert line(change) == "not comparable category: Sales -> -"
    assert change.reason is not None
    assert change.reason.en == "not in the documents at hand of acme/1 (d1)"
    [back] = compare(without_sales(edition=about), edition()).changes
    assert (line(back), back.reason) == ("not comparable category: - -> Sales", change.reason)


def test_a_field_is_dropped_and_added_and_cited_by_its_category_where_it_is_not() -> None:
    structure, files = structure_file(), indicator_files()
    structure["categories"][0]["fields"].pop()
    new = edition(structure=structure, indicators=[files[0], files[2]])
    [change] = compare(edition(), new).changes
    assert line(change) == "dropped field: Beta -> -"
    assert (change.path, str(change.old.citation), str(change.new.citation)) == ("service/beta", "d1:1", "d1:2")
    assert found(new, edition()) == ["added field: - -> Beta"]


def test_categories_and_fields_that_are_called_otherwise_are_renamed() -> None:
    def change(structure: Any) -> None:
        structure["categories"][0]["name"] = "Care"
        structure["categories"][0]["fields"] = [
            small_field("alpha", summary="First.") | {"name": "First"},
            small_field("beta", missing_from_source=[1]),
        ]

    assert found(edition(), structured(change)) == ["renamed name: Service -> Care", "renamed name: Alpha -> First"]


def test_the_phases_of_a_category_and_how_engagements_belong_to_its_fields_are_compared() -> None:
    def change(structure: Any) -> None:
        category = structure["categories"][0]
        category["engagements_belong_by"] = "named-fields"
        category["phases"] = [{"id": "build", "name": "Build"}, {"id": "plan", "name": "Plan"}]
        category["activities"] = []

    assert found(edition(), structured(change)) == [
        "changed fields-named: the activities of an engagement -> the fields that an engagement names",
        "changed main-phase: Build (a main phase) -> Build (not a main phase)",
        "added phases: - -> Plan",
        "dropped phases: The run -> -",
    ]


def test_levels_are_dropped_and_called_otherwise() -> None:
    fewer = replace(edition(), levels=(2, 3))
    assert found(edition(), fewer) == ["dropped level: level 1 -> -"]
    assert found(fewer, edition()) == ["added level: - -> level 1"]
    named = replace(edition(), level_names={3: Text(ja="匠", en="master")})
    assert "renamed level-name: level 3 -> master" in found(edition(), named)


def test_a_policy_point_with_another_default_has_changed() -> None:
    policy = policy_file()
    policy[1] = point("bands.floor", "literal", "floor")
    assert found(edition(), edition(policy=policy)) == ["changed policy-default: floor -> literal"]


def test_the_reason_of_a_default_is_that_of_whoever_chose_it() -> None:
    policy = policy_file()
    policy[1] = {**point("bands.floor", "literal", "floor"), "reason": "We like bands."}
    old, new = edition(), edition(policy=policy)
    chosen = Citation(document="acme", line=7)
    points = {
        name: replace(each, chosen=chosen if name == "bands.floor" else None) for name, each in new.points.items()
    }
    own = replace(new, points=points)
    [change] = compare(old, own).changes
    assert change.reason is not None
    assert (change.reason.en, str(change.new.citation), change.old.citation) == ("We like bands.", "acme:7", None)
    [back] = compare(own, old).changes
    assert (back.reason, str(back.old.citation)) == (change.reason, "acme:7")


def test_a_default_that_a_number_stands_for_is_said_as_it_is() -> None:
    policy = [{**each, "default": "3"} if each["id"] == "some.means" else each for each in policy_file()]
    assert found(edition(), edition(policy=policy)) == ["changed policy-default: 1 -> 3"]


def test_a_policy_point_that_only_one_edition_has_is_added_or_dropped() -> None:
    old = edition()
    without = replace(old, points={name: each for name, each in old.points.items() if name != "some.means"})
    assert found(old, without) == ["dropped policy-point: Which? -> -"]
    assert found(without, old) == ["added policy-point: - -> Which?"]


def test_a_word_of_one_id_that_is_called_otherwise_is_renamed() -> None:
    words = vocabulary_files()
    words["areas"]["areas"][0]["name"] = "Handicraft"
    [change] = compare(edition(), edition(vocabulary=words)).changes
    assert (line(change), change.path) == ("renamed word: The craft -> Handicraft", "words/area/craft")
