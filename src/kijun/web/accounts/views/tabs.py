"""Which pages has the administration?"""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _


def tabs(current: str) -> list[dict[str, object]]:
    """Return the pages of the administration, with the one that is shown."""
    shown = (
        ("administration", _("People")),
        ("organisation", _("Organisation")),
        ("trail", _("Trail")),
    )
    return [
        {"label": label, "url": reverse(f"accounts:{name}"), "is_current": name == current} for name, label in shown
    ]
