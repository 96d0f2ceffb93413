"""How is a comparison written for other programs? The shape is fixed; docs/reference/comparison-json.md describes it."""

from __future__ import annotations

from kijun.framework.compare.comparison import Change, Comparison, Side
from kijun.framework.compare.homes import counts_by_home
from kijun.framework.dump import Plain, dump_citation, dump_text
from kijun.framework.edition import Edition


def dump_comparison(comparison: Comparison, old: Edition, new: Edition, path: str | None) -> dict[str, Plain]:
    """Return a comparison as plain values; `path` is what it was narrowed to."""
    return {
        "old": {"edition": old.id, "name": dump_text(old.name)},
        "new": {"edition": new.id, "name": dump_text(new.name)},
        "path": path,
        "summary": {
            home: {kind.value: count for kind, count in counts.items()}
            for home, counts in counts_by_home(comparison).items()
        },
        "changes": [dump_change(change) for change in comparison.changes],
    }


def dump_change(change: Change) -> dict[str, Plain]:
    """Return one difference."""
    return {
        "kind": change.kind.value,
        "path": change.path,
        "aspect": change.aspect,
        "about": dump_text(change.about),
        "effect": change.effect.value if change.effect else None,
        "examined": change.is_examined,
        "old": _side(change.old),
        "new": _side(change.new),
        "reason": dump_text(change.reason) if change.reason else None,
        "note": dump_text(change.note) if change.note else None,
    }


def _side(side: Side) -> dict[str, Plain]:
    return {
        "path": side.path,
        "words": dump_text(side.words) if side.words else None,
        "value": side.value,
        "citation": dump_citation(side.citation) if side.citation else None,
    }
