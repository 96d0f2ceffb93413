"""How is a file handed in as evidence?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kijun.web.people.files.attach import Handed
from kijun.web.people.files.kinds import ENDINGS, kind_of
from kijun.web.people.files.limits import MEGABYTE, MOST_LETTERS_OF_A_NOTE, MOST_OF_A_FILE
from kijun.web.people.files.names import clean_name


class AttachmentForm(forms.Form):
    """A file and a line about it."""

    use_required_attribute = False
    file = forms.FileField(label=gettext_lazy("File"))
    note = forms.CharField(
        label=gettext_lazy("What it shows"), required=False, max_length=MOST_LETTERS_OF_A_NOTE, strip=True
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Say what is taken."""
        super().__init__(*args, **kwargs)
        kinds = format_html_join(", ", "<code>{}</code>", ((each,) for each in ENDINGS))
        said = _("Up to %(most)s MB, of these kinds:") % {"most": MOST_OF_A_FILE // MEGABYTE}
        self.fields["file"].help_text = format_html("{} {}", said, kinds)
        self.fields["file"].widget.attrs["accept"] = ",".join(f".{each}" for each in ENDINGS)

    def clean_file(self) -> Handed:
        """Return the file, where it is small enough and of a kind that is taken."""
        given: UploadedFile[bytes] = self.cleaned_data["file"]
        name = clean_name(given.name or "")
        if (given.size or 0) > MOST_OF_A_FILE:
            told = {"name": name, "size": f"{(given.size or 0) / MEGABYTE:.1f}", "most": MOST_OF_A_FILE // MEGABYTE}
            raise forms.ValidationError(
                _("“%(name)s” is %(size)s MB; at most %(most)s MB are kept. Make it smaller or split it.") % told
            )
        data = given.read()
        media_type = kind_of(data, name)
        if media_type is None:
            raise forms.ValidationError(
                _(
                    "“%(name)s” is not kept: what is in it is none of %(kinds)s, or its name ends otherwise."
                    " Save it as PDF, for example, and choose that."
                )
                % {"name": name, "kinds": ", ".join(ENDINGS)}
            )
        return Handed(name=name, media_type=media_type, data=data)

    def handed(self) -> Handed:
        """Return the checked file with the line about it."""
        file: Handed = self.cleaned_data["file"]
        return Handed(name=file.name, media_type=file.media_type, data=file.data, note=self.cleaned_data["note"])
