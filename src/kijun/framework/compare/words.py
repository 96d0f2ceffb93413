"""In which words is a difference said, and which differences are said together?

What either edition has is in the change itself; how lines are arranged and marked is decided by whoever shows them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from kijun.framework.compare.comparison import Change, Comparison, Effect, Kind
from kijun.text import Text, join, same

KIND_NAMES: Final[Mapping[Kind, Text]] = {
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
EFFECT_NAMES: Final[Mapping[Effect, Text]] = {
    Effect.HARDER: Text(ja="厳しくなる", en="harder"),
    Effect.EASIER: Text(ja="緩くなる", en="easier"),
}
WHOLE_EDITION: Final = Text(ja="版の全体", en="The edition as a whole")


def word_of(change: Change) -> Text:
    """Return what a change is about where one edition alone has it: the newer one's word, else the older one's."""
    return change.new.words or change.old.words or same("")


def is_of_one_edition(change: Change) -> bool:
    """Return whether one edition alone has what a change is about."""
    return None in (change.old.words, change.new.words)


def together(changes: Iterable[Change]) -> list[list[Change]]:
    """Return changes in groups, each to be said in one line: those that add words to one list, or drop words from it."""
    groups: dict[tuple[object, ...], list[Change]] = {}
    for position, change in enumerate(changes):
        is_option = is_of_one_edition(change) and change.reason is None
        key = (change.path, change.kind, change.aspect, change.about, change.effect) if is_option else (position,)
        groups.setdefault(key, []).append(change)
    return list(groups.values())


def notes_in(changes: Iterable[Change]) -> list[Text]:
    """Return what the vocabularies note on the words of changes, each with its word."""
    return [
        Text(ja=f"{word_of(each).ja}: {each.note.ja}", en=f"{word_of(each).en}: {each.note.en}")
        for each in changes
        if each.note is not None
    ]


def not_comparable(comparison: Comparison) -> list[tuple[str, Text, Text]]:
    """Return what cannot be compared: the path of the field or the category, its levels where it is about cells, and why."""
    groups: dict[tuple[str, Text], list[Change]] = {}
    for change in comparison.changes:
        if change.kind is Kind.NOT_COMPARABLE and change.reason is not None:
            path = change.path.rpartition("/")[0] if change.aspect == "cell" else change.path
            groups.setdefault((path, change.reason), []).append(change)
    return [
        (path, join([word_of(each) for each in changes if each.aspect == "cell"]), reason)
        for (path, reason), changes in groups.items()
    ]
