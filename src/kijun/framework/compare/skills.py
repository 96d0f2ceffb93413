"""What differs between the skill items of one field in two editions?

The same id, or a name that an edition gives with its reason (`was`), is the same thing. What a skill item asks is reported
beside a judgement by default, so nothing here changes a verdict.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kijun.citation import Citation
from kijun.framework.compare.aspects import aspect
from kijun.framework.compare.comparison import Change, Kind
from kijun.framework.compare.knowledge import Move, compare_knowledge
from kijun.framework.compare.names import Printing, compare_names, likeness, reason_of
from kijun.framework.compare.pairs import best_pairs
from kijun.framework.compare.values import Place, options
from kijun.framework.edition import Edition
from kijun.framework.skill import SkillItem
from kijun.text import Text, join

_COMMON = {True: Text(ja="職種共通", en="common"), False: Text(ja="専門分野固有", en="specific to the field")}
_BLANK = Text(ja="見出しだけで、記述がない", en="headed but blank")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """One field in two editions; `path` is below the edition, the citations say where either lists its skill items."""

    path: str
    old: Edition
    new: Edition
    old_citation: Citation
    new_citation: Citation

    def between(self, old: SkillItem | None, new: SkillItem | None) -> Place:
        """Return the place of a skill item in both; an edition without it is cited where its items begin."""
        only = old or new
        assert only is not None
        return Place(
            path=f"{self.path}/skills/{(old or only).id}",
            new_path=f"{self.path}/skills/{(new or only).id}",
            old=old.citation if old else self.old_citation,
            new=new.citation if new else self.new_citation,
            old_words=self.old.vocabulary,
            new_words=self.new.vocabulary,
        )


def compare_skills(fields: Fields, old: Sequence[SkillItem], new: Sequence[SkillItem]) -> Iterator[Change]:
    """Yield what differs between the skill items of a field: the newer edition's in its order, then those dropped."""
    pairs = best_pairs(old, new, likeness)
    partner = {j: old[i] for i, j in pairs}
    both: list[tuple[SkillItem | None, SkillItem | None]] = [(partner.get(j), item) for j, item in enumerate(new)]
    both += [(item, None) for i, item in enumerate(old) if i not in {i for i, _ in pairs}]
    moves = compare_knowledge(both)
    for was, now in both:
        yield from _item(fields, was, now)
        for move in moves[was.id if was else None, now.id if now else None]:
            yield from _knowledge(fields, move)


def _item(fields: Fields, old: SkillItem | None, new: SkillItem | None) -> Iterator[Change]:
    place = fields.between(old, new)
    if old is not None and new is not None:
        yield from compare_names(place, "item", old, new, Printing(old=fields.old, new=fields.new))
        yield from _facts(fields, place, old, new)
        return
    kind = Kind.DROPPED if new is None else Kind.ADDED
    said = (_whole(fields.old, old), _whole(fields.new, new))
    values = (old.id if old else None, new.id if new else None)
    yield place.change(kind, aspect("item"), *said, values=values, is_examined=False, reason=reason_of(old, new))


def _facts(fields: Fields, place: Place, old: SkillItem, new: SkillItem) -> Iterator[Change]:
    if old.is_common != new.is_common:
        said = (_COMMON[old.is_common], _COMMON[new.is_common])
        yield place.change(Kind.CHANGED, aspect("common"), *said, is_examined=False)
    if set(old.headed) != set(new.headed):
        said = (_levels(fields.old, old.headed), _levels(fields.new, new.headed))
        yield place.change(Kind.CHANGED, aspect("headed"), *said, is_examined=False)
    for level in sorted({*old.proficiencies, *new.proficiencies}, reverse=True):
        yield from _proficiency(fields, level, old, new)


def _proficiency(fields: Fields, level: int, old: SkillItem, new: SkillItem) -> Iterator[Change]:
    before, after = old.proficiencies.get(level), new.proficiencies.get(level)
    place = fields.between(old, new)
    named = fields.new.level_name(level) if after else fields.old.level_name(level)
    if before is None or after is None:
        kind = Kind.ADDED if before is None else Kind.DROPPED
        said = (_ability(fields.old, old, level), _ability(fields.new, new, level))
        yield place.change(kind, _of_level("proficiency", named), *said, values=(level, level), is_examined=False)
        return
    place = _cited(place, before.citation, after.citation)
    if before.ability != after.ability:
        said = (_ability(fields.old, old, level), _ability(fields.new, new, level))
        values = (before.ability, after.ability)
        yield place.change(Kind.CHANGED, _of_level("ability", named), *said, values=values, is_examined=False)
    roles = _of_level("skill-roles", named)
    yield from options(
        lambda _: place, roles, "title", before.roles, after.roles, effect_of_more=None, is_examined=False
    )
    if before.setting != after.setting:
        where = (_setting(fields.old, before.setting), _setting(fields.new, after.setting))
        settings = (before.setting, after.setting)
        kind = Kind.ADDED if before.setting is None else Kind.DROPPED if after.setting is None else Kind.CHANGED
        yield place.change(kind, _of_level("setting", named), *where, values=settings, is_examined=False)


def _knowledge(fields: Fields, move: Move) -> Iterator[Change]:
    """Yield what happened to one knowledge item: gone, come, moved, named otherwise, or nothing."""
    place = fields.between(move.old_item, move.new_item)
    place = _cited(place, move.old.citation if move.old else None, move.new.citation if move.new else None)
    old, new = move.old, move.new
    if old is not None and new is not None and not move.is_elsewhere:
        yield from compare_names(place, "knowledge", old, new, Printing(old=fields.old, new=fields.new))
        return
    kind = Kind.ADDED if old is None else Kind.DROPPED if new is None else Kind.MOVED
    said = (old.name if old else None, new.name if new else None)
    if move.is_elsewhere:
        said = (_under(move.old_item, said[0]), _under(move.new_item, said[1]))
    values = (old.id if old else None, new.id if new else None)
    yield place.change(kind, aspect("knowledge"), *said, values=values, is_examined=False, reason=reason_of(old, new))


def _under(item: SkillItem | None, name: Text | None) -> Text | None:
    assert item is not None
    assert name is not None
    return Text(ja=f"{name.ja}({item.name.ja})", en=f"{name.en} ({item.name.en})")


def _cited(place: Place, old: Citation | None, new: Citation | None) -> Place:
    return replace(place, old=old or place.old, new=new or place.new)


def _of_level(kind: str, level: Text) -> tuple[str, Text]:
    identity, name = aspect(kind)
    return identity, Text(ja=f"{level.ja}の{name.ja}", en=f"{level.en} {name.en}")


def _whole(edition: Edition, item: SkillItem | None) -> Text | None:
    if item is None:
        return None
    levels = _levels(edition, item.levels)
    return Text(ja=f"{item.name.ja}({levels.ja})", en=f"{item.name.en} ({levels.en})") if item.levels else item.name


def _levels(edition: Edition, levels: Iterable[int]) -> Text:
    return join([edition.level_name(level) for level in sorted(levels)])


def _ability(edition: Edition, item: SkillItem, level: int) -> Text | None:
    """Return the ability of a level; a level that is headed but blank is not the same as one never headed."""
    found = item.proficiencies.get(level)
    if found is None:
        return _BLANK if level in item.headed else None
    return edition.vocabulary.name("ability", found.ability)


def _setting(edition: Edition, setting: str | None) -> Text | None:
    return None if setting is None else edition.vocabulary.name("setting", setting)
