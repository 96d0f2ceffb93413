"""What does a cell ask once every silent point is answered?

A printed indicator becomes criteria that hold numbers and sets only. Each part names the policy points that shaped it.
Sources of the readings: docs/explanation/how-a-cell-is-read.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kijun.criteria import (
    AllOf,
    Areas,
    Clause,
    Conditions,
    Confirmed,
    Criterion,
    Either,
    Every,
    Kinds,
    Mentors,
    Once,
    OrAbove,
    Passed,
    Reaches,
    Slot,
    Times,
    Trait,
    Unprinted,
    Unspecified,
    Way,
    Years,
)
from kijun.errors import BadPolicy
from kijun.framework.correction import corrected
from kijun.framework.edition import Edition
from kijun.framework.indicator import PARTS, SOME, Activities, Complexity, Indicator, Responsibility
from kijun.framework.policy import Policy
from kijun.framework.resolve_market import resolve_market
from kijun.framework.resolve_proficiency import asking_all_items, resolve_proficiency
from kijun.framework.resolve_size import resolve_size
from kijun.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedPart:
    """A part of a cell as a criterion, and the policy points that shaped it."""

    criterion: Criterion
    policies: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedCell:
    """A cell as criteria. `deciding` are the parts that must hold; `examination` stands for the minimum of the level.

    `does_examination_satisfy` says that a policy lets the examination satisfy the whole cell.
    """

    indicator: Indicator
    parts: Mapping[str, ResolvedPart]
    deciding: tuple[str, ...]
    examination: ResolvedPart | None
    does_examination_satisfy: bool
    policies: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedEdition:
    """An edition under one policy: every printed cell as criteria, in printed order.

    `memory` is for whoever reads the criteria: what is the same for many people is worked out once.
    """

    edition: Edition
    policy: Policy
    cells: Mapping[str, ResolvedCell]
    memory: dict[object, object] = field(default_factory=dict, compare=False, repr=False)


def resolve_edition(edition: Edition, policy: Policy) -> ResolvedEdition:
    """Return all cells of an edition as criteria; what cells share is one value, so that it is judged once."""
    resolver = Resolver(edition, policy)
    cells = {
        indicator.path: resolver.cell(indicator)
        for _, specialty in edition.fields()
        for indicator in edition.cells_of(specialty.path)
    }
    return ResolvedEdition(edition=edition, policy=policy, cells=cells)


def resolve(indicator: Indicator, edition: Edition, policy: Policy) -> ResolvedCell:
    """Return one cell as criteria."""
    return Resolver(edition, policy).cell(indicator)


class Resolver:
    """Answers the silent points of one edition; keeps what its cells share."""

    def __init__(self, edition: Edition, policy: Policy) -> None:
        if policy["proficiency.decides"] != "reported" and not edition.skills:
            raise BadPolicy(
                Text(
                    ja="「proficiency.decides」: この版にはスキル項目がないので、熟達度では判定できません。",
                    en='"proficiency.decides": this edition holds no skill items, so proficiency cannot decide a level.',
                )
            )
        self._edition = edition
        self._policy = policy
        self._is_floor = policy["bands.floor"] == "floor"
        self._window = None if policy["evidence.window"] == "any" else int(policy["evidence.window"])
        self._clauses: dict[Clause, Clause] = {}
        self._lists: dict[str, Trait | None] = {}
        self._sizes: dict[str, Trait | None] = {}
        self._ways: dict[str, Way] = {}
        self._reaches: dict[tuple[str, int], Reaches] = {}
        self._shared: dict[Criterion, Criterion] = {Mentors(): Mentors()}
        self._traits: dict[Trait, Trait] = {}

    def cell(self, printed: Indicator) -> ResolvedCell:
        """Return a printed cell as criteria."""
        indicator = self._as_kept(printed)
        if self._policy["proficiency.decides"] == "all-items":
            indicator = asking_all_items(indicator, self._edition)
        parts: dict[str, ResolvedPart | None] = {
            "responsibility": self._responsibility(indicator),
            "complexity": self._complexity(indicator),
            "size": self._size(indicator),
            "expertise": self._expertise(indicator),
            "succession": self._succession(indicator),
            "mentoring": ResolvedPart(criterion=self._shared[Mentors()], policies=())
            if indicator.asks_mentoring
            else None,
            "proficiency": self._proficiency(indicator),
        }
        parts |= {name: ResolvedPart(criterion=self._read(indicator, name), policies=()) for name in indicator.unread}
        kept = {name: part for name, part in parts.items() if part is not None}
        required = self._policy["parts.required"]
        named = tuple(name for name in kept if name in required.split(","))
        deciding = named or tuple(kept)  # a cell that has none of the parts named is decided by those it has
        unknown = [] if required == "all" else [name for name in required.split(",") if name not in PARTS]
        if unknown:
            known = ", ".join(PARTS)
            raise BadPolicy(
                Text(
                    ja=f"「parts.required」: 「{unknown[0]}」という部分はありません。部分: {known}。",
                    en=f'"parts.required": "{unknown[0]}" is not a part. Parts: {known}.',
                )
            )
        examination = self._examination(indicator)
        whole = ["parts.required", *(["examination.effect", "examination.others"] if examination else [])]
        flagged = [flag for flag in indicator.flags if self._corrects(flag)]
        return ResolvedCell(
            indicator=indicator,
            parts=kept,
            deciding=deciding,
            examination=examination,
            does_examination_satisfy=self._policy["examination.effect"] == "satisfies",
            policies=(*whole, *(["contradictions"] if flagged else [])),
        )

    def _corrects(self, flag: str) -> bool:
        known = self._edition.flags.get(flag)
        return known is not None and known.correction is not None

    def _as_kept(self, indicator: Indicator) -> Indicator:
        if self._policy["contradictions"] == "as-printed":
            return indicator
        return corrected(indicator, self._edition.flags.values())

    def _clause(self, indicator: Indicator, role: str | None, activities: Activities | None, outcome: str) -> Clause:
        """Return which engagements a clause counts.

        Where it prints no activity and the category does not go by the fields that are named, nothing ties an engagement to
        the field: any will do, and it takes no part in the question whether one engagement may serve several fields.
        """
        category = self._edition.categories[indicator.category]
        is_one_field = self._policy["fields.shared"] == "one-field" and (
            activities is not None or category.is_field_named
        )
        words = self._edition.vocabulary
        clause = Clause(
            fields=frozenset({indicator.field}) if is_one_field or category.is_field_named else None,
            is_first_field_only=is_one_field,
            role=OrAbove(least=role, accepted=words.at_or_above("role", role)) if role else None,
            activities=activities.of if activities else None,
            needs_all_activities=activities is not None and activities.needs_all,
            outcome=OrAbove(least=outcome, accepted=words.at_or_above("outcome", outcome)),
            within_years=self._window,
        )
        return self._clauses.setdefault(clause, clause)

    def _once(self, trait: Trait) -> Trait:
        """Return the one value that stands for all traits that are equal: cells share much, and it is looked at once."""
        match trait:
            case Every(of=of):
                trait = Every(of=tuple(map(self._once, of)))
            case Either(of=of):
                trait = Either(of=tuple(map(self._once, of)))
            case _:
                pass
        return self._traits.setdefault(trait, trait)

    def _read(self, indicator: Indicator, part: str) -> Criterion:
        """Return that an assessor has to read and confirm what a part asks, since it was not understood."""
        confirmed = Confirmed(cell=indicator.path, circumstances=(), part=part)
        return self._shared.setdefault(confirmed, confirmed)

    def _list(self, indicator: Indicator) -> Trait | None:
        if indicator.path not in self._lists:
            asked = indicator.complexity
            if asked is None:
                self._lists[indicator.path] = None
            else:
                least = int(self._policy["some.means"]) if asked.at_least == SOME else asked.at_least
                conditions = Conditions(at_least=least, of=asked.of, must_include=asked.must_include)
                self._lists[indicator.path] = self._once(conditions)
        return self._lists[indicator.path]

    def _band(self, indicator: Indicator) -> Trait | None:
        if indicator.path not in self._sizes:
            some = int(self._policy["some.means"])
            size = resolve_size(
                indicator,
                self._edition.vocabulary,
                is_floor=self._is_floor,
                some=some,
                known_as=self._edition.known_as,
            )
            self._sizes[indicator.path] = None if size is None else self._once(size)
        return self._sizes[indicator.path]

    def _way(self, path: str, level: int) -> Way:
        if path not in self._ways:
            printed = self._edition.indicators.get(path)
            if printed is None:
                trait: Trait = Unprinted(cell=path)
            else:
                indicator = self._as_kept(printed)
                found = tuple(trait for trait in (self._list(indicator), self._band(indicator)) if trait is not None)
                trait = Every(of=found) if len(found) > 1 else found[0] if found else Unspecified()
            self._ways[path] = Way(level=level, trait=trait)
        return self._ways[path]

    def _higher(self, field_path: str, level: int) -> list[Indicator]:
        """Return the printed cells above a level; what was not understood can no more be reached than what is missing."""
        cells = [cell for cell in self._edition.cells_of(field_path) if cell.level > level]
        return [cell for cell in cells if not _unread_reach(cell)]

    def _reach(self, indicator: Indicator, level: int) -> Reaches:
        key = (indicator.field_path, level)
        if key not in self._reaches:
            higher = [self._way(cell.path, cell.level) for cell in self._higher(indicator.field_path, level)]
            own = self._way(f"{indicator.field_path}/{level}", level)
            self._reaches[key] = Reaches(level=level, ways=(own, *higher))
        return self._reaches[key]

    def _or_higher(self, own: Trait, indicator: Indicator) -> Trait:
        if self._policy["levels.reach-down"] == "own-lists":
            return own
        higher = self._higher(indicator.field_path, indicator.level)
        if not higher:
            return own
        ways = tuple(self._way(cell.path, cell.level) for cell in higher)
        return Either(of=(own, Reaches(level=higher[0].level, ways=ways)))

    def _both(self, market: Trait | None, reach: Trait) -> Trait:
        return reach if market is None else self._once(Every(of=(market, reach)))

    def _responsibility(self, indicator: Indicator) -> ResolvedPart | None:
        asked = indicator.responsibility
        if asked is None:
            return None
        asked_market = resolve_market(indicator, self._edition, is_floor=self._is_floor)
        market = None if asked_market is None else self._once(asked_market)
        criterion = self._service(indicator, asked, market)
        unread = tuple(self._unread_levels(indicator, asked))
        if unread:
            criterion = AllOf(of=(criterion, *unread))
        policies = [*self._fields_shared(indicator, asked.activities), "bands.floor", "evidence.window"]
        if indicator.complexity is not None and indicator.complexity.at_least == SOME:
            policies.append("some.means")
        if asked.slots is not None and len(asked.slots) > 1:
            policies.append("slots.role-and-market")
        if self._policy["circumstances.examined"] == "confirmed" and indicator.circumstances():
            ids = tuple(each for group in indicator.circumstances() for each in group.of)
            criterion = AllOf(of=(criterion, Confirmed(cell=indicator.path, circumstances=ids)))
        if indicator.circumstances():
            policies.append("circumstances.examined")
        return ResolvedPart(criterion=criterion, policies=tuple(policies))

    def _fields_shared(self, indicator: Indicator, activities: Activities | None) -> tuple[str, ...]:
        is_named = self._edition.categories[indicator.category].is_field_named
        return ("fields.shared",) if activities is not None or is_named else ()

    def _unread_levels(self, indicator: Indicator, asked: Responsibility) -> Iterator[Criterion]:
        """Yield the word that is needed on each part of what an engagement must reach that was not understood."""
        for level in dict.fromkeys(asked.slots or (asked.years_at_level or indicator.level,)):
            cell = self._edition.indicators.get(f"{indicator.field_path}/{level}")
            if cell is not None:
                yield from (self._read(cell, part) for part in _unread_reach(cell))

    def _service(self, indicator: Indicator, asked: Responsibility, market: Trait | None) -> Criterion:
        clause = self._clause(indicator, asked.role, asked.activities, asked.outcome)
        if asked.slots is None:
            level = asked.years_at_level or indicator.level
            trait = self._both(market, self._reach(indicator, level))
            return Years(at_least=asked.at_least, level=level, clause=clause, trait=trait)
        relaxed = clause
        is_highest_only = self._policy["slots.role-and-market"] == "highest"
        if is_highest_only:
            relaxed = self._clause(indicator, None, asked.activities, asked.outcome)
        slots = []
        for position, level in enumerate(sorted(asked.slots, reverse=True)):
            is_bound = position == 0 or not is_highest_only
            trait = self._both(market if is_bound else None, self._reach(indicator, level))
            slots.append(Slot(level=level, clause=clause if is_bound else relaxed, trait=trait))
        return Times(slots=tuple(slots))

    def _complexity(self, indicator: Indicator) -> ResolvedPart | None:
        asked: Complexity | None = indicator.complexity
        own = self._list(indicator)
        if asked is None or own is None:
            return None
        clause = self._clause(indicator, asked.role, asked.activities, asked.outcome)
        criterion = Once(clause=clause, trait=self._or_higher(own, indicator))
        shared = self._fields_shared(indicator, asked.activities)
        some = ("some.means",) if asked.at_least == SOME else ()
        return ResolvedPart(criterion=criterion, policies=("levels.reach-down", *shared, "evidence.window", *some))

    def _size(self, indicator: Indicator) -> ResolvedPart | None:
        asked = indicator.size_clause
        own = self._band(indicator)
        if asked is None or own is None:
            return None
        clause = self._clause(indicator, None, asked.activities, asked.outcome)
        criterion = Once(clause=clause, trait=self._or_higher(own, indicator))
        is_some = any(each.some_rooms_or_networks for band in indicator.size or () for each in band.any_of)
        shared = self._fields_shared(indicator, asked.activities)
        policies = ("bands.floor", "levels.reach-down", *shared, "evidence.window")
        return ResolvedPart(criterion=criterion, policies=(*policies, "some.means") if is_some else policies)

    def _expertise(self, indicator: Indicator) -> ResolvedPart | None:
        asked = indicator.expertise
        if asked is None:
            return None
        words = self._edition.vocabulary
        reach = OrAbove(least=asked.reach, accepted=words.at_or_above("reach", asked.reach)) if asked.reach else None
        criterion = Areas(
            at_least=asked.count,
            of=asked.of,
            degree=OrAbove(least=asked.degree, accepted=words.at_or_above("degree", asked.degree)),
            reach=reach,
        )
        return ResolvedPart(criterion=criterion, policies=())

    def _succession(self, indicator: Indicator) -> ResolvedPart | None:
        asked = indicator.succession
        if asked is None:
            return None
        kinds = Kinds(at_least=asked.at_least, of=asked.of, subject=asked.subject, within_years=self._window)
        return ResolvedPart(criterion=self._shared.setdefault(kinds, kinds), policies=("evidence.window",))

    def _proficiency(self, indicator: Indicator) -> ResolvedPart | None:
        rated = resolve_proficiency(indicator, self._edition, by=self._policy["ratings.by"])
        if rated is None:
            return None
        is_all = self._policy["proficiency.decides"] == "all-items"
        policies = ("proficiency.decides", "ratings.by") if is_all else ("ratings.by",)
        return ResolvedPart(criterion=self._shared.setdefault(rated, rated), policies=policies)

    def _examination(self, indicator: Indicator) -> ResolvedPart | None:
        if indicator.exam is None:
            return None
        others = self._policy["examination.others"]
        also = [] if others == "none" else others.split(",")
        passed = Passed(any_of=tuple(_once_each([indicator.exam, *also])), within_years=self._window)
        policies = ("examination.effect", "examination.others", "evidence.window")
        return ResolvedPart(criterion=self._shared.setdefault(passed, passed), policies=policies)


def _unread_reach(cell: Indicator) -> tuple[str, ...]:
    """Return the parts of a cell that an engagement must reach and that were not understood."""
    return tuple(part for part in ("complexity", "size") if part in cell.unread)


def _once_each(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))
