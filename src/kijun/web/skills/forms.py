"""What does somebody fill in to rate, to state knowledge, and to decide on a rating that waits?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kijun.day import RecordedDay
from kijun.evidence.words import RATER_NAMES
from kijun.framework.edition import Edition
from kijun.framework.skill import SkillItem
from kijun.judgement.ratings import common_item
from kijun.web.library.templatetags.kijun import said
from kijun.web.people.actions import Outcome
from kijun.web.people.days import RecordedDayField
from kijun.web.people.states import Fault
from kijun.web.skills.actions import Rate
from kijun.web.skills.queries import Place

LONGEST_NOTE: Final = 1000
FIELD, ALL = "field", "all"


class RatingForm(forms.Form):
    """What is the same for one rating and for many: as whom, on which day, and for which fields a common item is rated."""

    by = forms.ChoiceField(
        widget=forms.RadioSelect,
        label=gettext_lazy("I rate as"),
        error_messages={"required": gettext_lazy("You are both superior and assessor here. Choose as whom you rate.")},
    )
    scope = forms.ChoiceField(widget=forms.RadioSelect, required=False, label=gettext_lazy("A common item is rated"))
    day = RecordedDayField(
        label=gettext_lazy("Day of the rating"),
        error_messages={"required": gettext_lazy("Write the day of the rating, like 2026-04-01.")},
    )
    based_on = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, data: Mapping[str, Any] | None, *, raters: Sequence[str], has_common: bool, **initial: Any
    ) -> None:
        super().__init__(data, initial={"day": timezone.localdate().isoformat(), "scope": FIELD, **initial})
        self.raters = raters
        _choice(self, "by").choices = [(rater, said(RATER_NAMES[rater])) for rater in raters]
        _choice(self, "scope").choices = scopes()
        if len(raters) == 1:
            del self.fields["by"]
        if not has_common:
            del self.fields["scope"]

    def clean_day(self) -> RecordedDay:
        """Return the day: nobody has rated yet on a day to come."""
        day: RecordedDay = self.cleaned_data["day"]
        if day.earliest > timezone.localdate():
            raise forms.ValidationError(
                _("This day has not come yet. Write today or the day on which the rating was given.")
            )
        return day

    @property
    def rater(self) -> str:
        """As whom the rating is given."""
        return str(self.cleaned_data["by"]) if "by" in self.fields else self.raters[0]

    @property
    def seen(self) -> int | None:
        """The revision of the record that the author saw."""
        number: int | None = self.cleaned_data.get("based_on")
        return number

    def key_of(self, item: SkillItem) -> str:
        """Return by which name the record shall speak of an item: its own, or that of the item for all fields."""
        is_for_all = item.is_common and self.cleaned_data.get("scope") == ALL
        return common_item(item.key) if is_for_all else item.key


class RateForm(RatingForm):
    """A level of one item."""

    level = forms.ChoiceField(
        widget=forms.RadioSelect,
        label=gettext_lazy("Level"),
        error_messages={"required": gettext_lazy("Choose the level whose text fits best.")},
    )
    note = forms.CharField(
        required=False,
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 3}),
        label=gettext_lazy("Note on the rating"),
        help_text=gettext_lazy("What the rating rests on. Everybody who sees the rating can read it."),
    )

    def __init__(self, data: Mapping[str, Any] | None, *, edition: Edition, **of: Any) -> None:
        super().__init__(data, **of)
        _choice(self, "level").choices = levels_of(edition)

    def rate(self, item: SkillItem) -> Rate:
        """Return the rating that a valid form gives an item."""
        kept = self.cleaned_data
        return Rate(
            item=self.key_of(item), by=self.rater, level=int(kept["level"]), day=kept["day"], note=kept["note"].strip()
        )


class ManyForm(RatingForm):
    """A level for each item of a field that somebody chooses one for; the others stay as they are."""

    def __init__(self, data: Mapping[str, Any] | None, *, place: Place, **of: Any) -> None:
        items = place.items
        super().__init__(data, has_common=any(item.is_common for item in items), **of)
        self.items = {f"level-{item.id}": item for item in items}
        choices = [("", _("leave")), *levels_of(place.edition)]
        for name, item in self.items.items():
            label = said(item.name)
            self.fields[name] = forms.ChoiceField(
                required=False, choices=choices, widget=forms.RadioSelect, label=label
            )

    def clean(self) -> dict[str, Any]:
        """Return what is filled in: at least one item."""
        kept = super().clean() or self.cleaned_data
        if not any(kept.get(name) or name in self.errors for name in self.items):
            raise forms.ValidationError(_("No item has a level yet. Choose one for at least one item."))
        return kept

    def chosen(self) -> dict[str, Rate]:
        """Return the ratings that a valid form gives, by the name of the field."""
        kept = self.cleaned_data
        return {
            name: Rate(item=self.key_of(item), by=self.rater, level=int(kept[name]), day=kept["day"])
            for name, item in self.items.items()
            if kept[name]
        }


class KnowledgeForm(forms.Form):
    """Which knowledge items of a skill item somebody has; nothing chosen says that none is known."""

    known = forms.MultipleChoiceField(
        required=False, widget=forms.CheckboxSelectMultiple, label=gettext_lazy("Knowledge items that you have")
    )
    scope = forms.ChoiceField(required=False, widget=forms.RadioSelect, label=gettext_lazy("This is said"))
    based_on = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Mapping[str, Any] | None, *, item: SkillItem, **initial: Any) -> None:
        super().__init__(data, initial={"scope": FIELD, **initial}, auto_id="knowledge_%s")
        known = self.fields["known"]
        assert isinstance(known, forms.MultipleChoiceField), "several are known"
        known.choices = [(each.id, said(each.name)) for each in item.knowledge]
        _choice(self, "scope").choices = scopes()
        self.item = item
        if not item.is_common:
            del self.fields["scope"]

    @property
    def key(self) -> str:
        """By which name the record shall speak of the item."""
        return common_item(self.item.key) if self.cleaned_data.get("scope") == ALL else self.item.key


class DecisionForm(forms.Form):
    """Whether a rating that was brought in counts; refusing it needs a reason."""

    decision = forms.ChoiceField(choices=[("confirm", ""), ("refuse", "")])
    reason = forms.CharField(required=False, max_length=LONGEST_NOTE, label=gettext_lazy("Reason"))
    based_on = forms.IntegerField(required=False)

    def clean(self) -> dict[str, Any]:
        """Return the decision; whoever refuses says why."""
        kept = super().clean() or self.cleaned_data
        if kept.get("decision") == "refuse" and not kept.get("reason", "").strip():
            self.add_error("reason", _("Say why you refuse it: the person reads the reason in their history."))
        return kept


def scopes() -> list[tuple[str, str]]:
    """Return for which fields something of a common item may be said."""
    return [(FIELD, _("for this field")), (ALL, _("once for all fields of the category"))]


def levels_of(edition: Edition) -> list[tuple[str, str]]:
    """Return the levels that an item may be rated at; 0 is below the lowest."""
    return [
        ("0", _("below the lowest level")),
        *((str(level), said(edition.level_name(level))) for level in edition.levels),
    ]


def show_outcome(form: forms.Form, done: Outcome, names: Mapping[str, str] | None = None) -> None:
    """Put what stopped a change beside the fields that it is about; `names` are fields by the key of an entry."""
    for fault in done.faults:
        if fault.is_error:
            form.add_error(_field(form, fault, names or {}), said(fault.problem.detail))
    if done.conflicts:
        words = _(
            "Somebody changed this since you opened the page. What is on record now is shown here; look, then save again."
        )
        form.add_error(None, words)


def warnings_of(faults: Iterable[Fault]) -> list[str]:
    """Return what is remarked on a change that was made."""
    return [said(fault.problem.detail) for fault in faults if not fault.is_error]


def _field(form: forms.Form, fault: Fault, names: Mapping[str, str]) -> str | None:
    if fault.key is not None and fault.key in names:
        return names[fault.key]
    return next((name for name in fault.path if name in form.fields), None)


def _choice(form: forms.Form, name: str) -> forms.ChoiceField:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField), "somebody chooses"
    return field
