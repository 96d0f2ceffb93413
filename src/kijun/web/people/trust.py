"""What does a file that a person brings in say in the name of others, and what of that may count?

Nothing: what a superior or an assessor is said to have given waits for them, and an equivalence that is said to be decided is a
claim with the decision in its words. What they decided here stays as they decided it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from django.utils.translation import gettext as _

from kijun.web.people.states import Plain, State

ASSESSOR: Final = "assessor"
_CLAIMED: Final = "claimed"


def awaits(list_: str, body: Plain) -> str:
    """Return whose word an imported entry waits for, "" where it is the person's own."""
    if list_ == "confirmations":
        return ASSESSOR
    return str(body.get("by", "")) if list_ == "ratings" and body.get("by") != "self" else ""


def is_of_others(state: State) -> bool:
    """Whether an entry is a superior's or an assessor's own word: a file neither changes nor removes it."""
    return bool(awaits(state.list, state.body)) and not state.awaits


def claimed_only(body: Plain, held: Plain | None = None) -> Plain:
    """Return an engagement in which nothing is decided but what was decided in the state that is on record."""
    given = body.get("equivalences")
    settled = [each for each in ((held or {}).get("equivalences") or ()) if each.get("decision") != _CLAIMED]
    if not given and not settled:
        return body
    return {**body, "equivalences": _merged(given or [], settled)}


def _merged(given: Sequence[Plain], settled: Sequence[Plain]) -> list[Plain]:
    """Return what is given in its order; what was decided here about the same thing stands in its place."""
    decided: dict[object, Plain] = {each.get("to"): each for each in settled}
    shown = [decided.pop(each.get("to")) if each.get("to") in decided else _claim(each) for each in given]
    return [*shown, *decided.values()]


def _claim(given: Plain) -> Plain:
    if given.get("decision") == _CLAIMED:
        return given
    claim: dict[str, Any] = {"decision": _CLAIMED, "reason": _said(given)}
    return {"to": given["to"], **claim} if "to" in given else claim


def _said(given: Plain) -> str:
    facts = {"by": given.get("by", ""), "reason": given.get("reason", ""), "day": given.get("day", "")}
    if given.get("decision") == "refused":
        return (_("Imported: refused by %(by)s, because: %(reason)s %(day)s") % facts).strip()
    return (_("Imported: recognised by %(by)s, because: %(reason)s %(day)s") % facts).strip()
