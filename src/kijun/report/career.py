"""What does the report say of the engagements: their periods, and what may be told of each?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kijun.criteria.phrase import quantity, so_many
from kijun.day_words import say_month
from kijun.evidence import Engagement, MarketShare, Person
from kijun.framework.edition import Edition
from kijun.report.mask import Labels, is_equivalence_masked, is_measure_masked, say_masked
from kijun.report.passport import Career, Job
from kijun.report.vocabulary_names import name_in
from kijun.text import Text, inside, join, same, series
from kijun.timespan import Span, length, merge

_NOW = Text(ja="現在", en="now")
_MASKED_TITLE = Text(ja="件名は非公開", en="Title masked")
_MONTHS_OF_DAYS = 30


def career_of(person: Person, labels: Labels, editions: Sequence[Edition], *, on: date) -> Career | None:
    """Return the engagements that have begun by a day, in the order of their beginning; None where there is none.

    `person` has tokens for ids. What ends later is still running on that day.
    """
    begun = [each for each in person.engagements if each.start.earliest <= on]
    if not begun:
        return None
    jobs = sorted((_job(each, labels, editions, on=on) for each in begun), key=lambda job: job.number)
    spans = [Span(start=job.start, end=job.end or on) for job in jobs]
    return Career(
        finding=_finding(jobs, spans),
        summary=_summary(jobs),
        jobs=tuple(jobs),
        first=min(job.start for job in jobs),
        last=on,
    )


def _job(engagement: Engagement, labels: Labels, editions: Sequence[Edition], *, on: date) -> Job:
    masks = labels.masks.get(engagement.id, frozenset())
    end = engagement.end.latest if engagement.end and engagement.end.latest < on else None
    start_said, end_said = say_month(engagement.start.earliest), say_month(end) if end else _NOW
    role = name_in(editions, "title", engagement.title_held) if engagement.title_held else None
    kind = "failed" if engagement.outcome == "failed" else "done" if end else "running"
    return Job(
        number=labels.number[engagement.id],
        title=_MASKED_TITLE if "title" in masks else labels.label[engagement.id],
        role=role or name_in(editions, "role", engagement.role),
        start=engagement.start.earliest,
        end=end,
        period=Text(ja=f"{start_said.ja}から{end_said.ja}", en=f"{start_said.en} to {end_said.en}"),
        kind=kind,
        outcome=name_in(editions, "outcome", engagement.outcome),
        facts=tuple(_facts(engagement, masks, editions)),
        masked=say_masked(masks) if masks else None,
    )


def _facts(engagement: Engagement, masks: frozenset[str], editions: Sequence[Edition]) -> list[Text]:
    """Return what is on record of an engagement and not kept back, a line for each kind of fact."""

    def names(kind: str, identity: str) -> Text:
        return name_in(editions, kind, identity)

    activities = [inside(names("activity", each)) for each in sorted(engagement.activities)]
    lines = [_line(Text(ja="活動", en="Activities"), activities)]
    if "conditions" not in masks and engagement.conditions:
        held = [inside(names("condition", each)) for each in sorted(engagement.conditions)]
        lines.append(_line(Text(ja="条件", en="Conditions"), held))
    sizes = [
        _size(measure, number, editions)
        for measure, number in engagement.sizes.items()
        if not is_measure_masked(measure, masks)
    ]
    if sizes:
        lines.append(_line(Text(ja="規模", en="Size"), sizes))
    if "customers" not in masks:
        served = [inside(names("customers", engagement.customers))] if engagement.customers else []
        served += [_share(each, editions) for each in engagement.market or ()]
        if served:
            lines.append(_line(Text(ja="顧客", en="Customers"), served))
    recognised = [each for each in engagement.equivalences if each.decision == "recognised"]
    if recognised and not is_equivalence_masked(masks):
        by = [same(each.by) for each in recognised if each.by]
        lines.append(_line(Text(ja="相当と認定", en="Recognised as equivalent by"), by))
    return lines


def _line(name: Text, words: list[Text]) -> Text:
    said = series(words)
    return Text(ja=f"{name.ja}: {said.ja}", en=f"{name.en}: {said.en}")


def _size(measure: str, number: int, editions: Sequence[Edition]) -> Text:
    def names(kind: str, identity: str) -> Text:
        return name_in(editions, kind, identity)

    name, amount = inside(names("measure", measure)), quantity(measure, number, names)
    return Text(ja=f"{name.ja} {amount.ja}", en=f"{name.en}: {amount.en}")


def _share(share: MarketShare, editions: Sequence[Edition]) -> Text:
    what = so_many(share.count, inside(name_in(editions, "fact", share.scope)))
    if share.employees is None:
        return what
    is_many = share.count > 1
    return Text(
        ja=f"従業員{share.employees:,}人{'以上' if is_many else ''}の{what.ja}",
        en=f"{what.en} ({share.employees:,} {'or more employees each' if is_many else 'employees'})",
    )


def _finding(jobs: list[Job], spans: list[Span]) -> Text:
    """Return the title of the timeline: how long, how many, how many still running."""
    served, count = length(spans), len(jobs)
    months = served.days // _MONTHS_OF_DAYS
    running = sum(job.end is None for job in jobs)
    ja = f"通算{served.years}年" + (f"{months}か月" if months else "") + f"、案件{count}件"
    years = f"{served.years} {'year' if served.years == 1 else 'years'}"
    months_en = f" {months} {'month' if months == 1 else 'months'}" if months else ""
    en = f"{years}{months_en} on {count} {'engagement' if count == 1 else 'engagements'}"
    if running:
        ja += f"、うち{running}件は継続中"
        en += f", {running} of them still running"
    if _overlap(spans):
        ja += "。重なる期間は一度だけ数えた"
        en += "; time that overlaps is counted once"
    return Text(ja=ja, en=en)


def _overlap(spans: list[Span]) -> bool:
    """Return whether some day belongs to two periods."""
    merged = merge(spans)
    return sum((span.end - span.start).days + 1 for span in spans) > sum((s.end - s.start).days + 1 for s in merged)


def _summary(jobs: list[Job]) -> Text:
    """Return the text alternative of the timeline."""
    said = [
        Text(ja=f"{job.number}. {job.title.ja}、{job.period.ja}", en=f"{job.number}. {job.title.en}, {job.period.en}")
        for job in jobs
    ]
    return join(said, ja="。", en="; ")
