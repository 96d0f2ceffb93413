"""How are a cell and a job description written as plain values, in the fixed shape that other programs read?

The inverse of `parse_indicator`, citations and flags spelt out; the fixed shape has no room for the role titles of a
complexity clause and for the circumstances of the complexity and size clauses.
"""

from __future__ import annotations

from kijun.citation import Citation
from kijun.framework.edition import Edition, Flag
from kijun.framework.indicator import (
    Activities,
    Band,
    Bound,
    Circumstance,
    Complexity,
    Indicator,
    MarketAsked,
    Responsibility,
    SizeAlternative,
    SizeClause,
)
from kijun.framework.parse_indicator import ALL_ITEMS
from kijun.framework.structure import Category
from kijun.text import Text

Plain = dict[str, "Plain"] | list["Plain"] | str | int | bool | None


def dump_cell(indicator: Indicator, edition: Edition) -> dict[str, Plain]:
    """Return a cell in the shape of `kijun show --format json`."""
    asked, listed = indicator.expertise, indicator.succession
    plain: dict[str, Plain] = {
        "cell": indicator.path,
        "responsibility": _responsibility(indicator.responsibility),
        "complexity": _complexity(indicator.complexity),
        "size": None if indicator.size is None else [_band(band) for band in indicator.size],
        "size_clause": _size_clause(indicator.size_clause),
        "expertise": None
        if asked is None
        else {"at_least": asked.at_least, "of": [*asked.of], "degree": asked.degree, "reach": asked.reach},
        "succession": None
        if listed is None
        else {"at_least": listed.at_least, "of": [*listed.of], "subject": listed.subject},
        "mentoring": indicator.asks_mentoring,
        "exam": indicator.exam,
        "citation": dump_citation(indicator.citation),
        "citations": {below: _dump_line(citation, indicator) for below, citation in indicator.citations.items()},
        "flags": [dump_flag(edition.flags[flag]) for flag in indicator.flags if flag in edition.flags],
    }
    rated = indicator.proficiency
    if rated is not None:
        of: Plain = ALL_ITEMS if rated.of is None else [*rated.of]
        plain["proficiency"] = {"at_least": rated.at_least, "of": of, "level": rated.level}
    if indicator.unread:
        plain["unread"] = [*indicator.unread]
    return plain


def dump_category(category: Category, edition: Edition) -> dict[str, Plain]:
    """Return a job description in the shape of `kijun show --format json`."""
    headed = category.headed_levels
    return {
        "category": category.path,
        "name": dump_text(category.name),
        "summary": dump_text(category.summary),
        "answers_for": None if category.answers_for is None else dump_text(category.answers_for),
        "phases": [
            {
                "id": phase.id,
                "name": dump_text(phase.name),
                "main": phase.is_main,
                "parts": [dump_text(part) for part in phase.parts],
            }
            for phase in category.phases
        ],
        "activities": [{"phase": each.phase, "name": dump_text(each.name)} for each in category.activities],
        "fields": [
            {"id": field.id, "name": dump_text(field.name), "summary": dump_text(field.summary)}
            for field in category.fields
        ],
        "levels_printed": None if headed is None else {"headed": [*headed], "cells": None},
        "citation": dump_citation(category.citation),
        "flags": [dump_flag(edition.flags[flag]) for flag in category.flags if flag in edition.flags],
    }


def dump_text(text: Text) -> dict[str, Plain]:
    """Return both languages of a saying."""
    return {"ja": text.ja, "en": text.en}


def dump_citation(citation: Citation) -> dict[str, Plain]:
    """Return a citation; an inferred page says so."""
    plain: dict[str, Plain] = {"document": citation.document, "line": citation.line, "page": citation.page}
    if citation.is_page_inferred:
        plain["page_inferred"] = True
    if citation.revision is not None:
        plain["revision"] = citation.revision
    return plain


def _dump_line(citation: Citation, indicator: Indicator) -> dict[str, Plain]:
    """Return the line of a citation, with its document and its page where they are not the cell's."""
    own: dict[str, Plain] = {} if citation.document == indicator.citation.document else {"document": citation.document}
    if citation.page not in (None, indicator.citation.page):
        own["page"] = citation.page
    return {**own, "line": citation.line}


def dump_flag(flag: Flag) -> dict[str, Plain]:
    """Return a flag with its places."""
    return {
        "id": flag.id,
        "about": dump_text(flag.about),
        "citations": [{"document": each.document, "line": each.line} for each in flag.citations],
    }


def _activities(activities: Activities | None) -> dict[str, Plain] | None:
    if activities is None:
        return None
    return {"all_of" if activities.needs_all else "any_of": [*activities.of]}


def _circumstances(circumstances: tuple[Circumstance, ...]) -> list[Plain]:
    return [{"kind": each.kind, "of": [*each.of]} for each in circumstances]


def _responsibility(asked: Responsibility | None) -> Plain:
    if asked is None:
        return None
    return {
        "measure": asked.measure,
        "at_least": asked.at_least,
        "slots": None if asked.slots is None else [*asked.slots],
        "years_at_level": asked.years_at_level,
        "role": asked.role,
        "roles": [*asked.roles],
        "activities": _activities(asked.activities),
        "outcome": asked.outcome,
        "market": [_market(each) for each in asked.market],
        "circumstances": _circumstances(asked.circumstances),
    }


def _market(asked: MarketAsked) -> dict[str, Plain]:
    plain: dict[str, Plain] = {"scope": asked.scope}
    if asked.count is not None:
        plain["count"] = asked.count
    if asked.employees is not None:
        plain["employees"] = _bound(asked.employees)
    return plain


def _complexity(asked: Complexity | None) -> Plain:
    if asked is None:
        return None
    return {
        "at_least": asked.at_least,
        "of": [*asked.of],
        "must_include": [*asked.must_include],
        "outcome": asked.outcome,
        "activities": _activities(asked.activities),
        "role": asked.role,
    }


def _size_clause(asked: SizeClause | None) -> Plain:
    return None if asked is None else {"outcome": asked.outcome, "activities": _activities(asked.activities)}


def _band(band: Band) -> dict[str, Plain]:
    return {"any_of": [_alternative(each) for each in band.any_of], "complexity_at_least": band.complexity_at_least}


def _alternative(each: SizeAlternative) -> dict[str, Plain]:
    plain: dict[str, Plain] = {measure: _bound(bound) for measure, bound in each.bounds.items()}
    if each.customers is not None:
        plain["customers"] = {"reach": each.customers.reach, "or_equivalent": each.customers.or_equivalent}
    if each.some_rooms_or_networks:
        plain["some_rooms_or_networks"] = True
    return plain


def _bound(bound: Bound) -> dict[str, Plain]:
    numbers = {
        "at_least": bound.at_least,
        "at_most": bound.at_most,
        "below": bound.below,
        "printed": bound.printed,
    }
    return {name: number for name, number in numbers.items() if number is not None}
