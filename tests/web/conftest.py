"""What does a test of the web application find ready?

Django with the settings of the application, on a data folder that belongs to this process, its Japanese compiled; and, for
whoever asks, a real PostgreSQL. With KIJUN_TEST_DATABASE=postgres all of it is kept in one.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.web.ground import clear, lacks_postgres, prepare
from tests.web.postgres import cluster

prepare()  # at once: the test modules below import models

from django.utils import translation  # noqa: E402  # as below

from tests.web.cast import Cast, make_cast  # noqa: E402  # they need Django to be ready


def pytest_configure(config: pytest.Config) -> None:
    config.add_cleanup(clear)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if lacks_postgres():
        for item in items:
            item.add_marker(pytest.mark.skip(reason="no PostgreSQL here (make database)"))


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """Give the address of an empty database in a PostgreSQL that is this run's own."""
    with cluster() as address:
        yield address


@pytest.fixture(autouse=True)
def _its_own_language() -> Iterator[None]:
    """Let no test speak the language in which another one left off: a request leaves its thread in its language."""
    translation.deactivate()
    yield
    translation.deactivate()


@pytest.fixture
def cast(db: None) -> Cast:
    """Give one of each role, in an organisation that is set up."""
    return make_cast()
