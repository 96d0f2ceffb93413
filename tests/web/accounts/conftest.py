"""What does every test of accounts begin with? With nothing remembered of the one before, and nobody set up."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _nothing_remembered() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()
    (settings.DATA / "first-run").unlink(missing_ok=True)


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
