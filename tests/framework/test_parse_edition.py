"""Is an edition read as a whole, and is what is wrong with it said at its place?"""

from __future__ import annotations

from typing import Any

import pytest

from kijun.citation import Citation
from kijun.framework.edition import Correction, Document, Flag
from kijun.framework.parse_edition import parse_edition
from kijun.framework.policy import Answer
from kijun.framework.structure import Field, Phase, PhaseActivity
from kijun.text import Text, same
from tests.framework.small import (
    alpha,
    edition,
    edition_file,
    field,
    files,
    flags_file,
    indicator_files,
    point,
    policy_file,
    problems,
    structure_file,
)

THREE = "acme/1/service/alpha/3"


def wrong(**changes: Any) -> list[tuple[str, str]]:
    read = files(**changes)
    parse_edition(read)
    return problems(read)


def structure(place: int, **changes: Any) -> Any:
    plain = structure_file()
    plain["categories"][place] = {**plain["categories"][place], **changes}
    return plain


def flag(**changes: Any) -> Any:
    return [{**flags_file()[0], **changes}]


def correction(path: str, **more: Any) -> Any:
    return flag(correction={"path": path, "value": 3, **more})


def test_an_edition_says_what_it_is_and_which_documents_it_was_taken_from() -> None:
    small = edition()
    assert (small.id, small.standard, small.published, small.order) == ("acme/1", "acme", "2026-01", 1)
    assert small.name == Text(ja="社内標準", en="Acme")
    assert (small.levels, small.notes) == ((1, 2, 3), (same("Made for a test."),))
    assert small.documents["d1"] == Document(
        id="d1",
        title=same("First"),
        language="ja",
        revision=Text(ja="初版", en="first"),
        is_revision_printed=True,
        publisher="Acme",
        is_part=False,
    )
    assert (small.documents["d2"].is_part, small.documents["d2"].is_revision_printed) == (True, False)


def test_a_category_is_read_with_its_job_description() -> None:
    service = edition().categories["service"]
    assert (service.path, service.name, service.summary) == ("acme/1/service", same("Service"), same("Serves."))
    assert service.answers_for == same("quality")
    assert service.phases == (
        Phase(id="build", name=same("Build"), is_main=True, parts=(same("Design"),)),
        Phase(id="run", name=Text(ja="runの名", en="The run"), is_main=False, parts=()),
    )
    assert service.activities == (PhaseActivity(phase="build", name=same("Installation")),)
    assert (service.is_field_named, service.headed_levels, service.flags) == (False, (3, 2, 1), ("odd",))
    assert service.citation == Citation(document="d1", line=2, page="1")
    sales = edition().categories["sales"]
    assert (sales.is_field_named, sales.headed_levels, sales.answers_for, sales.phases) == (True, None, None, ())


def test_a_field_is_read_with_what_the_source_lacks() -> None:
    first, second = edition().categories["service"].fields
    assert first == Field(
        id="alpha",
        path="acme/1/service/alpha",
        name=same("Alpha"),
        summary=same("First."),
        missing_from_source=frozenset(),
        citation=Citation(document="d1", line=1),
    )
    assert (second.summary, second.missing_from_source) == (second.name, frozenset({1}))


def test_points_and_flags_are_read() -> None:
    small = edition()
    window = small.points["evidence.window"]
    assert (window.default, window.question, window.reason) == ("any", same("Which?"), same("Silent."))
    assert window.answers == (Answer(id="any", text=same("any")), Answer(id="<n>", text=same("<n>")))
    assert small.flags["odd"] == Flag(
        id="odd",
        about=same("Two was meant."),
        citations=(Citation(document="d1", line=17),),
        touches=(THREE,),
        correction=Correction(path=f"{THREE}/succession/at_least", value=3, comparator=None),
    )
    assert small.flags["plain"].correction is None


def test_cells_are_read_under_their_paths_and_each_knows_where_it_was_read_from() -> None:
    parsed = parse_edition(files())
    assert list(parsed.edition.indicators) == [
        f"acme/1/{field}/{level}" for field in ("service/alpha", "service/beta", "sales/gamma") for level in (3, 2)
    ]
    assert parsed.cells.keys() == parsed.edition.indicators.keys()
    assert parsed.cells[THREE].path == ("cells", 0)
    assert parsed.edition.indicators["acme/1/sales/gamma/2"].citation.document == "d2"


def test_an_edition_needs_no_flags_and_no_cells() -> None:
    small = edition(flags=None, indicators=[])
    assert (dict(small.flags), dict(small.indicators)) == ({}, {})


