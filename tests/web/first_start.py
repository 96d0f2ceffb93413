"""Does the application come up with what a user installs, and nothing that only developers have?

    .venv/bin/python -m tests.web.first_start

To be run after `make demo` and before anything installs more; needs nothing besides.
"""

from __future__ import annotations

import sys
import tempfile
import urllib.request
from pathlib import Path

from tests.web.serving import serve


def main() -> int:
    """Start the demonstration, open its first page, stop it."""
    with tempfile.TemporaryDirectory() as folder, serve(Path(folder), "--demo") as served:
        with urllib.request.urlopen(served.address, timeout=20) as page:
            is_there = page.status == 200 and b"kijun" in page.read()
        sys.stdout.write(f"{served.said}\nanswered after {served.started_in:.1f} s\n")
    return 0 if is_there else 1


if __name__ == "__main__":
    sys.exit(main())
