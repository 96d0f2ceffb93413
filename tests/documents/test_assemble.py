"""Does a draft become the files of a standard, with ids wherever stand-ins stood?"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kijun.documents.assemble import Assembled, put_path
from kijun.documents.new_ids import NewIds
from kijun.documents.read import Asked, read_documents
from tests.documents.loaded import problems_of

EXAMPLES = Path(__file__).parents[2] / "examples" / "documents"
DAY = date(2026, 11, 21)


@pytest.fixture(scope="module", params=["en", "ja"])
def read(request: pytest.FixtureRequest) -> Assembled:
    asked = Asked(files=(EXAMPLES / f"line-operations.{request.param}.txt",), edition="acme/lines", is_shipped=False)
    found = read_documents(asked, {}, DAY)
    assert found is not None
    return found


def test_stand_ins_are_replaced_in_paths_and_in_names_of_files() -> None:
    ids = NewIds(ids={"?category:回線": "category-1", "?field:屋外": "field-1"}, words={}, questions=())
    assert put_path("?category:回線/?field:屋外/5/size", ids) == "category-1/field-1/5/size"
    assert put_path("indicators/?category:回線/?field:屋外.yaml", ids) == "indicators/category-1/field-1.yaml"
    assert put_path("customer-service/hardware/5", ids) == "customer-service/hardware/5"


def test_no_stand_in_is_left_anywhere(read: Assembled) -> None:
    written = f"{read.files}{read.places}{read.questions}{read.pack}"
    assert "?category:" not in written
    assert "?field:" not in written
    assert "?condition:" not in written


def test_a_draft_loads_without_a_problem(read: Assembled) -> None:
    assert problems_of(read) == []


def test_every_cell_and_every_part_that_was_read_has_its_place(read: Assembled) -> None:
    place = read.places["category-1/field-1/4/complexity/at_least"]
    assert isinstance(place, dict)
    assert (place["document"], place["certainty"]) == ("1", "printed")
    assert {path.split("/")[2] for path in read.places if path.startswith("category-1/field-1/")} >= {"4", "3"}


def test_sentences_are_in_the_text_pack_and_not_in_the_standard(read: Assembled) -> None:
    worded = {each.path: each.words for each in read.pack.wording["category-1"]}
    assert {"job-description", "field-1/4/responsibility", "field-1/4/size/1"} <= set(worded)
    standard = str(read.files)
    assert worded["field-1/4/responsibility"] not in standard
    assert worded["job-description"] not in standard


def test_what_the_words_do_not_tell_is_unread_and_asked(read: Assembled) -> None:
    file: Any = read.files["indicators/category-1/field-2.yaml"]
    [cell] = file["cells"]
    assert cell["unread"] == ["responsibility"]
    assert "category-1/field-2/3/responsibility/role" in {question.path for question in read.questions}


def test_reading_twice_gives_the_same(read: Assembled) -> None:
    language = read.pack.documents[0].file.split(".")[1]
    asked = Asked(files=(EXAMPLES / f"line-operations.{language}.txt",), edition="acme/lines", is_shipped=False)
    assert read_documents(asked, {}, DAY) == read
