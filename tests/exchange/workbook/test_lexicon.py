"""Which word is meant by what somebody wrote?"""

from __future__ import annotations

from kijun.exchange.workbook.cell_words import split_words
from kijun.exchange.workbook.lexicon import lexicon
from kijun.text import Text, same

_NAMES = {
    "a": Text(ja="設計、施工", en="Design, construction"),
    "b": Text(ja="設計", en="Design"),
    "c": Text(ja="保全", en="Upkeep"),
}


def test_names_that_are_shared_are_shown_with_what_tells_them_apart() -> None:
    known = lexicon({"x/a": same("Network"), "y/a": same("network"), "z": same("Server")}, {"x/a": same("Sales")})
    assert [known.label(word, "en") for word in ("x/a", "y/a", "z")] == ["Network (Sales)", "network (y/a)", "Server"]
    assert known.find("network (sales)") == ("x/a",)
    assert known.find("Network (x/a)") == ("x/a",)
    assert known.find("network") == ("x/a", "y/a")


def test_a_word_that_no_edition_has_is_shown_as_it_is() -> None:
    assert lexicon(_NAMES).label("help-desk", "ja") == "help-desk"


def test_an_id_goes_before_a_name() -> None:
    known = lexicon({"design": same("Plan"), "plan": same("Design")})
    assert known.find("design") == ("design",)
    assert known.label("plan", "en") == "plan"


def test_the_longest_name_that_fits_is_taken() -> None:
    known = lexicon(_NAMES)
    assert split_words("保全、設計、施工、b", known) == ["保全", "設計、施工", "b"]
    assert split_words("design, construction; upkeep", known) == ["design, construction", "upkeep"]
    assert split_words("設計、保全、不明、", known) == ["設計", "保全", "不明"]


def test_a_cell_of_commas_costs_no_time_worth_mentioning() -> None:
    assert len(split_words("x、" * 16_000, lexicon(_NAMES))) == 101
