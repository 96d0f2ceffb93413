"""Does every word of a shipped standard have a name of its own in both languages, in our own words?"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from kijun.framework.edition import Edition
from kijun.framework.indicator import Indicator
from kijun.text import Text
from tests.standards.cases import editions

_REPOSITORY: Final = Path(__file__).resolve().parents[2]
_DOCUMENTS: Final = _REPOSITORY.parent / "shared" / "documents"
_LONGEST_RUN: Final = 40
_JAPANESE: Final = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\u3005]")

Words = Mapping[tuple[str, str], Text]
"""The name of every word by its kind and id."""


@pytest.mark.parametrize("edition", editions())
def test_every_id_that_a_cell_uses_has_a_name(edition: str) -> None:
    named = _named(editions()[edition])
    unnamed = {
        (cell.path, kind, identity)
        for cell in editions()[edition].indicators.values()
        for kind, identity in _used(cell)
        if (kind, identity) not in named
    }
    assert unnamed == set()


@pytest.mark.parametrize("edition", editions())
def test_every_name_is_given_in_japanese_and_in_english(edition: str) -> None:
    names = list(_all_names(editions()[edition]))
    assert [at for at, name in names if not _JAPANESE.search(name.ja)] == []
    assert [at for at, name in names if not name.en.strip() or _JAPANESE.search(name.en)] == []


@pytest.mark.parametrize("edition", editions())
def test_no_name_is_the_id_itself(edition: str) -> None:
    named = _named(editions()[edition])
    assert [key for key, name in named.items() if key[1] in (name.ja, name.en)] == []


@pytest.mark.parametrize("edition", editions())
def test_no_two_words_of_a_kind_share_a_name_unless_they_belong_to_different_things(edition: str) -> None:
    for kind, terms in editions()[edition].vocabulary.terms.items():
        spoken = Counter((term.of, name) for term in terms.values() for name in (term.name.ja, term.name.en))
        assert [(kind, name) for name, times in spoken.items() if times > 1] == []


def test_an_id_of_both_editions_has_the_same_name_and_place_in_both() -> None:
    newer, older = editions().values()
    kinds = newer.vocabulary.terms.keys() - {"skill-item"}  # each edition prints its own names of these
    for kind, terms in ((kind, newer.vocabulary.terms[kind]) for kind in sorted(kinds)):
        for identity in terms.keys() & older.vocabulary.terms[kind].keys():
            one, other = terms[identity], older.vocabulary.terms[kind][identity]
            assert (one.name, one.order, one.of) == (other.name, other.order, other.of), (kind, identity)
    for identity in newer.vocabulary.measures.keys() & older.vocabulary.measures.keys():
        assert newer.vocabulary.measures[identity] == older.vocabulary.measures[identity]
    for identity in newer.vocabulary.scopes.keys() & older.vocabulary.scopes.keys():
        assert newer.vocabulary.scopes[identity] == older.vocabulary.scopes[identity]


def test_a_field_or_category_of_both_editions_has_the_same_name_in_both() -> None:
    newer, older = editions().values()
    for identity in newer.categories.keys() & older.categories.keys():
        assert newer.categories[identity].name == older.categories[identity].name
    fields = {field.id: field.name for _, field in newer.fields()}
    shared = [field for _, field in older.fields() if field.id in fields]
    assert shared != []
    assert [field.id for field in shared if field.name != fields[field.id]] == []


@pytest.mark.parametrize("edition", editions())
def test_a_flag_touches_cells_and_categories_that_exist_and_these_carry_it(edition: str) -> None:
    opened = editions()[edition]
    carriers: list[tuple[str, tuple[str, ...]]] = [
        *((cell.path, cell.flags) for cell in opened.indicators.values()),
        *((category.path, category.flags) for category in opened.categories.values()),
    ]
    for flag in opened.flags.values():
        assert set(flag.touches) == {path for path, carried in carriers if flag.id in carried}, flag.id
    assert {flag for _, carried in carriers for flag in carried} == set(opened.flags)


@pytest.mark.parametrize("edition", editions())
def test_a_flag_cites_documents_that_the_project_knows(edition: str) -> None:
    known = {"000", "001"} | {document for each in editions().values() for document in each.documents}
    for flag in editions()[edition].flags.values():
        assert flag.citations != ()
        assert {citation.document for citation in flag.citations} <= known, flag.id


@pytest.mark.skipif(not _DOCUMENTS.is_dir(), reason="the published documents are not part of the project")
def test_no_shipped_file_repeats_a_document_for_40_characters() -> None:
    copied = [f"{path.relative_to(_REPOSITORY)}: {run}" for path in _shipped_files() for run in _repeated(path)]
    assert copied == []


def _named(edition: Edition) -> Words:
    words = edition.vocabulary
    return {
        **{(kind, term.id): term.name for kind, terms in words.terms.items() for term in terms.values()},
        **{("measure", measure.id): measure.name for measure in words.measures.values()},
        **{("scope", scope.id): scope.name for scope in words.scopes.values()},
        **{("field", field.id): field.name for _, field in edition.fields()},
        **{("category", category.id): category.name for category in edition.categories.values()},
    }


def _all_names(edition: Edition) -> Iterator[tuple[str, Text]]:
    """Yield everything that is said in the words of the edition, with its place."""
    yield edition.id, edition.name
    for document in edition.documents.values():
        yield f"document {document.id}", document.title
    for (kind, identity), name in _named(edition).items():
        yield f"{kind} {identity}", name
    for category in edition.categories.values():
        yield category.path, category.summary
        for phase in category.phases:
            yield from ((f"{category.path} {phase.id}", said) for said in (phase.name, *phase.parts))
        yield from ((f"{category.path} {each.phase}", each.name) for each in category.activities)
    for _, field in edition.fields():
        yield field.path, field.summary
    for flag in edition.flags.values():
        yield f"flag {flag.id}", flag.about
    for point in edition.points.values():
        for said in (point.question, point.reason, *(answer.text for answer in point.answers)):
            yield f"policy {point.id}", said


def _used(cell: Indicator) -> Iterator[tuple[str, str]]:
    """Yield the kind and id of every word that a cell uses."""
    yield from (("category", cell.category), ("field", cell.field))
    for clause in (cell.responsibility, cell.complexity, cell.size_clause):
        if clause is not None:
            yield "outcome", clause.outcome
            yield from (("activity", activity) for activity in clause.activities.of)
    for group in cell.circumstances():
        yield "circumstance-kind", group.kind
        yield from (("circumstance", circumstance) for circumstance in group.of)
    if cell.responsibility is not None:
        yield "role", cell.responsibility.role
        yield from (("title", title) for title in cell.responsibility.roles)
        yield from (("scope", market.scope) for market in cell.responsibility.market if market.scope != "equivalent")
    if cell.complexity is not None:
        yield from (("condition", condition) for condition in cell.complexity.of)
    for band in cell.size or ():
        for alternative in band.any_of:
            yield from (("measure", measure) for measure in alternative.bounds)
            if alternative.customers is not None:
                yield "customers-reach", alternative.customers.reach
    if cell.expertise is not None:
        yield from (("area", area) for area in cell.expertise.of)
        yield "degree", cell.expertise.degree
    if cell.succession is not None:
        yield "subject", cell.succession.subject
        yield from (("contribution", kind) for kind in cell.succession.of)
    if cell.exam is not None:
        yield "examination", cell.exam


def _shipped_files() -> Iterator[Path]:
    for path in sorted((_REPOSITORY / "src").rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            yield path


@cache
def _runs() -> frozenset[str]:
    """Return every run of characters of every document; 218 KB of text make some 50,000 of them."""
    texts = [_packed(path.read_text(encoding="utf-8")) for path in sorted(_DOCUMENTS.glob("0*.txt"))]
    assert len(texts) == 5
    return frozenset(text[start : start + _LONGEST_RUN] for text in texts for start in _starts(text))


def _repeated(path: Path) -> list[str]:
    text = _packed(path.read_bytes().decode("utf-8", errors="replace"))
    return [run for start in _starts(text) if (run := text[start : start + _LONGEST_RUN]) in _runs()]


def _starts(text: str) -> range:
    return range(len(text) - _LONGEST_RUN + 1)


def _packed(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())
