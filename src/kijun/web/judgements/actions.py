"""How is it kept when somebody looked at a map, so that they can be told what has changed since?"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from django.utils import timezone

from kijun.verdict import Verdict
from kijun.web.accounts.models import User
from kijun.web.judgements.models import Visit
from kijun.web.judgements.queries import Asked, judge_record
from kijun.web.people.models import Record

VISIT: Final = timedelta(hours=1)
"""Looking again within this time is the same visit."""


def note_visit(viewer: User, record: Record, *, on: date) -> Visit:
    """Return the visit of somebody to a map, noted: a row once for each hour, or when the record or the day is another.

    What changed is told against the end of the visit before: it stays in sight as long as one looks.
    """
    now = timezone.now()
    visit = Visit.objects.filter(viewer=viewer, record=record).first()
    if visit is None:
        visit = Visit(viewer=viewer, record=record, seen_at=now, number=record.number, on=on, told=_told(record, on))
        Visit.objects.bulk_create([visit], ignore_conflicts=True)  # another tab may have been quicker
        return visit
    is_same_visit = now - visit.seen_at < VISIT
    if is_same_visit and (visit.number, visit.on) == (record.number, on):
        return visit
    if not is_same_visit:
        visit.previous_at, visit.previous_number, visit.previous_on = visit.seen_at, visit.number, visit.on
        visit.previous_told = visit.told
    visit.seen_at, visit.number, visit.on, visit.told = now, record.number, on, _told(record, on)
    visit.save()
    return visit


def _told(record: Record, on: date) -> dict[str, object]:
    judged = judge_record(record, Asked(on=on))
    cells = {path: cell.verdict.value for edition in judged.editions for path, cell in edition.cells.items()}
    return {
        "editions": [edition.edition.edition.id for edition in judged.editions],
        "cells": {path: verdict for path, verdict in cells.items() if verdict != Verdict.NOT_MET.value},
    }
