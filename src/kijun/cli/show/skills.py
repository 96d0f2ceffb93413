"""How are the skill items of an edition shown: one by one, of a field, or the overview of a category?"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rich.console import Console
from rich.text import Text as Styled

from kijun.catalogue.find import Thing
from kijun.catalogue.official_text import OfficialText
from kijun.cli.language import said, say
from kijun.cli.layout import Row, show_note, show_rows
from kijun.cli.show.as_text import show_flags
from kijun.cli.show.official import rows_of, with_wording
from kijun.errors import BadInput
from kijun.framework.dump import Plain
from kijun.framework.dump_skills import dump_item, dump_overview, flags_of
from kijun.framework.edition import Edition
from kijun.framework.overview import KIND_NAMES, Difference, differences, listed_items, printed_area
from kijun.framework.phrase_skill import COMMON, phrase_group, phrase_proficiency
from kijun.framework.skill import SkillItem
from kijun.framework.structure import Category
from kijun.text import Text, series

_COMMON_ITEMS = Text(ja="職種共通スキル項目", en="Items common to the category")
_NONE = Text(ja="この版にはスキル項目がありません。", en="This edition has no skill items here.")


def plain_skills(thing: Thing, official: OfficialText) -> Plain:
    """Return the skills of a thing as plain values: an item, the items of a field or an edition, or an overview."""
    edition = thing.edition
    match thing.kind:
        case "edition" | "field":
            return [_plain_item(item, official) for item in _items(thing)]
        case "category":
            return dump_overview(_category(thing), edition)
        case "skill":
            return _plain_item(edition.skills[thing.path], official)
        case _:
            raise _no_skills(thing)


def _plain_item(item: SkillItem, official: OfficialText) -> dict[str, Plain]:
    return {**dump_item(item, official.edition), **with_wording(official, official.under(item.path))}


def show_skills(out: Console, thing: Thing, official: OfficialText) -> None:
    """Write the skills of a thing, with the official words where a pack has them."""
    edition = thing.edition
    match thing.kind:
        case "edition":
            for _, field in edition.fields():
                _field(out, Thing(kind="field", path=field.path, edition=edition), official)
        case "field":
            _field(out, thing, official)
        case "category":
            _overview(out, _category(thing), edition)
        case "skill":
            _item(out, edition.skills[thing.path], official)
        case _:
            raise _no_skills(thing)


def _no_skills(thing: Thing) -> BadInput:
    return BadInput(
        Text(
            ja=f"{thing.path}にはスキル項目がありません。--skillsは版、職種、専門分野に付けてください。",
            en=f"{thing.path} has no skill items. Use --skills with an edition, a category or a field.",
        )
    )


def _category(thing: Thing) -> Category:
    return next(each for each in thing.edition.categories.values() if each.path == thing.path)


def _items(thing: Thing) -> list[SkillItem]:
    return [
        item
        for _, field in thing.edition.fields()
        if field.path == thing.path or thing.kind == "edition"
        for item in thing.edition.items_of(field.path)
    ]


def _head(out: Console, words: str, path: str, citation: str = "") -> None:
    out.print(Styled(f"{words}  ", style="bold").append(f"{path}  {citation}".rstrip(), style="dim"), soft_wrap=True)


def _field(out: Console, thing: Thing, official: OfficialText) -> None:
    edition = thing.edition
    field = next(field for _, field in edition.fields() if field.path == thing.path)
    items = edition.items_of(field.path)
    count = len(items)
    counted = say(f"スキル項目{count}件", f"{count} skill item{'s' * (count != 1)}")
    _head(out, say(f"{field.name.ja} {counted}", f"{field.name.en}, {counted}"), f"{field.path}/skills")
    if not items:
        show_note(out, said(_NONE))
    out.print()
    for item in items:
        _head(
            out,
            said(item.name),
            f"{item.field}/skills/{item.id}",
            f"{said(phrase_group(item))}  {item.citation}",
        )
        show_rows(out, [*rows_of(official.at(item.path)), _knowledge_row(item), *_level_rows(item, official)])
        out.print()
    show_flags(out, _flags(items, edition), edition)


def _item(out: Console, item: SkillItem, official: OfficialText) -> None:
    edition = official.edition
    field = next(field for _, field in edition.fields() if field.id == item.field)
    _head(out, said(item.name), item.path, str(item.citation))
    group = phrase_group(item)
    show_note(out, say(f"{field.name.ja}、{group.ja}", f"{field.name.en}, {group.en}"))
    names = say("知識項目", "knowledge items")
    rows = rows_of(official.at(item.path))
    for each in item.knowledge:
        rows.append(Row(name=names, words=[said(each.name)], citation=str(each.citation)))
        rows += rows_of(official.at(f"{item.path}/knowledge/{each.id}"))
        names = ""
    show_rows(out, rows + _level_rows(item, official))
    out.print()
    show_flags(out, _flags([item], edition), edition)


def _knowledge_row(item: SkillItem) -> Row:
    return Row(name=say("知識項目", "knowledge items"), words=[said(series([each.name for each in item.knowledge]))])


def _level_rows(item: SkillItem, official: OfficialText) -> list[Row]:
    """Return a row for each level that is headed, in printed order, and one for those that never are."""
    rows: list[Row] = []
    edition = official.edition
    for level in item.headed:
        name = said(edition.level_name(level))
        found = item.proficiencies.get(level)
        if found is None:
            words = say("見出しだけで、記述がない", "headed but blank")
            rows.append(Row(name=name, words=[words], is_quiet=True))
        else:
            words = said(phrase_proficiency(found, edition.vocabulary))
            rows.append(Row(name=name, words=[words], citation=str(found.citation)))
        rows += rows_of(official.at(f"{item.path}/{level}"))
    never = [edition.level_name(level) for level in sorted(edition.levels, reverse=True) if level not in item.headed]
    if never:
        words = said(series(never))
        rows.append(Row(name="", words=[say(f"{words}は見出しもない", f"{words}: never headed")], is_quiet=True))
    return rows


def _flags(items: Sequence[SkillItem], edition: Edition) -> tuple[str, ...]:
    touching = {flag.id for item in items for flag in flags_of(item.path, edition, item.flags)}
    return tuple(flag for flag in edition.flags if flag in touching)


def _overview(out: Console, category: Category, edition: Edition) -> None:
    area = printed_area(edition, category.id)
    title = say(f"{category.name.ja}のスキル領域の概要", f"Overview of the skill area of {category.name.en}")
    _head(out, title, f"{category.path}/skills")
    if not any(edition.items_of(field.path) for field in category.fields):
        show_note(out, said(_NONE))
    elif area is None:
        show_note(
            out,
            say(
                "概要は印刷されていないため、熟達度の表から並べた。",
                "No overview is printed: listed from the tables of the items.",
            ),
        )
    groups: list[tuple[Text, str | None]] = [(Text(ja=COMMON.ja, en="Common to the category"), None)]
    groups += [
        (Text(ja=f"専門分野固有スキル項目: {field.name.ja}", en=f"Specific to {field.name.en}"), field.id)
        for field in category.fields
    ]
    for name, field in groups:
        listed = listed_items(edition, category, field)
        if listed:
            out.print()
            out.print(f"  {said(name)}")
            show_rows(
                out,
                [
                    Row(
                        name=said(each.name),
                        words=[said(series([known.name for known in each.knowledge]))],
                        citation=str(each.citation),
                    )
                    for each in listed
                ],
            )
    _differences(out, differences(edition, area) if area else [], category)
    noted = edition.skill_areas.get(category.id)
    if noted is not None and noted.note is not None:
        out.print()
        show_note(
            out, say(f"注釈: {noted.note.ja}({noted.note_citation})", f"Note: {noted.note.en} ({noted.note_citation})")
        )
    out.print()
    show_flags(out, tuple(flag.id for flag in flags_of(f"{category.path}/skills", edition)), edition)


def _differences(out: Console, found: Sequence[Difference], category: Category) -> None:
    if not found:
        return
    out.print()
    out.print(say("  概要と熟達度の表の違い", "  Where the overview and the tables differ"))
    for about, alike in groupby(found, key=lambda each: _subject(each, category)):
        show_note(out, said(about), indent=4)
        show_rows(out, [row for each in alike for row in _readings(each)])


def _subject(found: Difference, category: Category) -> Text:
    """Return what a difference is about; the fields are named where not all of the category show it."""
    about = KIND_NAMES[found.kind]
    fields = series([field.name for field in category.fields if field.id in found.fields])
    is_everywhere = len(found.fields) == len(category.fields)
    subject = found.name or (_COMMON_ITEMS if is_everywhere else fields)
    if is_everywhere or found.name is None:
        return Text(ja=f"{subject.ja}: {about.ja}", en=f"{subject.en}: {about.en}")
    return Text(ja=f"{subject.ja}({fields.ja}): {about.ja}", en=f"{subject.en} ({fields.en}): {about.en}")


def _readings(found: Difference) -> list[Row]:
    """Return both readings; where they are alike in this language, the names of the other language stand beside them."""
    both = series([*found.overview]), series([*found.table])
    is_alike = said(both[0]) == said(both[1])
    rows = []
    for label, printed, citation in (
        (say("概要", "overview"), both[0], found.overview_citation),
        (say("熟達度の表", "table"), both[1], found.table_citation),
    ):
        words = f"{said(printed)} ({say(printed.en, printed.ja)})" if is_alike else said(printed)
        if words:
            rows.append(Row(name=label, words=[words], citation="" if citation is None else str(citation)))
    return rows
