"""How is what differs between two editions said on a page: which lines, in which words?

The differences are found by `kijun.framework.compare`. Words that one edition alone lists are said together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from kijun.citation import Citation
from kijun.framework.compare.comparison import Change, Comparison, Effect, Kind
from kijun.framework.compare.editions import compare
from kijun.framework.compare.homes import home
from kijun.framework.compare.words import (
    EFFECT_NAMES,
    KIND_NAMES,
    WHOLE_EDITION,
    is_of_one_edition,
    notes_in,
    together,
    word_of,
)
from kijun.framework.edition import Edition
from kijun.text import Text, same, series
from kijun.web.library.kept import while_standards_stand
from kijun.web.library.queries import find_edition

_MARKS: Final = {Kind.ADDED: "added", Kind.DROPPED: "removed"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One line: what differs, what either edition has, where both are printed, why, and what it does to a person.

    `listed` are the words that one edition alone lists; else `old` and `new` are what either says. `mark` is added, removed
    or nothing. `is_examined` says that it can change a verdict.
    """

    path: str
    aspect: str
    kind: Text
    mark: str
    about: Text
    old: Text | None
    new: Text | None
    listed: Text | None
    old_citation: Citation | None
    new_citation: Citation | None
    effect: Text | None
    is_harder: bool
    is_examined: bool
    reason: Text | None
    notes: tuple[Text, ...]


@while_standards_stand
@lru_cache(maxsize=20)
def comparison_of(old: str, new: str) -> Comparison:
    """Return every difference between two installed editions, by their ids; worked out once in a process."""
    before, after = find_edition(old), find_edition(new)
    assert before is not None
    assert after is not None
    return compare(before, after)


def differences_of(changes: Iterable[Change]) -> list[Difference]:
    """Return changes as lines; those that add to one list, or drop from it, are one line."""
    return [_difference(group) for group in together(changes)]


def home_of(path: str) -> str:
    """Return the page that a change belongs to: its cell, its skill item, its field, its category, or nothing.

    >>> home_of("service/hardware/5/size"), home_of("service/hardware/skills/technology"), home_of("policy/levels.imply")
    ('service/hardware/5', 'service/hardware/skills/technology', '')
    """
    steps = path.split("/")
    return "/".join(steps[:4]) if home(path) and "skills" in steps else home(path)


def path_title(path: str, editions: Sequence[Edition]) -> Text:
    """Return what a path below an edition is called in the first edition that has it."""
    steps = path.split("/")
    for edition in editions:
        item = edition.skills.get(f"{edition.id}/{path}")
        category = edition.categories.get(steps[0])
        if item is not None:
            return item.name
        if category is None:
            continue
        field = next((each for each in category.fields if steps[1:] and each.id == steps[1]), None)
        if field is None and steps[1:] not in ([], ["skills"]):
            continue
        name = field.name if field else category.name
        last = steps[-1]
        if field is not None and last.isdecimal():
            return edition.cell_name(field, int(last))
        return Text(ja=f"{name.ja} スキル項目", en=f"{name.en}, skill items") if last == "skills" else name
    return same(path) if path else WHOLE_EDITION


def _difference(group: Sequence[Change]) -> Difference:
    first = group[0]
    is_option = is_of_one_edition(first)
    return Difference(
        path=first.path,
        aspect=first.aspect,
        kind=KIND_NAMES[first.kind],
        mark=_MARKS.get(first.kind, ""),
        about=first.about,
        old=None if is_option else first.old.words,
        new=None if is_option else first.new.words,
        listed=series([word_of(each) for each in group]) if is_option else None,
        old_citation=first.old.citation,
        new_citation=first.new.citation,
        effect=EFFECT_NAMES[first.effect] if first.effect else None,
        is_harder=first.effect is Effect.HARDER,
        is_examined=first.is_examined,
        reason=first.reason,
        notes=tuple(dict.fromkeys(notes_in(group))),
    )