def test_a_correction_is_read_with_its_comparator() -> None:
    path = "acme/1/service/beta/3/size/1/area_m2"
    small = edition(flags=correction(path, comparator="below"))
    assert small.flags["odd"].correction == Correction(path=path, value=3, comparator="below")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"edition": {**edition_file(), "order": -1}}, [("K106", "order")]),
        ({"edition": {**edition_file(), "colour": 1}}, [("K101", "colour")]),
        ({"structure": structure(0, engagements_belong_by="luck")}, [("K104", "categories/0/engagements_belong_by")]),
        ({"structure": structure(0, levels_printed={})}, [("K102", "categories/0/levels_printed/headed")]),
        ({"structure": structure(1, fields=[field("gamma"), field("gamma")])}, [("K105", "categories/1/fields/1/id")]),
        ({"structure": structure(1, fields=[field("gamma", missing_from_source=[9])])}, [("K106", "categories/1/fields/0/missing_from_source/0")]),
        ({"policy": [*policy_file(), point("luck", "none")]}, [("K104", "13/id")]),
        ({"policy": [*policy_file(), policy_file()[0]]}, [("K105", "13/id")]),
        ({"policy": [*policy_file()[:-1], point("contradictions", "as-printed", "guessed")]}, [("K127", "12")]),
        ({"policy": [*policy_file()[:-1], {**policy_file()[-1], "default": "guessed"}]}, [("K127", "12")]),
        ({"flags": flag(about=None)}, [("K102", "0/about")]),
        ({"flags": correction(f"{THREE}/expertise/at_least")}, [("K104", "0/correction/path")]),
        ({"flags": correction("acme/1/service/beta/3/succession/at_least")}, [("K104", "0/correction/path")]),
        ({"flags": correction("acme/1/service/alpha/9/succession/at_least")}, [("K104", "0/correction/path")]),
        ({"flags": correction("acme/1/service/beta/3/size/2/rooms")}, [("K104", "0/correction/path")]),
        ({"flags": correction("acme/1/service/beta/3/size/1/network_sites")}, [("K104", "0/correction/path")]),
        ({"flags": correction("acme/1/sales/gamma/3/size/1/rooms")}, [("K104", "0/correction/path")]),
        ({"flags": correction(f"{THREE}/succession/at_least", comparator="over")}, [("K104", "0/correction/comparator")]),
        ({"indicators": [{**indicator_files()[0], "field": "delta"}], "flags": None}, [("K104", "field")]),
        ({"indicators": [{**indicator_files()[0], "category": "delta"}], "flags": None}, [("K104", "category")]),
        ({"indicators": [{**indicator_files()[0], "document": "d9"}]}, [("K104", "document")]),
        ({"indicators": [{**indicator_files()[0], "cells": [alpha(3), alpha(3)]}]}, [("K123", "cells/1")]),
    ],
)  # fmt: skip
def test_what_is_wrong_with_an_edition_is_said_at_its_place(changes: Any, found: list[tuple[str, str]]) -> None:
    assert wrong(**changes) == found


def test_of_two_cells_with_one_path_the_first_is_kept() -> None:
    plain = indicator_files()
    plain[0]["cells"] = [alpha(3), alpha(3, mentoring=False)]
    assert parse_edition(files(indicators=plain)).edition.indicators[THREE].asks_mentoring


def test_an_edition_without_levels_does_not_stop_the_reading_of_its_cells() -> None:
    plain = {**structure_file(), "levels": []}
    assert "K106" in {code for code, _ in wrong(structure=plain)}


def test_a_level_may_have_a_name_or_be_called_by_its_number() -> None:
    named = [{"level": 1, "name": {"ja": "初級", "en": "Beginner"}}, 2, {"level": 3, "name": "Expert"}]
    read = edition(structure={**structure_file(), "levels": named})
    assert (read.levels, read.level_names) == ((1, 2, 3), {1: Text(ja="初級", en="Beginner"), 3: same("Expert")})
    assert [read.level_name(level).en for level in read.levels] == ["Beginner", "level 2", "Expert"]
    assert edition().level_names == {}


def test_a_level_that_is_neither_a_number_nor_a_number_with_a_name_is_said() -> None:
    assert wrong(structure={**structure_file(), "levels": [1, 2, {"level": 3}]}) == [("K102", "levels/2/name")]
    assert ("K102", "levels/1/level") in wrong(structure={**structure_file(), "levels": [1, {"name": "x"}, 2, 3]})
