"""By which command is a report made again?

It stands in the report, so it names nothing that the report keeps back: engagements by number, files not at all.
"""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kijun.evidence import Person
from kijun.evidence.engagement import MASKABLE
from kijun.report.mask import Masks, numbers_of
from kijun.text import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a report was asked for with."""

    kind: str
    languages: Sequence[Language]
    editions: Sequence[str]
    on: date
    policies: Mapping[str, str]
    field: str | None
    level: str | None
    has_wording: bool = False


def written_again(given: Given, person: Person, masks: Masks) -> str:
    """Return the command that makes the same report of the same record."""
    languages = given.languages[0] if len(given.languages) == 1 else "both"
    words = ["kijun", "--lang", given.languages[0], "report", "RECORD", "-o", f"passport{given.kind}"]
    words += ["--languages", languages, "--on", given.on.isoformat()]
    for edition in given.editions:
        words += ["--edition", edition]
    for point, answer in given.policies.items():
        words += ["--policy", f"{point}={answer}"]
    words += ["--field", given.field] if given.field else []
    words += ["--level", given.level] if given.level else []
    words += ["--wording"] if given.has_wording else []
    numbers = numbers_of(person)
    recorded = {each.id: each.masked for each in person.engagements}
    for name in sorted(masks, key=lambda name: numbers[name]):
        if masks[name] - recorded[name]:
            facts = ",".join(fact for fact in MASKABLE if fact in masks[name])
            words += ["--mask", f"{numbers[name]}:{facts}"]
    return shlex.join(words)
