"""What does somebody fill in to assume one thing more?

Each form makes one entry in the words of a record. What is wrong with it is said by the core's own parser, at the field it is about.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, ClassVar, Final

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from kijun.evidence import Person
from kijun.problem import Severity
from kijun.web.library.templatetags.kijun import said
from kijun.web.people import vocabulary
from kijun.web.people.vocabulary import Group
from kijun.web.plans.assumed import Plain, read_body

_DAY_HELP = gettext_lazy("Such as 2027-04-01 or 2027-04. It may lie in the future.")
_FROM: Final = "from"
_FIELD_OF: Final = {"title": "called", "fields": "fields_", "sizes": "measure"}
"""The field in which a key of an entry is filled in, where it has another name."""


def _choices(groups: Sequence[Group]) -> list[Any]:
    found: list[Any] = [("", "–")]
    for group in groups:
        words = [(word, said(name)) for word, name in group.words]
        found += [(said(group.name), words)] if group.name else words
    return found


def _one(label: Any, *, required: bool = True) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, required=required)


def _day(label: Any, *, required: bool = True) -> forms.CharField:
    return forms.CharField(label=label, required=required, max_length=20, help_text=_DAY_HELP)


class EntryForm(forms.Form):
    """A form for one entry of a list; its fields have the names of the entry's keys."""

    of: ClassVar[str]
    title: ClassVar[Any]

    def __init__(self, data: Any = None, *, person: Person, on: date, taken: Sequence[str] = ()) -> None:
        super().__init__(data)
        self.person, self.on, self.taken = person, on, taken
        for name, groups in self.offers().items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField), "what is offered is chosen"
            field.choices = _choices(groups)

    def offers(self) -> Mapping[str, Sequence[Group]]:
        """Return the words to choose among, by field."""
        return {}

    def entry(self) -> Plain:
        """Return the entry that was filled in."""
        return {name: value for name, value in self.cleaned_data.items() if value not in ("", None, [])}

    def clean(self) -> dict[str, Any]:
        """Say what the core finds wrong, at the field that it is about."""
        cleaned: dict[str, Any] = super().clean() or {}
        if not self.errors:
            found = read_body({self.of: [self.entry()]}, self.person, on=self.on).wrong
            for each in (each for each in found if each.problem.severity is Severity.ERROR):
                named = (_FIELD_OF.get(part, part) for part in each.path[2:])
                name = next((part for part in named if part in self.fields), None)
                self.add_error(name, said(each.problem.detail))
        return cleaned


class EngagementForm(EntryForm):
    """A further engagement."""

    of = "engagements"
    title = gettext_lazy("A new engagement")
    called = forms.CharField(label=pgettext_lazy("of an engagement", "Title"), max_length=200)
    fields_ = _one(gettext_lazy("Field"))
    role = _one(gettext_lazy("Role"))
    outcome = _one(gettext_lazy("Outcome"))
    until = _day(gettext_lazy("Until"), required=False)
    activities = forms.MultipleChoiceField(label=gettext_lazy("Activities"), required=False)
    conditions = forms.MultipleChoiceField(label=gettext_lazy("Conditions"), required=False)
    customers = _one(gettext_lazy("Users served"), required=False)
    measure = _one(gettext_lazy("What is counted"), required=False)
    amount = forms.IntegerField(label=gettext_lazy("How many"), min_value=0, required=False)
    order: ClassVar[Sequence[str]] = (
        "called",
        "fields_",
        "role",
        _FROM,
        "until",
        "outcome",
        "customers",
        "measure",
        "amount",
    )

    def __init__(self, data: Any = None, **kept: Any) -> None:
        super().__init__(data, **kept)
        self.fields[_FROM] = _day(gettext_lazy("From"))

    def offers(self) -> Mapping[str, Sequence[Group]]:
        """Return the words of an engagement."""
        counted = tuple((each.id, each.name) for each in vocabulary.measures())
        return {
            "fields_": vocabulary.fields(),
            "role": vocabulary.roles(),
            "outcome": vocabulary.plain("outcome"),
            "activities": vocabulary.activities(),
            "conditions": vocabulary.conditions(),
            "customers": vocabulary.plain("customers"),
            "measure": (Group(name=None, words=counted),),
        }

    @property
    def rows(self) -> Iterator[Any]:
        """The fields but those with boxes to tick."""
        return (self[name] for name in self.order)

    @property
    def ticks(self) -> list[dict[str, Any]]:
        """The boxes to tick, under their headings."""
        found = []
        for name, groups in (("activities", vocabulary.activities()), ("conditions", vocabulary.conditions())):
            chosen = self.data.getlist(name) if hasattr(self.data, "getlist") else []
            found.append({"field": self[name], "groups": groups, "chosen": chosen})
        return found

    def entry(self) -> Plain:
        """Return the engagement, under an id that no other has."""
        kept = self.cleaned_data
        number = next(each for each in range(1, len(self.taken) + 2) if f"what-if-{each}" not in self.taken)
        sizes: Plain = (
            {kept["measure"]: kept["amount"]} if kept.get("measure") and kept.get("amount") is not None else {}
        )
        sizes |= {"customers": kept["customers"]} if kept.get("customers") else {}
        entry: Plain = {
            "id": f"what-if-{number}",
            "title": kept["called"],
            "fields": [kept["fields_"]],
            "activities": kept["activities"],
            "role": kept["role"],
            "from": kept[_FROM],
            "until": kept["until"],
            "outcome": kept["outcome"],
            "conditions": kept["conditions"],
            "sizes": sizes,
        }
        return {name: value for name, value in entry.items() if value not in ("", [], {}) or name == "activities"}


