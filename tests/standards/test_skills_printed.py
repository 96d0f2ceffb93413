"""Do the shipped skills hold what the documents print?

The evidence is a second table, typed from the documents on its own: every skill item, knowledge item, level and entry of the
overview with its line. The documents vouch for the table, the table for the shipped skills.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import pytest

from kijun.catalogue.installed import open_edition
from kijun.framework.skill import KnowledgeItem, SkillItem
from tests.standards.skill_tables import (
    DOCUMENTS,
    EDITIONS,
    Fact,
    Printed,
    lines_of,
    of_kinds,
    overview_in,
    proficiency_in,
    squeezed,
    table,
    tables_in,
)

_OVERVIEW: Final = ("overview", "overview-knowledge")
_WRAPS: Final = 6
"""A name wraps over at most so many lines, blank ones included."""

of_every_edition = pytest.mark.parametrize("printed", EDITIONS, ids=[printed.edition for printed in EDITIONS])
with_the_documents = pytest.mark.skipif(
    not DOCUMENTS.is_dir(), reason="the published documents are not part of the project"
)


@pytest.mark.parametrize(
    ("edition", "items", "levels", "knowledge", "names"),
    [("itss/v3-2008", 21, 70, 117, 60), ("itss/v3-2011", 34, 128, 190, 114)],
)
def test_the_second_table_holds_every_item_level_and_knowledge_item_of_the_document(
    edition: str, items: int, levels: int, knowledge: int, names: int
) -> None:
    facts = table(edition)
    assert len(of_kinds(facts, "common", "specific")) == items
    assert len(of_kinds(facts, "filled")) == levels
    assert len(of_kinds(facts, "knowledge")) == knowledge
    assert len({fact.name for fact in of_kinds(facts, "knowledge")}) == names


@of_every_edition
def test_an_item_is_common_in_the_second_table_where_the_overview_lists_it_as_common(printed: Printed) -> None:
    facts = table(printed.edition)
    listed = {(fact.field, fact.name) for fact in of_kinds(facts, "overview")}
    common = {("common", fact.name) for fact in of_kinds(facts, "common")}
    specific = {(fact.field, fact.name) for fact in of_kinds(facts, "specific")}
    assert common | specific == listed


@with_the_documents
@of_every_edition
def test_every_name_of_the_second_table_stands_at_its_line_of_the_document(printed: Printed) -> None:
    lines = lines_of(printed.document)
    named = [fact for fact in table(printed.edition) if fact.kind not in {"label", "filled", "blank", "role"}]
    assert [fact for fact in named if not _begins_at(lines, fact)] == []


@with_the_documents
@of_every_edition
def test_the_tables_of_the_document_hold_what_the_second_table_holds_and_nothing_else(printed: Printed) -> None:
    typed = [fact for fact in table(printed.edition) if fact.kind not in {*_OVERVIEW, "role"}]
    as_items = [replace(fact, kind="item") if fact.kind in {"common", "specific"} else fact for fact in typed]
    read = tables_in(printed)
    for kinds in (("item",), ("label",), ("knowledge",), ("filled", "blank")):
        assert of_kinds(read, *kinds) == of_kinds(as_items, *kinds)


@with_the_documents
@of_every_edition
def test_every_level_of_the_document_names_the_roles_of_the_second_table_and_no_other(printed: Printed) -> None:
    roles = _roles(printed)
    filled = {(fact.field, fact.item, fact.number): fact.line for fact in of_kinds(table(printed.edition), "filled")}
    assert set(roles) == set(filled)
    said = {place: proficiency_in(printed, line) for place, line in filled.items()}
    assert {place: text for place, text in said.items() if not _names_roles(printed, text, roles[place])} == {}


@with_the_documents
@of_every_edition
def test_the_overview_of_the_document_holds_what_the_second_table_holds_and_nothing_else(printed: Printed) -> None:
    facts = of_kinds(table(printed.edition), *_OVERVIEW)
    names = {
        (heading.line, heading.name): [
            fact.name
            for fact in of_kinds(facts, "overview-knowledge")
            if (fact.field, fact.item) == (heading.field, heading.item)
        ]
        for heading in of_kinds(facts, "overview")
    }
    assert {
        line: squeezed(f"●{name}{printed.comma.join(below)}") for (line, name), below in names.items()
    } == overview_in(printed)


@of_every_edition
def test_the_shipped_items_are_those_of_the_second_table_in_order_with_their_knowledge_and_levels(
    printed: Printed,
) -> None:
    typed = [fact for fact in table(printed.edition) if fact.kind not in {*_OVERVIEW, "label", "role"}]
    assert _without_lines(_shipped_items(printed)) == _without_lines(typed)


@of_every_edition
def test_the_shipped_overview_is_that_of_the_second_table_in_order(printed: Printed) -> None:
    typed = of_kinds(table(printed.edition), *_OVERVIEW)
    assert _without_lines(_shipped_overview(printed)) == _without_lines(typed)


@of_every_edition
def test_the_shipped_proficiencies_have_the_roles_of_the_second_table(printed: Printed) -> None:
    edition = open_edition(printed.edition)
    titles = {title.id: title.name.said_in(printed.language) for title in edition.vocabulary.terms["title"].values()}
    held = {
        (item.field, item.name.said_in(printed.language), level): [_words(titles[role]) for role in proficiency.roles]
        for item in _items(printed)
        for level, proficiency in item.proficiencies.items()
    }
    assert held == {place: [_words(role) for role in roles] for place, roles in _roles(printed).items()}


@of_every_edition
def test_every_shipped_item_knowledge_item_and_proficiency_cites_the_line_of_the_second_table(printed: Printed) -> None:
    typed = {replace(fact, line=0): fact.line for fact in table(printed.edition)}
    shipped = _shipped_items(printed) + of_kinds(_shipped_overview(printed), "overview")
    cited = [fact for fact in shipped if fact.kind != "blank"]
    differing = {
        fact: typed.get(replace(fact, line=0)) for fact in cited if fact.line != typed.get(replace(fact, line=0))
    }
    assert differing == {}, "(the shipped fact with its citation, the table's line)"


@of_every_edition
def test_every_citation_of_the_shipped_skills_names_the_document_of_the_second_table(printed: Printed) -> None:
    edition = open_edition(printed.edition)
    overviews = [item for group in edition.skill_areas[printed.category].groups for item in group.items]
    cited = [
        *(item.citation for item in _items(printed)),
        *(knowledge.citation for item in _items(printed) for knowledge in item.knowledge),
        *(proficiency.citation for item in _items(printed) for proficiency in item.proficiencies.values()),
        *(item.citation for item in overviews),
        *(knowledge.citation for item in overviews for knowledge in item.knowledge),
    ]
    assert {citation.document for citation in cited} == {printed.document}


@of_every_edition
def test_an_item_whose_label_differs_from_the_overview_has_a_flag_that_cites_the_label(printed: Printed) -> None:
    edition = open_edition(printed.edition)
    labels = {(fact.field, fact.item): fact for fact in of_kinds(table(printed.edition), "label")}
    differing = {
        labels[item.field, item.name.said_in(printed.language)].line: item
        for item in _items(printed)
        if labels[item.field, item.name.said_in(printed.language)].name != ("common" if item.is_common else "specific")
    }
    assert list(differing) == ([773] if printed.document == "001" else [])
    for line, item in differing.items():
        cited = [citation.line for flag in item.flags for citation in edition.flags[flag].citations]
        assert line in cited, item.path


def _roles(printed: Printed) -> dict[tuple[str, str, int | None], list[str]]:
    found: dict[tuple[str, str, int | None], list[str]] = {}
    for fact in of_kinds(table(printed.edition), "role"):
        found.setdefault((fact.field, fact.item, fact.number), []).append(fact.name)
    return found


def _names_roles(printed: Printed, text: str, roles: list[str]) -> bool:
    """Tell whether a level's text names these roles and no other: in Japanese before the first "as", in English after each "as a"."""
    if printed.language == "ja":
        before = text.partition("として")[0]
        return re.search(rf"(^|の|、|に対する|における){re.escape('又は'.join(roles))}$", before) is not None
    named = re.findall("asa(?:person|leader|member)", text)
    return len(named) == len(roles) and all(f"asa{squeezed(role)}" in text for role in roles)


