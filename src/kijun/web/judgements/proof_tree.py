"""How does a proof read all the way down: each condition, on which engagement, with what is there?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kijun.criteria import (
    AllOf,
    Amount,
    AnyOf,
    Conditions,
    Customers,
    Either,
    Every,
    Rated,
    Reaches,
    Recognised,
)
from kijun.criteria.phrase import Names, phrase, quantity, say_level
from kijun.evidence import Person
from kijun.judgement.explain_headline import headline
from kijun.judgement.explain_trait import say_trait
from kijun.judgement.proof import OpenFact, Proof
from kijun.text import Text, inside, same, series
from kijun.verdict import MET, UNKNOWN
from kijun.web.judgements.marks import mark_class, verdict_words
from kijun.web.judgements.titles import Naming

_MOST: Final = 12
"""A record may hold thousands of engagements: of each list so many are shown, and how many more there are is said."""
_FACTS: Final = {Conditions: "conditions", Customers: "customers", Recognised: "equivalence"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """One sentence of a proof with its mark, and those below it; `record` is where its missing fact can be recorded."""

    kind: str
    verdict: str
    said: SafeString | str
    record: str | None = None
    branches: tuple[Branch, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """Tells the proofs of one person: in whose words, under which names, and where facts are recorded."""

    person: Person
    names: Names
    naming: Naming
    record: Callable[[OpenFact], str | None]

    def tree(self, proof: Proof) -> tuple[Branch, ...]:
        """Return a part's proof: what is asked, and below it what was found."""
        if isinstance(proof.criterion, AllOf | AnyOf):
            return tuple(branch for child in proof.children for branch in self.tree(child))
        return (self._branch(proof, about=None),)

    def _branch(self, proof: Proof, *, about: str | None, level: int | None = None) -> Branch:
        words = self.naming.linked(self._words(proof, level))
        if proof.evidence is not None and proof.evidence != about:
            words = format_html("{}: {}", self.naming.linked(same(proof.evidence)), words)
        return Branch(
            kind=mark_class(proof.verdict.value),
            verdict=verdict_words(proof.verdict),
            said=words,
            record=self._record(proof),
            branches=self._below(proof, proof.evidence or about),
        )

    def _below(self, proof: Proof, about: str | None) -> tuple[Branch, ...]:
        children = proof.children
        if isinstance(proof.criterion, Reaches):
            levels = {id(way.trait): way.level for way in proof.criterion.ways}
            return tuple(self._branch(each, about=about, level=levels.get(id(each.criterion))) for each in children)
        if isinstance(proof.criterion, Either) and proof.verdict is MET:
            # The alternative that holds has said it all, but for how a level is reached.
            return self._below(children[0], about) if isinstance(children[0].criterion, Reaches) else ()
        shown = tuple(self._branch(each, about=about) for each in children[:_MOST])
        more = len(children) - _MOST
        if more <= 0:
            return shown
        said = ngettext("and %(count)s more", "and %(count)s more", more) % {"count": more}
        return (*shown, Branch(kind=shown[-1].kind, verdict="", said=said))

    def _words(self, proof: Proof, level: int | None) -> Text:
        words = self._of(proof)
        if level is None:
            return words
        name = say_level(level, self.names)
        return Text(ja=f"{name.ja}: {words.ja}", en=f"{name.en}: {words.en}")

    def _of(self, proof: Proof) -> Text:
        match proof.criterion:
            case Rated():
                return headline(proof, self.person, self.names)
            case Every():
                return same(_("all of these"))
            case Either() if proof.verdict is not MET:
                return same(_("one of these"))
            case Reaches() if proof.verdict is not MET:
                return phrase(proof.criterion, self.names)
            case _ if proof.evidence is None:
                return phrase(proof.criterion, self.names)
            case _ if proof.verdict is MET:
                return say_trait(proof, self.person, self.names)
            case _:
                return self._short(proof)

    def _short(self, proof: Proof) -> Text:
        """Return what is asked of an engagement, and what is on record of it."""
        asked, have = phrase(proof.criterion, self.names), self._have(proof)
        if have is None:
            return asked
        return Text(ja=f"{asked.ja}。記録: {have.ja}", en=f"{asked.en}; on record: {have.en}")

    def _have(self, proof: Proof) -> Text | None:
        match proof.criterion:
            case Conditions() if proof.which:
                return series([inside(self.names("condition", each)) for each in proof.which])
            case Customers() if proof.which:
                return inside(self.names("customers", proof.which[0]))
            case Amount(measure=measure) if proof.have is not None:
                return quantity(measure, proof.have, self.names)
            case Conditions() | Customers() | Amount():
                return Text(ja="なし", en="nothing")
            case _:
                return None

    def _record(self, proof: Proof) -> str | None:
        """Return where the one fact that a leaf lacks can be recorded."""
        if proof.verdict is not UNKNOWN or proof.evidence is None:
            return None
        criterion = proof.criterion
        if isinstance(criterion, Amount):
            return self.record(OpenFact(evidence=proof.evidence, fact=criterion.measure, about=criterion.measure))
        fact = next((name for kind, name in _FACTS.items() if isinstance(criterion, kind)), None)
        return None if fact is None else self.record(OpenFact(evidence=proof.evidence, fact=fact, about=fact))
