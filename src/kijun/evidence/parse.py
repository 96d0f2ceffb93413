"""Is this plain value a career record, and which?

No input or output here: the catalogue loads the file and says where each value stands.
"""

from __future__ import annotations

from datetime import date

from kijun.day import RecordedDay, exactly
from kijun.evidence.engagement import Engagement, Equivalence, MarketShare
from kijun.evidence.person import (
    LISTS,
    Confirmation,
    Contribution,
    Expertise,
    Mentoring,
    Name,
    Person,
    Qualification,
    Rating,
)
from kijun.evidence.words import KINDS, Words
from kijun.problem.reading import Value
from kijun.text import same

DECISIONS = ("claimed", "recognised", "refused")
CONFIRMATIONS = ("confirmed", "refused")
RATERS = ("self", "superior", "assessor")
MOST_UNITS = 100_000
MOST_EMPLOYEES = 10_000_000
HIGHEST_RATING = 7


def parse_person(value: Value, words: Words, *, today: date) -> Person:
    """Return the person of a career record; what is wrong with it is reported to the value's reading."""
    keys = value.keys(required=("employee", "name"), optional=("$schema", "team", "complete", *LISTS, "confirmations"))
    return Person(
        employee=keys["employee"].words(),
        name=_name(keys["name"]),
        team=keys["team"].words() or None,
        complete=frozenset(keys["complete"].word_list(KINDS["list"], LISTS)),
        engagements=tuple(_engagement(item, words, today) for item in keys["engagements"].identified()),
        expertise=tuple(_expertise(item, words, today) for item in keys["expertise"].items()),
        contributions=tuple(_contribution(item, words) for item in keys["contributions"].items()),
        mentoring=tuple(_mentoring(item, today) for item in keys["mentoring"].items()),
        qualifications=tuple(_qualification(item, words) for item in keys["qualifications"].items()),
        ratings=tuple(_rating(item) for item in keys["ratings"].items()),
        confirmations=tuple(_confirmation(item, words) for item in keys["confirmations"].items()),
    )


def _name(value: Value) -> Name:
    if isinstance(value.raw, dict):
        keys = value.keys(required=("text",), optional=("reading",))
        return Name(written=keys["text"].words(), reading=keys["reading"].words() or None)
    return Name(written=value.words())


def _engagement(value: Value, words: Words, today: date) -> Engagement:
    keys = value.keys(
        required=("id", "fields", "activities", "role", "from", "outcome"),
        optional=("title", "project", "until", "conditions", "conditions_complete", "sizes", "market", "equivalences"),
    )
    identity = keys["id"].words()
    start, end = _period(keys["from"], keys["until"], identity, today)
    role = _known(keys["role"], "role", words) or ""
    sizes, customers = _sizes(keys["sizes"], words)
    return Engagement(
        id=identity,
        title=keys["title"].text() if keys["title"].is_written else same(identity),
        project=keys["project"].words() or identity,
        fields=_known_list(keys["fields"], "field", words),
        activities=frozenset(_known_list(keys["activities"], "activity", words)),
        role=words.rank_of.get(role, role),
        title_held=role if role in words.rank_of else None,
        start=start,
        end=end,
        outcome=_known(keys["outcome"], "outcome", words) or "",
        conditions=frozenset(_known_list(keys["conditions"], "condition", words)),
        has_all_conditions=keys["conditions_complete"].flag(),
        sizes=sizes,
        customers=customers,
        market=tuple(_share(item, words) for item in keys["market"].items()) if keys["market"].is_written else None,
        equivalences=tuple(_equivalence(item, words) for item in keys["equivalences"].items()),
    )


def _known(value: Value, kind: str, words: Words) -> str | None:
    return value.word(KINDS[kind], words.of[kind]) or None


def _known_list(value: Value, kind: str, words: Words) -> tuple[str, ...]:
    return value.word_list(KINDS[kind], words.of[kind])


def _period(from_: Value, until: Value, identity: str, today: date) -> tuple[RecordedDay, RecordedDay | None]:
    start, end = from_.day(), until.day(counted_as="latest")
    if start and end and end.latest < start.earliest:
        until.report("K210", id=identity, start=start.earliest, end=end.latest)
    _warn_of_future(from_, start, identity, today)
    return start or exactly(date.min), end


