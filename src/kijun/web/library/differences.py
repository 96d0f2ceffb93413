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
from kijun.framework.edition import Edition
from kijun.text import Text, same, series
from kijun.web.library.queries import find_edition

KIND_NAMES: Final = {
    Kind.ADDED: Text(ja="追加", en="added"),
    Kind.DROPPED: Text(ja="削除", en="dropped"),
    Kind.RAISED: Text(ja="引き上げ", en="raised"),
    Kind.LOWERED: Text(ja="引き下げ", en="lowered"),
    Kind.OTHER_MEASURE: Text(ja="別の数え方", en="other measure"),
    Kind.CHANGED: Text(ja="変更", en="changed"),
    Kind.RENAMED: Text(ja="改名", en="renamed"),
    Kind.MOVED: Text(ja="移動", en="moved"),
    Kind.NOT_COMPARABLE: Text(ja="比較できない", en="not comparable"),
}
EFFECTS: Final = {
    Effect.HARDER: Text(ja="厳しくなる", en="harder"),
    Effect.EASIER: Text(ja="緩くなる", en="easier"),
}
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


@lru_cache(maxsize=20)
def comparison_of(old: str, new: str) -> Comparison:
    """Return every difference between two installed editions, by their ids; worked out once in a process."""
    before, after = find_edition(old), find_edition(new)
    assert before is not None
    assert after is not None
    return compare(before, after)


def differences_of(changes: Iterable[Change]) -> list[Difference]:
    """Return changes as lines; those that add to one list, or drop from it, are one line."""
    return [_difference(group) for group in _grouped(changes)]


def home_of(path: str) -> str:
    """Return the page that a change belongs to: its cell, its skill item, its field, its category, or nothing.

    >>> home_of("service/hardware/5/size"), home_of("service/hardware/skills/technology"), home_of("policy/levels.imply")
    ('service/hardware/5', 'service/hardware/skills/technology', '')
    """
    steps = path.split("/")
    if steps[0] in ("policy", "levels", "words"):
        return ""
    return "/".join(steps[: 4 if "skills" in steps else 3])


def counts(changes: Iterable[Change]) -> dict[Kind, int]:
    """Return how many changes of each kind there are, in the order of the kinds."""
    found = [change.kind for change in changes]
    return {kind: found.count(kind) for kind in Kind if kind in found}


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
    return same(path) if path else Text(ja="版の全体", en="The edition as a whole")


def _grouped(changes: Iterable[Change]) -> list[list[Change]]:
    groups: dict[tuple[object, ...], list[Change]] = {}
    for position, change in enumerate(changes):
        is_option = None in (change.old.words, change.new.words) and change.reason is None
        key = (change.path, change.kind, change.aspect, change.about, change.effect) if is_option else (position,)
        groups.setdefault(key, []).append(change)
    return list(groups.values())


def _difference(group: Sequence[Change]) -> Difference:
    first = group[0]
    is_option = None in (first.old.words, first.new.words)
    words = [change.new.words or change.old.words or same("") for change in group]
    notes = [
        Text(ja=f"{word.ja}: {change.note.ja}", en=f"{word.en}: {change.note.en}")
        for word, change in zip(words, group, strict=True)
        if change.note is not None
    ]
    return Difference(
        path=first.path,
        aspect=first.aspect,
        kind=KIND_NAMES[first.kind],
        mark=_MARKS.get(first.kind, ""),
        about=first.about,
        old=None if is_option else first.old.words,
        new=None if is_option else first.new.words,
        listed=series(words) if is_option else None,
        old_citation=first.old.citation,
        new_citation=first.new.citation,
        effect=EFFECTS.get(first.effect) if first.effect else None,
        is_harder=first.effect is Effect.HARDER,
        is_examined=first.is_examined,
        reason=first.reason,
        notes=tuple(dict.fromkeys(notes)),
    )
