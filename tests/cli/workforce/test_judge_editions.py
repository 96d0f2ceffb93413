"""Are the editions in which a workforce is judged resolved as they are for one person?"""

from __future__ import annotations

from kijun.cli.workforce.judge_editions import resolve_asked
from kijun.judgement.record_judgement import judge_editions
from tests.builders import ON, edition, person
from tests.framework.small import edition as small

_ALL_ITEMS = {"proficiency.decides": "all-items"}


def test_an_edition_without_skill_items_keeps_its_own_answer_beside_one_that_has_some() -> None:
    asked = [edition(), small()]
    found = [each.policy for each in resolve_asked(asked, _ALL_ITEMS)]
    assert [each["proficiency.decides"] for each in found] == ["all-items", "reported"]
    assert found == [each.edition.policy for each in judge_editions(asked, person(), on=ON, policy=_ALL_ITEMS).editions]
