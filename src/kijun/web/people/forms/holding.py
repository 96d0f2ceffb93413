"""How are expertise, contributions, mentoring and qualifications written down?"""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _

from kijun.web.library.templatetags.kijun import language_now
from kijun.web.people import vocabulary
from kijun.web.people.forms.choices import Dots, One, choices_of
from kijun.web.people.forms.record_form import RecordForm, texts_of, typed_text, without_blanks
from kijun.web.people.states import Plain

_OTHER: Final = "other_examination"


def day_hint() -> str:
    """Return how a day may be written."""
    return _("2026-04-01, 2026/4/1 or 2026年4月1日; the month alone where you do not know the day.")


def add_title(form: RecordForm, label: str, *, hint: str = "") -> None:
    """Add a title in the language of the page, and in the other one for whoever wants to give it."""
    labels = {"ja": _("Title in Japanese"), "en": _("Title in English")}
    first = language_now()
    form.add(f"title_{first}", label, hint=hint)
    for language, other in labels.items():
        if language != first:
            form.add(f"title_{language}", other)


class ExpertiseForm(RecordForm):
    """An area of expertise: how far one goes in it, and how far it reaches."""

    of = "expertise"

    def build(self) -> None:
        """Add the fields."""
        kept = self.kept.get
        self.add("area", _("Area"), is_needed=True, widget=One(choices_of(vocabulary.areas(), [kept("area", "")])))
        degrees = choices_of(vocabulary.plain("degree"), [kept("degree", "")])
        reaches = choices_of(vocabulary.plain("reach"), [kept("reach", "")])
        self.add("degree", _("Degree"), widget=Dots(degrees, is_many=False))
        self.add("reach", _("Reach"), widget=Dots(reaches, is_many=False))
        self.add_day("since", _("Since"), hint=day_hint())

    def body(self) -> Plain:
        """Return the entry."""
        typed = {key: self.one(key) for key in ("area", "degree", "reach")}
        return without_blanks({**typed, "since": self.day("since")})


class ContributionForm(RecordForm):
    """Something that hands a technique on."""

    of = "contributions"

    def build(self) -> None:
        """Add the fields."""
        kinds = choices_of(vocabulary.plain("contribution"), [self.kept.get("kind", "")])
        self.add("kind", _("Kind"), is_needed=True, widget=Dots(kinds, is_many=False))
        add_title(self, _("Title"))
        self.add_day("day", _("Day"), is_needed=True, hint=_("When it took place or came out."))

    def initial_of(self, body: Plain) -> dict[str, Any]:
        """Return what the fields show."""
        return {**super().initial_of(body), **texts_of(body.get("title"), "title")}

    def body(self) -> Plain:
        """Return the entry."""
        title = typed_text(self.one("title_ja"), self.one("title_en"))
        return without_blanks({"kind": self.one("kind"), "title": title, "day": self.day("day")})

    def field_of(self, path: tuple[str, ...]) -> str | None:
        """Return the field of a path."""
        if path[:1] == ("title",):
            return f"title_{path[1] if path[1:] else language_now()}"
        return super().field_of(path)


class MentoringForm(RecordForm):
    """Whom one mentors or coaches, and since when."""

    of = "mentoring"

    def build(self) -> None:
        """Add the fields."""
        self.add("whom", _("Whom"), is_needed=True, hint=_("A name, or a group such as “new members of the team”."))
        self.add_day("since", _("Since"), is_needed=True, hint=day_hint())

    def body(self) -> Plain:
        """Return the entry."""
        return without_blanks({"whom": self.one("whom"), "since": self.day("since")})


class QualificationForm(RecordForm):
    """An examination that was passed, and when: one that a standard names, or any other by its name."""

    of = "qualifications"

    def build(self) -> None:
        """Add the fields."""
        known = choices_of(vocabulary.plain("examination"))
        self.add("examination", _("Examination"), is_needed=True, widget=One(known))
        self.add(_OTHER, _("Or another examination"), hint=_("By its name, if the list does not have it."))
        self.add_day("day", _("Day"), is_needed=True, hint=day_hint())

    def body(self) -> Plain:
        """Return the entry."""
        passed = self.one("examination") or self.one(_OTHER)
        return without_blanks({"examination": passed, "day": self.day("day")})

    def initial_of(self, body: Plain) -> dict[str, Any]:
        """Return what the fields show: an examination that no standard names stands in the field for others."""
        shown = super().initial_of(body)
        passed = shown.get("examination", "")
        return shown if vocabulary.is_known("examination", passed) else {**shown, "examination": "", _OTHER: passed}

    def clean(self) -> None:
        """Refuse two examinations at once: an entry is about one."""
        if self.one("examination") and self.one(_OTHER):
            self.add_error(_OTHER, forms.ValidationError(_("Choose one of the list or write another one, not both.")))
