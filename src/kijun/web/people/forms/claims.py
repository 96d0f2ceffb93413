"""How is a claim decided, and how are the circumstances of a cell confirmed?"""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kijun.day import read_day
from kijun.web.people.forms.record_form import typed_day
from kijun.web.people.states import Plain

GRANT: Final = "grant"
_MOST_OF_A_REASON: Final = 1_000


class _Reasoned(forms.Form):
    use_required_attribute = False
    decision = forms.ChoiceField(label=gettext_lazy("Decision"), widget=forms.RadioSelect)
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=_MOST_OF_A_REASON,
        help_text=gettext_lazy("The person reads it in the history of their record."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def offer(self, *choices: tuple[str, str]) -> None:
        """Offer the decisions that there are."""
        field = self.fields["decision"]
        assert isinstance(field, forms.ChoiceField), "a decision is a choice"
        field.choices = choices


class ClaimForm(_Reasoned):
    """Whether a claim is granted, and why."""

    based_on = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, is_equivalence: bool, **kwargs: Any) -> None:
        """Call the decisions by their words: an equivalence is recognised, an entry is confirmed."""
        super().__init__(*args, **kwargs)
        self.offer((GRANT, _("Recognise") if is_equivalence else _("Confirm")), ("refuse", _("Refuse")))


class ConfirmationForm(_Reasoned):
    """An assessor's word on the circumstances of a cell."""

    cell = forms.CharField(max_length=200, widget=forms.HiddenInput)
    day = forms.CharField(label=gettext_lazy("Day"), required=False, max_length=40)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the two decisions; the day is today where none is given."""
        super().__init__(*args, **kwargs)
        self.offer(("confirmed", _("Confirm")), ("refused", _("Refuse")))
        self.fields["day"].help_text = _("Today, if left empty.")

    def clean_day(self) -> str:
        """Return the day as a record file writes it."""
        typed: str = self.cleaned_data["day"]
        if not typed:
            return timezone.localdate().isoformat()
        if read_day(typed) is None:
            raise forms.ValidationError(
                _("“%(given)s” is not a day. Write it like 2026-04-01, with its day.") % {"given": typed}
            )
        return typed_day(typed)

    def body(self, *, by: str) -> Plain:
        """Return the confirmation as a record file holds it."""
        given = self.cleaned_data
        return {
            "cell": given["cell"],
            "decision": given["decision"],
            "by": by,
            "reason": given["reason"],
            "day": given["day"],
        }
