"""Which words do the pages use, and which of them has each slice's catalogue?

`python -m tests.web.messages` (make messages) writes each catalogue again: a word that is used and missing comes in with an empty
translation, one that nobody uses goes out, and all are compiled. Translating is left to a person; `test_messages.py` asks for it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize
from requirements.compile_messages import ROOT, compile_messages

WEB: Final = ROOT / "src" / "kijun" / "web"
LANGUAGE: Final = "ja"
_ONE = {"_": None, "gettext": None, "gettext_lazy": None, "gettext_noop": None}
_MANY = {"ngettext": (1, 2), "ngettext_lazy": (1, 2)}
_IN_CONTEXT = {"pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2)}
_MANY_IN_CONTEXT = {"npgettext": ((1, "c"), 2, 3), "npgettext_lazy": ((1, "c"), 2, 3)}
CALLS: Final = _ONE | _MANY | _IN_CONTEXT | _MANY_IN_CONTEXT
_HEADER = f"""\
msgid ""
msgstr ""
"Language: {LANGUAGE}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word or sentence that a page shows: as it is written in English, and in which sense where that is said."""

    said: str | tuple[str, ...]
    sense: str | None

    @property
    def order(self) -> tuple[str, str]:
        """Return by what a catalogue is sorted."""
        return (self.said if isinstance(self.said, str) else self.said[0], self.sense or "")


def slices() -> list[Path]:
    """Return the folders that have a catalogue of their own: that of the web application, then each of its slices."""
    return [WEB, *sorted(apps.parent for apps in WEB.glob("*/apps.py"))]


def sources(folder: Path) -> list[Path]:
    """Return the files of a slice that may hold words; the web application's own are those that are no slice's."""
    others = [each for each in slices() if each not in (folder, WEB)] if folder == WEB else []
    found = [*folder.rglob("*.py"), *folder.rglob("templates/**/*.html"), *folder.rglob("templates/**/*.txt")]
    return sorted(path for path in found if not any(path.is_relative_to(other) for other in others))


def catalogue_of(folder: Path) -> Path:
    """Return where the catalogue of a slice lies."""
    return folder / "locale" / LANGUAGE / "LC_MESSAGES" / "django.po"


def used(folder: Path) -> set[Word]:
    """Return the words that a slice uses."""
    return {word for source in sources(folder) for word in words(source)}


def words(source: Path) -> Iterator[Word]:
    """Yield the words of one file."""
    text = source.read_text(encoding="utf-8")
    if source.suffix != ".py":
        # Outside its calls this is filler whose indentation means nothing, and a tokenizer would stumble over it.
        text = "\n".join(line.strip() for line in templatize(text).splitlines())
    for _line, said, _comments, sense in extract("python", io.BytesIO(text.encode()), keywords=CALLS):
        yield Word(said=tuple(said) if isinstance(said, list | tuple) else said, sense=sense)


def load(catalogue: Path) -> dict[Word, Message]:
    """Return what a catalogue holds, its translations with it."""
    if not catalogue.exists():
        return {}
    with catalogue.open("rb") as file:
        return {word_of(message): message for message in read_po(file, locale=LANGUAGE) if message.id}


def word_of(message: Message) -> Word:
    """Return for which word a message stands."""
    return Word(said=message.id if isinstance(message.id, str) else tuple(message.id), sense=message.context)


def rewritten(held: dict[Word, Message], wanted: set[Word]) -> str:
    """Return a catalogue of what is wanted: sorted, translated as far as it was, without the lines it was found on."""
    catalogue = Catalog(locale=LANGUAGE, fuzzy=False)
    for word in sorted(wanted, key=lambda word: word.order):
        old = held.get(word)
        flags = old.flags - {"python-format"} if old else set()
        catalogue.add(word.said, old.string if old else "", flags=flags, context=word.sense)
    written = io.BytesIO()
    write_po(written, catalogue, omit_header=True, no_location=True, width=0)
    return _HEADER + written.getvalue().decode().lstrip("\n")


def main() -> None:
    """Write each catalogue again, and compile all."""
    for folder in slices():
        catalogue, wanted = catalogue_of(folder), used(folder)
        if wanted:
            catalogue.parent.mkdir(parents=True, exist_ok=True)
            catalogue.write_text(rewritten(load(catalogue), wanted), encoding="utf-8")
        elif catalogue.exists():
            catalogue.unlink()
    compile_messages()


if __name__ == "__main__":
    main()
