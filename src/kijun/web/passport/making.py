"""Which passport do some terms make of a record, and which page and PDF is that?

A process keeps what it made: to cut the fonts of a page takes most of a second. A PDF takes a tenth of one, the first in a
process half of one, so nobody waits for a queue. What is kept is found again only by the same states of the same record, the
same terms and the same day.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache
from typing import Final

from django.conf import settings

import kijun
from kijun.catalogue.installed import find_edition, open_edition
from kijun.errors import KijunError, NotFound
from kijun.report.again import Given, written_again
from kijun.report.assemble import Stamp, Wanted, assemble
from kijun.report.digest import lineage_digests, record_digest
from kijun.report.glyphs import missing_letters
from kijun.report.html import render_html
from kijun.report.passport import Passport, texts
from kijun.report.pdf import render_pdf
from kijun.text import Text
from kijun.web.judgements.queries import Asked
from kijun.web.library.kept import while_standards_stand
from kijun.web.library.queries import words
from kijun.web.passport.terms import Terms, engagements_of, identity
from kijun.web.people.models import Record
from kijun.web.people.queries import changes_between, states_of
from kijun.web.people.states import State, plain_record, read_states

PAGE, PDF = "html", "pdf"
_KEPT: Final = 64


class CannotDraw(Exception):
    """A PDF in which letters would be missing; `letters` are those that no font has."""

    def __init__(self, letters: tuple[str, ...]) -> None:
        super().__init__(" ".join(letters))
        self.letters = letters


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a passport is made of: the record at a revision, what the record keeps back by now, the terms, the day.

    A record that was erased and opened again is another one.
    """

    record: Record = field(compare=False)
    owner: int
    opened_at: str
    number: int
    newest: int
    terms: Terms
    on: date


def sheet_of(record: Record, terms: Terms, *, today: date, number: int | None = None) -> Sheet:
    """Return what a passport is made of: the record as it is, or as it was at a revision."""
    return Sheet(
        record=record,
        owner=record.pk,
        opened_at=record.opened_at.isoformat(),
        number=record.number if number is None else number,
        newest=record.number,
        terms=terms,
        on=terms.on or today,
    )


def page_of(sheet: Sheet) -> str:
    """Return the passport as a page at an address, with the fonts of its reader. Raises NotFound for a target nobody has."""
    return _page(sheet, has_fonts=False)


def file_of(sheet: Sheet) -> str:
    """Return the passport as one file that carries its fonts, for screen and print. Raises NotFound as the page does."""
    return _page(sheet, has_fonts=True)


def pdf_of(sheet: Sheet) -> bytes:
    """Return the passport as a PDF. Raises NotFound as the page does, CannotDraw where a letter has no glyph."""
    letters = letters_without_glyph(sheet)
    if letters:
        raise CannotDraw(letters)
    return _pdf(sheet)


@while_standards_stand
@lru_cache(maxsize=_KEPT)
def letters_without_glyph(sheet: Sheet) -> tuple[str, ...]:
    """Return the letters of a passport that no font has: there is no PDF with a hole in a name."""
    return tuple(missing_letters(texts(passport_of(sheet, PDF)))[0])


@while_standards_stand
@lru_cache(maxsize=_KEPT)
def _page(sheet: Sheet, *, has_fonts: bool) -> str:
    return render_html(passport_of(sheet, PAGE), sheet.terms.languages, has_fonts=has_fonts)


@while_standards_stand
@lru_cache(maxsize=_KEPT)
def _pdf(sheet: Sheet) -> bytes:
    return render_pdf(passport_of(sheet, PDF), sheet.terms.languages)


@while_standards_stand
@lru_cache(maxsize=_KEPT)
def passport_of(sheet: Sheet, kind: str) -> Passport:
    """Return the passport before anybody draws it: every verdict rests on all facts, and what is kept back is not said."""
    terms, states = sheet.terms, _states(sheet)
    editions = Asked(on=sheet.on, edition=terms.edition).editions()
    if not editions:
        raise NotFound(
            Text(ja=f"版{terms.edition}はここにありません。", en=f"The edition {terms.edition} is not installed here.")
        )
    person = read_states(states, words(), today=date.max).person
    kept_back = _kept_back(sheet, states)
    # An entry that cannot be read is not in the passport, and the digest must not tell its facts either.
    masks = {each.id: kept_back[each.id] for each in person.engagements if kept_back.get(each.id)}
    stamp = Stamp(
        record=record_digest(plain_record(states), kept_back),
        editions={each.id: _digests(each.id) for each in editions},
        command=written_again(_given(sheet, kind), person, masks),
        version=kijun.__version__,
    )
    wanted = Wanted(on=sheet.on, policy={}, specialty=terms.field, level=terms.level, masks=masks)
    return assemble(editions, person, wanted, stamp)


def _given(sheet: Sheet, kind: str) -> Given:
    terms = sheet.terms
    return Given(
        kind=f".{kind}",
        languages=terms.languages,
        editions=[terms.edition] if terms.edition else [],
        on=sheet.on,
        policies={},
        field=terms.field,
        level=terms.level,
    )


def _states(sheet: Sheet) -> list[State]:
    """Return the entries as they were after a revision, by its number: a clock that was set back moves none of them."""
    if sheet.number == sheet.newest:
        return states_of(sheet.record)
    states: dict[str, State] = {}
    for change in changes_between(sheet.record, 0, sheet.number):
        states.pop(change.key, None)
        if change.after is not None:
            states[change.key] = State.from_json(change.key, change.after)
    return list(states.values())


def _kept_back(sheet: Sheet, states: list[State]) -> dict[str, frozenset[str]]:
    """Return the facts to keep back by the ids of engagements: what the record said then, what it says by now, the terms."""
    now = {state.key: _masked(state) for state in engagements_of(states_of(sheet.record))}
    return {
        identity(state): _masked(state) | now.get(state.key, frozenset()) | sheet.terms.kept_back(state.key)
        for state in engagements_of(states)
    }


def _masked(state: State) -> frozenset[str]:
    return frozenset(map(str, state.body.get("masked") or ()))


@while_standards_stand
@cache
def _digests(edition: str) -> dict[str, str]:
    try:
        return lineage_digests(edition, find_edition(edition).folder)
    except NotFound:
        own = (each for each in sorted(settings.STANDARDS.iterdir()) if each.is_dir() and _names(str(each), edition))
        return lineage_digests(edition, next(own))


def _names(folder: str, edition: str) -> bool:
    try:
        return open_edition(folder).id == edition
    except KijunError:
        return False
