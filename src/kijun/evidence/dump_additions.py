"""How are additions written as plain values, in the words of a record?

The inverse of `parse_additions`. What a record leaves out where it says nothing is left out here too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kijun.day import RecordedDay
from kijun.evidence.assume import Additions, FurtherFacts
from kijun.evidence.engagement import Engagement, Equivalence, MarketShare
from kijun.evidence.person import LISTS
from kijun.text import Text

Plain = dict[str, object]


def dump_additions(additions: Additions) -> Plain:
    """Return additions as the plain values of their file; further facts of one engagement become one entry."""
    facts = merged_facts(additions.facts)
    return _written(
        {
            "complete": [name for name in LISTS if name in additions.complete],
            "engagements": [*map(_dump_facts, facts), *map(dump_engagement, additions.engagements)],
            "expertise": [
                _written({"area": each.area, "degree": each.degree, "reach": each.reach, "since": _day(each.since)})
                for each in additions.expertise
            ],
            "contributions": [
                {"kind": each.kind, "title": _text(each.title), "day": _day(each.day)}
                for each in additions.contributions
            ],
            "mentoring": [{"whom": each.whom, "since": _day(each.since)} for each in additions.mentoring],
            "qualifications": [
                {"examination": each.examination, "day": _day(each.day)} for each in additions.qualifications
            ],
            "ratings": [
                _written(
                    {"item": each.item, "level": each.level, "by": each.by, "day": _day(each.day), "note": each.note}
                )
                for each in additions.ratings
            ],
            "knowledge": [{"item": each.item, "known": sorted(each.known)} for each in additions.knowledge],
            "confirmations": [
                {
                    "cell": each.cell,
                    "decision": each.decision,
                    "by": each.by,
                    "reason": each.reason,
                    "day": _day(each.day),
                }
                for each in additions.confirmations
            ],
        }
    )


def merged_facts(facts: Iterable[FurtherFacts]) -> tuple[FurtherFacts, ...]:
    """Return further facts with one entry for each engagement, which says what all of its entries come to."""
    found: dict[str, FurtherFacts] = {}
    for each in facts:
        before = found.get(each.engagement)
        found[each.engagement] = each if before is None else _merged(before, each)
    return tuple(found.values())


def _merged(before: FurtherFacts, after: FurtherFacts) -> FurtherFacts:
    return replace(
        before,
        conditions=before.conditions | after.conditions,
        sizes={**after.sizes, **before.sizes},
        customers=before.customers if after.customers is None else after.customers,
        market=_merged_market(before.market, after.market),
        equivalences=(*before.equivalences, *after.equivalences),
        end=before.end if after.end is None else after.end,
    )


def _merged_market(
    before: tuple[MarketShare, ...] | None, after: tuple[MarketShare, ...] | None
) -> tuple[MarketShare, ...] | None:
    if before is None or after is None:
        return after if before is None else before
    shares = {(each.scope, each.count): each for each in after}
    shares |= {(each.scope, each.count): each for each in before if each.employees is not None}
    order = dict.fromkeys((each.scope, each.count) for each in (*before, *after))
    return tuple(shares.get(each) or MarketShare(scope=each[0], count=each[1]) for each in order)


def dump_engagement(engagement: Engagement) -> Plain:
    """Return an engagement as a record writes it."""
    is_own_project = engagement.project == engagement.id
    return _written(
        {
            "id": engagement.id,
            "title": _text(engagement.title),
            "project": None if is_own_project else engagement.project,
        }
    ) | {
        "fields": [*engagement.fields],
        "activities": sorted(engagement.activities),
        "role": engagement.title_held or engagement.role,
        "from": _day(engagement.start),
        **_written({"until": _day(engagement.end)}),
        "outcome": engagement.outcome,
        **_facts(
            conditions=engagement.conditions,
            sizes=engagement.sizes,
            customers=engagement.customers,
            market=engagement.market,
            equivalences=engagement.equivalences,
        ),
        **({"conditions_complete": True} if engagement.has_all_conditions else {}),
        **_written({"masked": sorted(engagement.masked)}),
    }


def _dump_facts(facts: FurtherFacts) -> Plain:
    return {
        "id": facts.engagement,
        **_written({"until": _day(facts.end)}),
        **_facts(
            conditions=facts.conditions,
            sizes=facts.sizes,
            customers=facts.customers,
            market=facts.market,
            equivalences=facts.equivalences,
        ),
    }


def _facts(
    *,
    conditions: frozenset[str],
    sizes: Mapping[str, int],
    customers: str | None,
    market: Sequence[MarketShare] | None,
    equivalences: Sequence[Equivalence],
) -> Plain:
    found = _written({"conditions": sorted(conditions), "sizes": _written({**sizes, "customers": customers})})
    if market is not None:
        found["market"] = [
            {"scope": each.scope, "count": each.count, **_written({"employees": each.employees})} for each in market
        ]
    return found | _written({"equivalences": [*map(_dump_equivalence, equivalences)]})


def _dump_equivalence(claim: Equivalence) -> Plain:
    return _written(
        {
            "to": claim.to,
            "decision": claim.decision,
            "by": claim.by,
            "reason": claim.reason,
            "day": _day(claim.day),
        }
    )


def _written(plain: Mapping[str, object]) -> Plain:
    """Return a mapping without the keys that say nothing; zero says something."""
    return {key: value for key, value in plain.items() if value is not None and value not in ([], {})}


def _text(text: Text) -> object:
    return text.ja if text.ja == text.en else {"ja": text.ja, "en": text.en}


def _day(day: RecordedDay | None) -> str | None:
    if day is None:
        return None
    return day.earliest.isoformat() if day.is_exact else f"{day.earliest:%Y-%m}"
