"""Is a syntax error said in both languages, and one that is not known in the parser's own words?"""

from __future__ import annotations

from kijun.catalogue.syntax_words import say_syntax
from kijun.text import same


def test_what_the_parser_says_is_said_in_both_languages() -> None:
    said = say_syntax("Expecting value")
    assert (said.ja, said.en) == ("ここには値が来るはずである", "a value was expected")


def test_what_is_not_known_is_said_in_the_parsers_own_words() -> None:
    assert say_syntax("the moon is full") == same("the moon is full")
