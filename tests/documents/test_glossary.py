"""Is a printed name found as a whole, in its own place, and never by likeness alone?"""

from __future__ import annotations

from pathlib import Path

import pytest

from kijun.documents.glossary import Entry, Glossary, fingerprint, load_glossary, shipped_glossary


@pytest.fixture
def glossary() -> Glossary:
    return Glossary(
        {
            "condition": [
                Entry(id="old-lines", printed=("古い回線", "Old lines"), within=""),
                Entry(id="long-lines", printed=("長い回線",), within="line-keeping"),
                Entry(id="long-outdoor-lines", printed=("長い回線",), within="line-keeping/outdoor"),
            ]
        }
    )


@pytest.mark.parametrize("words", ["古い回線", "古 い 回線、", "OLD LINES", "old-lines"])
def test_a_name_is_found_in_any_width_case_and_punctuation(words: str, glossary: Glossary) -> None:
    assert glossary.find("condition", words) == "old-lines"


@pytest.mark.parametrize("words", ["古い回線の更新", "古い回", "とても古い回線"])
def test_a_part_of_a_name_or_more_than_a_name_is_not_found(words: str, glossary: Glossary) -> None:
    assert glossary.find("condition", words) is None


def test_the_narrowest_place_goes_first_and_other_places_do_not_count(glossary: Glossary) -> None:
    assert glossary.find("condition", "長い回線", "line-keeping/outdoor") == "long-outdoor-lines"
    assert glossary.find("condition", "長い回線", "line-keeping/indoor") == "long-lines"
    assert glossary.find("condition", "長い回線", "other/outdoor") is None
    assert glossary.find("area", "古い回線") is None


def test_a_long_name_is_found_by_its_fingerprint_alone(tmp_path: Path) -> None:
    name = "古い回線の更新、長い回線の点検、およびその記録"
    (path := tmp_path / "names.yaml").write_text(
        f"condition:\n  - {{id: upkeep, fingerprints: [{fingerprint(name)}]}}\n", encoding="utf-8"
    )
    glossary = load_glossary([path])
    assert glossary.find("condition", name.replace("、", " ")) == "upkeep"
    assert glossary.find("condition", f"{name}など") is None
    assert glossary.spellings("condition") == {}


def test_what_is_nearly_the_same_is_suggested_nearest_first(glossary: Glossary) -> None:
    assert glossary.near("condition", "古い回線網") == ("old-lines",)
    assert glossary.near("condition", "まったく別のもの") == ()


def test_every_shipped_spelling_means_one_word_in_its_place() -> None:
    assert shipped_glossary().spellings("field")


def test_a_file_of_another_shape_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "names.yaml"
    path.write_text("- a\n", encoding="utf-8")
    with pytest.raises(TypeError, match="holds no printed names"):
        load_glossary([path])
