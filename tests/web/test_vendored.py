"""Is what others wrote and we ship unchanged, named and licensed?"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

VENDOR = Path(__file__).resolve().parents[2] / "src" / "kijun" / "web" / "static" / "vendor"


def test_htmx_is_the_file_whose_checksum_its_page_states() -> None:
    page = (VENDOR / "htmx" / "README.md").read_text(encoding="utf-8")
    stated = re.search(r"SHA-256: `([0-9a-f]{64})`", page)
    assert stated is not None
    assert hashlib.sha256((VENDOR / "htmx" / "htmx.min.js").read_bytes()).hexdigest() == stated[1]


def test_htmx_says_the_version_that_its_page_names() -> None:
    page = (VENDOR / "htmx" / "README.md").read_text(encoding="utf-8")
    named = re.search(r"^# htmx (\d+\.\d+\.\d+)$", page, re.MULTILINE)
    assert named is not None
    assert f'version:"{named[1]}"' in (VENDOR / "htmx" / "htmx.min.js").read_text(encoding="utf-8")


def test_everything_vendored_has_a_page_and_a_licence_beside_it() -> None:
    for folder in VENDOR.iterdir():
        assert {"README.md", "LICENSE"} <= {path.name for path in folder.iterdir()}, folder
