"""What do all forms of a career record share?

A form shows the body of an entry and makes a body out of what was typed. Whether that is right is decided by the core, whose
faults are put at the fields that they are about.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from django import forms
from django.http import QueryDict
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from kijun.day import read_day
from kijun.web.library.templatetags.kijun import language_now, said
from kijun.web.people.forms.choices import Said
from kijun.web.people.states import Fault, Plain

MOST_LETTERS = 400
DAY_LETTERS = 40
DAYS = frozenset({"from", "until", "since", "day"})


class RecordForm(forms.Form):
    """A form over one entry; `kept` is the body on record, what no field asks for stays as it is in there."""

    of: ClassVar[str]
    use_required_attribute = False

    def __init__(self, data: QueryDict | None = None, *, kept: Plain | None = None, focus: str = "") -> None:
        """Show the entry, or what was typed; `focus` names the field to begin at."""
        self.kept: Plain = kept or {}
        self.focus = focus
        super().__init__(data, initial=self.initial_of(self.kept))
        self.build()
        if focus in self.fields:
            self.fields[focus].widget.attrs["autofocus"] = True

    def build(self) -> None:
        """Add the fields."""
        raise NotImplementedError

    def initial_of(self, body: Plain) -> dict[str, Any]:
        """Return what the fields show of a body."""
        shown = {key: value for key, value in body.items() if not isinstance(value, dict)}
        return {key: typed_day(str(value)) if key in DAYS else value for key, value in shown.items()}

    def body(self) -> Plain:
        """Return the body that was typed; what is empty is not in it."""
        raise NotImplementedError

    def field_of(self, path: tuple[str, ...]) -> str | None:
        """Return the field that asks for what stands at a path of the body."""
        return path[0] if path and path[0] in self.fields else None

    def one(self, name: str) -> str:
        """Return what was typed into a field, without blanks around it."""
        value = self.data.get(name, "") if self.is_bound else self.initial.get(name, "")
        return "on" if value is True else str(value or "").strip()

    def many(self, name: str) -> list[str]:
        """Return what was ticked, each once."""
        if isinstance(self.data, QueryDict):
            return [*dict.fromkeys(word for word in self.data.getlist(name) if word)]
        return list(self.initial.get(name, ()))

    def day(self, name: str) -> str:
        """Return a day that was typed; one that is the day on record stays as it is written there."""
        typed, kept = self.one(name), str(self.kept.get(name, ""))
        return kept if kept and read_day(typed) == read_day(kept) is not None else typed_day(typed)

    def ticked(self, name: str) -> list[str]:
        """Return what was ticked: what is on record in its order there, then the others in the order of the page."""
        chosen = self.many(name)
        kept = [word for word in self.kept.get(name) or () if word in chosen]
        return [*kept, *(word for word in chosen if word not in kept)]

    def add(self, name: str, label: str, *, is_needed: bool = False, hint: str = "", widget: Any = None) -> Said:
        """Add a field for one line or word."""
        shown = widget or forms.TextInput()
        field = Said(label=label, required=is_needed, help_text=hint, max_length=MOST_LETTERS, widget=shown)
        self.fields[name] = field
        return field

    def add_day(self, name: str, label: str, *, is_needed: bool = False, hint: str = "") -> None:
        """Add a field for a day."""
        widget = forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "placeholder": "2026-04-01"})
        field = Said(label=label, required=is_needed, help_text=hint, max_length=DAY_LETTERS, widget=widget)
        field.width = "short"
        self.fields[name] = field

    def add_faults(self, faults: Iterable[Fault]) -> None:
        """Put each error at the field that it is about, in the words of the command line."""
        for fault in faults:
            if fault.is_error:
                name = self.field_of(fault.path)
                self.add_error(name, forms.ValidationError(say_fault(fault)))

    def focus_on_error(self) -> None:
        """Begin at the first field that needs another look."""
        for name, field in self.fields.items():
            field.widget.attrs.pop("autofocus", None)
            if name in self.errors:
                field.widget.attrs["autofocus"] = True
                return


def say_fault(fault: Fault) -> SafeString:
    """Return a fault in the words of the command line: code, what it is, what was expected and what to do."""
    problem = fault.problem
    suggestion = _("Did you mean “%(word)s”?") % {"word": problem.suggestion} if problem.suggestion else ""
    return format_html(
        "<span><code>{}</code> {}: {} {}</span>", problem.code, said(problem.title), said(problem.detail), suggestion
    )


def typed_day(words: str) -> str:
    """Return a day as a record file writes it best: in digits, to the day or to the month; what is no day as it was typed."""
    recorded = read_day(words)
    if recorded is None:
        return words
    return recorded.earliest.isoformat() if recorded.is_exact else f"{recorded.earliest:%Y-%m}"


def typed_number(words: str) -> int | str:
    """Return a whole number of either width, with its thousands apart or not; what is none as it was typed."""
    plain = unicodedata.normalize("NFKC", words).replace(",", "").replace(" ", "")
    return int(plain) if plain.isdecimal() and len(plain) <= 15 else words  # noqa: PLR2004  # more than any measure counts


def without_blanks(body: Mapping[str, Any]) -> Plain:
    """Return a body without what is empty: not recorded is not written."""
    return {key: value for key, value in body.items() if value is not False and value not in ("", None, [], {})}


def texts_of(text: object, name: str) -> dict[str, str]:
    """Return the fields of a text: one that is given once stands in the language of the page."""
    if isinstance(text, Mapping):
        return {f"{name}_{language}": str(said_) for language, said_ in text.items()}
    return {f"{name}_{language_now()}": str(text)} if text else {}


def typed_text(ja: str, en: str) -> object:
    """Return a text in one language or in both."""
    return {"ja": ja, "en": en} if ja and en else ja or en
