"""What stands on the pages of one language?

Plain strings and drawings: the page in the browser and the PDF are two layouts of this.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kijun.judgement.record_judgement import MARK_NAMES
from kijun.report.drawings.bars import draw_bar, draw_key
from kijun.report.drawings.marks import draw_mark
from kijun.report.drawings.radar import draw_radar, is_radar
from kijun.report.drawings.timeline import draw_key_of_jobs, draw_timelines
from kijun.report.passport import (
    Axis,
    Career,
    CareerMap,
    Gap,
    Ground,
    Job,
    Line,
    Passport,
    Plan,
    Quoted,
    Reached,
    Skills,
)
from kijun.report.words import WORDS
from kijun.text import Language, Text

Plain = Mapping[str, object]
WIDE, NARROW = 660.0, 320.0


def page_of(passport: Passport, language: Language) -> dict[str, object]:
    """Return everything that the pages of one language print."""
    return {
        "lang": language,
        "words": {name: text.said_in(language) for name, text in WORDS.items()},
        "title": title_of(passport, language),
        "name": passport.name.written,
        "reading": passport.name.reading,
        "employee": passport.employee,
        "team": passport.team,
        "day": passport.day.said_in(language),
        "iso_day": passport.on.isoformat(),
        "maps": [_map(each, language) for each in passport.maps],
        "legend": [{"svg": draw_mark(kind), "words": text.said_in(language)} for kind, text in MARK_NAMES.items()],
        "silent": _said(passport.silent, language),
        "nothing": passport.nothing.said_in(language),
        "reached": [_reached(each, language) for each in passport.reached],
        "career": _career(passport.career, language) if passport.career else None,
        "skills": _skills(passport.skills, language),
        "gaps": [_gap(each, language) for each in passport.gaps],
        "others": _said(passport.others, language),
        "grounds": [_ground(each, language) for each in passport.grounds],
        "masked": _said(passport.masked, language),
        "wording": [_quoted(each, language) for each in passport.wording],
        "sources": list(passport.sources),
        "record_digest": passport.record_digest,
        "command": passport.command,
        "version": passport.version,
    }


def title_of(passport: Passport, language: Language) -> str:
    """Return the title of the document."""
    return f"{WORDS['passport'].said_in(language)}: {passport.name.written}"


def _said(texts: Sequence[Text], language: Language) -> list[str]:
    return [text.said_in(language) for text in texts]


def _map(drawn: CareerMap, language: Language) -> Plain:
    return {
        "title": drawn.title.said_in(language),
        "levels": _said(drawn.levels, language),
        "is_named": not all(level.en.isdecimal() for level in drawn.levels),
        "rows": [
            {
                "name": row.name.said_in(language),
                "marks": [
                    {"svg": draw_mark(mark.kind), "kind": mark.kind, "words": mark.words.said_in(language)}
                    for mark in row.marks
                ],
            }
            for row in drawn.rows
        ],
    }


def _line(line: Line, language: Language) -> Plain:
    return {
        "svg": draw_mark(line.mark),
        "verdict": WORDS[line.mark].said_in(language),
        "name": line.name.said_in(language),
        "headline": line.headline.said_in(language),
        "details": _said(line.details, language),
        "citation": line.citation,
    }


def _reached(each: Reached, language: Language) -> Plain:
    return {
        "field": each.field.said_in(language),
        "edition": each.edition.said_in(language),
        "short": each.short.said_in(language),
        "level": each.level.said_in(language),
        "holes": _said(each.holes, language),
        "cell": each.cell.said_in(language) if each.cell else None,
        "lines": [_line(line, language) for line in each.lines],
    }


def _career(career: Career, language: Language) -> Plain:
    kinds = dict.fromkeys(job.kind for job in career.jobs)
    return {
        "finding": career.finding.said_in(language),
        "summary": career.summary.said_in(language),
        "wide": draw_timelines(career, language, WIDE),
        "narrow": draw_timelines(career, language, NARROW),
        "key": [{"svg": draw_key_of_jobs(kind), "words": WORDS[kind].said_in(language)} for kind in kinds],
        "jobs": [_job(job, language) for job in career.jobs],
    }


def _job(job: Job, language: Language) -> Plain:
    return {
        "number": job.number,
        "title": job.title.said_in(language),
        "role": job.role.said_in(language),
        "period": job.period.said_in(language),
        "outcome": job.outcome.said_in(language),
        "facts": _said(job.facts, language),
        "masked": job.masked.said_in(language) if job.masked else None,
    }


def _skills(skills: Skills, language: Language) -> Plain:
    has_radar = is_radar(skills)
    return {
        "title": skills.title.said_in(language),
        "finding": skills.finding.said_in(language),
        "summary": skills.summary.said_in(language),
        "note": skills.note.said_in(language) if skills.note else None,
        "radar": draw_radar(skills, language) if has_radar else None,
        "is_named": bool(skills.level_names),
        "raters": [WORDS[rater].said_in(language) for rater in skills.raters],
        "axes": [_axis(axis, skills, language, has_bar=not has_radar) for axis in skills.axes],
        "key": [
            {"svg": draw_key(kind, is_bar=not has_radar), "words": WORDS[kind].said_in(language)}
            for kind in ("target", *skills.raters)
        ],
    }


def _axis(axis: Axis, skills: Skills, language: Language, *, has_bar: bool) -> Plain:
    def called(level: int | None) -> str:
        return (WORDS["not_rated"] if level is None else skills.called(level)).said_in(language)

    return {
        "name": axis.name.said_in(language),
        "target": called(axis.target),
        "given": [called(axis.given(rater)) for rater in skills.raters],
        "bar": draw_bar(axis, skills.highest) if has_bar else None,
    }


def _gap(gap: Gap, language: Language) -> Plain:
    return {
        "cell": gap.cell.said_in(language),
        "svg": draw_mark(gap.mark),
        "outcome": gap.outcome.said_in(language),
        "lines": [_line(line, language) for line in gap.lines],
        "plans": [_plan(plan, language) for plan in gap.plans],
        "note": gap.note.said_in(language) if gap.note else None,
    }


def _plan(plan: Plan, language: Language) -> Plain:
    return {
        "steps": [
            {"words": words.said_in(language), "details": _said(details, language)} for words, details in plan.steps
        ],
        "summary": plan.summary.said_in(language),
    }


def _quoted(quoted: Quoted, language: Language) -> Plain:
    return {
        "cell": quoted.cell.said_in(language),
        "quotes": [
            {
                "part": each.part.said_in(language),
                "lang": each.language,
                "lines": each.words.splitlines(),
                "citation": str(each.citation),
            }
            for each in quoted.quotes
        ],
    }


def _ground(ground: Ground, language: Language) -> Plain:
    return {
        "id": ground.id,
        "name": ground.name.said_in(language),
        "documents": [{"id": name, "words": text.said_in(language)} for name, text in ground.documents],
        "policies": _said(ground.policies, language),
        "digests": [{"id": name, "digest": digest} for name, digest in ground.digests],
    }
