"""How is it said what is assumed beside a record?

One line for each addition, with the day from which it counts where that is after the day of judgement.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from kijun.criteria.phrase import Names, quantity
from kijun.day import RecordedDay
from kijun.day_words import say_day, say_month
from kijun.evidence import Engagement, Equivalence, MarketShare, Rating
from kijun.evidence.assume import Additions, FurtherFacts
from kijun.evidence.dump_additions import merged_facts
from kijun.evidence.person import LISTS
from kijun.evidence.words import DECISION_NAMES, LIST_NAMES, RATERS_IN_SENTENCES
from kijun.framework.edition import Edition
from kijun.judgement.assumption import Assumption
from kijun.judgement.explain_market import say_share
from kijun.judgement.ratings import common_item
from kijun.text import Text, inside, join, same, series


def assumptions(additions: Additions, names: Names) -> tuple[Assumption, ...]:
    """Return everything that additions assume, in words: what is added to the record's engagements first."""
    return (
        *(_facts(each, names) for each in merged_facts(additions.facts)),
        *(_engagement(each, names) for each in additions.engagements),
        *_records(additions, names),
        *_skills(additions, names),
        *(
            Assumption(kind="complete", name=each, words=LIST_NAMES[each])
            for each in LISTS
            if each in additions.complete
        ),
    )


def names_in(editions: Sequence[Edition]) -> Names:
    """Return what words are called in the first of the editions that has them, also fields and what skills consist of."""
    items = [item for edition in reversed(editions) for item in edition.skills.values()]
    beside = {
        "field": {field.id: field.name for edition in reversed(editions) for _, field in edition.fields()},
        "skill-item": {common_item(item.key): item.name for item in items},
        "knowledge": {each.id: each.name for item in items for each in item.knowledge},
        "item-level": {
            f"{common_item(item.key)}/{level}": name
            for edition in reversed(editions)
            for item in edition.skills.values()
            for level, name in edition.level_names.items()
        },
    }

    def name(kind: str, identity: str) -> Text:
        found = [edition.vocabulary.name(kind, identity) for edition in editions]
        known = [each for each in found if each != same(identity)]
        return known[0] if known else beside.get(kind, {}).get(identity, same(identity))

    return name


def _facts(facts: FurtherFacts, names: Names) -> Assumption:
    until = [] if facts.end is None else [_until(facts.end)]
    said = [
        *until,
        *_traits(facts.conditions, facts.sizes, facts.customers, facts.market, names),
        *(_equivalence(each) for each in facts.equivalences),
    ]
    return Assumption(kind="facts", name=facts.engagement, words=_named(same(facts.engagement), said))


def _engagement(engagement: Engagement, names: Names) -> Assumption:
    title = engagement.title
    called = same(engagement.id)
    if title != called:
        called = Text(ja=f"{engagement.id}「{title.ja}」", en=f"{engagement.id}, {title.en}")
    start = _day(engagement.start)
    since = Text(ja=f"{start.ja}から", en=f"from {start.en}")
    if engagement.end is not None:
        end = _until(engagement.end)
        since = Text(ja=f"{since.ja}{end.ja}", en=f"{since.en} {end.en}")
    role = ("title", engagement.title_held) if engagement.title_held else ("role", engagement.role)
    said = [
        series([names("field", each) for each in engagement.fields]),
        series([inside(names("activity", each)) for each in sorted(engagement.activities)]),
        inside(names(*role)),
        since,
        inside(names("outcome", engagement.outcome)),
        *_traits(engagement.conditions, engagement.sizes, engagement.customers, engagement.market, names),
        *(_equivalence(each) for each in engagement.equivalences),
    ]
    return Assumption(kind="engagements", name=engagement.id, words=_named(called, said), day=engagement.start.earliest)


def _named(name: Text, said: Sequence[Text]) -> Text:
    listed = join([each for each in said if each.ja], ja=" / ", en="; ")
    return Text(ja=f"{name.ja}: {listed.ja}", en=f"{name.en}: {listed.en}") if listed.ja else name


