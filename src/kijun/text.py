"""How is one saying given in both languages?

Every word that a person reads is a `Text`: Japanese and English side by side, so neither can be forgotten.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Language = Literal["ja", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("ja", "en")


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One saying in Japanese and English.

    >>> Text(ja="複雑性", en="complexity").said_in("en")
    'complexity'
    """

    ja: str
    en: str

    def said_in(self, language: Language) -> str:
        """Return the saying in one language."""
        return self.ja if language == "ja" else self.en


def same(words: str) -> Text:
    """Return a saying that reads the same in both languages: an id, a number, a proper name."""
    return Text(ja=words, en=words)


def inside(text: Text) -> Text:
    """Return a name as it stands inside a sentence: in English without its capital.

    An abbreviation keeps it, and so does a name of which further words are printed with capitals.

    >>> inside(Text(ja="複数ベンダ", en="Several vendors")).en, inside(same("IT facilities")).en
    ('several vendors', 'IT facilities')
    >>> inside(same("Project Management")).en
    'Project Management'
    """
    is_plain = not text.en[1:2].isupper() and not any(word.istitle() for word in text.en.split()[1:])
    return Text(ja=text.ja, en=text.en[:1].lower() + text.en[1:]) if is_plain else text


def join(texts: list[Text], *, ja: str = "、", en: str = ", ") -> Text:
    """Join sayings with the separator of each language.

    >>> join([same("a"), same("b")]).ja
    'a、b'
    """
    return Text(ja=ja.join(text.ja for text in texts), en=en.join(text.en for text in texts))


def series(texts: list[Text]) -> Text:
    """Join the items of a list: with the comma of each language, or with a stronger mark where an item holds a comma.

    >>> series([same("a"), same("b")]).en, series([Text(ja="a、b", en="a, b"), same("c")])
    ('a, b', Text(ja='a、b / c', en='a, b; c'))
    """
    ja = " / " if any("、" in text.ja for text in texts) else "、"
    en = "; " if any(", " in text.en for text in texts) else ", "
    return join(texts, ja=ja, en=en)
