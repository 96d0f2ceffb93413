"""What does a cell ask that prints no number and no activity: "some of", all of a list, whatever the work was?"""

from __future__ import annotations

from typing import Any

import pytest

from kijun.criteria import AllOf, Areas, Clause, Conditions, Confirmed, Once, Reaches, Times, Unspecified
from kijun.framework.dump import dump_cell
from kijun.framework.edition import Edition
from kijun.framework.phrase import NOT_UNDERSTOOD, phrase_part
from kijun.framework.policy import choose
from kijun.framework.resolve import ResolvedCell, resolve
from tests.framework.compare.compared import found, with_cell
from tests.framework.small import alpha, beta, edition, indicator, vocabulary

ALPHA, BETA, GAMMA = "acme/1/service/alpha/3", "acme/1/service/beta/3", "acme/1/sales/gamma/3"
ANY: Any = {"activities": None}


def resolved(small: Edition, path: str, **policy: str) -> ResolvedCell:
    chosen = choose(small.points, {name.replace("_", "."): answer for name, answer in policy.items()})
    return resolve(small.indicators[path], small, chosen)


def said(plain: Any, part: str) -> list[tuple[str, str]]:
    return [(text.ja, text.en) for _, text in phrase_part(indicator(plain), part, vocabulary())]


def clause_of(small: Edition, path: str, **policy: str) -> Clause:
    asked = resolved(small, path, **policy).parts["complexity"].criterion
    assert isinstance(asked, Once)
    return asked.clause


@pytest.mark.parametrize(("some", "least"), [("1", 1), ("2", 2)])
def test_some_conditions_are_as_many_as_the_policy_says_and_the_policy_is_named(some: str, least: int) -> None:
    cell = resolved(with_cell("beta", complexity={"at_least": "some"}), BETA, some_means=some)
    asked = cell.parts["complexity"].criterion
    assert isinstance(asked, Once)
    assert asked.trait == Conditions(at_least=least, of=("new", "wide"), must_include=())
    assert "some.means" in cell.parts["complexity"].policies
    assert "some.means" in cell.parts["responsibility"].policies


def test_where_a_number_is_printed_the_policy_of_some_is_not_named() -> None:
    parts = resolved(edition(), BETA).parts
    assert "some.means" not in (*parts["complexity"].policies, *parts["responsibility"].policies)


def test_all_areas_are_as_many_as_are_listed() -> None:
    cell = resolved(with_cell("alpha", expertise={"at_least": "all"}), ALPHA)
    areas = cell.parts["expertise"].criterion
    assert isinstance(areas, Areas)
    assert (areas.at_least, areas.of) == (2, ("craft", "trust"))


def test_some_and_all_are_written_and_said_as_they_are_printed() -> None:
    plain = alpha(3, complexity={**alpha(3)["complexity"], "at_least": "some"})
    plain["expertise"] = {**plain["expertise"], "at_least": "all"}
    assert said(plain, "complexity")[0] == (
        "次の3つの条件のうち幾つか: oldの名、newの名、farの名",
        "some of 3: the old, the new, the far",
    )
    assert said(plain, "expertise")[0] == (
        "次の2領域のすべて: craftの名、trustの名",
        "all of these 2 areas: the craft, the trust",
    )
    dumped = dump_cell(indicator(plain), edition())
    assert isinstance(dumped["complexity"], dict)
    assert isinstance(dumped["expertise"], dict)
    assert (dumped["complexity"]["at_least"], dumped["expertise"]["at_least"]) == ("some", "all")


def test_a_clause_without_activities_counts_any_work_of_any_field() -> None:
    small = with_cell("beta", complexity=ANY)
    for policy in ({}, {"fields_shared": "one-field"}):
        asked = clause_of(small, BETA, **policy)
        assert (asked.fields, asked.activities, asked.needs_all_activities) == (None, None, False)
        assert asked.is_first_field_only is False
    assert "fields.shared" not in resolved(small, BETA).parts["complexity"].policies
    assert "fields.shared" in resolved(small, BETA).parts["responsibility"].policies


def test_where_engagements_name_their_fields_a_clause_without_activities_is_bound_to_the_field() -> None:
    small = with_cell("gamma", complexity=ANY)
    assert clause_of(small, GAMMA).fields == frozenset({"gamma"})
    assert clause_of(small, GAMMA, fields_shared="one-field").is_first_field_only
    assert "fields.shared" in resolved(small, GAMMA).parts["complexity"].policies


def test_no_activity_is_written_as_null_and_said() -> None:
    plain = beta(3, responsibility={**beta(3)["responsibility"], **ANY}, size_clause={"outcome": "participated", **ANY})
    cell = indicator(plain)
    dumped = dump_cell(cell, edition())
    for part in ("responsibility", "size_clause"):
        clause = dumped[part]
        assert isinstance(clause, dict)
        assert clause["activities"] is None
    words = ("活動は問わない。成果: participatedの名", "any activity; outcome: the participated")
    assert said(plain, "responsibility")[-1] == said(plain, "size")[-1] == words


