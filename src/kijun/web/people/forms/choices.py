"""How does somebody choose among the words of the standard?

Nothing is refused here: a word that is not known is kept, shown, and told by the core as the command line tells it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from kijun.web.library.templatetags.kijun import said
from kijun.web.people.vocabulary import Group

Choice = tuple[str, str]
Choices = list[tuple[str, list[Choice]]]


def choices_of(groups: Sequence[Group], kept: Iterable[str] = ()) -> Choices:
    """Return groups as a widget takes them; words of the entry that no installed standard has stand in one of their own."""
    found = [(said(group.name), [(word, said(name)) for word, name in group.words]) for group in groups]
    known = {word for group in groups for word, _name in group.words}
    others = [(word, word) for word in kept if word and word not in known]
    return [*found, (_("In no installed standard"), others)] if others else found


class Ticks(forms.CheckboxSelectMultiple):
    """Boxes to tick, in groups, with a filter where they are many."""

    template_name = "people/widgets/ticks.html"

    def __init__(self, choices: Choices, *, is_many: bool = True, filters: str = "") -> None:
        """Offer these choices; `filters` says what the filter is for."""
        super().__init__(choices=choices)
        self.is_many, self.filters = is_many, filters

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """Return what the template shows."""
        context = super().get_context(name, value, attrs)
        context["widget"] |= {"is_many": self.is_many, "filters": self.filters}
        return context

    def create_option(
        self, name: str, value: Any, label: Any, selected: Any, index: Any, subindex: Any = None, attrs: Any = None
    ) -> dict[str, Any]:
        """Return one box; the focus can go to the first of them only."""
        option = super().create_option(name, value, label, selected, index, subindex, attrs)
        if index or subindex:
            option["attrs"].pop("autofocus", None)
        return option


class One(forms.Select):
    """One of some words, or none."""

    def __init__(self, choices: Choices) -> None:
        """Offer these choices below an empty one."""
        groups = [option for heading, options in choices for option in ([(heading, options)] if heading else options)]
        super().__init__(choices=[("", _("Choose")), *groups])


class Dots(Ticks):
    """A few words of which one is chosen."""

    input_type = "radio"
    allow_multiple_selected = False

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """Return the one that was chosen."""
        return data.get(name)


class Said(forms.CharField):
    """Something that is written or chosen once. Whether it must be there is said by the core.

    `unit` stands beside it, `width` says how wide it is shown.
    """

    unit = ""
    width = ""

    def validate(self, value: Any) -> None:
        """Ask for nothing."""


class Words(forms.Field):
    """Some words of a list. Whether there must be one is said by the core."""

    def validate(self, value: Any) -> None:
        """Ask for nothing."""
