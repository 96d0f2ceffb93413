"""When can the doctests of the web application be collected? After Django is set up, which only they need."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.web.ground import clear, prepare

WEB = Path(__file__).parent / "kijun" / "web"


def pytest_configure(config: pytest.Config) -> None:
    config.add_cleanup(clear)


def pytest_collect_file(file_path: Path) -> None:
    if file_path.is_relative_to(WEB):
        prepare()
