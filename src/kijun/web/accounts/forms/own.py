"""What does somebody decide about their own account?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kijun.web.accounts.actions import SCOPES
from kijun.web.accounts.forms.people import language_field, name_field
from kijun.web.accounts.models import User
from kijun.web.accounts.zones import zones

SCOPE_WORDS = {
    "record:read": _("read the record"),
    "record:write": _("change the record"),
    "judgement:read": _("read what is met, and why"),
    "plan:read": _("read plans"),
    "plan:write": _("change plans"),
    "skills:read": _("read skill ratings"),
    "skills:write": _("rate skills"),
    "passport:read": _("read passports"),
    "passport:write": _("make and withdraw passports"),
    "library:read": _("read the standards"),
    "people:read": _("read about the people whom you may see"),
    "accounts:write": _("keep accounts, where you administer"),
}


class Settings(forms.Form):
    """How somebody is named and spoken to."""

    name = name_field()
    language = language_field()
    time_zone = forms.CharField(
        label=_("Time zone"),
        max_length=60,
        help_text=_("Type a city to search, for example Tokyo. It decides when a day begins."),
        widget=forms.TextInput(attrs={"list": "time-zones", "autocomplete": "off", "spellcheck": "false"}),
    )
    theme = forms.ChoiceField(label=_("Appearance"), choices=User.Theme.choices)

    def __init__(self, data: Mapping[str, Any] | None = None, *, person: User) -> None:
        """Begin with what holds now."""
        kept = ("name", "language", "time_zone", "theme")
        super().__init__(data, initial={field: getattr(person, field) for field in kept})

    def clean_time_zone(self) -> str:
        """Take a zone in whatever case it is written."""
        given = self.cleaned_data["time_zone"].strip()
        known = {zone.lower(): zone for zone in zones()}
        found = known.get(given.lower().replace(" ", "_"))
        if found is None:
            said = _("There is no time zone called “%(given)s”. Choose one of the list, for example Asia/Tokyo.")
            raise forms.ValidationError(said, params={"given": given})
        return found


class Language(forms.Form):
    """The switch in the head of a page."""

    language = forms.ChoiceField(choices=settings.LANGUAGES)


class Theme(forms.Form):
    """The switch in the menu."""

    theme = forms.ChoiceField(choices=User.Theme.choices)


class MakeToken(forms.Form):
    """What a new key to the API may do, and for how long."""

    name = forms.CharField(
        label=pgettext_lazy("of a key", "Name"),
        max_length=80,
        help_text=_("For which program it is, so that you know it later."),
    )
    scopes = forms.MultipleChoiceField(
        label=_("What it may do"),
        choices=[(scope, SCOPE_WORDS[scope]) for scope in SCOPES],
        widget=forms.CheckboxSelectMultiple,
    )
    days = forms.TypedChoiceField(
        label=_("How long it works"),
        coerce=int,
        initial=90,
        choices=[(7, _("7 days")), (30, _("30 days")), (90, _("90 days")), (365, _("365 days"))],
    )
