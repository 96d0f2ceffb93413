"""Does what is raised say itself in both languages, with what its reader needs?"""

from __future__ import annotations

import pytest

from kijun.errors import BadInput, BadPolicy, KijunError, NotFound
from kijun.text import Text

SAYING = Text(ja="ありません", en="not here")


@pytest.mark.parametrize("error", [NotFound(SAYING), BadInput(SAYING), BadPolicy(SAYING)])
def test_whatever_is_raised_can_be_handled_as_one_and_says_itself_in_both_languages(error: KijunError) -> None:
    assert isinstance(error, KijunError)
    assert (error.text, str(error)) == (SAYING, "not here")


def test_a_name_that_nothing_has_comes_with_suggestions() -> None:
    assert NotFound(SAYING, suggestions=["hardware"]).suggestions == ("hardware",)
    assert NotFound(SAYING).suggestions == ()


def test_bad_input_lists_its_problems() -> None:
    assert BadInput(SAYING, problems=["first", "second"]).problems == ("first", "second")
    assert BadInput(SAYING).problems == ()
