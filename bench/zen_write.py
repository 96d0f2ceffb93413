"""How is a resolved criterion said in the expression language of zen-engine?

What cells share (clauses, areas, kinds, whole parts) is named once, and a cell stops at the first part that is not met. A
verdict is 2 (met), 1 (unknown) or 0 (not met): each criterion is written as what surely holds and what possibly holds.
Default policies only: what they never produce is refused, not skipped.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from kijun.criteria import (
    Amount,
    Areas,
    Clause,
    Conditions,
    Criterion,
    Customers,
    Either,
    Every,
    Kinds,
    Market,
    Mentors,
    Once,
    Reaches,
    Recognised,
    Slot,
    Times,
    Trait,
    Unprinted,
    Unspecified,
    Years,
)
from kijun.framework.resolve import ResolvedCell

_SHARED = ("succession", "mentoring", "expertise")
_OWN = ("complexity", "size", "responsibility")
_NEVER, _ALWAYS = "false", "true"
_MOST = 10**15
_DAYS_IN_A_YEAR = 365


class Writer:
    """Writes expressions; `named` are those that several others use, in the order in which they are needed.

    `scope` is what a name is reached by: nothing within one expression, "$." from row to row.
    """

    def __init__(self, on: date, *, scope: str = "") -> None:
        self._on = on.toordinal()
        self._scope = scope
        self._tomorrow = on + timedelta(days=1)
        self.named: dict[str, str] = {}
        self._names: dict[str, str] = {}

    def _name(self, expression: str) -> str:
        if expression not in self._names:
            name = f"x{len(self.named)}"
            self.named[name] = expression
            self._names[expression] = f"{self._scope}{name}"
        return self._names[expression]

    def cell(self, cell: ResolvedCell) -> str:
        """Return the verdict of a cell; it stops at the first part that is not met, and looks at costly parts last."""
        _refuse_policies(cell)
        verdicts = {name: self._verdict(part.criterion) for name, part in cell.parts.items()}
        shared = [self._name(verdicts[name]) for name in _SHARED if name in verdicts]
        own = [name for name in _OWN if name in verdicts]
        written = f"{_each((*shared, *own), 2)} ? 2 : 1"
        for name in reversed(own):
            written = f"({name} = ({verdicts[name]}); {name} == 0 ? 0 : {written})"
        return f"{' or '.join(f'{part} == 0' for part in shared)} ? 0 : {written}"

    def cell_and_parts(self, cell: ResolvedCell) -> list[str]:
        """Return the verdict of a cell and that of each of its parts, none of them left out."""
        _refuse_policies(cell)
        parts = [self._name(self._verdict(part.criterion)) for part in cell.parts.values()]
        least = f"{' or '.join(f'{part} == 0' for part in parts)} ? 0 : {_each(parts, 2)} ? 2 : 1"
        return [least, *parts]

    def _verdict(self, criterion: Criterion) -> str:
        match criterion:
            case Once(clause=clause, trait=trait):
                return self._both(lambda read: _some(self._counting(clause), read(trait)), "engagements")
            case Times(slots=slots):
                return self._both(lambda read: self._times(slots, read), "engagements")
            case Years():
                return self._both(lambda read: self._years(criterion, read), "engagements")
            case Areas():
                return self._areas(criterion)
            case Kinds(at_least=least, of=listed, within_years=None):
                made = self._name(f"map(filter(contributions, #.day <= {self._on}), #.kind)")
                kinds = self._name(f"count({_words(listed)}, # in {made})")
                return self._three(f"{kinds} >= {least}", _NEVER, "contributions")
            case Mentors():
                return self._three(f"some(mentoring, # <= {self._on})", _NEVER, "mentoring")
            case _:
                raise NotImplementedError(f"{type(criterion).__name__} under the default policies")

    def _both(self, write: Callable[[Callable[[Trait], str]], str], name: str) -> str:
        return self._three(write(self._surely), write(self._possibly), name)

    def _three(self, surely: str, possibly: str, name: str) -> str:
        is_complete = self._name(f"'{name}' in complete")
        return f"{surely} ? 2 : not {is_complete} or {possibly} ? 1 : 0"

    def _areas(self, asked: Areas) -> str:
        held = self._name(f"filter(expertise, #.since <= {self._on})")
        listed = self._name(f"filter({held}, {_is_one_of('#.area', asked.of)})")
        steps = [("degree", asked.degree.accepted), *([("reach", asked.reach.accepted)] if asked.reach else [])]
        surely = _all(_is_one_of(f"h.{step}", accepted) for step, accepted in steps)
        possibly = _all(f"(h.{step} == null or {_is_one_of(f'h.{step}', accepted)})" for step, accepted in steps)
        if asked.at_least == 1:
            return self._three(f"some({listed} as h, {surely})", f"some({listed} as h, {possibly})", "expertise")
        enough = f"count({_words(asked.of)} as a, some({listed} as h, h.area == a and %s)) >= {asked.at_least}"
        return self._three(enough % surely, enough % possibly, "expertise")

    def _counting(self, clause: Clause) -> str:
        """Return the name of the list of engagements that a clause counts, narrowed step by step."""
        if clause.within_years is not None or clause.is_first_field_only:
            raise NotImplementedError("no window and no single field under the default policies")
        found = self._name(f"filter(engagements, #.start <= {self._on})")
        found = self._name(f"filter({found}, {_is_one_of('#.outcome', clause.outcome.accepted)})")
        if clause.fields is not None:
            found = self._name(f"filter({found} as e, some(e.fields, {_is_one_of('#', clause.fields)}))")
        if clause.activities is not None:
            done = [f"{json.dumps(word)} in #.activities" for word in clause.activities]
            found = self._name(f"filter({found}, {_all(done) if clause.needs_all_activities else _any(done)})")
        if clause.role is not None:
            found = self._name(f"filter({found}, {_is_one_of('#.role', clause.role.accepted)})")
        return found

    def _times(self, slots: tuple[Slot, ...], read: Callable[[Trait], str]) -> str:
        """Slots imply one another, hardest first: all are filled when the first n of them find n projects, for every n."""
        enough = []
        for number, (slot, following) in enumerate(zip(slots, (*slots[1:], None), strict=True), start=1):
            if following is not None and (following.clause, following.trait) == (slot.clause, slot.trait):
                continue
            found, trait = self._counting(slot.clause), read(slot.trait)
            if number == 1:
                enough.append(_some(found, trait))
            else:
                projects = "count(f as a, none(f as b, b.project == a.project and b.n < a.n))"
                enough.append(
                    f"len({found}) >= {number} and (f = filter({found} as e, {trait}); {projects} >= {number})"
                )
        return _all(enough)

    def _years(self, asked: Years, read: Callable[[Trait], str]) -> str:
        """Whole calendar years of each merged period and 365 of the remaining days each, where the days could do at all."""
        found, tomorrow = self._counting(asked.clause), self._tomorrow
        last, until = tomorrow.toordinal(), tomorrow.year * 10_000 + tomorrow.month * 100 + tomorrow.day
        need = asked.at_least * _DAYS_IN_A_YEAR
        opening = "none(f as y, (y.start < x.start or y.start == x.start and y.n < x.n) and y.after >= x.start)"
        closing = "none(f as y, y.start <= x.after and y.after > x.after)"
        whole = f"floor((min([p.to.until, {until}]) - p.of.from) / 10000)"
        return (
            f"(f = filter({found} as e, {read(asked.trait)});"
            f" sum(map(f, min([#.after, {last}]) - #.start)) >= {need}"
            f" and (ends = filter(f as x, {closing});"
            f" periods = map(filter(f as x, {opening}) as s, {{of: s, after: min(map(filter(ends as z, z.after > s.start), #.after))}});"
            f" whole = map(periods as q, (p = {{of: q.of, to: filter(ends as z, z.after == q.after)[0]}}; {whole}));"
            f" sum(whole) >= {asked.at_least} or {self._with_rest(asked.at_least, whole, last)}))"
        )

    def _with_rest(self, least: int, whole: str, last: int) -> str:
        year, month, day = "floor(t / 10000)", "floor(t / 100) % 100", "t % 100"
        ordinal = (
            f"(m = {month}; y = m > 2 ? {year} : {year} - 1; k = m > 2 ? m : m + 12;"
            f" 365 * y + floor(y / 4) - floor(y / 100) + floor(y / 400) + floor((153 * (k - 3) + 2) / 5) + {day} - 306)"
        )
        rest = (
            f"map(periods as q, (p = {{of: q.of, to: filter(ends as z, z.after == q.after)[0]}}; w = {whole};"
            f" t = p.of.from + w * 10000; min([q.after, {last}]) - {ordinal}))"
        )
        return f"sum(whole) + floor(sum({rest}) / {_DAYS_IN_A_YEAR}) >= {least}"

    def _surely(self, trait: Trait) -> str:
        match trait:
            case Conditions(at_least=least, of=listed, must_include=mandatory):
                held = [f"{json.dumps(word)} in e.conditions" for word in listed]
                enough = f"{' + '.join(f'({each} ? 1 : 0)' for each in held)} >= {least}" if least > 1 else _any(held)
                return _all([*(f"{json.dumps(word)} in e.conditions" for word in mandatory), enough])
            case Amount(measure=measure, at_least=least, at_most=None, below=None):
                return f"(e.sizes.{measure} ?? -1) >= {least}"
            case Customers(reach=reach):
                return _is_one_of("e.customers", reach.accepted)
            case Recognised(as_one_of=paths):
                return f"some(e.claims, #.decision == 'recognised' and #.day <= {self._on} and {_is_one_of('#.to', paths)})"
            case Market():
                return _market(trait, unknown=-1)
            case _:
                return self._put_together(trait, self._surely, unprinted=_NEVER)

    def _possibly(self, trait: Trait) -> str:
        match trait:
            case Conditions():
                return f"(not e.all or {self._surely(trait)})"
            case Amount(measure=measure, at_least=least, at_most=None, below=None):
                return f"(e.sizes.{measure} ?? {_MOST}) >= {least}"
            case Customers(reach=reach):
                return f"(e.customers == null or {_is_one_of('e.customers', reach.accepted)})"
            case Recognised(as_one_of=paths):
                about = f"(#.to == null or {_is_one_of('#.to', paths)})"
                return f"some(e.claims, #.decision != 'refused' and #.day <= {self._on} and {about})"
            case Market():
                return f"(e.market == null or {_market(trait, unknown=_MOST)})"
            case _:
                return self._put_together(trait, self._possibly, unprinted=_ALWAYS)

    def _put_together(self, trait: Trait, read: Callable[[Trait], str], *, unprinted: str) -> str:
        match trait:
            case Every(of=traits):
                return _all(read(each) for each in traits)
            case Either(of=traits):
                return _any(read(each) for each in traits)
            case Reaches(ways=ways):
                return _any(read(way.trait) for way in ways)
            case Unprinted():
                return unprinted
            case Unspecified():
                return _ALWAYS
            case _:
                raise NotImplementedError(f"{trait} under the default policies")


def _market(trait: Market, *, unknown: int) -> str:
    if trait.employees_below is not None:
        raise NotImplementedError("employee bands are floors under the default policies")
    counts = []
    for group in trait.groups:
        asked = [_is_one_of("#.scope", group)]
        if trait.employees_at_least is not None:
            asked.append(f"(#.employees ?? {unknown}) >= {trait.employees_at_least}")
        counts.append(f"sum(map(filter(e.market ?? [], {_all(asked)}), #.count)) >= {trait.count}")
    return _all(counts)


def _refuse_policies(cell: ResolvedCell) -> None:
    if set(cell.deciding) != set(cell.parts) or cell.does_examination_satisfy:
        raise NotImplementedError("all parts must hold, and the examination stands beside them")


def _each(names: Iterable[str], value: int) -> str:
    return " and ".join(f"{name} == {value}" for name in names)


def _some(found: str, test: str) -> str:
    return f"some({found} as e, {test})"


def _words(words: Iterable[str]) -> str:
    return json.dumps(sorted(words))


def _is_one_of(value: str, words: Iterable[str]) -> str:
    accepted = sorted(words)
    return f"{value} == {json.dumps(accepted[0])}" if len(accepted) == 1 else f"{value} in {json.dumps(accepted)}"


def _all(tests: Iterable[str]) -> str:
    kept = [test for test in tests if test != _ALWAYS]
    if _NEVER in kept:
        return _NEVER
    return kept[0] if len(kept) == 1 else f"({' and '.join(kept)})" if kept else _ALWAYS


def _any(tests: Iterable[str]) -> str:
    kept = [test for test in tests if test != _NEVER]
    if _ALWAYS in kept:
        return _ALWAYS
    return kept[0] if len(kept) == 1 else f"({' or '.join(kept)})" if kept else _NEVER
