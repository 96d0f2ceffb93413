"""Do the published documents of skills give the shipped skill items, in any order of their tables and however they are wrapped?"""

from __future__ import annotations

import random
import re
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest

from kijun.catalogue.installed import open_edition
from kijun.documents.draft import DraftCategory
from kijun.documents.glossary import shipped_glossary
from kijun.documents.names import Names
from kijun.documents.printed import Printed
from kijun.documents.read_skills import read_skills
from kijun.documents.readers.open import open_document
from kijun.documents.readers.text import open_text
from kijun.documents.recognise.overview import recognise_overview
from kijun.documents.recognise.sections import Divided, divide
from kijun.documents.recognise.skill_tables import recognise_skill_table
from kijun.documents.skill_draft import DraftSkills
from kijun.framework.overview import printed_area

_DOCUMENTS: Final = Path(__file__).resolve().parents[2].parent / "shared" / "documents"
_FROM: Final = {
    "000": ("itss/v3-2008", "customer-service"),
    "001": ("itss/v3-2011", "customer-service"),
    "pdf/v3-2011-levels-1-2-skills": ("itss/v3-2011", "levels-1-2"),
}
_TEXTS: Final = ("000", "001")
_TABLE: Final = re.compile(r"(?m)^(?=\s*\S*のスキル熟達度・知識項目|\s*Specialty (?:Field|area): *$)")

pytestmark = pytest.mark.skipif(not _DOCUMENTS.is_dir(), reason="the published documents are not part of the project")

Facts = dict[str, Any]


def _path(document: str) -> Path:
    (path,) = _DOCUMENTS.glob(f"{document}*.*")
    return path


def _skills(printed: Printed, category: str) -> DraftSkills:
    sections = list(divide(printed, Divided(), lambda _: None))
    draft = DraftCategory(id=category, name=category, document="1", place=sections[0].lines[0].place)
    for section in sections:
        if section.kind == "skill-table":
            draft.tables.append(("1", recognise_skill_table(section)))
        elif section.kind == "skill-area":
            draft.overviews.append(("1", recognise_overview(section)))
    read = read_skills(draft, Names(shipped_glossary()), {})
    assert read is not None
    return read


@cache
def _read(document: str) -> DraftSkills:
    return _skills(open_document(_path(document)), _FROM[document][1])


def _facts(read: DraftSkills) -> Facts:
    facts: Facts = {
        f"{item.field}/{item.id}": (
            item.is_common,
            item.headed,
            [known.id for known in item.knowledge],
            [(each.level, each.roles, each.setting, each.ability) for each in item.proficiencies],
        )
        for item in read.items
    }
    for field, listed in read.overview.items():
        facts |= {f"overview/{field}/{each.item}": [known.id for known in each.knowledge] for each in listed}
    return facts


def _shipped(document: str) -> Facts:
    edition_id, category = _FROM[document]
    edition = open_edition(edition_id)
    facts: Facts = {
        f"{item.field}/{item.id}": (
            item.is_common,
            item.headed,
            [known.id for known in item.knowledge],
            [(level, each.roles, each.setting, each.ability) for level, each in item.proficiencies.items()],
        )
        for field in edition.categories[category].fields
        for item in edition.items_of(field.path)
    }
    area = printed_area(edition, category)
    for group in area.groups if area else ():
        facts |= {
            f"overview/{group.field or ''}/{each.item}": [known.id for known in each.knowledge] for each in group.items
        }
    return facts


@pytest.mark.parametrize("document", _FROM)
def test_every_shipped_item_of_the_document_is_read(document: str) -> None:
    assert _facts(_read(document)) == _shipped(document)


@pytest.mark.parametrize("document", _TEXTS)
def test_items_levels_and_knowledge_items_stand_on_the_lines_that_the_edition_cites(document: str) -> None:
    edition = open_edition(_FROM[document][0])
    items = {f"{item.field}/{item.id}": item for item in edition.skills.values() if item.category == _FROM[document][1]}
    for item in _read(document).items:
        shipped = items[f"{item.field}/{item.id}"]
        assert item.place.line == shipped.citation.line
        assert [known.place.line for known in item.knowledge] == [known.citation.line for known in shipped.knowledge]
        assert {each.level: each.words.place().line for each in item.proficiencies} == {
            level: each.citation.line for level, each in shipped.proficiencies.items()
        }


def test_only_the_item_whose_label_contradicts_its_place_is_asked_about() -> None:
    assert {document: [asked.path for asked in _read(document).questions] for document in _FROM} == {
        "000": [],
        "001": ["customer-service/software/skills/software-technology/common"],
        "pdf/v3-2011-levels-1-2-skills": [],
    }


@pytest.mark.parametrize("document", _TEXTS)
@pytest.mark.parametrize("seed", range(10))
def test_tables_in_another_order_give_the_same_or_a_question(document: str, seed: int) -> None:
    chance = random.Random(seed)
    first, *tables = _TABLE.split(_path(document).read_text(encoding="utf-8"))
    if seed % 2:
        chance.shuffle(tables)
    else:
        tables.insert(chance.randrange(len(tables)), tables.pop(chance.randrange(len(tables))))
    text = "".join(part if part.endswith("\n") else f"{part}\n" for part in (first, *tables))
    read = _skills(open_text(text, Path("shuffled.txt")), _FROM[document][1])
    facts, shipped = _facts(read), _shipped(document)
    assert {path: fact for path, fact in facts.items() if shipped.get(path) != fact} == {}
    assert len(facts) == len(shipped) or len(read.questions) > 1


@pytest.mark.parametrize(("document", "width"), [("000", 60), ("000", 90), ("001", 37), ("001", 61)])
def test_lines_that_are_wrapped_elsewhere_give_the_same(document: str, width: int) -> None:
    text = _path(document).read_text(encoding="utf-8")
    piece = f".{{1,{width}}}" if document == "001" else rf".{{1,{width}}}(?:[ ]|$)"
    wrapped = "\n".join("\n".join(re.findall(piece, line)) for line in text.split("\n"))
    assert _facts(_skills(open_text(wrapped, Path("wrapped.txt")), _FROM[document][1])) == _shipped(document)
