"""How are the files of a standard written as YAML, so that a person can read them and `load_edition` reads the same again?

What is short stands on one line, as in the standards that ship; keys keep their order.
"""

from __future__ import annotations

from typing import Any, Final

import yaml

_WIDTH: Final = 120


class _Dumper(yaml.CSafeDumper):
    """Writes no aliases, which are not read."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002  # the signature is the library's
        """Write everything out."""
        return True


def dump_plain(plain: Any) -> str:  # noqa: ANN401  # whatever a file holds
    """Return plain values as YAML: lists and mappings that hold nothing nested stand on one line."""
    written: str = yaml.dump(
        plain, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH, default_flow_style=None
    )
    return written
