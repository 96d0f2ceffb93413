"""Is each change of a skill item found: items, their knowledge, their proficiencies, their names?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kijun.framework.compare.comparison import Change
from kijun.framework.compare.editions import compare
from kijun.framework.edition import Edition
from tests.framework.compare.compared import found, line
from tests.framework.small import edition, edition_file, term
from tests.framework.small_skills import item, knowledge, skilled, skills_file, words


def with_items(*items: Any, **changes: object) -> Edition:
    """Return the small standard with these skill items, and beta's own two."""
    return skilled(skills_file(items=[*items, *_beta()], overview=[], **changes))


def _beta() -> list[Any]:
    return [item("beta", "trust", 30, common=True)]


def _proficiency(level: int, ability: str = "leads", **more: object) -> Any:
    return {"level": level, "line": 23, "ability": ability, **more}


def of_item(old: Any, new: Any) -> list[str]:
    """Return what differs where one skill item of alpha is another one."""
    return found(with_items(old), with_items(new))


def test_an_item_is_added_with_its_knowledge_and_dropped_with_it() -> None:
    one, two = (
        with_items(item("alpha", "trust", 10)),
        with_items(item("alpha", "trust", 10), item("alpha", "tools", 20)),
    )
    assert found(one, two) == [
        "added item: - -> The tools (level 2, level 3)",
        "added knowledge: - -> The words",
        "added knowledge: - -> The deeds",
    ]
    assert found(two, one) == [
        "dropped item: The tools (level 2, level 3) -> -",
        "dropped knowledge: The words -> -",
        "dropped knowledge: The deeds -> -",
    ]


def test_what_only_one_edition_has_is_cited_where_the_items_of_the_other_begin() -> None:
    one, two = (
        with_items(item("alpha", "trust", 10)),
        with_items(item("alpha", "trust", 10), item("alpha", "tools", 20)),
    )
    added, word, _ = compare(one, two).changes
    assert (str(added.old.citation), str(added.new.citation)) == ("d1:10", "d1:20")
    assert (str(word.old.citation), str(word.new.citation)) == ("d1:10", "d1:21")
    assert (added.path, word.path) == ("service/alpha/skills/tools", "service/alpha/skills/tools")


def test_an_item_without_a_proficiency_is_named_without_levels() -> None:
    bare = item("alpha", "tools", 20, proficiencies=[], knowledge=[])
    assert found(with_items(item("alpha", "trust", 10)), with_items(item("alpha", "trust", 10), bare)) == [
        "added item: - -> The tools"
    ]


def test_a_former_name_is_the_same_thing_for_the_reason_given_whichever_edition_says_so() -> None:
    cables = item("alpha", "cables", 20)
    wires = item("alpha", "wiring", 20, was={"id": "cables", "reason": "Cables are wires."})
    for old, new in ((cables, wires), (wires, cables)):
        [change] = compare(with_items(old), with_items(new)).changes
        assert change.kind.value == "renamed"
        assert (change.old.value, change.new.value) == (old["id"], new["id"])
        assert change.reason is not None
        assert change.reason.en == "Cables are wires."
        assert (change.old.path, change.new.path) == (
            f"service/alpha/skills/{old['id']}",
            f"service/alpha/skills/{new['id']}",
        )


def test_the_same_id_is_the_same_thing_before_a_former_name_is() -> None:
    cables = item("alpha", "cables", 20)
    wires = item("alpha", "wiring", 24, was={"id": "cables", "reason": "Cables are wires."}, knowledge=[])
    [change] = compare(with_items(cables), with_items(cables, wires)).changes
    assert line(change) == "added item: - -> The wiring (level 2, level 3)"
    assert change.reason is not None
    assert change.reason.en == "Cables are wires."


def test_a_name_that_is_printed_otherwise_in_one_language_is_a_new_name() -> None:
    assert of_item(item("alpha", "trust", 10), {**item("alpha", "trust", 10), "name": "Faith"}) == [
        "renamed item: The trust -> Faith"
    ]


def test_a_translation_beside_a_name_that_is_printed_in_another_language_is_not_compared() -> None:
    old = with_items(item("alpha", "trust", 10))
    assert _named_faith_in("en", old) == []
    assert _named_faith_in("ja", old) == ["renamed item: The trust -> Faith"]


def _named_faith_in(language: str, old: Edition) -> list[str]:
    """Return what differs where another document, in a language, calls an item otherwise in both languages."""
    about = edition_file()
    about["documents"]["d3"] = {**about["documents"]["d1"], "language": language}
    faith = {**item("alpha", "trust", 10), "name": {"ja": "信", "en": "Faith"}}
    new = skilled(skills_file(document="d3", items=[faith, *_beta()], overview=[]), edition=about)
    return found(old, new)


def test_a_knowledge_item_comes_goes_and_takes_another_name() -> None:
    songs = knowledge("songs", 12, was={"id": "deeds", "reason": "Deeds are sung."})
    assert of_item(
        item("alpha", "trust", 10),
        item("alpha", "trust", 10, knowledge=[songs, knowledge("tales", 13)]),
    ) == [
        "renamed knowledge: The deeds -> The songs",
        "added knowledge: - -> The tales",
        "dropped knowledge: The words -> -",
    ]


def test_the_order_of_items_and_of_their_knowledge_says_nothing() -> None:
    turned = item("alpha", "trust", 10, knowledge=[knowledge("deeds", 12), knowledge("words", 11)])
    tools = item("alpha", "tools", 20)
    assert found(with_items(item("alpha", "trust", 10), tools), with_items(tools, turned)) == []


