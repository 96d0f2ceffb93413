"""What is somebody of a level able to do, said as one sentence?

The standard prints a sentence for each; here it is made again, in our own words, from who acts, where, and what.
"""

from __future__ import annotations

import re

from kijun.framework.skill import Proficiency, SkillItem
from kijun.framework.vocabulary import Vocabulary
from kijun.text import Text, inside, join

_AN = re.compile(r"(?!us|uni|eu|one)[aeiou]", re.IGNORECASE)


def phrase_proficiency(proficiency: Proficiency, words: Vocabulary) -> Text:
    """Return a proficiency as a sentence: the ability, in one of the roles, in the setting; what is not asked is left out."""
    ability = words.name("ability", proficiency.ability)
    asked = []
    if proficiency.roles:
        roles = _roles(proficiency.roles, words)
        asked.append(Text(ja=f"{roles.ja}として、", en=f"as {roles.en}"))
    if proficiency.setting is not None:
        setting = words.name("setting", proficiency.setting)
        asked.append(Text(ja=f"{setting.ja}で、", en=f"for {inside(setting).en}"))
    before = join(asked, ja="")
    return Text(ja=f"{before.ja}{ability.ja}", en=f"{before.en}: {ability.en}" if asked else ability.en)


def phrase_group(item: SkillItem) -> Text:
    """Return whether an item is common to the category or specific to its field."""
    return COMMON if item.is_common else SPECIFIC


COMMON = Text(ja="職種共通スキル項目", en="common to the category")
SPECIFIC = Text(ja="専門分野固有スキル項目", en="specific to the field")


def _roles(roles: tuple[str, ...], words: Vocabulary) -> Text:
    names = [_with_article(role, words) for role in roles]
    return join(names, ja="または", en=" or ")


def _with_article(role: str, words: Vocabulary) -> Text:
    """Return the name of a role as it stands in a sentence: of the highest rank there is one, of the others there are many."""
    name = words.name("title" if role in words.terms["title"] else "role", role)
    title = words.terms["title"].get(role)
    rank = title.of if title is not None else role
    highest = max(words.terms["role"].values(), key=lambda each: each.order, default=None)
    en = inside(name).en
    if highest is not None and rank == highest.id:
        return Text(ja=name.ja, en=f"the {en}")
    return Text(ja=name.ja, en=f"{'an' if _AN.match(en) else 'a'} {en}")
