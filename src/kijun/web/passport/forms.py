"""What does somebody choose of a passport, and of a private link to it?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kijun.evidence.engagement import MASKABLE
from kijun.evidence.words import MASKABLE_NAMES
from kijun.framework.edition import Edition
from kijun.report.mask import numbers_of
from kijun.text import LANGUAGES, Language, Text
from kijun.web.library.queries import current_editions, editions, find_edition
from kijun.web.library.templatetags.kijun import language_now, said
from kijun.web.passport.terms import LATER, Terms, engagements_of, identity, kept
from kijun.web.people.days import DayField
from kijun.web.people.models import Record
from kijun.web.people.queries import read_record, states_of

LONGEST_DAYS: Final = 365
USUAL_DAYS: Final = 30
_ALL: Final = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A fact of an engagement that can be kept back; one that the record keeps back is so without asking."""

    value: str
    fact: str
    is_ticked: bool
    is_recorded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An engagement with the facts that can be kept back, by its number in the passport."""

    number: int
    title: Text
    ticks: tuple[Tick, ...]


class TermsForm(forms.Form):
    """The languages, what the passport is held against, the day, and what is kept back; empty is as usual."""

    languages = forms.ChoiceField(required=False, label=gettext_lazy("Languages"), widget=forms.RadioSelect)
    field = forms.ChoiceField(
        required=False,
        label=gettext_lazy("Field"),
        help_text=gettext_lazy("Its skills and its next level are shown."),
    )
    level = forms.ChoiceField(required=False, label=gettext_lazy("Level"))
    edition = forms.ChoiceField(required=False, label=gettext_lazy("Edition"))
    on = DayField(
        required=False,
        label=gettext_lazy("As of"),
        help_text=gettext_lazy("Empty: today; through a link, the day on which it is opened."),
    )
    mask = forms.MultipleChoiceField(required=False, label=gettext_lazy("What is kept back"))

    def __init__(self, data: QueryDict | Mapping[str, Any], *, record: Record) -> None:
        """Offer what is installed and what is on record."""
        super().__init__(data)
        self.record = record
        self.keys = {identity(state): state.key for state in engagements_of(states_of(record))}
        self._choose("languages", _languages())
        self._choose("edition", [("", _("of each category the newest")), *((e.id, said(e.name)) for e in editions())])
        asked = self._asked()
        self._choose("field", [("", _("the one with the highest level")), *_fields(asked)])
        self._choose("level", [("", _("the next one")), *_levels(asked)])
        ticks = [*self.every(), *(each for row in self.rows() for each in row.ticks)]
        self._choose("mask", [(each.value, each.fact) for each in ticks])
        for name, words in _refusals().items():
            self.fields[name].error_messages["invalid_choice"] = words

    def _choose(self, name: str, choices: list[tuple[Any, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField), "what is offered is chosen"
        field.choices = choices

    def _asked(self) -> tuple[Edition, ...]:
        named = find_edition(str(self.data.get("edition", "")))
        return (named,) if named else current_editions()

    @property
    def language(self) -> str:
        """The languages that are chosen, or that of the page."""
        return str(self.data.get("languages") or language_now())

    def rows(self) -> list[Row]:
        """Return the engagements by their numbers, with what is kept back of each."""
        person = read_record(self.record).person
        numbers = numbers_of(person)
        asked = self._asked_masks()
        rows = []
        for each in sorted(person.engagements, key=lambda each: numbers[each.id]):
            values = {fact: f"{self.keys[each.id]}:{fact}" for fact in MASKABLE}
            ticks = [
                Tick(
                    value=value,
                    fact=said(MASKABLE_NAMES[fact]),
                    is_ticked=fact in each.masked or value in asked,
                    is_recorded=fact in each.masked,
                )
                for fact, value in values.items()
            ]
            rows.append(Row(number=numbers[each.id], title=each.title, ticks=tuple(ticks)))
        return rows

    def every(self) -> list[Tick]:
        """Return the facts that can be kept back of every engagement at once, whatever is said of one of them."""
        asked = self._asked_masks()
        return [
            Tick(value=f"{_ALL}:{fact}", fact=said(name), is_ticked=f"{_ALL}:{fact}" in asked, is_recorded=False)
            for fact, name in MASKABLE_NAMES.items()
        ]

    def _asked_masks(self) -> frozenset[str]:
        asked = self.data.getlist("mask") if isinstance(self.data, QueryDict) else self.data.get("mask", ())
        return frozenset(map(str, asked))

    def terms(self) -> Terms:
        """Return what a valid form asks."""
        given, masks = self.cleaned_data, dict[str, set[str]]()
        for each in given["mask"]:
            key, _colon, fact = each.partition(":")
            masks.setdefault(key, set()).add(fact)
        of_all = masks.pop(_ALL, set())
        if of_all:
            masks = {key: masks.get(key, set()) | of_all for key in (*self.keys.values(), LATER)}
        return Terms(
            languages=_in_order(given["languages"] or language_now()),
            on=given["on"],
            edition=given["edition"] or None,
            field=given["field"] or None,
            level=given["level"] or None,
            masks=kept(masks),
        )


def _refusals() -> dict[str, str]:
    words = _("“%(value)s” is not offered here: choose one of the list.")
    return {
        "languages": words,
        "edition": words,
        "field": _(
            "The chosen edition has no field “%(value)s”: choose one of the list, or the one with the highest level."
        ),
        "level": _("The chosen edition has no level “%(value)s”: choose one of the list, or the next one."),
        "mask": _(
            "“%(value)s” is no fact of an engagement on record. The page may have been open for long: choose again."
        ),
    }


def fact_names() -> list[Text]:
    """Return what can be kept back, in the order of the columns."""
    return [MASKABLE_NAMES[fact] for fact in MASKABLE]


def _languages() -> list[tuple[str, str]]:
    return [("ja", _("Japanese")), ("en", _("English")), ("both", _("Both, one after the other"))]


def _in_order(asked: str) -> tuple[Language, ...]:
    """Return the languages of a passport: of both, that of the page first."""
    if asked != "both":
        return tuple(each for each in LANGUAGES if each == asked)
    own = language_now()
    return (own, *(each for each in LANGUAGES if each != own))


def _fields(asked: tuple[Edition, ...]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    for edition in asked:
        for category in edition.categories.values():
            fields = [(each.path, said(each.name)) for of, each in edition.fields() if of.path == category.path]
            if fields:
                yield said(category.name), fields


def _levels(asked: tuple[Edition, ...]) -> list[tuple[str, str]]:
    names: dict[int, str] = {}
    for edition in asked:
        for level in edition.levels:
            names.setdefault(level, said(edition.level_name(level)))
    return [(str(level), names[level]) for level in sorted(names)]


class _Days(forms.Form):
    days = forms.IntegerField(
        min_value=1,
        max_value=LONGEST_DAYS,
        initial=USUAL_DAYS,
        label=gettext_lazy("How many days can it be opened?"),
        help_text=gettext_lazy("Counted from today; at most 365."),
    )


class ExpiryForm(_Days):
    """For how many days from now a link can be opened."""


class LinkForm(_Days):
    """What a link is for, how long it can be opened, and what becomes of it when the record changes."""

    purpose = forms.CharField(
        max_length=120,
        label=gettext_lazy("What is it for?"),
        help_text=gettext_lazy("Only you see this, in the list of your links."),
    )
    state = forms.ChoiceField(
        choices=(
            ("live", gettext_lazy("As it is when the link is opened")),
            ("frozen", gettext_lazy("As it is now")),
        ),
        initial="live",
        label=gettext_lazy("Which state of the record does it show?"),
        widget=forms.RadioSelect,
    )
    hides_later = forms.BooleanField(
        required=False,
        initial=True,
        label=gettext_lazy("Keep every fact back of engagements that are recorded later"),
    )
    field_order = ("purpose", "days", "state", "hides_later")
