"""Are values compared as they are meant, also where the two vocabularies do not agree?"""

from __future__ import annotations

from typing import Any

from kijun.framework.compare.values import Place, numbers, options, steps
from kijun.text import Text, same
from tests.framework.compare.compared import line
from tests.framework.small import edition, term, vocabulary_files

ABOUT = ("role", Text(ja="役割", en="role"))


def place(old: Any = None, new: Any = None) -> Place:
    """Return a place in two editions with these ranks."""
    return Place(path="a", old=None, new=None, old_words=_ranks(old), new_words=_ranks(new))


def _ranks(ranks: Any) -> Any:
    words = vocabulary_files()
    if ranks is not None:
        words["roles"]["ranks"] = ranks
    return edition(vocabulary=words).vocabulary if ranks is None else _vocabulary(words)


def _vocabulary(words: Any) -> Any:
    from kijun.framework.parse_vocabulary import parse_vocabulary  # noqa: PLC0415
    from tests.framework.small import value  # noqa: PLC0415

    return parse_vocabulary({name: value(raw) for name, raw in words.items()})


def step(old: str, new: str, where: Place) -> str:
    [change] = steps(where, ABOUT, "role", old, new)
    return line(change)


def test_a_step_that_both_editions_place_higher_is_raised() -> None:
    assert step("member", "leader", place()) == "raised role: the member -> the leader (harder)"


def test_a_step_that_only_one_edition_knows_is_placed_by_that_edition() -> None:
    new = [term("member", order=1), term("deputy", order=2), term("leader", order=3)]
    assert step("leader", "deputy", place(new=new)) == "lowered role: the leader -> the deputy (easier)"


def test_steps_that_the_editions_order_otherwise_have_changed() -> None:
    turned = [term("leader", order=1), term("member", order=2)]
    assert step("member", "leader", place(new=turned)) == "changed role: the member -> the leader"


def test_a_step_that_no_edition_places_has_changed() -> None:
    assert step("member", "boss", place()) == "changed role: the member -> boss"


def test_a_number_that_was_not_asked_is_raised_from_nothing() -> None:
    [change] = numbers(place(), ABOUT, None, 2, words=(same("none"), same("two")))
    assert line(change) == "raised role: none -> two (harder)"
    assert list(numbers(place(), ABOUT, 2, 2)) == []


def test_a_word_brings_the_note_of_its_vocabulary() -> None:
    words = vocabulary_files()
    words["areas"]["areas"][0]["note"] = "Not the trade."
    at = Place(path="a", old=None, new=None, old_words=_vocabulary(words), new_words=_vocabulary(vocabulary_files()))
    [change] = options(lambda _: at, ABOUT, "area", ["craft"], [])
    assert change.note is not None
    assert change.note.en == "Not the trade."
    assert (change.old.value, change.new.value) == ("craft", None)
