"""What is each word of the vocabulary called in a workbook, and which word does a person mean?

People read names and write names; a record holds ids. A name that several words have is shown with what tells them apart.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from kijun.catalogue.record_words import words_of
from kijun.evidence.engagement import MASKABLE
from kijun.evidence.parse import CONFIRMATIONS, DECISIONS
from kijun.evidence.words import DECISION_NAMES, LIST_NAMES, MASKABLE_NAMES, RATER_NAMES
from kijun.exchange.workbook.mapping import FLAGS
from kijun.framework.edition import Edition
from kijun.text import LANGUAGES, Language, Text, same

MARK: Final = re.compile(r"[、,，､]")
"""What may stand between words, and also within the name of one."""


def fold(words: str) -> str:
    """Return words without what people do not tell apart: width, case and spaces.

    >>> fold("Ｓｅｒｖｉｃｅ level") == fold("service　LEVEL")
    True
    """
    return "".join(unicodedata.normalize("NFKC", words).casefold().split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The words of one kind: what each is called, and the words that each spelling can mean.

    `most_pieces` are those into which commas divide the one spelling that has most of them.
    """

    labels: Mapping[str, Text]
    meant: Mapping[str, tuple[str, ...]]
    most_pieces: int

    def find(self, words: str) -> tuple[str, ...]:
        """Return the words that somebody can mean: none, one, or several of one name."""
        return (words.strip(),) if words.strip() in self.labels else self.meant.get(fold(words), ())

    def label(self, word: str, language: Language) -> str:
        """Return what a word is called, or the word where the name would not lead back to it."""
        label = self.labels[word].said_in(language) if word in self.labels else word
        return label if self.find(label) == (word,) else word

    def spellings(self) -> list[str]:
        """Return everything that may be written, ids last."""
        names = [label.said_in(language) for label in self.labels.values() for language in LANGUAGES]
        return [*dict.fromkeys((*names, *self.labels))]


def lexicon(names: Mapping[str, Text], apart: Mapping[str, Text] | None = None) -> Lexicon:
    """Return the lexicon of words by id; `apart` says of words with one name what tells them apart, else the id does."""
    shared = {language: Counter(fold(name.said_in(language)) for name in names.values()) for language in LANGUAGES}

    def label(word: str, language: Language) -> str:
        name = names[word].said_in(language)
        told = (apart or {}).get(word, same(word)).said_in(language)
        return f"{name} ({told})" if shared[language][fold(name)] > 1 else name

    labels = {word: Text(ja=label(word, "ja"), en=label(word, "en")) for word in names}
    meant: dict[str, tuple[str, ...]] = {}
    for word in names:
        told = (labels[word], names[word])
        spelt = {word, *(each.said_in(language) for each in told for language in LANGUAGES)}
        for spelling in {fold(each) for each in (*spelt, f"{names[word].ja} ({word})", f"{names[word].en} ({word})")}:
            meant[spelling] = (*meant.get(spelling, ()), word)
    most_pieces = max((len(MARK.split(spelling)) for spelling in meant), default=1)
    return Lexicon(labels=labels, meant=meant, most_pieces=most_pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicons:
    """The lexicons by kind, and that of each skill item's knowledge."""

    of: Mapping[str, Lexicon]
    knowledge: Mapping[str, Lexicon] = field(default_factory=dict)

    def get(self, kind: str, item: object = None) -> Lexicon:
        """Return the lexicon of a kind; knowledge items are those of the skill item, where it is known."""
        return self.knowledge.get(str(item), self.of[kind]) if kind == "knowledge" else self.of[kind]


def lexicons(editions: Sequence[Edition]) -> Lexicons:
    """Return the lexicon of every kind of word that a record of these editions may use."""
    words = words_of(editions)
    made = {kind: lexicon(names) for kind, names in words.of.items()}
    paths = _path_names(editions, words.cells, words.bands)
    of_items = {item: lexicon(each.knowledge) for item, each in words.items.items()}
    return Lexicons(
        of=made
        | {
            "flag": lexicon({str(flag).lower(): name for flag, name in FLAGS.items()}),
            "list": lexicon(LIST_NAMES),
            "rater": lexicon(RATER_NAMES),
            "masked": lexicon({each: MASKABLE_NAMES[each] for each in MASKABLE}),
            "decision": lexicon({each: DECISION_NAMES[each] for each in DECISIONS}),
            "confirmation": lexicon({each: DECISION_NAMES[each] for each in CONFIRMATIONS}),
            "item": lexicon({key: each.name for key, each in words.items.items()}, _where(editions, words.items)),
            "knowledge": lexicon(dict(pair for each in words.items.values() for pair in each.knowledge.items())),
            "cell": lexicon({path: paths.get(path, same(path)) for path in (*words.cells, *words.unread)}),
            "equal": lexicon(paths),
        },
        knowledge=of_items,
    )


def _where(editions: Sequence[Edition], items: Iterable[str]) -> dict[str, Text]:
    """Return where each skill item belongs: its field, or its category for every field."""
    names: dict[str, Text] = {}
    for edition in editions:
        for category, each in edition.fields():
            names.setdefault(category.id, category.name)
            names.setdefault(f"{category.id}/{each.id}", each.name)
    found = {key: (key.rpartition("/")[0], key.count("/")) for key in items}
    return {key: _place(names.get(above, same(above)), is_common=depth == 1) for key, (above, depth) in found.items()}


def _place(name: Text, *, is_common: bool) -> Text:
    return Text(ja=f"{name.ja}の全分野", en=f"{name.en}, every field") if is_common else name


def _path_names(editions: Sequence[Edition], cells: Sequence[str], bands: Sequence[str]) -> dict[str, Text]:
    """Return what cells and size bands are called; one that no edition at hand prints is called by its path."""
    titles: dict[str, Text] = {}
    for edition in editions:
        for _, specialty in edition.fields():
            for level in edition.levels:
                name = edition.cell_name(specialty, level)
                titles[f"{specialty.path}/{level}"] = Text(
                    ja=f"{name.ja} ({edition.name.ja})", en=f"{name.en} ({edition.name.en})"
                )
    found = {path: titles.get(path, same(path)) for path in cells}
    for band in bands:
        cell, _, number = band.rpartition("/size/")
        title = titles.get(cell, same(cell))
        found[band] = Text(ja=f"{title.ja} サイズの条件{number}", en=f"{title.en}, size band {number}")
    return found