class ExpertiseForm(EntryForm):
    """An area of expertise."""

    of = "expertise"
    title = gettext_lazy("An area of expertise")
    area = _one(gettext_lazy("Area"))
    degree = _one(gettext_lazy("Degree"))
    reach = _one(gettext_lazy("Reach"), required=False)
    since = _day(gettext_lazy("Since"), required=False)

    def offers(self) -> Mapping[str, Sequence[Group]]:
        """Return the words of expertise."""
        degrees, reaches = vocabulary.plain("degree"), vocabulary.plain("reach")
        return {"area": vocabulary.areas(), "degree": degrees, "reach": reaches}


class ContributionForm(EntryForm):
    """A contribution."""

    of = "contributions"
    title = gettext_lazy("A contribution")
    kind = _one(gettext_lazy("Kind"))
    called = forms.CharField(label=pgettext_lazy("of an engagement", "Title"), max_length=200)
    day = _day(gettext_lazy("Day"))

    def offers(self) -> Mapping[str, Sequence[Group]]:
        """Return the kinds."""
        return {"kind": vocabulary.plain("contribution")}

    def entry(self) -> Plain:
        """Return the contribution."""
        kept = self.cleaned_data
        return {"kind": kept["kind"], "title": kept["called"], "day": kept["day"]}


class MentoringForm(EntryForm):
    """Mentoring of somebody."""

    of = "mentoring"
    title = gettext_lazy("Mentoring")
    whom = forms.CharField(label=gettext_lazy("Whom"), max_length=200)
    since = _day(gettext_lazy("Since"))


class QualificationForm(EntryForm):
    """An examination passed."""

    of = "qualifications"
    title = gettext_lazy("An examination passed")
    examination = _one(gettext_lazy("Examination"))
    day = _day(gettext_lazy("Day"))

    def offers(self) -> Mapping[str, Sequence[Group]]:
        """Return the examinations."""
        return {"examination": vocabulary.plain("examination")}


FORMS: Final[Mapping[str, type[EntryForm]]] = {
    "engagement": EngagementForm,
    "expertise": ExpertiseForm,
    "contribution": ContributionForm,
    "mentoring": MentoringForm,
    "qualification": QualificationForm,
}


class NewForm(forms.Form):
    """A name for something to be assumed, and where it starts from: nothing, a plan, or a text."""

    name = forms.CharField(label=pgettext_lazy("of a plan", "Name"), max_length=120)
    plan = forms.CharField(max_length=12, required=False, widget=forms.HiddenInput)
    goal = forms.CharField(max_length=200, required=False, widget=forms.HiddenInput)
    seen = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)
    text = forms.CharField(
        label=gettext_lazy("A file of additions"),
        required=False,
        max_length=100_000,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"}),
        help_text=gettext_lazy(
            "As “kijun plan -o FILE” writes it and “kijun judge --with FILE” reads it. Empty: start with nothing."
        ),
    )

    def clean_name(self) -> str:
        """Return the name on one line."""
        name = " ".join(str(self.cleaned_data["name"]).split())
        if not name:
            raise forms.ValidationError(_("Give it a name, so that you find it again."))
        return name


class NameForm(forms.Form):
    """Another name."""

    name = forms.CharField(label=pgettext_lazy("of a plan", "Name"), max_length=120)


class PlaceForm(forms.Form):
    """Which entry to leave out."""

    list = forms.CharField(max_length=20)
    position = forms.IntegerField(min_value=0)
