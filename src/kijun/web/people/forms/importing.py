"""How is a record file handed in, and what is to be done with it?"""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kijun.web.people.files.limits import MEGABYTE, MOST_IMPORTED
from kijun.web.people.files.names import clean_name, ending_of

WORKBOOK: Final = "xlsx"
_TEXTS: Final = ("yaml", "yml", "json")


class ImportForm(forms.Form):
    """A record file, or a workbook that was filled in."""

    use_required_attribute = False
    file = forms.FileField(label=gettext_lazy("Record file or workbook"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Say what is read."""
        super().__init__(*args, **kwargs)
        endings = [f".{each}" for each in (*_TEXTS, WORKBOOK)]
        self.fields["file"].help_text = _("YAML, JSON or the Excel workbook, up to %(most)s MB.") % {
            "most": MOST_IMPORTED // MEGABYTE
        }
        self.fields["file"].widget.attrs["accept"] = ",".join(endings)

    def clean_file(self) -> UploadedFile[bytes]:
        """Return the file, where it is small enough and its name says how it is to be read."""
        given: UploadedFile[bytes] = self.cleaned_data["file"]
        given.kijun_name = clean_name(given.name or "")  # type: ignore[attr-defined]  # Django's own setter would change it
        told = {"name": given.kijun_name, "most": MOST_IMPORTED // MEGABYTE}  # type: ignore[attr-defined]
        if ending_of(told["name"]) not in (*_TEXTS, WORKBOOK):
            raise forms.ValidationError(
                _("“%(name)s” is not read: its name ends in none of .yaml, .yml, .json, .xlsx.") % told
            )
        if (given.size or 0) > MOST_IMPORTED:
            raise forms.ValidationError(
                _("“%(name)s” is larger than %(most)s MB, and no record needs that much.") % told
            )
        return given


class OptionsForm(forms.Form):
    """What is to be done with what was handed in."""

    everything = forms.BooleanField(
        required=False,
        label=gettext_lazy("The file is the whole record"),
        help_text=gettext_lazy("What is on record and not in the file is removed."),
    )
    head = forms.BooleanField(
        required=False,
        label=gettext_lazy("Take employee number, name and team from the file"),
        help_text=gettext_lazy("Otherwise they stay as they are."),
    )