def test_a_knowledge_item_that_stands_under_another_item_has_moved() -> None:
    trust, tools = item("alpha", "trust", 10), item("alpha", "tools", 20, knowledge=[])
    less = item("alpha", "trust", 10, knowledge=[knowledge("words", 11)])
    more = item("alpha", "tools", 20, knowledge=[knowledge("deeds", 22)])
    old, new = with_items(trust, tools), with_items(less, more)
    [change] = compare(old, new).changes
    assert line(change) == "moved knowledge: The deeds (The trust) -> The deeds (The tools)"
    assert (change.old.path, change.new.path) == ("service/alpha/skills/trust", "service/alpha/skills/tools")
    assert (str(change.old.citation), str(change.new.citation)) == ("d1:12", "d1:22")
    assert found(new, old) == ["moved knowledge: The deeds (The tools) -> The deeds (The trust)"]


def test_a_knowledge_item_that_stays_under_its_item_and_comes_to_another_has_not_moved() -> None:
    more = item("alpha", "tools", 20, knowledge=[knowledge("deeds", 22)])
    old = with_items(item("alpha", "trust", 10), item("alpha", "tools", 20, knowledge=[]))
    assert found(old, with_items(item("alpha", "trust", 10), more)) == ["added knowledge: - -> The deeds"]


def test_common_and_specific_and_the_levels_headed_are_compared() -> None:
    assert of_item(item("alpha", "trust", 10), item("alpha", "trust", 10, common=True, headed=[3, 2])) == [
        "changed common: specific to the field -> common",
        "changed headed: level 1, level 2, level 3 -> level 2, level 3",
    ]


def test_a_level_that_was_blank_is_not_one_that_was_never_headed() -> None:
    three = [_proficiency(3)]
    both = [_proficiency(3), _proficiency(2, "helps", roles=["member"], setting="none")]
    assert of_item(item("alpha", "trust", 10, proficiencies=three), item("alpha", "trust", 10, proficiencies=both)) == [
        "added proficiency: headed but blank -> helps"
    ]
    unheaded = item("alpha", "trust", 10, proficiencies=three, headed=[3])
    assert of_item(item("alpha", "trust", 10, proficiencies=both), unheaded) == [
        "changed headed: level 1, level 2, level 3 -> level 3",
        "dropped proficiency: helps -> -",
    ]


def test_a_proficiency_is_compared_in_ability_roles_and_setting() -> None:
    other = [
        _proficiency(3, "helps", roles=["alpha-leader"], setting="none"),
        _proficiency(2, "helps", roles=["member"], setting="town"),
    ]
    comparison = compare(
        with_items(item("alpha", "trust", 10)), with_items(item("alpha", "trust", 10, proficiencies=other))
    )
    assert [line(change) for change in comparison.changes] == [
        "changed ability: leads -> helps",
        "dropped skill-roles: the alpha-responsible -> -",
        "dropped setting: A town -> -",
        "added setting: - -> A town",
    ]
    assert _abouts(comparison.changes)[0] == "level 3 ability"
    assert not any(change.is_examined for change in comparison.changes)


def test_another_setting_has_changed() -> None:
    vocabulary = words()
    vocabulary["settings"]["settings"].append(term("world"))
    other = [_proficiency(3, setting="world"), _proficiency(2, "helps", roles=["member"], setting="none")]
    new = edition(
        vocabulary=vocabulary,
        skills=[skills_file(items=[item("alpha", "trust", 10, proficiencies=other), *_beta()], overview=[])],
    )
    assert found(with_items(item("alpha", "trust", 10)), new) == ["changed setting: A town -> The world"]


def _abouts(changes: Sequence[Change]) -> list[str]:
    return [change.about.en for change in changes]


def test_skills_that_the_documents_of_one_edition_do_not_hold_are_not_comparable() -> None:
    elsewhere = edition_file()
    elsewhere["documents"]["d3"] = elsewhere["documents"]["d2"]
    new = skilled(skills_file(document="d3", items=[item("alpha", "trust", 10)], overview=[]), edition=elsewhere)
    [change] = compare(edition(), new).changes
    assert line(change) == "not comparable skills: - -> 1 skill item"
    assert change.path == "service/alpha/skills"
    assert change.reason is not None
    assert "no skill items of this field" in change.reason.en


def test_skills_that_a_document_of_both_editions_holds_are_dropped() -> None:
    only = skilled(skills_file(items=[item("alpha", "trust", 10, knowledge=[])], overview=[]))
    assert found(only, edition()) == ["dropped item: The trust (level 2, level 3) -> -"]


def test_the_note_on_the_mark_is_compared_where_both_editions_have_skills() -> None:
    trust = item("alpha", "trust", 10)
    other = {"about": "Marked with a circle.", "citation": {"line": 98}}
    [change] = compare(with_items(trust), with_items(trust, note=other)).changes
    assert line(change) == "changed skill-note: Marked elsewhere. -> Marked with a circle."
    assert (change.path, str(change.old.citation), str(change.new.citation)) == ("service/skills", "d1:99", "d1:98")
    bare = skilled(
        {key: each for key, each in skills_file(items=[trust, *_beta()], overview=[]).items() if key != "note"}
    )
    assert found(with_items(trust), bare) == ["dropped skill-note: Marked elsewhere. -> -"]
    assert found(bare, with_items(trust)) == ["added skill-note: - -> Marked elsewhere."]
