"""What is evidence called on a page, and where does its name lead?

People know an engagement by its title, not by the id of the record file. So a record is judged with a letter of its own in the
place of each id, which no sentence can hold by accident, and the letters become titles, linked to their entries, on the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from kijun.evidence import Person
from kijun.judgement.record_judgement import RecordJudgement
from kijun.report.mask import Labels, relabelled
from kijun.text import Language, Text
from kijun.web.judgements.queries import Asked, ById, judge_person
from kijun.web.library.kept import while_standards_stand
from kijun.web.people.models import Record
from kijun.web.people.queries import read_record


@dataclass(frozen=True, slots=True, kw_only=True)
class Titled:
    """A record judged under letters for the ids of its engagements, and what the letters stand for."""

    judged: RecordJudgement
    labels: Labels

    def id_of(self, letter: str) -> str:
        """Return the engagement's id for which a letter stands; other evidence is its own name."""
        return next((name for name, token in self.labels.token.items() if token == letter), letter)


def judge_titled(record: Record, asked: Asked) -> Titled:
    """Return the judgement of a record, with engagements called by their titles."""
    person, labels = _relabelled(ById(read_record(record, recorded=asked.recorded).person))
    return Titled(judged=judge_person(person, asked), labels=labels)


@while_standards_stand
@lru_cache(maxsize=500)
def _relabelled(key: ById) -> tuple[Person, Labels]:
    return relabelled(key.person, {})


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """Puts sayings on a page: titles for letters, and links where a name leads to an entry.

    `urls` are addresses by a letter, or by a name as it is written in the language of the page.
    """

    labels: Labels
    urls: Mapping[str, str]
    language: Language

    def said(self, text: Text) -> str:
        """Return a saying as plain words."""
        return self.labels.named(text).said_in(self.language)

    def linked(self, text: Text, *, names: Iterable[str] = ()) -> SafeString:
        """Return a saying with every engagement linked, and those of `names` that have an address."""
        words = text.said_in(self.language)
        known = [*self.labels.label, *(name for name in names if name in self.urls)]
        if not known:
            return conditional_escape(words)
        pattern = "|".join(re.escape(name) for name in sorted(known, key=len, reverse=True))
        pieces = re.split(f"({pattern})", words)
        return mark_safe("".join(self._piece(each) for each in pieces))  # noqa: S308  # each piece is escaped

    def _piece(self, piece: str) -> str:
        label = self.labels.label.get(piece)
        shown = label.said_in(self.language) if label is not None else piece
        url = self.urls.get(piece)
        return format_html('<a href="{}">{}</a>', url, shown) if url else conditional_escape(shown)
