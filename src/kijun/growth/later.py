"""What is evidence that was planned for an earlier day, if it is begun now?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kijun.day import RecordedDay, exactly
from kijun.evidence import Engagement
from kijun.evidence.assume import Additions


def dated_from(additions: Additions, on: date) -> Additions:
    """Return additions of which nothing lies before a day: what does is put off to it, an engagement as long as it was.

    Further facts of engagements on record stay as they are; only an assessor's word on them is put off.
    """
    return replace(
        additions,
        engagements=tuple(_begun(each, on) for each in additions.engagements),
        facts=tuple(
            replace(
                each,
                equivalences=tuple(
                    claim if claim.day is None else replace(claim, day=_from(claim.day, on))
                    for claim in each.equivalences
                ),
            )
            for each in additions.facts
        ),
        expertise=tuple(
            each if each.since is None else replace(each, since=_from(each.since, on)) for each in additions.expertise
        ),
        contributions=tuple(replace(each, day=_from(each.day, on)) for each in additions.contributions),
        mentoring=tuple(replace(each, since=_from(each.since, on)) for each in additions.mentoring),
        qualifications=tuple(replace(each, day=_from(each.day, on)) for each in additions.qualifications),
        ratings=tuple(replace(each, day=_from(each.day, on)) for each in additions.ratings),
        confirmations=tuple(replace(each, day=_from(each.day, on)) for each in additions.confirmations),
    )


def _from(day: RecordedDay, on: date) -> RecordedDay:
    return day if day.earliest >= on else exactly(on)


def _begun(engagement: Engagement, on: date) -> Engagement:
    start, end = engagement.start, engagement.end
    if start.earliest >= on:
        return engagement
    later = None if end is None else exactly(on + (end.latest - start.earliest))
    return replace(engagement, start=exactly(on), end=later)
