"""Are these plain values the skill items of a category, and which?

One file holds a category: its tables in the document's order, the overview of its skill area, and who acts where at each
level. The words it uses are those of the edition's vocabulary.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from kijun.citation import Citation
from kijun.framework.edition import Edition
from kijun.framework.skill import (
    Former,
    KnowledgeItem,
    OverviewGroup,
    OverviewItem,
    Proficiency,
    SkillArea,
    SkillItem,
)
from kijun.problem.reading import Value
from kijun.text import Text

NO_SETTING = "none"
"""What a proficiency writes as its setting where the field's level has one and this ability has none."""

_HIGHEST_LEVEL = 99
_MOST_LINES = 1_000_000
_CATEGORY = Text(ja="職種", en="category")
_FIELD = Text(ja="専門分野", en="field")
_DOCUMENT = Text(ja="文書", en="document")
_LEVEL = Text(ja="レベル", en="level")
_ROLE = Text(ja="役割名", en="role title")
_SETTING = Text(ja="担当範囲", en="setting")
_ABILITY = Text(ja="能力", en="ability")
_FLAG = Text(ja="注記", en="flag")
_ITEM = Text(ja="スキル項目", en="skill item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Skills:
    """The skill items of an edition by path, in printed order, and the skill areas by category."""

    items: Mapping[str, SkillItem]
    areas: Mapping[str, SkillArea]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Usual:
    """Who acts where at a level of a field, unless a proficiency says otherwise."""

    roles: tuple[str, ...] = ()
    setting: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scope:
    """What a file is read within: its edition, category and document, and who acts where at (field, level)."""

    edition: Edition
    category: str
    document: str
    usual: Mapping[tuple[str, int], _Usual]

    def field(self, value: Value) -> str:
        """Return a field of the category; where the category is unknown, which was said, no field is."""
        category = self.edition.categories.get(self.category)
        return value.word(_FIELD, [field.id for field in category.fields]) if category else value.words()

    def path(self, field: str, item: str) -> str:
        return f"{self.edition.id}/{self.category}/{field}/skills/{item}"

    def cited(self, line: Value, page: str | None = None) -> Citation:
        """Return a line of the file's document and a page, or of another document or page that is named beside it."""
        name = self.document
        if isinstance(line.raw, dict):
            keys = line.keys(required=("line",), optional=("document", "page"))
            if keys["document"].is_written:
                name, page = keys["document"].word(_DOCUMENT, self.edition.documents), None
            line, page = keys["line"], keys["page"].words() or page
        document = self.edition.documents.get(name)
        return Citation(
            document=name,
            line=line.whole(least=1, most=_MOST_LINES),
            page=page,
            revision=document.revision.en if document else None,
        )


def parse_skills(files: Iterable[Value], edition: Edition) -> Skills:
    """Return the skill items that the files of an edition hold; what is wrong is reported to each file's reading."""
    items: dict[str, SkillItem] = {}
    areas: dict[str, SkillArea] = {}
    places: dict[str, Value] = {}
    for file in files:
        keys = file.keys(required=("category", "document", "items"), optional=("note", "settings", "overview"))
        category = keys["category"].word(_CATEGORY, edition.categories)
        document = keys["document"].word(_DOCUMENT, edition.documents)
        scope = _Scope(edition=edition, category=category, document=document, usual={})
        scope = replace(scope, usual=_usual(keys["settings"], scope))
        _take_path(f"{edition.id}/{category}/skills", keys["category"], places)
        read = [(value, _item(value, scope)) for value in keys["items"].items()]
        own = [item for value, item in read if _take_path(item.path, value, places)]
        items |= {item.path: item for item in own}
        areas[category] = _area(keys, scope, own)
    return Skills(items=items, areas=areas)


def _take_path(path: str, value: Value, places: dict[str, Value]) -> bool:
    """Return whether a path is still free, and take it; a path that is taken is a problem."""
    if path in places:
        first = places[path]
        value.report("K140", path=path, place=first.reading.locate(first.path))
        return False
    places[path] = value
    return True


def _usual(value: Value, scope: _Scope) -> dict[tuple[str, int], _Usual]:
    usual: dict[tuple[str, int], _Usual] = {}
    for item in value.items():
        keys = item.keys(required=("field", "levels"))
        field = scope.field(keys["field"])
        levels: dict[int, Value] = {}
        for each in keys["levels"].items():
            said = each.keys(required=("level",), optional=("roles", "setting"))
            level = _once(said["level"], scope, levels)
            usual[field, level] = _Usual(roles=_roles(said["roles"], scope), setting=_setting(said["setting"], scope))
    return usual


def _item(value: Value, scope: _Scope) -> SkillItem:
    keys = value.keys(
        required=("field", "id", "name", "citation", "knowledge", "proficiencies"),
        optional=("common", "headed", "flags", "was"),
    )
    field, identity = scope.field(keys["field"]), keys["id"].words()
    headed: dict[int, Value] = {}
    for each in keys["headed"].items():
        _once(each, scope, headed)
    citation = _place(keys["citation"], scope)
    page = citation.page
    levels = headed if keys["headed"].is_written else None
    proficiencies = _proficiencies(keys["proficiencies"], field, levels, scope, page)
    return SkillItem(
        id=identity,
        path=scope.path(field, identity),
        category=scope.category,
        field=field,
        name=keys["name"].text(),
        is_common=keys["common"].flag(),
        headed=tuple(headed) if keys["headed"].is_written else tuple(proficiencies),
        knowledge=tuple(_knowledge(each, scope, page) for each in keys["knowledge"].identified()),
        proficiencies=proficiencies,
        citation=citation,
        flags=keys["flags"].word_list(_FLAG, scope.edition.flags),
        was=_former(keys["was"]),
    )


def _place(value: Value, scope: _Scope) -> Citation:
    """Return the place of a skill item or of a note; its page is that of what stands in it."""
    keys = value.keys(required=("line",), optional=("page",))
    return scope.cited(keys["line"], keys["page"].words() or None)


def _knowledge(value: Value, scope: _Scope, page: str | None) -> KnowledgeItem:
    keys = value.keys(required=("id", "name", "line"), optional=("was",))
    return KnowledgeItem(
        id=keys["id"].words(),
        name=keys["name"].text(),
        citation=scope.cited(keys["line"], page),
        was=_former(keys["was"]),
    )


def _former(value: Value) -> Former | None:
    if not value.is_written:
        return None
    keys = value.keys(required=("id", "reason"))
    return Former(id=keys["id"].words(), reason=keys["reason"].text())


def _proficiencies(
    value: Value, field: str, headed: Collection[int] | None, scope: _Scope, page: str | None
) -> dict[int, Proficiency]:
    found: dict[int, Proficiency] = {}
    levels: dict[int, Value] = {}
    for item in value.items():
        keys = item.keys(required=("level", "line", "ability"), optional=("roles", "setting"))
        level = _once(keys["level"], scope, levels)
        if headed is not None and level in scope.edition.levels and level not in headed:
            keys["level"].report("K141", level=level, headed=", ".join(str(each) for each in headed))
        usual = scope.usual.get((field, level), _Usual())
        found[level] = Proficiency(
            level=level,
            roles=_roles(keys["roles"], scope) if keys["roles"].is_written else usual.roles,
            setting=_setting(keys["setting"], scope) if keys["setting"].is_written else usual.setting,
            ability=keys["ability"].word(_ABILITY, scope.edition.vocabulary.terms["ability"]),
            citation=scope.cited(keys["line"], page),
        )
    return found


def _once(value: Value, scope: _Scope, seen: dict[int, Value]) -> int:
    """Return a level of the edition that was not named before, and add it to those seen."""
    level = value.whole(most=_HIGHEST_LEVEL)
    if not level and value.raw != 0:  # it is no number, and that was said
        return level
    if level not in scope.edition.levels:
        listed = ", ".join(str(each) for each in scope.edition.levels)
        value.report("K104", kind=_LEVEL, word=level, known=listed)
    elif level in seen:
        value.report("K111", word=level, line=value.reading.locate(seen[level].path).line)
    seen[level] = value
    return level


def _roles(value: Value, scope: _Scope) -> tuple[str, ...]:
    terms = scope.edition.vocabulary.terms
    return value.word_list(_ROLE, (*terms["title"], *terms["role"]))


def _setting(value: Value, scope: _Scope) -> str | None:
    word = value.word(_SETTING, (*scope.edition.vocabulary.terms["setting"], NO_SETTING))
    return None if word in ("", NO_SETTING) else word


def _area(keys: Mapping[str, Value], scope: _Scope, items: list[SkillItem]) -> SkillArea:
    about, citation = None, None
    if keys["note"].is_written:
        note = keys["note"].keys(required=("about", "citation"))
        about, citation = note["about"].text(), _place(note["citation"], scope)
    return SkillArea(
        category=scope.category,
        groups=tuple(_group(each, scope, items) for each in keys["overview"].items()),
        note=about,
        note_citation=citation,
    )


def _group(value: Value, scope: _Scope, items: list[SkillItem]) -> OverviewGroup:
    keys = value.keys(required=("items",), optional=("common", "field"))
    is_common = keys["common"].flag()
    if is_common == keys["field"].is_written:
        value.report("K102", key="common / field")
    field = scope.field(keys["field"]) or None
    nearer = sorted(items, key=lambda item: item.field != field)
    return OverviewGroup(field=field, items=tuple(_overview(each, scope, nearer) for each in keys["items"].items()))


def _overview(value: Value, scope: _Scope, items: list[SkillItem]) -> OverviewItem:
    keys = value.keys(required=("item", "line", "knowledge"))
    identity = keys["item"].word(_ITEM, dict.fromkeys(item.id for item in items))
    citation = scope.cited(keys["line"])
    detail = {each.id: each for item in reversed(items) if item.id == identity for each in item.knowledge}
    return OverviewItem(
        item=identity,
        knowledge=tuple(_listed(each, identity, detail, citation) for each in keys["knowledge"].identified()),
        citation=citation,
    )


def _listed(value: Value, item: str, detail: Mapping[str, KnowledgeItem], citation: Citation) -> KnowledgeItem:
    """Return a knowledge item as the overview prints it: by its own name, or by that of the item's table."""
    keys = value.keys(required=("id",), optional=("name",))
    identity = keys["id"].words()
    if keys["name"].is_written:
        return KnowledgeItem(id=identity, name=keys["name"].text(), citation=citation)
    known = detail.get(identity)
    if identity and known is None and detail:
        near = value.reading.suggest(identity, detail)
        keys["id"].report("K142", suggestion=near, word=identity, item=item)
    return KnowledgeItem(id=identity, name=known.name if known else Text(ja=identity, en=identity), citation=citation)
