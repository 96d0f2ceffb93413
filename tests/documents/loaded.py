"""Does what was read make a standard that loads, without anything being written?"""

from __future__ import annotations

from kijun.catalogue.yaml_tree import Tree, parse_tree
from kijun.documents.assemble import Assembled
from kijun.framework.check import check
from kijun.framework.parse_edition import Files, parse_edition
from kijun.framework.parse_vocabulary import FILES
from kijun.problem import Place, Problem, Severity
from kijun.problem.reading import Reading, Value


def problems_of(read: Assembled) -> list[Problem]:
    """Return what `kijun check` would find wrong in a draft."""
    readings: list[Reading] = []

    def value(raw: object, name: str) -> Value:
        readings.append(Reading(locate=lambda _: Place(file=name)))
        return Value(reading=readings[-1], path=(), raw=raw)

    policy = parse_tree(read.policy, "policy.yaml")
    assert isinstance(policy, Tree)
    files = read.files
    parsed = parse_edition(
        Files(
            edition=value(files["edition.yaml"], "edition.yaml"),
            structure=value(files["structure.yaml"], "structure.yaml"),
            policy=value(policy.root, "policy.yaml"),
            flags=None,
            vocabulary={name: value(files[f"vocabulary/{name}.yaml"], name) for name in FILES},
            indicators=tuple(value(files[name], name) for name in sorted(files) if name.startswith("indicators/")),
            skills=tuple(value(files[name], name) for name in sorted(files) if name.startswith("skills/")),
        )
    )
    if not any(reading.has_errors for reading in readings):
        check(parsed.edition, parsed.cells, parsed.policy)
    found = (problem for reading in readings for problem in reading.in_order())
    return [problem for problem in found if problem.severity is Severity.ERROR]
