"""How is a proof said to a person?

One headline for each part (what is there beside what is asked), then details: which evidence counted, what would be
enough, what was nearly there, what would settle an unknown. Terminal, Markdown and JSON show the same sentences.
"""

from __future__ import annotations

from dataclasses import dataclass

from kijun.citation import Citation
from kijun.criteria.phrase import Names
from kijun.evidence import Person
from kijun.framework.indicator import PARTS, Circumstance, Indicator
from kijun.judgement.assumed import say_assumed
from kijun.judgement.explain_detail import details
from kijun.judgement.explain_headline import headline
from kijun.judgement.part_names import NAMES_OF_PARTS
from kijun.judgement.proof import CellJudgement, PartJudgement, Proof
from kijun.judgement.ratings import common_item
from kijun.text import Text, inside, join, same, series
from kijun.verdict import MET, NOT_MET, Verdict

PART_NAMES = {
    **NAMES_OF_PARTS,
    "minimum_by_examination": Text(ja="試験による最低限", en="minimum by examination"),
}
VERDICT_NAMES = {
    "met": Text(ja="満たす", en="met"),
    "not met": Text(ja="満たさない", en="not met"),
    "unknown": Text(ja="不明", en="unknown"),
    "not defined": Text(ja="定義なし", en="not defined"),
}
_PREPOSITIONS = ("as", "for", "in", "of", "with")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A part of a judgement in words: headline and details in both languages, and where it is printed."""

    name: str
    verdict: Verdict
    headline: Text
    details: tuple[Text, ...]
    citation: Citation


def say_outcome(judged: CellJudgement) -> Text:
    """Return the verdict of a cell in words: met, one part short, so many parts short, unknown."""
    if judged.verdict is MET:
        return VERDICT_NAMES["met"]
    short = len(judged.short_parts)
    if judged.verdict is NOT_MET:
        open_ones = len(judged.open_parts)
        if judged.is_one_part_short:
            return Text(ja="あと1つ", en="one part short")
        rest = Text(ja=f"、不明{open_ones}つ", en=f", {open_ones} unknown") if open_ones else same("")
        return Text(ja=f"不足{short}つ{rest.ja}", en=f"{short} {'part' if short == 1 else 'parts'} short{rest.en}")
    names = join([PART_NAMES[name] for name in judged.open_parts or ("minimum_by_examination",)])
    return Text(ja=f"不明({names.ja})", en=f"unknown ({names.en})")


def explain(judged: CellJudgement, person: Person, names: Names) -> list[Said]:
    """Return every part of a judged cell in words, in the order of the standard."""
    said = [_say(judged.parts[name], judged.cell.indicator, person, names) for name in PARTS if name in judged.parts]
    if judged.minimum_by_examination is not None:
        said.append(_say(judged.minimum_by_examination, judged.cell.indicator, person, names))
    return said


def not_examined(indicator: Indicator, names: Names) -> Text | None:
    """Return the circumstances of a cell that no fact of a record can show, or None where it prints none."""
    groups = [_circumstance(each, names) for each in indicator.circumstances()]
    return join(groups, ja="。", en="; ") if groups else None


def _circumstance(circumstance: Circumstance, names: Names) -> Text:
    """Return one of them: "whom one leads: the whole team"; a name that ends in a preposition goes on without a colon."""
    kind = inside(names("circumstance-kind", circumstance.kind))
    words = series([inside(names("circumstance", each)) for each in circumstance.of])
    mark = "" if kind.en.rpartition(" ")[2] in _PREPOSITIONS else ":"
    return Text(ja=f"{kind.ja}: {words.ja}", en=f"{kind.en}{mark} {words.en}")


def _say(part: PartJudgement, indicator: Indicator, person: Person, names: Names) -> Said:
    lines = [*details(part.proof, indicator, person, names)]
    assumed = say_assumed(part.proof, person, names)
    if assumed is not None:
        lines.insert(0, assumed)
    if part.hangs_on_month:
        lines.append(_say_months(part.proof, person, names))
    return Said(
        name=part.name,
        verdict=part.verdict,
        headline=headline(part.proof, person, names),
        details=tuple(lines),
        citation=indicator.cited_part(part.name),
    )


def _say_months(proof: Proof, person: Person, names: Names) -> Text:
    found = _months(proof, person, names)
    if not found:
        return Text(
            ja="日が書かれていない月によって結果が変わりうる。日を記録すると確かになる",
            en="this hangs on a month without a day: record the day to be sure",
        )
    which = series(found)
    return Text(
        ja=f"{which.ja}は月までしか記録がなく、日によって結果が変わりうる。日を記録すると確かになる",
        en=f"this hangs on a month without a day: record the day of {which.en} to be sure",
    )


def _in_order(proof: Proof) -> list[str]:
    return [*(each.evidence for each in proof.counted), *(each.evidence for each in proof.near_misses)]


def _months(proof: Proof, person: Person, names: Names) -> list[Text]:
    """Return the evidence in play, counted or near, whose day is known to the month only."""
    used = _in_order(proof)
    found = [
        same(each.id)
        for each in person.engagements
        if each.id in used and not (each.start.is_exact and (each.end is None or each.end.is_exact))
    ]
    found += [
        inside(names("area", each.area))
        for each in person.expertise
        if each.area in used and each.since is not None and not each.since.is_exact
    ]
    found += [same(each.whom) for each in person.mentoring if each.whom in used and not each.since.is_exact]
    found += [each.title for each in person.contributions if each.kind in used and not each.day.is_exact]
    found += [
        names("examination", each.examination)
        for each in person.qualifications
        if each.examination in used and not each.day.is_exact
    ]
    found += [
        inside(names("skill-item", item))
        for item in _in_order(proof)
        if any(each.item in (item, common_item(item)) and not each.day.is_exact for each in person.ratings)
    ]
    return [*found, *(each for child in proof.children for each in _months(child, person, names))]
