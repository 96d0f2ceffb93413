"""At which paths can a document print words of an edition?"""

from __future__ import annotations

import pytest

from kijun.catalogue.installed import shipped_editions
from kijun.citation import Citation
from kijun.framework.dump_wording import dump_wording
from kijun.framework.edition import Edition
from kijun.framework.wording import Wording, worded_paths
from tests.builders import V3_2011


def edition() -> Edition:
    return next(each for each in shipped_editions() if each.id == V3_2011)


@pytest.mark.parametrize(
    "path",
    [
        "job-description",
        "hardware",
        "hardware/5",
        "hardware/5/responsibility",
        "hardware/5/complexity/of/multi-vendor",
        "hardware/5/size/2",
        "hardware/5/mentoring",
        "hardware/3/exam",
        "hardware/skills/technology",
        "hardware/skills/technology/5",
    ],
)
def test_words_are_printed_at_the_description_a_field_a_cell_its_parts_and_an_item(path: str) -> None:
    assert path in worded_paths(edition(), "customer-service")


@pytest.mark.parametrize(
    "path",
    [
        "",
        "hardware/9",
        "hardware/5/size/3",
        "hardware/5/complexity/of/no-such",
        "hardware/skills/technology/1",
        "hardware/skills/no-such",
        "../hardware",
    ],
)
def test_no_words_are_printed_where_the_edition_has_nothing(path: str) -> None:
    assert path not in worded_paths(edition(), "customer-service")


def test_a_category_that_the_edition_does_not_have_has_no_words() -> None:
    assert worded_paths(edition(), "no-such") == frozenset()


def test_every_line_that_a_cell_cites_can_have_its_words() -> None:
    for each in shipped_editions():
        for cell in each.indicators.values():
            cited = {f"{cell.field}/{cell.level}/{below}" for below in cell.citations}
            assert cited <= worded_paths(each, cell.category)


def test_words_are_told_to_other_programs_with_their_place() -> None:
    words = Wording(path="hardware/5", language="ja", words="語句", citation=Citation(document="001", line=7, page="2"))
    assert dump_wording([words]) == [
        {"path": "hardware/5", "language": "ja", "words": "語句", "document": "001", "line": 7, "page": "2"}
    ]