def test_a_cell_whose_complexity_and_size_do_not_matter_is_reached_by_every_engagement() -> None:
    cell = resolved(with_cell("gamma", complexity=None), GAMMA)
    assert list(cell.parts) == ["responsibility"]
    service = cell.parts["responsibility"].criterion
    assert isinstance(service, Times)
    reach = [trait for trait in getattr(service.slots[0].trait, "of", ()) if isinstance(trait, Reaches)]
    assert [way.trait for each in reach for way in each.ways] == [Unspecified()]


def test_a_complexity_that_is_printed_as_not_mattering_is_said_and_one_that_is_not_printed_is_not() -> None:
    assert said(beta(3, complexity=None), "complexity") == [("問わない", "any complexity")]
    assert said(beta(3, complexity=None, citations={"responsibility": 21}), "complexity") == []


def test_another_number_than_some_is_a_change_that_is_neither_harder_nor_easier() -> None:
    some, two = with_cell("beta", complexity={"at_least": "some"}), with_cell("beta", complexity={"at_least": 2})
    assert found(some, two) == ["changed conditions-asked: some -> 2"]
    assert found(two, some) == ["changed conditions-asked: 2 -> some"]
    assert found(some, some) == []


def test_all_areas_are_compared_by_their_number_and_one_more_is_harder() -> None:
    every, one = with_cell("alpha", expertise={"at_least": "all"}), with_cell("alpha")
    assert found(one, every) == ["raised areas-asked: 1 -> all (harder)"]
    fewer = with_cell("alpha", expertise={"at_least": "all", "of": ["craft"]})
    assert found(fewer, every) == ["raised areas-asked: all -> all (harder)", "added areas: - -> the trust (harder)"]
    assert found(fewer, with_cell("alpha")) == ["added areas: - -> the trust"]


def test_activities_that_only_one_edition_prints_are_harder_than_none() -> None:
    bare, full = with_cell("beta", complexity=ANY), edition()
    assert found(bare, with_cell("beta")) == ["added activities: - -> the repair (harder)"]
    assert [text for text in found(full, bare) if "activities" in text] == [
        "dropped activities: the repair -> - (easier)"
    ]
    assert found(bare, bare) == []


def test_a_complexity_that_no_longer_matters_is_a_part_dropped() -> None:
    [text] = found(with_cell("beta"), with_cell("beta", complexity=None))
    assert text.startswith("dropped part: at least 1 of 2")
    assert text.endswith("-> - (easier)")


UNREAD: Any = {"size": None, "size_clause": None, "unread": ["size"]}


def test_a_part_that_was_not_understood_waits_for_the_word_of_an_assessor() -> None:
    cell = resolved(with_cell("alpha", **UNREAD), ALPHA)
    word = Confirmed(cell=ALPHA, circumstances=(), part="size")
    assert (cell.parts["size"].criterion, cell.parts["size"].policies) == (word, ())
    assert word.path == f"{ALPHA}/size"
    service = cell.parts["responsibility"].criterion
    assert isinstance(service, AllOf)
    assert service.of[1] is cell.parts["size"].criterion
    assert cell.deciding == tuple(cell.parts)


def test_a_cell_that_was_not_understood_is_not_reached_from_below() -> None:
    small = with_cell("alpha", **UNREAD)
    lower = resolved(small, "acme/1/service/alpha/2").parts
    service = lower["responsibility"].criterion
    reach = getattr(service, "trait", None)
    assert isinstance(reach, Reaches)
    assert [way.level for way in reach.ways] == [2]


def test_a_slot_of_a_lower_cell_that_was_not_understood_waits_for_its_word() -> None:
    files = [{"category": "service", "field": "beta", "document": "d1", "cells": [beta(3), beta(2, **UNREAD)]}]
    flag = {"id": "odd", "about": "Odd.", "citations": [], "touches": []}
    service = resolved(edition(indicators=files, flags=[flag]), BETA).parts["responsibility"].criterion
    assert isinstance(service, AllOf)
    assert service.of[1] == Confirmed(cell="acme/1/service/beta/2", circumstances=(), part="size")


def test_what_was_not_understood_is_written_and_said_in_place_of_the_part() -> None:
    plain = alpha(3, **UNREAD)
    cell = indicator(plain)
    assert cell.unread == ("size",)
    assert dump_cell(cell, edition())["unread"] == ["size"]
    assert "unread" not in dump_cell(indicator(alpha(3)), edition())
    assert said(plain, "size") == [(NOT_UNDERSTOOD.ja, NOT_UNDERSTOOD.en)]


def test_what_was_not_understood_in_one_edition_cannot_be_compared() -> None:
    unread = with_cell("alpha", **UNREAD)
    [text] = found(with_cell("alpha"), unread)
    assert text.startswith("not comparable part: ")
    assert text.endswith(f" -> {NOT_UNDERSTOOD.en}")
    assert found(unread, unread) == []


def test_a_number_that_stands_on_another_page_than_its_cell_says_so() -> None:
    place = {"line": 3, "page": "7"}
    cell = indicator(alpha(3, citation=place, citations={**alpha(3)["citations"], "size/1": {"line": 2, "page": "8"}}))
    assert (cell.cited("complexity").page, cell.cited("size/1").page) == ("7", "8")
    citations = dump_cell(cell, edition())["citations"]
    assert isinstance(citations, dict)
    assert (citations["complexity"], citations["size/1"]) == ({"line": 12}, {"page": "8", "line": 2})
