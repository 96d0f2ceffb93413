"""What does an entry of a record say, in words?

Field by field, in the language of the page: names instead of ids. The record page, the history and a conflict show the same
lines, so that a change can be read wherever it is met.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from kijun.criteria.phrase import quantity
from kijun.day import read_day
from kijun.day_words import say_day, say_month
from kijun.evidence.words import LIST_NAMES, MASKABLE_NAMES, RATER_NAMES
from kijun.text import Text, same, series
from kijun.web.library.queries import words
from kijun.web.library.templatetags.kijun import language_now, said
from kijun.web.people.files.kinds import kind_name
from kijun.web.people.labels import decisions, label_of
from kijun.web.people.states import Plain, arranged
from kijun.web.people.vocabulary import claim_name, item_name, measures, name_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One fact of an entry: its key, what it is called, and what it says."""

    key: str
    label: str
    value: str


def say_recorded(day: object) -> str:
    """Return a day as the page writes it, to the day or to the month; what is no day stays as it is written."""
    recorded = read_day(str(day))
    if recorded is None:
        return str(day)
    return said(say_day(recorded.earliest) if recorded.is_exact else say_month(recorded.earliest))


def say_period(body: Plain) -> str:
    """Return from when to when an engagement goes."""
    facts = {"start": say_recorded(body.get("from", "")), "end": say_recorded(body.get("until", ""))}
    if body.get("until"):
        return _("%(start)s to %(end)s") % facts
    return _("since %(start)s") % facts


def say_text(text: object) -> str:
    """Return a text of a record in the language of the page; one that is given once reads the same in both."""
    if isinstance(text, Mapping):
        return str(text.get(language_now()) or next(iter(text.values()), ""))
    return str(text or "")


def title_of(list_: str, body: Plain) -> str:
    """Return by what name an entry goes."""
    match list_:
        case "head":
            return _("Person")
        case "engagements":
            return say_text(body.get("title")) or str(body.get("id", ""))
        case "expertise":
            return said(name_of("area", body.get("area", "")))
        case "contributions":
            return say_text(body.get("title")) or said(name_of("contribution", body.get("kind", "")))
        case "mentoring":
            return str(body.get("whom", ""))
        case "qualifications":
            return said(name_of("examination", body.get("examination", "")))
        case "ratings" | "knowledge":
            return said(item_name(body.get("item", "")))
        case "confirmations":
            return str(body.get("cell", ""))
        case _:
            return str(body.get("name", ""))


def lines_of(list_: str, body: Plain) -> list[Line]:
    """Return every fact of an entry; what is not recorded has no line."""
    return [
        Line(key=key, label=label_of(list_, key), value=value) for key, value in _values(list_, arranged(body)) if value
    ]


def _values(list_: str, body: Plain) -> Iterator[tuple[str, str]]:
    for key, value in body.items():
        match key, value:
            case "entry" | "sha256", _ if list_ == "attachments":
                continue
            case "sizes", Mapping():
                yield from _sizes(value)
            case "title" | "name", Mapping():
                yield from ((f"{key}.{part}", str(words_)) for part, words_ in value.items())
            case _:
                yield key, _say(list_, key, value)


def _sizes(sizes: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for measure, value in sizes.items():
        if measure == "customers":
            yield measure, said(name_of("customers", str(value)))
        else:
            number = str(value).replace(",", "")
            yield measure, said(quantity(measure, int(number), _measured)) if number.isdecimal() else str(value)


def _measured(kind: str, identity: str) -> Text:
    found = next((each for each in measures() if each.id == identity), None)
    if found is None:
        return name_of(kind, identity)
    return found.unit if kind == "unit" else found.name


def _say(list_: str, key: str, value: Any) -> str:
    speak = _WAYS.get((list_, key)) or _WAYS.get(("", key))
    return str(value) if speak is None else speak(value)


def _named(kind: str, value: Any) -> str:
    return said(name_of(kind, str(value)))


def _listed(kind: str, value: Any) -> str:
    return said(series([name_of(kind, str(each)) for each in value]))


def _yes(value: Any) -> str:
    return _("yes") if value else _("no")


def _share(share: Mapping[str, Any]) -> str:
    scope = _named("scope", share.get("scope"))
    facts: dict[str, object] = {"scope": scope, "count": share.get("count", 1), "employees": share.get("employees")}
    if share.get("employees") is None:
        return _("%(scope)s: %(count)s") % facts
    return _("%(scope)s: %(count)s, each with %(employees)s employees") % facts


def _equivalence(claim: Mapping[str, Any]) -> str:
    to = said(claim_name(str(claim.get("to", ""))))
    parts = [
        to,
        decisions().get(str(claim.get("decision")), ""),
        str(claim.get("by") or ""),
        str(claim.get("reason") or ""),
    ]
    if claim.get("day"):
        parts.append(say_recorded(claim["day"]))
    return " · ".join(part for part in parts if part)


def _each(say: Callable[[Mapping[str, Any]], str], value: Any) -> str:
    return " / ".join(say(each) for each in value)


def _masks(value: Any) -> str:
    return said(series([MASKABLE_NAMES.get(str(each), same(str(each))) for each in value]))


def _lists(value: Any) -> str:
    return said(series([LIST_NAMES[each] for each in value if each in LIST_NAMES]))


def _knowledge(value: Any) -> str:
    names = {known: name for item in words().items.values() for known, name in item.knowledge.items()}
    return said(series([names.get(str(each), Text(ja=str(each), en=str(each))) for each in value]))


_WAYS: Mapping[tuple[str, str], Callable[[Any], str]] = {
    ("", "fields"): partial(_listed, "field"),
    ("", "activities"): partial(_listed, "activity"),
    ("", "role"): partial(_named, "role"),
    ("", "from"): say_recorded,
    ("", "until"): say_recorded,
    ("", "since"): say_recorded,
    ("", "day"): say_recorded,
    ("", "outcome"): partial(_named, "outcome"),
    ("", "conditions"): partial(_listed, "condition"),
    ("", "conditions_complete"): _yes,
    ("", "market"): partial(_each, _share),
    ("", "equivalences"): partial(_each, _equivalence),
    ("", "masked"): _masks,
    ("", "area"): partial(_named, "area"),
    ("", "degree"): partial(_named, "degree"),
    ("", "reach"): partial(_named, "reach"),
    ("", "examination"): partial(_named, "examination"),
    ("", "complete"): _lists,
    ("", "known"): _knowledge,
    ("", "decision"): lambda value: decisions().get(str(value), str(value)),
    ("contributions", "kind"): partial(_named, "contribution"),
    ("ratings", "by"): lambda value: said(RATER_NAMES.get(str(value))) or str(value),
    ("ratings", "item"): lambda value: said(item_name(str(value))),
    ("attachments", "media_type"): kind_name,
    ("attachments", "size"): filesizeformat,
    ("knowledge", "item"): lambda value: said(item_name(str(value))),
}
