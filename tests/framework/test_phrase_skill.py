"""Is a proficiency said as one natural sentence in both languages?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from kijun.framework.parse_vocabulary import parse_vocabulary
from kijun.framework.phrase_skill import COMMON, SPECIFIC, phrase_group, phrase_proficiency
from kijun.text import Text
from tests.framework.small import value, vocabulary_files
from tests.framework.small_skills import ALPHA, BETA, skilled, words

SMALL = skilled()
LEADS = SMALL.skills[f"{ALPHA}/skills/wiring"].proficiencies[3]


@pytest.mark.parametrize(
    ("roles", "setting", "ja", "en"),
    [
        ((), None, "率いる", "leads"),
        ((), "town", "町で、率いる", "for a town: leads"),
        (("member",), None, "memberの名として、率いる", "as a the member: leads"),
        (
            ("alpha-responsible", "alpha-leader"),
            "town",
            "alpha-responsibleの名またはalpha-leaderの名として、町で、率いる",
            "as the the alpha-responsible or a the alpha-leader, for a town: leads",
        ),
    ],
)
def test_what_is_not_asked_is_left_out(roles: tuple[str, ...], setting: str | None, ja: str, en: str) -> None:
    asked = replace(LEADS, roles=roles, setting=setting)
    assert phrase_proficiency(asked, SMALL.vocabulary) == Text(ja=ja, en=en)


@pytest.mark.parametrize(
    ("name", "rank", "said"),
    [
        ("Person responsible for service", "responsible", "the person responsible for service"),
        ("Team leader", "leader", "a team leader"),
        ("IT leader", "leader", "an IT leader"),
        ("Area leader", "leader", "an area leader"),
        ("User support leader", "leader", "a user support leader"),
    ],
)
def test_a_role_of_the_highest_rank_is_the_only_one(name: str, rank: str, said: str) -> None:
    roles = {**vocabulary_files()["roles"], "titles": [{"id": "alpha-leader", "name": name, "rank": rank}]}
    vocabulary = parse_vocabulary({name: value(raw) for name, raw in {**words(), "roles": roles}.items()})
    assert (
        phrase_proficiency(replace(LEADS, roles=("alpha-leader",), setting=None), vocabulary).en == f"as {said}: leads"
    )


def test_without_any_ranks_a_role_is_called_by_its_id() -> None:
    vocabulary = parse_vocabulary({"abilities": value(words()["abilities"])})
    asked = replace(LEADS, roles=("chief",), setting=None)
    assert phrase_proficiency(asked, vocabulary) == Text(ja="chiefとして、率いる", en="as a chief: leads")


def test_an_item_is_common_to_the_category_or_specific_to_its_field() -> None:
    assert phrase_group(SMALL.skills[f"{BETA}/skills/trust"]) == COMMON
    assert phrase_group(SMALL.skills[f"{BETA}/skills/roofing"]) == SPECIFIC