def _words(role: str) -> list[str]:
    """Return the words of a role in no order, so that a leader of a team is a team leader."""
    return sorted(set(role.casefold().split()) - {"of"})


def _items(printed: Printed) -> list[SkillItem]:
    return [item for item in open_edition(printed.edition).skills.values() if item.category == printed.category]


def _shipped_items(printed: Printed) -> list[Fact]:
    found: list[Fact] = []
    position: Counter[str] = Counter()
    for item in _items(printed):
        position[item.field] += 1
        name = item.name.said_in(printed.language)
        of_item = Fact(kind="", field=item.field, item=name, number=None, name="", line=0)
        found.append(
            replace(
                of_item,
                kind="common" if item.is_common else "specific",
                number=position[item.field],
                name=name,
                line=item.citation.line,
            )
        )
        found += _shipped_knowledge(of_item, "knowledge", item.knowledge, printed)
        for level in item.headed:
            proficiency = item.proficiencies.get(level)
            found.append(
                replace(
                    of_item,
                    kind="filled" if proficiency else "blank",
                    number=level,
                    line=proficiency.citation.line if proficiency else 0,
                )
            )
        assert set(item.proficiencies) <= set(item.headed)
    return found


def _shipped_overview(printed: Printed) -> list[Fact]:
    edition = open_edition(printed.edition)
    area = edition.skill_areas[printed.category]
    names = {(item.field, item.id): item.name for item in _items(printed)}
    names |= {("common", item.id): item.name for item in _items(printed) if item.is_common}
    found: list[Fact] = []
    for group in area.groups:
        field = group.field or "common"
        for position, item in enumerate(group.items, 1):
            name = names[field, item.item].said_in(printed.language)
            of_item = Fact(kind="overview", field=field, item=name, number=position, name=name, line=item.citation.line)
            found.append(of_item)
            found += _shipped_knowledge(of_item, "overview-knowledge", item.knowledge, printed)
    return found


def _shipped_knowledge(
    of_item: Fact, kind: str, knowledge: tuple[KnowledgeItem, ...], printed: Printed
) -> Iterator[Fact]:
    for position, item in enumerate(knowledge, 1):
        name = item.name.said_in(printed.language)
        yield replace(of_item, kind=kind, number=position, name=name, line=item.citation.line)


def _without_lines(facts: list[Fact]) -> list[Fact]:
    return [replace(fact, line=0) for fact in facts]


def _begins_at(lines: tuple[str, ...], fact: Fact) -> bool:
    here, below = lines[fact.line], lines[fact.line + 1 : fact.line + _WRAPS]
    at = squeezed("".join([here, *below])).find(squeezed(fact.name))
    return 0 <= at < len(squeezed(here))
