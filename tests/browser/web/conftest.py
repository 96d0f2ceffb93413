"""What does a test of the application in a browser find ready: a browser, and the demonstration, served as a user would?"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.chromium import chromium
from tests.web.ground import prepare
from tests.web.serving import Served, serve

prepare()  # the Japanese words compiled, and Django ready to tell the routes of addresses


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Give a browser. It ends with the module: its event loop would stand in the way of tests that use the database."""
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Give the demonstration, served by a process of its own."""
    folder = tmp_path_factory.mktemp("demo")
    with serve(folder, "--demo", TMPDIR=str(folder)) as served:
        yield served
