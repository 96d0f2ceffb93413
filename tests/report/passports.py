"""Which passports do the tests of the report look at?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from kijun.catalogue.installed import newest_of_each_category, shipped_editions
from kijun.catalogue.record_file import open_record
from kijun.evidence import Person
from kijun.report.assemble import Stamp, Wanted, assemble
from kijun.report.mask import masks_of
from kijun.report.passport import Passport

REPOSITORY: Final = Path(__file__).resolve().parents[2]
EXAMPLES: Final = sorted((REPOSITORY / "src" / "kijun" / "examples").glob("*.yaml"))
ON: Final = date(2026, 4, 1)
HARDWARE: Final = next(path for path in EXAMPLES if path.stem == "customer-service-hardware")
SECRET: Final = Path(__file__).with_name("secret.yaml")
"""A record whose facts to be masked are words and numbers that stand nowhere else."""


def editions_judged() -> list[str]:
    return [edition.id for edition in newest_of_each_category(shipped_editions())]


def passport_of(
    person: Person | Path,
    *,
    masks: Sequence[str] = (),
    field: str | None = None,
    level: str | None = None,
    policy: Mapping[str, str] | None = None,
    on: date = ON,
) -> Passport:
    """Return the passport of a person or of a record file."""
    whose = open_record(person) if isinstance(person, Path) else person
    editions = newest_of_each_category(shipped_editions())
    wanted = Wanted(on=on, policy=policy or {}, specialty=field, level=level, masks=masks_of(whose, masks))
    digests = {edition.id: {edition.id: "1" * 64} for edition in editions}
    stamp = Stamp(record="0" * 64, editions=digests, command="kijun report RECORD", version="0")
    return assemble(editions, whose, wanted, stamp)