def _warn_of_future(value: Value, start: RecordedDay | None, identity: str, today: date) -> None:
    if start and start.earliest > today:
        value.report("K211", id=identity, start=start.earliest)


def _sizes(value: Value, words: Words) -> tuple[dict[str, int], str | None]:
    keys = value.keys(optional=(*words.most, "customers"))
    sizes = {
        measure: keys[measure].whole(most=most) for measure, most in words.most.items() if keys[measure].is_written
    }
    return sizes, _known(keys["customers"], "customers", words)


def _share(value: Value, words: Words) -> MarketShare:
    keys = value.keys(required=("scope",), optional=("count", "employees"))
    scope = _known(keys["scope"], "scope", words) or ""
    employees = keys["employees"]
    if employees.is_written and scope in words.of["scope"] and scope not in words.scopes_with_employees:
        employees.report("K213", scope=scope)
    return MarketShare(
        scope=scope,
        count=keys["count"].whole(least=1, most=MOST_UNITS) if keys["count"].is_written else 1,
        employees=employees.whole(most=MOST_EMPLOYEES) if employees.is_written else None,
    )


def _equivalence(value: Value, words: Words) -> Equivalence:
    keys = value.keys(required=("decision",), optional=("to", "by", "reason", "day"))
    decision = keys["decision"].word(KINDS["decision"], DECISIONS)
    by, reason = keys["by"].words() or None, keys["reason"].words() or None
    if decision in ("recognised", "refused") and not (by and reason):
        value.report("K212")
    return Equivalence(
        decision=decision,
        to=keys["to"].word(KINDS["cell"], (*words.bands, *words.cells)) or None,
        by=by,
        reason=reason,
        day=keys["day"].day(),
    )


def _expertise(value: Value, words: Words, today: date) -> Expertise:
    keys = value.keys(required=("area",), optional=("degree", "reach", "since"))
    area, since = _known(keys["area"], "area", words) or "", keys["since"].day()
    _warn_of_future(keys["since"], since, area, today)
    return Expertise(
        area=area,
        degree=_known(keys["degree"], "degree", words),
        reach=_known(keys["reach"], "reach", words),
        since=since,
    )


def _contribution(value: Value, words: Words) -> Contribution:
    keys = value.keys(required=("kind", "day"), optional=("title",))
    kind = _known(keys["kind"], "contribution", words) or ""
    return Contribution(
        kind=kind,
        title=keys["title"].text() if keys["title"].is_written else words.of["contribution"].get(kind, same(kind)),
        day=_day(keys["day"]),
    )


def _mentoring(value: Value, today: date) -> Mentoring:
    keys = value.keys(required=("whom", "since"))
    whom, since = keys["whom"].words(), keys["since"].day()
    _warn_of_future(keys["since"], since, whom, today)
    return Mentoring(whom=whom, since=since or exactly(date.min))


def _qualification(value: Value, words: Words) -> Qualification:
    keys = value.keys(required=("examination", "day"))
    return Qualification(examination=_known(keys["examination"], "examination", words) or "", day=_day(keys["day"]))


def _rating(value: Value) -> Rating:
    keys = value.keys(required=("item", "level", "by", "day"), optional=("note",))
    return Rating(
        item=keys["item"].words(),
        level=keys["level"].whole(most=HIGHEST_RATING),
        by=keys["by"].word(KINDS["rater"], RATERS),
        day=_day(keys["day"]),
        note=keys["note"].words() or None,
    )


def _confirmation(value: Value, words: Words) -> Confirmation:
    keys = value.keys(required=("cell", "decision", "by", "reason", "day"))
    return Confirmation(
        cell=keys["cell"].word(KINDS["cell"], words.cells),
        decision=keys["decision"].word(KINDS["decision"], CONFIRMATIONS),
        by=keys["by"].words(),
        reason=keys["reason"].words(),
        day=_day(keys["day"]),
    )


def _day(value: Value) -> RecordedDay:
    return value.day() or exactly(date.min)
