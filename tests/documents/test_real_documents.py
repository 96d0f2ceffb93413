"""Are the published documents read as the shipped editions have them: together, and each by itself?

The documents stand beside the repository, where they are there. What differs and what is asked is listed here by name.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pytest

from kijun.cli.main import main

_DOCUMENTS: Final = Path(__file__).resolve().parents[2].parent / "shared" / "documents"
_EDITIONS: Final[Mapping[str, tuple[str, ...]]] = {
    "itss/v3-2008": ("000", "003", "004"),
    "itss/v3-2011": ("001", "002", "pdf/v3-2011-levels-1-2-indicators", "pdf/v3-2011-levels-1-2-skills"),
}
_ALONE: Final = {document: edition for edition, documents in _EDITIONS.items() for document in documents}

_ASKED: Final = {
    "customer-service/software/skills/software-technology/common": "its label and its place contradict each other"
}
"""Open question -> why a careful reader would ask it too."""

_NO_JOB_DESCRIPTION: Final = ("phases", "activities", "levels_printed")
"""What a document of skills leaves to the document of indicators."""

_NOT_IN_IT: Final[Mapping[str, tuple[str, ...]]] = {
    "000": tuple(f"customer-service/{key}" for key in _NO_JOB_DESCRIPTION),
    "001": ("customer-service/phases", "customer-service/activities"),
    "pdf/v3-2011-levels-1-2-skills": ("levels-1-2/levels_printed",),
}
"""Document -> the values that are empty where it is read by itself."""

pytestmark = pytest.mark.skipif(not _DOCUMENTS.is_dir(), reason="the published documents are not part of the project")


def _paths(documents: tuple[str, ...]) -> list[str]:
    return [str(path) for document in documents for path in sorted(_DOCUMENTS.glob(f"{document}*.*"))]


def _beside(documents: tuple[str, ...], edition: str, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    capsys.readouterr()
    told = ("--edition", edition, "--against", edition, "--questions", "--format", "json", "--lang", "en")
    assert main(["read", *_paths(documents), *told]) == 0
    written = capsys.readouterr()
    assert written.err == ""
    plain: dict[str, Any] = json.loads(written.out)
    return plain


def _of(plain: dict[str, Any], standing: str) -> list[str]:
    return [each["path"] for each in plain["fidelity"] if each["standing"] == standing]


@pytest.mark.parametrize("edition", _EDITIONS)
def test_all_documents_of_an_edition_give_the_edition(edition: str, capsys: pytest.CaptureFixture[str]) -> None:
    plain = _beside(_EDITIONS[edition], edition, capsys)
    assert [each for each in plain["fidelity"] if each["standing"] != "agrees"] == []
    assert len(plain["fidelity"]) > 300  # cells, skill items and skill areas, value by value
    assert [each["path"] for each in plain["questions"]] == (list(_ASKED) if edition == "itss/v3-2011" else [])


@pytest.mark.parametrize("document", _ALONE)
def test_a_document_by_itself_says_nothing_else_than_the_edition(
    document: str, capsys: pytest.CaptureFixture[str]
) -> None:
    plain = _beside((document,), _ALONE[document], capsys)
    assert _of(plain, "only-in-document") == []
    assert _of(plain, "differs") == [*_NOT_IN_IT.get(document, ())]
    assert _of(plain, "agrees")
    assert [each["path"] for each in plain["questions"] if each["path"] not in _ASKED] == []


@pytest.mark.parametrize("edition", _EDITIONS)
@pytest.mark.parametrize("identity", ["shipped", "own"])
def test_a_draft_of_them_loads_without_a_problem(
    edition: str, identity: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    into = str(tmp_path / "draft")
    named = ["--edition", edition] if identity == "shipped" else []
    assert main(["read", *_paths(_EDITIONS[edition]), "--into", into, "--lang", "en", *named]) == 0
    assert main(["check", into, "--lang", "en"]) == 0
    written = capsys.readouterr()
    assert written.err == ""
    assert "nothing is wrong" in written.out
