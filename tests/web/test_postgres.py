"""Is there a real PostgreSQL for the tests, of their own?"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

import psycopg
import pytest

from tests.web.postgres import empty_database


def test_a_private_postgresql_answers(postgres: str) -> None:
    with psycopg.connect(postgres) as connection:
        assert connection.execute("SELECT current_database(), '基準'").fetchone() == ("kijun", "基準")


def test_it_is_reached_by_a_socket_of_its_own_and_by_no_network(postgres: str) -> None:
    folder = Path(unquote(postgres.partition("?host=")[2]))
    assert folder.name.startswith("kijun-postgres-")
    with psycopg.connect(postgres) as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)
        assert connection.execute("SHOW data_directory").fetchone() == (str(folder / "data"),)


def test_each_test_can_have_an_empty_database(postgres: str) -> None:
    with empty_database(postgres, "first") as address, psycopg.connect(address) as connection:
        connection.execute("CREATE TABLE entry (name text)")
        connection.commit()
    with empty_database(postgres, "first") as address, psycopg.connect(address) as connection:
        assert connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone() == (0,)


def test_a_database_is_dropped_although_someone_is_connected(postgres: str) -> None:
    with empty_database(postgres, "busy") as address:
        forgotten = psycopg.connect(address)
    with pytest.raises(psycopg.OperationalError):
        forgotten.execute("SELECT 1")
    forgotten.close()
