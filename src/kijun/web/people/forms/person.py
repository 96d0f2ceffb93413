"""How is the head of a record written down: who it is about, and of which lists nothing is missing?"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from kijun.evidence.person import LISTS
from kijun.evidence.words import LIST_NAMES
from kijun.web.people.forms.choices import Ticks, Words, choices_of
from kijun.web.people.forms.record_form import RecordForm, without_blanks
from kijun.web.people.states import Plain
from kijun.web.people.vocabulary import Group


class HeadForm(RecordForm):
    """Employee number, name, how it is read, and team."""

    of = "head"

    def build(self) -> None:
        """Add the fields."""
        self.add("employee", _("Employee number"), is_needed=True)
        self.add("name", _("Name"), is_needed=True)
        self.add("reading", _("Reading"), hint=_("How the name is read aloud, in kana."))
        self.add("team", _("Team"))

    def initial_of(self, body: Plain) -> dict[str, Any]:
        """Return what the fields show."""
        name = body.get("name", "")
        named = {"name": name["text"], "reading": name.get("reading", "")} if isinstance(name, dict) else {"name": name}
        return {"employee": body.get("employee", ""), "team": body.get("team", ""), **named}

    def body(self) -> Plain:
        """Return the head with what is complete as it was."""
        name, reading = self.one("name"), self.one("reading")
        written: object = {"text": name, "reading": reading} if reading else name
        typed = {"employee": self.one("employee"), "name": written, "team": self.one("team")}
        return without_blanks({**self.kept, **typed})

    def field_of(self, path: tuple[str, ...]) -> str | None:
        """Return the field of a path."""
        return "reading" if path == ("name", "reading") else super().field_of(path)


class CompleteForm(RecordForm):
    """Of which lists nothing is missing, so that what is not in them is a no."""

    of = "head"

    def build(self) -> None:
        """Add the field."""
        lists = (Group(name=None, words=tuple((name, LIST_NAMES[name]) for name in LISTS)),)
        self.fields["complete"] = Words(
            label=_("Nothing is missing from"), required=False, widget=Ticks(choices_of(lists), is_many=False)
        )

    def body(self) -> Plain:
        """Return the head with these lists complete."""
        return without_blanks({**self.kept, "complete": self.ticked("complete")})
