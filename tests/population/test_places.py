"""Has each thing a bit of its own?"""

from __future__ import annotations

from kijun.population.places import ALL_ONES, BITS, Places


def places_of(*things: str) -> Places[str]:
    places: Places[str] = Places()
    for thing in things:
        places.place(thing)
    return places


def test_things_have_bits_in_the_order_in_which_they_are_named_and_a_thing_twice_has_one() -> None:
    assert places_of("a", "b", "a").placed() == [(0, 0, "a"), (0, 1, "b")]


def test_no_word_is_negative_and_none_holds_more_than_its_bits() -> None:
    places = places_of(*map(str, range(BITS + 1)))
    masks = places.mask(map(str, range(BITS + 1)))
    assert masks == {0: ALL_ONES, 1: 1}
    assert 0 < masks[0] < 2**63 - 1
    assert (places.words, len(places), len(list(places))) == (2, BITS + 1, BITS + 1)


def test_a_word_that_holds_none_of_the_things_is_left_out_of_a_mask() -> None:
    assert places_of(*map(str, range(BITS + 1))).mask([str(BITS)]) == {1: 1}


def test_a_word_that_is_just_full_needs_no_other_one() -> None:
    assert places_of(*map(str, range(BITS))).words == 1


def test_nothing_takes_no_word() -> None:
    assert (places_of().words, places_of().mask([])) == (0, {})
