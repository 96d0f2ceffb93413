"""How is the summary of a workforce written for other programs?"""

from __future__ import annotations

from kijun.cli.workforce.summary_names import Names
from kijun.framework.dump import Plain, dump_text
from kijun.population.bench_holes import Hole
from kijun.population.one_short import Short
from kijun.population.summary import GroupSummary, Summary


def dump_summary(summary: Summary, names: Names, *, most_people: int) -> dict[str, Plain]:
    """Return a summary as plain values; a masked group has none but its name and why it is masked.

    Of the people who are one part short so many: whoever wants everybody reads CSV, which is written one by one.
    """
    return {
        "on": summary.judgement.on.isoformat(),
        "workforce": summary.judgement.workforce_digest,
        "editions": [each.id for each in summary.judgement.editions],
        "mask_below": summary.below,
        "fields": {path: dump_text(names.field(path)) for path in summary.fields},
        "groups": [_group(each, summary) for each in summary.groups],
        "people": [
            {"employee": each.employee, "name": each.name, "team": each.team, **_short(each.short)}
            for each in summary.people(most_people)
        ],
    }


def _group(group: GroupSummary, summary: Summary) -> dict[str, Plain]:
    found: dict[str, Plain] = {"everybody": group.is_everybody, "team": group.team}
    if group.mask is not None:
        return {**found, "masked": group.mask.value}
    return {
        **found,
        "masked": None,
        "people": group.people,
        "levels": {
            count.field: {str(each.level): {"met": each.met, "possible": each.possible} for each in count.levels}
            for count in group.fields
        },
        "one_short": [{**_short(short), "people": people} for short, people in group.short.items()],
        "holes": [_hole(each, summary) for each in group.holes],
    }


def _short(short: Short) -> dict[str, Plain]:
    return {"field": short.field, "level": short.level, "part": short.part, "unknown": short.is_unknown}


def _hole(hole: Hole, summary: Summary) -> dict[str, Plain]:
    holder = summary.holders.get(hole.holder) if hole.holder is not None else None
    return {
        "kind": hole.kind.value,
        "field": hole.field,
        "levels": [*hole.levels],
        "holder": {"employee": holder.employee, "name": holder.name, "team": holder.team} if holder else None,
        "others_possible": hole.others_possible,
    }
