"""By which command is a passport made again from an exported record?

It stands in the passport, so it names nothing that the passport keeps back: engagements by number, files not at all.
"""

from __future__ import annotations

import shlex
from datetime import date

from kijun.evidence import Person
from kijun.evidence.engagement import MASKABLE
from kijun.report.mask import Masks, numbers_of
from kijun.web.passport.terms import Terms


def written_again(terms: Terms, person: Person, masks: Masks, *, on: date, kind: str) -> str:
    """Return the command that makes the same passport of the same record."""
    languages = terms.languages[0] if len(terms.languages) == 1 else "both"
    words = ["kijun", "--lang", terms.languages[0], "report", "RECORD", "-o", f"passport.{kind}"]
    words += ["--languages", languages, "--on", on.isoformat()]
    words += ["--edition", terms.edition] if terms.edition else []
    words += ["--field", terms.field] if terms.field else []
    words += ["--level", terms.level] if terms.level else []
    numbers = numbers_of(person)
    recorded = {each.id: each.masked for each in person.engagements}
    for name in sorted(masks, key=lambda name: numbers[name]):
        if masks[name] - recorded[name]:
            facts = ",".join(fact for fact in MASKABLE if fact in masks[name])
            words += ["--mask", f"{numbers[name]}:{facts}"]
    return shlex.join(words)
