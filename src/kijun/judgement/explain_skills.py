"""How is it said where a person's skills stand: beside the target, beside each other, and what is still open?"""

from __future__ import annotations

from typing import Final, assert_never

from kijun.day import RecordedDay
from kijun.day_words import say_day, say_month
from kijun.evidence import Rating
from kijun.evidence.words import RATERS_IN_SENTENCES
from kijun.framework.edition import Edition
from kijun.framework.phrase_skill import phrase_proficiency
from kijun.judgement.skills import SkillMatrix, SkillRow, Tally
from kijun.text import Text, series
from kijun.verdict import Verdict

TARGET: Final = Text(ja="目標", en="target")


def say_tally(tally: Tally) -> Text:
    """Return how many of the items asked are at the target, below it, and not rated.

    >>> say_tally(Tally(at_target=6, below=2, not_rated=1)).en
    '6 of 9 items at the target, 2 below, 1 not rated'
    """
    parts_ja, parts_en = [f"{tally.asked}項目のうち目標以上が{tally.at_target}項目"], []
    items = "item" if tally.asked == 1 else "items"
    parts_en.append(f"{tally.at_target} of {tally.asked} {items} at the target")
    for number, ja, en in ((tally.below, "目標未満", "below"), (tally.not_rated, "未評価", "not rated")):
        if number:
            parts_ja.append(f"{ja}が{number}項目")
            parts_en.append(f"{number} {en}")
    return Text(ja="、".join(parts_ja), en=", ".join(parts_en))


def say_deciders(matrix: SkillMatrix) -> Text:
    """Return whose rating decides, the weightiest first."""
    names = [RATERS_IN_SENTENCES[rater] for rater in matrix.by]
    return Text(ja="、なければ".join(name.ja for name in names), en=", or else ".join(name.en for name in names))


def say_difference(row: SkillRow, edition: Edition) -> Text:
    """Return how far apart the person and the assessor see an item, with what each of them noted."""
    own, assessed = _given(row.ratings["self"], edition), _given(row.ratings["assessor"], edition)
    apart = abs(row.difference or 0)
    return Text(
        ja=f"本人は{own.ja}、評価者は{assessed.ja}で、{apart}レベル離れている",
        en=f"{own.en} by self, {assessed.en} by the assessor: {apart} levels apart",
    )


def _given(rating: Rating, edition: Edition) -> Text:
    day, level = say_recorded(rating.day), edition.level_name(rating.level)
    note = Text(ja=f"「{rating.note}」", en=f', "{rating.note}"') if rating.note else Text(ja="", en="")
    return Text(ja=f"{level.ja}({day.ja}{note.ja})", en=f"{level.en} ({day.en}{note.en})")


def say_below(row: SkillRow, edition: Edition) -> Text:
    """Return the level that an item is rated at, beside what the target asks for; both must be there."""
    assert row.deciding is not None
    assert row.target is not None
    level, target = edition.level_name(row.deciding.level), edition.level_name(row.target)
    asked = phrase_proficiency(row.item.proficiencies[row.target], edition.vocabulary)
    return Text(
        ja=f"{level.ja}。{target.ja}で求められるもの: {asked.ja}", en=f"{level.en}; asked at {target.en}: {asked.en}"
    )


def say_recorded(day: RecordedDay) -> Text:
    """Return a recorded day, or its month where no more is known."""
    return say_day(day.earliest) if day.is_exact else say_month(day.earliest)


def say_open_knowledge(row: SkillRow) -> Text:
    """Return which knowledge items of an item are still open, or that nothing is recorded of them."""
    count = len(row.item.knowledge)
    if row.open is None:
        return Text(ja=f"{count}項目とも記録なし(不明)", en=f"nothing recorded of {count} (unknown, not none)")
    names = series([item.name for item in row.open])
    return Text(ja=f"{count}項目のうち{len(row.open)}項目: {names.ja}", en=f"{len(row.open)} of {count}: {names.en}")


def say_verdict(verdict: Verdict | None, by: Text) -> Text:
    """Return what a verdict on an item means; `by` are those whose rating decides.

    >>> say_verdict(Verdict.UNKNOWN, Text(ja="評価者", en="an assessor")).en
    'unknown: not rated by an assessor'
    """
    match verdict:
        case Verdict.MET:
            return Text(ja="目標以上", en="at the target")
        case Verdict.NOT_MET:
            return Text(ja="目標未満", en="below")
        case Verdict.UNKNOWN:
            return Text(ja=f"不明({by.ja}の評価なし)", en=f"unknown: not rated by {by.en}")
        case None:
            return Text(ja="このレベルでは求められない", en="not asked at this level")
        case _:
            assert_never(verdict)


def latest_month(row: SkillRow) -> str | None:
    """Return the month of the latest rating of an item, or None where nobody rated it."""
    days = [rating.day.earliest for rating in row.ratings.values()]
    return f"{max(days):%Y-%m}" if days else None


def say_apart(row: SkillRow) -> Text:
    """Return how many levels the person and the assessor are apart, in a word or two."""
    apart = abs(row.difference or 0)
    return Text(ja=f"{apart}レベル差", en=f"{apart} apart")


def say_not_asked(row: SkillRow, level: int) -> Text:
    """Return why an item is not asked at a level: headed but blank there, or never headed."""
    if level in row.item.blank_levels:
        return Text(ja="見出しだけで、記述がない", en="headed but blank")
    return Text(ja="見出しもない", en="never headed")
