"""In which words is the summary of a workforce said, the same in terminal, page and workbook?"""

from __future__ import annotations

from typing import Final

from kijun.cli.workforce.summary_names import Names, say_part
from kijun.day_words import say_day
from kijun.population.bench_holes import Hole, HoleKind
from kijun.population.masking import Mask
from kijun.population.one_short import Short
from kijun.population.summary import GroupSummary, Holder, Summary
from kijun.text import Text, inside, same, series

LEVELS: Final = Text(ja="専門分野とレベルごとの人数", en="People by field and level")
LEVELS_NOTE: Final = Text(
    ja="最も高いレベルがそこである人数。括弧の中は、不明な事実がすべて認められた場合の人数",
    en="people whose highest level it is; in brackets, how many there would be if all that is unknown held",
)
NONE: Final = Text(ja="なし", en="none")
FIELD: Final = Text(ja="専門分野", en="field")
LEVEL: Final = Text(ja="レベル", en="level")
PART: Final = Text(ja="部分", en="part")
TEAM: Final = Text(ja="所属", en="team")
PEOPLE: Final = Text(ja="人数", en="people")
POSSIBLE: Final = Text(ja="可能性のある人数", en="possible")
EMPLOYEE: Final = Text(ja="社員番号", en="employee number")
NAME: Final = Text(ja="氏名", en="name")
STANDARD: Final = Text(ja="標準", en="standard")
SHORT: Final = Text(ja="次のレベルまであと1つ", en="One part short of the next level")
SHORT_NOTE: Final = Text(
    ja="ほかの部分はすべて満たしている。「不明」は、1つだけ記録からわからない人",
    en="every other part is met; unknown: one part only that the record does not tell",
)
SHORT_PEOPLE: Final = Text(ja="あと1つの人", en="People who are one part short")
NOBODY_SHORT: Final = Text(ja="あと1つの人はいない", en="Nobody is one part short")
HOLES: Final = Text(ja="層の薄いところ", en="Holes in the bench")
HOLES_NOTE: Final = Text(
    ja="上のレベルの人は下のレベルも務められるものとして数える",
    en="whoever meets a higher level is counted at the lower ones as well",
)
NO_HOLES: Final = Text(ja="1人だけに頼るレベルはない", en="No level hangs on one person")
UNKNOWN: Final = Text(ja="不明", en="unknown")
STATE: Final = Text(ja="状態", en="state")
NOT_MET: Final = Text(ja="不足", en="short")
_EVERYBODY: Final = Text(ja="全員", en="Everybody")
_NO_TEAM: Final = Text(ja="所属なし", en="No team")
_WITHHELD: Final = Text(ja="氏名は伏せた", en="name withheld")


def say_title(summary: Summary) -> Text:
    """Return what stands above a summary."""
    day, people = say_day(summary.judgement.on), summary.judgement.people
    if summary.groups[0].mask is not None:
        return Text(ja=f"組織の判定結果({day.ja}現在)", en=f"A workforce as of {day.en}")
    return Text(ja=f"{people:,}人の判定結果({day.ja}現在)", en=f"{_count(people)} as of {day.en}")


def say_group(group: GroupSummary) -> Text:
    """Return what a group is called."""
    if group.is_everybody:
        return _EVERYBODY
    return _NO_TEAM if group.team is None else same(group.team)


def say_size(group: GroupSummary, below: int) -> Text:
    """Return how many people a group has, or why it is not shown."""
    match group.mask:
        case None:
            return Text(ja=f"{group.people:,}人", en=_count(group.people))
        case Mask.SMALL:
            return Text(ja=f"{below}人未満なので伏せた", en=f"fewer than {below} people: masked")
        case Mask.BESIDE:
            return Text(
                ja="伏せた(見せると、ほかの小さい所属が逆算できる)",
                en="masked too: with it, a smaller team could be worked out",
            )


def say_hole(hole: Hole, summary: Summary, names: Names) -> Text:
    """Return a hole in words."""
    levels = series([names.level(hole.field, level) for level in hole.levels])
    field = names.told_apart(hole.field)
    where = Text(ja=f"{field.ja} {levels.ja}", en=f"{field.en}, {inside(levels).en}")
    if hole.kind is HoleKind.EMPTY:
        return Text(
            ja=f"{where.ja}: 上のレベルにはいるが、このレベルには誰もいない",
            en=f"{where.en}: nobody, though there are people above",
        )
    who = say_holder(summary.holders.get(hole.holder) if hole.holder is not None else None)
    more = hole.others_possible
    return Text(
        ja=f"{where.ja}: {who.ja}だけ" + (f"(ほかに可能性のある人{more}人)" if more else ""),
        en=f"{where.en}: only {who.en}" + (f" ({more} more possible)" if more else ""),
    )


def say_holder(holder: Holder | None) -> Text:
    """Return who the only holder is; None is one whose group is masked."""
    if holder is None:
        return Text(ja=f"1人({_WITHHELD.ja})", en=f"one person ({_WITHHELD.en})")
    return same(f"{holder.name} ({holder.employee})")


def say_short(short: Short) -> Text:
    """Return what somebody is short of."""
    part = say_part(short.part)
    return Text(ja=f"{part.ja}(不明)", en=f"{part.en} (unknown)") if short.is_unknown else part


def say_cell(short: Short, names: Names) -> Text:
    """Return the next cell that somebody is short of."""
    field, level = names.told_apart(short.field), inside(names.level(short.field, short.level))
    return Text(ja=f"{field.ja} {level.ja}", en=f"{field.en}, {level.en}")


def _count(people: int) -> str:
    return "1 person" if people == 1 else f"{people:,} people"
