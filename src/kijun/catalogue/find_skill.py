"""Which skill items does a name mean: hardware/skills/technology, or all of a field or a category (hardware/skills)?

What stands before `skills` is found as everywhere; the item is named by its id or in either language, in any width and
form of kana. An item's name may hold a slash.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from kijun.catalogue.find import Thing, find
from kijun.errors import NotFound
from kijun.framework.edition import Edition
from kijun.framework.skill import SkillItem
from kijun.problem.reading import nearest
from kijun.text import Text

SKILLS = "skills"
_HOLDERS = frozenset({"edition", "category", "field"})
_SHOWN = 5


def names_skills(name: str) -> bool:
    """Return whether a name speaks of skills: one of its segments is `skills`.

    >>> names_skills("hardware/skills/technology"), names_skills("hardware/5")
    (True, False)
    """
    return SKILLS in [segment.strip() for segment in _plain(name).split("/")]


def find_skills(name: str, editions: Iterable[Edition]) -> Thing:
    """Return what a name with the segment `skills` means: a skill item, or whose items they are.

    An edition that has the field, but not the item, is passed over for an older one that has it. Raises NotFound, with
    suggestions, where no edition has it, or where items of several fields have that name.
    """
    segments = [segment.strip() for segment in _plain(name).strip("/").split("/")]
    at = segments.index(SKILLS)
    holder, item = "/".join(segments[:at]), "/".join(segments[at + 1 :])
    known = list(editions)
    near: dict[str, str] = {}
    for edition in known:
        held = _held(holder, edition)
        if held is None:
            continue
        if not item:
            return held
        found = [each for each in _items_under(held) if item in _names(each)]
        if len(found) > 1:
            raise _ambiguous(name, [each.path for each in found])
        if found:
            return Thing(kind="skill", path=found[0].path, edition=edition)
        for each in _items_under(held):
            for word in _names(each):
                near.setdefault(word, each.path)
    if not near:
        find(holder, known, kinds=_HOLDERS)  # says what is wrong with what stands before
    raise _unknown(name, item, near)


def _held(holder: str, edition: Edition) -> Thing | None:
    if not holder:
        return Thing(kind="edition", path=edition.id, edition=edition)
    try:
        return find(holder, [edition], kinds=_HOLDERS)
    except NotFound:
        return None


def _items_under(held: Thing) -> list[SkillItem]:
    return [item for item in held.edition.skills.values() if item.path.startswith(f"{held.path}/")]


def _names(item: SkillItem) -> tuple[str, ...]:
    return tuple(_plain(word) for word in (item.id, item.name.ja, item.name.en))


def _ambiguous(name: str, paths: list[str]) -> NotFound:
    first = paths[:_SHOWN]
    return NotFound(
        Text(
            ja=f"「{name}」にあたるスキル項目がいくつもあります: {'、'.join(first)}。どれかを書いてください。",
            en=f'"{name}" may mean several skill items: {", ".join(first)}. Write one of them.',
        ),
        suggestions=first,
    )


def _unknown(name: str, item: str, near: dict[str, str]) -> NotFound:
    meant = nearest(item, near)
    path = near[meant] if meant else None
    return NotFound(
        Text(
            ja=f"「{name}」というスキル項目は見つかりません。"
            + (f"「{path}」のことでしょうか。" if path else "`kijun show FIELD --skills`で一覧を見られます。"),
            en=f'There is no skill item "{name}".'
            + (f' Did you mean "{path}"?' if path else " `kijun show FIELD --skills` lists them."),
        ),
        suggestions=[path] if path else [],
    )


def _plain(words: str) -> str:
    return unicodedata.normalize("NFKC", words).casefold().strip()
