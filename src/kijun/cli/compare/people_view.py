"""Whom does a comparison touch, among the records of a folder, and how is that said?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kijun.catalogue.record_folder import FoundRecord
from kijun.cli.edition_changes import Editions, resolve_both, say_change, say_citations
from kijun.framework.compare.comparison import Change, Comparison
from kijun.framework.resolve import ResolvedEdition
from kijun.judgement.compare_people import OnlyIn, PartChange, PersonComparison, VerdictChange, compare_person
from kijun.judgement.explain import PART_NAMES, VERDICT_NAMES
from kijun.text import Text, series


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """The people of a folder in both editions, each with the file of the record, and the records set aside."""

    on: date
    policies: Mapping[str, Mapping[str, str]]
    people: tuple[tuple[str, PersonComparison], ...]
    set_aside: tuple[FoundRecord, ...]

    @property
    def changed(self) -> list[PersonComparison]:
        """The people of whom some verdict differs."""
        return [each for _, each in self.people if each.changed]

    @property
    def verdicts(self) -> int:
        """How many verdicts differ."""
        return sum(len(each.changed) for _, each in self.people)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judging:
    """Both editions under the answers of one organisation, on one day; `within` narrows the cells to a path."""

    comparison: Comparison
    old: ResolvedEdition
    new: ResolvedEdition
    on: date
    within: str | None

    def judge(self, records: Iterable[FoundRecord]) -> Touched:
        """Return what becomes of the people of the records."""
        people, set_aside = [], []
        for record in records:
            if record.person is None:
                set_aside.append(record)
                continue
            found = compare_person(self.comparison, record.person, self.old, self.new, on=self.on, within=self.within)
            people.append((str(record.file), found))
        return Touched(
            on=self.on,
            policies={each.edition.id: each.policy.answers for each in (self.old, self.new)},
            people=tuple(people),
            set_aside=tuple(set_aside),
        )


def judging(
    comparison: Comparison, editions: Editions, overrides: Mapping[str, str], *, on: date, within: str | None
) -> Judging:
    """Return both editions under an organisation's answers; an answer goes to each edition that has the point.

    Raises BadPolicy for a point that neither edition has, or an answer that is not offered.
    """
    old, new = resolve_both(editions, overrides)
    return Judging(comparison=comparison, old=old, new=new, on=on, within=within)


def say_count(touched: Touched) -> Text:
    """Return how many people were judged and whom the editions judge otherwise."""
    records, people, verdicts = len(touched.people), len(touched.changed), touched.verdicts
    named = {"record": records, "person": people, "verdict": verdicts}
    en = {word: f"{count} {word if count == 1 else _PLURALS[word]}" for word, count in named.items()}
    if not verdicts:
        return Text(
            ja=f"経歴{records}件を両方の版で判定した。結果が変わる人はいない",
            en=f"{en['record']} judged in both editions: no verdict changes",
        )
    return Text(
        ja=f"経歴{records}件を両方の版で判定した。{people}人の{verdicts}つの結果が変わる",
        en=f"{en['record']} judged in both editions: {en['verdict']} of {en['person']} "
        f"{'changes' if verdicts == 1 else 'change'}",
    )


def say_verdict(change: VerdictChange, editions: Editions) -> Text:
    """Return a cell with its verdict in both editions."""
    title, was, now = editions.title(change.path), VERDICT_NAMES[change.old.value], VERDICT_NAMES[change.new.value]
    return Text(ja=f"{title.ja}: {was.ja} → {now.ja}", en=f"{title.en}: {was.en} → {now.en}")


def say_part(part: PartChange) -> Text:
    """Return a part with its verdict in both editions."""
    name = PART_NAMES[part.name]
    was, now = (VERDICT_NAMES[side.value] if side else _NOT_ASKED for side in (part.old, part.new))
    return Text(ja=f"{name.ja}: {was.ja} → {now.ja}", en=f"{name.en}: {was.en} → {now.en}")


def say_because(part: PartChange, editions: Editions) -> list[tuple[Text, str]]:
    """Return the changes that can be why, each with its citations."""
    return [(_cause(change, editions), say_citations(change)) for change in part.because]


def say_only(each: OnlyIn, editions: Editions) -> Text:
    """Return a cell that is met in the one edition that prints it, and why it cannot be compared."""
    title = editions.title(each.path)
    why = series([change.reason for change in each.because if change.reason])
    return Text(
        ja=f"{title.ja}: {each.edition}だけで満たす" + (f"。{why.ja}" if why.ja else ""),
        en=f"{title.en}: met in {each.edition} only" + (f"; {why.en}" if why.en else ""),
    )


_PLURALS = {"record": "records", "person": "people", "verdict": "verdicts"}
_NOT_ASKED = Text(ja="求めない", en="not asked")


def _cause(change: Change, editions: Editions) -> Text:
    """Return a change in words, with the cell or the part that it is about where that is another one."""
    if change.is_of_whole:
        title, reason = editions.title(change.path), change.reason
        said = say_change([change]) if reason is None else reason
        return Text(ja=f"{title.ja}: {said.ja}", en=f"{title.en}: {said.en}")
    return say_change([change])