def _traits(
    conditions: frozenset[str],
    sizes: Mapping[str, int],
    customers: str | None,
    market: tuple[MarketShare, ...] | None,
    names: Names,
) -> Iterator[Text]:
    if conditions:
        listed = series([inside(names("condition", each)) for each in sorted(conditions)])
        yield Text(ja=f"条件は{listed.ja}", en=f"conditions: {listed.en}")
    for measure, number in sizes.items():
        name, many = names("measure", measure), quantity(measure, number, names)
        yield Text(ja=f"{name.ja} {many.ja}", en=f"{inside(name).en}: {many.en}")
    if customers is not None:
        served = names("customers", customers)
        yield Text(ja=f"担当ユーザは「{served.ja}」", en=f"users served: “{inside(served).en}”")
    if market is not None:
        shares = series([say_share(each, names) for each in market]) if market else Text(ja="なし", en="none")
        yield Text(ja=f"担当市場は{shares.ja}", en=f"market: {shares.en}")


def _equivalence(claim: Equivalence) -> Text:
    decision, to = DECISION_NAMES[claim.decision], claim.to or "?"
    by = Text(ja=f"{claim.by}が", en=f" by {claim.by}") if claim.by else same("")
    day = _day(claim.day) if claim.day else None
    when = Text(ja=f"、{day.ja}", en=f", {day.en}") if day else same("")
    return Text(
        ja=f"{to}に相当({by.ja}{decision.ja}{when.ja})",
        en=f"{decision.en} as equivalent to {to}{by.en}{when.en}",
    )


def _records(additions: Additions, names: Names) -> Iterator[Assumption]:
    for held in additions.expertise:
        steps = [("degree", held.degree), ("reach", held.reach)]
        said = [inside(names(kind, step)) for kind, step in steps if step is not None]
        since = [_since(held.since)] if held.since else []
        words = _named(names("area", held.area), [*said, *since])
        yield Assumption(kind="expertise", name=held.area, words=words, day=_first(held.since))
    for item in additions.contributions:
        kind = names("contribution", item.kind)
        title = [] if item.title in (kind, same(item.kind)) else [item.title]
        words = _named(kind, [*title, _day(item.day)])
        yield Assumption(kind="contributions", name=item.kind, words=words, day=_first(item.day))
    for each in additions.mentoring:
        words = _named(same(each.whom), [_since(each.since)])
        yield Assumption(kind="mentoring", name=each.whom, words=words, day=_first(each.since))
    for passed in additions.qualifications:
        words = _named(names("examination", passed.examination), [_day(passed.day)])
        yield Assumption(kind="qualifications", name=passed.examination, words=words, day=_first(passed.day))
    for word in additions.confirmations:
        words = _named(same(word.cell), [_by(DECISION_NAMES[word.decision], same(word.by)), _day(word.day)])
        yield Assumption(kind="confirmations", name=word.cell, words=words, day=_first(word.day))


def _skills(additions: Additions, names: Names) -> Iterator[Assumption]:
    for rating in additions.ratings:
        level = _by(_level(rating, names), RATERS_IN_SENTENCES[rating.by])
        words = _named(names("skill-item", rating.item), [level, _day(rating.day)])
        yield Assumption(kind="ratings", name=rating.item, words=words, day=_first(rating.day))
    for known in additions.knowledge:
        listed = (
            series([inside(names("knowledge", each)) for each in sorted(known.known)])
            if known.known
            else Text(ja="なし", en="none")
        )
        yield Assumption(kind="knowledge", name=known.item, words=_named(names("skill-item", known.item), [listed]))


def _level(rating: Rating, names: Names) -> Text:
    """Return a level as the standard of its skill item calls it, or by its number."""
    place = f"{common_item(rating.item)}/{rating.level}"
    name = names("item-level", place)
    return Text(ja=f"レベル{rating.level}", en=f"level {rating.level}") if name == same(place) else inside(name)


def _by(what: Text, who: Text) -> Text:
    return Text(ja=f"{what.ja}({who.ja})", en=f"{what.en} by {who.en}")


def _first(day: RecordedDay | None) -> date | None:
    return None if day is None else day.earliest


def _since(day: RecordedDay) -> Text:
    said = _day(day)
    return Text(ja=f"{said.ja}から", en=f"since {said.en}")


def _until(day: RecordedDay) -> Text:
    said = _day(day)
    return Text(ja=f"{said.ja}まで", en=f"until {said.en}")


def _day(day: RecordedDay) -> Text:
    return say_day(day.earliest) if day.is_exact else say_month(day.earliest)
