"""By which digest can anybody see that a report was made from this record and this standard?

SHA-256. Of a record: over its plain values as JSON with sorted keys, without spaces, in UTF-8; what is kept back of an
engagement is left out of it, because a digest over a number would let anybody try numbers until it fits. Of a standard: over
the lines that `sha256sum` prints for its YAML files in the order of their names.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from kijun.catalogue.edition_files import edition_files
from kijun.catalogue.overlay.load import chain_of
from kijun.catalogue.shipped import shipped_folders
from kijun.report.mask import Masks, is_equivalence_masked, is_measure_masked

_NAMING = ("id", "title", "project")


def record_digest(plain: object, masks: Masks) -> str:
    """Return the digest of a record's plain values, without what is kept back.

    >>> record_digest({"name": "A", "employee": "E-1"}, {})[:12]
    'dff023571dbd'
    """
    return sha256(canonical(plain, masks).encode()).hexdigest()


def canonical(plain: object, masks: Masks) -> str:
    """Return the text that the digest of a record is taken over.

    >>> canonical({"name": "A", "employee": "E-1"}, {})
    '{"employee":"E-1","name":"A"}'
    """
    if isinstance(plain, Mapping) and masks:
        plain = {**plain, "engagements": [_shown(each, masks) for each in plain.get("engagements") or []]}
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def folder_digest(folder: Path) -> str:
    """Return the digest of a standard's folder: of the list of its YAML files with the digest of each.

    The official wording that may lie beside them decides nothing, and is left out.
    """
    files = sorted(edition_files(folder), key=lambda file: file.relative_to(folder).as_posix())
    lines = (f"{sha256(file.read_bytes()).hexdigest()}  {file.relative_to(folder).as_posix()}\n" for file in files)
    return sha256("".join(lines).encode()).hexdigest()


def lineage_digests(identity: str, folder: Path) -> dict[str, str]:
    """Return the digest of a standard by its id, and of the ones that it was tailored from, one after another."""
    own, *parents = chain_of(folder)
    ids = {shipped.resolve(): name for name, shipped in shipped_folders().items()}
    return {identity: folder_digest(own)} | {ids.get(each, each.name): folder_digest(each) for each in parents}


def _shown(engagement: Mapping[str, object], masks: Masks) -> dict[str, object]:
    facts = masks.get(str(engagement.get("id")).strip(), frozenset())
    if not facts:
        return dict(engagement)
    left_out = {"masked"}
    left_out |= {*_NAMING} if "title" in facts else set()
    left_out |= {"market"} if "customers" in facts else set()
    left_out |= {"conditions", "conditions_complete"} if "conditions" in facts else set()
    left_out |= {"equivalences"} if is_equivalence_masked(facts) else set()
    shown = {key: value for key, value in engagement.items() if key not in left_out}
    sizes = shown.get("sizes")
    if isinstance(sizes, Mapping):
        shown["sizes"] = {name: value for name, value in sizes.items() if not _is_size_masked(name, facts)}
    return {**shown, "masked": sorted(facts)}


def _is_size_masked(name: str, facts: frozenset[str]) -> bool:
    return "customers" in facts if name == "customers" else is_measure_masked(name, facts)
