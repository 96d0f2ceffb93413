"""What does every test of accounts begin with? With nothing remembered of the one before, and nobody set up."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _nothing_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    # The token of the first run lies in the data folder: each test has one of its own, whoever else runs.
    monkeypatch.setattr(settings, "DATA", tmp_path)
    cache.clear()
    yield
    cache.clear()


_ENGLISH = {"kijun", "API", "CSV", "QR", "IP", "English", "IPA", "METI", "Ctrl", "K", "ID"}


@pytest.fixture
def words() -> Callable[[str], str]:
    """Return what is left of English on a page: words that are neither code nor in English on purpose."""

    def left(page: str) -> str:
        body = page[page.index("<main") : page.index("</main>")]
        body = re.sub(
            r"<(code|option|script|textarea)\b.*?</\1>|<[^>]*\blang=\"en\".*?</\w+>", "", body, flags=re.DOTALL
        )
        text = re.sub(r"<[^>]+>", " ", body)
        return " ".join(word for word in re.findall(r"[A-Za-z]{2,}", text) if word not in _ENGLISH)

    return left
