"""Is what was written read back as what it was?"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest
from hypothesis import given

from kijun.criteria import Criterion, Trait
from kijun.criteria.dump import dump
from kijun.criteria.parse import parse
from kijun.criteria.walk import walk
from kijun.framework.dump import Plain, dump_cell
from kijun.framework.indicator import Indicator
from kijun.framework.parse_indicator import Setting, parse_indicator
from kijun.framework.policy import choose
from kijun.framework.resolve import resolve
from kijun.problem import Place
from kijun.problem.reading import Reading, Value
from tests.criteria.strategies import criteria, traits
from tests.standards.cases import cells, editions

_POLICIES: Mapping[str, Mapping[str, str]] = {
    "the default policy": {},
    "another policy": {
        "bands.floor": "literal",
        "fields.shared": "one-field",
        "slots.role-and-market": "highest",
        "evidence.window": "5",
        "circumstances.examined": "confirmed",
        "examination.others": "FE",
        "proficiency.decides": "all-items",
        "ratings.by": "anyone",
    },
}


@pytest.mark.parametrize("policy", _POLICIES)
@pytest.mark.parametrize("cell", cells())
def test_every_criterion_of_the_cell_is_read_back_as_it_was_written(cell: str, policy: str) -> None:
    indicator = cells()[cell].indicator
    edition = editions()[_edition_of(indicator)]
    resolved = resolve(indicator, edition, choose(edition.points, _POLICIES[policy]))
    parts = [part.criterion for part in (*resolved.parts.values(), resolved.examination) if part is not None]
    nodes = [node for criterion in parts for node in walk(criterion)]
    assert nodes != []
    assert [node for node in nodes if parse(_through_json(dump(node))) != node] == []


@given(criteria())
def test_any_criterion_is_read_back_as_it_was_written(criterion: Criterion) -> None:
    assert parse(_through_json(dump(criterion))) == criterion


@given(traits())
def test_any_trait_is_read_back_as_it_was_written(trait: Trait) -> None:
    assert parse(_through_json(dump(trait))) == trait


@given(criteria())
def test_a_criterion_that_is_read_back_is_written_as_it_was(criterion: Criterion) -> None:
    written = dump(criterion)
    assert dump(parse(written)) == written


@pytest.mark.parametrize("cell", cells())
def test_the_cell_is_read_back_as_it_was_printed(cell: str) -> None:
    """The fixed shape has no place for what is not examined of complexity and size; all else comes back."""
    indicator = cells()[cell].indicator
    reading = Reading(locate=lambda path: Place(file="/".join(map(str, path))))
    plain = _through_json(dump_cell(indicator, editions()[_edition_of(indicator)]))
    read = parse_indicator(Value(reading=reading, path=(), raw=_as_in_a_file(plain)), _setting(indicator))
    assert reading.problems == []
    assert read == _without_what_has_no_place(indicator)


def _through_json(plain: Mapping[str, Plain]) -> dict[str, Plain]:
    read: dict[str, Plain] = json.loads(json.dumps(plain, ensure_ascii=False))
    return read


def _as_in_a_file(plain: Mapping[str, Plain]) -> dict[str, object]:
    """Return a cell as an indicator file writes it: its level for its path, lines and flag ids for what is spelt out."""
    citation, citations, flags = plain["citation"], plain["citations"], plain["flags"]
    assert isinstance(citation, dict)
    assert isinstance(citations, dict)
    assert isinstance(flags, list)
    return {
        **{key: value for key, value in plain.items() if key != "cell"},
        "level": int(str(plain["cell"]).rsplit("/", 1)[1]),
        "citation": {key: value for key, value in citation.items() if key not in ("document", "revision")},
        "citations": dict(_lines(citations)),
        "flags": [flag["id"] for flag in flags if isinstance(flag, dict)],
    }


def _lines(citations: Mapping[str, Plain]) -> Iterator[tuple[str, Plain]]:
    for below, citation in citations.items():
        assert isinstance(citation, dict)
        yield below, citation["line"]


def _without_what_has_no_place(indicator: Indicator) -> Indicator:
    listed, sized = indicator.complexity, indicator.size_clause
    return replace(
        indicator,
        complexity=None if listed is None else replace(listed, roles=(), circumstances=()),
        size_clause=None if sized is None else replace(sized, circumstances=()),
    )


def _setting(indicator: Indicator) -> Setting:
    edition = editions()[_edition_of(indicator)]
    return Setting(
        edition=edition.id,
        category=indicator.category,
        field=indicator.field,
        document=indicator.citation.document,
        vocabulary=edition.vocabulary,
        documents=edition.documents,
        levels=edition.levels,
    )


def _edition_of(indicator: Indicator) -> str:
    return indicator.field_path.rsplit("/", 2)[0]
