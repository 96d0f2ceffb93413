"""Which vocabulary does a draft need: the words that its files use, under the shipped names or as they are printed?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from kijun.documents.new_ids import NewIds
from kijun.documents.shipped_words import USED, Raw, ShippedWords, named_twice
from kijun.framework.dump import Plain
from kijun.framework.parse_vocabulary import FILES

_KEYS: Final[Mapping[str, str]] = {
    "roles": "title",
    "activities": "activity",
    "conditions": "condition",
    "areas": "area",
    "contributions": "contribution",
    "subject": "subject",
    "exam": "examination",
    "circumstances": "circumstance",
    "setting": "setting",
    "ability": "ability",
    "scope": "scope",
}
"""Key of a file -> the kind of the words below it, where the key itself tells."""

_LISTS: Final[Mapping[str, str]] = {"complexity": "condition", "expertise": "area", "succession": "contribution"}
_MOST: Final = 1_000_000_000


def vocabulary_files(files: Mapping[str, Plain], ids: NewIds, words: ShippedWords) -> dict[str, Plain]:
    """Return the vocabulary files for the words that the other files use."""
    used: dict[str, dict[str, None]] = {kind: {} for kind in USED}
    for name, plain in files.items():
        for kind, identity in _used(plain, "") if name != "structure.yaml" else ():
            used[kind][identity] = None
    done: dict[str, Plain] = {}
    for file in FILES:
        lists: Raw = words.whole(file)
        for kind, (home, key) in USED.items():
            if home == file:
                lists[key] = [_term(kind, identity, ids, words) for identity in used[kind]]
        if file == "sizes":
            lists["measures"] = [_as_large_as(files.values(), measure) for measure in lists["measures"]]
            lists["customers"] = words.customers()
        done[f"vocabulary/{file}.yaml"] = lists
    return done


def _as_large_as(values: Iterable[Plain], measure: Raw) -> Raw:
    """Return a measure whose largest number is at least the largest that is printed."""
    largest = max(_numbers(values, measure["id"]), default=0)
    return {**measure, "most": max(measure["most"], largest)}


def _numbers(values: Iterable[Plain], measure: str) -> Iterator[int]:
    for value in values:
        match value:
            case dict():
                bounds = value.get(measure)
                yield from (
                    each for each in (bounds.values() if isinstance(bounds, dict) else ()) if isinstance(each, int)
                )
                yield from _numbers(value.values(), measure)
            case list():
                yield from _numbers(value, measure)
            case _:
                pass


def _used(plain: Plain, key: str) -> Iterator[tuple[str, str]]:
    """Yield kind and id of every word of the vocabulary that a value uses."""
    match plain:
        case dict():
            for name, each in plain.items():
                if key in _LISTS and name in ("of", "must_include") and isinstance(each, list):
                    yield from ((_LISTS[key], str(identity)) for identity in each)
                elif key == "circumstances" and name == "of" and isinstance(each, list):
                    yield from (("circumstance", str(identity)) for identity in each)
                elif key == "any_of" and isinstance(each, dict) and name != "customers":
                    yield "measure", name
                elif name in _KEYS and isinstance(each, str):
                    if not (name == "scope" and each == "equivalent") and not (name == "setting" and each == "none"):
                        yield _KEYS[name], each
                else:
                    yield from _used(each, name)
        case list():
            for each in plain:
                if isinstance(each, str):
                    if key == "roles":
                        yield "title", each
                    elif key in ("any_of", "all_of"):
                        yield "activity", each
                else:
                    yield from _used(each, key)
        case _:
            pass


def _term(kind: str, identity: str, ids: NewIds, words: ShippedWords) -> Raw:
    known = words.term(kind, identity)
    if known is not None:
        return known
    new = ids.words.get(identity)
    term: Raw = {"id": identity, "name": named_twice((new.words if new else "") or identity)}
    match kind:
        case "title":
            term["rank"] = new.detail if new and new.detail else "member"
        case "measure":
            term |= {"unit": named_twice((new.detail if new else "") or identity), "most": _MOST}
        case "circumstance":
            term["kind"] = new.detail if new and new.detail else "answers-for"
        case "scope":
            term["counted"] = []
        case "examination":
            term["level"] = 1
        case _:
            pass
    return term
