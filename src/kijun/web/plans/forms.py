"""What does somebody fill in to keep a plan, or to change its days?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from kijun.growth.addition import Addition
from kijun.growth.plan import Plan as Planned
from kijun.judgement.explain import PART_NAMES
from kijun.web.judgements.question import fiscal_year_of
from kijun.web.library.templatetags.kijun import said
from kijun.web.people.days import DayField
from kijun.web.plans.actions import Chosen, Dates
from kijun.web.plans.goals import Choice, Goal, choices, kept_steps
from kijun.web.plans.models import Plan
from kijun.web.plans.queries import FollowedStep

_BY_WHEN = gettext_lazy("By when?")


class KeepForm(forms.Form):
    """A name and a note for a plan, and for each of its steps the way to take it and a day."""

    name = forms.CharField(
        label=pgettext_lazy("of a plan", "Name"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("What you call this goal. Empty: the name of the cell."),
    )
    note = forms.CharField(
        label=pgettext_lazy("of a plan", "Note"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, data: Any = None, *, goal: Goal, plan: Planned, **kept: Any) -> None:
        super().__init__(data, **kept)
        self.goal, self.plan = goal, plan
        self.ways: list[list[Choice]] = [list(choices(step, goal)) for step in plan.steps]
        for number, ways in enumerate(self.ways):
            if len(ways) > 1:
                self.fields[f"way_{number}"] = forms.ChoiceField(
                    label=_("How?"),
                    choices=[(str(at), said(way.headline)) for at, way in enumerate(ways)],
                    initial="0",
                    widget=forms.RadioSelect,
                )
            self.fields[f"by_when_{number}"] = DayField(
                label=_BY_WHEN, initial=first_day(plan, goal.titled.judged.on).isoformat()
            )

    @property
    def steps(self) -> list[dict[str, Any]]:
        """The fields of each step, with the part that it serves and how it is said."""
        return [
            {
                "part": PART_NAMES[step.part],
                "ways": ways,
                "way": self[f"way_{number}"] if len(ways) > 1 else None,
                "by_when": self[f"by_when_{number}"],
            }
            for number, (step, ways) in enumerate(zip(self.plan.steps, self.ways, strict=True))
        ]

    def clean(self) -> dict[str, Any]:
        """Refuse a day before the one from which the plan was made."""
        cleaned: dict[str, Any] = super().clean() or {}
        for number in range(len(self.ways)):
            _refuse_past(self, f"by_when_{number}", cleaned, self.goal.titled.judged.on)
        return cleaned

    def chosen_ways(self) -> list[Choice]:
        """Return the way that was chosen for each step."""
        return [ways[int(self.cleaned_data.get(f"way_{number}") or 0)] for number, ways in enumerate(self.ways)]

    def chosen(self, person: Any) -> list[Chosen]:
        """Return the steps as they were chosen, beside a person's record."""
        ways = self.chosen_ways()
        additions: list[Addition] = [way.addition for way in ways]
        steps = kept_steps(self.plan, additions, self.goal, person)
        return [
            Chosen(step=step, choice=way, by_when=self.cleaned_data[f"by_when_{number}"])
            for number, (step, way) in enumerate(zip(steps, ways, strict=True))
        ]


def first_day(plan: Planned, on: date) -> date:
    """Return the day to offer for a step: the plan's, or where it asks for no time the last of the fiscal year."""
    return (
        plan.day if plan.day > on else fiscal_year_of(on).replace(year=fiscal_year_of(on).year + 1) - timedelta(days=1)
    )


class PlanForm(forms.Form):
    """The name, the note and the days of a plan that is kept."""

    based_on = forms.IntegerField(widget=forms.HiddenInput)
    name = forms.CharField(label=pgettext_lazy("of a plan", "Name"), max_length=120, required=False)
    note = forms.CharField(
        label=pgettext_lazy("of a plan", "Note"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, data: Any = None, *, plan: Plan, followed: tuple[FollowedStep, ...]) -> None:
        super().__init__(data, initial={"based_on": plan.number, "name": plan.name, "note": plan.note})
        self.plan = plan
        self.followed = [each for each in followed if not each.progress.is_settled]
        for each in self.followed:
            at = each.step.position
            self.fields[f"by_when_{at}"] = DayField(label=_BY_WHEN, initial=each.step.by_when.isoformat())
            self.fields[f"note_{at}"] = forms.CharField(
                label=pgettext_lazy("of a plan", "Note"), required=False, max_length=500, initial=each.step.note
            )

    @property
    def steps(self) -> list[dict[str, Any]]:
        """The fields of each step that is not settled."""
        return [
            {
                "step": each,
                "part": PART_NAMES[each.step.part],
                "by_when": self[f"by_when_{each.step.position}"],
                "note": self[f"note_{each.step.position}"],
            }
            for each in self.followed
        ]

    def clean(self) -> dict[str, Any]:
        """Refuse a day before the plan was kept."""
        cleaned: dict[str, Any] = super().clean() or {}
        for each in self.followed:
            _refuse_past(self, f"by_when_{each.step.position}", cleaned, self.plan.kept_on)
        return cleaned

    def dates(self) -> Mapping[int, Dates]:
        """Return the day and the note of each step, by its position."""
        kept = self.cleaned_data
        return {
            at: Dates(by_when=kept[f"by_when_{at}"], note=kept[f"note_{at}"])
            for at in (each.step.position for each in self.followed)
        }


def _refuse_past(form: forms.Form, name: str, cleaned: Mapping[str, Any], first: date) -> None:
    day = cleaned.get(name)
    if day is not None and day < first:
        words = _("%(day)s is before %(first)s, from which the plan was made. Choose that day or a later one.")
        form.add_error(name, words % {"day": day.isoformat(), "first": first.isoformat()})


class SeenForm(forms.Form):
    """Which state of a plan somebody saw as they pressed a button."""

    based_on = forms.IntegerField(min_value=1)
