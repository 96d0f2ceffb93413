"""May a record rate the items of every edition at hand, and does it learn what the edition asked for lacks?"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from kijun.catalogue.record_skills import lacking_items, rated_items
from kijun.framework.edition import Edition
from kijun.framework.skill import Former
from kijun.text import same
from tests.framework.small_skills import item, knowledge, skilled, skills_file

SMALL = skilled()


def newer(*items: Any, **changes: Any) -> Edition:
    """Return a later edition of the small standard with these items."""
    file = {**skills_file(), "items": list(items), "overview": []}
    return replace(skilled(file), **{"id": "acme/2", "name": same("Acme 2"), **changes})


def test_an_item_is_rated_by_its_field_or_for_every_field_where_it_is_common() -> None:
    assert set(rated_items([SMALL])) == {
        "service/alpha/trust",
        "service/beta/trust",
        "service/trust",
        "service/alpha/wiring",
        "service/beta/roofing",
    }
    assert rated_items([]) == {}


def test_an_item_is_named_by_the_first_edition_and_joins_scales_levels_and_knowledge_of_all() -> None:
    other = newer(
        item("alpha", "wiring", 1, name="Wires", headed=[3, 1], knowledge=[knowledge("words", 2), knowledge("songs", 3)],
             proficiencies=[{"level": 1, "line": 4, "ability": "leads"}]),
        levels=(1, 2, 3, 4),
    )  # fmt: skip
    joined = rated_items([other, SMALL])["service/alpha/wiring"]
    assert joined.name == same("Wires")
    assert joined.scales == {"acme/2": 4, "acme/1": 3}
    assert joined.levels == (1, 2, 3)
    assert set(joined.knowledge) == {"words", "deeds", "songs"}


def test_an_edition_lacks_what_only_another_one_has() -> None:
    other = newer(item("alpha", "trust", 1, common=True))
    lacking = lacking_items([other, SMALL], {"acme/2"})
    assert set(lacking) == {"service/alpha/wiring", "service/wiring", "service/beta/roofing", "service/roofing", "service/beta/trust"}  # fmt: skip
    found = lacking["service/alpha/wiring"]
    assert (found.asked, found.had_by) == (same("Acme 2"), SMALL.name)
    assert "Nothing there is known to be the same" in found.called.en
    assert "同じものは見つかりません" in found.called.ja
    assert lacking_items([other, SMALL], {"acme/1"}) == {}
    assert lacking_items([other, SMALL], set()) == {}


def test_an_item_that_one_of_the_editions_asked_for_has_is_not_lacking() -> None:
    other = newer(item("alpha", "trust", 1, common=True))
    assert lacking_items([other, SMALL], {"acme/1", "acme/2"}) == {}
    assert lacking_items([other, SMALL, SMALL], {"acme/1"}) == {}


def test_an_edition_without_skill_items_of_the_category_lacks_none() -> None:
    assert lacking_items([newer(), SMALL], {"acme/2"}) == {}


def test_a_common_item_lacks_nowhere_where_some_field_has_it() -> None:
    assert "service/trust" not in lacking_items([newer(item("beta", "trust", 1)), SMALL], {"acme/2"})


def test_what_the_newer_edition_says_an_item_was_is_named_from_either_side() -> None:
    other = newer(item("alpha", "leads", 1, name="Leads", was={"id": "wiring", "reason": "Leads are wires."}))
    for editions in ([other, SMALL], [SMALL, other]):
        assert 'In Acme 2 it is "Leads" (service/alpha/leads)' in lacking_items(editions, {"acme/2"})["service/alpha/wiring"].called.en  # fmt: skip
        back = lacking_items(editions, {"acme/1"})["service/alpha/leads"].called
        assert 'In Acme it is "The wiring" (service/alpha/wiring). Rate it under that name too' in back.en
        assert "社内標準では「wiringの名」(service/alpha/wiring)です。" in back.ja


def test_an_item_that_moved_to_another_field_is_named_there() -> None:
    other = newer(item("beta", "wiring", 1))
    called = lacking_items([other, SMALL], {"acme/2"})["service/alpha/wiring"].called
    assert "service/beta/wiring" in called.en


def test_what_an_item_was_counts_in_its_own_field_first() -> None:
    was = Former(id="wiring", reason=same("same"))
    other = newer(item("beta", "wiring", 1), item("alpha", "leads", 2))
    skills = {path: replace(each, was=was) if each.id == "leads" else each for path, each in other.skills.items()}
    called = lacking_items([replace(other, skills=skills), SMALL], {"acme/2"})["service/alpha/wiring"].called
    assert "service/alpha/leads" in called.en
