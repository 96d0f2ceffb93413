"""What differs between two editions: in their structure, their cells, their skills, and where they are silent?

Editions are compared as they are printed. What the documents of one edition do not hold is not comparable, which is neither
added nor dropped: a document that is a part leaves out cells that the standard has.
"""

from __future__ import annotations

from collections.abc import Iterator

from kijun.framework.compare.aspects import aspect
from kijun.framework.compare.comparison import Change, Comparison, Kind
from kijun.framework.compare.indicator import Cells, compare_cells
from kijun.framework.compare.reasons import with_reasons
from kijun.framework.compare.skills import Fields, compare_skills
from kijun.framework.compare.structure import (
    Pair,
    both,
    compare_category,
    compare_field,
    compare_levels,
    compare_policies,
    compare_words,
)
from kijun.framework.edition import Edition
from kijun.framework.indicator import Indicator
from kijun.framework.structure import Field
from kijun.text import Text


def compare(old: Edition, new: Edition) -> Comparison:
    """Return every difference from one edition to another, cell by cell and skill item by skill item.

    Raised and lowered are meant for the person: a higher number asked, a step higher on a scale; one more option to
    choose from is added, and makes it easier. Times and years are other measures, neither more nor less.
    """
    changes = with_reasons(_changes(Pair(old=old, new=new)), old, new)
    return Comparison(old=old.id, new=new.id, changes=tuple(changes))


def _changes(pair: Pair) -> Iterator[Change]:
    yield from compare_levels(pair)
    for was, now in both(pair.old.categories, pair.new.categories):
        yield from compare_category(pair, was, now)
        if was is None or now is None:
            continue
        fields = ({each.id: each for each in category.fields} for category in (was, now))
        for old, new in both(*fields):
            yield from compare_field(pair, now.id, old, new)
            if old is not None and new is not None:
                yield from _field(pair, f"{now.id}/{new.id}", old, new)
    yield from compare_policies(pair)
    yield from compare_words(pair)


def _field(pair: Pair, path: str, old: Field, new: Field) -> Iterator[Change]:
    for level in sorted({*pair.old.levels, *pair.new.levels}, reverse=True):
        was, now = pair.old.indicators.get(f"{old.path}/{level}"), pair.new.indicators.get(f"{new.path}/{level}")
        if was is not None and now is not None:
            cells = Cells(
                path=f"{path}/{level}",
                old=was,
                new=now,
                old_words=pair.old.vocabulary,
                new_words=pair.new.vocabulary,
            )
            yield from compare_cells(cells)
        else:
            yield from _only(pair, f"{path}/{level}", (old, was), (new, now))
    yield from _skills(pair, path, old, new)


def _only(
    pair: Pair, path: str, old: tuple[Field, Indicator | None], new: tuple[Field, Indicator | None]
) -> Iterator[Change]:
    """Yield that only one edition prints a cell, or neither does."""
    level = int(path.rpartition("/")[2])
    is_missing = [cell is None and level in field.missing_from_source for field, cell in (old, new)]
    has = [cell is not None or missing for (_, cell), missing in zip((old, new), is_missing, strict=True)]
    if has == [False, False] or is_missing == [True, True]:
        return
    place = pair.place(path, old[1] or old[0], new[1] or new[0])
    said = (pair.old.level_name(level) if has[0] else None, pair.new.level_name(level) if has[1] else None)
    if has == [True, True]:
        edition, field = (pair.old, old[0]) if is_missing[0] else (pair.new, new[0])
        printed = (None, said[1]) if is_missing[0] else (said[0], None)
        yield place.change(Kind.NOT_COMPARABLE, aspect("cell"), *printed, reason=_missing(edition, field))
    else:
        yield place.change(Kind.ADDED if has[1] else Kind.DROPPED, aspect("cell"), *said)


def _missing(edition: Edition, field: Field) -> Text:
    """Return why an edition lacks a cell that its standard has: the document that is a part."""
    own = edition.documents.get(field.citation.document)
    parts = [own] if own is not None and own.is_part else [each for each in edition.documents.values() if each.is_part]
    listed = ", ".join(each.id for each in parts)
    if not parts:
        return Text(ja=f"{edition.id}の手元の資料にない", en=f"missing from the source of {edition.id}")
    return Text(
        ja=f"{edition.id}の手元の資料にない(文書{listed}は一部だけ)",
        en=f"missing from the source of {edition.id} (document {listed} is a part)",
    )


def _skills(pair: Pair, path: str, old: Field, new: Field) -> Iterator[Change]:
    before, after = pair.old.items_of(old.path), pair.new.items_of(new.path)
    if bool(before) != bool(after):
        without = pair.old if after else pair.new
        if (before or after)[0].citation.document not in without.documents:
            yield pair.place(f"{path}/skills", old, new).change(
                Kind.NOT_COMPARABLE,
                aspect("skills"),
                _count(len(before)),
                _count(len(after)),
                is_examined=False,
                reason=Text(
                    ja=f"{without.id}の手元の文書にこの専門分野のスキル項目はない",
                    en=f"the documents at hand of {without.id} hold no skill items of this field",
                ),
            )
            return
    fields = Fields(
        path=path,
        old=pair.old,
        new=pair.new,
        old_citation=before[0].citation if before else old.citation,
        new_citation=after[0].citation if after else new.citation,
    )
    yield from compare_skills(fields, before, after)


def _count(items: int) -> Text | None:
    return Text(ja=f"スキル項目{items}つ", en=f"{items} skill item{'' if items == 1 else 's'}") if items else None
