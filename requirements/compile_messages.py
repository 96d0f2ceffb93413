"""How do the Japanese words of the pages get into the package?

Each `django.po` below `src/kijun/web` is compiled to a `django.mo` beside it, when the package is built or installed for work on
it, and by `python requirements/compile_messages.py`. What stands in a catalogue is decided by whoever writes it; which messages
there must be is asked by `tests/web/test_messages.py`.
"""

from __future__ import annotations

import io
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parents[1]
_ANY_DAY = datetime(2026, 4, 1, tzinfo=UTC)


def compile_messages(root: Path = ROOT) -> list[Path]:
    """Compile every catalogue of the pages below a root, and return what was compiled.

    The same catalogue gives the same bytes, and a file is replaced in one step: who runs beside us sees the old or the new one.
    """
    catalogues = sorted((root / "src" / "kijun" / "web").rglob("LC_MESSAGES/*.po"))
    for catalogue in catalogues:
        compiled = _compiled(catalogue)
        target = catalogue.with_suffix(".mo")
        if not target.exists() or target.read_bytes() != compiled:
            draft = target.with_name(f".{target.name}-{os.getpid()}")
            draft.write_bytes(compiled)
            draft.replace(target)
    return [catalogue.with_suffix(".mo") for catalogue in catalogues]


def _compiled(catalogue: Path) -> bytes:
    """Return a catalogue as gettext reads it. A mistake in it stops the build; what is not translated yet is left out."""
    with catalogue.open("rb") as file:
        messages = read_po(file, locale=catalogue.parents[1].name, abort_invalid=True)
    # The day of the compilation would make every build another one; "fuzzy" would leave everything out without a word.
    messages.creation_date = messages.revision_date = _ANY_DAY
    messages.fuzzy = False
    written = io.BytesIO()
    write_mo(written, messages)
    return written.getvalue()


class CompileMessages(BuildHookInterface[Any]):
    """The step of the build."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  # asked for by hatchling
        """Compile before the files are gathered; what Git ignores is named, or it would stay out of the package."""
        build_data["artifacts"].extend(
            compiled.relative_to(self.root).as_posix() for compiled in compile_messages(Path(self.root))
        )


if __name__ == "__main__":
    compile_messages()
