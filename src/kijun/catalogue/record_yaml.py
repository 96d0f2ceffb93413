"""How is a career record written as YAML, so that a person can read it and `read_record_text` reads the same again?

Lists of words stand on one line, texts and entries below each other, days without quotes; keys keep their order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

import yaml

_TIMESTAMP: Final = "tag:yaml.org,2002:timestamp"
_WIDTH: Final = 120


class _Dumper(yaml.SafeDumper):
    """Writes no aliases, which are not read, and quotes no days, which are read as they stand."""

    yaml_implicit_resolvers = {  # noqa: RUF012  # so it is named and held by the library
        first: [(tag, pattern) for tag, pattern in resolvers if tag != _TIMESTAMP]
        for first, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
    }

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002  # the signature is the library's
        """Write everything out."""
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        """Set the items of a list in from its key."""
        super().increase_indent(flow, False)

    def represent_sequence(
        self, tag: str, sequence: Iterable[object], flow_style: bool | None = None
    ) -> yaml.SequenceNode:
        """Write a list of words on one line."""
        is_of_words = all(isinstance(each, str | int | float) for each in sequence)
        return super().represent_sequence(tag, sequence, flow_style=is_of_words if flow_style is None else flow_style)


def dump_record(record: Mapping[str, Any]) -> str:
    """Return the plain record of a record file as YAML."""
    written: str = yaml.dump(
        dict(record), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH, default_flow_style=False
    )
    return written
