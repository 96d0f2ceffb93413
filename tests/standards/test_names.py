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
from kijun.framework.phrase_skill import phrase_proficiency
from kijun.framework.skill import KnowledgeItem
from kijun.framework.vocabulary import Term
from kijun.text import Text
from tests.standards.cases import editions
from tests.standards.pdf_pages import PDFS, pages, with_the_pdfs

_REPOSITORY: Final = Path(__file__).resolve().parents[2]
_DOCUMENTS: Final = _REPOSITORY.parent / "shared" / "documents"
_LONGEST_RUN: Final = 40
_LONGEST_RUN_OF_SKILLS: Final = 25
_JAPANESE: Final = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\u3005]")

Words = Mapping[tuple[str, str], Text]
"""The name of every word by its kind and id."""

_with_documents = pytest.mark.skipif(
    not _DOCUMENTS.is_dir(), reason="the published documents are not part of the project"
)


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
def test_every_id_that_a_proficiency_uses_has_a_name_and_no_ability_or_setting_is_left_over(edition: str) -> None:
    opened = editions()[edition]
    asked = [each for item in opened.skills.values() for each in item.proficiencies.values()]
    terms = opened.vocabulary.terms
    assert {each.ability for each in asked} == terms["ability"].keys()
    assert {each.setting for each in asked} - {None} == terms["setting"].keys()
    assert {role for each in asked for role in each.roles} <= terms["title"].keys() | terms["role"].keys()


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
        spoken = Counter((_part(kind, term), name) for term in terms.values() for name in (term.name.ja, term.name.en))
        assert [(kind, name) for name, times in spoken.items() if times > 1] == []


def test_an_id_of_both_editions_has_the_same_name_and_place_in_both() -> None:
    newer, older = editions().values()
    for kind, terms in newer.vocabulary.terms.items():
        for identity in terms.keys() & older.vocabulary.terms[kind].keys():
            one, other = terms[identity], older.vocabulary.terms[kind][identity]
            said = (_caseless(one.name), _caseless(other.name)) if kind == "skill-item" else (one.name, other.name)
            assert said[0] == said[1], (kind, identity)
            assert (one.order, one.of) == (other.order, other.of), (kind, identity)
    for identity in newer.vocabulary.measures.keys() & older.vocabulary.measures.keys():
        assert newer.vocabulary.measures[identity] == older.vocabulary.measures[identity]
    for identity in newer.vocabulary.scopes.keys() & older.vocabulary.scopes.keys():
        assert newer.vocabulary.scopes[identity] == older.vocabulary.scopes[identity]


def test_a_knowledge_item_of_both_editions_has_a_name_that_the_older_one_prints_but_for_its_capitals() -> None:
    newer, older = (_readings(edition) for edition in editions().values())
    shared = newer.keys() & older.keys()
    assert len(shared) > 30
    assert [identity for identity in sorted(shared) if not newer[identity] & older[identity]] == []


def test_a_field_or_category_of_both_editions_has_the_same_name_in_both() -> None:
    newer, older = editions().values()
    for identity in newer.categories.keys() & older.categories.keys():
        assert newer.categories[identity].name == older.categories[identity].name
    fields = {field.id: field.name for _, field in newer.fields()}
    shared = [field for _, field in older.fields() if field.id in fields]
    assert shared != []
    assert [field.id for field in shared if field.name != fields[field.id]] == []


@pytest.mark.parametrize("edition", editions())
def test_a_flag_touches_cells_categories_and_skill_items_that_exist_and_these_carry_it(edition: str) -> None:
    opened = editions()[edition]
    carriers: list[tuple[str, tuple[str, ...]]] = [
        *((cell.path, cell.flags) for cell in opened.indicators.values()),
        *((category.path, category.flags) for category in opened.categories.values()),
        *((item.path, item.flags) for item in opened.skills.values()),
    ]
    overviews = {f"{opened.categories[area].path}/skills" for area in opened.skill_areas}
    for flag in opened.flags.values():
        assert set(flag.touches) - overviews == {path for path, carried in carriers if flag.id in carried}, flag.id
    of_overviews = {flag.id for flag in opened.flags.values() if overviews & set(flag.touches)}
    assert of_overviews != set()
    assert {flag for _, carried in carriers for flag in carried} | of_overviews == set(opened.flags)


@pytest.mark.parametrize("edition", editions())
def test_a_flag_cites_documents_that_the_project_knows(edition: str) -> None:
    known = {"000", "001"} | {document for each in editions().values() for document in each.documents}
    for flag in editions()[edition].flags.values():
        assert flag.citations != ()
        assert {citation.document for citation in flag.citations} <= known, flag.id


@_with_documents
def test_no_shipped_file_repeats_a_document_for_40_characters() -> None:
    copied = [
        f"{path.relative_to(_REPOSITORY)}: {run}"
        for path in _shipped_files()
        for run in _repeated(_words_of(path), _LONGEST_RUN)
    ]
    assert copied == []


@_with_documents
def test_the_files_of_skills_repeat_no_document_for_25_characters_but_in_the_names_of_items() -> None:
    files = [
        path
        for path in _shipped_files()
        if path.suffix == ".yaml" and (path.parent.name == "skills" or path.stem in ("abilities", "settings"))
    ]
    assert len(files) == 7
    copied = [f"{path}: {run}" for path in files for run in _repeated(_words_of(path), _LONGEST_RUN_OF_SKILLS)]
    assert copied == []


