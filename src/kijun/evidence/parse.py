"""Is this plain value a career record, and which?

No input or output here: the catalogue loads the file and says where each value stands.
"""

from __future__ import annotations

from datetime import date

from kijun.day import RecordedDay, exactly
from kijun.evidence.engagement import MASKABLE, Engagement, Equivalence, MarketShare
from kijun.evidence.parse_skills import parse_skills
from kijun.evidence.person import (
    LISTS,
    Confirmation,
    Contribution,
    Expertise,
    Mentoring,
    Name,
    Person,
    Qualification,
)
from kijun.evidence.words import KINDS, Words
from kijun.problem.reading import Value
from kijun.text import same

DECISIONS = ("claimed", "recognised", "refused")
CONFIRMATIONS = ("confirmed", "refused")
MOST_UNITS = 100_000
MOST_EMPLOYEES = 10_000_000
_OPTIONAL = ("$schema", "team", "complete", *LISTS, "knowledge", "confirmations")


def parse_person(value: Value, words: Words, *, today: date) -> Person:
    """Return the person of a career record; what is wrong with it is reported to the value's reading."""
    keys = value.keys(required=("employee", "name"), optional=_OPTIONAL)
    ratings, knowledge = parse_skills(keys["ratings"], keys["knowledge"], words)
    return Person(
        employee=keys["employee"].words(),
        name=_name(keys["name"]),
        team=keys["team"].words() or None,
        complete=frozenset(keys["complete"].word_list(KINDS["list"], LISTS)),
        engagements=tuple(parse_engagement(item, words, today) for item in keys["engagements"].identified()),
        expertise=tuple(parse_expertise(item, words, today) for item in keys["expertise"].items()),
        contributions=tuple(parse_contribution(item, words) for item in keys["contributions"].items()),
        mentoring=tuple(parse_mentoring(item, today) for item in keys["mentoring"].items()),
        qualifications=tuple(parse_qualification(item, words) for item in keys["qualifications"].items()),
        ratings=ratings,
        confirmations=tuple(parse_confirmation(item, words) for item in keys["confirmations"].items()),
        knowledge=knowledge,
    )


def _name(value: Value) -> Name:
    if isinstance(value.raw, dict):
        keys = value.keys(required=("text",), optional=("reading",))
        return Name(written=keys["text"].words(), reading=keys["reading"].words() or None)
    return Name(written=value.words())


def parse_engagement(value: Value, words: Words, today: date) -> Engagement:
    """Return one engagement; a day of beginning after today is a warning."""
    keys = value.keys(
        required=("id", "fields", "activities", "role", "from", "outcome"),
        optional=(
            "title",
            "project",
            "until",
            "conditions",
            "conditions_complete",
            "sizes",
            "market",
            "equivalences",
            "masked",
        ),
    )
    identity = keys["id"].words()
    start, end = _period(keys["from"], keys["until"], identity, today)
    role = _known(keys["role"], "role", words) or ""
    sizes, customers = parse_sizes(keys["sizes"], words)
    return Engagement(
        id=identity,
        title=keys["title"].text() if keys["title"].is_written else same(identity),
        project=keys["project"].words() or identity,
        fields=known_list(keys["fields"], "field", words),
        activities=frozenset(known_list(keys["activities"], "activity", words)),
        role=words.rank_of.get(role, role),
        title_held=role if role in words.rank_of else None,
        start=start,
        end=end,
        outcome=_known(keys["outcome"], "outcome", words) or "",
        conditions=frozenset(known_list(keys["conditions"], "condition", words)),
        has_all_conditions=keys["conditions_complete"].flag(),
        sizes=sizes,
        customers=customers,
        market=tuple(parse_share(item, words) for item in keys["market"].items())
        if keys["market"].is_written
        else None,
        equivalences=tuple(parse_equivalence(item, words) for item in keys["equivalences"].items()),
        masked=frozenset(keys["masked"].word_list(KINDS["masked"], MASKABLE)),
    )


def _known(value: Value, kind: str, words: Words) -> str | None:
    return value.word(KINDS[kind], words.of[kind]) or None


def known_list(value: Value, kind: str, words: Words) -> tuple[str, ...]:
    """Return a list of words of one kind."""
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


def parse_sizes(value: Value, words: Words) -> tuple[dict[str, int], str | None]:
    """Return the numbers of an engagement by measure, and whom it served."""
    keys = value.keys(optional=(*words.most, "customers"))
    sizes = {
        measure: keys[measure].whole(most=most) for measure, most in words.most.items() if keys[measure].is_written
    }
    return sizes, _known(keys["customers"], "customers", words)


def parse_share(value: Value, words: Words) -> MarketShare:
    """Return a part of the market that somebody answered for."""
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


def parse_equivalence(value: Value, words: Words) -> Equivalence:
    """Return a claim that an engagement equals something printed; once decided it needs who and why."""
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


def parse_expertise(value: Value, words: Words, today: date) -> Expertise:
    """Return an area of expertise."""
    keys = value.keys(required=("area",), optional=("degree", "reach", "since"))
    area, since = _known(keys["area"], "area", words) or "", keys["since"].day()
    _warn_of_future(keys["since"], since, area, today)
    return Expertise(
        area=area,
        degree=_known(keys["degree"], "degree", words),
        reach=_known(keys["reach"], "reach", words),
        since=since,
    )


def parse_contribution(value: Value, words: Words) -> Contribution:
    """Return a contribution; without a title it is called by its kind."""
    keys = value.keys(required=("kind", "day"), optional=("title",))
    kind = _known(keys["kind"], "contribution", words) or ""
    return Contribution(
        kind=kind,
        title=keys["title"].text() if keys["title"].is_written else words.of["contribution"].get(kind, same(kind)),
        day=_day(keys["day"]),
    )


def parse_mentoring(value: Value, today: date) -> Mentoring:
    """Return the mentoring of somebody."""
    keys = value.keys(required=("whom", "since"))
    whom, since = keys["whom"].words(), keys["since"].day()
    _warn_of_future(keys["since"], since, whom, today)
    return Mentoring(whom=whom, since=since or exactly(date.min))


def parse_qualification(value: Value, words: Words) -> Qualification:
    """Return an examination passed: any, with a remark on one that no standard at hand names."""
    keys = value.keys(required=("examination", "day"))
    examination, known = keys["examination"].words(), words.of["examination"]
    if examination and examination not in known:
        near = value.reading.suggest(examination, known)
        keys["examination"].report("K225", suggestion=near, examination=examination, known=", ".join(known))
    return Qualification(examination=examination, day=_day(keys["day"]))


def parse_confirmation(value: Value, words: Words) -> Confirmation:
    """Return an assessor's word on the circumstances of a cell, or on a part of it that was not understood."""
    keys = value.keys(required=("cell", "decision", "by", "reason", "day"))
    return Confirmation(
        cell=keys["cell"].word(KINDS["cell"], (*words.cells, *words.unread)),
        decision=keys["decision"].word(KINDS["decision"], CONFIRMATIONS),
        by=keys["by"].words(),
        reason=keys["reason"].words(),
        day=_day(keys["day"]),
    )


def _day(value: Value) -> RecordedDay:
    return value.day() or exactly(date.min)
