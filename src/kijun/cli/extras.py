"""Is what a command needs there, beyond the libraries of every installation?"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from kijun.errors import KijunError
from kijun.text import Text

WORKFORCE: Final = ("duckdb", "ibis", "numpy", "pyarrow", "sqlglot")
"""What every command about a workforce needs."""
SPARK: Final = (*WORKFORCE, "pandas", "pyspark")
_OLDEST_JAVA: Final = 17
_JAVA_VERSION: Final = re.compile(r'version "(?:1\.)?(\d+)')
"""What `java -version` says; before 9 it was 1.8."""
_LONGEST_ANSWER: Final = 30


def refuse_without(libraries: Sequence[str], extra: str, what: Text) -> None:
    """Raise KijunError where a library of an extra is not installed, before anything is worked out.

    `what` is what needs them: in Japanese what is done, in English the thing.
    """
    missing = ", ".join(name for name in libraries if find_spec(name) is None)
    if missing:
        raise KijunError(
            Text(
                ja=f"{what.ja}には{missing}が要ります。pip install 'kijun[{extra}]'で入れてください。",
                en=f"{what.en} needs {missing}. Install what it needs with: pip install 'kijun[{extra}]'",
            )
        )


def refuse_without_java() -> None:
    """Raise KijunError where the Java that Spark would start is missing or too old, before Spark says so in its own way."""
    home = os.environ.get("JAVA_HOME")
    java = str(Path(home) / "bin" / "java") if home else "java"
    found = _java_version(java)
    if found is not None and found >= _OLDEST_JAVA:
        return
    if found is not None:
        state = Text(ja=f"見つかった{java}はJava {found}です", en=f"{java} is Java {found}")
    elif home:
        state = Text(ja=f"JAVA_HOMEの{java}が動きません", en=f"{java}, which JAVA_HOME names, does not run")
    else:
        state = Text(ja="Javaが見つかりません", en="no Java was found")
    raise KijunError(
        Text(
            ja=f"kijun workforce judge --engine sparkにはJava {_OLDEST_JAVA}以降が要りますが、{state.ja}。"
            f"入れるか(Debianではapt-get install openjdk-{_OLDEST_JAVA}-jre-headless)、"
            "JAVA_HOMEで場所を示すか、--engine duckdbを使ってください。",
            en=f"kijun workforce judge --engine spark needs Java {_OLDEST_JAVA} or newer, but {state.en}. "
            f"Install it (on Debian: apt-get install openjdk-{_OLDEST_JAVA}-jre-headless), name its folder in JAVA_HOME, "
            "or use --engine duckdb.",
        )
    )


def _java_version(java: str) -> int | None:
    """Return the main number of the version that a Java says it is, None where it does not run."""
    path = shutil.which(java)
    if path is None:
        return None
    try:
        said = subprocess.run(  # noqa: S603  # the very program that Spark starts next
            [path, "-version"], capture_output=True, text=True, check=False, timeout=_LONGEST_ANSWER
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    version = _JAVA_VERSION.search(said.stderr)
    return int(version[1]) if version and said.returncode == 0 else None
