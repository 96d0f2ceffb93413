"""Are the cells of two editions compared as they are printed, and what a source lacks kept apart?"""

from __future__ import annotations

from typing import Any

from kijun.framework.compare.comparison import Change
from kijun.framework.compare.editions import compare
from kijun.framework.edition import Edition
from tests.framework.compare.compared import found, line, with_cell
from tests.framework.small import alpha, edition, edition_file, indicator_files, structure_file

ALPHA_3 = "service/alpha/3"


def without_cell(*, missing: bool = False, is_part: bool = False, **changes: object) -> Edition:
    """Return the small standard without alpha 3: not in the standard, or only missing from its document."""
    files, structure, about = indicator_files(), structure_file(), edition_file()
    files[0]["cells"] = files[0]["cells"][1:]
    if missing:
        structure["categories"][0]["fields"][0]["missing_from_source"] = [3]
    about["documents"]["d1"]["part"] = is_part
    about["documents"]["d2"]["part"] = False
    flag = {"id": "odd", "about": "Odd.", "citations": [], "touches": []}
    return edition(**{"indicators": files, "structure": structure, "edition": about, "flags": [flag], **changes})


def only(old: Edition, new: Edition) -> Change:
    [change] = compare(old, new).changes
    return change


def test_an_edition_does_not_differ_from_itself() -> None:
    assert found(edition(), edition()) == []
    assert found(without_cell(missing=True), without_cell(missing=True)) == []


def test_a_comparison_names_both_editions_and_counts_by_kind() -> None:
    comparison = compare(edition(), with_cell("alpha", mentoring=False, complexity={"at_least": 3}))
    assert (comparison.old, comparison.new) == ("acme/1", "acme/1")
    assert {kind.value: count for kind, count in comparison.counts().items()} == {"dropped": 1, "raised": 1}


def test_a_cell_that_only_one_edition_has_is_added_or_dropped() -> None:
    dropped = only(edition(), without_cell())
    assert line(dropped) == "dropped cell: level 3 -> -"
    assert (dropped.path, str(dropped.old.citation), str(dropped.new.citation)) == (ALPHA_3, "d1:30", "d1:1")
    assert line(only(without_cell(), edition())) == "added cell: - -> level 3"


def test_a_cell_that_a_source_lacks_is_not_comparable_and_the_part_is_named() -> None:
    change = only(without_cell(missing=True, is_part=True), edition())
    assert line(change) == "not comparable cell: - -> level 3"
    assert change.reason is not None
    assert change.reason.en == "missing from the source of acme/1 (document d1 is a part)"
    assert line(only(edition(), without_cell(missing=True, is_part=True))) == "not comparable cell: level 3 -> -"


def test_where_no_document_says_that_it_is_a_part_the_source_alone_is_named() -> None:
    reason = only(without_cell(missing=True), edition()).reason
    assert reason is not None
    assert reason.en == "missing from the source of acme/1"


def test_another_part_among_the_documents_is_named_where_that_of_the_field_is_none() -> None:
    about = edition_file()
    change = only(without_cell(missing=True, edition=about), edition())
    assert change.reason is not None
    assert "document d2 is a part" in change.reason.en


def test_a_cell_that_one_standard_has_and_the_other_has_not_is_dropped_though_a_source_lacks_it() -> None:
    change = only(without_cell(missing=True), without_cell())
    assert line(change) == "dropped cell: level 3 -> -"
    assert line(only(without_cell(), without_cell(missing=True))) == "added cell: - -> level 3"


def test_what_is_at_a_path_and_what_speaks_of_the_whole_of_it_can_be_picked_out() -> None:
    comparison = compare(edition(), with_cell("alpha", mentoring=False, complexity={"at_least": 3}))
    assert _aspects(comparison.below(f"{ALPHA_3}/complexity")) == ["conditions-asked"]
    assert _aspects(comparison.below("service/alpha")) == ["conditions-asked", "mentoring"]
    assert _aspects(comparison.below("service/alph")) == []
    assert _aspects(comparison.of_skills()) == []
    gone = compare(edition(), without_cell())
    assert _aspects(gone.below(f"{ALPHA_3}/size")) == ["cell"]
    assert _aspects(gone.of_skills()) == []


def test_a_cell_of_a_level_that_only_one_edition_has_is_added_with_its_level() -> None:
    structure, files = structure_file(), indicator_files()
    structure["levels"] = [1, 2, 3, 4]
    files[0]["cells"].append(alpha(4))
    assert found(edition(), edition(structure=structure, indicators=files)) == [
        "added level: - -> level 4",
        "added cell: - -> level 4",
    ]


def _aspects(comparison: Any) -> list[str]:
    return [change.aspect for change in comparison.changes]