@_with_documents
@pytest.mark.parametrize("edition", editions())
def test_no_sentence_made_of_a_proficiency_repeats_a_document_for_40_characters(edition: str) -> None:
    opened = editions()[edition]
    asked = [each for item in opened.skills.values() for each in item.proficiencies.values()]
    said = [phrase_proficiency(each, opened.vocabulary) for each in asked]
    assert [run for each in said for words in (each.ja, each.en) for run in _repeated(words, _LONGEST_RUN)] == []


@_with_documents
@pytest.mark.parametrize("edition", editions())
@pytest.mark.parametrize("length", [_LONGEST_RUN, _LONGEST_RUN_OF_SKILLS])
def test_the_printed_sentence_of_any_proficiency_would_be_noticed(edition: str, length: int) -> None:
    for item in editions()[edition].skills.values():
        for level, asked in item.proficiencies.items():
            if asked.citation.document in PDFS:
                continue  # the runs are those of the text extracts
            (printed,) = _DOCUMENTS.glob(f"{asked.citation.document}-*.txt")
            lines = printed.read_text(encoding="utf-8").splitlines()
            sentence = " ".join(lines[asked.citation.line - 1 : asked.citation.line + 1])
            assert _repeated(f"- {{level: {level}, ability: {sentence}}}", length) != [], (item.path, level)


@with_the_pdfs
def test_no_shipped_file_repeats_a_pdf_for_40_characters_nor_a_file_of_skills_for_25() -> None:
    printed = {
        length: frozenset(
            run
            for document in PDFS
            for run in _runs(" ".join(" ".join(lines) for lines in pages(document).values()), length)
        )
        for length in (_LONGEST_RUN, _LONGEST_RUN_OF_SKILLS)
    }
    copied = []
    for path in _shipped_files():
        is_of_skills = path.parent.name == "skills" or path.stem in ("abilities", "settings")
        length = _LONGEST_RUN_OF_SKILLS if is_of_skills and path.suffix == ".yaml" else _LONGEST_RUN
        names = _runs_of_names(length)
        copied += [
            f"{path.name}: {run}"
            for run in _runs(_words_of(path), length)
            if run in printed[length] and run not in names
        ]
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
    yield from _names_of_skills(edition)


def _names_of_skills(edition: Edition) -> Iterator[tuple[str, Text]]:
    for place, each in _knowledge(edition):
        yield f"{place} {each.id}", each.name
        if each.was is not None:
            yield f"{place} {each.id} was", each.was.reason
    for item in edition.skills.values():
        yield item.path, item.name
        if item.was is not None:
            yield f"{item.path} was", item.was.reason
    for area in edition.skill_areas.values():
        if area.note is not None:
            yield f"{area.category} note", area.note


def _knowledge(edition: Edition) -> Iterator[tuple[str, KnowledgeItem]]:
    """Yield the knowledge items of the tables and of the overviews, with their places."""
    for item in edition.skills.values():
        yield from ((item.path, each) for each in item.knowledge)
    for area in edition.skill_areas.values():
        for listed in (each for group in area.groups for each in group.items):
            yield from ((f"{area.category} overview {listed.item}", each) for each in listed.knowledge)


def _readings(edition: Edition) -> Mapping[str, set[Text]]:
    """Return every name that an edition has for a knowledge item, in tables and overviews."""
    found: dict[str, set[Text]] = {}
    for _, each in _knowledge(edition):
        found.setdefault(each.id, set()).add(_caseless(each.name))
    return found


def _caseless(name: Text) -> Text:
    """Return a name without its capitals: the older edition prints English names, in the newer they are a translation."""
    return Text(ja=name.ja, en=name.en.casefold())


def _part(kind: str, term: Term) -> str | None:
    """Return what a word must be told apart in: a skill item in its field, since common ones stand in each field."""
    return term.id.rpartition("/")[0] if kind == "skill-item" else term.of


def _used(cell: Indicator) -> Iterator[tuple[str, str]]:
    """Yield the kind and id of every word that a cell uses."""
    yield from (("category", cell.category), ("field", cell.field))
    for clause in (cell.responsibility, cell.complexity, cell.size_clause):
        if clause is not None:
            yield "outcome", clause.outcome
            yield from (("activity", activity) for activity in (clause.activities.of if clause.activities else ()))
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


def _words_of(path: Path) -> str:
    return path.read_bytes().decode("utf-8", errors="replace")


def _repeated(words: str, length: int) -> list[str]:
    """Return the runs of a length that stand in a document too, but for those inside the name of one item."""
    return [run for run in _runs(words, length) if run in _printed_runs(length) and run not in _runs_of_names(length)]


@cache
def _printed_runs(length: int) -> frozenset[str]:
    """Return every run of characters of every document; 218 KB of text make some 50,000 of them."""
    documents = sorted(_DOCUMENTS.glob("0*.txt"))
    assert len(documents) == 5
    return frozenset(run for path in documents for run in _runs(path.read_text(encoding="utf-8"), length))


@cache
def _runs_of_names(length: int) -> frozenset[str]:
    """Return the runs inside the names of skill and knowledge items, which are facts and kept as printed."""
    names = [
        name
        for edition in editions().values()
        for name in (*(item.name for item in edition.skills.values()), *(each.name for _, each in _knowledge(edition)))
    ]
    return frozenset(run for name in names for words in (name.ja, name.en) for run in _runs(words, length))


def _runs(words: str, length: int) -> Iterator[str]:
    text = "".join(unicodedata.normalize("NFKC", words).split())
    return (text[start : start + length] for start in range(len(text) - length + 1))
