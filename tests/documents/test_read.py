"""Which standard do documents hold, whatever their format and the order in which they are named?"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

import pytest

from kijun.documents.assemble import Assembled
from kijun.documents.read import Asked, read_documents
from kijun.documents.readers.refusal import Unreadable
from kijun.framework.dump import Plain

EXAMPLES: Final = Path(__file__).parents[2] / "examples" / "documents"
ENGLISH: Final = EXAMPLES / "line-operations.en.txt"
JAPANESE: Final = EXAMPLES / "line-operations.ja.txt"
_NUMBERS: Final = (
    "at_least",
    "measure",
    "slots",
    "years_at_level",
    "complexity_at_least",
    "mentoring",
    "level",
    "role",
)


def _read(*paths: Path, answers: dict[str, Plain] | None = None) -> Assembled | None:
    asked = Asked(files=paths, edition="draft/lines", is_shipped=False)
    return read_documents(asked, answers or {}, date(2026, 11, 21))


def _numbers(plain: Plain, key: str = "") -> list[Plain]:
    """Return the thresholds of a file in their order."""
    match plain:
        case dict():
            return [found for name, each in plain.items() if name != "citations" for found in _numbers(each, name)]
        case list() if key not in _NUMBERS:
            return [found for each in plain for found in _numbers(each, key)]
        case _:
            return [plain] if key in _NUMBERS else []


def test_both_languages_of_a_document_give_the_same_thresholds() -> None:
    english, japanese = _read(ENGLISH), _read(JAPANESE)
    assert english is not None
    assert japanese is not None
    files = [f"indicators/category-1/field-{number}.yaml" for number in (1, 2)]
    for file in files:
        here, there = _numbers(english.files[file]), _numbers(japanese.files[file])
        assert len(here) > 5
        assert here[-5:] == there[-5:]
    assert [document.id for document in english.pack.documents] == ["1"]


def test_documents_may_be_named_in_any_order(tmp_path: Path) -> None:
    indicators, _, skills = ENGLISH.read_text("utf-8").partition("Skill Proficiency/Knowledge")
    (tmp_path / "indicators.txt").write_text(indicators, encoding="utf-8")
    (tmp_path / "skills.txt").write_text(
        f"Job Category: Line Operations\n\nSkill Proficiency/Knowledge{skills}", encoding="utf-8"
    )
    one = _read(tmp_path / "indicators.txt", tmp_path / "skills.txt")
    other = _read(tmp_path / "skills.txt", tmp_path / "indicators.txt")
    assert one is not None
    assert other is not None
    assert {each.id for each in one.questions} == {each.id for each in other.questions}
    assert sorted(one.files) == sorted(other.files)


def test_reading_tells_how_far_it_is() -> None:
    told: list[tuple[str, int, int]] = []
    asked = Asked(files=(ENGLISH, JAPANESE), edition="draft/lines", is_shipped=False)
    read_documents(asked, {}, date(2026, 11, 21), lambda *page: told.append(page))
    assert told == [(ENGLISH.name, 1, 1), (JAPANESE.name, 1, 1)]


def test_a_text_of_another_kind_holds_nothing(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear all,\nlevel 4 of the car park is closed.\n", encoding="utf-8")
    assert _read(letter) is None
    assert _read(letter, ENGLISH) is not None


def test_a_file_that_is_not_there_is_refused() -> None:
    with pytest.raises(Unreadable):
        _read(EXAMPLES / "none.txt")


def test_the_pack_says_which_files_it_was_read_from() -> None:
    found = _read(JAPANESE)
    assert found is not None
    (document,) = found.pack.documents
    assert (document.file, document.digest[:7]) == (JAPANESE.name, "sha256:")
