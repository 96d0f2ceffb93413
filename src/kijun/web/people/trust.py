"""What does a file that a person brings in say in the name of others, and what of that may count?

Nothing: what a superior or an assessor is said to have given waits for them, and an equivalence that is said to be decided is a
claim with the decision in its words. What they decided here stays as they decided it, as long as what they decided about does.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from django.utils.translation import gettext as _

from kijun.web.people.states import Plain, State

ASSESSOR: Final = "assessor"
_CLAIMED: Final = "claimed"
_RECOGNISED: Final = "recognised"
_BESIDE_THE_FACTS: Final = frozenset({"title", "masked", "equivalences"})
"""What an engagement may be called, what of it is kept back, and what was decided: none of it is what was looked at."""
_UNORDERED: Final = ("activities", "conditions")
_UNSAID: Final[tuple[object, ...]] = (False, None, "", [], {})


def awaits(list_: str, body: Plain) -> str:
    """Return whose word an imported entry waits for, "" where it is the person's own."""
    if list_ == "confirmations":
        return ASSESSOR
    by = str(body.get("by", "")).strip()  # a record file may have blanks around a word
    return by if list_ == "ratings" and by != "self" else ""


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


def still_recognised(before: Plain, after: Plain) -> Plain:
    """Return the later state of an engagement, in which recognised equivalences are claims again where its facts are others.

    Whoever recognised one looked at other facts. The claim tells in its words who recognised it, when and why.
    """
    given = after.get("equivalences") or ()
    if _facts(before) == _facts(after) or not any(each.get("decision") == _RECOGNISED for each in given):
        return after
    return {**after, "equivalences": [_claimed_again(each) for each in given]}


def lost_recognition(before: Plain | None, after: Plain | None) -> bool:
    """Whether an equivalence was recognised in the earlier state of an engagement and is a claim in the later one."""
    was, now = (
        {each.get("to") for each in (body or {}).get("equivalences") or () if each.get("decision") == decision}
        for body, decision in ((before, _RECOGNISED), (after, _CLAIMED))
    )
    return bool(was & now)


def _facts(body: Plain) -> Plain:
    said = {key: value for key, value in body.items() if key not in _BESIDE_THE_FACTS and value not in _UNSAID}
    return said | {key: sorted(map(str, said[key])) for key in _UNORDERED if isinstance(said.get(key), list)}


def _claimed_again(given: Plain) -> Plain:
    if given.get("decision") != _RECOGNISED:
        return given
    facts = {"by": given.get("by", ""), "reason": given.get("reason", ""), "day": given.get("day", "")}
    reason = (_("Recognised by %(by)s before the facts changed, because: %(reason)s %(day)s") % facts).strip()
    return {**({"to": given["to"]} if "to" in given else {}), "decision": _CLAIMED, "reason": reason}


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
