"""What does a test of the passport find ready?"""

from __future__ import annotations

import pytest

from kijun.report import html
from tests.cli.command import kijun

__all__ = ["kijun"]


@pytest.fixture
def without_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw pages without fonts in them: to cut them takes most of a second for each page and tells nothing of a record."""
    monkeypatch.setattr(html, "embedded", lambda _texts: {})
