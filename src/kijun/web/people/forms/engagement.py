"""How is an engagement written down: what, when, in which role, under which conditions, how large, and how it ended?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from kijun.web.library.templatetags.kijun import language_now
from kijun.web.people import vocabulary
from kijun.web.people.forms.choices import Choices, Dots, One, Ticks, Words, choices_of
from kijun.web.people.forms.holding import add_title
from kijun.web.people.forms.market import FURTHER, add_market, market_of, row_of, typed_market
from kijun.web.people.forms.record_form import (
    RecordForm,
    texts_of,
    typed_day,
    typed_number,
    typed_text,
    without_blanks,
)
from kijun.web.people.labels import maskable
from kijun.web.people.states import Plain

REQUIRED = ("fields", "activities", "role", "from", "outcome")
"""What no clause can be looked at without, in the order of the form; the id is made where none is given."""
_ASKED = {"field": "fields", "mandatory": "conditions", "market": "market_0_scope"}
"""What a judgement asks for -> the field that it is written in, where they go by different names."""
_MOST_OF_ID = 40
_NOT_IN_ID = re.compile(r"[^\w]+")


class EngagementForm(RecordForm):
    """One engagement. `taken` are the ids of the other engagements of the record."""

    of = "engagements"

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        kept: Plain | None = None,
        focus: str = "",
        taken: Collection[str] = (),
        today: str = "",
    ) -> None:
        """Show the engagement, or what was typed."""
        self.taken, self.today = taken, today
        super().__init__(data, kept=kept, focus=_ASKED.get(focus, focus))

    def build(self) -> None:
        """Add the fields, in the order of the page."""
        add_title(
            self,
            pgettext("of an engagement", "Title"),
            hint=_("What you would call it. Without one it goes by its short name."),
        )
        self._tick(
            "fields", _("Specialty fields"), choices_of(vocabulary.fields(), self._held("fields")), is_many=False
        )
        main = One(choices_of(vocabulary.fields(), self._held("fields")))
        self.add(
            "main_field",
            _("Main field"),
            widget=main,
            hint=_("Where you ticked several: the one that it is first of all."),
        )
        self._tick("activities", _("Activities"), choices_of(vocabulary.activities(), self._held("activities")))
        self.add_day("from", _("First day"), is_needed=True)
        self.add_day("until", _("Last day"))
        self.fields["is_running"] = forms.BooleanField(label=_("It is still running"), required=False)
        roles = choices_of(vocabulary.roles(), [self.kept.get("role", "")])
        self.add("role", _("Role"), is_needed=True, widget=One(roles))
        held = choices_of(vocabulary.conditions(), self._held("conditions"))
        self._tick("conditions", _("Conditions"), held, is_needed=False)
        self.fields["conditions_complete"] = forms.BooleanField(label=_("No other condition held"), required=False)
        self._build_sizes()
        outcomes = choices_of(vocabulary.plain("outcome"), [self.kept.get("outcome", "")])
        self.add("outcome", _("Outcome"), is_needed=True, widget=Dots(outcomes, is_many=False))
        add_market(self, len(self.kept.get("market") or ()) + FURTHER)
        claims = choices_of(vocabulary.claims(), self._held("claims"))
        self._tick("equivalence", _("I claim that it equals"), claims, is_needed=False)
        self._tick("masked", _("Masked in reports"), [("", [*maskable().items()])], is_many=False, is_needed=False)
        self.add(
            "id", _("Short name"), hint=_("Proofs call the engagement by it. Made from the title where you give none.")
        )
        self.add(
            "project",
            _("Project"),
            hint=_("Give two engagements of one project the same word here: together they count as one time."),
        )

    def _build_sizes(self) -> None:
        for measure in vocabulary.measures():
            widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
            name, unit = measure.name.said_in(language_now()), measure.unit.said_in(language_now())
            self.add(measure.id, name, widget=widget).unit = unit
        served = choices_of(vocabulary.plain("customers"), [self.initial.get("customers", "")])
        self.add("customers", _("Customers served"), widget=One(served))

    def _tick(self, name: str, label: str, choices: Choices, *, is_many: bool = True, is_needed: bool = True) -> None:
        widget = Ticks(choices, is_many=is_many, filters=_("Filter: %(what)s") % {"what": label})
        self.fields[name] = Words(label=label, required=is_needed, widget=widget)

    def _held(self, name: str) -> list[str]:
        return [str(each) for each in self.initial.get(name, ())]

    def initial_of(self, body: Plain) -> dict[str, Any]:
        """Return what the fields show."""
        sizes = body.get("sizes") or {}
        claims = [each.get("to", "") for each in body.get("equivalences", ()) if each.get("decision") == "claimed"]
        return {
            **super().initial_of(body),
            **texts_of(body.get("title"), "title"),
            **{key: f"{value:,}" if isinstance(value, int) else value for key, value in sizes.items()},
            **market_of(body.get("market") or ()),
            "main_field": next(iter(body.get("fields") or ()), ""),
            "equivalence": claims,
            "claims": claims,
            "is_running": bool(body) and "until" not in body,
        }

    def clean(self) -> dict[str, Any]:
        """Ask whether it is over: an end that is left out by mistake would count as time served."""
        if not self.one("until") and not self.is_running:
            self.add_error("until", _("Write the last day, or say that it is still running."))
        return super().clean() or {}

    @property
    def is_running(self) -> bool:
        """Whether it was said to be running."""
        return bool(self.one("is_running"))

    def body(self) -> Plain:
        """Return the engagement; its id is the one on record, the one given, or one made from title and day."""
        title = typed_text(self.one("title_ja"), self.one("title_en"))
        sizes = {each.id: typed_number(self.one(each.id)) for each in vocabulary.measures() if self.one(each.id)}
        return without_blanks(
            {
                "id": self.one("id") or self.kept.get("id") or self._made_id(title),
                "title": title,
                "project": self.one("project"),
                "fields": self._fields(),
                "activities": self.ticked("activities"),
                "role": self.one("role"),
                "from": self.day("from"),
                "until": "" if self.is_running else self.day("until"),
                "outcome": self.one("outcome"),
                "conditions": self.ticked("conditions"),
                "conditions_complete": bool(self.one("conditions_complete")),
                "sizes": {**sizes, **({"customers": self.one("customers")} if self.one("customers") else {})},
                "market": typed_market(self),
                "equivalences": self._claims(),
                "masked": self.ticked("masked"),
            }
        )

    def _fields(self) -> list[str]:
        """Return the fields, the main one first."""
        ticked, main = self.ticked("fields"), self.one("main_field")
        return sorted(ticked, key=lambda field: field != main) if main in ticked else ticked

    def _claims(self) -> list[Plain]:
        """Return what was decided already, which is not the person's to change, and what is claimed."""
        chosen = self.many("equivalence")
        held = list(self.kept.get("equivalences", ()))
        kept = [each for each in held if each.get("decision") != "claimed" or each.get("to") in chosen]
        known = {each.get("to") for each in kept}
        claimed = [{"to": to, "decision": "claimed", "day": self.today} for to in chosen if to not in known]
        return [*kept, *(without_blanks(each) for each in claimed)]

    def _made_id(self, title: object) -> str:
        said = title["en"] if isinstance(title, dict) else str(title)
        first = next(iter(self.many("fields")), "")
        plain = _NOT_IN_ID.sub("-", unicodedata.normalize("NFKC", said).lower()).strip("-_")[:_MOST_OF_ID].strip("-_")
        made = plain or "-".join(filter(None, (first, typed_day(self.one("from"))))) or "engagement"
        found, number = made, 2
        while found in self.taken:
            found, number = f"{made}-{number}", number + 1
        return found

    def field_of(self, path: tuple[str, ...]) -> str | None:
        """Return the field of a path."""
        match path:
            case ("title", "ja" | "en" as language):
                return f"title_{language}"
            case ("title",):
                return f"title_{language_now()}"
            case ("sizes", measure):
                return super().field_of((measure,))
            case ("market", place, *rest):
                row = row_of(self, int(place))
                return super().field_of((f"market_{row}_{rest[0] if rest else 'scope'}",))
            case ("equivalences", *_):
                return "equivalence"
            case _:
                return super().field_of(path)
