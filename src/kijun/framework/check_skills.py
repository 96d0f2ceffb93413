"""Do the flags of an edition touch skill items that it has?"""

from __future__ import annotations

from kijun.framework.edition import Edition
from kijun.problem.reading import Value
from kijun.text import Text

_ITEM = Text(ja="スキル項目", en="skill item")
_SKILLS = "/skills"
_SHOWN = "EDITION/CATEGORY/skills, EDITION/CATEGORY/FIELD/skills/ITEM"


def check_touches(flags: Value, edition: Edition) -> None:
    """Report each path that a flag touches among the skills and that the edition does not have.

    A flag touches a skill item, or the skill area of a category: its overview. Whatever else it touches is not looked at.
    """
    known = [*(f"{category.path}{_SKILLS}" for category in edition.categories.values()), *edition.skills]
    for position, flag in enumerate(edition.flags.values()):
        for place, path in enumerate(flag.touches):
            if f"{_SKILLS}/" in f"{path}/" and path not in known:
                near = flags.reading.suggest(path, known)
                where = (*flags.path, position, "touches", place)
                flags.reading.report("K104", where, suggestion=near, kind=_ITEM, word=path, known=_SHOWN)
