"""A company's own standard for a test: an overlay written to a folder, loaded as anybody would."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from kijun.catalogue.edition_folder import load_edition
from kijun.evidence import Person
from kijun.framework.edition import Edition
from kijun.framework.policy import choose
from kijun.framework.resolve import resolve_edition
from kijun.judgement import CellJudgement, judge_edition
from kijun.verdict import Verdict
from tests.builders import ON, V3_2011

WHY: Final = {"ja": "試し", "en": "A try"}


def change(kind: str, path: str, value: Any = None) -> dict[str, Any]:
    """Return a change with a reason."""
    given = {} if value is None else {"to" if kind == "set" else "value": value}
    return {kind: path, **given, "reason": WHY}


def answer(point: str, chosen: str) -> dict[str, Any]:
    """Return an answer to a silent point with a reason."""
    return {"point": point, "answer": chosen, "reason": WHY}


def write_overlay(
    folder: Path,
    changes: Sequence[dict[str, Any]] = (),
    *,
    policy: Sequence[dict[str, Any]] = (),
    parent: str = V3_2011,
    identity: str = "acme/v1",
    **more: Any,
) -> Path:
    """Write an overlay as JSON, which is YAML too, a value on a line of its own; return its folder."""
    folder.mkdir(parents=True, exist_ok=True)
    plain = {"id": identity, "parent": parent, "name": {"ja": "アクメ", "en": "Acme"}, **more}
    plain |= {"changes": list(changes), "policy": list(policy)}
    (folder / "overlay.yaml").write_text(json.dumps(plain, ensure_ascii=False, indent=1), encoding="utf-8")
    return folder


def tailored(folder: Path, *changes: dict[str, Any], **more: Any) -> Edition:
    """Return the edition of an overlay without problems."""
    loaded = load_edition(write_overlay(folder, changes, **more))
    assert loaded.edition is not None, [f"{each.place}: {each.detail.en}" for each in loaded.problems]
    assert loaded.problems == ()
    return loaded.edition


def judged(edition: Edition, person: Person) -> dict[str, CellJudgement]:
    """Return a person judged in every cell, by paths without the edition's id."""
    cells = judge_edition(resolve_edition(edition, choose(edition.points, {})), person, on=ON)
    return {path.removeprefix(f"{edition.id}/"): cell for path, cell in cells.items()}


def verdict(edition: Edition, cell: str, person: Person, part: str | None = None) -> Verdict:
    """Return the verdict of a cell, or of one of its parts."""
    found = judged(edition, person)[cell]
    return found.verdict if part is None else found.parts[part].verdict
