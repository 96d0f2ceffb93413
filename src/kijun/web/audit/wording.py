"""How is an event said in words?

An action that is not written here is shown by its own name: a trail never hides one.
"""

from __future__ import annotations

from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from kijun.web.audit.models import Event

ACTIONS: Final = {
    "organisation.founded": gettext_lazy("set the installation up"),
    "organisation.changed": gettext_lazy("changed the organisation"),
    "account.made": gettext_lazy("made an account"),
    "account.invited": gettext_lazy("made a link to an account"),
    "account.changed": gettext_lazy("changed an account"),
    "account.deactivated": gettext_lazy("closed an account"),
    "account.reactivated": gettext_lazy("opened a closed account again"),
    "account.locked": gettext_lazy("account locked after too many attempts"),
    "invitation.accepted": gettext_lazy("set the password by a link"),
    "invitation.withdrawn": gettext_lazy("withdrew a link to an account"),
    "superior.named": gettext_lazy("named a superior"),
    "assessor.appointed": gettext_lazy("appointed an assessor"),
    "assessor.dismissed": gettext_lazy("dismissed an assessor"),
    "consent.given": gettext_lazy("agreed to the notice"),
    "password.changed": gettext_lazy("changed the password"),
    "password.reset": gettext_lazy("set a new password by e-mail"),
    "factor.added": gettext_lazy("added a second factor"),
    "factor.removed": gettext_lazy("took a second factor away"),
    "token.made": gettext_lazy("made a key to the API"),
    "token.withdrawn": gettext_lazy("withdrew a key to the API"),
    "record.added": gettext_lazy("added to a record"),
    "record.edited": gettext_lazy("changed a record"),
    "record.removed": gettext_lazy("removed from a record"),
    "record.undone": gettext_lazy("undid a change of a record"),
    "record.imported": gettext_lazy("imported into a record"),
    "record.decided": gettext_lazy("decided about a record"),
    "record.erased": gettext_lazy("erased a record"),
    "passport.link_made": gettext_lazy("made a private link to a passport"),
    "passport.link_changed": gettext_lazy("changed a private link to a passport"),
    "passport.link_withdrawn": gettext_lazy("withdrew a private link to a passport"),
    "passport.opened": gettext_lazy("a passport was opened by its private link"),
    "plan.kept": gettext_lazy("kept a plan"),
    "plan.edited": gettext_lazy("changed a plan"),
    "plan.anew": pgettext_lazy("of the trail", "planned anew"),
    "plan.reached": gettext_lazy("closed a plan as reached"),
    "plan.withdrawn": gettext_lazy("withdrew a plan"),
    "plan.reopened": gettext_lazy("opened a withdrawn plan again"),
    "what_if.kept": gettext_lazy("kept an assumption"),
    "what_if.changed": gettext_lazy("changed an assumption"),
    "what_if.forgotten": gettext_lazy("forgot an assumption"),
    "record.exported": gettext_lazy("exported a record"),
}
_FIELDS: Final = {
    "name": pgettext_lazy("of a person", "name"),
    "email": gettext_lazy("e-mail address"),
    "language": gettext_lazy("language"),
    "is_assessor": gettext_lazy("assessor"),
    "is_steward": gettext_lazy("steward"),
    "is_administrator": gettext_lazy("administrator"),
    "offers_sign_up": gettext_lazy("people may open an account by themselves"),
    "scopes": gettext_lazy("scopes"),
    "days": gettext_lazy("days"),
    "entries": gettext_lazy("entries"),
}


def say_action(action: str) -> str:
    """Return what was done, in the language of the page."""
    return str(ACTIONS.get(action, action))


def say_detail(event: Event) -> list[str]:
    """Return what an event tells besides, a line for each thing: before and after where something was changed."""
    if event.detail.keys() == {"before", "after"}:
        return [_change(event.detail)]
    return [
        _("%(field)s: %(value)s") % {"field": said, "value": _value(event.detail[field])}
        for field, said in _FIELDS.items()
        if field in event.detail
    ]


def _value(value: Any) -> str:
    match value:
        case {"before": _before, "after": _after}:
            return _change(value)
        case bool():
            return _("yes") if value else _("no")
        case list():
            return ", ".join(map(str, value))
        case _:
            return str(value) or _("nobody")


def _change(change: dict[str, Any]) -> str:
    return f"{_value(change['before'])} → {_value(change['after'])}"
